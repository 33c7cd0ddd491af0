import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useCallback } from 'react'
import type { WireJobLine, WireJobRun } from '../../../language/index.ts'
import { api, queryOf } from '../../kit/api.ts'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { ErrorState, useErrorText } from '../../kit/error-state.tsx'
import { formatTime } from '../../kit/format-date.ts'
import { Loading } from '../../kit/loading.tsx'
import { PageHeader } from '../../kit/page-header.tsx'
import { StatusTag } from '../../kit/status-tag.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { useTexts } from '../../kit/use-texts.ts'
import { cronText } from './cron-text-of.ts'
import './jobs.css'

interface RunPage {
  readonly rows: readonly WireJobRun[]
  readonly next: string | null
}

const BUSY_MS = 2000
const IDLE_MS = 15_000

/** What works in the background: the timetable, and what ran, runs and waits. */
export function Jobs() {
  const t = useTexts()
  return (
    <div className="jobs">
      <PageHeader title={t('jobs.title')} subtitle={t('jobs.hint')} />
      <h2>{t('jobs.timetable')}</h2>
      <Timetable />
      <h2>{t('jobs.runs')}</h2>
      <Runs />
    </div>
  )
}

/** Sends a change and shows afterwards what came of it; a refusal is said in words. */
function useJobChange(): (path: string, body: object, done: string) => Promise<void> {
  const client = useQueryClient()
  const { message } = App.useApp()
  const errorText = useErrorText()
  return async (path, body, done) => {
    try {
      await api.post(path, body)
      void message.success(done)
    } catch (failure) {
      void message.error(errorText(failure))
    }
    await client.invalidateQueries({ queryKey: ['jobs'] })
  }
}

function Timetable() {
  const t = useTexts()
  const { lang } = useLang()
  const change = useJobChange()
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['jobs', 'timetable'],
    queryFn: ({ signal }) => api.get<WireJobLine[]>('/jobs/timetable', signal),
  })
  if (isPending) return <Loading rows={2} />
  if (error) return <ErrorState error={error} what={t('jobs.timetable')} onRetry={() => void refetch()} />
  const pause = (line: WireJobLine) => (
    <Button
      size="small"
      aria-label={`${t(line.paused ? 'jobs.resume' : 'jobs.pause')} ${line.label[lang]}`}
      onClick={() =>
        void change(
          '/jobs/timetable',
          { job: line.job, key: line.key, paused: !line.paused },
          t(line.paused ? 'jobs.resume' : 'jobs.paused'),
        )
      }
    >
      {t(line.paused ? 'jobs.resume' : 'jobs.pause')}
    </Button>
  )
  const renderCard = (line: WireJobLine) => (
    <>
      <span className="data-card-title">
        {line.label[lang]}
        {pause(line)}
      </span>
      <span>{cronText(line.cron, lang)}</span>
      <small>{line.paused ? t('jobs.paused') : `${t('jobs.next')} ${formatTime(line.next)}`}</small>
    </>
  )
  return (
    <DataTable
      label={t('jobs.timetable')}
      rows={data}
      rowKey={(line) => `${line.job}/${line.key}`}
      card={renderCard}
      columns={[
        { key: 'job', title: t('jobs.name'), width: 220, render: (line) => line.label[lang] },
        { key: 'when', title: t('jobs.when'), width: 220, render: (line) => cronText(line.cron, lang) },
        {
          key: 'next',
          title: t('jobs.next'),
          width: 180,
          render: (line) =>
            line.paused ? t('jobs.paused') : <span className="field-number">{formatTime(line.next)}</span>,
        },
        { key: 'pause', title: t('jobs.actions'), width: 110, render: pause },
      ]}
    />
  )
}

function Runs() {
  const t = useTexts()
  const { lang } = useLang()
  const change = useJobChange()
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage, refetch } = useInfiniteQuery({
    queryKey: ['jobs', 'runs'],
    queryFn: ({ pageParam, signal }) => api.get<RunPage>(`/jobs${queryOf({ after: pageParam })}`, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.rows.some((run) => run.endedAt === null)) ? BUSY_MS : IDLE_MS,
  })
  const onEnd = useCallback(() => void fetchNextPage(), [fetchNextPage])
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  if (isPending) return <Loading />
  if (error && rows.length === 0)
    return <ErrorState error={error} what={t('jobs.runs')} onRetry={() => void refetch()} />
  if (rows.length === 0) return <EmptyState title={t('jobs.none')} />
  const state = (run: WireJobRun) => <StatusTag state={run.state} text={t(`jobs.state-${run.state}`)} />
  const outcome = (run: WireJobRun) => run.error?.[lang] ?? run.summary?.[lang] ?? ''
  const progress = (run: WireJobRun) =>
    run.done === null
      ? ''
      : run.total === null
        ? String(run.done)
        : t('jobs.done-of', { done: run.done, total: run.total })
  const askedBy = (run: WireJobRun) => run.askedBy || t('jobs.by-timetable')
  const act = (run: WireJobRun) =>
    run.endedAt === null ? (
      <Button size="small" onClick={() => void change(`/jobs/${run.id}/cancel`, {}, t('jobs.cancelled'))}>
        {t('common.cancel')}
      </Button>
    ) : (
      <Button size="small" onClick={() => void change(`/jobs/${run.id}/again`, {}, t('jobs.sent-again'))}>
        {t('jobs.again')}
      </Button>
    )
  const columns: Column<WireJobRun>[] = [
    { key: 'job', title: t('jobs.name'), width: 150, render: (run) => run.label[lang] },
    { key: 'state', title: t('field.state'), width: 90, render: state },
    {
      key: 'progress',
      title: t('jobs.progress'),
      width: 90,
      align: 'right',
      render: (run) => <span className="field-number">{progress(run)}</span>,
    },
    {
      key: 'started',
      title: t('jobs.started'),
      width: 140,
      render: (run) => <span className="field-number">{formatTime(run.startedAt ?? run.askedAt)}</span>,
    },
    { key: 'by', title: t('jobs.asked-by'), width: 100, render: askedBy },
    { key: 'outcome', title: t('jobs.outcome'), width: 280, render: outcome },
    { key: 'act', title: t('jobs.actions'), width: 110, render: act },
  ]
  const renderCard = (run: WireJobRun) => (
    <>
      <span className="data-card-title">
        {run.label[lang]}
        {state(run)}
      </span>
      <span>{outcome(run) || progress(run)}</span>
      <small className="job-foot">
        {formatTime(run.startedAt ?? run.askedAt)} · {askedBy(run)}
        {act(run)}
      </small>
    </>
  )
  return (
    <DataTable
      label={t('jobs.runs')}
      rows={rows}
      rowKey={(run) => run.id}
      columns={columns}
      card={renderCard}
      isWrapped
      onEnd={hasNextPage ? onEnd : undefined}
      isLoadingMore={isFetchingNextPage}
    />
  )
}
