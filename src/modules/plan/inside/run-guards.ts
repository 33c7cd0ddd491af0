import type { Guard } from '../../../engine/records/guards.ts'
import { closedTaskGuard } from './closed-task-guard.ts'
import { checkGuard, closingGuard } from './closing-guard.ts'
import { progressGuard } from './progress-guard.ts'
import { closedYearGuard, yearGuard } from './year-guard.ts'

/** What holds while a plan is run: reports, closed years, decisions, findings and checks. */
export const runGuards: readonly Guard[] = [
  progressGuard,
  closedYearGuard,
  closedTaskGuard,
  yearGuard,
  closingGuard,
  checkGuard,
]
