import type { Exact } from '../../../engine/indicators/exact.ts'
import type { Place } from '../document.ts'
import { chineseNumber } from '../understanding/chinese-number.ts'
import { nameOf } from '../understanding/names.ts'
import { isChange, isOfOtherTime } from '../understanding/other-time.ts'
import { statementsOf } from '../understanding/statements.ts'
import type { Mention, Understood } from '../understanding/understand.ts'
import { agrees, isTruncated, shown } from './arithmetic.ts'
import { figuresBefore, figuresOfSection, mostPrinted } from './operands.ts'
import { digitsOf, isOneSlipAway } from './slip.ts'
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
  check: (understood) => understood.mentions.flatMap((m) => [...judge(understood, m), ...perYear(understood, m)]),
}

/** 每期, 场均, 日均: what an average is per. */
const EACH =
  /(人次|[人生师户场日班项期校次件台间课家份车])均|(班)额平均$|平均(班)额$|单个([\u4e00-\u9fff]{2})|平均每?([\u4e00-\u9fff]{0,3})|每([人生期项场次班校户家间台个位名辆座所门册批张])(?=平均|[\u4e00-\u9fff]{0,8}$)/

function judge(understood: Understood, mean: Mention) {
  if (mean.isRange || mean.closeness !== 'exact' || mean.unitClass === '%' || mean.isChinese) return []
  // 平均每台（套）: a measure word in brackets belongs to it.
  const lead = clauseOf(mean)
  const each = EACH.exec(lead)
  if (!each) return []
  const word = each.slice(1).find((said) => said !== undefined) ?? ''
  const before = [
    ...figuresBefore(understood, mean).filter(
      (m) =>
        m.unitClass !== '%' && m.unitClass !== 'points' && !isOfOtherTime(m) && !isChange(m) && !EACH.test(clauseOf(m)),
    ),
    ...behindIn(mean),
  ]
  const by = /^[人生师]/.test(word) && !word.startsWith('人次') ? '人' : word.startsWith('日') ? '天' : word
  // 基地平均接纳 17.9 人次: whom it is per stands in front.
  const per = /([\u4e00-\u9fff]{2})平均(?!每)/.exec(lead)?.[1] ?? ''
  const named = countsNamed(understood, mean, word, lead)
  const own = before.filter((m) => isCountOf(m, by) || (per !== '' && m.noun.endsWith(per)) || isSaidToCount(m))
  // 培训 16280 人次，总学时 488400，人均 30 学时: where nobody else is counted, attendances are.
  const counts = by === '人' && own.length === 0 ? before.filter((m) => m.unitClass === '人次') : own
  const isTotal = (m: Mention) =>
    (mean.unitClass === '个' ? m.unit === mean.unit || m.unit === `${mean.unit}次` : m.unitClass === mean.unitClass) ||
    (/^[日天]$/.test(mean.unit) && /^人[日天]$/.test(m.unit))
  const totals = before.filter(isTotal)
  // Some two figures give it: the sentence is right under another reading.
  const last = mean.sentence.mentions[mean.index - 1]
  // 社团 48 个，吸纳成员 4128 人，平均每个社团 86 人: two digits fit some other two figures of a long paragraph by chance.
  const isPlain =
    digitsOf(mean.printed) <= 2 && totals.includes(last!) && counts.some((c) => c.sentence === mean.sentence)
  const mayBe = isPlain ? totals.filter((t) => t.sentence === mean.sentence) : totals
  const divisors = by === '人' ? before.filter((m) => /^人次?$/.test(m.unitClass)) : before
  if (mayBe.some((t) => [...divisors, ...named].some((c) => c !== t && fits(t, c, mean)))) return []
  const slip = slipped(totals, [...counts, ...named], mean)
  // 生均 and 师均 are often of folded numbers that are not printed.
  if (slip === null && /^[生师]/.test(word)) return []
  // 本科 112 人。教师企业实践 1286 人次，人均 2.8 次: those of the sentence before are others.
  const count =
    slip?.count ?? counts.findLast((c) => (by !== '人' || c.sentence === mean.sentence) && c !== totals.at(-1))
  const total =
    slip?.total ??
    totals.findLast(
      (m) =>
        m !== count && (m.unit !== count?.unit || (mean.tail.length >= 2 && m.noun.includes(mean.tail.slice(0, 2)))),
    )
  if (!total || !count || mean.sentence.index - total.sentence.index > (slip ? 4 : 1)) return []
  // A total of the section gives it to the last digit.
  if (figuresOfSection(understood, mean).some((other) => isTotal(other) && fits(other, count, mean))) return []
  const here = before.filter((m) => m.sentence === mean.sentence)
  const exact = total.value.div(count.value)
  const ratio = Number(exact.div(mean.value).toString())
  // Without a slip to tell so, figures that are ten times off were never meant.
  if (!(ratio > (slip ? 0.05 : 0.1) && ratio < (slip ? 20 : 10))) return []
  const cut = isTruncated(exact, mean)
  const isNear = slip !== null || (here.includes(total) && counts.some((m) => m === count && here.includes(m)))
  // 国家助学金平均每人次 is not the average of all 奖助学金 of the sentence before.
  const subject = by === '班' ? '' : lead.replace(/(平均|每|.均).*$/s, '').trim()
  if (!isNear && subject.length >= 2 && !total.noun.includes(subject)) return []
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

const YEARS = /([两二三四五六七八九十]|(?<!\d)\d{1,2})\s*年(?:来|间|内|共|累计|总计|合计)/g

/** 年均 1289.3 万元（3 年）, 年均 42105 人次（按 4 年计） */
const YEARS_BEHIND = /^\s*[（(]\s*(?:按|以|共|计)?\s*([两二三四五六七八九十]|\d{1,2})\s*年(?:计|计算|算)?\s*[)）]/

/** 三年累计支出 7912.36 万元，年均支出 2637.45 万元: the years are said in words. */
function perYear(understood: Understood, mean: Mention) {
  if (mean.closeness !== 'exact' || mean.isRange || mean.isChinese || !/年均/.test(mean.lead)) return []
  const total = mean.sentence.mentions[mean.index - 1]
  if (!total || total.closeness !== 'exact' || total.unitClass !== mean.unitClass || mean.unitClass === '%') return []
  const behind = YEARS_BEHIND.exec(mean.sentence.text.slice(mean.end))?.[1]
  const said = behind ?? [...mean.sentence.text.slice(0, total.start).matchAll(YEARS)].at(-1)?.[1]
  const years = said === undefined ? null : /\d/.test(said) ? Number(said) : chineseNumber(said)
  if (!years || years < 2 || (behind === undefined && !/共|累计|总|合计/.test(total.lead))) return []
  const exact = total.value.div(years)
  if (agrees(exact, mean) || isTruncated(exact, mean)) return []
  if (figuresBefore(understood, mean).some((m) => m.unitClass === mean.unitClass && agrees(m.value.div(years), mean)))
    return []
  const right = shown(exact.div(mean.scale), mean.step.div(mean.scale))
  return [
    finding({
      kind: 'average',
      severity: 'serious',
      confidence: 0.82,
      zh: `年均数印为 ${mean.printed} ${mean.unit}，按 ${total.printed} ${total.unit}、${years} 年计算为 ${right}`,
      en: `The yearly average is printed as ${mean.printed}; ${total.printed} over ${years} years is ${right}`,
      arithmetic: `${total.printed} ÷ ${years} = ${right} ≠ ${mean.printed}`,
      values: [mean.printed, total.printed],
      places: [mean.place, total.place],
      explanations: [EXPLANATIONS.base, EXPLANATIONS.rounding],
    }),
  ]
}

/** 人次均 1366 元（合计 38465000 元）, 人均 59593 元（总值 a 元，人口 b 人）: what it is made of is said in the bracket behind. */
function behindIn({ sentence: { text, mentions }, index, end }: Mention): Mention[] {
  const bracket = /^\s*[（(][^（()）]{2,60}[)）]/.exec(text.slice(end))?.[0]
  return bracket === undefined
    ? []
    : mentions
        .slice(index + 1)
        .filter((m) => m.end < end + bracket.length && m.closeness === 'exact' && !isOfOtherTime(m))
}

/** （按 3128 人计）, 按在职人员 2362 人计算，人均 …: the count that the writer says it is per. */
const isSaidToCount = ({ sentence: { text }, start, end }: Mention): boolean =>
  /[按以][^，。；（()）\d]{0,12}$/.test(text.slice(0, start)) && /^\s*(?:计|计算|折算|算)/.test(text.slice(end))

/** The words in front up to the nearest punctuation, brackets left out. */
const clauseOf = ({ sentence, start }: Mention): string =>
  /[^，。；：]*$/.exec(sentence.text.slice(0, start).replace(/[（(][^（()）]{1,3}[)）]/g, ''))![0].replace(/\s/g, '')

interface Count {
  readonly value: Exact
  readonly printed: string
  readonly scale: number
  readonly unit: string
  readonly place: Place
}

const fits = (total: Count, count: Count, mean: Mention): boolean =>
  !count.value.isZero() && agrees(total.value.div(count.value), mean)

/** A total and a count that give the mean but for a slip of the hand; nearest first. */
function slipped(totals: readonly Mention[], counts: readonly Count[], mean: Mention) {
  if (digitsOf(mean.printed) < 3) return null
  for (const total of totals.toReversed())
    for (const count of counts.toReversed())
      if (
        count !== total &&
        count.value.gt(1) &&
        isOneSlipAway([mean, total, count], ([m, t, c]) =>
          c!.isZero() ? false : agrees(t!.div(c!), { value: m!, step: mean.step }),
        )
      )
        return { total, count }
  return null
}

/** 师均, 生均 and 毕业生人均 name whom they are per: the figure of that name, where the document has one. */
function countsNamed(understood: Understood, mean: Mention, word: string, lead: string): Count[] {
  const unit = UNIT_OF[word]
  if (unit !== undefined) return mostPrinted(understood, unit)
  if (!/^[人生师]/.test(word)) return []
  const own = /^(.*?)[人生师]均/.exec(lead)?.[1]?.replace(/^(学校|全校|其中)/, '') ?? ''
  // 按折合在校生计算 is of another number than that of heads.
  const isFolded = /折合|标准/.test(mean.sentence.text)
  const names = word.startsWith('师')
    ? ['专任教师']
    : word.startsWith('生')
      ? [...(isFolded ? [] : ['在校生']), '折合在校生', '折合学生', '标准学生']
      : [own]
  return names.flatMap((name) => onlyCount(understood, nameOf(name, understood.synonyms).key))
}

/** What 校均 and 车均 are counted in. */
const UNIT_OF: Readonly<Record<string, string>> = { 校: '所', 车: '辆' }

/** The figure of people of a name, where the document has but one. */
function onlyCount(understood: Understood, key: string): Count[] {
  if (key.length < 2) return []
  const same = statementsOf(understood).filter(
    (s) =>
      s.name.key === key &&
      s.unitClass === '人' &&
      s.closeness === 'exact' &&
      s.scope === '' &&
      !s.isNew &&
      (s.year === '' || s.year === String(understood.year)),
  )
  const [first] = same
  return first && same.every((s) => s.value.eq(first.value)) ? [{ ...first, scale: scaleOf(first.unit) }] : []
}

const scaleOf = (unit: string): number => (unit.startsWith('万') ? 10_000 : 1)

/** 人均 is per person, 每期 per 期, 每班 per 培训班, 每个社团 per 社团. */
function isCountOf({ value, unit, unitClass, noun }: Mention, by: string): boolean {
  if (by === '' || !value.gt(1)) return false
  if (by.startsWith('人次')) return unitClass === '人次'
  if (/^(人|位|名|学生|教师)/.test(by)) return unitClass === '人'
  const tail = noun.slice(-2)
  return (
    (unit !== '' && (by.startsWith(unit) || unit.startsWith(by))) ||
    (tail.length === 2 && by.startsWith(tail)) ||
    noun.endsWith(by[0]!)
  )
}
