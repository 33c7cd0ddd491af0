import { useParams } from 'react-router'
import { ErrorState } from '../../kit/error-state.tsx'
import { Loading } from '../../kit/loading.tsx'
import { useReport, useSection } from './queries.ts'
import { ReportProvider } from './section-context.tsx'
import { SectionEditor } from './section-editor.tsx'
import { useReportTexts } from './use-report-texts.ts'
import './reports.css'
import './editor.css'
import './document.css'
import './insert.css'
import './side.css'

/** A section of a report: its text, and everything around it. */
export function SectionPage() {
  const t = useReportTexts()
  const { id = '', sid = '' } = useParams()
  const report = useReport(id)
  const section = useSection(id, sid)
  if (report.error && !report.data)
    return <ErrorState error={report.error} what={t('report.one')} onRetry={() => void report.refetch()} />
  if (section.error && !section.data)
    return <ErrorState error={section.error} what={t('board.section')} onRetry={() => void section.refetch()} />
  if (!report.data || !section.data) return <Loading />
  return (
    <ReportProvider value={report.data}>
      <SectionEditor key={section.data.id} report={report.data} first={section.data} />
    </ReportProvider>
  )
}
