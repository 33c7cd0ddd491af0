import { isChange, isOfOtherTime } from '../understanding/other-time.ts'
import type { Mention, Understood } from '../understanding/understand.ts'
import { agrees, isTruncated, shown } from './arithmetic.ts'
import { figuresBefore } from './operands.ts'
import { type AuditRule, EXPLANATIONS, finding } from './rule.ts'

/**
 * "培训 80 期，共 6935 人次，平均每期 87 人次": an average is the total before it divided by the count before it. Which
 * count is meant, the word says: 平均每期 is per 期, 人均 per person. Silent when any total and count in reach give it.
 * Example: 资助 1200 人，发放 360 万元，人均 2500 元: 3 600 000 ÷ 1200 = 3000.
 */
export const average: AuditRule = {
  name: 'average',
  kind: 'average',
  reason: { zh: '平均数应等于总量除以个数', en: 'An average is the total divided by the count' },
  wrong: '全年资助学生 1200 人，发放资助金 360 万元，人均 2500 元。\n',
  right: '全年资助学生 1200 人，发放资助金 360 万元，人均 3000 元。\n',
  check: (understood) => understood.mentions.flatMap((m) => judge(understood, m)),
}

function judge(understood: Understood, mean: Mention) {
  const lead = mean.lead.replace(/\s/g, '')
  const each =
    /([人生师户场])均|平均每?([\u4e00-\u9fff]{0,2})|每([人生期项场次班校户家间台])(?=平均|[\u4e00-\u9fff]{0,6}$)/.exec(
      lead,
    )
  if (!each || mean.isRange || mean.closeness !== 'exact' || mean.unitClass === '%' || mean.isChinese) return []
  const word = each[1] ?? each[2] ?? each[3] ?? ''
  const before = figuresBefore(understood, mean).filter(
    (m) => m.unitClass !== '%' && m.unitClass !== 'points' && !isOfOtherTime(m) && !isChange(m),
  )
  const by = /[人生师]/.test(word) ? '人' : word
  const count = by === '' ? undefined : before.findLast((m) => isCountOf(m, by))
  const isTotal = (m: Mention) => (mean.unitClass === '个' ? m.unit === mean.unit : m.unitClass === mean.unitClass)
  const total = before.findLast((m) => m !== count && isTotal(m) && m.unit !== count?.unit)
  if (!total || !count || mean.sentence.index - total.sentence.index > 1) return []
  // Some other two figures give it: the sentence is right under another reading.
  const isRight = before.some(
    (t) => isTotal(t) && before.some((c) => c !== t && !c.value.isZero() && agrees(t.value.div(c.value), mean)),
  )
  if (isRight) return []
  const here = before.filter((m) => m.sentence === mean.sentence)
  const exact = total.value.div(count.value)
  const ratio = Number(exact.div(mean.value).toString())
  if (!(ratio > 0.05 && ratio < 20)) return []
  const cut = isTruncated(exact, mean)
  const isNear = here.includes(total) && here.includes(count)
  // 国家助学金平均每人次 is not the average of all 奖助学金 of the sentence before.
  const own = lead.replace(/(平均|每|人均).*$/s, '').trim()
  if (!isNear && own.length >= 2 && !total.noun.includes(own)) return []
  return [
    finding({
      kind: cut ? 'truncation' : 'average',
      severity: cut ? 'minor' : 'serious',
      confidence: (cut ? 0.8 : 0.85) - (isNear ? 0 : 0.15),
      zh: `平均数印为 ${mean.printed} ${mean.unit}，按 ${total.printed} ${total.unit}、${count.printed} ${count.unit}计算为 ${shown(exact.div(mean.scale), mean.step.div(mean.scale))}${cut ? '（尾数被舍去）' : ''}`,
      en: `The average is printed as ${mean.printed}; ${total.printed} ÷ ${count.printed} is ${shown(exact.div(mean.scale), mean.step.div(mean.scale))}${cut ? ' (cut off)' : ''}`,
      arithmetic: `${total.printed} ÷ ${count.printed} = ${shown(exact.div(mean.scale), mean.step.div(mean.scale))} ≠ ${mean.printed}`,
      values: [mean.printed, total.printed, count.printed],
      places: [mean.place, total.place, count.place],
      explanations: [EXPLANATIONS.base, EXPLANATIONS.rounding],
    }),
  ]
}

/** 人均 is per person, 每期 per 期, 每班 per 培训班, 每个社团 per 社团. */
function isCountOf({ value, unit, unitClass, noun }: Mention, by: string): boolean {
  if (!value.gt(1)) return false
  if (by.startsWith('人次')) return unitClass === '人次'
  if (/^(人|位|名|学生|教师)/.test(by)) return unitClass === '人'
  const tail = noun.slice(-2)
  return (unit !== '' && by.startsWith(unit)) || (tail.length === 2 && by.startsWith(tail)) || noun.endsWith(by[0]!)
}
