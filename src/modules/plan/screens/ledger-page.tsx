import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Select } from 'antd'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import { api } from '../../../web/kit/api.ts'
import { EmptyState } from '../../../web/kit/empty-state.tsx'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { formatTime } from '../../../web/kit/format-date.ts'
import { Loading } from '../../../web/kit/loading.tsx'
import { PageHeader } from '../../../web/kit/page-header.tsx'
import { StatusTag } from '../../../web/kit/status-tag.tsx'
import { actionText } from '../../../web/kit/text-of.ts'
import { useLang } from '../../../web/kit/use-lang.tsx'
import type { WireLedger, WireLedgerEntry } from '../wire-run.ts'
import { Light } from './light.tsx'
import { useRunTexts } from './use-run-texts.ts'
import './plan.css'
import './run.css'

/** Everything that happened to a task, the latest first, each with the way to its record. */
export function TaskLedger() {
  const t = useRunTexts()
  const { lang } = useLang()
  const navigate = useNavigate()
  const { id = '', task = '' } = useParams()
  const [search, setSearch] = useSearchParams()
  const below = search.get('below') === '1'
  const kind = search.get('kind') ?? ''
  const { data, error, refetch } = useQuery({
    queryKey: ['plans', id, 'ledger', task, below],
    queryFn: ({ signal }) =>
      api.get<WireLedger>(`/plans/${encodeURIComponent(id)}/tasks/${task}/ledger${below ? '?below=1' : ''}`, signal),
  })
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const { task: head, plan } = data
  const kinds = new Map(data.entries.map(({ register, label }) => [register, label[lang]]))
  const shown = data.entries.filter(({ register }) => kind === '' || register === kind)
  const change = (more: { readonly below?: boolean; readonly kind?: string }) => {
    const next = { below, kind, ...more }
    setSearch(
      [...(next.below ? [['below', '1']] : []), ...(next.kind ? [['kind', next.kind]] : [])] as [string, string][],
      {
        replace: true,
      },
    )
  }
  return (
    <div className="run-minutes">
      <PageHeader
        title={`${head.number} ${head.name}`}
        subtitle={[t('ledger.title'), head.unit.name, head.owner?.name, `${head.from} — ${head.to}`]
          .filter(Boolean)
          .join(' · ')}
        back={{ to: `/plans/${encodeURIComponent(plan.code)}`, text: plan.name }}
        actions={
          <>
            <Button onClick={() => void navigate(`/registers/plan-tasks/${head.id}`)}>{t('meet.record')}</Button>
            <Button onClick={() => print()}>{t('ledger.print')}</Button>
          </>
        }
      />
      <p className="run-facts">
        <Light light={head.light} />
        {head.progress !== null && <span>{t('ledger.progress', { n: head.progress })}</span>}
        {head.achieved !== null && <span>{t('ledger.achieved', { n: head.achieved })}</span>}
      </p>
      <div className="run-bar">
        <Select
          aria-label={t('ledger.kind')}
          value={kind}
          options={[{ value: '', label: t('ledger.kind') }, ...[...kinds].map(([value, label]) => ({ value, label }))]}
          onChange={(value) => change({ kind: value })}
        />
        {head.kind !== 'leaf' && (
          <Checkbox checked={below} onChange={({ target }) => change({ below: target.checked })}>
            {t('ledger.below')}
          </Checkbox>
        )}
      </div>
      {shown.length === 0 && <EmptyState title={t('ledger.none')} hint={t('ledger.none-hint')} />}
      <ol className="run-ledger">
        {shown.map((entry, i) => (
          <Entry
            key={`${entry.id} ${entry.at} ${entry.action} ${i}`}
            entry={entry}
            isOther={entry.task.id !== head.id}
          />
        ))}
      </ol>
      {data.more && <p>{t('ledger.more')}</p>}
    </div>
  )
}

function Entry({ entry, isOther }: { readonly entry: WireLedgerEntry; readonly isOther: boolean }) {
  const t = useRunTexts()
  const { lang } = useLang()
  const { at, action, who, reason, label, title, facts, state, register, id, task } = entry
  const comma = lang === 'zh' ? '；' : '; '
  return (
    <li className={action === null ? 'run-entry' : 'run-entry run-entry-step'}>
      <time dateTime={at}>{at.length > 10 ? formatTime(at) : at}</time>
      <div>
        <span className="run-kind">{label[lang]}</span>{' '}
        {action !== null && (
          <strong>
            {who} {actionText(action, lang)}{' '}
          </strong>
        )}
        <Link to={`/registers/${register}/${id}`}>{title || label[lang]}</Link>{' '}
        {action === null && state !== null && state !== 'active' && <StatusTag state={state} />}
        {isOther && (
          <small>
            {' '}
            {task.number} {task.name}
          </small>
        )}
        {facts.length > 0 && (
          <p className="run-said">
            {action !== null && `${t('ledger.changed')} `}
            {facts.map((fact) => (fact.text ? `${fact.label[lang]} ${fact.text[lang]}` : fact.label[lang])).join(comma)}
          </p>
        )}
        {reason && <p className="run-returned">{t('ledger.reason', { text: reason })}</p>}
      </div>
    </li>
  )
}
