import { Exact } from '../../../engine/indicators/exact.ts'
import {
  type Amount,
  type Outliers,
  SATISFACTION,
  type ScoreItem,
  type ScoreRule,
  type Weight,
} from '../../../language/scoring.ts'
import type { Claim, ItemValue } from './values.ts'

export const ZERO = new Exact(0)
const HUNDRED = new Exact(100)

/** Points before rounding, from 0 to the item's; null while what the rule needs is missing. */
export type Earn = (value: ItemValue) => Exact | null

type By<K extends ScoreRule['by']> = Extract<ScoreRule, { by: K }>

/** Reads the scheme's numbers once, so that the many values of many plans only cost their own arithmetic. */
export function earner({ rule, points, less }: ScoreItem): Earn {
  const of = new Exact(points)
  const earn = ruleEarner(rule, of)
  // Comparing costs as much as dividing: asked only where a rule's own arithmetic has no end.
  const canExceed = rule.by === 'results' || rule.by === 'manual' || rule.by === 'experts'
  const deductions = Object.entries(less ?? {}).map(([key, { each, most }]) => ({
    key,
    each: new Exact(each),
    most: most === undefined ? of : new Exact(most),
  }))
  return (value) => {
    if (value.zero) return ZERO
    let left = earn(value)
    if (left === null) return null
    for (const { key, each, most } of deductions) {
      const cases = value.cases?.[key]
      if (cases !== undefined) left = left.minus(Exact.min(each.times(cases), most))
    }
    return left.isNegative() ? ZERO : canExceed && left.gt(of) ? of : left
  }
}

function ruleEarner(rule: ScoreRule, of: Exact): Earn {
  switch (rule.by) {
    case 'ratio':
      return ratio(rule, of)
    case 'bands':
      return bands(rule)
    case 'results':
      return results(rule, of)
    case 'deduction':
      return ({ cases }) => (cases === undefined ? null : of)
    case 'experts':
      return ({ scores }) => meanOfExperts(rule, scores)?.div(rule.outOf).times(of) ?? null
    case 'satisfaction':
      return ({ answers }) => satisfaction(answers)?.div(HUNDRED).times(of) ?? null
    case 'yes-no':
      return ({ value }) => (value === undefined ? null : new Exact(value).isZero() ? ZERO : of)
    case 'manual':
      return ({ value }) => (value === undefined ? null : new Exact(value))
  }
}

/** The scheme's number, or the one that was given. */
function amount(asked: Amount): (value: ItemValue) => Exact | null {
  if (typeof asked !== 'string') return ({ target }) => (target === undefined ? null : new Exact(target))
  const known = new Exact(asked)
  return () => known
}

function ratio({ target, better, limit, rest }: By<'ratio'>, of: Exact): Earn {
  const targetOf = amount(target)
  const bound = limit === undefined ? null : new Exact(limit)
  const isDown = better === 'down'
  return (given) => {
    const goal = targetOf(given)
    if (given.value === undefined || goal === null) return null
    const value = new Exact(given.value)
    if (bound && (isDown ? value.gt(bound) : value.lt(bound))) return ZERO
    // Reached, or better: also where the value is 0 and could not divide.
    const isReached = isDown ? value.lte(goal) : value.gte(goal)
    const share = isReached ? of : isDown ? goal.times(of).div(value) : value.lte(0) ? ZERO : value.times(of).div(goal)
    return rest ? of.minus(share) : share
  }
}

function bands({ around, steps, linear }: By<'bands'>): Earn {
  const middle = around === undefined ? () => ZERO : amount(around)
  const known = steps.map(({ from, points }) => ({
    from: from === null ? null : new Exact(from),
    points: new Exact(points),
  }))
  return (given) => {
    const mean = middle(given)
    if (given.value === undefined || mean === null) return null
    const distance = new Exact(given.value).minus(mean)
    const at = known.findIndex(({ from }) => from === null || distance.gte(from))
    const step = known[at]!
    const above = known[at - 1]
    if (!linear || !above?.from || !step.from) return step.points
    const way = distance.minus(step.from).div(above.from.minus(step.from))
    return step.points.plus(way.times(above.points.minus(step.points)))
  }
}

