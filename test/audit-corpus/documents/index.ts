import type { MadeDocument } from '../made-document.ts'
import { annualReport } from './annual-report.ts'
import { employmentReport } from './employment-report.ts'
import { englishReport } from './english-report.ts'
import { financeReport } from './finance-report.ts'
import { indicatorTables } from './indicator-tables.ts'
import { planMidterm } from './plan-midterm.ts'
import { pressText } from './press-text.ts'
import { researchReport } from './research-report.ts'
import { secondAnnualReport } from './second-annual-report.ts'
import { surveyReport } from './survey-report.ts'
import { trainingReport } from './training-report.ts'
import { worksReport } from './works-report.ts'

/** Documents in which no figure contradicts another. */
export const cleanDocuments: readonly MadeDocument[] = [
  annualReport,
  financeReport,
  englishReport,
  planMidterm,
  employmentReport,
  worksReport,
  pressText,
  surveyReport,
  researchReport,
  indicatorTables,
  secondAnnualReport,
  trainingReport,
]
