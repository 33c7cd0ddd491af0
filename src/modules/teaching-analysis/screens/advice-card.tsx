import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { api } from '../../../web/kit/api.ts'
import { ConfirmComment } from '../../../web/kit/confirm-comment.tsx'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { formatTime } from '../../../web/kit/format-date.ts'
import { Loading } from '../../../web/kit/loading.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import type { AdviceState, WireAdvice, WireAdviceProof } from '../wire.ts'
import { classPath } from './in-unit.ts'
import { useTeachingTexts } from './use-teaching-texts.ts'

/** One piece of advice: what was seen, why it matters, what could be done, the teacher's answer, what came of it. */
export function AdviceCard({ advice }: { readonly advice: WireAdvice }) {
  const t = useTeachingTexts()
  const { lang } = useLang()
  const [asked, setAsked] = useState<AdviceState>()
  const [isOpen, setOpen] = useState(false)
  const queries = useQueryClient()
  const { message } = App.useApp()
  async function answer(state: AdviceState, remark: string) {
    await api.post(`/teaching/advice/${advice.id}`, { state, remark, revision: advice.revision })
    await queries.invalidateQueries({ queryKey: ['teaching'] })
    void message.success(t('advice.answered'))
  }
  const ask = (state: AdviceState, text: string, isPrimary = false) => (
    <Button size="small" {...(isPrimary ? { type: 'primary' as const } : {})} onClick={() => setAsked(state)}>
      {text}
    </Button>
  )
  return (
    <li className="advice-card">
      <div className="advice-card-head">
        <strong>{advice.label[lang]}</strong>
        <Link to={classPath(advice)}>
          {advice.courseName} · {advice.teachingClass.split('-').at(-1)} · {advice.heldOn}
        </Link>
        {advice.state !== 'open' && <em>{t(`advice.state.${advice.state}`)}</em>}
      </div>
      <p className="advice-evidence">{advice.evidence[lang]}</p>
      <dl>
        <dt>{t('advice.what')}</dt>
        <dd>{advice.proposal[lang]}</dd>
        <dt>{t('advice.why')}</dt>
        <dd>
          {advice.reason[lang]} <small>{t('advice.source', { source: advice.source[lang] })}</small>
        </dd>
      </dl>
      {advice.remark !== '' && <p className="advice-remark">{t('advice.remark', { text: advice.remark })}</p>}
      {advice.effect && <Effect advice={advice} effect={advice.effect} />}
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          {advice.hasSignIns
            ? t('advice.proof-sign-ins', { students: advice.students })
            : t('advice.proof', { students: advice.students, acts: advice.acts })}
        </summary>
        {isOpen && <Proof id={advice.id} />}
      </details>
      <div className="advice-actions">
        {advice.state === 'open' && ask('accepted', t('advice.accept'), true)}
        {(advice.state === 'open' || advice.state === 'accepted') && ask('done', t('advice.done'))}
        {(advice.state === 'open' || advice.state === 'accepted') && ask('declined', t('advice.decline'))}
        {advice.state !== 'open' && ask('open', t('advice.reopen'))}
      </div>
      {asked && (
        <ConfirmComment
          title={advice.label[lang]}
          comment={asked === 'open' ? 'none' : 'optional'}
          okText={asked === 'open' ? t('advice.reopen') : t(ANSWERS[asked])}
          onConfirm={(remark) => answer(asked, remark)}
          onClose={() => setAsked(undefined)}
        >
          {asked === 'declined' && <p>{t('advice.decline-hint')}</p>}
        </ConfirmComment>
      )}
    </li>
  )
}

const ANSWERS = { accepted: 'advice.accept', done: 'advice.done', declined: 'advice.decline' } as const

function Effect({
  advice,
  effect,
}: {
  readonly advice: WireAdvice
  readonly effect: NonNullable<WireAdvice['effect']>
}) {
  const t = useTeachingTexts()
  const { lang } = useLang()
  const share = (one: { readonly hits: number; readonly of: number }) => t('effect.share', one)
  return (
    <div className={`advice-effect advice-effect-${effect.verdict}`}>
      <strong>{t(`effect.${effect.verdict}`)}</strong>
      <span>{t('effect.title', { measure: advice.measure[lang] })}</span>
      <span>
        {effect.before && t('effect.before', { share: share(effect.before) })}
        {effect.after && ` → ${t('effect.after', { n: effect.lessons, share: share(effect.after) })}`}
      </span>
      {effect.change && <span>{t('effect.change', effect.change)}</span>}
      {effect.change && <small>{t('effect.note')}</small>}
    </div>
  )
}

function Proof({ id }: { readonly id: string }) {
  const t = useTeachingTexts()
  const { lang } = useLang()
  const { data, error, refetch } = useQuery({
    queryKey: ['teaching', 'advice', id],
    queryFn: ({ signal }) => api.get<WireAdviceProof>(`/teaching/advice/${id}`, signal),
  })
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading rows={2} />
  return (
    <>
      {data.students.length > 0 && (
        <>
          <h3>{t('proof.students')}</h3>
          <p>{data.students.map(({ number, name }) => `${number} ${name}`).join('、')}</p>
        </>
      )}
      {data.signIns.length > 0 ? (
        <>
          <h3>{t('proof.sign-ins', { n: data.signIns.length })}</h3>
          <ul className="teaching-acts">
            {data.signIns.map(({ heldOn, number, name, state }) => (
              <li key={`${heldOn} ${number}`}>
                <span>{heldOn}</span> {name} {t(`came.${state}`)}
              </li>
            ))}
          </ul>
        </>
      ) : (
        <h3>{t('proof.acts')}</h3>
      )}
      {data.signIns.length === 0 && data.acts.length === 0 && <p>{t('proof.no-acts')}</p>}
      {data.acts.length > 0 && (
        <ul className="teaching-acts">
          {data.acts.map((act) => (
            <li key={act.id}>
              <span>{formatTime(act.at)}</span> {act.who} {act.label[lang]}
              {act.correct !== null && (
                <b className={act.correct ? 'act-right' : 'act-wrong'}>{act.correct ? ' ✓' : ' ✗'}</b>
              )}
              {act.correct === null && act.score !== null && ` ${act.score}/${act.maxScore ?? ''}`}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
