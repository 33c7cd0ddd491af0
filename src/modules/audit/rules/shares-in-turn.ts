import type { Exact } from '../../../engine/indicators/exact.ts'
import type { Mention, Sentence } from '../understanding/understand.ts'
import { agrees, isTruncated, percentOf, shown, sum } from './arithmetic.ts'
import { type AuditRule, EXPLANATIONS, finding } from './rule.ts'

/**
 * "正高级 52 人、副高级 168 人、中级 214 人，占比分别为 10.2%、32.9%、42.0%": shares in the order of their counts have one
 * whole: the count before the list, its sum, or the whole that most of them agree on.
 * Example: 52, 168 and 290 of 510 with 10.2 %, 23.9 % and 56.9 %: 168 ÷ 510 = 32.9 %.
 */
export const sharesInTurn: AuditRule = {
  name: 'shares-in-turn',
  kind: 'percentage',
  reason: { zh: '“占比分别为”各数应与前列各数逐一相符', en: 'Shares given in turn fit the counts in turn' },
  wrong: '专任教师 510 人，按职称分：高级 52 人、中级 168 人、初级 290 人，占比分别为 10.2%、23.9%、56.9%。\n',
  right: '专任教师 510 人，按职称分：高级 52 人、中级 168 人、初级 290 人，占比分别为 10.2%、32.9%、56.9%。\n',
  check: ({ sentences }) => sentences.flatMap((sentence) => judge(sentence, sentences[sentence.index - 1])),
}

function judge(sentence: Sentence, previous: Sentence | undefined) {
  const { text, mentions } = sentence
  const first = mentions.find(
    (m) =>
      m.unitClass === '%' &&
      /((占比|比例|比重|占.{0,12})(依次|分别)|(分别|依次)占[^，。；]{0,12})(为|是|占|达)?\s*$/.test(
        m.lead.replace(/\s/g, ''),
      ),
  )
  if (!first) return []
  const shares = run(text, mentions.slice(first.index))
  const counts = mentions
    .slice(0, first.index)
    .filter((m) => !m.isChinese)
    .slice(-shares.length)
  const isPaired =
    shares.length >= 3 &&
    counts.length === shares.length &&
    counts.every((m) => m.unitClass === counts[0]!.unitClass && m.unitClass !== '%')
  if (!isPaired || [...shares, ...counts].some((m) => m.closeness !== 'exact' || m.isRange)) return []
  const isNear = previous !== undefined && previous.block === sentence.block
  const before = [...(isNear ? previous.mentions : []), ...mentions.slice(0, counts[0]!.index)].filter(
    (m) => m.unitClass === counts[0]!.unitClass && m.closeness === 'exact',
  )
  const wholes = [...before.map((m) => m.value), sum(counts.map((m) => m.value))]
  const right = (whole: Exact) => shares.filter((share, at) => fits(counts[at]!, whole, share)).length
  const whole = wholes.toSorted((a, b) => right(b) - right(a))[0]!
  if (right(whole) < shares.length / 2) return []
  return shares.flatMap((share, at) => {
    const count = counts[at]!
    if (fits(count, whole, share)) return []
    const exact = percentOf(count.value, whole)!
    const cut = isTruncated(exact, share)
    return [
      finding({
        kind: cut ? 'truncation' : 'percentage',
        severity: cut ? 'minor' : 'serious',
        confidence: 0.9,
        zh: `“${count.noun}” ${count.printed} 的占比印为 ${share.printed}，按 ${shown(whole)} 计算为 ${shown(exact, share.step)}%${cut ? '（尾数被舍去而未四舍五入）' : ''}`,
        en: `The share of "${count.noun}", ${count.printed}, is printed as ${share.printed}; of ${shown(whole)} it is ${shown(exact, share.step)} %`,
        arithmetic: `${count.printed} ÷ ${shown(whole)} × 100 = ${shown(exact, share.step)} ≠ ${share.printed}`,
        values: [share.printed, count.printed],
        places: [share.place, count.place],
        explanations: [EXPLANATIONS.rounding, EXPLANATIONS.base],
      }),
    ]
  })
}

const fits = (count: Mention, whole: Exact, share: Mention): boolean => {
  const exact = percentOf(count.value, whole)
  return exact !== null && agrees(exact, share)
}

/** Percentages with nothing but 、 or 和 between. */
function run(text: string, mentions: readonly Mention[]): Mention[] {
  const list: Mention[] = []
  for (const m of mentions) {
    const last = list.at(-1)
    if (m.unitClass !== '%' || (last && !/^\s*[、，,和与及]\s*$/.test(text.slice(last.end, m.start)))) break
    list.push(m)
  }
  return list
}
