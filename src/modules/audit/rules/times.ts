import type { Mention, Understood } from '../understanding/understand.ts'
import { agrees, isTruncated, shown } from './arithmetic.ts'
import { figuresBefore } from './operands.ts'
import { type AuditRule, EXPLANATIONS, finding } from './rule.ts'

/**
 * "女生人数是男生的 1.72 倍", "是在校生规模的 8.3 倍（在校生 14286 人）": one named count by another; the second may be said in the
 * bracket behind. Silent where any two figures of the paragraph give it.
 * Example: 女生 2486 人，男生 1442 人，女生人数是男生的 7.12 倍: 2486 ÷ 1442 = 1.72.
 */
export const times: AuditRule = {
  name: 'times',
  kind: 'ratio',
  reason: { zh: '“是…的几倍”应等于两数之商', en: 'So many times as much is the quotient of the two' },
  wrong: '毕业生中女生 2486 人，男生 1442 人，女生人数是男生的 7.12 倍。\n',
  right: '毕业生中女生 2486 人，男生 1442 人，女生人数是男生的 1.72 倍。\n',
  check: (understood) => understood.mentions.flatMap((m) => judge(understood, m)),
}

const TIMES =
  /([\u4e00-\u9fff]{0,12}?)(?:人数|总量|总数)?(?:约?是|为|相当于)([\u4e00-\u9fff]{2,10}?)(?:规模|总?人?数|总量)?的\s*$/

function judge(understood: Understood, said: Mention) {
  if (said.unit !== '倍' || said.closeness !== 'exact' || said.isRange || said.isChinese) return []
  const turn = TIMES.exec(said.sentence.text.slice(0, said.start))
  if (!turn) return []
  const [, above = '', below = ''] = turn
  const before = figuresBefore(understood, said).filter((m) => !/^(%|points|)$/.test(m.unitClass))
  const behind = bracketBehind(said)
  const all = [...before, ...behind]
  if (all.some((a) => all.some((b) => a !== b && !b.value.isZero() && agrees(a.value.div(b.value), said)))) return []
  const isNamed = (m: Mention, name: string): boolean =>
    name.length >= 2 && (m.noun.includes(name.slice(-2)) || m.lead.includes(name.slice(-2)))
  const base = behind[0] ?? before.findLast((m) => isNamed(m, below))
  const other =
    before.findLast((m) => m !== base && isNamed(m, above.slice(0, 4))) ??
    (behind.length > 0 && above === '' ? before.findLast((m) => m.sentence === said.sentence) : undefined)
  if (!base || !other || base.value.isZero()) return []
  const exact = other.value.div(base.value)
  const off = exact.div(said.value)
  if (off.gt(12) || off.lt('0.08')) return []
  const cut = isTruncated(exact, said)
  return [
    finding({
      kind: cut ? 'truncation' : behind.length > 0 ? 'average' : 'ratio',
      severity: cut ? 'minor' : 'serious',
      confidence: 0.82,
      zh: `印为 ${said.printed} 倍，按 ${other.printed} ÷ ${base.printed} 计算为 ${shown(exact, said.step)}${cut ? '（尾数被舍去）' : ''}`,
      en: `Printed as ${said.printed} times; ${other.printed} ÷ ${base.printed} is ${shown(exact, said.step)}${cut ? ' (cut off)' : ''}`,
      arithmetic: `${other.printed} ÷ ${base.printed} = ${shown(exact, said.step)} ≠ ${said.printed}`,
      values: [said.printed, other.printed, base.printed],
      places: [said.place, other.place, base.place],
      explanations: [EXPLANATIONS.base],
    }),
  ]
}

/** 8.3 倍（在校生 14286 人） */
function bracketBehind({ sentence: { text, mentions }, index, end }: Mention): Mention[] {
  const next = mentions[index + 1]
  const isBehind = next !== undefined && /^\s*[（(][^（()）\d]{1,14}$/.test(text.slice(end, next.start))
  return isBehind && next.closeness === 'exact' ? [next] : []
}
