import type { TextRun } from './text-runs.ts'

/** The words a comment speaks of, with what stood around them so that they are found again after edits. */
export interface Anchor {
  readonly quote: string
  readonly before: string
  readonly after: string
}

const AROUND = 24

interface Flat {
  readonly text: string
  /** The editor's position of each character; a line end has that of the run's end. */
  readonly positions: readonly number[]
}

function flatten(runs: readonly TextRun[]): Flat {
  const positions: number[] = []
  let text = ''
  for (const run of runs) {
    for (let i = 0; i <= run.text.length; i++) positions.push(run.from + i)
    text += `${run.text}\n`
  }
  return { text, positions }
}

/** Describes a selection; undefined when no word is selected. */
export function makeAnchor(runs: readonly TextRun[], from: number, to: number): Anchor | undefined {
  const { text, positions } = flatten(runs)
  const start = positions.findIndex((position) => position >= from)
  const end = positions.findLastIndex((position) => position <= to)
  if (start < 0 || end <= start) return undefined
  const quote = text.slice(start, end)
  if (quote.trim() === '') return undefined
  return { quote, before: text.slice(Math.max(0, start - AROUND), start), after: text.slice(end, end + AROUND) }
}

/** Where the words stand now: of several places the one whose surroundings are most alike. */
export function findAnchor(
  runs: readonly TextRun[],
  anchor: Anchor,
): { readonly from: number; readonly to: number } | undefined {
  if (anchor.quote === '') return undefined
  const { text, positions } = flatten(runs)
  let best: { readonly start: number; readonly score: number } | undefined
  for (let start = text.indexOf(anchor.quote); start >= 0; start = text.indexOf(anchor.quote, start + 1)) {
    const before = commonEnd(text.slice(Math.max(0, start - AROUND), start), anchor.before)
    const end = start + anchor.quote.length
    const score = before + commonStart(text.slice(end, end + AROUND), anchor.after)
    if (!best || score > best.score) best = { start, score }
  }
  if (!best) return undefined
  const from = positions[best.start]
  const last = positions[best.start + anchor.quote.length - 1]
  return from === undefined || last === undefined ? undefined : { from, to: last + 1 }
}

function commonStart(one: string, other: string): number {
  let length = 0
  while (length < one.length && one[length] === other[length]) length++
  return length
}

function commonEnd(one: string, other: string): number {
  let length = 0
  while (length < Math.min(one.length, other.length) && one.at(-1 - length) === other.at(-1 - length)) length++
  return length
}

export const writeAnchor = (anchor: Anchor): string => JSON.stringify(anchor)

/** Reads a stored anchor; one that is plain words is the words themselves. */
export function readAnchor(stored: string | null): Anchor | undefined {
  if (stored === null || stored === '') return undefined
  try {
    const found = JSON.parse(stored) as Partial<Anchor>
    if (typeof found.quote === 'string')
      return { quote: found.quote, before: found.before ?? '', after: found.after ?? '' }
  } catch {
    // Not written by this editor.
  }
  return { quote: stored, before: '', after: '' }
}
