import type { Lang } from '../../../language/label.ts'
import type { WireWords } from '../wire.ts'

/** A text in the reader's language, or else in the first that there is; undefined where there is none. */
export function wordsIn(words: WireWords | null, lang: Lang): string | undefined {
  const entries = Object.entries(words ?? {})
  return (entries.find(([name]) => name.toLowerCase().startsWith(lang)) ?? entries[0])?.[1]
}

/** The last part of an address, which mostly says what it is. */
export const lastPart = (address: string): string => address.split(/[/#:]/).findLast((part) => part !== '') ?? address

/** Whole numbers with groups of three. */
export const grouped = (value: number): string => value.toLocaleString('en')
