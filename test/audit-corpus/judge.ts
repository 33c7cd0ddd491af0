import type { Finding } from '../../src/modules/audit/index.ts'
import type { Plant } from './plant.ts'

/** The text as it is compared: no spaces, full-width signs made plain, no lines of a table. */
const plain = (text: string): string => text.normalize('NFKC').replaceAll(/[\s|,#]/g, '')

/** The digits of a printed figure, so that "6,110 人" and "6110" are one; a text without digits stands for itself. */
const figure = (printed: string): string => /-?\d+(?:\.\d+)?/.exec(plain(printed))?.[0] ?? plain(printed)

/** Every figure in a passage. */
const figures = (text: string): string[] =>
  text
    .normalize('NFKC')
    .replaceAll(/(?<=\d),(?=\d{3})/g, '')
    .match(/-?\d+(?:\.\d+)?/g) ?? []

const SHARED = 8

/** Whether two passages are of the same place: one holds the other, or they share eight signs in a row. */
function sharePassage(one: string, other: string): boolean {
  const [a, b] = [plain(one), plain(other)]
  if (a === '' || b === '') return false
  if (a.includes(b) || b.includes(a)) return true
  for (let i = 0; i + SHARED <= a.length; i++) if (b.includes(a.slice(i, i + SHARED))) return true
  return false
}

/** The last word of a row's name: a cell joined downwards stands in its first row alone. */
const rowOf = (cell: string): string => cell.split('|')[0]!.trim().split(/\s+/).at(-1)!

/** The same figure; or a piece of what is printed, such as the year of a date. */
const isSameFigure = (said: string, printed: string): boolean =>
  figure(said) === figure(printed) || (plain(said).length > 3 && plain(printed).includes(plain(said)))

/** Whether a place is on a line: a shared passage; of a cell, the first words and the last figure of what it quotes. */
function isOnLine(place: Finding['places'][number], line: string): boolean {
  if (sharePassage(place.text, line)) return true
  if (place.table === undefined) return false
  const last = figures(place.text).at(-1)
  return last !== undefined && figures(line).includes(last) && plain(line).includes(plain(rowOf(place.text)))
}

/**
 * Whether a finding speaks of a planted error. It names the misprinted figure, or the total that it makes wrong, and
 * one of its places is the line of that figure, or quotes the misprint; or one of its places is the very cell, for a
 * sum need not repeat its parts. Where the misprint is no figure (a number of a heading) the place decides.
 */
export function speaksOf(finding: Finding, plant: Plant): boolean {
  return plant.marks.some(({ value, line }, i) => {
    const isNamed = value === undefined || finding.values.some((said) => isSameFigure(said, value))
    return finding.places.some((place) => {
      const isLine = isOnLine(place, line)
      const isQuoted = i === 0 && value !== undefined && figures(place.text).includes(figure(value))
      return (isNamed && (isLine || isQuoted)) || (isLine && isQuoted && place.table !== undefined)
    })
  })
}

/** A contradiction that somebody found by reading; `debatable` ones are neither asked for nor held against a finding. */
export interface Contradiction {
  readonly kinds: readonly string[]
  readonly values: readonly string[]
  readonly places: readonly { readonly line: number; readonly label: string }[]
  readonly arithmetic: string
  readonly certainty: 'certain' | 'explainable' | 'debatable'
}

/**
 * Whether a finding is this contradiction: two of its printed figures (the only one where there is one) and one of its
 * places. Kinds are not asked for: a sum that is wrong may be told as one quantity printed twice.
 */
export function isContradiction(finding: Finding, known: Contradiction, lines: readonly string[]): boolean {
  const printed = finding.values.map(figure)
  const wanted = [...new Set(known.values.map(figure))]
  const isNumbering = known.kinds.includes('numbering')
  if (isNumbering && finding.kind !== 'numbering' && !printed.some((value) => wanted.includes(value))) return false
  if (!isNumbering && wanted.filter((value) => printed.includes(value)).length < Math.min(2, wanted.length))
    return false
  return known.places.some(({ line }) => finding.places.some((place) => isOnLine(place, lines[line - 1] ?? '')))
}

/** The same figures under the same kind: what a clean document already got is not held against each planted copy. */
export const sameFinding = (one: Finding, other: Finding): boolean =>
  one.kind === other.kind && one.values.join('|') === other.values.join('|')
