import { same } from './check-record.ts'
import type { Values } from './check-record.ts'

/** A field that two people changed differently. */
export interface Clash {
  readonly field: string
  readonly base: unknown
  readonly mine: unknown
  readonly theirs: unknown
}

export interface Merge {
  /** My changes on top of theirs, except where they clash: there, theirs. */
  readonly values: Values
  readonly clashes: readonly Clash[]
  /** Fields that only the other person changed. */
  readonly theirs: readonly string[]
}

/** Brings an edit that started from `base` onto what the record has become meanwhile. */
export function mergeStale(base: Values, mine: Values, theirs: Values): Merge {
  const values: Record<string, unknown> = { ...theirs }
  const clashes: Clash[] = []
  const onlyTheirs: string[] = []
  for (const field of new Set([...Object.keys(base), ...Object.keys(mine), ...Object.keys(theirs)])) {
    const isMineChanged = !same(base[field], mine[field])
    const isTheirsChanged = !same(base[field], theirs[field])
    if (isMineChanged && isTheirsChanged && !same(mine[field], theirs[field]))
      clashes.push({ field, base: base[field], mine: mine[field], theirs: theirs[field] })
    else if (isMineChanged) values[field] = mine[field]
    else if (isTheirsChanged) onlyTheirs.push(field)
  }
  return { values, clashes, theirs: onlyTheirs }
}
