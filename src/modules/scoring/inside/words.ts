import { Exact } from '../../../engine/indicators/exact.ts'
import type { Label } from '../../../language/label.ts'
import type { ScoreItem, ScoreRule } from '../../../language/scoring.ts'
import { earner, keptScores, satisfaction, weigher } from './earn.ts'
import type { ItemScore } from './score.ts'
import type { ItemValue } from './values.ts'

/** A number as people write it: at most six decimals, no zeros at the end. */
const plain = (value: Exact | string) => new Exact(value).toDecimalPlaces(6).toFixed()

const joined = (parts: readonly Label[], separator: Label): Label => ({
  zh: parts.map((part) => part.zh).join(separator.zh),
  en: parts.map((part) => part.en).join(separator.en),
})

/** How an item came to its points: the rule with the numbers put in, in one sentence. */
export function explain({ item, value, isMissing, points }: ItemScore): Label {
  const rule = ruleInWords(item)
  if (value === null || isMissing)
    return { zh: `尚缺数值，暂计 0 分。${rule.zh}`, en: `A value is missing: 0 points so far. ${rule.en}` }
  if (value.zero && item.zeroWhen)
    return { zh: `${item.zeroWhen.zh}，本条计 0 分`, en: `${item.zeroWhen.en}: no points` }
  const parts = [counted(item, value), ...deducted(item, value)]
  const exact = earner(item)(value)!
  const rounded = new Exact(points)
  // Said where it is not plain from the numbers: limited to the item's points, or rounded.
  if (!exact.eq(rounded))
    parts.push({ zh: `${plain(exact)}，四舍五入得 ${points}`, en: `${plain(exact)}, rounded half up: ${points}` })
  else parts.push({ zh: `得 ${points} 分（满分 ${item.points}）`, en: `${points} of ${item.points} points` })
  return joined(parts, { zh: '；', en: '; ' })
}

/** A rule without numbers: what it will do with a value. */
export function ruleInWords({ rule, points, zeroWhen, less }: ScoreItem): Label {
  const parts = [ruleWords(rule, points)]
  for (const { label, each, most } of Object.values(less ?? {}))
    parts.push({
      zh: `${label.zh}每起扣 ${each} 分${most === undefined ? '' : `，最多 ${most} 分`}`,
      en: `${label.en}: −${each} each${most === undefined ? '' : `, at most ${most}`}`,
    })
  if (zeroWhen) parts.push({ zh: `${zeroWhen.zh}计 0 分`, en: `${zeroWhen.en}: no points` })
  return joined(parts, { zh: '；', en: '; ' })
}

const amountWords = (amount: Label | string): Label =>
  typeof amount === 'string' ? { zh: amount, en: amount } : amount

function ruleWords(rule: ScoreRule, points: string): Label {
  switch (rule.by) {
    case 'ratio': {
      const target = amountWords(rule.target)
      const [zh, en] =
        rule.better === 'down'
          ? [`${target.zh} ÷ 实际值 × ${points} 分`, `${target.en} ÷ value × ${points}`]
          : [`实际值 ÷ ${target.zh} × ${points} 分`, `value ÷ ${target.en} × ${points}`]
      const limit: Label =
        rule.limit === undefined
          ? { zh: '', en: '' }
          : rule.better === 'down'
            ? { zh: `，高于 ${rule.limit} 计 0 分`, en: `, none above ${rule.limit}` }
            : { zh: `，低于 ${rule.limit} 计 0 分`, en: `, none below ${rule.limit}` }
      return rule.rest
        ? { zh: `${points} 分 −（${zh}）${limit.zh}`, en: `${points} − (${en})${limit.en}` }
        : { zh: `${zh}，不超过满分${limit.zh}`, en: `${en}, at most ${points}${limit.en}` }
    }
    case 'bands': {
      const around = rule.around === undefined ? null : amountWords(rule.around)
      const steps = rule.steps.map(({ from, points: given }): Label =>
        from === null
          ? { zh: `再低 ${given} 分`, en: `below ${given}` }
          : around === null
            ? { zh: `≥ ${from} 得 ${given} 分`, en: `≥ ${from}: ${given}` }
            : { zh: `差值 ≥ ${from} 得 ${given} 分`, en: `difference ≥ ${from}: ${given}` },
      )
      const words = joined(steps, { zh: '，', en: ', ' })
      return around === null
        ? words
        : { zh: `与 ${around.zh} 比较：${words.zh}`, en: `against ${around.en}: ${words.en}` }
    }
    case 'results': {
      const full = amountWords(rule.full)
      return {
        zh: `成果权重之和 ÷ ${full.zh} × ${points} 分，不超过满分，同一成果只计一次`,
        en: `weights of results ÷ ${full.en} × ${points}, at most ${points}, each result once`,
      }
    }
    case 'deduction':
      return { zh: `${points} 分起扣`, en: `from ${points} points` }
    case 'experts': {
      const { outliers } = rule
      const without: Label =
        outliers === undefined
          ? { zh: '', en: '' }
          : outliers.drop === 'ends'
            ? {
                zh: `，${outliers.from} 人以上去掉一个最高分和一个最低分`,
                en: `, from ${outliers.from} on without the highest and the lowest`,
              }
            : {
                zh: `，与中位数相差超过满分 ${outliers.percent} % 的不计`,
                en: `, without those farther from the median than ${outliers.percent} % of the full mark`,
              }
      return {
        zh: `专家评分平均值 ÷ ${rule.outOf} × ${points} 分${without.zh}`,
        en: `mean of experts ÷ ${rule.outOf} × ${points}${without.en}`,
      }
    }
    case 'satisfaction':
      return {
        zh: `非常满意 100、比较满意 80、基本满意 60、不满意 0，各题平均 × ${points} %`,
        en: `very satisfied 100, satisfied 80, fair 60, not satisfied 0; mean of the questions × ${points} %`,
      }
    case 'yes-no':
      return { zh: `是得 ${points} 分，否得 0 分`, en: `yes: ${points}, no: 0` }
    case 'manual':
      return { zh: `直接评分，0 至 ${points} 分`, en: `points are given, 0 to ${points}` }
  }
}