/** What one claim weighs: level × rank, and its extras. Unknown words weigh nothing; `valueProblems` finds them. */
export function weigher({ levels, ranks, extras }: By<'results'>): (claim: Claim) => Exact {
  const read = (of: Readonly<Record<string, Weight>> = {}) =>
    new Map(Object.entries(of).map(([key, { weight }]) => [key, new Exact(weight)]))
  const [byLevel, byRank, byExtra] = [read(levels), read(ranks), read(extras)]
  return ({ level, rank, extras: more, count }) => {
    let weight = byLevel.get(level) ?? ZERO
    if (rank !== undefined) weight = weight.times(byRank.get(rank) ?? ZERO)
    for (const extra of more ?? []) weight = weight.plus(byExtra.get(extra) ?? ZERO)
    return count === undefined ? weight : weight.times(count)
  }
}

/** Results claimed more than once were taken out before: see `score`. */
function results(rule: By<'results'>, of: Exact): Earn {
  const fullOf = amount(rule.full)
  const weigh = weigher(rule)
  return (given) => {
    const full = fullOf(given)
    if (given.claims === undefined || full === null || full.lte(0)) return null
    return given.claims
      .reduce((sum, claim) => sum.plus(weigh(claim)), ZERO)
      .times(of)
      .div(full)
  }
}

/** Experts' scores that count, and those left out. */
export function keptScores(
  outOf: string,
  outliers: Outliers | undefined,
  scores: readonly { readonly expert: string; readonly score: string }[],
) {
  const ordered = scores
    .map(({ expert, score }) => ({ expert, score: new Exact(score) }))
    // By name among equals, so that the order in which they came does not matter.
    .toSorted((a, b) => a.score.cmp(b.score) || (a.expert < b.expert ? -1 : 1))
  if (outliers?.drop === 'ends' && ordered.length >= outliers.from)
    return { kept: ordered.slice(1, -1), left: [ordered[0]!, ordered.at(-1)!] }
  if (outliers?.drop === 'far' && ordered.length > 0) {
    const [low, high] = [ordered[Math.floor((ordered.length - 1) / 2)]!, ordered[Math.floor(ordered.length / 2)]!]
    const median = low.score.plus(high.score).div(2)
    const most = new Exact(outOf).times(outliers.percent).div(HUNDRED)
    const isNear = ({ score }: { readonly score: Exact }) => score.minus(median).abs().lte(most)
    const kept = ordered.filter(isNear)
    // Two camps with nobody between them: nobody is the outlier.
    return kept.length === 0 ? { kept: ordered, left: [] } : { kept, left: ordered.filter((one) => !isNear(one)) }
  }
  return { kept: ordered, left: [] }
}

function meanOfExperts({ outOf, outliers }: By<'experts'>, scores: ItemValue['scores']): Exact | null {
  if (scores === undefined || scores.length === 0) return null
  const { kept } = keptScores(outOf, outliers, scores)
  return kept.reduce((sum, { score }) => sum.plus(score), ZERO).div(kept.length)
}

const STEPS = Object.entries(SATISFACTION).map(([step, worth]) => [step as keyof typeof SATISFACTION, worth] as const)

/** 0 to 100: the mean over the questions that anybody answered. */
export function satisfaction(answers: ItemValue['answers']): Exact | null {
  const asked = (answers ?? []).flatMap((question) => {
    const all = STEPS.reduce((sum, [step]) => sum + question[step], 0)
    if (all === 0) return []
    return [STEPS.reduce((sum, [step, worth]) => sum.plus(new Exact(worth).times(question[step])), ZERO).div(all)]
  })
  return asked.length === 0 ? null : asked.reduce((sum, score) => sum.plus(score), ZERO).div(asked.length)
}
