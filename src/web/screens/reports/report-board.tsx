import { Button } from 'antd'
import dayjs from 'dayjs'
import { useMemo, useState } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import type { WireReport } from '../../../language/wire-reports.ts'
import { useSession } from '../../app/session.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { ErrorState } from '../../kit/error-state.tsx'
import { formatDate } from '../../kit/format-date.ts'
import { Loading } from '../../kit/loading.tsx'
import { PageHeader } from '../../kit/page-header.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { usePhone } from '../../kit/use-media.ts'
import { Blockers } from './blockers.tsx'
import type { BoardFilter, Viewer } from './board-filter.ts'
import { BOARD_FILTERS, countFilters, filterBoard } from './board-filter.ts'
import { DownloadMenu } from './download-menu.tsx'
import { OutlineCards } from './outline-cards.tsx'
import { OutlineDialogs } from './outline-dialogs.tsx'
import { OutlineTable } from './outline-table.tsx'
import { PreviewPane } from './preview-pane.tsx'
import { ProgressPanel } from './progress-panel.tsx'
import { Publications } from './publications.tsx'
import { useReport } from './queries.ts'
import { ReportActions } from './report-actions.tsx'
import { ReportStateTag } from './state-tags.tsx'
import { useOutline } from './use-outline.ts'
import { useReportTexts } from './use-report-texts.ts'
import './reports.css'
import './board.css'

/** The board of a report: who writes what until when, and what still stands between it and the public. */
export function ReportBoard() {
  const t = useReportTexts()
  const { id = '' } = useParams()
  const { data, error, isPending, refetch } = useReport(id)
  if (isPending) return <Loading />
  if (error && !data) return <ErrorState error={error} what={t('report.one')} onRetry={() => void refetch()} />
  return data ? <Board report={data} /> : null
}

function Board({ report }: { readonly report: WireReport }) {
  const t = useReportTexts()
  const { lang } = useLang()
  const isPhone = usePhone()
  const [search, setSearch] = useSearchParams()
  const hasPreview = search.has('preview')
  const show = (isOn: boolean) =>
    setSearch(
      (old) => {
        const next = new URLSearchParams(old)
        if (isOn) next.set('preview', '1')
        else next.delete('preview')
        return next
      },
      { replace: true },
    )
  const when = report.publishedAt
    ? t('list.published-at', { day: formatDate(report.publishedAt) })
    : report.publishOn
      ? t('list.publish-on', { day: report.publishOn })
      : ''
  return (
    <div className={`report-board${hasPreview ? ' report-board-preview' : ''}`}>
      <PageHeader
        title={lang === 'zh' ? report.title : `${report.label.en} ${report.period}`}
        tags={<ReportStateTag state={report.state} />}
        subtitle={[t('list.period', { period: report.period }), when].filter(Boolean).join(' · ')}
        back={{ to: '/reports', text: t('list.title') }}
        actions={
          <>
            <Button aria-pressed={hasPreview} onClick={() => show(!hasPreview)}>
              {t(hasPreview ? 'preview.hide' : 'preview.show')}
            </Button>
            <Link to={`/reports/${report.id}/audit`}>{t('report.audit')}</Link>
            <DownloadMenu reportId={report.id} name={`${report.name}-${report.period}`} />
            <ReportActions report={report} />
          </>
        }
      />
      <div className="board-columns">
        <div className="board-main">
          <Outline report={report} />
          {hasPreview && !isPhone && <Asides report={report} />}
        </div>
        {hasPreview ? (
          <PreviewPane reportId={report.id} />
        ) : (
          <div className="board-aside">
            <Asides report={report} />
          </div>
        )}
      </div>
    </div>
  )
}

function Asides({ report }: { readonly report: WireReport }) {
  return (
    <>
      {report.state !== 'published' && <Blockers report={report} />}
      <Publications report={report} />
      <ProgressPanel report={report} />
    </>
  )
}

function Outline({ report }: { readonly report: WireReport }) {
  const t = useReportTexts()
  const isPhone = usePhone()
  const account = useSession()
  const [filters, setFilters] = useState<readonly BoardFilter[]>([])
  const viewer = useMemo<Viewer>(
    () => ({ personName: account.personName, unitIds: account.roles.map((role) => role.unitId) }),
    [account],
  )
  const today = dayjs().format('YYYY-MM-DD')
  const outline = useOutline(report)
  const counts = useMemo(() => countFilters(report.sections, viewer, today), [report.sections, viewer, today])
  const rows = useMemo(
    () => filterBoard(report.sections, filters, viewer, today),
    [report.sections, filters, viewer, today],
  )
  const toggle = (filter: BoardFilter) =>
    setFilters((old) => (old.includes(filter) ? old.filter((one) => one !== filter) : [...old, filter]))
  const List = isPhone ? OutlineCards : OutlineTable
  return (
    <section className="board-outline">
      <div className="list-tools">
        {BOARD_FILTERS.map((filter) => (
          <Button
            key={filter}
            size="small"
            aria-pressed={filters.includes(filter)}
            type={filters.includes(filter) ? 'primary' : 'default'}
            onClick={() => toggle(filter)}
          >
            {t(`board.filter-${filter}`)} {counts[filter]}
          </Button>
        ))}
        <span className="list-tools-gap" />
        {report.can.includes('outline') && (
          <Button size="small" onClick={() => outline.ask({ kind: 'add', after: report.sections.at(-1), level: 1 })}>
            {t('outline.add-chapter')}
          </Button>
        )}
      </div>
      {rows.length > 0 ? (
        <List report={report} rows={rows} today={today} outline={outline} />
      ) : (
        <EmptyState
          title={t(filters.length > 0 ? 'board.no-match' : 'board.empty')}
          hint={t(filters.length > 0 ? 'board.no-match-hint' : 'board.empty-hint')}
        >
          {filters.length > 0 && <Button onClick={() => setFilters([])}>{t('board.all')}</Button>}
        </EmptyState>
      )}
      <OutlineDialogs outline={outline} />
    </section>
  )
}
