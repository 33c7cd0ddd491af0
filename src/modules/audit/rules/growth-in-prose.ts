import { Exact } from '../../../engine/indicators/exact.ts'
import type { Mention, Sentence, Understood } from '../understanding/understand.ts'
import { agrees, isTruncated, shown } from './arithmetic.ts'
import { figuresBefore, isChangeOfSome } from './operands.ts'
import { type AuditRule, EXPLANATIONS, finding } from './rule.ts'

/**
 * "由 A 增至 B，增长 p%", "B，比上年 A 增加 d", "B，较上年增加 d（上年 A）": difference and growth are recomputed, and 增 must
 * go up, 降 down. 个百分点 is a difference of rates, never a growth.
 * Example: 由 1200 万元增至 1500 万元，增长 20%: (1500 − 1200) ÷ 1200 = 25 %.
 */
export const growthInProse: AuditRule = {
  name: 'growth-in-prose',
  kind: 'growth',
  reason: { zh: '增减量和增减幅应与前后两数相符', en: 'A change follows from the figures before and after' },
  wrong: '技术服务到款额由 1200 万元增至 1500 万元，增长 20%。\n',
  right: '技术服务到款额由 1200 万元增至 1500 万元，增长 25%。\n',
  check: (understood) => understood.sentences.flatMap((sentence) => judge(understood, sentence)),
}

const UP = /增长|增加|净增|新增|递增|提高|提升|上升|增幅|涨幅|增|多|高|扩大|升/
const DOWN = /下降|减少|净减|降低|减幅|减|少|低|回落|降幅|降/
/** 由 2476 元增加到 4140 元: what follows 到 is the new value, no change. */
const ARRIVED = /(到|至|由|从|达|为去年|是去年)\s*$|年均|年平均/
/** Places in a ranking go up when their numbers go down. */
const isRank = (text: string, { unit, lead }: Mention): boolean =>
  /^[名位]$/.test(unit) && /排名|排行|名次|位次|位列|名列|第/.test(`${text}${lead}`)

function judge(understood: Understood, sentence: Sentence) {
  const pair = pairOf(sentence) ?? gapOf(understood, sentence)
  if (!pair) return []
  const { before, after, rest } = pair
  if (isRank(sentence.text, before) || isRank(sentence.text, after)) return []
  const findings = []
  if (pair.word && (pair.word === 'up' ? after.value.lt(before.value) : after.value.gt(before.value)))
    findings.push(
      finding({
        kind: 'growth',
        severity: 'serious',
        confidence: 0.9,
        zh: `从 ${before.printed} 到 ${after.printed} 是${pair.word === 'up' ? '减少' : '增加'}，文中写作${pair.word === 'up' ? '增加' : '减少'}`,
        en: `From ${before.printed} to ${after.printed} is ${pair.word === 'up' ? 'a decrease' : 'an increase'}, but the text says the opposite`,
        arithmetic: `${after.printed} ${pair.word === 'up' ? '<' : '>'} ${before.printed}`,
        values: [before.printed, after.printed],
        places: [before.place, after.place],
      }),
    )
  const change = rest.find(
    (m) =>
      (UP.test(m.lead) || DOWN.test(m.lead) || /相差|差距|变化/.test(m.lead)) &&
      !ARRIVED.test(m.lead) &&
      m.closeness === 'exact' &&
      !m.isRange,
  )
  if (change && findings.length === 0) {
    const sign = DOWN.test(change.lead) && !UP.test(change.lead) ? -1 : 1
    const isPercent = change.unitClass === '%'
    const isRate = before.unitClass === '%'
    const difference = after.value.minus(before.value)
    const exact =
      isPercent && !isRate
        ? before.value.isZero()
          ? null
          : difference.div(before.value).times(100)
        : change.unitClass === 'points' || change.unitClass === before.unitClass
          ? difference
          : change.unit === '倍' && !before.value.isZero()
            ? difference.div(before.value)
            : null
    if (exact !== null) {
      const said = { value: change.value.times(sign), step: change.step }
      // A difference of two rounded figures may be off by their last digits.
      const room = isPercent && !isRate ? new Exact(0) : before.step.plus(after.step).div(2)
      // 提高了 2% of a rate is often meant in points; a growth of the rate itself is right too.
      const asGrowth = isRate && isPercent && !before.value.isZero() ? difference.div(before.value).times(100) : null
      if (
        !agrees(exact, said) &&
        exact
          .minus(said.value)
          .abs()
          .gt(room.plus(change.step.div(2))) &&
        !(asGrowth && agrees(asGrowth, said)) &&
        !isChangeOfSome(
          said,
          before.value,
          figuresBefore(understood, change).filter(
            (m) => m !== before && m !== after && m.unitClass === before.unitClass,
          ),
          isPercent && !isRate,
        )
      ) {
        const cut = isTruncated(exact, said)
        const scale = isPercent && !isRate ? 1 : change.scale
        findings.push(
          finding({
            kind: cut ? 'truncation' : 'growth',
            severity: cut ? 'minor' : 'serious',
            confidence: cut ? 0.85 : 0.85,
            zh: `从 ${before.printed} 到 ${after.printed}，变化应为 ${shown(exact.div(scale), change.step.div(scale))}${isPercent ? '%' : ` ${change.unit}`}，文中写作 ${sign < 0 ? '减少 ' : ''}${change.printed}`,
            en: `From ${before.printed} to ${after.printed} the change is ${shown(exact.div(scale), change.step.div(scale))}${isPercent ? ' %' : ''}, but the text says ${sign < 0 ? 'minus ' : ''}${change.printed}`,
            arithmetic:
              isPercent && !isRate
                ? `(${after.printed} − ${before.printed}) ÷ ${before.printed} × 100 = ${shown(exact, change.step)} ≠ ${change.printed}`
                : `${after.printed} − ${before.printed} = ${shown(exact.div(scale), change.step.div(scale))} ≠ ${change.printed}`,
            values: [change.printed, before.printed, after.printed],
            places: [change.place, before.place, after.place],
            explanations: [EXPLANATIONS.rounding, EXPLANATIONS.base],
          }),
        )
      }
    }
  }
  return findings
}

