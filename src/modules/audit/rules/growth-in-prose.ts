import { Exact } from '../../../engine/indicators/exact.ts'
import { isChange } from '../understanding/other-time.ts'
import { nameOf } from '../understanding/names.ts'
import { inDatedBracket } from '../understanding/statements.ts'
import type { Mention, Sentence, Understood } from '../understanding/understand.ts'
import { ARRIVED, DOWN, gapOf, type Pair, pairsOf, UP } from './growth-pairs.ts'
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

/** Places in a ranking go up when their numbers go down. */
const isRank = (text: string, { unit, lead }: Mention): boolean =>
  /^[名位]$/.test(unit) && /排名|排行|名次|位次|位列|名列|第/.test(`${text}${lead}`)

function judge(understood: Understood, sentence: Sentence) {
  const pairs = pairsOf(sentence)
  const gap = pairs.length === 0 ? gapOf(understood, sentence) : null
  return [
    ...[...pairs, ...(gap ? [gap] : [])].flatMap((pair) => judgePair(understood, sentence, pair)),
    ...sentence.mentions.flatMap((base) => judgeBase(sentence, base)),
    ...sentence.mentions.flatMap((base) => judgeNamed(understood, sentence, base)),
  ]
}

/** 专任教师增加 30 人（上学年 786 人）, 教育经费比上年增长 5.10%（2022 年：18.42 亿元）: the value of now is told before, under the same name. */
function judgeNamed({ mentions, synonyms }: Understood, sentence: Sentence, base: Mention) {
  const dated = inDatedBracket(base)
  if (!dated || dated.of || base.closeness !== 'exact' || base.value.isZero()) return []
  const { index, block } = sentence
  const { label: name } = dated
  const { key } = nameOf(name, synonyms)
  const changes = sentence.mentions.slice(0, base.index).filter(isChange)
  const values = mentions.filter(
    (m) =>
      m.sentence.block === block &&
      m.sentence.index <= index &&
      m.name.key === key &&
      m.unitClass === base.unitClass &&
      m.closeness === 'exact' &&
      !isChange(m) &&
      m !== base,
  )
  const [value] = values
  const change = changes.at(-1)
  if (!value || !change || values.length > 1) return []
  const isPercent = change.unitClass === '%'
  if (!isPercent && change.unitClass !== base.unitClass) return []
  const sign = DOWN.test(change.lead) && !UP.test(change.lead) ? -1 : 1
  const difference = value.value.minus(base.value)
  const exact = isPercent ? difference.div(base.value).times(100) : difference
  const said = { value: change.value.times(sign), step: change.step }
  if (agrees(exact, said) || isTruncated(exact, said)) return []
  const right = isPercent
    ? `${shown(exact, change.step)}%`
    : shown(exact.div(change.scale), change.step.div(change.scale))
  return [
    finding({
      kind: 'growth',
      severity: 'serious',
      confidence: 0.82,
      zh: `“${name}”由 ${base.printed} 变为 ${value.printed}，变化应为 ${right}，文中写作 ${change.printed}`,
      en: `"${name}" goes from ${base.printed} to ${value.printed}, a change of ${right}; the text says ${change.printed}`,
      arithmetic: `${base.printed} → ${value.printed}: ${right} ≠ ${change.printed}`,
      values: [change.printed, base.printed, value.printed],
      places: [change.place, base.place, value.place],
      explanations: [EXPLANATIONS.base],
    }),
  ]
}

/** 比年初的 88960 万元增加 3458 万元，增幅 3.89%: the change in per cent of its base, wherever the new value stands. */
function judgeBase({ text, mentions }: Sentence, base: Mention) {
  const [change, percent] = mentions.slice(base.index + 1, base.index + 3)
  const isCompared =
    /[比较](年初|期初|上年|去年|上一年|20\d{2}\s*年)[^，。；]{0,6}$/.test(base.lead) ||
    // 与上学年（在校生 14682 人）相比，在校生增加 376 人，增幅 2.56%
    (/[与较比同](?:上年|去年|上一?学年|上一?届|20\d{2}\s*(?:年|届))度?[（(][^（()）]*$/.test(
      text.slice(0, base.start),
    ) &&
      /^\s*[)）]\s*相?比/.test(text.slice(base.end)))
  if (!change || !percent || base.value.isZero() || !isCompared) return []
  if (!isChange(change) || change.unitClass !== base.unitClass || percent.unitClass !== '%') return []
  if (!/^[^。；]{0,3}(增幅|增长率?|降幅|下降)[为达约]*$/.test(percent.lead.replace(/\s/g, ''))) return []
  if ([base, change, percent].some((m) => m.closeness !== 'exact' || m.isRange)) return []
  const exact = change.value.div(base.value).times(100)
  const room = change.step.div(2).div(base.value).times(100).plus(percent.step.div(2))
  if (exact.minus(percent.value).abs().lte(room)) return []
  const cut = isTruncated(exact, percent)
  return [
    finding({
      kind: cut ? 'truncation' : 'growth',
      severity: cut ? 'minor' : 'serious',
      confidence: 0.82,
      zh: `在 ${base.printed} 的基础上变化 ${change.printed}，应为 ${shown(exact, percent.step)}%，文中写作 ${percent.printed}`,
      en: `A change of ${change.printed} on ${base.printed} is ${shown(exact, percent.step)} %, but the text says ${percent.printed}`,
      arithmetic: `${change.printed} ÷ ${base.printed} × 100 = ${shown(exact, percent.step)} ≠ ${percent.printed}`,
      values: [percent.printed, base.printed, change.printed],
      places: [percent.place, base.place, change.place],
      explanations: [EXPLANATIONS.rounding],
    }),
  ]
}

function judgePair(understood: Understood, sentence: Sentence, { before, after, rest, word, isBare = false }: Pair) {
  if (isRank(sentence.text, before) || isRank(sentence.text, after)) return []
  const findings = []
  if (word && (word === 'up' ? after.value.lt(before.value) : after.value.gt(before.value)))
    findings.push(
      finding({
        kind: 'growth',
        severity: 'serious',
        confidence: 0.9,
        zh: `从 ${before.printed} 到 ${after.printed} 是${word === 'up' ? '减少' : '增加'}，文中写作${word === 'up' ? '增加' : '减少'}`,
        en: `From ${before.printed} to ${after.printed} is ${word === 'up' ? 'a decrease' : 'an increase'}, but the text says the opposite`,
        arithmetic: `${after.printed} ${word === 'up' ? '<' : '>'} ${before.printed}`,
        values: [before.printed, after.printed],
        places: [before.place, after.place],
      }),
    )
  if (findings.length > 0) return findings
  for (const change of rest) {
    if (!(isBare || UP.test(change.lead) || DOWN.test(change.lead) || /相差|差距|极差|变化/.test(change.lead))) continue
    if (ARRIVED.test(change.lead) || change.closeness !== 'exact' || change.isRange) continue
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
      const isCounted = [before, after].every((m) => m.scale === 1 && m.step.eq(1) && m.unitClass !== '%')
      const room = (isPercent && !isRate) || isCounted ? new Exact(0) : before.step.plus(after.step).div(2)
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
          after.value,
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
