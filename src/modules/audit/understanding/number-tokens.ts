import { Exact } from '../../../engine/indicators/exact.ts'
import { chineseNumber } from './chinese-number.ts'
import { UNITS, unitClass } from './units.ts'

/** How near a printed number claims to be: 余, 多 and 以上 say more than, 近 less than, 约 about. */
export type Closeness = 'exact' | 'about' | 'over' | 'under'

/** A number in a text with the unit that follows it. */
export interface NumberToken {
  readonly start: number
  /** Behind the unit. */
  readonly end: number
  /** As printed, with the per cent sign but without the unit. */
  readonly printed: string
  /** With 万 and 亿 multiplied out. */
  readonly value: Exact
  /** One unit of the last digit printed, multiplied out: 0.01 for 71.90, 1000 for 8.7 万. */
  readonly step: Exact
  /** 1, 10 000 or 100 000 000. */
  readonly scale: number
  /** As printed; '' for a bare number, '%' for per cent. */
  readonly unit: string
  readonly unitClass: string
  readonly closeness: Closeness
  /** Written in Chinese characters: may be part of a name (三大工程). */
  readonly isChinese: boolean
  /** One end of a range such as 3—5. */
  readonly isRange: boolean
}

const SCALES: readonly (readonly [string, number])[] = [
  ['万亿', 1e12],
  ['千万', 1e7],
  ['百万', 1e6],
  ['亿', 1e8],
  ['万', 1e4],
]

const ARABIC = /(\d{1,3}(?:,\d{3})+(?!\d)|\d+)(\.\d+)?/g
const CHINESE = /[一二两三四五六七八九十百千]{1,7}/g
const BEFORE_UNDER = /(近|将近|接近|不足|不到)\s*$/
const BEFORE_ABOUT = /(约|大约|约为|左右|平均约)\s*$/
const BEFORE_OVER = /(超|超过|逾|突破|多于|不少于|至少|高于|≥|>|大于|达到或超过)\s*$/
const BEFORE_RANK = /((?<!报)表|图|案例|专栏|附件|第|排名|位列|位居|名列|排行榜|排行|居全[国省市]?|≤|no\.?)\s*$/i

/** Numbers of a text that count or measure something. Years, dates, ordinals, model names and numbers of documents are left out. */
export function numberTokens(text: string): NumberToken[] {
  const masked = maskNames(text)
  const tokens: NumberToken[] = []
  for (const match of masked.matchAll(ARABIC)) {
    const token = arabicToken(masked, match.index, match[0])
    if (token) tokens.push(token)
  }
  for (const match of masked.matchAll(CHINESE)) {
    const token = chineseToken(masked, match.index, match[0])
    if (token && !tokens.some((t) => t.start < token.end && token.start < t.end)) tokens.push(token)
  }
  return tokens.sort((a, b) => a.start - b.start)
}

/** 无线AP2860个: a count behind letters, told by its measure word. */
const GLUED = /^[A-Za-z]{1,6}\d{3,}\s*[个台套人]/

