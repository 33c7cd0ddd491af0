import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { WireFeed, WireMissing } from '../../../language/wire-feeds.ts'
import { api } from '../../kit/api.ts'
import { DataTable } from '../../kit/data-table.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { ErrorState } from '../../kit/error-state.tsx'
import { formatTime } from '../../kit/format-date.ts'
import { Loading } from '../../kit/loading.tsx'
import { useFeedTexts } from './use-feed-texts.ts'

/** Records whose rows are no longer in the source. */
export function MissingRecords({ feed }: { readonly feed: WireFeed }) {
  const t = useFeedTexts()
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['feeds', 'missing', feed.id, feed.missing],
    queryFn: ({ signal }) => api.get<readonly WireMissing[]>(`/feeds/${feed.id}/missing`, signal),
  })
  if (isPending) return <Loading />
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (data.length === 0) return <EmptyState title={t('page.no-missing')} />
  return (
    <DataTable
      label={t('page.missing', { n: feed.missing })}
      rows={data}
      rowKey={(row) => row.recordId}
      columns={[
        {
          key: 'record',
          title: t('missing.record'),
          width: 260,
          render: (row) => <Link to={`/registers/${feed.register}/${row.recordId}`}>{row.title || row.recordId}</Link>,
        },
        {
          key: 'since',
          title: t('missing.since'),
          width: 160,
          render: (row) => <span className="field-number">{formatTime(row.since)}</span>,
        },
        {
          key: 'state',
          title: t('missing.state'),
          width: 120,
          render: (row) => t(row.isRetired ? 'missing.retired' : 'missing.listed'),
        },
      ]}
    />
  )
}
