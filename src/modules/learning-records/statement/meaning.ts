import { createHash } from 'node:crypto'
import type { Json } from './check-statement.ts'
import { withLists } from './present-statement.ts'

/** Of a duration, hundredths of a second count, and nothing below (IEEE 9274.1.1, 4.2.7). */
const shortened = (duration: string) => duration.replace(/(\.\d\d)\d+S$/, '$1S')

function ordered(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map((inner) => ordered(inner))
  if (name === 'duration' && typeof value === 'string') return shortened(value)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, ordered(inner, key)]),
  )
}

/**
 * A hash of what a statement says, whatever the order of its properties and whatever a store adds to it: two with the
 * same one say the same.
 * @param leaves properties that do not count, beside the id, the version, and what the store writes
 */
export function meaningOf(statement: Json, ...leaves: readonly string[]): Buffer {
  const left = new Set(['id', 'stored', 'authority', 'version', ...leaves])
  const said = Object.fromEntries(Object.entries(withLists(statement)).filter(([name]) => !left.has(name)))
  return createHash('sha256')
    .update(JSON.stringify(ordered(said)))
    .digest()
}
