import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Label } from '../../../../language/label.ts'
import { groupDigits } from '../../../../fields/number-text.ts'
import { api } from '../../../../web/kit/api.ts'
import { ConfirmComment } from '../../../../web/kit/confirm-comment.tsx'
import { ErrorState } from '../../../../web/kit/error-state.tsx'
import { Loading } from '../../../../web/kit/loading.tsx'
import { StatusTag } from '../../../../web/kit/status-tag.tsx'
import { useLang } from '../../../../web/kit/use-lang.tsx'
import type { WirePlanChange, WireRecordChange, WireRoute } from '../../wire-changes.ts'
import type { RevisedRequest, Wish } from '../views/wishes.ts'
import { useChangeTexts } from './use-change-texts.ts'
import './changes.css'

interface Step {
  readonly name: string
  readonly label: Label
  readonly comment: boolean
}

/** Which ways forward a request may take, by who has the last word: the others would only be refused. */
const FORWARD: Readonly<Record<WireRoute, readonly string[]>> = {
  office: ['submitted approve'],
  finance: ['submitted to-finance', 'with-finance approve'],
  leaders: ['submitted to-finance', 'with-finance to-leaders', 'with-leaders approve'],
}
const isForward = (name: string) => ['approve', 'to-finance', 'to-leaders'].includes(name)

interface ChangeDetailProps {
  readonly change: string
  readonly onBack: () => void
  /** The request is taken up again, to be changed in the views of the plan. */
  readonly onRevise: (request: RevisedRequest, wishes: readonly Wish[]) => void
}

/** One change request: why, which way it goes, and old beside new. */
export function ChangeDetail({ change, onBack, onRevise }: ChangeDetailProps) {
  const t = useChangeTexts()
  const { lang } = useLang()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [step, setStep] = useState<Step>()
  const { data, error, refetch } = useQuery({
    queryKey: ['plans', 'change', change],
    queryFn: ({ signal }) => api.get<WirePlanChange>(`/plan-changes/${change}`, signal),
  })
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const { record, changes, route, moved, wishes } = data
  const steps = record.can.actions.filter(
    ({ name }) => !isForward(name) || FORWARD[route].includes(`${record.state} ${name}`),
  )
  const stale = changes.reduce(
    (sum, one) => sum + (one.isGone ? 1 : one.fields.filter(({ isStale }) => isStale).length),
    0,
  )
  async function take(comment: string) {
    await api.post(`/registers/plan-changes/${record.id}/actions/${step!.name}`, {
      version: record.version,
      ...(comment ? { comment } : {}),
    })
    void message.success(t('step.done'))
    await client.invalidateQueries({ queryKey: ['plans'] })
  }
  return (
    <>
      <p className="plan-view-bar">
        <Button type="link" onClick={onBack}>
          ← {t('changes.back')}
        </Button>
        <StatusTag state={record.state} />
        {wishes && (
          <Button
            onClick={() =>
              onRevise(
                {
                  id: record.id,
                  number: String(record.values['number']),
                  version: record.version,
                  title: String(record.values['title']),
                  reason: String(record.values['reason']),
                },
                wishes as readonly Wish[],
              )
            }
          >
            {t('changes.revise')}
          </Button>
        )}
        {steps.map((one) => (
          <Button key={one.name} type={isForward(one.name) ? 'primary' : 'default'} onClick={() => setStep(one)}>
            {one.label[lang]}
          </Button>
        ))}
      </p>
      <section className="plan-card">
        <h2>{String(record.values['title'])}</h2>
        <p>
          {[
            record.values['number'],
            record.titles['unit'],
            record.titles['proposer'],
            t(`route.${route}`),
            ...(moved === '0.00' ? [] : [`${t('changes.moved')} ${groupDigits(moved)}`]),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <p>
          {t('changes.reason')}：{String(record.values['reason'])}
        </p>
        <Link to={`/registers/plan-changes/${record.id}`}>{t('changes.record-link')}</Link>
      </section>
      {stale > 0 && <Alert type="warning" showIcon title={t('changes.stale-hint', { n: stale })} />}
      <div className="change-list">
        {changes.map((one) => (
          <RecordChange key={`${one.register} ${one.record}`} change={one} />
        ))}
      </div>
      {step && (
        <ConfirmComment
          title={t('step.confirm', { step: step.label[lang], name: String(record.values['title']) })}
          comment={step.comment ? 'required' : 'optional'}
          okText={step.label[lang]}
          onConfirm={take}
          onClose={() => setStep(undefined)}
        />
      )}
    </>
  )
}

function RecordChange({ change }: { readonly change: WireRecordChange }) {
  const t = useChangeTexts()
  const { lang } = useLang()
  return (
    <section className="plan-card change-record">
      <h3>
        <small>{change.label[lang]}</small> {change.name}{' '}
        <em className={`change-${change.action}`}>{t(`changes.${change.action}`)}</em>
        {change.isGone && <strong> {t('changes.gone')}</strong>}
      </h3>
      {change.budget && (
        <p>
          {t('changes.budget')} <del>{change.budget.before}</del> → <ins>{change.budget.after}</ins>
        </p>
      )}
      {change.action !== 'delete' && (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('changes.field')}</th>
              {change.action === 'update' && <th scope="col">{t('changes.old')}</th>}
              <th scope="col">{t('changes.new')}</th>
            </tr>
          </thead>
          <tbody>
            {change.fields.map(({ field, label, before, after, isStale }) => (
              <tr key={field} className={isStale ? 'change-stale' : undefined}>
                <th scope="row">{label[lang]}</th>
                {change.action === 'update' && (
                  <td>
                    <del>{before ?? t('changes.empty')}</del>
                    {isStale && <small> {t('changes.stale')}</small>}
                  </td>
                )}
                <td>
                  <ins>{after ?? t('changes.empty')}</ins>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
