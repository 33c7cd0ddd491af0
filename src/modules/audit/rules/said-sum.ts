import type { Exact } from '../../../engine/indicators/exact.ts'
import { chineseNumber } from '../understanding/chinese-number.ts'
import type { Mention, Sentence } from '../understanding/understand.ts'
import { roundingRoom, shown, sum } from './arithmetic.ts'
import { type AuditRule, EXPLANATIONS, finding } from './rule.ts'
import { isOneSlipAway } from './slip.ts'

/**
 * "批发业（684 人）、商务服务业（412 人）、信息业（386 人），三者共 1482 人": how many are summed up is said, brackets or not.
 * Silent where any run of that many comes to it.
 * Example: 484, 412 and 386 with 三者共 1482 人.
 */
export const saidSum: AuditRule = {
  name: 'said-sum',
  kind: 'parts-and-whole',
  reason: { zh: '“几者共”应等于前列各数之和', en: 'So many together are the sum of as many figures' },
  wrong: '去向最多的是批发业（484 人）、商务服务业（412 人）、信息业（386 人），三者共 1482 人。\n',
  right: '去向最多的是批发业（684 人）、商务服务业（412 人）、信息业（386 人），三者共 1482 人。\n',
  check: ({ sentences }) => sentences.flatMap((sentence, at) => judge(sentence, sentences[at - 1])),
}

const SAID =
  /(前)?([两二三四五六七八九])(?:者|项|类|种|个|级|部分|方面|大)[^，。；、\d]{0,8}?(?:共计?|合计|总计|之和|累计)(?:[即为][^，。；、\d]{0,8})?(?:达|有)?\s*$/

function judge(sentence: Sentence, previous: Sentence | undefined) {
  return sentence.mentions.flatMap((whole) => {
    const said = SAID.exec(sentence.text.slice(0, whole.start))
    const count = said ? chineseNumber(said[2]!) : null
    if (!said || !count || whole.closeness !== 'exact' || /^(%|points|)$/.test(whole.unitClass)) return []
    const isPart = (m: Mention): boolean =>
      m.unitClass === whole.unitClass && m.closeness === 'exact' && !m.isChinese && !m.isRange
    const own = sentence.mentions.slice(0, whole.index).filter(isPart)
    const list =
      own.length >= count || !previous || previous.block !== sentence.block
        ? own
        : [...previous.mentions.filter(isPart), ...own]
    if (list.length < count) return []
    const runs = list.slice(0, list.length - count + 1).map((_, at) => list.slice(at, at + count))
    const totals = runs.map((run) => sum(run.map(({ value }) => value)))
    const fits = (total: Exact, run: readonly Mention[]): boolean =>
      total
        .minus(whole.value)
        .abs()
        .lte(roundingRoom([whole, ...run]))
    if (runs.some((run, at) => fits(totals[at]!, run))) return []
    const isSlip = (run: readonly Mention[]): boolean =>
      isOneSlipAway([whole, ...run], ([w, ...rest]) =>
        sum(rest)
          .minus(w!)
          .abs()
          .lte(roundingRoom([whole, ...run])),
      )
    const order = said[1] ? runs : runs.toReversed()
    const run = order.find(isSlip) ?? (runs.length === 1 ? runs[0] : undefined)
    if (!run) return []
    const total = sum(run.map(({ value }) => value))
    const right = shown(total.div(whole.scale), whole.step.div(whole.scale))
    return [
      finding({
        kind: 'parts-and-whole',
        severity: 'serious',
        confidence: 0.82,
        zh: `所说的合计印为 ${whole.printed} ${whole.unit}，前列 ${count} 个数相加为 ${right}`,
        en: `The sum of ${count} figures is printed as ${whole.printed}; they come to ${right}`,
        arithmetic: `${whole.printed} ≠ ${run.map(({ printed }) => printed).join(' + ')} = ${right}`,
        values: [whole.printed, ...run.map(({ printed }) => printed)],
        places: [whole.place, ...run.map(({ place }) => place)],
        explanations: [EXPLANATIONS.several],
      }),
    ]
  })
}
