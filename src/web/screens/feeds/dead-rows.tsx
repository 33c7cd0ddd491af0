import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useCallback } from 'react'
import type { WireDeadRow, WireFeed } from '../../../language/wire-feeds.ts'
import { api, queryOf } from '../../kit/api.ts'
import { DataTable } from '../../kit/data-table.tsx'
import { download } from '../../kit/download.ts'
import { EmptyState } from '../../kit/empty-state.tsx'
import { ErrorState, useErrorText } from '../../kit/error-state.tsx'
import { formatTime } from '../../kit/format-date.ts'
import { Loading } from '../../kit/loading.tsx'
import { Problems, RowTexts } from './problem-rows.tsx'
import { useFeedTexts } from './use-feed-texts.ts'

interface Page {
  readonly rows: readonly WireDeadRow[]
  readonly next: string | null
}

/** Rows that could not be taken, each with what is wrong. */
export function DeadRows({ feed, onRetry }: { readonly feed: WireFeed; readonly onRetry: () => void }) {
  const t = useFeedTexts()
  const client = useQueryClient()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    // What runs change, changes with the number of rows.
    queryKey: ['feeds', 'dead', feed.id, feed.dead, feed.lastRun?.id],
    queryFn: ({ pageParam, signal }) => api.get<Page>(`/feeds/${feed.id}/dead${queryOf({ after: pageParam })}`, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })
  const onEnd = useCallback(() => void fetchNextPage(), [fetchNextPage])
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  if (isPending) return <Loading />
  if (error && rows.length === 0) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (rows.length === 0) return <EmptyState title={t('page.no-dead')} />
  async function dismiss(row: WireDeadRow) {
    await api
      .delete(`/feeds/${feed.id}/dead/${row.id}`)
      .catch((failure: unknown) => void message.error(errorText(failure)))
    await client.invalidateQueries({ queryKey: ['feeds'] })
  }
  const dismissButton = (row: WireDeadRow) => (
    <Button
      size="small"
      className="feed-button"
      aria-label={`${t('dead.dismiss')} ${row.place}`}
      onClick={() => void dismiss(row)}
    >
      {t('dead.dismiss')}
    </Button>
  )
  const card = (row: WireDeadRow) => (
    <>
      <span className="data-card-title">{row.place}</span>
      <Problems problems={row.problems} />
      <RowTexts texts={row.texts} />
      {dismissButton(row)}
    </>
  )
  return (
    <>
      <p className="feed-note">{t('dead.hint')}</p>
      <div className="feed-buttons">
        <Button onClick={onRetry}>{t('dead.retry')}</Button>
        <Button onClick={() => download(`/feeds/${feed.id}/dead.xlsx`)}>{t('dead.export')}</Button>
      </div>
      <DataTable
        label={t('page.dead', { n: feed.dead })}
        rows={rows}
        rowKey={(row) => row.id}
        isWrapped
        onEnd={hasNextPage ? onEnd : undefined}
        isLoadingMore={isFetchingNextPage}
        card={card}
        columns={[
          { key: 'place', title: t('dead.place'), width: 110, render: (row) => row.place },
          {
            key: 'problems',
            title: t('dead.problems'),
            width: 320,
            render: (row) => <Problems problems={row.problems} />,
          },
          { key: 'row', title: t('dead.row'), width: 320, render: (row) => <RowTexts texts={row.texts} /> },
          {
            key: 'first',
            title: t('dead.first'),
            width: 130,
            render: (row) => <span className="field-number">{formatTime(row.firstSeen)}</span>,
          },
          { key: 'dismiss', title: t('dead.doing'), width: 100, render: dismissButton },
        ]}
      />
    </>
  )
}
