import type { Span } from '../advertisement.ts'

export interface Pay {
  readonly min: number | null
  readonly max: number | null
  readonly paysPerYear: number | null
  readonly start: number
  readonly end: number
}

/** Working days and hours of a month: 365 − 104 rest days, by twelve (劳社部发〔2008〕3号). */
const DAYS = 21.75
const HOURS = 174
/** Outside of these a monthly pay is not believed (1-1元, 100万/月). */
const LEAST = 500
const MOST = 500_000

// Blanks and figures are bounded: a run of them must not be tried in every way of cutting it up.
const NUMBER = '(\\d{1,3}(?:,\\d{3}){1,3}|\\d{1,9}(?:\\.\\d{1,4})?)'
const UNIT = '(万元|万|千元|千|k|w|元)?'
const PER =
  '(?:以上|左右|以内|起|不等|封顶|\\+)?\\s{0,2}(?:元|人民币|rmb)?\\s{0,2}(?:\\(?税前\\)?)?\\s{0,2}(?:\\/|每|per |a |一)?\\s{0,2}(?:个)?(月|年|天|日|小时|时|month|year|day|hour|annum)?'
const RANGE = new RegExp(
  `${NUMBER}\\s{0,2}${UNIT}\\s{0,2}(?:\\/?月)?\\s{0,2}[-—–－~～至到一]{1,3}\\s{0,2}${NUMBER}\\s{0,2}${UNIT}${PER}(?:\\s{0,2}[·*×x,，(（]?\\s{0,2}(\\d{2}(?:\\.5)?)\\s{0,2}薪)?`,
  'g',
)
const SINGLE = new RegExp(`${NUMBER}\\s{0,2}${UNIT}(${PER})(?:\\s{0,2}[·*×x]?\\s{0,2}(\\d{2})\\s{0,2}薪)?`, 'g')
const PAY_WORD = /薪|工资|待遇|收入|月入|底薪|报酬|薪酬|salary|pay|补贴后|到手|综合|提成|日结|月结/
const PAY_BEFORE =
  /(?:年薪|月薪|日薪|时薪|薪资|薪酬|薪水|薪金|工资|待遇|收入|月入|底薪|到手|综合|日结|salary|pay|基本薪|综合月薪|月综合|月均)[^\d。；;\n]{0,14}$|(?:^|[^\d个年])月$/
const NOT_PAY_AFTER =
  /^\s*(?:周?岁|年(?!薪)|人|名|平|㎡|个月|公里|km|次|份|条|小时工作|级|%|％|cm|kg|届|号|层|亩|家|台|天内|分|粉|点)/
const NOT_PAY_BEFORE =
  /(?:奖金|奖励|补贴|补助|津贴|红包|投资|注册资本|资产|规模|营收|销售额|业绩|餐补|房补|全勤|押金|费用|融资|产值|预算|底薪加|社保|工龄)[^\d，,。；;\n]{0,6}$/

