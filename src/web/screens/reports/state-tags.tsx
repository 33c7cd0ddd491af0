import type { ReportState, SectionState } from '../../../language/wire-reports.ts'
import { StatusTag } from '../../kit/status-tag.tsx'
import { useReportTexts } from './use-report-texts.ts'

/** How far a report is. */
export function ReportStateTag({ state }: { readonly state: ReportState }) {
  const t = useReportTexts()
  return <StatusTag state={state === 'signed' ? 'approved' : state} text={t(`report.state-${state}`)} />
}

/** How far a section is. */
export function SectionStateTag({ state }: { readonly state: SectionState }) {
  const t = useReportTexts()
  return <StatusTag state={state} text={t(`section.state-${state}`)} />
}
