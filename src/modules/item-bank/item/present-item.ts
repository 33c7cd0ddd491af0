import { createHash } from 'node:crypto'
import type { Item, Option } from './item.ts'

/** An item without its key: what a phone may see before the result is shown. */
export type PresentedItem =
  | {
      readonly kind: 'single' | 'multiple'
      readonly stem: string
      readonly points: string
      readonly options: readonly Option[]
    }
  /** The blanks stand in the stem. */
  | { readonly kind: 'blanks'; readonly stem: string; readonly points: string; readonly blanks: number }
  | { readonly kind: 'number'; readonly stem: string; readonly points: string; readonly unit: string | null }
  | { readonly kind: 'order'; readonly stem: string; readonly points: string; readonly entries: readonly string[] }
  | {
      readonly kind: 'match'
      readonly stem: string
      readonly points: string
      readonly left: readonly string[]
      readonly right: readonly string[]
    }
  | { readonly kind: 'short'; readonly stem: string; readonly points: string }

/**
 * The item as it is asked. What has to be ordered or matched comes shuffled, the same way for the same `seed`; it is
 * sorted by its text before, so that nothing of the right order is left.
 * @param seed for instance the id of the student, so that neighbours see different orders
 */
export function presentItem(item: Item, seed = ''): PresentedItem {
  const { stem, points } = item
  switch (item.kind) {
    case 'single':
    case 'multiple':
      return { kind: item.kind, stem, points, options: item.options.map(({ key, text }) => ({ key, text })) }
    case 'blanks':
      return { kind: item.kind, stem, points, blanks: item.blanks.length }
    case 'number':
      return { kind: item.kind, stem, points, unit: item.unit }
    case 'order': {
      const entries = shuffled(item.entries, seed)
      // Never the solution itself: whoever touches nothing would be right.
      const solved = entries.length > 1 && entries.every((entry, i) => entry === item.entries[i])
      return { kind: item.kind, stem, points, entries: solved ? [...entries.slice(1), entries[0]!] : entries }
    }
    case 'match':
      return {
        kind: item.kind,
        stem,
        points,
        left: item.pairs.map(([left]) => left),
        right: shuffled([...new Set([...item.pairs.map(([, right]) => right), ...item.distractors])], seed),
      }
    case 'short':
      return { kind: item.kind, stem, points }
  }
}

function shuffled(texts: readonly string[], seed: string): string[] {
  const placed = texts.map((text) => ({ text, at: createHash('sha256').update(`${seed}\n${text}`).digest('hex') }))
  return placed.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).map(({ text }) => text)
}
