import type { MadeDocument } from '../made-document.ts'
import { healthCollege, railwayEndOfTerm, tradesUniversity } from './first-colleges.ts'
import { englishInstitute, finalAccounts, firmReport, graduatesReport, provinceReport } from './first-others.ts'
import { equipmentUniversity, tradeGraduates, waterCollege } from './fourth-colleges.ts'
import { coastalTafe, riverbendFacts, transportBudget } from './fourth-others.ts'
import { farmingCollege, midtermEvaluation, privateCollege } from './second-colleges.ts'
import { citySecondary, collegeBudget, englishSelfStudy, trainingYear } from './second-others.ts'
import { artsCollege, cityCollege, englishReview, qualityActionPlan } from './third.ts'

/** Reports of many publishers, each measured before any rule was mended with it; the README says what was found then. */
export const strangers: readonly MadeDocument[] = [
  healthCollege,
  railwayEndOfTerm,
  tradesUniversity,
  englishInstitute,
  finalAccounts,
  firmReport,
  graduatesReport,
  provinceReport,
  farmingCollege,
  midtermEvaluation,
  privateCollege,
  citySecondary,
  collegeBudget,
  englishSelfStudy,
  trainingYear,
  artsCollege,
  qualityActionPlan,
  cityCollege,
  englishReview,
  waterCollege,
  tradeGraduates,
  equipmentUniversity,
  transportBudget,
  riverbendFacts,
  coastalTafe,
]
