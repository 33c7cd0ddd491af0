import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearchParams } from 'react-router'
import { groupDigits } from '../../../fields/number-text.ts'
import { api, queryOf } from '../../../web/kit/api.ts'
import { type Column, DataTable } from '../../../web/kit/data-table.tsx'
import { EmptyState } from '../../../web/kit/empty-state.tsx'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { PageHeader } from '../../../web/kit/page-header.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import { COUNTED, type Counted, type WireCounted, type WireCountedRow } from '../wire-counted.ts'
import { usePlanTexts } from './use-plan-texts.ts'
import './plan.css'

const figure = (text: string) => <span className="field-number">{text}</span>

/** The address of the rows behind a figure of a plan. */
export const countedAt = (plan: string, what: Counted, filter: Readonly<Record<string, string>> = {}): string =>
  `/plans/${encodeURIComponent(plan)}/counted/${what}${queryOf(filter)}`

/** Exactly the rows that a figure of a plan was made of, with their sum. */
export function CountedRows() {
  const t = usePlanTexts()
  const { lang } = useLang()
  const { id = '', what = '' } = useParams()
  const [search] = useSearchParams()
  const query = search.toString()
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['plans', id, 'counted', what, query],
    queryFn: ({ signal }) =>
      api.get<WireCounted>(
        `/plans/${encodeURIComponent(id)}/counted/${encodeURIComponent(what)}${query && `?${query}`}`,
        signal,
      ),
  })
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (isPending) return <Loading />
  const { plan, rows, count, total } = data
  const isMoney = data.what !== 'targets' && data.what !== 'results'
  const value = ({ value: own }: WireCountedRow) =>
    own === null ? '—' : data.what === 'targets' ? `${own}%` : groupDigits(own)
  const text = (key: string, width: number, render: Column<WireCountedRow>['render']): Column<WireCountedRow> => ({
    key,
    title: t(`counted.${key}` as 'counted.task'),
    width,
    render,
  })
  const named = (row: WireCountedRow) => <Link to={`/registers/${COUNTED[data.what]}/${row.id}`}>{row.what}</Link>
  const renderCard = (row: WireCountedRow) => (
    <>
      <span className="data-card-title">
        {named(row)}
        <span className="field-number">{value(row)}</span>
      </span>
      <small>
        {[`${row.task.number} ${row.task.name}`, row.of?.[lang], row.at, row.unit, row.detail]
          .filter(Boolean)
          .join(' · ')}
      </small>
    </>
  )
  return (
    <>
      <PageHeader
        title={t(`counted.${data.what}`)}
        subtitle={[
          t('counted.hint', { n: count, asOf: plan.asOf }),
          total === null
            ? null
            : isMoney
              ? t('counted.sum', { sum: groupDigits(total) })
              : t('counted.mean', { total }),
        ]
          .filter(Boolean)
          .join(' · ')}
        back={{ to: `/plans/${encodeURIComponent(plan.code)}`, text: plan.name }}
      />
      {rows.length === 0 ? (
        <EmptyState title={t('counted.none')} />
      ) : (
        <DataTable
          label={t(`counted.${data.what}`)}
          rows={rows}
          rowKey={({ id: row }) => row}
          columns={[
            text('task', 270, ({ task }) => `${task.number} ${task.name}`),
            text('what', 240, named),
            ...(data.what === 'targets' ? [] : [text('of', 110, ({ of }) => of?.[lang] ?? '')]),
            text('at', 110, ({ at }) => figure(at)),
            text('unit', 150, ({ unit }) => unit),
            ...(data.what === 'targets' ? [text('reached', 140, ({ detail }) => detail ?? '')] : []),
            ...(data.what === 'results'
              ? []
              : [
                  {
                    ...text(isMoney ? 'amount' : 'achieved', 130, (row) => figure(value(row))),
                    align: 'right' as const,
                  },
                ]),
          ]}
          card={renderCard}
          isTall
        />
      )}
      {count > rows.length && <p>{t('counted.more', { n: rows.length })}</p>}
    </>
  )
}