interface Pair {
  readonly before: Mention
  readonly after: Mention
  /** Mentions behind the pair, up to the next figure of the same kind. */
  readonly rest: readonly Mention[]
  readonly word: 'up' | 'down' | null
}

/** Two figures of one thing at two times, in the words that tell so. */
function pairOf({ text, mentions }: Sentence): Pair | null {
  for (const [at, a] of mentions.entries()) {
    const b = mentions[at + 1]
    if (!b || a.isChinese || b.isChinese || a.closeness !== 'exact' || b.closeness !== 'exact' || a.isRange) continue
    const between = text.slice(a.end, b.start)
    // 由 2021 年的 A 增至 2022 年的 B
    const moved =
      /^[^。；]{0,24}?(增至|增加到|增加至|增长到|增长至|提高到|提高至|提升到|提升至|上升到|上升至|发展到|扩大到|降至|下降到|下降至|减少到|减少至|降低到|降低至)[^。；]{0,10}$/.exec(
        between,
      )
    if (moved && a.unitClass === b.unitClass && /(由|从)[^，。；]{0,24}$/.test(a.lead)) {
      const word = /降|减/.test(moved[1]!) ? 'down' : 'up'
      return { before: a, after: b, rest: mentions.slice(at + 2, at + 4), word }
    }
    // B，比上年（2021 年）A 增加 d
    const c = mentions[at + 2]
    const compared =
      /^[^。；]{0,4}[，（(]?(与|比|较)[^。；]{0,14}$/.test(between.replace(/\s/g, '')) &&
      c &&
      a.unitClass === b.unitClass
    if (compared && (UP.test(c.lead) || DOWN.test(c.lead)) && !UP.test(b.lead) && !DOWN.test(b.lead))
      return { before: b, after: a, rest: [c], word: null }
    // B，2022 年为 A，提高 d
    const told =
      /^[^。；]{0,4}[，,（(；]\s*((20\d{2}\s*(年|届))|上年|去年|上一年度?|上年度|上年同期)[^，。；\d]{0,12}$/.test(
        between,
      )
    if (
      told &&
      c &&
      a.unitClass === b.unitClass &&
      (UP.test(c.lead) || DOWN.test(c.lead)) &&
      /^[，,]?[^。；]{0,10}$/.test(text.slice(b.end, c.start))
    )
      return { before: b, after: a, rest: [c], word: null }
    // 最高 A，最低 B，相差 d
    if (
      c &&
      a.unitClass === b.unitClass &&
      /(相差|差距|高出|高于.{0,6})(了|为|达)?\s*$/.test(c.lead) &&
      !/[。]/.test(between)
    )
      return a.value.gte(b.value)
        ? { before: b, after: a, rest: [c], word: null }
        : { before: a, after: b, rest: [c], word: null }
    // B，比上年增加 d（2021 年为 A）
    const isChange = /(比|较|与)[^，。；]{0,16}(增|减|提|降|升|多|少|高|低)/.test(b.lead.replace(/\s/g, ''))
    if (
      isChange &&
      c &&
      c.unitClass === a.unitClass &&
      c.closeness === 'exact' &&
      /^[^。；]{0,4}[（(，](上年|去年|上一[年届]|年初|期初|20\d{2}\s*[年届])/.test(
        text.slice(b.end, c.start).replace(/\s/g, ''),
      ) &&
      b.unitClass !== ''
    )
      if (sameThing(a, c)) return { before: c, after: a, rest: [b], word: null }
  }
  return null
}

/** 最高，为 96.09%；最低，为 89.60%，两者相差 6.49 个百分点: the first stands before the semicolon. */
function gapOf({ sentences }: Understood, sentence: Sentence): Pair | null {
  const [low, gap] = sentence.mentions
  const before = sentences[sentence.index - 1]
  const high = before?.block === sentence.block && /[；;]\s*$/.test(before.text) ? before.mentions.at(-1) : undefined
  if (!high || !low || !gap || !/(相差|差距)(了|为|达)?\s*$/.test(gap.lead) || high.unitClass !== low.unitClass)
    return null
  if ([high, low].some((m) => m.closeness !== 'exact' || m.isChinese)) return null
  return high.value.gte(low.value)
    ? { before: low, after: high, rest: [gap], word: null }
    : { before: high, after: low, rest: [gap], word: null }
}

const sameThing = (a: Mention, b: Mention) =>
  b.noun === '' ||
  a.noun === '' ||
  b.noun.includes(a.noun.slice(-2)) ||
  a.noun.includes(b.noun.slice(-2)) ||
  /年/.test(b.lead)
