import type { Exact } from '../../../engine/indicators/exact.ts'
import { familyOf, isComplete, isUsual } from '../understanding/families.ts'
import { isChange, isOfOtherTime } from '../understanding/other-time.ts'
import type { Mention, Sentence, Understood } from '../understanding/understand.ts'
import { roundingRoom, shown, sum } from './arithmetic.ts'
import { agreedFigure } from './operands.ts'
import { type AuditRule, EXPLANATIONS, finding } from './rule.ts'
import { digitsOf, isOneSlipAway } from './slip.ts'

/**
 * Figures of one unit that run on through a paragraph, and a figure before or behind that is their sum but for a slip of
 * the hand: 培训 1628 人次，按类型分：职工 726 人次，教师 394 人次，社区 508 人次; 采购 1864 册，受赠 135 册，共 2000 册. Where any
 * reading of the run comes out, nothing is said.
 * Example: 收入 840 万元，包括学费 520 万元、培训 230 万元、其他 190 万元: 520 + 230 + 190 = 940.
 */
export const sumsInProse: AuditRule = {
  name: 'sums-in-prose',
  kind: 'parts-and-whole',
  reason: { zh: '逐项列出的数之和应等于其总数', en: 'Figures listed one by one come to their sum' },
  wrong: '全年培训 16280 人次，按对象分，企业职工 7260 人次，教师 3940 人次，社区居民 5180 人次。\n',
  right: '全年培训 16280 人次，按对象分，企业职工 7260 人次，教师 3940 人次，社区居民 5080 人次。\n',
  check: (understood) =>
    paragraphsOf(understood).flatMap((paragraph) => runsOf(paragraph).flatMap((run) => judge(paragraph, run))),
}

/** A figure with its place in the text of its paragraph. */
interface Item {
  readonly m: Mention
  readonly start: number
  readonly end: number
}

interface Paragraph {
  /** Brackets and shares blanked: what is left says how figures follow each other. */
  readonly text: string
  readonly items: readonly Item[]
  /** Figures of the two paragraphs before, for a list that opens its own: 学员按来源分为：… */
  readonly earlier: readonly Item[]
  /** The students of the college, where the document agrees on their number. */
  readonly students: readonly Item[]
  readonly teachers: readonly Item[]
}

function paragraphsOf(understood: Understood): Paragraph[] {
  const { document, sentences } = understood
  const known = ['在校生', '专任教师'].map((name): Item[] => {
    const agreed = agreedFigure(understood, name)
    const told = agreed && understood.mentions.find((m) => m.unitClass === '人' && m.value.eq(agreed.value))
    return told ? [{ m: told, start: told.start, end: told.end }] : []
  })
  const [students = [], teachers = []] = known
  const paragraphs = [...Map.groupBy(sentences, ({ block }: Sentence) => block)].flatMap(([at, own]) => {
    const block = document.blocks[at]
    if (!block || block.kind === 'table' || own.flatMap((s) => s.mentions).length < 3) return []
    const text = blanked(block.text)
    const items = own.flatMap((s) => s.mentions.map((m) => ({ m, start: s.offset + m.start, end: s.offset + m.end })))
    return [
      { at, text, items: items.filter(({ m, start, end }) => isAddend(m) && text.slice(start, end).trim() !== '') },
    ]
  })
  return paragraphs.map((paragraph, nth) => ({
    ...paragraph,
    earlier: paragraphs
      .slice(Math.max(0, nth - 2), nth)
      .filter(({ at }) => paragraph.at - at <= 2)
      .flatMap(({ items }) => items),
    students,
    teachers,
  }))
}

const isAddend = (m: Mention): boolean =>
  !m.isChinese &&
  !m.isRange &&
  m.closeness === 'exact' &&
  !/^(%|points|)$/.test(m.unitClass) &&
  !/[元册米㎡]\/|^(年|月|日|分|天|岁|倍|届|级|度|点)$/.test(m.unit) &&
  !/均|平均|每/.test(m.lead) &&
  !isChange(m) &&
  !isOfOtherTime(m)

