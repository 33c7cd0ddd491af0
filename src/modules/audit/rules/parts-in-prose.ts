import type { Exact } from '../../../engine/indicators/exact.ts'
import { familyOf, isComplete, isUsual } from '../understanding/families.ts'
import type { Mention, Sentence } from '../understanding/understand.ts'
import { isChange, isOfOtherTime } from '../understanding/other-time.ts'
import { roundingRoom, shown, sum } from './arithmetic.ts'
import { type AuditRule, EXPLANATIONS, finding } from './rule.ts'
import { isOneSlipAway } from './slip.ts'

/**
 * "共 82 项，其中一等奖 15 项、二等奖 27 项、三等奖 40 项": parts after 其中, 含, 包括 or in brackets. No part is larger than
 * its whole; parts that exclude each other are not more together; parts introduced as a complete list add up.
 * Example: 预算 9479 万元，含：A 2100 万元、B 3700 万元、C 800 万元、D 2789 万元: the four come to 9389.
 */
export const partsInProse: AuditRule = {
  name: 'parts-in-prose',
  kind: 'parts-and-whole',
  reason: { zh: '分项之和应等于总数，且任一分项不大于总数', en: 'Parts add up to their whole, and none is larger' },
  wrong: '学校获奖 82 项，其中一等奖 15 项、二等奖 37 项、三等奖 40 项。\n',
  right: '学校获奖 82 项，其中一等奖 15 项、二等奖 27 项、三等奖 40 项。\n',
  check: ({ sentences }) =>
    sentences.flatMap((sentence, at) => [
      ...listsOf(sentence).flatMap(judge),
      ...listsOver(sentence, sentences[at - 1]).flatMap(judge),
      ...sameWithin(sentence, sentences.slice(Math.max(0, at - 3), at)),
    ]),
}

/** A whole and its parts, and how they are introduced. */
export interface PartList {
  readonly whole: Mention
  readonly parts: readonly Mention[]
  /** The words say that nothing is left over: 含：, 分为, 由 … 组成, or brackets without 其中. */
  readonly isClosed: boolean
  readonly inBrackets: boolean
}

const CLOSED = /(分别(为|是)|分为|由|组成|构成|含：|包括：|包含：|即：)/

/** Lists of parts in a sentence. */
export function listsOf(sentence: Sentence): PartList[] {
  const following = followingLists(sentence)
  const begun = new Set(following.map(({ parts }) => parts[0]))
  return [...bracketLists(sentence), ...following, ...laterLists(sentence).filter(({ parts }) => !begun.has(parts[0]!))]
}

/** A list whose whole stands in the sentence before: 214 项。其中国家级 6 项、省级 47 项; 事业收入 7436 万元。事业收入中，学费 …、住宿费 … */
function listsOver(sentence: Sentence, before: Sentence | undefined): PartList[] {
  if (!before || before.block !== sentence.block) return []
  const opening = /^\s*(其中|([\u4e00-\u9fff“”]{2,14})中)[，,：:]?/.exec(sentence.text)
  const parts = opening ? runOf(sentence) : []
  if (!opening || parts.length === 0) return []
  const name = opening[2]
  const wholes = before.mentions.filter(
    (m) => m.unitClass === parts[0]!.unitClass && !isChange(m) && !isOfOtherTime(m) && !MEAN.test(m.lead),
  )
  const whole =
    name === undefined ? wholes[0] : wholes.findLast((m) => m.noun !== '' && name.endsWith(m.noun.slice(-4)))
  return whole ? [{ whole, parts, isClosed: false, inBrackets: false }] : []
}

/** The figures at the start of a sentence that run on with nothing but names and commas between. */
function runOf({ text, mentions }: Sentence): Mention[] {
  const parts: Mention[] = []
  for (const m of mentions) {
    if (m.isChinese) continue
    const last = parts.at(-1)
    if (/[（(][^）)]*$/.test(text.slice(0, m.start))) continue
    const between = last ? text.slice(last.end, m.start).replace(/[（(][^）)]*[）)]/g, '') : ''
    if (last && (m.unitClass !== last.unitClass || !/^\s*[、，,]/.test(between) || between.length > 20)) break
    parts.push(m)
  }
  return parts
}

