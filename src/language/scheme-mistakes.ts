import { compare, sum } from './judge-rule.ts'
import { type Amount, isGroup, itemsOf, type ScoreGroup, type ScoreItem, type ScoringScheme } from './scoring.ts'

const DECIMAL = /^-?\d{1,12}(\.\d{1,8})?$/
const KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/
const WHOLE = '100'

type Say = (text: string) => void

/** What a scheme says that cannot hold, each as a sentence that names scheme, level, group and item. */
export function schemeMistakes(scheme: ScoringScheme, indicators: ReadonlyMap<string, unknown>): string[] {
  const found: string[] = []
  const say: Say = (text) => found.push(`Scheme "${scheme.name}" version ${scheme.version}: ${text}`)
  if (!KEY.test(scheme.name)) say('its name must be kebab-case')
  if (!Number.isInteger(scheme.version) || scheme.version < 1) say('its version must count from 1')
  for (const [key, level] of Object.entries(scheme.levels)) {
    const at = `level "${key}"`
    const parts = level.of.filter((group) => !group.beside)
    checkSum(say, at, level.points, parts)
    for (const group of level.of) checkGroup(say, at, group)
    const keys = itemsOf(level.of).map(({ item }) => item.key)
    for (const twice of new Set(keys.filter((name, i) => keys.indexOf(name) !== i)))
      say(`${at} › item "${twice}" is declared twice`)
    for (const { item, path } of itemsOf(level.of))
      for (const text of itemMistakes(item, scheme.decimals.items, indicators))
        say(`${[at, ...path.map((group) => `group "${group.key}"`), `item "${item.key}"`].join(' › ')}: ${text}`)
  }
  if (Object.keys(scheme.weightings).length === 0) say('it has no weighting: say how its levels weigh')
  for (const [key, { of }] of Object.entries(scheme.weightings)) {
    for (const [level, weight] of Object.entries(of)) {
      if (!(level in scheme.levels)) say(`weighting "${key}" names level "${level}", which is not declared`)
      if (!isAmount(weight)) say(`weighting "${key}": the weight "${weight}" of level "${level}" is no decimal`)
    }
    const weights = Object.values(of).filter(isAmount)
    if (weights.length === 0 || compare(sum(weights), WHOLE) !== 0)
      say(`weighting "${key}": ${weights.join(' + ')} is not ${WHOLE}`)
  }
  for (const veto of scheme.vetoes) {
    if (!(veto.grade in scheme.grades)) say(`veto "${veto.key}" gives grade "${veto.grade}", which is not declared`)
    if (veto.when !== 'said' && !isAmount(veto.least)) say(`veto "${veto.key}": "${veto.least}" is no decimal`)
    if (veto.when === 'group-below' && !Object.values(scheme.levels).some((level) => hasGroup(level.of, veto.group)))
      say(`veto "${veto.key}" names group "${veto.group}", which no level has`)
  }
  const grades = Object.entries(scheme.grades)
  for (const [i, [key, { from }]] of grades.entries()) {
    const before = grades[i - 1]
    if (!isAmount(from)) say(`grade "${key}": "${from}" is no decimal`)
    else if (before && isAmount(before[1].from) && compare(from, before[1].from) >= 0)
      say(`grade "${key}" begins at ${from}, which is not below ${before[1].from} of "${before[0]}"`)
  }
  const last = grades.at(-1)
  if (last && isAmount(last[1].from) && compare(last[1].from, '0') !== 0)
    say(`grade "${last[0]}" is the last and must begin at 0`)
  return found
}

/** A decimal that is not negative. */
const isAmount = (text: string) => DECIMAL.test(text) && compare(text, '0') >= 0

const hasGroup = (nodes: readonly (ScoreGroup | ScoreItem)[], key: string): boolean =>
  nodes.some((node) => isGroup(node) && (node.key === key || hasGroup(node.of, key)))

function checkSum(say: Say, at: string, points: string, parts: readonly (ScoreGroup | ScoreItem)[]): void {
  if (!isAmount(points)) return say(`${at}: its points "${points}" are no decimal`)
  const known = parts.map((part) => part.points).filter(isAmount)
  if (known.length < parts.length) return
  const total = known.length === 0 ? '0' : sum(known)
  if (compare(total, points) !== 0)
    say(`${at}: ${parts.map((part) => `"${part.key}" ${part.points}`).join(' + ')} = ${total}, not ${points}`)
}

