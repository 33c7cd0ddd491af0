import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { stateText } from '../../../../language/usual.ts'
import { groupDigits } from '../../../../fields/number-text.ts'
import { api } from '../../../../web/kit/api.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { EmptyState } from '../../../../web/kit/empty-state.tsx'
import { ErrorState } from '../../../../web/kit/error-state.tsx'
import { Loading } from '../../../../web/kit/loading.tsx'
import { StatusTag } from '../../../../web/kit/status-tag.tsx'
import { useLang } from '../../../../web/kit/use-lang.tsx'
import type { WirePlan } from '../../wire.ts'
import type { WirePlanChanges } from '../../wire-changes.ts'
import type { RevisedRequest, Wish } from '../views/wishes.ts'
import { ChangeDetail } from './change-detail.tsx'
import { useChangeTexts } from './use-change-texts.ts'

interface ChangesViewProps {
  readonly plan: WirePlan
  /** The request that is open; all of them when absent. */
  readonly change: string | undefined
  readonly onOpen: (change: string | undefined) => void
  /** A request is taken up again. */
  readonly onRevise: (request: RevisedRequest, wishes: readonly Wish[]) => void
}

/** The change requests of a plan, and each with old beside new. */
export function ChangesView({ plan, change, onOpen, onRevise }: ChangesViewProps) {
  return change === undefined ? (
    <ChangeList plan={plan} onOpen={onOpen} />
  ) : (
    <ChangeDetail change={change} onBack={() => onOpen(undefined)} onRevise={onRevise} />
  )
}

function ChangeList({ plan, onOpen }: Pick<ChangesViewProps, 'plan' | 'onOpen'>) {
  const t = useChangeTexts()
  const { lang } = useLang()
  const { data, error, refetch } = useQuery({
    queryKey: ['plans', plan.code, 'changes'],
    queryFn: ({ signal }) => api.get<WirePlanChanges>(`/plans/${encodeURIComponent(plan.code)}/changes`, signal),
  })
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  if (data.changes.length === 0)
    return (
      <EmptyState
        title={t('changes.none')}
        hint={t(plan.state === 'draft' ? 'changes.draft-hint' : 'changes.none-hint')}
      />
    )
  const renderCard = ({ record, moved }: WirePlanChanges['changes'][number]) => (
    <>
      <span className="data-card-title">
        <span>{String(record.values['title'])}</span>
        <span>{stateText(record.state, lang)}</span>
      </span>
      <small>
        {[
          record.values['number'],
          record.titles['unit'],
          moved === '0.00' ? null : `${groupDigits(moved)} ${lang === 'zh' ? '元' : 'yuan'}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </small>
    </>
  )
  return (
    <>
      <p className="plan-view-bar">
        <small>{t('changes.edition', { n: plan.edition })}</small>
        <Link to={`/plans/${encodeURIComponent(plan.code)}/compare`}>{t('changes.compare')}</Link>
      </p>
      <DataTable
        label={t('changes.title')}
        rows={data.changes}
        rowKey={({ record }) => record.id}
        onOpen={({ record }) => onOpen(record.id)}
        columns={[
          {
            key: 'title',
            title: t('changes.title'),
            width: 300,
            render: ({ record }) => String(record.values['title']),
          },
          {
            key: 'state',
            title: t('changes.state'),
            width: 130,
            render: ({ record }) => <StatusTag state={record.state} />,
          },
          {
            key: 'records',
            title: t('changes.records'),
            width: 90,
            align: 'right',
            render: ({ records }) => <span className="field-number">{records}</span>,
          },
          {
            key: 'moved',
            title: t('changes.moved'),
            width: 140,
            align: 'right',
            render: ({ moved }) => <span className="field-number">{moved === '0.00' ? '—' : groupDigits(moved)}</span>,
          },
          { key: 'unit', title: t('changes.unit'), width: 150, render: ({ record }) => record.titles['unit'] ?? '' },
          {
            key: 'number',
            title: t('changes.number'),
            width: 230,
            render: ({ record }) => String(record.values['number']),
          },
        ]}
        card={renderCard}
      />
    </>
  )
}
