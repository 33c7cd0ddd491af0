import type { Block, Place } from '../document.ts'
import { type AuditRule, finding } from './rule.ts'

/**
 * What a table of contents calls a heading, a table or a picture is what stands there; its pages never go back.
 * Example: 图 14：课程模块体系架构 in the list, 图 14：课程模块体系构架 below the picture.
 */
export const contents: AuditRule = {
  name: 'contents',
  kind: 'numbering',
  reason: { zh: '目录应与正文标题一致，页码不倒退', en: 'A table of contents says what stands in the text' },
  wrong:
    '# 目录\n\n一、招生与就业情况......1\n\n二、师资队伍建设......5\n\n一、招生与就业概况\n\n正文一。\n\n二、师资队伍建设\n\n正文二。\n',
  right:
    '# 目录\n\n一、招生与就业情况......1\n\n二、师资队伍建设......5\n\n一、招生与就业情况\n\n正文一。\n\n二、师资队伍建设\n\n正文二。\n',
  check: ({ document }) => {
    const entries = document.blocks.flatMap((block) =>
      block.kind === 'paragraph' && block.role === 'contents' ? (entryOf(block) ?? []) : [],
    )
    const titles = new Map<string, Title[]>()
    for (const block of document.blocks) {
      if (block.kind === 'table' || (block.kind === 'paragraph' && block.role !== 'caption')) continue
      const found = numbered(block.text)
      if (found)
        titles.set(found.number, [...(titles.get(found.number) ?? []), { title: found.title, place: placeOf(block) }])
    }
    return [...otherTitles(entries, titles), ...pagesBack(entries)]
  },
}

interface Title {
  readonly title: string
  readonly place: Place
}

interface Entry extends Title {
  readonly number: string
  readonly page: number | null
}

const placeOf = (block: Exclude<Block, { kind: 'table' }>): Place => ({
  ...(block.page === undefined ? {} : { page: block.page }),
  paragraph: block.paragraph,
  text: block.text.slice(0, 80),
})

function entryOf(block: Extract<Block, { kind: 'paragraph' }>): Entry | null {
  const match = /^(.*?)[\s.…·\-—]*?(?:[.…·]{2,}|\s)\s*[-—]?\s*(\d{1,4})\s*[-—]?$/.exec(block.text)
  const found = numbered((match?.[1] ?? block.text).replace(/[.…·\s]+$/, ''))
  return found ? { ...found, page: match ? Number(match[2]) : null, place: placeOf(block) } : null
}

/** 图 14：标题 → number 图14; 2.4.1 标题 → 2.4.1. Headings such as （一） repeat in every chapter and have no number of their own. */
function numbered(text: string): { number: string; title: string } | null {
  const match =
    /^((?:表|图|附表|案例|专栏|Table|Figure)\s*\d+(?:[-.]\d+)?|\d{1,2}(?:\.\d{1,2}){1,3}|[一二三四五六七八九十]{1,3}、)\s*[：:.、]?\s*(\S.*)$/i.exec(
      text,
    )
  return match ? { number: match[1]!.replace(/\s/g, ''), title: match[2]! } : null
}

const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()

function otherTitles(entries: readonly Entry[], titles: ReadonlyMap<string, readonly Title[]>) {
  return entries.flatMap((entry) => {
    const there = titles.get(entry.number) ?? []
    const said = letters(entry.title)
    if (there.length !== 1 || said.length < 4 || entries.filter((e) => e.number === entry.number).length > 1) return []
    const stands = letters(there[0]!.title)
    // A long title may be cut in the list, or a line of the text may have been joined to it.
    if (stands === said || stands.startsWith(said) || said.startsWith(stands)) return []
    const likeness = commonLetters(said, stands)
    return [
      finding({
        kind: 'numbering',
        severity: 'minor',
        confidence: likeness > 0.5 ? 0.85 : 0.65,
        zh: `目录中的“${entry.number} ${entry.title}”在正文中是“${there[0]!.title}”`,
        en: `"${entry.number} ${entry.title}" in the contents is "${there[0]!.title}" in the text`,
        values: [entry.title, there[0]!.title],
        places: [entry.place, there[0]!.place],
      }),
    ]
  })
}

/** Share of pairs of neighbouring letters that both have. */
function commonLetters(a: string, b: string): number {
  const pairs = (text: string) =>
    new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)))
  const [left, right] = [pairs(a), pairs(b)]
  const common = [...left].filter((pair) => right.has(pair)).length
  return (2 * common) / Math.max(1, left.size + right.size)
}

function pagesBack(entries: readonly Entry[]) {
  const findings = []
  let previous: Entry | null = null
  for (const entry of entries) {
    if (entry.page === null) continue
    const sameList = previous && kindOf(previous.number) === kindOf(entry.number)
    if (previous && sameList && entry.page < previous.page!)
      findings.push(
        finding({
          kind: 'order',
          severity: 'minor',
          confidence: 0.75,
          zh: `目录页码倒退：“${previous.title}”在第 ${previous.page} 页，其后的“${entry.title}”在第 ${entry.page} 页`,
          en: `Pages of the contents go back: "${previous.title}" on ${previous.page}, then "${entry.title}" on ${entry.page}`,
          arithmetic: `${entry.page} < ${previous.page}`,
          values: [String(previous.page), String(entry.page)],
          places: [previous.place, entry.place],
        }),
      )
    previous = entry
  }
  return findings
}

const kindOf = (number: string) => /^(表|图|附表|案例|专栏|table|figure)/i.exec(number)?.[1] ?? 'heading'
