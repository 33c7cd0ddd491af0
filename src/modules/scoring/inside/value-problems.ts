import { Exact } from '../../../engine/indicators/exact.ts'
import type { Label } from '../../../language/label.ts'
import type { Problem } from '../../../language/register.ts'
import { itemsOf, type ScoreItem, type ScoringScheme } from '../../../language/scoring.ts'
import type { ItemValue, ScoreValues } from './values.ts'

/** What is wrong with values of the right shape, for this scheme: words it does not know, numbers that cannot be. */
export function valueProblems(scheme: ScoringScheme, values: ScoreValues): Problem[] {
  const found: Problem[] = []
  const say = (field: string, zh: string, en: string) => found.push({ field, message: { zh, en } })
  if (values.weighting !== undefined && !Object.hasOwn(scheme.weightings, values.weighting)) {
    const known = Object.keys(scheme.weightings).join(', ')
    say(
      'weighting',
      `没有权重方案“${values.weighting}”，可选：${known}`,
      `There is no weighting "${values.weighting}". There are: ${known}`,
    )
  }
  for (const [level, items] of Object.entries(values.levels)) {
    if (!Object.hasOwn(scheme.levels, level)) {
      const known = Object.keys(scheme.levels).join(', ')
      say(level, `方案中没有层面“${level}”，可选：${known}`, `The scheme has no level "${level}". There are: ${known}`)
      continue
    }
    const known = new Map(itemsOf(scheme.levels[level]!.of).map(({ item }) => [item.key, item]))
    for (const [key, value] of Object.entries(items)) {
      const item = known.get(key)
      if (!item) say(`${level}.${key}`, `层面“${level}”没有条目“${key}”`, `Level "${level}" has no item "${key}"`)
      else for (const problem of itemProblems(item, value)) say(`${level}.${key}`, problem.zh, problem.en)
    }
  }
  for (const key of values.said ?? [])
    if (!scheme.vetoes.some((veto) => veto.key === key && veto.when === 'said'))
      say(`said.${key}`, `方案中没有可以认定的否决项“${key}”`, `The scheme has no veto "${key}" that is said`)
  for (const key of Object.keys(values.vetoes ?? {}))
    if (!scheme.vetoes.some((veto) => veto.key === key && veto.when === 'below'))
      say(
        `vetoes.${key}`,
        `方案中没有按数值判断的否决项“${key}”`,
        `The scheme has no veto "${key}" that looks at a value`,
      )
  return found
}

/** What is wrong with the value of one item, each as a sentence that begins with the item's name. */
export function itemProblems(item: ScoreItem, value: ItemValue): Label[] {
  const found: Label[] = []
  const say = (zh: string, en: string) =>
    found.push({ zh: `“${item.label.zh}”：${zh}`, en: `"${item.label.en}": ${en}` })
  const { rule } = item
  const unknown = (kind: Label, keys: readonly (string | undefined)[], known: object | undefined) => {
    for (const key of new Set(keys))
      if (key !== undefined && !Object.hasOwn(known ?? {}, key)) {
        const may = Object.keys(known ?? {}).join(', ') || '—'
        say(`没有${kind.zh}“${key}”，可选：${may}`, `there is no ${kind.en} "${key}". There are: ${may}`)
      }
  }
  if (value.target !== undefined && new Exact(value.target).lte(0) && rule.by !== 'bands')
    say('目标值应大于 0', 'the target must be above 0')
  if (
    rule.by === 'manual' &&
    value.value !== undefined &&
    (new Exact(value.value).lt(0) || new Exact(value.value).gt(item.points))
  )
    say(`得分应在 0 与 ${item.points} 之间`, `points lie between 0 and ${item.points}`)
  if (value.claims !== undefined) {
    if (rule.by !== 'results') say('本条不按成果计分', 'it is not scored by results')
    else {
      unknown(
        { zh: '级别', en: 'level' },
        value.claims.map((claim) => claim.level),
        rule.levels,
      )
      unknown(
        { zh: '等级', en: 'rank' },
        value.claims.map((claim) => claim.rank),
        rule.ranks,
      )
      unknown(
        { zh: '加项', en: 'extra' },
        value.claims.flatMap((claim) => claim.extras ?? []),
        rule.extras,
      )
    }
  }
  if (rule.by === 'experts')
    for (const { expert, score } of value.scores ?? [])
      if (new Exact(score).gt(rule.outOf))
        say(
          `专家“${expert}”的评分 ${score} 超过满分 ${rule.outOf}`,
          `the score ${score} of "${expert}" is above the full mark of ${rule.outOf}`,
        )
  unknown({ zh: '扣分项', en: 'deduction' }, Object.keys(value.cases ?? {}), item.less)
  if (value.zero && !item.zeroWhen) say('本条没有计 0 分的情形', 'there is no case in which it earns nothing')
  return found
}
