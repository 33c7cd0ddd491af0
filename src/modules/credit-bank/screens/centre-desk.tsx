import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { FileRef } from '../../../language/fields.ts'
import type { WirePage, WireRecord } from '../../../language/wire.ts'
import { api, queryOf } from '../../../web/kit/api.ts'
import { ConfirmComment } from '../../../web/kit/confirm-comment.tsx'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { StatusTag } from '../../../web/kit/status-tag.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import type { WireMerger } from '../wire.ts'
import { EvidenceLinks } from './evidence.tsx'
import { Opinions } from './opinions.tsx'
import { useBankTexts } from './use-bank-texts.ts'

const text = (value: unknown) => (typeof value === 'string' ? value : '')
type Step = WireRecord['can']['actions'][number]

/** What waits for the bank's office: outcomes to accredit, requests of learners, mergers, rules. */
export function CentreDesk() {
  const t = useBankTexts()
  return (
    <div className="bank-review">
      <Waiting
        register="learning-outcomes"
        states={['registered']}
        title={t('centre.outcomes')}
        about={(row) => [
          row.titles['learner'],
          row.titles['issuer'],
          text(row.values['issuedOn']),
          t('outcome.credits', { n: text(row.values['credits']) }),
        ]}
        More={ToJudge}
      />
      <Waiting
        register="learner-requests"
        states={['submitted']}
        title={t('centre.requests')}
        about={(row) => [
          row.titles['learner'],
          t(row.values['kind'] === 'closing' ? 'request.closing' : 'request.correction'),
          ...['name', 'identity', 'phone'].map((name) => text(row.values[name])),
          text(row.values['reason']),
        ]}
      />
      <Waiting
        register="learner-merges"
        states={['proposed', 'merged']}
        title={t('centre.merges')}
        about={(row) => [row.titles['kept'], '←', row.titles['absorbed'], text(row.values['reason'])]}
        More={MergerReview}
      />
      <Waiting
        register="conversion-rules"
        states={['submitted']}
        title={t('centre.rules')}
        about={(row) => [row.titles['institution'], t('outcome.credits', { n: text(row.values['credits']) })]}
      />
    </div>
  )
}

interface WaitingProps {
  readonly register: string
  readonly states: readonly string[]
  readonly title: string
  readonly about: (row: WireRecord) => readonly (string | undefined)[]
  readonly More?: React.ComponentType<{ readonly row: WireRecord }>
}

/** Records of a register in some states, each with the steps that may be taken. */
function Waiting({ register, states, title, about, More }: WaitingProps) {
  const t = useBankTexts()
  const { lang } = useLang()
  const { message } = App.useApp()
  const client = useQueryClient()
  const [asked, setAsked] = useState<{ readonly row: WireRecord; readonly step: Step }>()
  const where = JSON.stringify([['state', 'in', states]])
  const { data, error, refetch } = useQuery({
    queryKey: ['credit-bank', 'waiting', register, where],
    queryFn: ({ signal }) => api.get<WirePage>(`/registers/${register}${queryOf({ where, limit: 8 })}`, signal),
  })
  async function take({ row, step }: { row: WireRecord; step: Step }, comment: string) {
    await api.post(`/registers/${register}/${row.id}/actions/${step.name}`, {
      version: row.version,
      ...(comment ? { comment } : {}),
    })
    message.success(t('applications.done'))
    await client.invalidateQueries({ queryKey: ['credit-bank'] })
  }
  const nameOf = (row: WireRecord) => text(row.values['name']) || text(row.values['number'])
  return (
    <section className="bank-card">
      <h2>{data ? t('centre.count', { what: title, n: data.total }) : title}</h2>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={2} />}
      {data?.rows.length === 0 && <p>{t('centre.none')}</p>}
      <ul className="bank-waiting">
        {data?.rows.map((row) => (
          <li key={row.id}>
            <div className="bank-head">
              <Link to={`/registers/${register}/${row.id}`}>{nameOf(row)}</Link>
              {states.length > 1 && <StatusTag state={row.state} />}
            </div>
            <small>{about(row).filter(Boolean).join(' · ')}</small>
            {More && <More row={row} />}
            <div className="bank-steps">
              {row.can.actions.map((step) => (
                <Button key={step.name} size="small" onClick={() => setAsked({ row, step })}>
                  {step.label[lang]}
                </Button>
              ))}
            </div>
          </li>
        ))}
      </ul>
      {data && data.total > data.rows.length && <Link to={`/registers/${register}`}>{t('centre.all')}</Link>}
      {asked && (
        <ConfirmComment
          title={`${asked.step.label[lang]} · ${nameOf(asked.row)}`}
          okText={asked.step.label[lang]}
          comment={asked.step.comment ? 'required' : 'optional'}
          isDangerous={asked.step.comment}
          onConfirm={(comment) => take(asked, comment)}
          onClose={() => setAsked(undefined)}
        >
          <p>{about(asked.row).filter(Boolean).join(' · ')}</p>
        </ConfirmComment>
      )}
    </section>
  )
}

/** What was handed in and what experts say of it, to look at before deciding. */
function ToJudge({ row }: { readonly row: WireRecord }) {
  return (
    <>
      <EvidenceLinks files={(row.values['evidence'] ?? []) as readonly FileRef[]} />
      <Opinions outcome={row.id} name={text(row.values['name'])} />
    </>
  )
}

/** What merging would come to, before it happens. */
function MergerReview({ row }: { readonly row: WireRecord }) {
  const t = useBankTexts()
  const { lang } = useLang()
  const { data } = useQuery({
    queryKey: ['credit-bank', 'merger', row.id],
    queryFn: ({ signal }) =>
      api.get<WireMerger>(
        `/credit-bank/mergers/review${queryOf({ kept: text(row.values['kept']), absorbed: text(row.values['absorbed']) })}`,
        signal,
      ),
    enabled: row.state === 'proposed',
  })
  if (!data) return null
  return (
    <ul className="bank-plain">
      {data.problems.map((label) => (
        <li key={label.en} className="bank-not">
          {label[lang]}
        </li>
      ))}
      {data.notes.map((label) => (
        <li key={label.en}>{label[lang]}</li>
      ))}
      {data.moved.length > 0 && (
        <li>
          {t('merge.moved', {
            what: data.moved.map(({ label, count }) => `${label[lang]} ${count}`).join(lang === 'zh' ? '、' : ', '),
          })}
        </li>
      )}
      {data.credits && <li>{t('merge.credits', data.credits)}</li>}
    </ul>
  )
}
