import { chineseNumber } from '../understanding/chinese-number.ts'
import type { Mention, Sentence, Understood } from '../understanding/understand.ts'
import { agrees, isTruncated, shown, sum } from './arithmetic.ts'
import { type AuditRule, EXPLANATIONS, finding } from './rule.ts'

/**
 * "在校生满意度 96.42%，毕业生满意度 95.18%，教职工满意度 97.36%，三类平均 96.32%": a mean said behind figures that run on is
 * theirs, when it lies far from it it is another's.
 * Example: 96.42 %, 95.18 % and 97.36 % with 平均 90.32 %.
 */
export const meanOfList: AuditRule = {
  name: 'mean-of-list',
  kind: 'average',
  reason: { zh: '逐项列出的数之后的平均数应等于其平均', en: 'A mean behind a list is that of the list' },
  wrong: '在校生满意度 96.42%，毕业生满意度 95.18%，教职工满意度 97.36%，三类满意度平均 90.32%。\n',
  right: '在校生满意度 96.42%，毕业生满意度 95.18%，教职工满意度 97.36%，三类满意度平均 96.32%。\n',
  check: ({ sentences }: Understood) =>
    sentences.flatMap((sentence) => sentence.mentions.flatMap((m) => judge(sentence, m))),
}

const MEAN =
  /(?:[两三四五六七八九十\d]|各)[类项个方次届年](?:主体|群体|指标|满意度|得分|成绩)?(?:的)?(?:总体)?平均(?:值|数|分|满意度|得分)?[为达]?\s*$/

/** 5 of 五类平均. */
function numberSaid(text: string): number | null {
  const said = /([两三四五六七八九十]|\d)[类项个方次届年][^，。；]{0,8}$/.exec(text)?.[1]
  return said === undefined ? null : /\d/.test(said) ? Number(said) : chineseNumber(said)
}

function judge({ text, mentions }: Sentence, mean: Mention) {
  if (!MEAN.test(text.slice(0, mean.start)) || mean.closeness !== 'exact' || mean.isChinese) return []
  const list: Mention[] = []
  for (const m of mentions
    .slice(0, mean.index)
    .filter(({ isChinese }) => !isChinese)
    .toReversed()) {
    if (m.unitClass !== mean.unitClass || m.closeness !== 'exact') break
    list.push(m)
  }
  const readings = list.map((_, at) => list.slice(0, at + 1)).filter(({ length }) => length >= 3)
  const meanOf = (of: readonly Mention[]) => sum(of.map(({ value }) => value)).div(of.length)
  if (readings.length === 0 || readings.some((of) => agrees(meanOf(of), mean))) return []
  const exact = meanOf(list)
  const cut = isTruncated(exact, mean)
  // 五类平均 behind five figures is theirs.
  const isPlain = numberSaid(text.slice(0, mean.start)) === list.length
  // A mean weighted by people is near the plain one.
  if (!cut && exact.minus(mean.value).abs().lt(exact.times('0.005'))) return []
  const [least, most] = [list, list].map((of, at) =>
    of.reduce((best, m) => ((at === 0 ? m.value.lt(best) : m.value.gt(best)) ? m.value : best), of[0]!.value),
  )
  // Between the least and the most of them it may be weighted.
  if (!cut && !isPlain && mean.value.gte(least!) && mean.value.lte(most!)) return []
  return [
    finding({
      kind: cut ? 'truncation' : 'average',
      severity: cut ? 'minor' : 'serious',
      confidence: 0.85,
      zh: `平均数印为 ${mean.printed}，前列 ${list.length} 个数的平均为 ${shown(exact, mean.step)}`,
      en: `The mean is printed as ${mean.printed}; that of the ${list.length} figures before it is ${shown(exact, mean.step)}`,
      arithmetic: `${shown(exact, mean.step)} ≠ ${mean.printed}`,
      values: [mean.printed, ...list.map(({ printed }) => printed)],
      places: [mean.place, ...list.map(({ place }) => place)],
      explanations: [EXPLANATIONS.definition],
    }),
  ]
}
