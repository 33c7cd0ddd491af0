import type { Block, Place } from '../document.ts'
import { chineseNumber } from '../understanding/chinese-number.ts'
import { type AuditRule, finding } from './rule.ts'

/**
 * Tables, pictures, cases, headings and the points 一是 … 二是 … are numbered without gaps and repeats. A second series
 * (the tables of an annex) begins again at 1.
 * Example: tables 1, 3, 4: number 2 is missing. Headings （一）（二）（二）: the third should be （三）.
 */
export const numbering: AuditRule = {
  name: 'numbering',
  kind: 'numbering',
  reason: { zh: '编号应连续、不重复', en: 'Numbers run without gaps and repeats' },
  wrong: '表 1：招生情况\n\n表 3：就业情况\n\n表 4：经费情况\n',
  right: '表 1：招生情况\n\n表 2：就业情况\n\n表 3：经费情况\n',
  check: ({ document }) => [
    ...captions(document.blocks),
    ...headings(document.blocks),
    ...points(document.blocks),
    ...document.blocks.flatMap(bracketPoints),
  ],
}

interface Numbered {
  readonly number: number
  readonly place: Place
}

const placeOf = (block: Block): Place =>
  block.kind === 'table'
    ? { table: block.table, text: block.caption ?? '' }
    : {
        ...(block.page === undefined ? {} : { page: block.page }),
        paragraph: block.paragraph,
        text: block.text.slice(0, 60),
      }

/** A short line that is no sentence: where a format has no captions, titles of tables look like this. */
const isTitle = (text: string): boolean =>
  text.length <= 50 && /^(附?表|Table)\s*\d/i.test(text) && !/[。，；]/.test(text)

