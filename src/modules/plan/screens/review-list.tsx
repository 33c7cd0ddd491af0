import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Label } from '../../../language/label.ts'
import { api } from '../../../web/kit/api.ts'
import { ConfirmComment } from '../../../web/kit/confirm-comment.tsx'
import { useErrorText } from '../../../web/kit/error-state.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import type { WireReview } from '../wire-run.ts'
import { Light } from './light.tsx'
import { useRunTexts } from './use-run-texts.ts'

interface Outcome {
  readonly done: number
  readonly refused: readonly { readonly id: string; readonly message: Label }[]
}

/** Reports that wait, with what they change; several are passed on or given back at once. */
export function ReviewList({ reviews }: { readonly reviews: readonly WireReview[] }) {
  const t = useRunTexts()
  const { lang } = useLang()
  const errorText = useErrorText()
  const { message } = App.useApp()
  const client = useQueryClient()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [returning, setReturning] = useState<readonly string[]>()
  const [busy, setBusy] = useState(false)
  const picked = reviews.filter(({ record }) => chosen.has(record.id))
  const onward = new Set(picked.map((review) => review.onward))
  const [step] = onward.size === 1 ? onward : [null]

  async function act(action: 'review' | 'approve' | 'return', ids: readonly string[], comment?: string) {
    const { done, refused } = await api.post<Outcome>('/registers/task-progress/bulk', {
      ids,
      // What changed since it was read is not passed on unread.
      versions: Object.fromEntries(
        reviews.flatMap(({ record }) => (ids.includes(record.id) ? [[record.id, record.version]] : [])),
      ),
      action,
      ...(comment ? { comment } : {}),
    })
    if (done > 0) message.success(t('review.done', { n: done }))
    if (refused.length > 0)
      message.warning(
        t('review.refused', {
          n: refused.length,
          why: [...new Set(refused.map((one) => one.message[lang]))].join('；'),
        }),
        8,
      )
    setChosen(new Set())
    await client.invalidateQueries({ queryKey: ['plan-reviews'] })
    await client.invalidateQueries({ queryKey: ['plans'] })
  }
  async function pass(action: 'review' | 'approve', ids: readonly string[]) {
    setBusy(true)
    try {
      await act(action, ids)
    } catch (error) {
      message.error(errorText(error))
    } finally {
      setBusy(false)
    }
  }
  // Chosen together is what can be passed on together.
  const mine = reviews.filter((review) => review.onward !== null)
  const all = (mine.length > 0 ? mine : reviews).map(({ record }) => record.id)
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    setChosen(next)
  }
  return (
    <>
      <div className="run-bar run-sticky">
        <Checkbox
          checked={chosen.size > 0 && all.every((id) => chosen.has(id))}
          indeterminate={chosen.size > 0 && !all.every((id) => chosen.has(id))}
          onChange={({ target }) => setChosen(new Set(target.checked ? all : []))}
        >
          {chosen.size > 0 ? t('review.chosen', { n: chosen.size }) : t('review.choose-all')}
        </Checkbox>
        {step && (
          <Button type="primary" loading={busy} onClick={() => void pass(step, [...chosen])}>
            {t(`review.${step}`)}
          </Button>
        )}
        {chosen.size > 0 && (
          <Button danger onClick={() => setReturning([...chosen])}>
            {t('review.return')}
          </Button>
        )}
      </div>
      <ul className="run-cards">
        {reviews.map((review) => (
          <li key={review.record.id} className="plan-card run-card">
            <ReviewCard
              review={review}
              isChosen={chosen.has(review.record.id)}
              onToggle={() => toggle(review.record.id)}
            />
            <div className="run-actions">
              {review.onward ? (
                <Button
                  type="primary"
                  size="small"
                  disabled={busy}
                  onClick={() => void pass(review.onward!, [review.record.id])}
                >
                  {t(`review.${review.onward}`)}
                </Button>
              ) : (
                <small>{t('review.at-unit')}</small>
              )}
              <Button danger size="small" onClick={() => setReturning([review.record.id])}>
                {t('review.return')}
              </Button>
              <Link to={`/registers/task-progress/${review.record.id}`}>{t('meet.record')}</Link>
              <Link to={`/plans/${encodeURIComponent(review.plan.code)}/tasks/${review.task.id}/ledger`}>
                {t('fill.ledger')}
              </Link>
            </div>
          </li>
        ))}
      </ul>
      {returning && (
        <ConfirmComment
          title={t('review.return-title', { n: returning.length })}
          comment="required"
          okText={t('review.return')}
          isDangerous
          onConfirm={(comment) => act('return', returning, comment)}
          onClose={() => setReturning(undefined)}
        />
      )}
    </>
  )
}

interface ReviewCardProps {
  readonly review: WireReview
  readonly isChosen: boolean
  readonly onToggle: () => void
}

function ReviewCard({ review, isChosen, onToggle }: ReviewCardProps) {
  const t = useRunTexts()
  const { task, record, last, unit, filledBy, plan } = review
  const { percent, done, problems, reason, month, files } = record.values
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
  const count = Array.isArray(files) ? files.length : 0
  return (
    <>
      <h2>
        <Checkbox aria-label={t('review.choose', { name: task.name })} checked={isChosen} onChange={onToggle} />{' '}
        <small>{task.number}</small> {task.name}
      </h2>
      <p className="run-facts">
        <strong>
          {last
            ? t('review.change', { from: last.percent, to: String(percent) })
            : t('review.first', { to: String(percent) })}
        </strong>
        <span>{String(month)}</span>
        <span>{t('fill.due', { to: task.to })}</span>
        {count > 0 && <span>{t('review.files', { n: count })}</span>}
        <small>
          {[unit.name, filledBy === null ? undefined : t('review.filled-by', { name: filledBy }), plan.name]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </p>
      <Light light={review.light} />
      <p className="run-said">{text(done)}</p>
      {text(reason) && <p className="run-returned">{t('review.why-fell', { text: text(reason)! })}</p>}
      {text(problems) && <p className="run-returned">{t('review.problems', { text: text(problems)! })}</p>}
    </>
  )
}
