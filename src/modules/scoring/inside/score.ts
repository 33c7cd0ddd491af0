import { Exact } from '../../../engine/indicators/exact.ts'
import {
  type Grade,
  isGroup,
  itemsOf,
  type ScoreGroup,
  type ScoreItem,
  type ScoringScheme,
  type Veto,
} from '../../../language/scoring.ts'
import { type Earn, earner, weigher, ZERO } from './earn.ts'
import type { Claim, ItemValue, ScoreValues } from './values.ts'

/** All points are decimal strings, rounded half up as the scheme declares. */
export interface ItemScore {
  readonly level: string
  readonly item: ScoreItem
  /** Keys of the groups above, outermost first. */
  readonly path: readonly string[]
  readonly points: string
  readonly of: string
  /** What it was scored from, after results that are claimed elsewhere were taken out; null when nothing was given. */
  readonly value: ItemValue | null
  /** What the rule needs is not there: 0 until it is. */
  readonly isMissing: boolean
}

export interface GroupScore {
  readonly level: string
  readonly group: ScoreGroup
  readonly path: readonly string[]
  /** Below 0 for a group of penalties. */
  readonly points: string
  readonly of: string
}

export interface LevelScore {
  readonly level: string
  readonly points: string
  readonly of: string
  /** In per cent. */
  readonly weight: string
}

export interface VetoScore {
  readonly veto: Veto
  readonly isHit: boolean
  /** What it looked at: a value, or the points of a group by level. */
  readonly value: string | null
}

export interface Score {
  readonly total: string
  /** Key of the scheme's grades; null when it gives none. */
  readonly grade: string | null
  readonly vetoes: readonly VetoScore[]
  readonly levels: readonly LevelScore[]
  readonly groups: readonly GroupScore[]
  readonly items: readonly ItemScore[]
}

interface Prepared {
  readonly item: ScoreItem
  readonly path: readonly string[]
  readonly earn: Earn
  readonly weigh: ((claim: Claim) => Exact) | null
}

const prepared = new WeakMap<ScoringScheme, ReadonlyMap<string, readonly Prepared[]>>()

/** A scheme's items by level, ready to be scored; read once per scheme. */
function prepare(scheme: ScoringScheme): ReadonlyMap<string, readonly Prepared[]> {
  const known = prepared.get(scheme)
  if (known) return known
  const made = new Map(
    Object.entries(scheme.levels).map(([level, { of }]) => [
      level,
      itemsOf(of).map(({ item, path }) => ({
        item,
        path: path.map((group) => group.key),
        earn: earner(item),
        weigh: item.rule.by === 'results' ? weigher(item.rule) : null,
      })),
    ]),
  )
  prepared.set(scheme, made)
  return made
}

/** The way in which the levels weigh: as asked for, or the scheme's first. */
export const weightingOf = (scheme: ScoringScheme, asked: string | undefined) =>
  scheme.weightings[asked ?? ''] ?? Object.values(scheme.weightings)[0]!

/**
 * Scores values by a scheme. Items are rounded, groups add up rounded items, levels add up groups, the total weighs
 * levels: every figure printed is the sum of figures printed. A result claimed by several items of a level counts once,
 * where it weighs most. Pure; values are taken to be checked (`valueProblems`).
 */
export function score(scheme: ScoringScheme, values: ScoreValues): Score {
  const weighting = weightingOf(scheme, values.weighting)
  const { decimals } = scheme
  const levels: LevelScore[] = []
  const groups: GroupScore[] = []
  const items: ItemScore[] = []
  let total = ZERO
  for (const [level, weight] of Object.entries(weighting.of)) {
    const given = values.levels[level] ?? {}
    const list = prepare(scheme).get(level)!
    const dropped = claimedElsewhere(list, given)
    const earned = new Map<string, Exact>()
    for (const { item, path, earn } of list) {
      let value = given[item.key] ?? null
      const without = value?.claims && dropped.get(item.key)
      if (value && without) value = { ...value, claims: value.claims!.filter((claim) => !without.has(claim)) }
      const points = value && earn(value)
      const rounded = points === null ? ZERO : points.toDecimalPlaces(decimals.items)
      earned.set(item.key, rounded)
      items.push({
        level,
        item,
        path,
        points: rounded.toFixed(decimals.items),
        of: item.points,
        value,
        isMissing: points === null,
      })
    }
    const { of, points: full } = scheme.levels[level]!
    const sum = of.reduce((all, group) => all.plus(addUp(group, level, [], earned, groups, decimals.items)), ZERO)
    const points = Exact.max(sum, ZERO).toDecimalPlaces(decimals.levels)
    levels.push({ level, points: points.toFixed(decimals.levels), of: full, weight })
    total = total.plus(points.times(weight))
  }
  const printed = total.div(100).toDecimalPlaces(decimals.total)
  const vetoes = scheme.vetoes.map((veto) => vetoScore(veto, values, groups))
  return {
    total: printed.toFixed(decimals.total),
    grade: gradeOf(scheme, printed, vetoes),
    vetoes,
    levels,
    groups,
    items,
  }
}