/** 表 1, 图 2, 案例 3: captions outside the contents. 表 2-1 is numbered within its chapter. */
function captions(blocks: readonly Block[]) {
  const series = new Map<string, Numbered[]>()
  const titles = new Set<string>()
  for (const block of blocks) {
    if (block.kind === 'paragraph' && block.role !== 'caption' && (block.role || !isTitle(block.text))) continue
    // A reader may keep the title on the table itself, or leave it as a line above.
    const title = block.kind === 'table' ? (block.caption ?? '') : block.text
    if (block.kind === 'table' && titles.has(title)) continue
    titles.add(title)
    const match =
      /^(表|图|附表|案例|专栏|Table|Figure|Case)\s*((?:\d{1,2}\s*[-—–.．]\s*)*)(\d{1,3}|[一二三四五六七八九十]{1,3})(?![\d%.．-]*\d)(?=\.?\s*(?:[：:、\s—-]|(?<=[\d.])(?!所|为|中|可|和|与|及)[\u4e00-\u9fff]|$))/i.exec(
        title,
      )
    if (!match) continue
    const number = /\d/.test(match[3]!) ? Number(match[3]) : chineseNumber(match[3]!)
    if (number === null) continue
    // 表 4.2.1 and 表 4.2.2 are one series, 表 4.3.1 begins another.
    const chapter = match[2]!.replace(/[\s.．]+$/, '').replace(/[\s—–.．]+/g, '-')
    const key = `${match[1]!.toLowerCase()}|${chapter}`
    const list = series.get(key) ?? []
    // A table that goes on over the page repeats its caption.
    if (/[（(]续|续表/.test(title)) continue
    list.push({ number, place: placeOf(block) })
    series.set(key, list)
  }
  return [...series].flatMap(([key, list]) =>
    broken(key.split('|')[0]!, list, key.startsWith('案例') || key.startsWith('图') || key.startsWith('表')),
  )
}

/** Gaps and repeats of one series. Starting again at 1 begins a new one. */
function broken(name: string, list: readonly Numbered[], isSure: boolean) {
  const findings = []
  if (list.length < 2) return []
  let previous = list[0]!
  if (previous.number !== 1 && previous.number <= 3 && list.length >= 3)
    findings.push(gap(name, null, previous, isSure ? 0.75 : 0.6))
  for (const next of list.slice(1)) {
    const step = next.number - previous.number
    if (next.number === 1 && previous.number > 1) {
      previous = next
      continue
    }
    if (step === 0) findings.push(repeated(name, previous, next))
    else if (step > 1 && step <= 20) findings.push(gap(name, previous, next, isSure ? 0.9 : 0.75))
    else if (step < 0) findings.push(backwards(name, previous, next))
    previous = next
  }
  return findings
}

function gap(name: string, before: Numbered | null, after: Numbered, confidence: number) {
  const from = (before?.number ?? 0) + 1
  const missing = after.number - 1 > from ? `${from}–${after.number - 1}` : `${from}`
  return finding({
    kind: 'numbering',
    severity: 'notable',
    confidence,
    zh: `缺少${name} ${missing}：${before ? `${name} ${before.number} 之后是` : '第一个就是'}${name} ${after.number}`,
    en: `${name} ${missing} is missing: ${before ? `${before.number} is followed by ${after.number}` : `the first is ${after.number}`}`,
    values: [...(before ? [String(before.number)] : []), String(after.number)],
    places: [...(before ? [before.place] : []), after.place],
  })
}

function repeated(name: string, a: Numbered, b: Numbered) {
  return finding({
    kind: 'numbering',
    severity: 'notable',
    confidence: 0.85,
    zh: `${name} ${b.number} 出现了两次`,
    en: `${name} ${b.number} comes twice`,
    values: [String(b.number)],
    places: [a.place, b.place],
  })
}

function backwards(name: string, a: Numbered, b: Numbered) {
  return finding({
    kind: 'numbering',
    severity: 'notable',
    confidence: 0.7,
    zh: `${name} ${a.number} 之后是${name} ${b.number}，次序颠倒`,
    en: `${name} ${a.number} is followed by ${b.number}`,
    values: [String(a.number), String(b.number)],
    places: [a.place, b.place],
  })
}

interface Mark {
  /** Headings with the same style under the same parent belong to one series. */
  readonly style: string
  readonly parent: string
  readonly number: number
}

function markOf(text: string): Mark | null {
  const chapter = /^第([一二三四五六七八九十百]{1,4})([章节编篇部])/.exec(text)
  if (chapter) return mark(`第${chapter[2]}`, '', chineseNumber(chapter[1]!))
  const listed = /^([一二三四五六七八九十百]{1,4})、/.exec(text)
  if (listed) return mark('一、', '', chineseNumber(listed[1]!))
  const bracketed = /^[（(]([一二三四五六七八九十百]{1,4})[)）]/.exec(text)
  if (bracketed) return mark('（一）', '', chineseNumber(bracketed[1]!))
  const dotted = /^((?:\d{1,2}\.)+)(\d{1,2})(?=[\s\u4e00-\u9fffA-Z“《])/.exec(text)
  if (dotted) return mark('1.1', dotted[1]!, Number(dotted[2]))
  const plain = /^(\d{1,2})[.、．]\s*(?=[^\d\s])/.exec(text)
  if (plain) return mark('1.', '', Number(plain[1]))
  const bare = /^(\d{1,2})\s+(?=[\u4e00-\u9fffA-Z“])/.exec(text)
  return bare ? mark('1', '', Number(bare[1])) : null
}

const mark = (style: string, parent: string, number: number | null): Mark | null =>
  number === null ? null : { style, parent, number }

function headings(blocks: readonly Block[]) {
  const open = new Map<string, Numbered>()
  const findings = []
  let lastLevel = 0
  const levels = new Map<string, number>()
  for (const block of blocks) {
    if (block.kind !== 'heading' || /^(案例|Case)/i.test(block.text)) continue
    const found = markOf(block.text)
    if (!found) continue
    const key = `${found.style}|${found.parent}`
    const here: Numbered = { number: found.number, place: placeOf(block) }
    // A higher heading ends the series below it.
    const rank = rankOf(found.style)
    if (rank < lastLevel) for (const [other, level] of levels) if (level > rank) open.delete(other)
    lastLevel = rank
    levels.set(key, rank)
    const previous = open.get(key)
    open.set(key, here)
    if (!previous || found.number === 1) continue
    const step = found.number - previous.number
    const title = block.text.slice(0, 20)
    if (step === 0)
      findings.push(
        finding({
          kind: 'numbering',
          severity: 'notable',
          confidence: 0.9,
          zh: `标题编号重复：“${previous.place.text.slice(0, 20)}”与“${title}”`,
          en: `Two headings have the same number: "${previous.place.text.slice(0, 20)}" and "${title}"`,
          values: [String(found.number)],
          places: [previous.place, here.place],
        }),
      )
    else if (step > 1 && step <= 5)
      findings.push(
        finding({
          kind: 'numbering',
          severity: 'notable',
          confidence: 0.8,
          zh: `标题编号跳号：“${previous.place.text.slice(0, 20)}”之后是“${title}”`,
          en: `A heading number is skipped: "${previous.place.text.slice(0, 20)}" is followed by "${title}"`,
          values: [String(previous.number), String(found.number)],
          places: [previous.place, here.place],
        }),
      )
  }
  return findings
}

const rankOf = (style: string) =>
  ['第编', '第篇', '第部', '第章', '第节', '一、', '（一）', '1', '1.1', '1.'].indexOf(style)

/** 一是 … 二是 … 三是 … within a section. */
function points(blocks: readonly Block[]) {
  const findings = []
  let previous: Numbered | null = null
  for (const block of blocks) {
    if (block.kind === 'heading') previous = null
    if (block.kind !== 'paragraph' || block.role) continue
    for (const match of block.text.matchAll(
      /(?:^|[。；：，])\s*([一二三四五六七八九十])是(?!否|指|说|因|以[^，]{0,4}为[^，]{0,3}$)/g,
    )) {
      const number = chineseNumber(match[1]!)!
      const { page, paragraph } = block
      const at = match.index
      const here: Numbered = {
        number,
        place: {
          ...(page === undefined ? {} : { page }),
          paragraph,
          text: block.text.slice(at, at + 40).replace(/^[。；：，]/, ''),
        },
      }
      if (previous && number !== 1) {
        if (number === previous.number)
          findings.push(
            finding({
              kind: 'numbering',
              severity: 'minor',
              confidence: 0.85,
              zh: `“${match[1]}是”出现了两次`,
              en: `The point "${match[1]}是" comes twice`,
              values: [`${match[1]}是`],
              places: [previous.place, here.place],
            }),
          )
        else if (number > previous.number + 1)
          findings.push(
            finding({
              kind: 'numbering',
              severity: 'minor',
              confidence: 0.8,
              zh: `第 ${previous.number} 点之后是第 ${number} 点（“${match[1]}是”）`,
              en: `Point ${previous.number} is followed by point ${number}`,
              values: [`${match[1]}是`],
              places: [previous.place, here.place],
            }),
          )
      }
      previous = here
    }
  }
  return findings
}

/** （一）… （二）… （三）… within one paragraph. */
function bracketPoints(block: Block) {
  if (block.kind !== 'paragraph' || block.role) return []
  const told = [...block.text.matchAll(/(?:^|[。；：])\s*[（(]([一二三四五六七八九十])[)）](?=[\u4e00-\u9fff“])/g)].map(
    (match) => ({
      number: chineseNumber(match[1]!)!,
      place: { ...placeOf(block), text: block.text.slice(match.index, match.index + 40).replace(/^[。；：]/, '') },
    }),
  )
  return told[0]?.number === 1 ? broken('（）', told, true) : []
}
