import { Exact } from '../../../../engine/indicators/exact.ts'

/** A finished review: what one gave another, added up over the criteria. */
export interface Review {
  readonly reviewer: string
  readonly author: string
  readonly score: string
}

/** From fewer reviews nothing is suggested. */
const LEAST = 2
/** How many reviews of one's own weigh as much as knowing nothing of one's habit. */
const DOUBT = 2

/**
 * What peers' reviews suggest for each hand-in. A reviewer's habit is the median of how far they were above the
 * median of a hand-in (or above the teacher, who has graded it), drawn towards nothing by n / (n + 2); it is taken
 * out of what they gave, within 0 and the maximum, and the median of what is left is suggested, with two places.
 * @param teacher the scores that the teacher has given, by author
 */
export function calibrate(
  reviews: readonly Review[],
  maxScore: string,
  teacher: ReadonlyMap<string, string> = new Map(),
): Map<string, string> {
  const byAuthor = Map.groupBy(reviews, ({ author }) => author)
  const habits = new Map<string, Exact>()
  for (const [reviewer, own] of Map.groupBy(reviews, (review) => review.reviewer)) {
    const above = own.flatMap(({ author, score }) => {
      const all = byAuthor.get(author)!
      const given = teacher.get(author)
      const reference = given ?? (all.length >= LEAST ? median(all.map((one) => new Exact(one.score))) : null)
      return reference === null ? [] : [new Exact(score).minus(reference)]
    })
    if (above.length > 0)
      habits.set(
        reviewer,
        median(above)
          .times(above.length)
          .div(above.length + DOUBT),
      )
  }
  const suggested = new Map<string, string>()
  for (const [author, of] of byAuthor) {
    if (of.length < LEAST) continue
    const calibrated = of.map(({ reviewer, score }) =>
      Exact.min(maxScore, Exact.max(0, new Exact(score).minus(habits.get(reviewer) ?? 0))),
    )
    suggested.set(author, median(calibrated).toDecimalPlaces(2).toFixed())
  }
  return suggested
}

function median(values: readonly Exact[]): Exact {
  const sorted = values.toSorted((a, b) => a.comparedTo(b))
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : sorted[middle - 1]!.plus(sorted[middle]!).div(2)
}