/** The rule with this value's numbers. */
function counted({ rule, points }: ScoreItem, value: ItemValue): Label {
  const both = (text: string): Label => ({ zh: text, en: text })
  const asked = (amount: Label | string) => plain(typeof amount === 'string' ? amount : value.target!)
  switch (rule.by) {
    case 'ratio': {
      const [given, target] = [new Exact(value.value!), asked(rule.target)]
      const isDown = rule.better === 'down'
      if (rule.limit !== undefined && (isDown ? given.gt(rule.limit) : given.lt(rule.limit)))
        return {
          zh: `${plain(given)} ${isDown ? '高于' : '低于'}限值 ${rule.limit}`,
          en: `${plain(given)} is ${isDown ? 'above' : 'below'} the limit of ${rule.limit}`,
        }
      const isReached = isDown ? given.lte(target) : given.gte(target)
      const share: Label = isReached
        ? { zh: `${plain(given)} 达到 ${target}`, en: `${plain(given)} reaches ${target}` }
        : both(isDown ? `${target} ÷ ${plain(given)} × ${points}` : `${plain(given)} ÷ ${target} × ${points}`)
      return rule.rest ? { zh: `${points} −（${share.zh}）`, en: `${points} − (${share.en})` } : share
    }
    case 'bands': {
      if (rule.around === undefined) return { zh: `实际值 ${plain(value.value!)}`, en: `value ${plain(value.value!)}` }
      const mean = asked(rule.around)
      return both(`${plain(value.value!)} − ${mean} = ${plain(new Exact(value.value!).minus(mean))}`)
    }
    case 'results': {
      const weigh = weigher(rule)
      const claims = value.claims ?? []
      const sum = claims.reduce((all, claim) => all.plus(weigh(claim)), new Exact(0))
      const full = asked(rule.full)
      return {
        zh: `${claims.length} 条成果，权重 ${plain(sum)} ÷ ${full} × ${points}`,
        en: `${claims.length} results, weight ${plain(sum)} ÷ ${full} × ${points}`,
      }
    }
    case 'deduction':
      return { zh: `${points} 分起扣`, en: `from ${points}` }
    case 'experts': {
      const { kept, left } = keptScores(rule.outOf, rule.outliers, value.scores ?? [])
      const mean = kept.reduce((all, { score }) => all.plus(score), new Exact(0)).div(kept.length)
      const without = left.map(({ score }) => plain(score)).join(', ')
      return {
        zh: `${kept.length} 位专家平均 ${plain(mean)}${without ? `（去掉 ${without}）` : ''} ÷ ${rule.outOf} × ${points}`,
        en: `mean of ${kept.length} experts ${plain(mean)}${without ? ` (without ${without})` : ''} ÷ ${rule.outOf} × ${points}`,
      }
    }
    case 'satisfaction':
      return both(`${plain(satisfaction(value.answers)!)} × ${points} %`)
    case 'yes-no':
      return new Exact(value.value!).isZero() ? { zh: '否', en: 'no' } : { zh: '是', en: 'yes' }
    case 'manual':
      return { zh: `评 ${plain(value.value!)} 分`, en: `given ${plain(value.value!)}` }
  }
}

function deducted({ less }: ScoreItem, { cases }: ItemValue): Label[] {
  return Object.entries(less ?? {}).flatMap(([key, { label, each, most }]) => {
    const count = cases?.[key]
    if (count === undefined || new Exact(count).isZero()) return []
    const off = new Exact(each).times(count)
    const limited = most !== undefined && off.gt(most) ? most : null
    return [
      {
        zh: `${label.zh} ${plain(count)} × ${each}，扣 ${plain(limited ?? off)}`,
        en: `${label.en} ${plain(count)} × ${each}: −${plain(limited ?? off)}`,
      },
    ]
  })
}