/** 设备值 12000 万元；其中大型设备 186 台，设备值 12382 万元: the same quantity of a part is no more than that of the whole. */
function sameWithin(sentence: Sentence, before: readonly Sentence[]) {
  const at = sentence.text.indexOf('其中')
  if (at < 0) return []
  const wholes = [...before.filter((s) => s.block === sentence.block), sentence]
    .flatMap((s) => s.mentions)
    .filter(
      (m) =>
        (m.sentence !== sentence || m.end <= at) && !/(其中|含|包括)[^。；]*$/.test(m.sentence.text.slice(0, m.start)),
    )
  return sentence.mentions.flatMap((part) => {
    // 一等奖 of one contest and of another are no part and whole.
    if (
      part.start < at ||
      /奖$|级$/.test(part.noun) ||
      part.noun.length < 2 ||
      part.closeness !== 'exact' ||
      isChange(part) ||
      isOfOtherTime(part)
    )
      return []
    const whole = wholes.findLast(
      (m) =>
        m.name.key === part.name.key &&
        m.name.level === part.name.level &&
        m.unit === part.unit &&
        m.closeness === 'exact' &&
        !isOfOtherTime(m),
    )
    if (!whole || part.unitClass === '%' || part.unitClass === '' || part.value.lte(whole.value)) return []
    return [
      finding({
        kind: 'order',
        severity: 'serious',
        confidence: 0.8,
        zh: `其中的“${part.noun}” ${part.printed} 大于总的 ${whole.printed}`,
        en: `"${part.noun}" of a part, ${part.printed}, is larger than that of the whole, ${whole.printed}`,
        arithmetic: `${part.printed} > ${whole.printed}`,
        values: [whole.printed, part.printed],
        places: [whole.place, part.place],
        explanations: [EXPLANATIONS.scope],
      }),
    ]
  })
}

/** 人均, 每期: of each, not of all. */
const MEAN = /均|每/

const NO_PARTS =
  /^\s*(?:合|共|折|按|约合|另|原)|全校|全省|全国|全市|全院|第\s*\d|排名|名次|满分|升|降|增|减|现为|应为|目标|计划|原|另有|不含/

/** 16 个（已公布 11 个、正在审核 5 个） */
function bracketLists({ text, mentions }: Sentence): PartList[] {
  const lists: PartList[] = []
  for (const match of text.matchAll(/[（(]([^（）()]{4,160})[）)]/g)) {
    const [from, to] = [match.index, match.index + match[0].length]
    const parts = mentions.filter((m) => m.start > from && m.end < to && !m.isChinese)
    const whole = mentions.findLast((m) => m.end <= from)
    // 增加了 475 人（2022 年 3144 人）: a bracket of another time, or behind a change, holds no parts.
    if (!whole || isChange(whole) || MEAN.test(whole.lead) || parts.some(isOfOtherTime)) continue
    if (text.slice(whole.end, from).replace(/[\s的]/g, '').length > 8 || parts.length === 0) continue
    // Ranks, scores, changes and a wider scope in brackets are no parts: 3 门（全校 27 门）, 93.6 分（满分 100 分）.
    if (NO_PARTS.test(match[1]!) || whole.unitClass === '分' || parts.some((m) => m.isRange || isChange(m))) continue
    if (parts.length === 1 && !/其中|含|包括|占/.test(match[1]!) && whole.noun !== '' && parts[0]!.noun === '') continue
    const same = parts.filter((m) => m.unitClass === whole.unitClass)
    if (same.length !== parts.length || (parts.length === 1 && whole.unitClass === '%')) continue
    const inside = match[1]!
    lists.push({
      whole,
      parts,
      isClosed: parts.length >= 2 && !/其中|含|等|包括|不(含|包)|另/.test(inside),
      inBrackets: true,
    })
  }
  return lists
}

/** 用电量 3000 度，比上年的 3100 度下降 3.2%，其中 …: what is compared stands between the whole and its parts. */
function laterLists(sentence: Sentence): PartList[] {
  const { text, mentions } = sentence
  return mentions.flatMap((first) => {
    if (!/^\s*其中/.test(first.lead) || first.index === 0) return []
    const before = mentions.slice(0, first.index)
    const between = before.at(-1)!
    if (!isOfOtherTime(between) && !isChange(between) && between.unitClass !== '%') return []
    const whole = before.findLast((m) => m.unitClass === first.unitClass && !isOfOtherTime(m) && !isChange(m))
    if (!whole || /其中[^。；]*$/.test(text.slice(0, whole.start)) || text.slice(whole.end, first.start).length > 60)
      return []
    return [
      {
        whole,
        parts: runOf({ ...sentence, mentions: mentions.slice(first.index) }),
        isClosed: false,
        inBrackets: false,
      },
    ]
  })
}

