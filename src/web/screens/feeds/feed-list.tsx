import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link, useNavigate } from 'react-router'
import type { WireFeed } from '../../../language/wire-feeds.ts'
import { catalogue } from '../../app/catalogue.ts'
import { api } from '../../kit/api.ts'
import { DataTable } from '../../kit/data-table.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { ErrorState } from '../../kit/error-state.tsx'
import { formatTime } from '../../kit/format-date.ts'
import { Loading } from '../../kit/loading.tsx'
import { PageHeader } from '../../kit/page-header.tsx'
import { StatusTag } from '../../kit/status-tag.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { cronText } from '../jobs/cron-text-of.ts'
import { useFeedTexts } from './use-feed-texts.ts'
import './feeds.css'

/** Where records come from besides people: each feed, and how its last run went. */
export function FeedList() {
  const t = useFeedTexts()
  const { lang } = useLang()
  const navigate = useNavigate()
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['feeds', 'list'],
    queryFn: ({ signal }) => api.get<readonly WireFeed[]>('/feeds', signal),
    refetchInterval: 15_000,
  })
  const add = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => void navigate('/feeds/new')}>
      {t('list.new')}
    </Button>
  )
  const registerOf = (feed: WireFeed) => catalogue.registers.get(feed.register)?.label[lang] ?? feed.register
  const whenOf = (feed: WireFeed) =>
    !feed.enabled ? t('list.off') : feed.cron ? cronText(feed.cron, lang) : t('list.by-hand')
  const last = ({ lastRun }: WireFeed) =>
    lastRun && (
      <span className="feed-last">
        <StatusTag state={lastRun.state} text={t(`run.state-${lastRun.state}`)} />
        <span className="field-number">{formatTime(lastRun.startedAt)}</span>
      </span>
    )
  const card = (feed: WireFeed) => (
    <>
      <span className="data-card-title">
        {feed.name}
        {feed.lastRun && <StatusTag state={feed.lastRun.state} text={t(`run.state-${feed.lastRun.state}`)} />}
      </span>
      <span>
        {t(`kind.${feed.source.kind}`)} → {registerOf(feed)}
      </span>
      <small>{[whenOf(feed), feed.dead > 0 ? `${t('list.dead')} ${feed.dead}` : ''].filter(Boolean).join(' · ')}</small>
    </>
  )
  return (
    <div className="fill">
      <PageHeader title={t('list.title')} subtitle={t('list.hint')} actions={add} />
      {isPending && <Loading />}
      {error && !data && <ErrorState error={error} what={t('list.title')} onRetry={() => void refetch()} />}
      {data?.length === 0 && <EmptyState title={t('list.none')} hint={t('list.none-hint')} />}
      {data && data.length > 0 && (
        <DataTable
          label={t('list.title')}
          rows={data}
          rowKey={(feed) => feed.id}
          onOpen={(feed) => void navigate(`/feeds/${feed.id}`)}
          isWrapped
          card={card}
          columns={[
            {
              key: 'name',
              title: t('list.name'),
              width: 220,
              render: (feed) => <Link to={`/feeds/${feed.id}`}>{feed.name}</Link>,
            },
            { key: 'source', title: t('list.source'), width: 150, render: (feed) => t(`kind.${feed.source.kind}`) },
            { key: 'register', title: t('list.register'), width: 150, render: registerOf },
            { key: 'when', title: t('list.when'), width: 140, render: whenOf },
            { key: 'last', title: t('list.last'), width: 220, render: last },
            {
              key: 'dead',
              title: t('list.dead'),
              width: 80,
              align: 'right',
              render: (feed) => <span className="field-number">{feed.dead === 0 ? '—' : feed.dead}</span>,
            },
          ]}
        />
      )}
    </div>
  )
}
