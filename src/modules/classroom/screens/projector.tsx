import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import encodeQR from 'qr'
import { useEffect, useMemo, useState } from 'react'
import { useParams } from 'react-router'
import { api } from '../../../web/kit/api.ts'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { useLive } from '../../../web/kit/live.ts'
import { Loading } from '../../../web/kit/loading.tsx'
import { CODE_SECONDS } from '../code-window.ts'
import type { WireCode, WireScreen } from '../wire.ts'
import { Bars, WordCloud } from './bars.tsx'
import { Hand } from './hand.tsx'
import { useClassroomTexts } from './use-classroom-texts.ts'
import './projector.css'

/** The projector: read from the last row, touched by nobody. */
export function LessonScreen() {
  const t = useClassroomTexts()
  const { session: id = '' } = useParams()
  const first = useQuery({
    queryKey: ['classroom', id, 'screen'],
    queryFn: ({ signal }) => api.get<WireScreen>(`/classroom/sessions/${id}/screen`, signal),
  })
  const { last, isLost } = useLive<{ view: WireScreen; code: WireCode }>(
    first.data?.session.state === 'open' ? `/classroom/sessions/${id}/live?as=screen` : null,
    ['view', 'code'],
  )
  const view = last.view ?? first.data
  useEffect(() => {
    if (view) document.title = `${view.session.courseName} · 匠心`
  }, [view])
  if (first.error && !view) return <ErrorState error={first.error} onRetry={() => void first.refetch()} />
  if (!view) return <Loading />
  const code = view.session.state === 'open' ? last.code : undefined
  return (
    <main className="projector">
      <header className="projector-head">
        <h1>
          {view.session.courseName} <small>{view.session.classNames.join('、')}</small>
        </h1>
        <p className="projector-facts">
          {isLost && (
            <strong className="projector-lost" role="alert">
              {t('line.lost')}
            </strong>
          )}
          {view.handsUp > 0 && (
            <span className="projector-hands">
              <Hand /> {t('screen.hands', { n: view.handsUp })}
            </span>
          )}
          <span>
            {t('screen.signed-in')}{' '}
            <b>
              {view.signedIn} / {view.expected}
            </b>
          </span>
          {view.activity && code && view.session.stage !== 'blank' && (
            <span>
              {t('code.title')} <b className="projector-corner-code">{code.code}</b>
            </span>
          )}
          <Button
            className="projector-full"
            type="text"
            onClick={() => void document.documentElement.requestFullscreen().catch(() => {})}
          >
            {t('screen.full')}
          </Button>
        </p>
      </header>
      <Stage view={view} code={code} />
    </main>
  )
}

function Stage({ view, code }: { readonly view: WireScreen; readonly code: WireCode | undefined }) {
  const t = useClassroomTexts()
  if (view.session.state === 'closed') return <p className="projector-over">{t('screen.over')}</p>
  if (view.activity) return <Activity activity={view.activity} expected={view.signedIn} />
  if (view.session.stage === 'blank') return <div className="projector-blank" />
  return code ? <Code code={code} session={view.session.id} /> : null
}

function Code({ code, session }: { readonly code: WireCode; readonly session: string }) {
  const t = useClassroomTexts()
  const address = `${location.host}/classroom`
  const rows = useMemo(
    () => encodeQR(`${location.origin}/classroom/${session}/me#${code.code}`, 'raw', { ecc: 'low', border: 2 }),
    [code.code, session],
  )
  return (
    <div className="projector-code">
      <svg viewBox={`0 0 ${rows.length} ${rows.length}`} role="img" aria-label="QR">
        <rect width="100%" height="100%" fill="#fff" />
        <path
          fill="#14282f"
          shapeRendering="crispEdges"
          d={rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')}
        />
      </svg>
      <div>
        <p>{t('screen.sign-in')}</p>
        <p className="projector-digits" aria-live="off">
          {code.code}
        </p>
        <Countdown until={code.until - code.now} key={code.code} />
        <p className="projector-address">{t('screen.address', { address })}</p>
      </div>
    </div>
  )
}

/** How long the code still stands. */
function Countdown({ until }: { readonly until: number }) {
  const [ends] = useState(() => Date.now() + until)
  const [left, setLeft] = useState(until)
  useEffect(() => {
    const timer = setInterval(() => setLeft(Math.max(0, ends - Date.now())), 200)
    return () => clearInterval(timer)
  }, [ends])
  return (
    <span className="projector-count" aria-hidden>
      <span style={{ width: `${(left / (CODE_SECONDS * 1000)) * 100}%` }} />
    </span>
  )
}

function Activity({
  activity,
  expected,
}: {
  readonly activity: NonNullable<WireScreen['activity']>
  readonly expected: number
}) {
  const t = useClassroomTexts()
  const { kind, title, state, asked, options, notes, steps, result } = activity
  const isShown = state === 'shown'
  const isAnswered = kind === 'quiz' || kind === 'poll' || kind === 'words'
  return (
    <section className="projector-activity">
      {title && <h2>{title}</h2>}
      {isAnswered && (
        <p className="projector-answered">
          {t('screen.answered')}{' '}
          <b>
            {result.answered} / {expected}
          </b>
        </p>
      )}
      {asked.map((item, i) => {
        const tallied = result.items?.[i]
        return (
          <article key={i} className="projector-item">
            <p className="projector-stem">{item.stem}</p>
            {isShown && tallied ? (
              <>
                {tallied.bars.length > 0 && <Bars bars={tallied.bars} of={tallied.answered} showRight />}
                <p className="projector-solution">
                  {t('activity.solution', { text: tallied.solution })}
                  {tallied.explanation && <small>{tallied.explanation}</small>}
                </p>
              </>
            ) : (
              'options' in item && (
                <ol className="projector-options">
                  {item.options.map(({ key, text }) => (
                    <li key={key}>
                      <b>{key}</b> {text}
                    </li>
                  ))}
                </ol>
              )
            )}
          </article>
        )
      })}
      {kind === 'poll' &&
        (isShown && result.bars ? (
          <Bars bars={result.bars} of={result.answered} showRight={false} />
        ) : (
          <ol className="projector-options">
            {options.map((option) => (
              <li key={option}>{option}</li>
            ))}
          </ol>
        ))}
      {kind === 'words' && <WordCloud words={result.words ?? []} />}
      {kind === 'pick' && <p className="projector-picked">{result.picks?.at(-1)?.name ?? '…'}</p>}
      {kind === 'groups' && (
        <ol className="projector-groups">
          {(result.groups ?? []).map((group, i) => (
            <li key={i}>
              <h3>{t('groups.number', { n: i + 1 })}</h3>
              {group.map(({ name }) => name).join('、')}
            </li>
          ))}
        </ol>
      )}
      {kind === 'board' && (
        <ul className="projector-board">
          {notes.map((note) => (
            <li key={note} className="projector-note">
              {note}
            </li>
          ))}
          {(result.posts ?? []).map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ul>
      )}
      {kind === 'practice' && (
        <ol className="projector-options">
          {steps.map((step, i) => (
            <li key={step}>
              <b>{i + 1}</b> {step}
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
