import { createContext, useContext } from 'react'
import type { WireReport } from '../../../language/wire-reports.ts'

const ReportContext = createContext<WireReport | undefined>(undefined)

/** Gives the report to the nodes of the text. */
export const ReportProvider = ReportContext.Provider

/** The report whose text this is. */
export function useOpenReport(): WireReport {
  const report = useContext(ReportContext)
  if (!report) throw new Error('useOpenReport: the component is outside ReportProvider')
  return report
}
