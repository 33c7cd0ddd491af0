import type { Block, Place } from '../document.ts'
import { type AuditRule, EXPLANATIONS, finding } from './rule.ts'

/**
 * Days that no calendar has, spans that end before they begin, and events told as past that lie after the report.
 * Example: 2023 年 6 月 31 日; 2023 年 9 月至 2023 年 3 月.
 */
export const impossibleDate: AuditRule = {
  name: 'impossible-date',
  kind: 'impossible-value',
  reason: { zh: '日期应存在，起止应有先后', en: 'Dates exist, and spans end after they begin' },
  wrong: '学校于 2023 年 6 月 31 日召开工作会。\n',
  right: '学校于 2023 年 6 月 30 日召开工作会。\n',
  check: ({ document, year }) =>
    document.blocks.flatMap((block) =>
      block.kind === 'paragraph' && block.role !== 'contents'
        ? [
            ...wrongDays(block),
            ...wrongEnglishDays(block),
            ...farYears(block, year),
            ...wrongSpans(block),
            ...futureEvents(block, year, document.blocks),
          ]
        : [],
    ),
}

type Text = Extract<Block, { kind: 'paragraph' }>

const placeAt = (block: Text, at: number, length: number): Place => ({
  ...(block.page === undefined ? {} : { page: block.page }),
  paragraph: block.paragraph,
  text: block.text.slice(Math.max(0, at - 10), at + length + 20),
})

