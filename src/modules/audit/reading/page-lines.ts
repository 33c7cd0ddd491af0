import { columnsInTurn } from './page-columns.ts'
import { isCaption, isNote } from './line-kinds.ts'
import { type Column, fitsColumns, looseColumns, looseTable } from './loose-tables.ts'
import { type Piece, type Row, rowsOf, ruledIn } from './page-rows.ts'
import type { Rule, Rules } from './page-rules.ts'
import { cleanParagraph } from './plain-characters.ts'
import type { Line } from './read-text.ts'
import { ruledTables } from './ruled-tables.ts'

/** The lines of a page from its pieces of text, top down; tables that are ruled, and rows of others with their cells. */
export function pageLines(pieces: readonly Piece[], rules: Rules, page: number): Line[] {
  const { tables, rest } = ruledTables(withoutNumber(pieces), rules)
  // A table stands among the text as one large piece, so that it is read in its column.
  const large = tables.map((table): Piece => {
    const { left, right, top } = table
    return { text: 'table', left, right, base: top, size: 1, table }
  })
  return columnsInTurn([...rest, ...large]).flatMap((part) => linesOf(part, page, rules.level))
}

const PAGE_NUMBER = /^[-—–\s]*(第\s*)?(\d{1,4}|[IVXLivxl]{1,7})(\s*页)?[-—–\s]*$/

/** Without the page's number, which stands alone above or below all else: a table at the edge must not take it in. */
function withoutNumber(pieces: readonly Piece[]): readonly Piece[] {
  const rows = rowsOf(pieces)
  const isNumber = (row: Row | undefined, next: Row | undefined): boolean =>
    row?.segments.length === 1 &&
    next !== undefined &&
    PAGE_NUMBER.test(textOf(row)) &&
    Math.abs(row.base - next.base) > Math.max(row.size, next.size) * 1.8
  const edges = [
    ...(isNumber(rows[0], rows[1]) ? rows[0]!.pieces : []),
    ...(isNumber(rows.at(-1), rows.at(-2)) ? rows.at(-1)!.pieces : []),
  ]
  return edges.length === 0 ? pieces : pieces.filter((piece) => !edges.includes(piece))
}

/** The lines of one column of text, and of the tables in it that no lines part. */
function linesOf(pieces: readonly Piece[], page: number, level: readonly Rule[]): Line[] {
  if (pieces.length === 0) return []
  const rows = rowsOf(pieces)
  const lines: Line[] = []
  const left = Math.min(...rows.map((row) => row.segments[0]!.left))
  const right = Math.max(...rows.map((row) => row.segments.at(-1)!.right))
  for (let at = 0; at < rows.length;) {
    const ruled = ruledIn(rows[at]!)
    if (ruled) {
      lines.push({ text: ruled.rows[0]?.map(({ text }) => text).join(' ') ?? '', table: ruled.rows, page })
      at += 1
      continue
    }
    const titled = belowCaption(rows, at, right - left)
    const region = titled ?? regionAt(rows, at)
    const columns = region.length < 2 ? [] : looseColumns(region)
    const below = rows.slice(at + region.length, at + region.length + 2).map(textOf)
    if (!titled && columns.length >= 2 && below.some((text) => /^(图|Fig)/i.test(text) && isCaption(text))) {
      // The words and scale of a chart are part of a picture: its title stands below.
      at += region.length
    } else if (columns.length >= 2) {
      const table = looseTable(region, columns, cutsIn(region, columns, level))
      lines.push({ text: table[0]!.map(({ text }) => text).join(' '), table, page })
      at += region.length
    } else {
      const [first] = rows[at]!.segments
      const last = rows[at]!.segments.at(-1)!
      const { size } = rows[at]!
      const text = rows[at]!.segments.map((s) => s.text).join(' ')
      const short = right - last.right
      lines.push({
        text,
        page,
        // A line that lacks a few letters is a paragraph's last when a sentence ends there: a long word may not have fit.
        ends: short > 1.6 * size && (short > (right - left) * 0.2 || /[。！？：；!?:;.]$/.test(text)),
        begins: first!.left > left + 1.2 * size || Math.abs(size - (rows[at - 1]?.size ?? size)) > 0.08 * size,
      })
      at += 1
    }
  }
  return lines
}

/** Heights of the level lines that run over all columns of a table, each once. */
function cutsIn(region: readonly Row[], columns: readonly Column[], level: readonly Rule[]): number[] {
  const [top, bottom] = [region[0]!.base, region.at(-1)!.base]
  // A line that spares a column parts no rows: a cell reaches over it there.
  const over = level.filter(
    ({ at, from, to }) =>
      at < top &&
      at > bottom &&
      columns.every(({ left, right }) => from < (left + right) / 2 && to > (left + right) / 2),
  )
  return over
    .map(({ at }) => at)
    .toSorted((a, b) => b - a)
    .filter((at, i, all) => i === 0 || all[i - 1]! - at > 3)
}

