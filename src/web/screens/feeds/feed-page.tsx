import { DownOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Dropdown } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import type { FeedRunWhat, WireFeed, WireFeedRun } from '../../../language/wire-feeds.ts'
import { findRegister } from '../../app/catalogue.ts'
import { api } from '../../kit/api.ts'
import { ConfirmComment } from '../../kit/confirm-comment.tsx'
import { ErrorState, useErrorText } from '../../kit/error-state.tsx'
import { formatTime } from '../../kit/format-date.ts'
import { Loading } from '../../kit/loading.tsx'
import { PageHeader } from '../../kit/page-header.tsx'
import { StatusTag } from '../../kit/status-tag.tsx'
import { Tabs } from '../../kit/tabs.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { DeadRows } from './dead-rows.tsx'
import { FeedRuns } from './feed-runs.tsx'
import { FeedSetup } from './feed-setup.tsx'
import { MissingRecords } from './missing-records.tsx'
import { useFeedTexts } from './use-feed-texts.ts'
import './feeds.css'

interface Detail extends WireFeed {
  readonly runs: readonly WireFeedRun[]
}

const BUSY_MS = 1500
const IDLE_MS = 15_000

/** One feed: how its runs went, what is to be mended, what is gone. */
export function FeedPage() {
  const t = useFeedTexts()
  const { lang } = useLang()
  const id = useParams()['id'] ?? ''
  const navigate = useNavigate()
  const client = useQueryClient()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const [isRemoving, setRemoving] = useState(false)
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['feeds', 'page', id],
    queryFn: ({ signal }) => api.get<Detail>(`/feeds/${id}`, signal),
    refetchInterval: ({ state }) => (state.data?.runs[0]?.state === 'running' ? BUSY_MS : IDLE_MS),
  })
  if (isPending) return <Loading />
  if (error && !data) return <ErrorState error={error} what={t('list.title')} onRetry={() => void refetch()} />
  async function send(path: string, body: object, done?: string) {
    try {
      await api.post(`/feeds/${id}${path}`, body)
      if (done) void message.success(done)
    } catch (failure) {
      void message.error(errorText(failure))
    }
    await client.invalidateQueries({ queryKey: ['feeds'] })
  }
  const run = (what: FeedRunWhat) => send('/run', { what }, t('page.asked'))
  const register = findRegister(data.register)
  const last = data.runs[0]
  const others: readonly FeedRunWhat[] = ['everything', 'dry']
  return (
    <div>
      <PageHeader
        title={data.name}
        tags={
          <>
            {!data.enabled && <StatusTag state="returned" text={t('list.off')} />}
            {last?.state === 'running' && <StatusTag state="running" text={t('run.state-running')} />}
          </>
        }
        subtitle={
          <>
            {t(`kind.${data.source.kind}`)} →{' '}
            <Link className="feed-register" to={`/registers/${data.register}`}>
              {register?.label[lang] ?? data.register}
            </Link>
            {' · '}
            {t('page.facts', { rows: data.rows, next: data.next ? formatTime(data.next) : '—' })}
          </>
        }
        back={{ to: '/feeds', text: t('list.title') }}
        actions={
          <>
            <Button onClick={() => void navigate(`/feeds/${id}/edit`)}>{t('page.edit')}</Button>
            {data.cron && (
              <Button onClick={() => void send('/pause', { paused: data.enabled })}>
                {t(data.enabled ? 'page.pause' : 'page.resume')}
              </Button>
            )}
            <Button danger onClick={() => setRemoving(true)}>
              {t('page.remove')}
            </Button>
            <Dropdown
              trigger={['click']}
              menu={{
                items: others.map((what) => ({
                  key: what,
                  label: what === 'everything' ? t('page.everything') : t('page.dry'),
                  title: what === 'everything' ? t('page.everything-hint') : '',
                })),
                onClick: ({ key }) => void run(key as FeedRunWhat),
              }}
            >
              <Button icon={<DownOutlined />} aria-label={t('page.more')} />
            </Dropdown>
            <Button type="primary" disabled={last?.state === 'running'} onClick={() => void run('usual')}>
              {t('page.run')}
            </Button>
          </>
        }
      />
      {last?.state === 'failed' && (
        <div className="feed-failure" role="alert">
          <strong>{t('page.failed')}</strong> {last.error?.[lang]}
        </div>
      )}
      <Tabs
        label={t('page.parts')}
        tabs={[
          { key: 'runs', label: t('page.runs'), content: <FeedRuns runs={data.runs} /> },
          {
            key: 'dead',
            label: t('page.dead', { n: data.dead }),
            content: <DeadRows feed={data} onRetry={() => void run('dead')} />,
          },
          { key: 'missing', label: t('page.missing', { n: data.missing }), content: <MissingRecords feed={data} /> },
          { key: 'setup', label: t('page.setup'), content: <FeedSetup feed={data} /> },
        ]}
      />
      {isRemoving && (
        <ConfirmComment
          title={t('page.remove-of', { name: data.name })}
          comment="none"
          okText={t('page.remove')}
          isDangerous
          onClose={() => setRemoving(false)}
          onConfirm={async () => {
            await api.delete(`/feeds/${id}`)
            await client.invalidateQueries({ queryKey: ['feeds', 'list'] })
            void navigate('/feeds')
          }}
        >
          <p>{t('page.remove-hint')}</p>
        </ConfirmComment>
      )}
    </div>
  )
}
