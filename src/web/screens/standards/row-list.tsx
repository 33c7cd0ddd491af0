import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { WireStandardColumn, WireStandardRow, WireStandardRows } from '../../../language/index.ts'
import { api, queryOf } from '../../kit/api.ts'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { ErrorState } from '../../kit/error-state.tsx'
import { Loading } from '../../kit/loading.tsx'
import { SearchField } from '../register-list/search-field.tsx'
import { useStandardTexts } from './use-standard-texts.ts'

interface RowListProps {
  readonly standard: string
  readonly table: string
  readonly register: string
  readonly columns: readonly WireStandardColumn[]
}

/** Rows as they would be reported, of the records that the person reaches. */
export function RowList({ standard, table, register, columns }: RowListProps) {
  const t = useStandardTexts()
  const [q, setQ] = useState('')
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage, refetch } = useInfiniteQuery({
    queryKey: ['standards', standard, 'rows', table, q],
    queryFn: ({ pageParam, signal }) =>
      api.get<WireStandardRows>(
        `/standards/${standard}/tables/${table}/rows${queryOf({ q, after: pageParam })}`,
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const value = (row: WireStandardRow, i: number) =>
    row.hidden.includes(i) ? (
      <span className="coverage-quiet" title={t('rows.hidden')}>
        •••<span className="sr-only">{t('rows.hidden')}</span>
      </span>
    ) : (
      <span title={row.values[i] ?? undefined}>{row.values[i] ?? ''}</span>
    )
  const shown: readonly Column<WireStandardRow>[] = [
    {
      key: 'record',
      title: t('rows.record'),
      width: 64,
      render: (row) => <Link to={`/registers/${register}/${row.id}`}>{t('rows.open')}</Link>,
    },
    ...columns.map((column, i): Column<WireStandardRow> => ({
      key: column.name,
      title: `${column.name} ${column.label}`,
      hint: [column.code, column.name, column.label, column.type, column.must ? 'M' : 'O'].join(' '),
      width: Math.min(240, Math.max(110, column.label.length * 14 + column.name.length * 8 + 28)),
      align: /^[NM]/.test(column.type) ? 'right' : undefined,
      render: (row) => value(row, i),
    })),
  ]
  const card = (row: WireStandardRow) => (
    <>
      <Link to={`/registers/${register}/${row.id}`}>{t('rows.open')}</Link>
      {columns.map((column, i) =>
        row.values[i] === null && !row.hidden.includes(i) ? null : (
          <span key={column.name} className="data-card-line">
            <small>{column.label}</small>
            {value(row, i)}
          </span>
        ),
      )}
    </>
  )
  return (
    <>
      <div className="list-tools">
        <SearchField value={q} onChange={setQ} label={t('rows.search')} />
        <span className="coverage-shown">{t('rows.hint')}</span>
      </div>
      {isPending && <Loading />}
      {error && rows.length === 0 && <ErrorState error={error} what={t('rows.title')} onRetry={() => void refetch()} />}
      {data && rows.length === 0 && !hasNextPage && <EmptyState title={t('rows.none')} hint={t('rows.none-hint')} />}
      {rows.length > 0 && (
        <DataTable label={t('rows.title')} rows={rows} rowKey={(row) => row.id} columns={shown} card={card} />
      )}
      {hasNextPage && (
        <Button className="rows-more" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('rows.more')}
        </Button>
      )}
    </>
  )
}
