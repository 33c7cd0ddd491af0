import type { WireFeedRun } from '../../../language/wire-feeds.ts'
import { DataTable } from '../../kit/data-table.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { formatTime } from '../../kit/format-date.ts'
import { StatusTag } from '../../kit/status-tag.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { Counts } from './problem-rows.tsx'
import { useFeedTexts } from './use-feed-texts.ts'

/** How long a run took, or takes: "1:05". */
function duration({ startedAt, endedAt }: WireFeedRun): string {
  const seconds = Math.max(0, Math.round(((endedAt ? Date.parse(endedAt) : Date.now()) - Date.parse(startedAt)) / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** What ran, when, how long, and what came of it. */
export function FeedRuns({ runs }: { readonly runs: readonly WireFeedRun[] }) {
  const t = useFeedTexts()
  const { lang } = useLang()
  if (runs.length === 0) return <EmptyState title={t('page.no-runs')} />
  const state = (run: WireFeedRun) => <StatusTag state={run.state} text={t(`run.state-${run.state}`)} />
  const by = (run: WireFeedRun) => run.askedBy || t('run.timetable')
  const told = (run: WireFeedRun) => <span className="feed-told">{(run.error ?? run.note)?.[lang]}</span>
  const card = (run: WireFeedRun) => (
    <>
      <span className="data-card-title">
        {formatTime(run.startedAt)}
        {state(run)}
      </span>
      <Counts counts={run.counts} />
      {told(run)}
      <small>
        {t(`run.what-${run.what}`)} · {duration(run)} · {by(run)}
      </small>
    </>
  )
  return (
    <DataTable
      label={t('page.runs')}
      rows={runs}
      rowKey={(run) => run.id}
      isWrapped
      card={card}
      columns={[
        {
          key: 'started',
          title: t('run.started'),
          width: 140,
          render: (run) => <span className="field-number">{formatTime(run.startedAt)}</span>,
        },
        { key: 'what', title: t('run.what'), width: 110, render: (run) => t(`run.what-${run.what}`) },
        { key: 'state', title: t('run.state'), width: 80, render: state },
        {
          key: 'took',
          title: t('run.took'),
          width: 70,
          align: 'right',
          render: (run) => <span className="field-number">{duration(run)}</span>,
        },
        { key: 'counts', title: t('run.counts'), width: 300, render: (run) => <Counts counts={run.counts} /> },
        { key: 'by', title: t('run.by'), width: 90, render: by },
        { key: 'told', title: t('run.told'), width: 260, render: told },
      ]}
    />
  )
}
