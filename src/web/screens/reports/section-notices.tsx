import { Button } from 'antd'
import type { WireReport, WireReportSection } from '../../../language/wire-reports.ts'
import { useReportTexts } from './use-report-texts.ts'

interface SectionNoticesProps {
  readonly report: WireReport
  readonly section: WireReportSection
  readonly mayEdit: boolean
  /** Somebody else saved since, and nothing here is unsaved. */
  readonly isBehind: boolean
  readonly onRefresh: () => void
}

/** Why the text is closed, or that somebody else has changed it. */
export function SectionNotices({ report, section, mayEdit, isBehind, onRefresh }: SectionNoticesProps) {
  const t = useReportTexts()
  const closed =
    report.state !== 'draft'
      ? 'notice.report-closed'
      : section.state === 'draft'
        ? 'notice.not-yours'
        : 'notice.handed-in'
  return (
    <>
      {!mayEdit && <p className="section-notice">{t(closed)}</p>}
      {isBehind && (
        <div className="section-notice section-notice-waiting" role="status">
          <span>{t('notice.changed')}</span>
          <Button size="small" type="primary" onClick={onRefresh}>
            {t('notice.refresh')}
          </Button>
        </div>
      )}
    </>
  )
}