/** Claims, by item, of results that another item of the level claims with more points. */
function claimedElsewhere(
  list: readonly Prepared[],
  given: Readonly<Record<string, ItemValue>>,
): ReadonlyMap<string, ReadonlySet<Claim>> {
  const best = new Map<string, { readonly key: string; readonly points: Exact; readonly claim: Claim }>()
  const dropped = new Map<string, Set<Claim>>()
  const drop = (key: string, claim: Claim) => dropped.set(key, (dropped.get(key) ?? new Set()).add(claim))
  for (const { item, weigh } of list) {
    if (!weigh || item.rule.by !== 'results') continue
    const value = given[item.key]
    const full = typeof item.rule.full === 'string' ? item.rule.full : value?.target
    if (!value?.claims || full === undefined || new Exact(full).lte(0)) continue
    for (const claim of value.claims) {
      if (claim.result === undefined) continue
      const points = weigh(claim).times(item.points).div(full)
      const known = best.get(claim.result)
      // By key among equals, so that the order of items does not matter.
      const isBetter = !known || points.gt(known.points) || (points.eq(known.points) && item.key < known.key)
      if (known) drop(isBetter ? known.key : item.key, isBetter ? known.claim : claim)
      if (isBetter) best.set(claim.result, { key: item.key, points, claim })
    }
  }
  return dropped
}

/** Adds up a group, noting it and the groups below. @returns what it adds to what is above it */
function addUp(
  group: ScoreGroup,
  level: string,
  path: readonly string[],
  earned: ReadonlyMap<string, Exact>,
  groups: GroupScore[],
  decimals: number,
): Exact {
  const at = groups.length
  // Its place is before the groups below it.
  groups.length = at + 1
  const below = [...path, group.key]
  let sum = ZERO
  for (const node of group.of)
    sum = sum.plus(isGroup(node) ? addUp(node, level, below, earned, groups, decimals) : earned.get(node.key)!)
  if (group.beside) sum = Exact.min(sum, group.points)
  if (group.beside === 'penalty') sum = sum.neg()
  groups[at] = {
    level,
    group,
    path,
    points: sum.isZero() ? ZERO.toFixed(decimals) : sum.toFixed(decimals),
    of: group.points,
  }
  return sum
}

function vetoScore(veto: Veto, values: ScoreValues, groups: readonly GroupScore[]): VetoScore {
  if (veto.when === 'said') return { veto, isHit: values.said?.includes(veto.key) ?? false, value: null }
  if (veto.when === 'below') {
    const value = values.vetoes?.[veto.key] ?? null
    return { veto, isHit: value !== null && new Exact(value).lt(veto.least), value }
  }
  const found = groups.filter(({ group }) => group.key === veto.group)
  const lowest = found.reduce<GroupScore | null>(
    (least, one) => (least === null || new Exact(one.points).lt(least.points) ? one : least),
    null,
  )
  return { veto, isHit: lowest !== null && new Exact(lowest.points).lt(veto.least), value: lowest?.points ?? null }
}

/** The best grade that the total reaches, unless a veto gives a lower one. */
function gradeOf(scheme: ScoringScheme, total: Exact, vetoes: readonly VetoScore[]): string | null {
  const grades = Object.entries<Grade>(scheme.grades)
  if (grades.length === 0) return null
  const place = (key: string) => grades.findIndex(([name]) => name === key)
  const reached = grades.findIndex(([, { from }]) => total.gte(from))
  const worst = Math.max(reached, ...vetoes.filter(({ isHit }) => isHit).map(({ veto }) => place(veto.grade)))
  return grades[worst]![0]
}