const blank = (match: string): string => ' '.repeat(match.length)

/** What stands in brackets, and 占 …%, part the figures of a list without ending it. */
function blanked(text: string): string {
  return (
    text
      .replace(/[（(][^（()）]*[)）]/g, blank)
      .replace(/[，,、]?\s*约?占[^，。；\d]{0,20}[\d.]+\s*%/g, blank)
      // 第一产业 148.26 亿元，增长 4.1%；第二产业 …: a change behind a figure ends no list.
      .replace(
        /[，,]\s*(?:(?:比|较)(?:上年|去年)(?:同期)?|同比)?(?:增长|下降|增加|减少|提高|上升)了?\s*[\d.,]+\s*(?:%|个?百分点|[万亿]?[元人吨户件])/g,
        blank,
      )
      .replace(/[，,]\s*[^，。；\d]{1,8}率[为达]?\s*[\d.]+\s*%/g, blank)
      .replace(/[，,]?\s*(?:占比|所占比例|比例|比重)[为达约]?\s*[\d.]+\s*%/g, blank)
  )
}

const JOINT = /^[^，。；：、]{0,8}(?:[、，,；;]|和|与|及|以及)?[^，。；：、]{0,24}$/
/** 退役军人、下岗失业人员、农民工等社会生源 683 人: a name that lists what it means. */
const LONG_NAME = /^[^，。；：、]{0,8}[，；、][^，。；：]{4,40}等[^，。；：、]{2,12}$/
const BREAK = /比上|比去|较上|较去|同比|环比|增长|增加(?!值)|下降|减少|相当|达到?目标|其中|平均|人均|此外|另有/

/** Figures of one unit with nothing but names, and figures of other units, between. */
function runsOf({ text, items }: Paragraph): Item[][] {
  const runs: Item[][] = []
  for (const own of Map.groupBy(items, ({ m }) => `${m.unitClass}|${m.unitClass === '个' ? m.unit : ''}`).values()) {
    let run: Item[] = []
    const close = (): void => {
      if (run.length >= 2) runs.push(run)
      run = []
    }
    for (const item of own) {
      const last = run.at(-1)
      // 技能人才 1712 人，技能人才中高级工 638 人: a part of the one before.
      const isWithin = last !== undefined && last.m.noun.length >= 2 && item.m.noun.startsWith(last.m.noun)
      if (last && (isWithin || isNext(text, own, run, item) || !isJoined(text, items, last, item))) close()
      run.push(item)
    }
    close()
  }
  return [...runs, ...mixedRuns(text, items)]
}

/** 获奖和立项 78 项：成果奖 3 项、规划教材 19 部、在线课程 8 门、其他 15 项: things with measure words of their own. */
function mixedRuns(text: string, items: readonly Item[]): Item[][] {
  const things = items.filter(({ m }) => m.unitClass === '个')
  return things.flatMap((whole, at) => {
    const list = things.slice(at + 1)
    const [first] = list
    if (!first || !/^\s*[：:]/.test(text.slice(whole.end, first.start))) return []
    const end = list.findIndex(({ m }) => REST.test(m.lead)) + 1
    const parts = list.slice(0, end)
    const isList = parts.every(
      (part, nth) => nth === 0 || /^、[^，。；：、]{1,16}$/.test(text.slice(parts[nth - 1]!.end, part.start).trim()),
    )
    return parts.length >= 3 && isList && new Set(parts.map(({ m }) => m.unit)).size > 1 ? [[whole, ...parts]] : []
  })
}

/** A 、 lists more closely than a ；: what stands on the other side of the ； is another list. */
function isNext(text: string, own: readonly Item[], run: readonly Item[], item: Item): boolean {
  if (!/[；;]/.test(text.slice(run.at(-1)!.end, item.start))) return false
  const behind = own[own.indexOf(item) + 1]
  return (
    /、/.test(text.slice(run[0]!.end, run.at(-1)!.start)) ||
    (behind !== undefined && /^[^，。；;]{0,2}、/.test(text.slice(item.end, behind.start)))
  )
}

