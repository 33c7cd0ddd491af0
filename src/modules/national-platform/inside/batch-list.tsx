import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useCallback, useState } from 'react'
import { Link } from 'react-router'
import { api, queryOf } from '../../../web/kit/api.ts'
import { type Column, DataTable } from '../../../web/kit/data-table.tsx'
import { EmptyState } from '../../../web/kit/empty-state.tsx'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { formatTime } from '../../../web/kit/format-date.ts'
import { Loading } from '../../../web/kit/loading.tsx'
import { StatusTag } from '../../../web/kit/status-tag.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import { PATH, useDoing, useStandardTables } from './queries.ts'
import { usePlatformTexts } from './use-platform-texts.ts'
import { type Batch, type BatchPage, type BatchState, STANDARD, STATES } from './wire-platform.ts'

const BUSY_MS = 3000
const IDLE_MS = 20_000

/** The kit's states with the same meaning: they give the colour. */
const TONES: Readonly<Record<BatchState, string>> = {
  prepared: 'queued',
  sent: 'submitted',
  accepted: 'approved',
  faulty: 'returned',
  failed: 'failed',
}

const renderCard = (batch: Batch) => <BatchCard batch={batch} />

/** What was sent, newest first: of one table, or of all. */
export function BatchList({ table }: { readonly table?: string }) {
  const t = usePlatformTexts()
  const doing = useDoing()
  const [state, setState] = useState<BatchState>()
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage, refetch } = useInfiniteQuery({
    queryKey: ['national-platform', 'batches', table, state],
    queryFn: ({ pageParam, signal }) =>
      api.get<BatchPage>(`${PATH}/batches${queryOf({ table, state, after: pageParam })}`, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: (query) =>
      query.state.data?.pages[0]?.rows.some((batch) => batch.state === 'prepared') ? BUSY_MS : IDLE_MS,
  })
  const onEnd = useCallback(() => void fetchNextPage(), [fetchNextPage])
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const columns = useBatchColumns(table === undefined)
  const tab = (one: BatchState | undefined, text: string) => (
    <button key={one ?? ''} type="button" aria-pressed={state === one} onClick={() => setState(one)}>
      {text}
    </button>
  )
  return (
    <>
      <div className="platform-tools">
        <div className="state-tabs" role="group" aria-label={t('batches.state')}>
          {tab(undefined, t('batches.all'))}
          {STATES.map((one) => tab(one, t(`state.${one}`)))}
        </div>
        <Button size="small" onClick={() => void doing('/results', {}, t('batches.asked'))}>
          {t('batches.ask')}
        </Button>
      </div>
      {isPending && <Loading />}
      {error && rows.length === 0 && (
        <ErrorState error={error} what={t('batches.title')} onRetry={() => void refetch()} />
      )}
      {data &&
        rows.length === 0 &&
        (state ? (
          <EmptyState title={t('batches.none-of')} />
        ) : (
          <EmptyState title={t('batches.none')} hint={t('batches.none-hint')} />
        ))}
      {rows.length > 0 && (
        <DataTable
          label={t('batches.title')}
          rows={rows}
          rowKey={(batch) => batch.id}
          columns={columns}
          isWrapped
          onEnd={hasNextPage ? onEnd : undefined}
          isLoadingMore={isFetchingNextPage}
          card={renderCard}
        />
      )}
    </>
  )
}

function useTableLabel(): (name: string) => string {
  const { lang } = useLang()
  const { data } = useStandardTables()
  return (name) => data?.find((table) => table.name === name)?.label[lang] ?? name
}

function useBatchColumns(hasTable: boolean): readonly Column<Batch>[] {
  const t = usePlatformTexts()
  const { lang } = useLang()
  const labelOf = useTableLabel()
  const time = (at: string | null) => <span className="field-number">{formatTime(at) || '—'}</span>
  const number = (n: number, isBad = false) => (
    <span className={isBad ? 'field-number platform-bad' : 'field-number'}>{n.toLocaleString('en-US')}</span>
  )
  const tables: readonly Column<Batch>[] = hasTable
    ? [
        {
          key: 'table',
          title: t('plan.table'),
          width: 126,
          render: ({ table }) => (
            <Link to={`/standards/${STANDARD}/tables/${table}?part=batches`} title={table}>
              {labelOf(table)}
            </Link>
          ),
        },
      ]
    : []
  return [
    ...tables,
    { key: 'state', title: t('batches.state'), width: 92, render: (batch) => <State batch={batch} /> },
    { key: 'rows', title: t('batches.rows'), width: 68, align: 'right', render: (batch) => number(batch.rows) },
    {
      key: 'rejected',
      title: t('batches.rejected'),
      width: 76,
      align: 'right',
      render: (batch) => number(batch.rejected, batch.rejected > 0),
    },
    {
      key: 'attempts',
      title: t('batches.attempts'),
      width: 50,
      align: 'right',
      render: (batch) => number(batch.attempts),
    },
    { key: 'prepared', title: t('batches.prepared-at'), width: 132, render: (batch) => time(batch.preparedAt) },
    {
      key: 'sent',
      title: t('batches.sent-and-checked'),
      width: 132,
      render: (batch) => (
        <>
          {time(batch.sentAt)}
          {batch.checkedAt && <br />}
          {batch.checkedAt && time(batch.checkedAt)}
        </>
      ),
    },
    {
      key: 'receipt',
      title: t('batches.receipt'),
      width: 88,
      render: ({ receipt, rows }) =>
        receipt ? (
          <code className="platform-receipt" title={receipt}>
            {receipt}
          </code>
        ) : rows === 0 ? (
          <small>{t('batches.unchanged')}</small>
        ) : (
          '—'
        ),
    },
    {
      key: 'error',
      title: t('batches.error'),
      width: 176,
      render: ({ error }) => error && <Wrong text={error[lang]} />,
    },
    { key: 'do', title: t('plan.do'), width: 92, render: (batch) => <Replay batch={batch} /> },
  ]
}

/** What went wrong, in a few lines; all of it to whoever points at it. */
const Wrong = ({ text }: { readonly text: string }) => (
  <span className="platform-wrong" title={text}>
    {text}
  </span>
)

function State({ batch: { state } }: { readonly batch: Batch }) {
  const t = usePlatformTexts()
  return <StatusTag state={TONES[state]} text={t(`state.${state}`)} />
}

/** A batch that was refused as a whole goes out again when somebody has mended why. */
function Replay({ batch }: { readonly batch: Batch }) {
  const t = usePlatformTexts()
  const doing = useDoing()
  if (batch.state !== 'failed') return null
  return (
    <Button size="small" onClick={() => void doing(`/batches/${batch.id}/replay`, {}, t('batches.replayed'))}>
      {t('batches.replay')}
    </Button>
  )
}

function BatchCard({ batch }: { readonly batch: Batch }) {
  const t = usePlatformTexts()
  const { lang } = useLang()
  const labelOf = useTableLabel()
  return (
    <>
      <span className="data-card-title">
        {labelOf(batch.table)}
        <State batch={batch} />
      </span>
      <span>
        {t('batches.rows')} {batch.rows.toLocaleString('en-US')} · {t('batches.rejected')}{' '}
        {batch.rejected.toLocaleString('en-US')}
      </span>
      {batch.error && <span className="platform-bad">{batch.error[lang]}</span>}
      <small>
        {formatTime(batch.sentAt ?? batch.preparedAt)} <Replay batch={batch} />
      </small>
    </>
  )
}