/** 82 项，其中一等奖 15 项、二等奖 27 项 */
function followingLists({ text, mentions }: Sentence): PartList[] {
  const lists: PartList[] = []
  const inBrackets = (m: Mention) => /[（(][^）)]*$/.test(text.slice(0, m.start))
  // 三年制 and 二年级 are names, no counts.
  const outer = mentions.filter((m) => !inBrackets(m) && !m.isChinese)
  for (const [at, whole] of outer.entries()) {
    const next = outer[at + 1]
    // 比上年增加 26 件，其中…: the parts are those of the count, not of the change.
    if (!next || isChange(whole) || isOfOtherTime(whole) || MEAN.test(whole.lead)) continue
    const between = text.slice(whole.end, next.start).replace(/[（(][^）)]*[）)]/g, '')
    if (
      (!/^[^，。；]{0,14}[，,：:]?\s*(其中|含|包括|包含|分别为|分别是|其中包括|主要[为是有])/.test(between) &&
        !/^(\s*[\u4e00-\u9fff]{0,4})中[，,]/.test(between)) ||
      between.length > 40
    )
      continue
    const parts: Mention[] = []
    for (const [offset, part] of outer.slice(at + 1).entries()) {
      const before =
        offset === 0 ? '' : text.slice(outer[at + offset]!.end, part.start).replace(/[（(][^）)]*[）)]/g, '')
      // A new clause with a verb of its own is no part any more.
      if (/[。；]|其中|占|比上年|较上年|同比|增长|共(有|计)/.test(before) || before.length > 24) break
      // 人均参训 2.72 次 tells of all of them again.
      if (part.unitClass !== whole.unitClass || MEAN.test(part.lead)) break
      parts.push(part)
      if (/^\s*(以上|等)/.test(part.tail)) break
    }
    if (parts.length === 0) continue
    const last = parts.at(-1)!
    const open = /其中/.test(between) || /^\s*等/.test(last.tail) || /等/.test(text.slice(parts[0]!.start, last.end))
    lists.push({ whole, parts, isClosed: !open && CLOSED.test(between) && parts.length >= 2, inBrackets: false })
  }
  return lists
}

function judge({ whole, parts, isClosed, inBrackets }: PartList) {
  if ([whole, ...parts].some((m) => m.closeness !== 'exact' || m.isRange || m.isChinese)) return []
  const known = parts.length >= 2 ? familyOf(parts.map(({ noun }) => noun)) : null
  const total = sum(parts.map((part) => part.value))
  const difference = total.minus(whole.value)
  const places = [whole.place, ...parts.map((part) => part.place)]
  const values = [whole.printed, ...parts.map((part) => part.printed)]
  const otherUnit = otherUnitOf(whole, parts)
  if (otherUnit) return [wrongUnit(whole, parts, otherUnit)]
  const power = parts.length >= 2 ? tenfold(total, whole.value) : null
  if (power) return [misplaced(whole, parts, power)]
  const tooLarge = parts.find((part) => part.value.gt(whole.value.plus(whole.step.div(2))))
  if (tooLarge && isPlausiblePart(whole, tooLarge))
    return [
      finding({
        kind: 'order',
        severity: 'serious',
        confidence: inBrackets ? 0.7 : 0.85,
        zh: `分项“${nounOf(tooLarge)}” ${tooLarge.printed} 大于总数“${nounOf(whole)}” ${whole.printed}`,
        en: `The part "${nounOf(tooLarge)}" ${tooLarge.printed} is larger than its whole ${whole.printed}`,
        arithmetic: `${tooLarge.printed} > ${whole.printed}`,
        values: [whole.printed, tooLarge.printed],
        places: [whole.place, tooLarge.place],
        explanations: [EXPLANATIONS.scope],
      }),
    ]
  if (!parts.every((part) => isPlausiblePart(whole, part) || part.noun.length <= 4)) return []
  if (parts.length < 2 || difference.abs().lte(roundingRoom([whole, ...parts]))) return []
  const isMistyped = (): boolean =>
    isOneSlipAway([whole, ...parts], ([total, ...rest]) =>
      sum(rest)
        .minus(total!)
        .abs()
        .lte(roundingRoom([whole, ...parts])),
    )
  const complete =
    known !== null &&
    (isComplete(known.family, known.members) || (isUsual(known.family, known.members) && isMistyped()))
  const relative = whole.value.isZero() ? 1 : Number(difference.div(whole.value).abs().toString())
  // Nearly the whole, and yet not: a digit is wrong rather than a part left out.
  const isNear =
    (parts.length >= 2 && relative <= 0.006 && whole.value.div(whole.scale).gte(100)) ||
    (parts.length >= 3 && inBrackets && relative <= 0.06 && whole.value.gte(20))
  const isKinds = parts.length >= 4 && isOneHead(whole, parts) && relative <= 0.25 && !known
  const isWrong =
    isKinds || (known && (difference.gt(0) || complete)) || (isClosed && relative <= (inBrackets ? 0.25 : 0.35))
  if (!(isWrong || isNear) || (known && difference.lt(0) && !complete && !isClosed)) return []
  return [
    finding({
      kind: 'parts-and-whole',
      severity: 'serious',
      confidence: isKinds ? 0.66 : known ? (difference.gt(0) || complete ? 0.92 : 0.75) : 0.8,
      zh: `“${nounOf(whole)}”为 ${whole.printed}，列出的各部分相加为 ${shown(total.div(whole.scale), whole.step)}`,
      en: `"${nounOf(whole)}" is ${whole.printed}, but the parts named come to ${shown(total.div(whole.scale), whole.step)}`,
      arithmetic: `${whole.printed} ≠ ${parts.map((part) => part.printed).join(' + ')} = ${shown(total.div(whole.scale), whole.step)}`,
      values,
      places,
      explanations: [difference.gt(0) ? EXPLANATIONS.several : EXPLANATIONS.other],
    }),
  ]
}