function isJoined(text: string, items: readonly Item[], last: Item, next: Item): boolean {
  let between = text.slice(last.end, next.start)
  for (const { start, end } of items)
    if (start >= last.end && end <= next.start)
      between = between.slice(0, start - last.end) + blank(text.slice(start, end)) + between.slice(end - last.end)
  const plain = between.replace(/\s+/g, '')
  return (JOINT.test(plain) || LONG_NAME.test(plain)) && !BREAK.test(plain)
}

interface Reading {
  readonly whole: Item
  readonly parts: readonly Item[]
  /** How surely the parts are meant to be all there is. */
  readonly trust: number
}

const SUMMED = /(共|合计|总计|共计|累计|小计|总数|总额|总量|全年|总)[^，。；]{0,8}$/
const REST = /^\s*(以及|及|和)?(其余|其他|其它|余下|另外)|(及|和)其[他它]\s*$|及以下/
const GROUPED = /[按从分][^，。；]{1,12}(?:分|看|划分|统计)[，,：:]\s*[^，。；\d]{0,20}$/
const CLOSED =
  /具体包括|分别(为|是|有)|分为|构成|组成|[按从分][^，。；]{1,12}(分|看|划分|统计)[，,：:]|包括[：:]|含[：:]|如下|^[，,]?即/

function readingsOf({ text, items, earlier, students, teachers }: Paragraph, run: readonly Item[]): Reading[] {
  const readings: Reading[] = []
  const [first] = run
  const before = items
    .filter(
      (item) => item.end <= first!.start && item.m.unitClass === first!.m.unitClass && !isListed(text, items, item),
    )
    .slice(-3)
    .filter(({ end }) => (text.slice(end, first!.start).match(/[。]/g)?.length ?? 0) <= 1)
  // 录取的新生中 …: of what was told sentences before.
  const further = items.filter((item) => item.end <= first!.start && !before.includes(item))
  // The nearest first: it is meant unless it fits worse.
  const end = run.findIndex(({ m }, at) => at >= 2 && /合计|总计|共计|小计/.test(m.lead))
  const listed = end < 0 ? run : run.slice(0, end)
  for (const whole of before.toReversed()) readings.push(readingOf(text, whole, listed))
  // 落实去向 5124 人，… 合同就业 a 人、升学 b 人、…、其他 e 人: a list that ends with 其他 leaves nothing over.
  if (listed.length >= 4 && REST.test(listed.at(-1)!.m.lead))
    for (const whole of further.filter(({ m }) => m.unitClass === first!.m.unitClass).toReversed())
      readings.push({ whole, parts: listed, trust: 0.6 })
  const isOpening =
    before.length === 0 &&
    (isWholeFamily(listed) ||
      /(分为|分布|构成|[按从][^，。；]{1,12}(分|看|划分|统计))[^，。；：]{0,8}[，,：:]?[^，。；]{0,10}$/.test(
        text.slice(0, first!.start),
      ))
  // 按学位分，博士 298 人，…: the whole is told paragraphs before, and other lists of it come to it too.
  const isGrouped = GROUPED.test(text.slice(0, first!.start))
  if (isGrouped && before.length > 0 && listed.length >= 3)
    for (const whole of [...further, ...earlier].filter(({ m }) => m.unitClass === first!.m.unitClass).toReversed())
      readings.push({ whole, parts: listed, trust: 0.6 })
  // 专任教师中有正高职称 34 人、副高职称 92 人、…: the teachers are told chapters before.
  const isOfTeachers = /^\s*(?:学校|学院)?专任教师(?:中|按|里|队伍)[^。]{0,24}$/.test(text.slice(0, first!.start))
  if (before.length === 0 && isOfTeachers && listed.length >= 3)
    for (const whole of teachers) readings.push({ whole, parts: listed, trust: 0.6 })
  if (isOpening && (listed.length >= 3 || isWholeFamily(listed)))
    for (const whole of [...earlier, ...(/学生|在校生/.test(text.slice(0, first!.start)) ? students : [])]
      .filter(({ m }) => m.unitClass === first!.m.unitClass)
      .toReversed())
      readings.push({ whole, parts: listed, trust: 0.6 })
  // 财政拨款 a、事业收入 b、其他收入 c；总支出 d: 其他 ends the list.
  const ended = run.findIndex(({ m }, at) => at >= 2 && REST.test(m.lead)) + 1
  const introduced = run.length >= 3 ? readingOf(text, first!, run.slice(1, ended || undefined)) : null
  const isIntroduced = CLOSED.test(text.slice(first!.end, run[1]!.start))
  if (introduced && (isIntroduced || introduced.trust >= 0.6 || (run.length > 3 && isWholeFamily(introduced.parts))))
    readings.push(introduced)
  // The sum stands behind its parts: 采购 a 册，受赠 b 册，共 c 册.
  run.forEach((whole, at) => {
    // 协议就业 a 人，升学 b 人，灵活就业 c 人，年终就业 d 人: the last names what the others are kinds of.
    const kind = whole.m.noun.slice(-2)
    const isKind = at >= 3 && kind.length === 2 && run.slice(0, at).filter(({ m }) => m.noun.endsWith(kind)).length >= 2
    if (isKind && at === run.length - 1)
      readings.push({ whole, parts: run.slice(0, at), trust: 0.5 }, { whole, parts: run.slice(1, at), trust: 0.5 })
    if (at < 2 || !SUMMED.test(text.slice(run[at - 1]!.end, whole.start))) return
    const trust = /共|合计|总计|小计/.test(whole.m.lead) ? 0.85 : 0.7
    for (let from = 0; at - from >= 2; from += 1) readings.push({ whole, parts: run.slice(from, at), trust })
  })
  return readings
}

