import { useState } from 'react'
import type { WireSeatActivity, WireSentAct } from '../wire.ts'
import { AnswerItem } from './answer-item.tsx'
import { Bars, WordCloud } from './bars.tsx'
import { useClassroomTexts } from './use-classroom-texts.ts'

interface PhoneActivityProps {
  readonly activity: WireSeatActivity
  readonly session: string
  readonly onAct: (kind: WireSentAct['kind'], body: WireSentAct['body']) => void
}

/** One activity on the phone. What was done is shown as done at once, though it may still be on its way. */
export function PhoneActivity({ activity, session, onAct }: PhoneActivityProps) {
  const t = useClassroomTexts()
  const [sent, setSent] = useState<Readonly<Record<string, unknown>>>({})
  const { kind, title, state, asked, shown, group, practice } = activity
  const mine = { ...activity.mine, ...sent }
  const isOpen = state === 'open'
  function act(as: WireSentAct['kind'], place: number, answer: unknown, body: WireSentAct['body']) {
    setSent((before) => ({ ...before, [place]: answer }))
    onAct(as, body)
  }
  return (
    <section className={`seat-activity${isOpen ? ' seat-open' : ''}`}>
      <h2>
        {title || t(`kind.${kind}`)}{' '}
        {!isOpen && state !== 'shown' && kind !== 'groups' && <small>{t('phone.closed')}</small>}
      </h2>
      {asked.map((item, place) => (
        <article key={place} className="seat-item">
          <p className="seat-stem">{item.stem}</p>
          <AnswerItem
            key={`${place} ${state}`}
            item={item}
            given={mine[place]}
            isOpen={isOpen}
            onAnswer={(answer) => act('answered', place, answer, { place, answer })}
          />
          {isOpen && mine[place] !== undefined && <p className="seat-done">{t('phone.sent')}</p>}
          {shown && <Verdict activity={activity} place={place} />}
        </article>
      ))}
      {kind === 'poll' && (
        <Poll activity={activity} mine={mine['0']} onChoose={(options) => act('polled', 0, options, { options })} />
      )}
      {(kind === 'words' || kind === 'board') && isOpen && (
        <Text
          key={kind === 'board' ? String(mine['0']) : kind}
          before={kind === 'words' ? mine['0'] : undefined}
          onSend={(text) => act(kind === 'words' ? 'worded' : 'posted', 0, text, { text })}
        />
      )}
      {kind === 'words' && shown?.result.words && <WordCloud words={shown.result.words} />}
      {group && (
        <p className="seat-group">
          <strong>{t('phone.my-group', { n: group.number })}</strong>
          {group.names.join('、')}
        </p>
      )}
      {practice && (
        <ol className="seat-steps">
          {practice.steps.map((step, i) => (
            <li key={step} className={practice.mine?.done.includes(i) ? 'seat-step-done' : undefined}>
              <b aria-hidden>{practice.mine?.done.includes(i) ? '✓' : i + 1}</b> {step}
            </li>
          ))}
          {practice.rubric.map(({ label, max }) => (
            <li key={label}>
              {label}{' '}
              <b>
                {practice.mine?.points[label] ?? '–'} / {max}
              </b>
            </li>
          ))}
          {practice.mine?.note && <li>{practice.mine.note}</li>}
          {(practice.mine?.photos ?? []).map((sha256) => (
            <li key={sha256}>
              <img src={`/api/classroom/sessions/${session}/photos/${sha256}`} alt={t('practice.photo')} />
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

/** Once it is shown: right or wrong, the solution, and how all answered. */
function Verdict({ activity, place }: { readonly activity: WireSeatActivity; readonly place: number }) {
  const t = useClassroomTexts()
  const tallied = activity.shown!.result.items?.[place]
  const isAnswered = place in activity.mine
  const correct = activity.shown!.correct[place]
  const word = !isAnswered
    ? 'phone.unanswered'
    : correct === null
      ? 'phone.marked-later'
      : correct
        ? 'phone.right'
        : 'phone.wrong'
  return (
    <div className="seat-verdict">
      <strong className={correct === true ? 'seat-right' : correct === false ? 'seat-wrong' : undefined}>
        {t(word)}
      </strong>
      {tallied && (
        <>
          <p>{t('activity.solution', { text: tallied.solution })}</p>
          {tallied.explanation && <p>{tallied.explanation}</p>}
          <Bars bars={tallied.bars} of={tallied.answered} showRight />
        </>
      )}
    </div>
  )
}

function Poll({
  activity: { options, many, state, shown },
  mine,
  onChoose,
}: {
  readonly activity: WireSeatActivity
  readonly mine: unknown
  readonly onChoose: (options: readonly number[]) => void
}) {
  const chosen = Array.isArray(mine) ? (mine as readonly number[]) : []
  if (shown?.result.bars) return <Bars bars={shown.result.bars} of={shown.result.answered} showRight={false} />
  return (
    <div className="seat-options" role="group">
      {options.map((option, i) => (
        <button
          key={option}
          type="button"
          aria-pressed={chosen.includes(i)}
          disabled={state !== 'open'}
          onClick={() => {
            const next = !many ? [i] : chosen.includes(i) ? chosen.filter((one) => one !== i) : [...chosen, i]
            if (next.length > 0) onChoose(next)
          }}
        >
          {option}
        </button>
      ))}
    </div>
  )
}

function Text({ before, onSend }: { readonly before: unknown; readonly onSend: (text: string) => void }) {
  const t = useClassroomTexts()
  const given = typeof before === 'string' ? before : ''
  const [text, setText] = useState(given)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() !== '') onSend(text.trim())
      }}
    >
      <label className="seat-field">
        {t('phone.text')}
        <input value={text} maxLength={300} onChange={(event) => setText(event.target.value)} />
      </label>
      <button type="submit" className="seat-send" disabled={text.trim() === '' || text === given}>
        {t(given === '' ? 'phone.send' : 'phone.send-again')}
      </button>
    </form>
  )
}
