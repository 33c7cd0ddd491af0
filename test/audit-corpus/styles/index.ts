import type { MadeDocument } from '../made-document.ts'
import { budget } from './budget.ts'
import { companyReport } from './company-report.ts'
import { districtBulletin } from './district-bulletin.ts'
import { englishPolytechnic } from './english-polytechnic.ts'
import { laterStyles } from './later.ts'
import { schoolYearReport } from './school-year-report.ts'
import { teachingQuality } from './teaching-quality.ts'

/** Reports in very different styles, by different kinds of publishers. */
export const styles: readonly MadeDocument[] = [
  districtBulletin,
  companyReport,
  teachingQuality,
  englishPolytechnic,
  budget,
  ...laterStyles,
  schoolYearReport,
]