function wrongDays(block: Text) {
  const findings = []
  for (const match of block.text.matchAll(/(?:(\d{4})\s*年\s*)?(?<!\d)(\d{1,2})\s*月\s*(\d{1,2})\s*日/g)) {
    const [year, month, day] = [match[1] ? Number(match[1]) : 2024, Number(match[2]), Number(match[3])]
    if (month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()) continue
    const printed = match[0].trim()
    findings.push(
      finding({
        kind: 'impossible-value',
        severity: 'serious',
        confidence: 0.97,
        zh: `没有 ${printed} 这一天`,
        en: `There is no such day: ${printed}`,
        values: [printed],
        places: [placeAt(block, match.index, match[0].length)],
      }),
    )
  }
  for (const match of block.text.matchAll(/(\d{4})\s*年\s*(\d{1,2})\s*月(?!\s*\d)/g))
    if (Number(match[2]) < 1 || Number(match[2]) > 12)
      findings.push(
        finding({
          kind: 'impossible-value',
          severity: 'serious',
          confidence: 0.97,
          zh: `没有 ${match[0]}`,
          en: `There is no such month: ${match[0]}`,
          values: [match[0]],
          places: [placeAt(block, match.index, match[0].length)],
        }),
      )
  return findings
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const ENGLISH_MONTH =
  '(January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?'

/** 38 January 2024, June 31, 2024. */
function wrongEnglishDays(block: Text) {
  const dayFirst = new RegExp(`(?<![\\d.])(\\d{1,2})(?:st|nd|rd|th)?\\s+${ENGLISH_MONTH}\\s+(\\d{4})(?!\\d)`, 'g')
  const monthFirst = new RegExp(`\\b${ENGLISH_MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,\\s*(\\d{4})(?!\\d)`, 'g')
  const days = [
    ...[...block.text.matchAll(dayFirst)].map((m) => ({ match: m, day: m[1]!, month: m[2]!, year: m[3]! })),
    ...[...block.text.matchAll(monthFirst)].map((m) => ({ match: m, day: m[2]!, month: m[1]!, year: m[3]! })),
  ]
  return days.flatMap(({ match, day, month, year }) => {
    const last = new Date(Date.UTC(Number(year), MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1, 0)).getUTCDate()
    if (Number(day) >= 1 && Number(day) <= last) return []
    return [
      finding({
        kind: 'impossible-value',
        severity: 'serious',
        confidence: 0.97,
        zh: `没有 ${match[0]} 这一天`,
        en: `There is no such day: ${match[0]}`,
        values: [match[0]],
        places: [placeAt(block, match.index, match[0].length)],
      }),
    ]
  })
}

/** A year that nobody in the report lives to see: a slip of the hand, such as 2203 for 2023. */
const FAR = 60

/** Where a document names no year of its own. */
const LATEST = 2040

function farYears(block: Text, year: number | null) {
  const findings = []
  for (const match of block.text.matchAll(
    new RegExp(
      `(?<![\\d.])([12]\\d{3})(?=\\s*年(?!\\s*历史))|${ENGLISH_MONTH}\\s+([12]\\d{3})(?!\\d|\\s+(?:ha[ds]|have|were|found|of|[a-z]+s\\b))`,
      'g',
    ),
  )) {
    const said = match[1] ?? match[3]!
    if (Number(said) <= (year ?? LATEST) + FAR) continue
    findings.push(
      finding({
        kind: 'impossible-value',
        severity: 'serious',
        confidence: 0.95,
        zh: `${said} 年远在报告${year === null ? '' : `（${year} 年）`}之后`,
        en: `The year ${said} lies far behind the report's own${year === null ? '' : `, ${year}`}`,
        values: [said],
        places: [placeAt(block, match.index, match[0].length + 8)],
      }),
    )
  }
  return findings
}

function wrongSpans(block: Text) {
  const findings = []
  for (const match of block.text.matchAll(
    /(20\d{2})\s*年\s*(?:(\d{1,2})\s*月)?(?:\s*\d{1,2}\s*日)?\s*(?:至|—|–|-|~|～|到)\s*(20\d{2})\s*年\s*(?:(\d{1,2})\s*月)?/g,
  )) {
    const from = Number(match[1]) * 12 + (match[2] && match[4] ? Number(match[2]) : 0)
    const to = Number(match[3]) * 12 + (match[2] && match[4] ? Number(match[4]) : 0)
    if (to >= from) continue
    findings.push(
      finding({
        kind: 'impossible-value',
        severity: 'serious',
        confidence: 0.9,
        zh: `“${match[0]}”的终点早于起点`,
        en: `"${match[0]}" ends before it begins`,
        values: [match[0]],
        places: [placeAt(block, match.index, match[0].length)],
      }),
    )
  }
  for (const match of block.text.matchAll(/(20\d{2})\s*[-—–~～]\s*(20\d{2})\s*(学年|年)/g))
    if (Number(match[2]) < Number(match[1]))
      findings.push(
        finding({
          kind: 'impossible-value',
          severity: 'serious',
          confidence: 0.9,
          zh: `“${match[0]}”的终点早于起点`,
          en: `"${match[0]}" ends before it begins`,
          values: [match[0]],
          places: [placeAt(block, match.index, match[0].length)],
        }),
      )
  return findings
}

const PLANNED =
  /将|计划|拟|预计|到20\d{2}|至20\d{2}|规划|目标|力争|展望|未来|争取|届时|申办|承办权|取得|十四五|十五五|级|届|滚动|远景|方案|年前|纲要/

/** The day of the report is the last full date with a year on its first pages. */
function futureEvents(block: Text, year: number | null, blocks: readonly Block[]) {
  const limit = reportYear(blocks) ?? (year === null ? null : year + 1)
  if (limit === null) return []
  const findings = []
  for (const sentence of block.text.split(/(?<=[。；])/))
    for (const match of sentence.matchAll(/(?<!\d)(20\d{2})\s*年(?!度|级|届)/g)) {
      const said = Number(match[1])
      if (said <= limit || PLANNED.test(sentence.replace(/\s/g, '')) || said > limit + 60) continue
      if (!/已|了|完成|获|举办|开展|召开|建成|达|实现|共/.test(sentence)) continue
      const printed = match[0].trim()
      findings.push(
        finding({
          kind: 'impossible-value',
          severity: 'notable',
          confidence: 0.8,
          zh: `${printed} 晚于报告时间（${limit} 年），却写作已发生`,
          en: `${printed} lies after the report (${limit}), but is told as past`,
          values: [printed],
          places: [{ ...placeAt(block, block.text.indexOf(sentence) + match.index, match[0].length) }],
          explanations: [EXPLANATIONS.period],
        }),
      )
    }
  return findings
}

function reportYear(blocks: readonly Block[]): number | null {
  let latest: number | null = null
  for (const block of blocks.slice(0, 25)) {
    if (block.kind === 'table' || block.text.length > 40) continue
    const match = /(20\d{2})\s*年\s*\d{1,2}\s*月/.exec(block.text)
    const chinese = /二〇(二|三)(〇|一|二|三|四|五|六|七|八|九)年/.exec(block.text)
    const digits = '〇一二三四五六七八九'
    const found = match
      ? Number(match[1])
      : chinese
        ? 2000 + digits.indexOf(chinese[1]!) * 10 + digits.indexOf(chinese[2]!)
        : null
    if (found !== null && (latest === null || found > latest)) latest = found
  }
  return latest
}