/** Text with everything blanked in which digits are no figures: titles, short quotations, addresses, years and dates. */
function maskNames(text: string): string {
  const blank = (match: string) => '〓'.repeat(match.length)
  return (
    text
      .replace(/^\s*(\d{1,2}|[（(]\d{1,2}[)）])\s*[.、．)）](?!\d)/, blank)
      .replace(/[（(]\d{1,2}[)）](?=[\u4e00-\u9fff])/g, blank)
      // 35 岁及以下 268 人, 46—55 岁 168 人: names of groups.
      .replace(
        /(?<![\d.])\d{1,2}(?:\s*[-—–~～至]\s*\d{1,2})?\s*周?岁(?:\s*(?:及|（含）)?\s*以[上下])?(?=[^，。；\d]{0,10}\d)/g,
        blank,
      )
      .replace(/(?<![\d.])\d{1,2}\s*周?岁\s*(?:及|（含）)?\s*以[上下]/g, blank)
      // 教育支出（205）24456.67 万元: the code of an account.
      .replace(/[（(]\s*\d{3,7}\s*[)）](?=\s*\d)/g, blank)
      .replace(/\d+\s*强/g, blank)
      .replace(/(近|过去|前|连续|为期|未来|最近)\s*\d{1,2}\s*年/g, blank)
      .replace(/https?:\/\/\S+|www\.\S+|[\w.]+@[\w.]+/g, blank)
      .replace(/《[^》]{0,80}》/g, blank)
      .replace(/[“"][^”"。；]{0,30}[”"]/g, blank)
      .replace(/[〔[（(]\s*(19|20)\d{2}\s*[〕\])）]\s*(第?\s*\d+\s*号)?/g, blank)
      .replace(/第?\s*\d+\s*号/g, blank)
      .replace(/(19|20)\d{2}\s*[-—–~～至/]\s*(19|20)?\d{2}\s*(年度|学年|年|届|级)?/g, blank)
      .replace(/(19|20)\d{2}\s*(年度|学年|年|届|级)(\s*\d{1,2}\s*月(份|\s*\d{1,2}\s*日)?)?/g, blank)
      .replace(/(?<![\d.])(19|20)\d{2}(?=[、和及,，]\s*[〓])/g, blank)
      .replace(
        /(?<![\d.])(19\d{2}|20[0-4]\d)[./-](0?[1-9]|1[0-2])([./-]\d{1,2})?(?![\d%])(?!\s*(万|亿|元|人|个|项|平|学|课|㎡|册))/g,
        blank,
      )
      .replace(/(?<![\d.])\d{1,2}\s*月\s*\d{1,2}\s*日/g, blank)
      .replace(/(?<![\d.个])\d{1,2}\s*月(份|底|初|中|至|-|—|到|，|、|起|开|在)/g, blank)
      .replace(/(?<![\d.])\d{2}\s*级(?=[\u4e00-\u9fff])/g, blank)
      .replace(/[二一][〇零○九]{1}[〇零一二三四五六七八九]{2}年?/g, blank)
      .replace(/第[一二三四五六七八九十百]+/g, blank)
      .replace(/第\s*\d+/g, blank)
      .replace(/(十[一二三四五]|[一二三]十[一二三四五]?)五(?=[”规])/g, blank)
      .replace(/\d+(\.\d+)?\s*\+\s*[\dXxNn](\.\d+)?(\s*\+\s*[\dNXx])*/g, blank)
      .replace(/\d+(\.\d+)?\s*[:：]\s*\d+(\.\d+)?/g, blank)
      .replace(/[A-Za-z][A-Za-z0-9]*[-_]?\d+[A-Za-z0-9.]*/g, (m, at: number, all: string) =>
        GLUED.test(all.slice(at)) ? m : blank(m),
      )
      .replace(/\d+(\.\d+)?[A-LN-Za-fh-jln-z](?![A-Za-z]*bps)(?!m)[A-Za-z]?(?![A-Za-z])/g, (m) =>
        /\d(m|km|GB|TB|MB|Gb)$/.test(m) ? m : blank(m),
      )
  )
}

function arabicToken(text: string, at: number, digits: string): NumberToken | null {
  const before = text.slice(Math.max(0, at - 10), at)
  const previous = before.at(-1) ?? ''
  const letters = /[A-Za-z]{1,6}$/.exec(before)?.[0] ?? ''
  const isGlued = letters !== '' && GLUED.test(text.slice(at - letters.length))
  if (/[A-Za-z\d.]/.test(previous) && !isGlued) return null
  if (BEFORE_RANK.test(before)) return null
  const rest = text.slice(at + digits.length)
  if (/^\s*[+＋]\s*[\dXN]/.test(rest) || (/^\.\d/.test(rest) && digits.includes('.'))) return null
  const isNegative = /(^|[\s：:（(为|,，\u4e00-\u9fff])[-−－]\s*$/.test(before) && !/\d\s*[-−－]\s*$/.test(before)
  const decimals = digits.split('.')[1]?.length ?? 0
  return tokenOf(text, at, at + digits.length, {
    printed: `${isNegative ? '-' : ''}${digits}`,
    value: new Exact(`${isNegative ? '-' : ''}${digits.replaceAll(',', '')}`),
    decimals,
    isChinese: false,
  })
}

function chineseToken(text: string, at: number, digits: string): NumberToken | null {
  const number = chineseNumber(digits)
  // 一批, 一支, 一年: an article rather than a count.
  if (number === null || number === 0 || digits === '一') return null
  const before = text.slice(Math.max(0, at - 4), at)
  if (/[第十百之统唯同专单万每]$/.test(before)) return null
  const token = tokenOf(text, at, at + digits.length, {
    printed: digits,
    value: new Exact(number),
    decimals: 0,
    isChinese: true,
  })
  // 二年级, 三年制: names.
  if (/^\s*[级制]/.test(text.slice(token.end))) return null
  // Without a unit the characters are words: 一体, 三教改革, 统一.
  return token.unit === '' || /^[级步层市省国校强点度分日月成]$/.test(token.unit) ? null : token
}

interface Digits {
  printed: string
  value: Exact
  decimals: number
  isChinese: boolean
}

function tokenOf(
  text: string,
  start: number,
  digitsEnd: number,
  { printed, value, decimals, isChinese }: Digits,
): NumberToken {
  const before = text.slice(Math.max(0, start - 8), start)
  let at = digitsEnd
  let closeness: Closeness = 'exact'
  const skip = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at
    const found = pattern.exec(text)?.[0]
    if (found !== undefined) at += found.length
    return found
  }
  if (BEFORE_UNDER.test(before)) closeness = 'under'
  else if (BEFORE_ABOUT.test(before)) closeness = 'about'
  else if (BEFORE_OVER.test(before)) closeness = 'over'
  if (skip(/\s*[%‰]/y)) {
    if (skip(/\s*(以上|左右|多)/y)) closeness = 'over'
    return {
      start,
      end: at,
      printed: `${printed}%`,
      value,
      step: stepOf(decimals, 1),
      scale: 1,
      unit: '%',
      unitClass: '%',
      closeness,
      isChinese,
      isRange: isRangeAt(text, start, at),
    }
  }
  if (skip(/\s*[余多几来]/y)) closeness = 'over'
  let scale = 1
  skip(/\s*/y)
  for (const [word, factor] of SCALES)
    if (text.startsWith(word, at)) {
      scale = factor
      at += word.length
      break
    }
  if (skip(/[余多]/y)) closeness = 'over'
  const unitAt = at + (/^\s*/.exec(text.slice(at, at + 2))?.[0].length ?? 0)
  const unit = UNITS.find((u) => text.startsWith(u, unitAt) && isUnitThere(text, unitAt, u)) ?? ''
  if (unit !== '') at = unitAt + unit.length
  if (skip(/\s*(以上|余)/y)) closeness = 'over'
  else if (skip(/\s*左右/y)) closeness = 'about'
  return {
    start,
    end: at,
    printed,
    value: scale === 1 ? value : value.times(scale),
    step: stepOf(decimals, scale),
    scale,
    unit,
    unitClass: unitClass(unit),
    closeness,
    isChinese,
    isRange: isRangeAt(text, start, at),
  }
}

const stepOf = (decimals: number, scale: number): Exact => new Exact(`${scale}e-${decimals}`)

/** 8 个 counts, 8 个性化 does not; 3 所 is a unit, 3 所有 is not. */
function isUnitThere(text: string, at: number, unit: string): boolean {
  const next = text.slice(at + unit.length, at + unit.length + 2)
  const wrong: Readonly<Record<string, RegExp>> = {
    个: /^(性化|体|人(?!工))/,
    所: /^(有|谓|在)/,
    市: /^./,
    省: /^./,
    县: /^./,
    国: /^./,
    校: /^./,
    人: /^(才|工|文|民)/,
    分: /^(别|类|布|钟)/,
    点: /^./,
    部: /^(门|分)/,
    组: /^织/,
    类: /^别/,
    条: /^件/,
    种: /^植/,
    班: /^级/,
  }
  return !wrong[unit]?.test(next)
}

const isRangeAt = (text: string, start: number, end: number): boolean =>
  /\d\s*(%|万|亿)?\s*[-—–~～至]\s*$/.test(text.slice(Math.max(0, start - 8), start)) ||
  /^\s*[-—–~～]\s*\d|^\s*至\s*\d/.test(text.slice(end, end + 5))
