import type { Say } from '../../kit/use-texts.ts'
import { useTexts } from '../../kit/use-texts.ts'
import { reportTexts } from './texts.ts'

/** Says the words of the screens of reports. */
export type SayReport = Say<typeof reportTexts>

/** The words of the screens of reports. */
export function useReportTexts(): SayReport {
  return useTexts(reportTexts)
}
