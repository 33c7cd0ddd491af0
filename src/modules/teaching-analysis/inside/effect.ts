import type { AdviceRule } from '../rules/advice-rule.ts'
import type { ClassFacts, HomeworkFacts } from './class-facts.ts'
import { changeOfShare, type Share } from './statistics.ts'

/** Lessons after the teacher took the advice, over which its measure is taken again. */
const LESSONS = 3
/** Below so many on either side nothing is proven. */
const LEAST = 10

export interface Effect {
  /** What came of it: no lesson since, too few to say, no difference beyond chance, better, worse. */
  readonly verdict: 'waiting' | 'few' | 'unproven' | 'better' | 'worse'
  readonly before: Share | null
  readonly after: Share | null
  /** Lessons that say something about it. */
  readonly lessons: number
  /** after − before, in percentage points with its interval of 95 %, one decimal. */
  readonly change: { readonly points: string; readonly low: string; readonly high: string } | null
}

/**
 * Whether advice helped: the rule's own measure in the next lessons beside that of the lesson it was given in.
 * Before and after are not an experiment: a lesson chosen for being weak tends to be followed by a better one.
 */
export function effectOf(
  rule: AdviceRule,
  key: string,
  before: Share | null,
  answeredAt: string,
  facts: ClassFacts,
): Effect {
  const next = facts.lessons.filter(({ openedAt }) => openedAt > answeredAt).slice(0, LESSONS)
  const shares = next.flatMap((lesson, i) => {
    const homework = dueSince(facts.homework, i === 0 ? answeredAt : next[i - 1]!.closedAt, lesson.closedAt)
    return rule.measure.of({ lesson, homework }, key) ?? []
  })
  const after =
    shares.length === 0
      ? null
      : { hits: shares.reduce((sum, { hits }) => sum + hits, 0), of: shares.reduce((sum, { of }) => sum + of, 0) }
  const known = { before, after, lessons: shares.length }
  if (!before || !after) return { ...known, verdict: 'waiting', change: null }
  const { change, low, high } = changeOfShare(before, after)
  const points = (value: typeof change) => value.times(100).toFixed(1)
  return {
    ...known,
    verdict: before.of < LEAST || after.of < LEAST ? 'few' : low.gt(0) ? 'better' : high.lt(0) ? 'worse' : 'unproven',
    change: { points: points(change), low: points(low), high: points(high) },
  }
}

const dueSince = (homework: readonly HomeworkFacts[], from: string, to: string) =>
  homework.filter(({ dueAt }) => dueAt > from && dueAt <= to)