function checkGroup(say: Say, above: string, group: ScoreGroup): void {
  const at = `${above} › group "${group.key}"`
  if (!KEY.test(group.key)) say(`${at}: its key must be kebab-case`)
  if (group.of.length === 0) say(`${at} has no items`)
  // What stands beside is limited as a whole: its items may be worth more together.
  if (!group.beside) checkSum(say, at, group.points, group.of)
  for (const node of group.of)
    if (isGroup(node)) {
      if (node.beside) say(`${at} › group "${node.key}": only a level's own group may stand beside it`)
      checkGroup(say, at, node)
    }
}

/** Asked for when it is scored, so that nothing can be said of it now. */
const isAsked = (amount: Amount): boolean => typeof amount !== 'string'
const isPositive = (amount: Amount): boolean =>
  typeof amount !== 'string' || (DECIMAL.test(amount) && compare(amount, '0') > 0)

function itemMistakes(item: ScoreItem, decimals: number, indicators: ReadonlyMap<string, unknown>): string[] {
  const found: string[] = []
  const { rule, source } = item
  if (!KEY.test(item.key)) found.push('its key must be kebab-case')
  if (!isAmount(item.points) || compare(item.points, '0') === 0) {
    found.push(`its points "${item.points}" are no decimal above 0`)
    return found
  }
  if ((item.points.split('.')[1] ?? '').length > decimals)
    found.push(`its points ${item.points} have more decimals than the ${decimals} that are kept`)
  if (source.from === 'indicator' && !indicators.has(source.code))
    found.push(`indicator "${source.code}" is not declared`)
  if ((source.from === 'experts') !== (rule.by === 'experts'))
    found.push('experts are the source of items by rule "experts", and of no others')
  if (rule.by === 'deduction' && !item.less) found.push('it deducts nothing: say for what in "less"')
  for (const [key, { each, most }] of Object.entries(item.less ?? {}))
    if (!isPositive(each) || (most !== undefined && !isPositive(most)))
      found.push(`deduction "${key}" must take more than 0`)
  if (rule.by === 'ratio') {
    if (!isPositive(rule.target)) found.push('its target must be above 0')
    else if (rule.limit !== undefined) {
      const order = isAsked(rule.target) ? 0 : compare(rule.limit, rule.target as string)
      if (!isAmount(rule.limit)) found.push(`its limit "${rule.limit}" is no decimal`)
      else if (rule.better === 'down' ? order < 0 : order > 0)
        found.push(`its limit ${rule.limit} lies beyond its target ${String(rule.target)}`)
    }
  }
  if (rule.by === 'results') {
    if (!isPositive(rule.full)) found.push('what earns all points must be above 0')
    for (const [key, { weight }] of [rule.levels, rule.ranks ?? {}, rule.extras ?? {}].flatMap(
      Object.entries<{ weight: string }>,
    ))
      if (!isPositive(weight)) found.push(`"${key}" must weigh more than 0`)
  }
  if (rule.by === 'experts') {
    if (!isPositive(rule.outOf)) found.push('the full mark must be above 0')
    if (rule.outliers?.drop === 'ends' && rule.outliers.from < 3)
      found.push('the highest and the lowest score can only be dropped from 3 scores on')
  }
  if (rule.by === 'bands') found.push(...bandMistakes(item, rule.steps, rule.linear ?? false))
  return found
}

function bandMistakes(
  item: ScoreItem,
  steps: readonly { readonly from: string | null; readonly points: string }[],
  isLinear: boolean,
): string[] {
  const found: string[] = []
  const last = steps.at(-1)
  if (!last || last.from !== null) found.push('its last step must be for all that is below: from null')
  for (const [i, { from, points }] of steps.entries()) {
    if (!isAmount(points) || compare(points, item.points) > 0)
      found.push(`step ${i + 1} gives ${points}, which is not between 0 and ${item.points}`)
    const before = steps[i - 1]?.from
    if (from === null) {
      if (i < steps.length - 1) found.push(`step ${i + 1} has no "from", and is not the last`)
    } else if (!DECIMAL.test(from) || (typeof before === 'string' && compare(from, before) >= 0))
      found.push(`step ${i + 1} begins at ${from}, which is not below the step before`)
  }
  if (isLinear && steps.length < 3) found.push('between steps in proportion: that needs two steps with a "from"')
  return found
}
