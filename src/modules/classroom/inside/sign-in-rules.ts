import type { Label } from '../../../language/label.ts'
import { MOST_WRONG } from '../code-window.ts'

/** What is known when somebody tries to sign in. */
export interface SignInFacts {
  /** The teacher said already whether the student is here. */
  readonly setByTeacher: boolean
  /** The phone is registered to this student. */
  readonly isOwnDevice: boolean
  readonly isSigned: boolean
  readonly isChallengeGood: boolean
  readonly isCodeGood: boolean
  readonly wrongCodes: number
  /** Another student whom this phone signed in to this lesson. */
  readonly deviceSpokeFor: string | null
  /** Another lesson that goes on, to which the student is signed in. */
  readonly elsewhere: string | null
}

/** Why a sign-in is refused, as whoever tried reads it. */
export const REFUSALS = {
  'set-by-teacher': {
    zh: '老师已经登记了您的考勤。如有出入，请当面告诉老师',
    en: 'The teacher entered you by hand. Tell the teacher if it is wrong',
  },
  'too-many': {
    zh: `已输错 ${MOST_WRONG} 次，不能再用签到码。请找老师手动签到`,
    en: `${MOST_WRONG} wrong codes: no more are taken. Ask the teacher to sign you in`,
  },
  'not-your-phone': {
    zh: '这台手机已登记给另一名同学。一台手机只能为一人签到，请用自己的手机，或找老师手动签到',
    en: 'This phone is registered to another student. Use your own, or ask the teacher to sign you in',
  },
  'phone-used': {
    zh: '这台手机已在这次课为另一名同学签到。请用自己的手机，或找老师手动签到',
    en: 'This phone signed in another student to this lesson. Use your own, or ask the teacher to sign you in',
  },
  'two-rooms': {
    zh: '您已在另一个正在上课的课堂签到，不能同时在两处。如果那边不是您本人，请告诉两位老师',
    en: 'You are signed in to another lesson that is going on. If that was not you, tell both teachers',
  },
  'not-signed': {
    zh: '这台手机的签名不对或已过期。请刷新页面后重新输入屏幕上的码',
    en: 'The signature of this phone is wrong or too old. Reload the page and enter the code on the screen',
  },
  'wrong-code': {
    zh: '码不对，或已经换了。请看大屏幕上现在的码',
    en: 'The code is wrong or has changed. Enter the one that is on the screen now',
  },
} as const satisfies Readonly<Record<string, Label>>

export type WhyRefused = keyof typeof REFUSALS

/**
 * Why a sign-in is refused; null when it is good. The code comes last: whoever fails before learns nothing of it.
 */
export function whySignInIsRefused(facts: SignInFacts): WhyRefused | null {
  if (facts.setByTeacher) return 'set-by-teacher'
  if (facts.wrongCodes >= MOST_WRONG) return 'too-many'
  if (!facts.isOwnDevice) return 'not-your-phone'
  if (facts.deviceSpokeFor !== null) return 'phone-used'
  if (facts.elsewhere !== null) return 'two-rooms'
  if (!facts.isSigned || !facts.isChallengeGood) return 'not-signed'
  return facts.isCodeGood ? null : 'wrong-code'
}
