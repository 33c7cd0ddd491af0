import { Exact } from '../../../../engine/indicators/exact.ts'

/** A group of scores: what it weighs, and how many of its lowest are left out. */
export interface Category {
  readonly id: string
  readonly name: string
  /** In per cent; together they need not be 100. */
  readonly weight: string
  readonly dropLowest: number
}

/** Something that has a score: a task, a column filled by hand, attendance. */
export interface Entry {
  readonly id: string
  readonly categoryId: string
  readonly title: string
  readonly maxScore: string
}

/**
 * How somebody stands in an entry: a score · excused, which counts neither way · missing, which is nothing · pending,
 * not due or not graded yet, which does not count so far.
 */
export type Mark =
  | { readonly kind: 'score'; readonly score: string }
  | { readonly kind: 'excused' | 'missing' | 'pending' }

export interface EntryPart {
  readonly id: string
  readonly title: string
  readonly mark: Mark
  readonly maxScore: string
  /** Of the maximum, in per cent, not rounded beyond 30 places; null where it does not count. */
  readonly percent: string | null
  readonly use: 'counts' | 'dropped' | 'excused' | 'pending'
}
export interface CategoryPart {
  readonly id: string
  readonly name: string
  readonly weight: string
  /** What it weighs once the categories without any score are left out, in per cent with two places for reading. */
  readonly share: string | null
  /** The mean of what counts, in per cent with two places for reading. */
  readonly percent: string | null
  readonly entries: readonly EntryPart[]
}
export interface FinalScore {
  /** Of 100, rounded half up to the declared places; null while nothing counts. */
  readonly score: string | null
  readonly decimals: number
  readonly categories: readonly CategoryPart[]
}

/**
 * The score of a course, and everything it follows from. Each entry is taken in per cent of its maximum; the lowest are
 * dropped, as many as declared and never all; a category is the mean of what is left; categories are weighed, those in
 * which nothing counts yet are left out and the others weigh in their stead. It is rounded once, at the end, half up.
 */
export function finalScore(
  categories: readonly Category[],
  entries: readonly Entry[],
  marks: ReadonlyMap<string, Mark>,
  decimals: number,
): FinalScore {
  const parts = categories.map((category) => {
    const own = entries
      .filter(({ categoryId }) => categoryId === category.id)
      .map((entry) => ({ entry, mark: marks.get(entry.id) ?? ({ kind: 'pending' } as const) }))
    return { category, ...categoryOf(category, own) }
  })
  const counted = parts.filter((part) => part.mean !== null && new Exact(part.category.weight).gt(0))
  const weights = counted.reduce((sum, { category }) => sum.plus(category.weight), new Exact(0))
  const score = counted.length
    ? counted
        .reduce((sum, { mean, category }) => sum.plus(mean!.times(category.weight)), new Exact(0))
        .div(weights)
        .toFixed(decimals)
    : null
  return {
    score,
    decimals,
    categories: parts.map(({ category: { id, name, weight }, mean, entries: own }) => ({
      id,
      name,
      weight,
      share: mean === null || weights.eq(0) ? null : new Exact(weight).div(weights).times(100).toFixed(2),
      percent: mean?.toFixed(2) ?? null,
      entries: own,
    })),
  }
}

function categoryOf(
  { dropLowest }: Category,
  own: readonly { readonly entry: Entry; readonly mark: Mark }[],
): { mean: Exact | null; entries: EntryPart[] } {
  const percents = new Map(
    own.flatMap(({ entry, mark }) => {
      const percent = percentOf(entry, mark)
      return percent === null ? [] : [[entry.id, percent] as const]
    }),
  )
  // Of equal ones the later: what is dropped must not depend on chance.
  const lowest = [...percents].toSorted(([, a], [, b]) => a.comparedTo(b))
  const dropped = new Set(lowest.slice(0, Math.max(0, Math.min(dropLowest, lowest.length - 1))).map(([id]) => id))
  const kept = [...percents].filter(([id]) => !dropped.has(id))
  return {
    mean: kept.length ? kept.reduce((sum, [, percent]) => sum.plus(percent), new Exact(0)).div(kept.length) : null,
    entries: own.map(({ entry, mark }) => ({
      id: entry.id,
      title: entry.title,
      mark,
      maxScore: entry.maxScore,
      percent: percents.get(entry.id)?.toDecimalPlaces(30).toFixed() ?? null,
      use:
        mark.kind === 'excused'
          ? 'excused'
          : !percents.has(entry.id)
            ? 'pending'
            : dropped.has(entry.id)
              ? 'dropped'
              : 'counts',
    })),
  }
}

function percentOf({ maxScore }: Entry, mark: Mark): Exact | null {
  if (mark.kind === 'missing') return new Exact(0)
  if (mark.kind !== 'score' || new Exact(maxScore).lte(0)) return null
  return new Exact(mark.score).div(maxScore).times(100)
}
