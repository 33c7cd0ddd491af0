import { Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { WireReportRow } from '../../../language/wire-reports.ts'
import { useCan } from '../../app/session.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { ErrorState } from '../../kit/error-state.tsx'
import { formatDate } from '../../kit/format-date.ts'
import { Loading } from '../../kit/loading.tsx'
import { PageHeader } from '../../kit/page-header.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { NewReport } from './new-report.tsx'
import { ProgressBar } from './progress-bar.tsx'
import { useReports } from './queries.ts'
import { reportAddress } from './report-places.ts'
import { ReportStateTag } from './state-tags.tsx'
import { useReportTexts } from './use-report-texts.ts'
import './reports.css'

/** The college's reports by period, each with its state and how far it is. */
export function ReportList() {
  const t = useReportTexts()
  const can = useCan()
  const navigate = useNavigate()
  const [isNew, setNew] = useState(false)
  const { data, error, isPending, refetch } = useReports()
  const mayCreate = can('reports.publish')
  const create = mayCreate && (
    <Button type="primary" onClick={() => setNew(true)}>
      {t('list.new')}
    </Button>
  )
  return (
    <div className="narrow">
      <PageHeader title={t('list.title')} subtitle={t('list.subtitle')} actions={create} />
      {isPending && <Loading />}
      {error && <ErrorState error={error} what={t('list.title')} onRetry={() => void refetch()} />}
      {data?.length === 0 && (
        <EmptyState title={t('list.none')} hint={t(mayCreate ? 'list.none-hint' : 'list.none-wait')}>
          {create}
        </EmptyState>
      )}
      {data && data.length > 0 && (
        <ul className="report-list" aria-label={t('list.title')}>
          {data.map((report) => (
            <ReportCard key={report.id} report={report} />
          ))}
        </ul>
      )}
      {isNew && (
        <NewReport
          reports={data ?? []}
          onClose={() => setNew(false)}
          onCreated={(id) => void navigate(reportAddress(id))}
        />
      )}
    </div>
  )
}

function ReportCard({ report }: { readonly report: WireReportRow }) {
  const t = useReportTexts()
  const { lang } = useLang()
  const { sections, submitted, approved } = report.progress
  return (
    <li className="card report-card">
      <div className="report-card-words">
        <h2>
          <Link to={reportAddress(report.id)}>
            {lang === 'zh' ? report.title : `${report.label.en} ${report.subject}`.trim()}
          </Link>
          <ReportStateTag state={report.state} />
        </h2>
        <p className="report-card-facts">
          <span>{t('list.period', { period: report.period })}</span>
          {report.publishedAt ? (
            <span>{t('list.published-at', { day: formatDate(report.publishedAt) })}</span>
          ) : (
            report.publishOn && <span>{t('list.publish-on', { day: report.publishOn })}</span>
          )}
          {report.publicPath && (
            <a href={report.publicPath} target="_blank" rel="noreferrer">
              {t('list.public-page')}
            </a>
          )}
        </p>
      </div>
      <div className="report-card-progress">
        <ProgressBar total={sections} submitted={submitted} approved={approved} label={t('progress.title')} />
        <small>{t('progress.words', { approved, submitted, total: sections })}</small>
      </div>
    </li>
  )
}
