import { Link } from 'react-router'
import type { WireReport } from '../../../language/wire-reports.ts'
import { sectionAddress } from './report-places.ts'
import { useReportTexts } from './use-report-texts.ts'

/** The sections before and after this one. */
export function SectionSteps({ report, sectionId }: { readonly report: WireReport; readonly sectionId: string }) {
  const t = useReportTexts()
  const at = report.sections.findIndex((one) => one.id === sectionId)
  const [before, after] = [report.sections[at - 1], report.sections[at + 1]]
  return (
    <nav className="section-steps" aria-label={t('steps.title')}>
      {before ? (
        <Link to={sectionAddress(report.id, before.id)}>
          ← {before.number} {before.title}
        </Link>
      ) : (
        <span />
      )}
      {after && (
        <Link to={sectionAddress(report.id, after.id)}>
          {after.number} {after.title} →
        </Link>
      )}
    </nav>
  )
}