/** 依次为 3286 人、3124 人和 2876 人: each is one of a list, and no whole of the next. */
function isListed(text: string, items: readonly Item[], item: Item): boolean {
  const at = items.indexOf(item)
  const isNextTo = (a: Item | undefined, b: Item | undefined): boolean =>
    a !== undefined &&
    b !== undefined &&
    a.m.unit === b.m.unit &&
    /^(?:、|和|与|及)\s*$/.test(text.slice(a.end, b.start).trim())
  return isNextTo(items[at - 1], item) || isNextTo(item, items[at + 1])
}

function isWholeFamily(parts: readonly Item[]): boolean {
  const known = familyOf(parts.map(({ m }) => m.noun))
  return known !== null && isComplete(known.family, known.members)
}

/** 必修课 486 门、选修课 86 门: mostly all there is. */
function isUsualFamily(parts: readonly Item[]): boolean {
  const known = familyOf(parts.map(({ m }) => m.noun))
  return known !== null && isUsual(known.family, known.members)
}

/** 省级及以上 142 项，其中国家级 11 项，省级 131 项: nothing else is above. */
const isLevels = (parts: readonly Item[]): boolean =>
  parts.length >= 2 && familyOf(parts.map(({ m }) => m.noun))?.family.name === 'level'

/** 包括专业标准 9 个和课程标准 19 个: 和 before the last ends the list. */
const isEnded = (text: string, parts: readonly Item[]): boolean =>
  parts.length === 2 && /^[^，。；、]{0,3}[和及与]/.test(text.slice(parts[0]!.end, parts[1]!.start))

