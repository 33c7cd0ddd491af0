import { Exact } from '../../../engine/indicators/exact.ts'
import type { ScoringScheme } from '../../../language/scoring.ts'
import { type Score, score } from './score.ts'
import type { ScoreValues } from './values.ts'

export interface ItemDifference {
  readonly level: string
  readonly key: string
  readonly before: string
  readonly after: string
  /** after − before, a decimal string. */
  readonly change: string
}

export interface WhatIf {
  readonly before: Score
  readonly after: Score
  /** Items whose points differ, in the scheme's order. */
  readonly differences: readonly ItemDifference[]
  readonly change: string
}

const minus = (after: string, before: string) => new Exact(after).minus(before).toFixed()

/**
 * The score as it stands, and as it would be with other values. What is given replaces an item's value as a whole; the
 * rest stays.
 */
export function whatIf(scheme: ScoringScheme, values: ScoreValues, changes: Partial<ScoreValues>): WhatIf {
  const levels = Object.fromEntries(
    Object.keys({ ...values.levels, ...changes.levels }).map((level) => [
      level,
      { ...values.levels[level], ...changes.levels?.[level] },
    ]),
  )
  const before = score(scheme, values)
  const after = score(scheme, {
    ...values,
    ...changes,
    levels,
    vetoes: { ...values.vetoes, ...changes.vetoes },
  })
  const known = new Map(before.items.map(({ level, item, points }) => [`${level}/${item.key}`, points]))
  const differences = after.items.flatMap(({ level, item, points }) => {
    const old = known.get(`${level}/${item.key}`) ?? '0'
    return new Exact(old).eq(points)
      ? []
      : [{ level, key: item.key, before: old, after: points, change: minus(points, old) }]
  })
  return { before, after, differences, change: minus(after.total, before.total) }
}
