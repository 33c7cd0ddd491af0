import type { Label } from '../../../language/label.ts'
import type { Lesson } from '../roster.ts'

/** A lesson may be opened this long before it begins, and until so long after it ends, in minutes. */
const EARLY = 30
const AFTER = 120
/** Who signs in later than this after the beginning is late. */
const LATE = 10
/** A lesson whose end nobody wrote down, and an extra one, lasts so long. */
const USUAL = 100

const minutes = (n: number) => n * 60_000

/** A day and time in China (UTC+8 all year) as a moment in ms. */
export const chinaMoment = (day: string, time: string): number => Date.parse(`${day}T${time.slice(0, 8)}+08:00`)

export interface LessonTimes {
  readonly lateAfter: number
  readonly closesAt: number
}

/**
 * When who comes is late, and when the lesson ends by itself; all by the server's clock, in ms.
 * @param isExtra an extra meeting of the teaching class, held now whatever the timetable says
 * @returns why it cannot be opened now, instead: never a lesson of the future
 */
export function timesOf(
  lesson: Pick<Lesson, 'heldOn' | 'startsAt' | 'endsAt' | 'cancelled'>,
  isExtra: boolean,
  now: number,
): LessonTimes | Label {
  if (isExtra) return { lateAfter: now + minutes(LATE), closesAt: now + minutes(USUAL + AFTER) }
  const begins = chinaMoment(lesson.heldOn, lesson.startsAt)
  const ends = lesson.endsAt ? chinaMoment(lesson.heldOn, lesson.endsAt) : begins + minutes(USUAL)
  if (lesson.cancelled)
    return {
      zh: '这次课已标记停课。如需补课，请用“临时上课”',
      en: 'This lesson is cancelled. Hold an extra one instead',
    }
  if (now < begins - minutes(EARLY))
    return {
      zh: `这次课在 ${lesson.heldOn} ${lesson.startsAt.slice(0, 5)} 开始，最早提前 ${EARLY} 分钟打开`,
      en: `This lesson begins on ${lesson.heldOn} at ${lesson.startsAt.slice(0, 5)}: open it ${EARLY} minutes before at the earliest`,
    }
  if (now > ends + minutes(AFTER))
    return {
      zh: `这次课已在 ${lesson.heldOn} 结束。如需补课，请用“临时上课”`,
      en: `This lesson ended on ${lesson.heldOn}. Hold an extra one instead`,
    }
  // Whoever opens late cannot call those late who wait for it.
  return { lateAfter: Math.max(begins, now) + minutes(LATE), closesAt: ends + minutes(AFTER) }
}