/** The first pay a cleaned text names; `isUnreadable` when something looked like pay and could not be believed. */
export function findPay(text: string): { pay: Pay | undefined; isUnreadable: boolean } {
  let isUnreadable = false
  RANGE.lastIndex = 0
  for (let match = RANGE.exec(text); match !== null; match = RANGE.exec(text)) {
    const [all, low, lowUnit, high, highUnit, per, pays] = match
    const before = text.slice(Math.max(0, match.index - 16), match.index)
    const after = text.slice(match.index + all.length, match.index + all.length + 6)
    const unit = highUnit ?? lowUnit
    const said = PAY_BEFORE.test(before)
    if (NOT_PAY_BEFORE.test(before)) continue
    if (
      unit === undefined &&
      per === undefined &&
      !said &&
      !isBare(text, match.index, match.index + all.length, low!, high!)
    )
      continue
    if (unit === undefined && (per === '年' || per === '日' || per === '天' || per === '时' || per === '小时') && !said)
      continue
    if (unit === undefined && !said && Number(high!.replaceAll(',', '')) < 1000) continue
    if (per === undefined && NOT_PAY_AFTER.test(after)) continue
    const top = amount(withoutNumbering(high!, low!, after), highUnit ?? lowUnit)
    let bottom = amount(low!, lowUnit ?? highUnit)
    // 8千-1.5万 has two units; 6-8千 one; 8000-1.2万 none before.
    if (lowUnit === undefined && highUnit !== undefined && Number(low) >= 500) bottom = Number(low)
    const period = periodOf(per, before, top, bottom)
    const min = perMonth(bottom, period)
    const max = perMonth(top, period)
    if (!isBelievable(min) || !isBelievable(max) || min > max) {
      isUnreadable = true
      continue
    }
    return {
      pay: { min, max, paysPerYear: paysOf(pays), start: match.index, end: match.index + all.trimEnd().length },
      isUnreadable,
    }
  }
  SINGLE.lastIndex = 0
  for (let match = SINGLE.exec(text); match !== null; match = SINGLE.exec(text)) {
    const [all, number, unit, rest, per, pays] = match
    const before = text.slice(Math.max(0, match.index - 16), match.index)
    const said = PAY_BEFORE.test(before)
    if (NOT_PAY_BEFORE.test(before) || (!said && !(unit !== undefined && per !== undefined))) continue
    const isPlain = unit !== undefined && per !== undefined
    if (!said && !isPlain && !PAY_WORD.test(text.slice(Math.max(0, match.index - 30), match.index + all.length + 12)))
      continue
    if (NOT_PAY_AFTER.test(text.slice(match.index + all.length, match.index + all.length + 4)) && per === undefined)
      continue
    const value = amount(number!, unit)
    const period = periodOf(per, before, value, value)
    if (value < 10 || (unit === undefined && value < 1000 && period === 'month')) continue
    const month = perMonth(value, period)
    if (!isBelievable(month)) {
      isUnreadable = true
      continue
    }
    const isFloor =
      /以上|起|\+/.test(rest!) ||
      /底薪|保底|起薪/.test(before) ||
      /^\s*(?:以上|起|\+)/.test(text.slice(match.index + all.length))
    return {
      pay: {
        min: month,
        max: isFloor ? null : month,
        paysPerYear: paysOf(pays),
        start: match.index,
        end: match.index + all.trimEnd().length,
      },
      isUnreadable,
    }
  }
  return { pay: undefined, isUnreadable }
}

/** 8000-120003、五险一金: the last figure is the number of the next item. */
const withoutNumbering = (high: string, low: string, after: string) =>
  /^\d{6}$/.test(high) && /^\d{4,5}$/.test(low) && /^[、.．]/.test(after) ? high.slice(0, -1) : high

/** 4500-6000 by itself between separators: nothing but pay is written so. */
function isBare(text: string, start: number, end: number, low: string, high: string): boolean {
  const isRound = [low, high].every((figure) => /^[1-9]\d{2,3}00$|^[1-9]\d{1}00$/.test(figure))
  const isAlone =
    /(?:^|[\s，,。；;|/])$/.test(text.slice(Math.max(0, start - 1), start)) &&
    /^(?:[\s，,。；;|/]|$)/.test(text.slice(end, end + 1))
  return isRound && isAlone && Number(low) >= 1500
}

function amount(number: string, unit: string | undefined): number {
  const value = Number(number.replaceAll(',', ''))
  if (unit === undefined || unit === '元') return value
  return unit.startsWith('万') || unit === 'w' ? value * 10_000 : value * 1000
}

type Period = 'month' | 'year' | 'day' | 'hour'

function periodOf(per: string | undefined, behind: string, top: number, bottom: number): Period {
  // 加班每小时50元，月薪8600-10000元: what stands behind the last comma belongs to the figure.
  const before = behind.slice(behind.search(/[^，,。；;\n]*$/))
  if (per === '年' || per === 'year' || per === 'annum') return 'year'
  if (per === '天' || per === '日' || per === 'day') return 'day'
  if (per === '时' || per === '小时' || per === 'hour') return 'hour'
  if (per === '月' || per === 'month') return 'month'
  if (/年薪|年收入|年综合|年总|税前年/.test(before)) return 'year'
  if (/日薪|日结|每天|每日/.test(before)) return 'day'
  if (/时薪|每小时/.test(before)) return 'hour'
  // 40-50万 without a word of time is a year's.
  if (bottom >= 80_000 && top >= 100_000) return 'year'
  return 'month'
}

function perMonth(value: number, period: Period): number {
  const month =
    period === 'year' ? value / 12 : period === 'day' ? value * DAYS : period === 'hour' ? value * HOURS : value
  return Math.round(month)
}

const isBelievable = (month: number) => month >= LEAST && month <= MOST

function paysOf(pays: string | undefined): number | null {
  const count = Number(pays)
  return pays !== undefined && count >= 12 && count <= 36 ? count : null
}

export const spanOf = (place: 'title' | 'text', start: number, end: number): Span => ({ in: place, start, end })
