import { Link } from 'react-router'
import type { ReportAction, WireReport } from '../../../language/wire-reports.ts'
import { sectionAddress } from './report-places.ts'
import { useReportTexts } from './use-report-texts.ts'

/** So many sections are named; the rest is counted. */
const NAMED = 12

interface OpenPointsProps {
  readonly report: WireReport
  readonly action: ReportAction
}

/** What is still open when somebody reviews, signs off or publishes a report: first of all its sections, by name. */
export function OpenPoints({ report, action }: OpenPointsProps) {
  const t = useReportTexts()
  if (report.blockers.length === 0) return null
  const open = new Set(report.blockers.flatMap((b) => (b.kind === 'section' && b.sectionId ? [b.sectionId] : [])))
  const sections = report.sections.filter((section) => open.has(section.id))
  const others = report.blockers.filter((b) => b.kind !== 'section').length
  return (
    <div className="dialog-warning">
      <p>{t('report.blocked', { count: report.blockers.length })}</p>
      {sections.length > 0 && (
        <>
          <p>{t('report.blocked-sections', { count: sections.length })}</p>
          <ul aria-label={t('blockers.section')}>
            {sections.slice(0, NAMED).map((section) => (
              <li key={section.id}>
                <Link to={sectionAddress(report.id, section.id)}>{`${section.number} ${section.title}`.trim()}</Link>
                <small> {t(`section.state-${section.state}`)}</small>
              </li>
            ))}
            {sections.length > NAMED && <li>{t('report.blocked-more', { count: sections.length - NAMED })}</li>}
          </ul>
          <p>{t(action === 'review' ? 'report.blocked-review' : 'report.blocked-way-back')}</p>
        </>
      )}
      {others > 0 && <p>{t('report.blocked-other', { count: others })}</p>}
    </div>
  )
}
