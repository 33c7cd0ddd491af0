import { isChange, isOfOtherTime } from '../understanding/other-time.ts'
import { yearOf } from '../understanding/statements.ts'
import type { Mention, Understood } from '../understanding/understand.ts'
import { type AuditRule, EXPLANATIONS, finding } from './rule.ts'
import { digitsOf, isSlipBetween } from './slip.ts'

/**
 * A report opens with figures that it tells again chapters later, in other words: 社会培训 12480 人次 and 面向社区开展培训 96 期，
 * 合计 12480 人次. Two figures of one unit that are a slip of the hand apart, in sentences that share the words of the name, are
 * one; one of the two stands nowhere else.
 * Example: 省级以上竞赛获奖 1264 项 in the summary, 竞赛获奖 1246 项 in its chapter.
 */
export const toldTwice: AuditRule = {
  name: 'told-twice',
  kind: 'same-quantity',
  reason: { zh: '概述与正文对同一数的说法应一致', en: 'A summary says what the chapters say' },
  wrong: '全年社会培训 12846 人次。\n\n# 社会服务\n\n面向企业开展社会培训，合计 12486 人次。\n',
  right: '全年社会培训 12486 人次。\n\n# 社会服务\n\n面向企业开展社会培训，合计 12486 人次。\n',
  check: (understood) => {
    const told = understood.mentions.filter(isTold)
    const times = new Map(
      [...Map.groupBy(printings(understood), (digits) => digits)].map(([digits, all]) => [digits, all.length]),
    )
    const byShape = Map.groupBy(told, (m) => `${m.unitClass}|${m.scale}|${plain(m.printed).replace(/\d/g, '0')}`)
    return [...byShape.values()].flatMap((same) =>
      same.flatMap((first, at) =>
        same
          .slice(at + 1)
          .flatMap((second) => (isOne(understood, first, second, times) ? [report(first, second)] : [])),
      ),
    )
  },
}

const LEAST_DIGITS = 4

const isTold = (m: Mention): boolean =>
  m.closeness === 'exact' &&
  !m.isChinese &&
  !m.isRange &&
  m.unit !== '' &&
  // Rates of many things are alike, and English has rules of its own.
  !/^(年|月|日|%|points)$/.test(m.unitClass) &&
  !/[A-Za-z]/.test(m.noun) &&
  digitsOf(m.printed) >= LEAST_DIGITS &&
  !isChange(m) &&
  !isOfOtherTime(m) &&
  !/均|每/.test(m.lead)

const plain = (printed: string): string => printed.replace(/[^\d.]/g, '')

const printings = ({ mentions, sheets }: Understood): string[] => [
  ...mentions.map(({ printed }) => plain(printed)),
  ...sheets.flatMap(({ figures }) => figures.map(({ printed }) => plain(printed))),
]

function isOne(understood: Understood, a: Mention, b: Mention, times: ReadonlyMap<string, number>): boolean {
  if (a.sentence.block === b.sentence.block || a.sentence.scope !== b.sentence.scope || a.isNew !== b.isNew)
    return false
  if (!isSlipBetween(plain(a.printed), plain(b.printed))) return false
  if (a.unitClass === '个' && a.unit !== b.unit) return false
  // Each stands somewhere else too: they are two.
  if ([a, b].every(({ printed }) => (times.get(plain(printed)) ?? 0) > 1)) return false
  if (yearOf(a, understood) !== yearOf(b, understood) || a.name.level !== b.name.level) return false
  return isAlike(understood, a, b)
}

const pairsOf = (text: string): string[] => [...text].slice(1).map((sign, at) => `${text[at]!}${sign}`)

/** Half of the signs of one name in the words of the other, more where fewer digits tell. */
function isAlike(understood: Understood, a: Mention, b: Mention): boolean {
  const digits = Math.min(digitsOf(a.printed), digitsOf(b.printed))
  const least = digits >= 5 ? 0.5 : 0.75
  const share = (name: string, { lead, tail, noun, sentence }: Mention): number => {
    const pairs = pairsOf(name.replace(/^(学校|全校|全年|现有|共有)/, ''))
    // 面向社区开展培训 96 期，合计 12480 人次: what is summed up stands in the sentence.
    const words =
      noun.length >= 2 ? `${lead} ${tail} ${noun}` : `${headingOf(understood, sentence.block)} ${sentence.text}`
    return pairs.length === 0 ? 0 : pairs.filter((pair) => words.includes(pair)).length / pairs.length
  }
  return Math.max(a.noun.length >= 4 ? share(a.noun, b) : 0, b.noun.length >= 4 ? share(b.noun, a) : 0) >= least
}

const headingOf = ({ document: { blocks } }: Understood, at: number): string => {
  const heading = blocks.findLast(({ kind }, nth) => kind === 'heading' && nth < at)
  return heading?.kind === 'heading' ? heading.text : ''
}

function report(a: Mention, b: Mention) {
  return finding({
    kind: 'same-quantity',
    severity: 'notable',
    confidence: digitsOf(a.printed) >= 5 ? 0.78 : 0.7,
    zh: `“${a.noun}”一处为 ${a.printed} ${a.unit}，另一处“${b.noun}”为 ${b.printed} ${b.unit}`,
    en: `"${a.noun}" is ${a.printed} in one place, "${b.noun}" ${b.printed} in another`,
    arithmetic: `${a.printed} ≠ ${b.printed}`,
    values: [a.printed, b.printed],
    places: [a.place, b.place],
    explanations: [EXPLANATIONS.period, EXPLANATIONS.scope],
  })
}
