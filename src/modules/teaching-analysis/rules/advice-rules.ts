import type { AdviceRule } from './advice-rule.ts'
import { closedTooSoon } from './closed-too-soon.ts'
import { feedbackLate } from './feedback-late.ts'
import { groupsUnequal } from './groups-unequal.ts'
import { homeworkAtTheLastHour } from './homework-at-the-last-hour.ts'
import { itemAmbiguous } from './item-ambiguous.ts'
import { itemTooEasy } from './item-too-easy.ts'
import { itemTooHard } from './item-too-hard.ts'
import { lateArrivals } from './late-arrivals.ts'
import { pointLeftOpen } from './point-left-open.ts'
import { previewUnopened } from './preview-unopened.ts'
import { quietStudents } from './quiet-students.ts'
import { resultNotShown } from './result-not-shown.ts'
import { sameFewSpeak } from './same-few-speak.ts'
import { stepFailed } from './step-failed.ts'

/** Every rule by which advice is given: a new one is a file and a line here. */
export const ADVICE_RULES: readonly AdviceRule[] = [
  previewUnopened,
  pointLeftOpen,
  itemTooHard,
  itemTooEasy,
  itemAmbiguous,
  closedTooSoon,
  resultNotShown,
  sameFewSpeak,
  quietStudents,
  groupsUnequal,
  stepFailed,
  lateArrivals,
  feedbackLate,
  homeworkAtTheLastHour,
]
