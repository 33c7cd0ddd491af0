import { Exact } from '../../../../engine/indicators/exact.ts'

/** Natures of courses that the national table of results tells apart; practice has no column in it. */
export const NATURES = ['general', 'foundation', 'core', 'extension'] as const
export type Nature = (typeof NATURES)[number]

/** A course that a student finished. Decimals as text. */
export interface Finished {
  readonly nature: string
  /** Of 100. */
  readonly score: string
  readonly credits: string
}

/** Credits gained so far and the mark, of each nature; one decimal. */
export type TermResult = Readonly<Record<`${Nature}Credits` | `${Nature}Score`, string>>

/** From here on a course is passed and its credits are gained. */
const PASS = 60

/**
 * What a student had reached at the end of a term: credits of courses passed, and the mean of marks weighed by credits,
 * by nature of the courses. The national standard (V3.0.2, table 42) asks for all of it.
 * @param base what the office says of an earlier term: credits are added to it, marks weigh as much as its credits
 * @returns the natures of which nothing is known yet, where there are any
 */
export function termResultOf(
  finished: readonly Finished[],
  base: TermResult | null,
): { readonly result: TermResult } | { readonly lacks: readonly Nature[] } {
  const lacks: Nature[] = []
  const values = NATURES.flatMap((nature) => {
    const own = finished.filter((course) => course.nature === nature)
    const before = base ? new Exact(base[`${nature}Credits`]) : new Exact(0)
    const add = (of: readonly Finished[]) => of.reduce((sum, { credits }) => sum.plus(credits), new Exact(0))
    const weight = before.plus(add(own))
    const weighed = own.reduce(
      (sum, { score, credits }) => sum.plus(new Exact(score).times(credits)),
      base ? before.times(base[`${nature}Score`]) : new Exact(0),
    )
    // Nothing gained and nothing taken since: the office's mark stands as it is.
    const score = weight.gt(0) ? weighed.div(weight) : base && new Exact(base[`${nature}Score`])
    if (!score) {
      lacks.push(nature)
      return []
    }
    const credits = before.plus(add(own.filter((course) => new Exact(course.score).gte(PASS))))
    return [
      [`${nature}Credits`, credits.toFixed(1)],
      [`${nature}Score`, score.toFixed(1)],
    ]
  })
  return lacks.length > 0 ? { lacks } : { result: Object.fromEntries(values) as TermResult }
}

/** Hours of a credit, where the teacher says nothing else: 16 to 18 by the Ministry (教职成〔2019〕13号). */
const HOURS_OF_A_CREDIT = 16

/** What a course is worth by its hours, in half credits. */
export const creditsOf = (hours: number): string =>
  new Exact(hours).times(2).div(HOURS_OF_A_CREDIT).toDecimalPlaces(0).div(2).toFixed(1)
