import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { api } from '../../../web/kit/api.ts'
import { DataTable } from '../../../web/kit/data-table.tsx'
import { EmptyState } from '../../../web/kit/empty-state.tsx'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import { PATH, useStandardTables } from './queries.ts'
import { usePlatformTexts } from './use-platform-texts.ts'
import type { RejectedOf, RejectedRow } from './wire-platform.ts'

/** The server lists no more of one table. */
const LISTED = 500

/** Rows that the platform rejected, table by table. */
export function Rejected() {
  const t = usePlatformTexts()
  const { lang } = useLang()
  const [chosen, setChosen] = useState<string>()
  const { data: tables } = useStandardTables()
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['national-platform', 'rejected'],
    queryFn: ({ signal }) => api.get<readonly RejectedOf[]>(`${PATH}/rejected`, signal),
  })
  if (isPending) return <Loading />
  if (error && !data) return <ErrorState error={error} what={t('rejected.title')} onRetry={() => void refetch()} />
  const table = chosen ?? data?.[0]?.table
  if (table === undefined) return <EmptyState title={t('rejected.none')} hint={t('rejected.none-hint')} />
  const labelOf = (name: string) => tables?.find((one) => one.name === name)?.label[lang] ?? name
  return (
    <>
      <div className="list-tools">
        <Select
          aria-label={t('rejected.of')}
          value={table}
          onChange={setChosen}
          options={data.map((one) => ({ value: one.table, label: `${labelOf(one.table)} (${one.rows})` }))}
          style={{ minWidth: 240 }}
        />
      </div>
      <RejectedOfTable table={table} />
    </>
  )
}

/** Rows of one table that the platform rejected, each with its record. */
export function RejectedOfTable({ table }: { readonly table: string }) {
  const t = usePlatformTexts()
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['national-platform', 'rejected', table],
    queryFn: ({ signal }) => api.get<readonly RejectedRow[]>(`${PATH}/tables/${table}/rejected`, signal),
  })
  if (isPending) return <Loading />
  if (error && !data) return <ErrorState error={error} what={t('rejected.title')} onRetry={() => void refetch()} />
  if (data.length === 0) return <EmptyState title={t('rejected.none')} hint={t('rejected.none-hint')} />
  const record = (row: RejectedRow) => (
    <Link to={`/registers/${row.register}/${row.recordId}`}>{row.title ?? t('rejected.open')}</Link>
  )
  return (
    <>
      <DataTable
        label={t('rejected.title')}
        rows={data}
        rowKey={(row) => row.recordId}
        isWrapped
        columns={[
          { key: 'record', title: t('rejected.record'), width: 200, render: record },
          {
            key: 'column',
            title: t('rejected.column'),
            width: 180,
            render: (row) => <span title={row.column ?? undefined}>{row.columnLabel ?? '—'}</span>,
          },
          { key: 'message', title: t('rejected.message'), width: 420, render: (row) => row.message ?? '' },
        ]}
      />
      {data.length === LISTED && <p className="state-small">{t('rejected.most')}</p>}
    </>
  )
}
