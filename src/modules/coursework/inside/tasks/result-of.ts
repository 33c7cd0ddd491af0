import { Exact } from '../../../../engine/indicators/exact.ts'
import type { LateRule, OwnState, WireResult } from '../../wire.ts'

const DAY = 86_400_000

/** What the result of one student in one task follows from. */
export interface ResultFacts {
  readonly dueAt: string
  readonly late: LateRule
  readonly state: 'draft' | 'open' | 'closed'
  readonly extension: { readonly dueAt: string; readonly reason: string } | null
  /** The latest hand-in. */
  readonly handIn: { readonly attempt: number; readonly at: string; readonly auto: readonly (string | null)[] } | null
  readonly grade: {
    readonly attempt: number
    readonly itemScores: readonly (string | null)[]
    readonly rubricScores: Readonly<Record<string, string>>
    readonly feedback: string
    readonly excused: boolean
    readonly excuse: string
  } | null
  readonly criteria: readonly string[]
}

/** Days begun between the deadline and the hand-in; 0 when it was in time. */
export const daysLate = (at: string, dueAt: string): number =>
  Math.max(0, Math.ceil((Date.parse(at) - Date.parse(dueAt)) / DAY))

/** May something still be handed in? */
export function isOpenAt(now: string, dueAt: string, late: LateRule): boolean {
  const days = daysLate(now, dueAt)
  return days === 0 || late.kind === 'accepted' || (late.kind === 'minus' && days <= late.days)
}

/**
 * What a student's work in a task comes to: items and criteria added up, then what lateness takes off. The latest
 * hand-in counts. A score given by the teacher goes before the one an item gave by itself. Scores have two places at
 * most, rounded half up.
 * @param now ISO 8601 in UTC
 */
export function resultOf(facts: ResultFacts, now: string): WireResult {
  const { extension, handIn, grade, late } = facts
  const dueAt = extension?.dueAt ?? facts.dueAt
  const isNewer = handIn !== null && grade !== null && !grade.excused && handIn.attempt > grade.attempt
  const current = isNewer ? null : grade
  const days = handIn === null ? 0 : daysLate(handIn.at, dueAt)
  const earned = handIn === null && current === null ? null : sumOf(facts, current)
  const score = earned === null ? null : new Exact(earned).times(shareKept(late, days)).toDecimalPlaces(2).toFixed()
  return {
    state: stateOf(facts, dueAt, now, score),
    handedInAt: handIn?.at ?? null,
    attempt: handIn?.attempt ?? 0,
    daysLate: days,
    dueAt,
    extensionReason: extension?.reason ?? null,
    earned,
    score: grade?.excused ? null : score,
    feedback: grade?.feedback ?? '',
    excuse: grade?.excused ? grade.excuse : '',
    isNewer,
  }
}

function stateOf(
  { handIn, grade, late, state }: ResultFacts,
  dueAt: string,
  now: string,
  score: string | null,
): OwnState {
  if (grade?.excused) return 'excused'
  if (score !== null) return 'graded'
  if (handIn) return 'handed-in'
  if (now <= dueAt) return state === 'closed' ? 'missed' : 'to-do'
  return state === 'open' && isOpenAt(now, dueAt, late) ? 'late' : 'missed'
}

/** Null while an item or a criterion has no score yet. */
function sumOf({ handIn, criteria }: ResultFacts, grade: ResultFacts['grade']): string | null {
  const auto = handIn?.auto ?? []
  const count = Math.max(auto.length, grade?.itemScores.length ?? 0)
  const items = Array.from({ length: count }, (_, i) => grade?.itemScores[i] ?? auto[i] ?? null)
  const parts = [...items, ...criteria.map((id) => grade?.rubricScores[id] ?? null)]
  return parts.every((part) => part !== null)
    ? parts.reduce((sum, part) => sum.plus(part), new Exact(0)).toFixed()
    : null
}

/** The share of a score that is left after so many days. */
function shareKept(late: LateRule, days: number): Exact {
  if (late.kind !== 'minus' || days === 0) return new Exact(1)
  return Exact.max(0, new Exact(1).minus(new Exact(late.percent).times(Math.min(days, late.days)).div(100)))
}