function readingOf(text: string, whole: Item, parts: readonly Item[]): Reading {
  const between = text.slice(whole.end, parts[0]!.start)
  const isAbove = /(?:省部?级|市级|校级)及?以上/.test(text.slice(Math.max(0, whole.start - 30), whole.start))
  // 教职工 786 人，其中专任教师 612 人 …，兼职教师 228 人: who comes from outside is no member of the staff.
  const isWhole =
    isWholeFamily(parts) && !(/教职工|教工/.test(whole.m.noun) && parts.some(({ m }) => /兼职|外聘/.test(m.noun)))
  if ((isAbove && isLevels(parts)) || isWhole || REST.test(parts.at(-1)!.m.lead)) return { whole, parts, trust: 0.9 }
  if (CLOSED.test(between) || (/包括|包含/.test(between) && isEnded(text, parts))) return { whole, parts, trust: 0.85 }
  if (/其中|包括|包含|含|中[，,]/.test(between)) return { whole, parts, trust: 0.6 }
  return { whole, parts, trust: between.length <= 24 ? 0.5 : 0.3 }
}

function judge(paragraph: Paragraph, run: readonly Item[]) {
  const readings = isPartial(run) ? [] : readingsOf(paragraph, run)
  const isRight = ({ whole, parts }: Reading) => isSum(whole, parts)
  // A part of the run, or the run without its first figure, may be the list that is meant.
  const others = readings.flatMap(({ whole, parts, trust }) =>
    parts.flatMap((_, at) => [
      { whole, parts: parts.slice(0, at), trust },
      { whole, parts: parts.slice(at), trust },
    ]),
  )
  if ([...readings, ...others].some((reading) => reading.parts.length >= 2 && isRight(reading))) return []
  // 录取的新生中 …: the whole may stand further up in the paragraph.
  const isOfAnother = ({ parts }: Reading): boolean =>
    paragraph.items.some(
      (item) => item.end <= run[0]!.start && item.m.unitClass === run[0]!.m.unitClass && isSum(item, parts),
    )
  if (readings.some((reading) => (reading.parts.length >= 3 || isWholeFamily(reading.parts)) && isOfAnother(reading)))
    return []
  const power = readings.flatMap((reading) => tenfold(reading) ?? [])[0]
  if (power) return [power]
  const best = readings
    .filter((reading) => reading.parts.length >= 2 && isTold(reading))
    // The one that a slip explains, of those that the words tell of.
    .toSorted((a, b) => Number(isSlip(b.whole, b.parts)) - Number(isSlip(a.whole, a.parts)) || b.trust - a.trust)[0]
  return best ? [report(best)] : []
}

/** 制造业 1186 人，占 39.83%；批发零售业 624 人，占 20.95%: shares that do not come to a hundred tell of a list that goes on. */
function isPartial(run: readonly Item[]): boolean {
  const shares = run.flatMap(({ m }) => {
    const next = m.sentence.mentions[m.index + 1]
    const isShare = next?.unitClass === '%' && /占/.test(m.sentence.text.slice(m.end, next.start))
    return isShare ? [Number(next.value.toString())] : []
  })
  const all = shares.reduce((total, share) => total + share, 0)
  return shares.length === run.length && run.length >= 2 && (all < 90 || all > 110)
}

/** The same digits in another place: 864.50 元 beside parts of 864.50 万元 together. */
function tenfold({ whole, parts, trust }: Reading) {
  if (trust < 0.5 || whole.m.value.lte(0)) return null
  const total = sum(parts.map(({ m }) => m.value))
  const ratio = total.gt(whole.m.value) ? total.div(whole.m.value) : whole.m.value.div(total)
  const power = ['100', '1000', '10000', '100000000'].find((known) => ratio.eq(known))
  if (power === undefined) return null
  const { m } = whole
  return finding({
    kind: 'unit-magnitude',
    severity: 'serious',
    confidence: 0.9,
    zh: `“${m.noun}” ${m.printed} ${m.unit}与逐项列出的各数之和相差整 ${power} 倍，疑为单位有误`,
    en: `"${m.noun}" ${m.printed} ${m.unit} and what is listed differ by exactly ${power} times: a unit is wrong`,
    arithmetic: `${m.printed} ≠ ${parts.map((part) => part.m.printed).join(' + ')} × ${power}`,
    values: [m.printed, ...parts.map((part) => part.m.printed)],
    places: [m.place, ...parts.map((part) => part.m.place)],
  })
}