const textOf = ({ segments }: Row): string => segments.map(({ text }) => text).join(' ')

/** The first line of a head that stands higher than the others of its row. */
function isHighHead(rows: readonly Row[], at: number): boolean {
  const [row, next] = [rows[at]!, rows[at + 1]]
  if (!next || row.segments.length !== 1 || next.segments.length < 3) return false
  const around = rows.slice(at, at + 4).flatMap(({ segments }) => segments)
  const width = Math.max(...around.map(({ right }) => right)) - Math.min(...around.map(({ left }) => left))
  const [segment] = row.segments
  return row.base - next.base < row.size * 1.4 && segment!.right - segment!.left < width * 0.25
}

/** Below the title of a table its lines are one even where the cells stand close; null when they have no columns. */
function belowCaption(rows: readonly Row[], from: number, width: number): Row[] | null {
  const before = rows.slice(Math.max(0, from - 2), from).map((row) => cleanParagraph(textOf(row)))
  // 表 1：招生情况, and 单位：人 at the right.
  if (!before.some((text, at) => /^(续?表|附表|Table)/i.test(text) && isCaption(text) && at >= before.length - 2))
    return null
  let to = from
  while (to < rows.length) {
    const row = rows[to]!
    const text = cleanParagraph(textOf(row))
    const isFar = to > from && rows[to - 1]!.base - row.base > Math.max(rows[to - 1]!.size, row.size) * 4
    const isWide = row.segments.length === 1 && row.segments[0]!.right - row.segments[0]!.left > width * 0.6
    if (isFar || isWide || ruledIn(row) || isCaption(text) || isNote(text)) break
    to += 1
  }
  const region = rows.slice(from, to)
  const columns = looseColumns(region)
  const fitting = region.filter((row) => fitsColumns(row, columns)).length
  return columns.length >= 2 && fitting >= 2 && fitting >= region.length * 0.3 ? region : null
}

/** The lines from here on that look like a table: texts apart, or in the columns of the lines before. */
function regionAt(rows: readonly Row[], from: number): Row[] {
  let to = from + (isHighHead(rows, from) ? 1 : 0)
  while (to < rows.length) {
    const row = rows[to]!
    const region = rows.slice(from, to).filter(({ segments }) => segments.length >= 2)
    const isNear = to === from || rows[to - 1]!.base - row.base < Math.max(rows[to - 1]!.size, row.size) * 4
    if (!isNear || ruledIn(row)) break
    const fits = region.length >= 2 && row.segments.length === 1 && fitsColumns(row, looseColumns(region))
    if (row.segments.length < 2 && !fits && (to === from || !isWrapped(rows, to, from))) break
    to += 1
  }
  const region = rows.slice(from, to)
  return region.filter((row) => row.segments.length >= 2).length >= 2 ? region : []
}

/** A line with one text inside a table: the rest of a cell, when a row of cells follows close below and it is short. */
function isWrapped(rows: readonly Row[], at: number, from: number): boolean {
  const row = rows[at]!
  const previous = rows[at - 1]!
  const [segment] = row.segments
  if (!segment || previous.base - row.base > Math.max(previous.size, row.size) * 2.4) return false
  const region = rows.slice(from, at).flatMap((r) => r.segments)
  const width = Math.max(...region.map((s) => s.right)) - Math.min(...region.map((s) => s.left))
  const next = rows.slice(at + 1, at + 4).some((r) => r.segments.length >= 2)
  return (
    next &&
    segment.right - segment.left < width * 0.55 &&
    !/[。：]$/.test(segment.text) &&
    !/^(表|图|附表|备注|注)\s*\d*[：:]/.test(segment.text)
  )
}

/** Without heads, feet and page numbers: short lines at an edge that most pages have, digits aside. */
export function withoutEdges(pages: readonly (readonly Line[])[]): Line[] {
  const shapeOf = (line: Line) => line.text.replace(/\d+/g, '#').replace(/\s/g, '')
  const counts = new Map<string, number>()
  for (const lines of pages)
    for (const line of new Set(edgesOf(lines).map(shapeOf))) counts.set(line, (counts.get(line) ?? 0) + 1)
  const least = Math.max(3, pages.length * 0.3)
  return pages.flatMap((lines) => {
    const edges = new Set(edgesOf(lines))
    return lines.filter(
      (line) => !edges.has(line) || !((counts.get(shapeOf(line)) ?? 0) >= least || PAGE_NUMBER.test(line.text)),
    )
  })
}

const edgesOf = (lines: readonly Line[]) =>
  [...lines.slice(0, 2), ...lines.slice(-2)].filter((line) => line.text.length < 60)