/** The same digits in another place: '10000' for 万元 against 元. */
function tenfold(a: Exact, b: Exact): string | null {
  if (a.isZero() || b.isZero()) return null
  const ratio = a.gt(b) ? a.div(b) : b.div(a)
  return ['100', '1000', '10000', '100000000'].find((power) => ratio.eq(power)) ?? null
}

const misplaced = (whole: Mention, parts: readonly Mention[], power: string) =>
  finding({
    kind: 'unit-magnitude',
    severity: 'serious',
    confidence: 0.92,
    zh: `“${nounOf(whole)}” ${whole.printed} ${whole.unit}与各部分之和相差整 ${power} 倍，疑为单位有误`,
    en: `"${nounOf(whole)}" ${whole.printed} ${whole.unit} is ${power} times its parts, or they are: a unit is wrong`,
    arithmetic: `${whole.printed} ≠ ${parts.map((part) => part.printed).join(' + ')} × ${power}`,
    values: [whole.printed, ...parts.map((part) => part.printed)],
    places: [whole.place, ...parts.map((part) => part.place)],
  })

/** 4286.50 万元，其中横向 2864.30 万元、纵向 1422.20 元: the digits come to the whole, one of the units does not. */
function otherUnitOf(whole: Mention, parts: readonly Mention[]): Mention | undefined {
  const all = [whole, ...parts]
  if (parts.length < 2 || all.some(({ unitClass }) => unitClass !== whole.unitClass)) return undefined
  const digits = (m: Mention): Exact => m.value.div(m.scale)
  if (!sum(parts.map(digits)).eq(digits(whole))) return undefined
  return all.find(({ scale }) => all.filter((other) => other.scale === scale).length === 1)
}

const wrongUnit = (whole: Mention, parts: readonly Mention[], { printed, unit, place }: Mention) =>
  finding({
    kind: 'unit-magnitude',
    severity: 'serious',
    confidence: 0.92,
    zh: `${printed} ${unit}的单位与同列各数不同，而各数相加恰为总数，疑为单位有误`,
    en: `${printed} ${unit} has another unit than its fellows, though their digits come to the whole: the unit is wrong`,
    arithmetic: `${whole.printed} = ${parts.map((part) => part.printed).join(' + ')}`,
    values: [printed, ...[whole, ...parts].map((m) => m.printed)],
    places: [place, ...[whole, ...parts].map((m) => m.place)],
  })

/** 指标 98 个，其中数量指标 54 个、质量指标 21 个、…: kinds of one thing, named after it. */
const isOneHead = (whole: Mention, parts: readonly Mention[]): boolean =>
  whole.noun.length >= 2 && parts.every(({ noun }) => noun.length > 2 && noun.endsWith(whole.noun.slice(-2)))

/** People are parts of people, money of money; a rate is no part of a rate. */
const isPlausiblePart = (whole: Mention, part: Mention) => {
  if (
    whole.unitClass !== part.unitClass ||
    whole.unitClass === '%' ||
    whole.unitClass === '' ||
    whole.unit !== part.unit
  )
    return false
  // 10 个专业大类，其中国家级专业 16 个: one counts groups, the other what is in them.
  if (/(门类|大类|类别|领域|系列|批次)$/.test(whole.noun) && !part.noun.endsWith(whole.noun.slice(-2))) return false
  return whole.unitClass !== '个' || part.noun.endsWith(whole.noun.slice(-2)) || !/[\u4e00-\u9fff]{5}/.test(part.noun)
}

const nounOf = ({ noun, printed, unit }: Mention) => (noun === '' ? `${printed} ${unit}` : noun)