const difference = (whole: Item, parts: readonly Item[]): Exact =>
  sum(parts.map(({ m }) => m.value)).minus(whole.m.value)

const isSum = (whole: Item, parts: readonly Item[]): boolean =>
  difference(whole, parts)
    .abs()
    .lte(roundingRoom([whole.m, ...parts.map(({ m }) => m)]))

/** Enough says that the parts should come to the whole, and that a slip keeps them from it. */
function isTold({ whole, parts, trust }: Reading): boolean {
  const isMixed = parts.some(({ m }) => m.unit !== whole.m.unit && m.unitClass === '个')
  if (whole.m.value.lte(0) || (isMixed && trust < 0.85)) return false
  const off = Number(difference(whole, parts).div(whole.m.value).abs().toString())
  const digits = digitsOf(whole.m.printed)
  if (trust >= 0.85 && off <= 0.12 && parts.length >= 2 && digits >= 2) return true
  if (off > 8 || !isSlip(whole, parts)) return false
  if (trust >= 0.85) return true
  if (isCrossed(parts)) return false
  if (off <= 1 && isUsualFamily(parts) && parts.every(({ m }) => m.unit === whole.m.unit)) return true
  // 本科专业 18 个，专科专业 41 个，专业总数 59 个: kinds of what the total is of.
  const head = whole.m.noun.replace(/总数$|总量$/, '').slice(-2)
  if (trust >= 0.7 && off <= 0.6 && head.length === 2 && parts.every(({ m }) => m.noun.endsWith(head))) return true
  const isTelling = digits >= 4 || (digits >= 3 && parts.length >= 3)
  return trust >= 0.6 ? isTelling : trust >= 0.5 && digits >= 4 && parts.length >= 3
}

const ATTRIBUTES = [
  /双师/,
  /高级|正高|副高|教授|职称/,
  /博士|硕士|研究生|学位/,
  /岁|青年/,
  /党员/,
  /骨干|名师|带头人/,
  /[男女]生|[男女]性/,
  /落实|就业|报到/,
]

/** 双师 172 名、正高级 28 名、博士 31 名: one person may be all of these. 男生 2618 人，落实 2466 人: one of the other. */
const isCrossed = (parts: readonly Item[]): boolean => {
  const kinds = parts.map(({ m }) => ATTRIBUTES.findIndex((known) => known.test(m.noun))).filter((kind) => kind >= 0)
  return new Set(kinds).size > 1
}

function isSlip(whole: Item, parts: readonly Item[]): boolean {
  const all = [whole.m, ...parts.map(({ m }) => m)]
  const room = roundingRoom(all)
  return isOneSlipAway(all, ([total, ...rest]) => sum(rest).minus(total!).abs().lte(room))
}

function report({ whole, parts, trust }: Reading) {
  const { m } = whole
  const total = sum(parts.map((part) => part.m.value))
  const right = shown(total.div(m.scale), m.step.div(m.scale))
  const name = m.noun === '' ? `${m.printed} ${m.unit}` : m.noun
  return finding({
    kind: 'parts-and-whole',
    severity: 'serious',
    confidence: trust >= 0.85 ? 0.85 : 0.7,
    zh: `“${name}”为 ${m.printed}，逐项列出的各数相加为 ${right}`,
    en: `"${name}" is ${m.printed}, but what is listed comes to ${right}`,
    arithmetic: `${m.printed} ≠ ${parts.map((part) => part.m.printed).join(' + ')} = ${right}`,
    values: [m.printed, ...parts.map((part) => part.m.printed)],
    places: [m.place, ...parts.map((part) => part.m.place)],
    explanations: [EXPLANATIONS.other, EXPLANATIONS.several],
  })
}
