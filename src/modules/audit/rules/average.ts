import type { Mention, Sentence } from '../understanding/understand.ts'
import { agrees, isTruncated, shown } from './arithmetic.ts'
import { type AuditRule, EXPLANATIONS, finding } from './rule.ts'

/**
 * "培训 80 期，共 6935 人次，平均每期 87 人次": an average is the total before it divided by the count before it.
 * Example: 资助 1200 人，发放 360 万元，人均 2500 元: 3 600 000 ÷ 1200 = 3000.
 */
export const average: AuditRule = {
  name: 'average',
  kind: 'average',
  reason: { zh: '平均数应等于总量除以个数', en: 'An average is the total divided by the count' },
  wrong: '全年资助学生 1200 人，发放资助金 360 万元，人均 2500 元。\n',
  right: '全年资助学生 1200 人，发放资助金 360 万元，人均 3000 元。\n',
  check: ({ sentences }) => sentences.flatMap((sentence) => sentence.mentions.flatMap((m) => judge(sentence, m))),
}

function judge({ text, mentions }: Sentence, mean: Mention) {
  if (
    !/(人均|生均|师均|户均|场均|平均每?.{0,3}|每(人|生|期|项|场|次|班|校|户)平均)(达到?|约?为|约|是)?\s*$/.test(
      mean.lead,
    ) ||
    mean.isRange ||
    mean.closeness !== 'exact' ||
    mean.unitClass === '%'
  )
    return []
  const before = mentions
    .slice(0, mean.index)
    .filter(
      (m) => m.closeness === 'exact' && !m.isChinese && !m.isRange && m.unitClass !== '%' && m.unitClass !== 'points',
    )
  const total = before.findLast((m) => m.unitClass === mean.unitClass)
  const count = before.findLast((m) => m !== total && m.unitClass !== mean.unitClass && m.value.gt(1))
  if (
    !total ||
    !count ||
    count.value.isZero() ||
    text.slice(Math.min(total.start, count.start), mean.start).length > 70
  )
    return []
  // 人均 is per person, 每期 per term: the count must be of that kind.
  const each = /每(.)|(.)均/.exec(mean.lead)
  const word = each?.[1] ?? each?.[2] ?? ''
  if (
    /[人生师]/.test(word)
      ? count.unitClass !== '人' && count.unitClass !== '人次'
      : /[期项场次班户校]/.test(word) && count.unit !== word && !count.unit.includes(word)
  )
    return []
  const exact = total.value.div(count.value)
  if (agrees(exact, mean)) return []
  const ratio = Number(exact.div(mean.value).toString())
  if (!(ratio > 0.1 && ratio < 10)) return []
  const cut = isTruncated(exact, mean)
  return [
    finding({
      kind: cut ? 'truncation' : 'average',
      severity: cut ? 'minor' : 'serious',
      confidence: cut ? 0.8 : 0.85,
      zh: `平均数印为 ${mean.printed} ${mean.unit}，按 ${total.printed} ${total.unit}、${count.printed} ${count.unit}计算为 ${shown(exact.div(mean.scale), mean.step.div(mean.scale))}${cut ? '（尾数被舍去）' : ''}`,
      en: `The average is printed as ${mean.printed}; ${total.printed} ÷ ${count.printed} is ${shown(exact.div(mean.scale), mean.step.div(mean.scale))}${cut ? ' (cut off)' : ''}`,
      arithmetic: `${total.printed} ÷ ${count.printed} = ${shown(exact.div(mean.scale), mean.step.div(mean.scale))} ≠ ${mean.printed}`,
      values: [mean.printed, total.printed, count.printed],
      places: [mean.place, total.place, count.place],
      explanations: [EXPLANATIONS.base, EXPLANATIONS.rounding],
    }),
  ]
}
