import { DownloadOutlined } from '@ant-design/icons'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useCallback, useState } from 'react'
import { Link } from 'react-router'
import type { WireFault } from '../../../language/index.ts'
import { standardsCatalogue } from '../../app/standards-catalogue.ts'
import { useCan } from '../../app/session.tsx'
import { api, queryOf } from '../../kit/api.ts'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { download } from '../../kit/download.ts'
import { EmptyState } from '../../kit/empty-state.tsx'
import { ErrorState } from '../../kit/error-state.tsx'
import { formatDate } from '../../kit/format-date.ts'
import { Loading } from '../../kit/loading.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { FaultDialog, type FaultDoing } from './fault-dialog.tsx'
import { isLate } from './is-late.ts'
import { useStandardTexts } from './use-standard-texts.ts'

interface FaultPage {
  readonly rows: readonly WireFault[]
  readonly next: string | null
}

const states = ['open', 'waived', 'mended'] as const
type FaultState = (typeof states)[number]

interface FaultListProps {
  readonly standard: string
  /** Of every table when absent: then the table is a column. */
  readonly table?: string
  /** Only those assigned to whoever asks. */
  readonly isMine?: boolean
}

const renderCard = (fault: WireFault) => <FaultCard fault={fault} />

/** Faults that the person may see, and what can be done about them. */
export function FaultList({ standard, table, isMine = false }: FaultListProps) {
  const t = useStandardTexts()
  const can = useCan()
  const [state, setState] = useState<FaultState>('open')
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [doing, setDoing] = useState<FaultDoing>()
  const asked = { table, state, mine: isMine ? '1' : undefined }
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage, refetch } = useInfiniteQuery({
    queryKey: ['standards', standard, 'faults', asked],
    queryFn: ({ pageParam, signal }) =>
      api.get<FaultPage>(`/standards/${standard}/faults${queryOf({ ...asked, after: pageParam })}`, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })
  const onEnd = useCallback(() => void fetchNextPage(), [fetchNextPage])
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const columns = useFaultColumns(state, table === undefined)
  // What was mended is over: nothing is done about it.
  const canAct = can('standards.manage') && state !== 'mended'
  const chosen = rows.filter((row) => selected.has(row.id)).map((row) => row.id)

  return (
    <>
      <div className="fault-tools">
        <div className="state-tabs" role="group" aria-label={t('faults.state')}>
          {states.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={state === one}
              onClick={() => {
                setState(one)
                setSelected(new Set())
              }}
            >
              {t(`faults.${one}`)}
            </button>
          ))}
        </div>
        {can('data.export') && rows.length > 0 && (
          <Button
            size="small"
            icon={<DownloadOutlined />}
            onClick={() => download(`/standards/${standard}/faults.xlsx${queryOf(asked)}`)}
          >
            {t('export')}
          </Button>
        )}
      </div>
      {canAct && chosen.length > 0 && (
        <div className="fault-bar" role="region" aria-label={t('faults.do')}>
          <strong>{t('faults.selected', { n: chosen.length })}</strong>
          <Button type="primary" onClick={() => setDoing('assign')}>
            {t('do.assign')}
          </Button>
          {state === 'open' ? (
            <Button onClick={() => setDoing('waive')}>{t('do.waive')}</Button>
          ) : (
            <Button onClick={() => setDoing('reopen')}>{t('do.reopen')}</Button>
          )}
          <Button type="link" onClick={() => setSelected(new Set())}>
            {t('faults.clear')}
          </Button>
        </div>
      )}
      {isPending && <Loading />}
      {error && rows.length === 0 && (
        <ErrorState error={error} what={t('faults.list')} onRetry={() => void refetch()} />
      )}
      {data && rows.length === 0 && <EmptyState title={t(`faults.none-${state}`)} hint={t('faults.none-hint')} />}
      {rows.length > 0 && (
        <DataTable
          label={t('faults.list')}
          rows={rows}
          rowKey={(row) => row.id}
          columns={columns}
          isWrapped
          {...(canAct ? { selected, onSelect: setSelected, isSelecting: true } : {})}
          onEnd={hasNextPage ? onEnd : undefined}
          isLoadingMore={isFetchingNextPage}
          card={renderCard}
        />
      )}
      {doing && (
        <FaultDialog
          standard={standard}
          ids={chosen}
          doing={doing}
          onDone={() => setSelected(new Set())}
          onClose={() => setDoing(undefined)}
        />
      )}
    </>
  )
}

const addressOf = ({ register, recordId }: WireFault) => `/registers/${register}/${recordId}`

function useFaultColumns(state: FaultState, hasTable: boolean): readonly Column<WireFault>[] {
  const t = useStandardTexts()
  const { lang } = useLang()
  const day = (value: string | null) => <span className="field-number">{formatDate(value) || '—'}</span>
  const tableLabel = (name: string) => standardsCatalogue.standardTables.get(name)?.label[lang] ?? name
  const tables: readonly Column<WireFault>[] = hasTable
    ? [
        {
          key: 'table',
          title: t('faults.table'),
          width: 112,
          render: (row) => <span title={row.table}>{tableLabel(row.table)}</span>,
        },
      ]
    : []
  return [
    ...tables,
    {
      key: 'record',
      title: t('faults.record'),
      width: 128,
      render: (row) => <Link to={addressOf(row)}>{row.title ?? t('faults.untitled')}</Link>,
    },
    {
      key: 'column',
      title: t('faults.column'),
      width: 112,
      render: (row) => <span title={row.column}>{row.columnLabel}</span>,
    },
    { key: 'message', title: t('faults.message'), width: 236, render: (row) => row.message[lang] },
    state === 'mended'
      ? { key: 'mended', title: t('faults.mended-on'), width: 96, render: (row) => day(row.mendedAt) }
      : { key: 'since', title: t('faults.since'), width: 96, render: (row) => day(row.firstSeen) },
    { key: 'assignee', title: t('faults.assignee'), width: 92, render: (row) => row.assignee?.name ?? '—' },
    { key: 'due', title: t('faults.due'), width: 104, render: (row) => <Due fault={row} /> },
    { key: 'note', title: t('faults.note'), width: 96, render: (row) => row.waived ?? row.note ?? '' },
  ]
}

function Due({ fault }: { readonly fault: WireFault }) {
  const t = useStandardTexts()
  if (fault.dueOn === null) return '—'
  return (
    <span className={isLate(fault) ? 'field-number coverage-bad' : 'field-number'}>
      {formatDate(fault.dueOn)}
      {isLate(fault) && ` ${t('faults.late')}`}
    </span>
  )
}

function FaultCard({ fault }: { readonly fault: WireFault }) {
  const t = useStandardTexts()
  const { lang } = useLang()
  return (
    <>
      <span className="data-card-title">
        <Link to={addressOf(fault)}>{fault.title ?? t('faults.untitled')}</Link>
        {fault.dueOn !== null && <Due fault={fault} />}
      </span>
      <span>{fault.message[lang]}</span>
      <small>
        {[
          standardsCatalogue.standardTables.get(fault.table)?.label[lang],
          fault.columnLabel,
          fault.assignee?.name,
          fault.waived ?? fault.note,
        ]
          .filter(Boolean)
          .join(' · ')}
      </small>
    </>
  )
}
