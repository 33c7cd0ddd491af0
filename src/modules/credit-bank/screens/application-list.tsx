import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { api } from '../../../web/kit/api.ts'
import { ConfirmComment } from '../../../web/kit/confirm-comment.tsx'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { formatTime } from '../../../web/kit/format-date.ts'
import { Loading } from '../../../web/kit/loading.tsx'
import { StatusTag } from '../../../web/kit/status-tag.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import type { WireApplication, WireDecision } from '../wire.ts'
import { CheckList } from './check-list.tsx'
import { useBankTexts } from './use-bank-texts.ts'

type Step = WireApplication['can'][number]

/** Applications with what may be done with each, and why. */
export function ApplicationList({
  rows,
  door,
}: {
  readonly rows: readonly WireApplication[]
  /** They are the own ones of whoever looks, by the door they came in. */
  readonly door?: 'self' | 'mine' | undefined
}) {
  const t = useBankTexts()
  const { lang } = useLang()
  const { message } = App.useApp()
  const client = useQueryClient()
  const [asked, setAsked] = useState<{ readonly row: WireApplication; readonly step: Step }>()
  if (rows.length === 0) return <p>{t('applications.none')}</p>

  const becomes = (row: WireApplication) =>
    t('applications.becomes', {
      outcome: row.outcome,
      target: row.target,
      credits: row.credits,
      grade: row.grade,
    })
  async function take({ row, step }: { row: WireApplication; step: Step }, comment: string) {
    const said = comment ? { comment } : {}
    if (door) await api.post(`/credit-bank/${door}/credit-conversions/${row.id}/${step.name}`, said)
    else
      await api.post(`/registers/credit-conversions/${row.id}/actions/${step.name}`, { version: row.version, ...said })
    message.success(t('applications.done'))
    await client.invalidateQueries({ queryKey: ['credit-bank'] })
  }
  return (
    <>
      <ul className="bank-list">
        {rows.map((row) => (
          <li key={row.id} className="bank-card">
            <div className="bank-head">
              <strong>{becomes(row)}</strong>
              <StatusTag state={row.state} />
            </div>
            <small>
              {door ? row.number : <Link to={`/registers/credit-conversions/${row.id}`}>{row.number}</Link>} ·{' '}
              {t('applications.about', { learner: row.learner, at: row.institution, date: row.appliedOn })}
            </small>
            <div className="bank-steps">
              {row.can.map((step) => (
                <Button
                  key={step.name}
                  size="small"
                  type={step.name === 'approve' ? 'primary' : 'default'}
                  onClick={() => setAsked({ row, step })}
                >
                  {step.label[lang]}
                </Button>
              ))}
            </div>
            <Decision id={row.id} door={door} />
          </li>
        ))}
      </ul>
      {asked && (
        <ConfirmComment
          title={`${asked.step.label[lang]} · ${asked.row.learner}`}
          okText={asked.step.label[lang]}
          comment={asked.step.comment ? 'required' : 'optional'}
          isDangerous={asked.step.comment}
          onConfirm={(comment) => take(asked, comment)}
          onClose={() => setAsked(undefined)}
        >
          <p>{becomes(asked.row)}</p>
        </ConfirmComment>
      )}
    </>
  )
}

/** The checks of one application, loaded when somebody opens them. */
function Decision({ id, door }: { readonly id: string; readonly door: 'self' | 'mine' | undefined }) {
  const t = useBankTexts()
  const [isOpen, setOpen] = useState(false)
  const { data, error, refetch } = useQuery({
    queryKey: ['credit-bank', 'checks', id],
    queryFn: ({ signal }) =>
      api.get<WireDecision>(`/credit-bank/${door ? `${door}/` : ''}applications/${id}/checks`, signal),
    enabled: isOpen,
  })
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('applications.why')}</summary>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {isOpen && !data && !error && <Loading />}
      {data && (
        <>
          <p>
            {data.decidedAt === null
              ? t('applications.now', { rule: data.ruleNumber, version: data.ruleVersion })
              : t('applications.decided', {
                  rule: data.ruleNumber,
                  version: data.ruleVersion,
                  at: formatTime(data.decidedAt),
                })}
          </p>
          <CheckList checks={data.checks} />
        </>
      )}
    </details>
  )
}
