import type { Line } from './read-text.ts'

/** A piece of text on a page: where it begins and ends, its base line (upwards) and the height of its letters. */
export interface Piece {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly base: number
  readonly size: number
}

interface Segment {
  text: string
  left: number
  right: number
}

interface Row {
  readonly base: number
  readonly size: number
  segments: Segment[]
}

/** A gap wider than this many letters parts cells; words and justified lines have smaller ones. */
const CELL_GAP = 1.1

/** The lines of a page from its pieces of text, top down; rows of tables with their cells. */
export function pageLines(pieces: readonly Piece[], page: number): Line[] {
  const rows = rowsOf(pieces)
  const lines: Line[] = []
  const left = Math.min(...rows.map((row) => row.segments[0]!.left))
  const right = Math.max(...rows.map((row) => row.segments.at(-1)!.right))
  for (let at = 0; at < rows.length;) {
    let to = at
    while (to < rows.length && (rows[to]!.segments.length >= 2 || (to > at && isWrapped(rows, to, at)))) to += 1
    const region = rows.slice(at, to)
    if (region.filter((row) => row.segments.length >= 2).length >= 2) {
      for (const cells of cellsOf(region)) lines.push({ text: cells.join('\t'), cells, page })
      at = to
    } else {
      const [first] = rows[at]!.segments
      const last = rows[at]!.segments.at(-1)!
      const { size } = rows[at]!
      lines.push({
        text: rows[at]!.segments.map((s) => s.text).join(' '),
        page,
        ends: last.right < right - 1.6 * size,
        begins: first!.left > left + 1.2 * size || Math.abs(size - (rows[at - 1]?.size ?? size)) > 0.08 * size,
      })
      at += 1
    }
  }
  return lines
}

function rowsOf(pieces: readonly Piece[]): Row[] {
  const rows: Row[] = []
  for (const piece of pieces
    .filter((p) => p.text.trim() !== '')
    .toSorted((a, b) => b.base - a.base || a.left - b.left)) {
    const row = rows.at(-1)
    const segment = { text: piece.text.trim(), left: piece.left, right: piece.right }
    // Superscripts and mixed fonts sit a little off the line.
    if (row && Math.abs(row.base - piece.base) < Math.max(row.size, piece.size) * 0.45) row.segments.push(segment)
    else rows.push({ base: piece.base, size: piece.size, segments: [segment] })
  }
  for (const row of rows)
    row.segments = joined(
      row.segments.toSorted((a, b) => a.left - b.left),
      row.size,
    )
  return rows
}

function joined(segments: readonly Segment[], size: number): Segment[] {
  const list: Segment[] = []
  for (const segment of segments) {
    const last = list.at(-1)
    const gap = last ? segment.left - last.right : 0
    if (last && gap < size * CELL_GAP) {
      const isSpaced = gap > size * 0.5 || (gap > size * 0.2 && /[\w)]$/.test(last.text) && /^[\w(]/.test(segment.text))
      last.text += `${isSpaced ? ' ' : ''}${segment.text}`
      last.right = Math.max(last.right, segment.right)
    } else list.push({ ...segment })
  }
  return list
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

/** Columns are where the texts of all rows overlap; a row without a number of its own continues the one above. */
function cellsOf(region: readonly Row[]): string[][] {
  const columns: { left: number; right: number }[] = []
  const wide = region.flatMap((row) => (row.segments.length >= 2 ? row.segments : []))
  for (const { left, right } of wide.toSorted((a, b) => a.left - b.left)) {
    const last = columns.at(-1)
    if (last && left < last.right) last.right = Math.max(last.right, right)
    else columns.push({ left, right })
  }
  const columnOf = ({ left, right }: Segment) => {
    const middle = (left + right) / 2
    const inside = columns.findIndex((c) => middle >= c.left && middle <= c.right)
    if (inside >= 0) return inside
    const distances = columns.map((c) => Math.min(Math.abs(middle - c.left), Math.abs(middle - c.right)))
    return distances.indexOf(Math.min(...distances))
  }
  const table: string[][] = []
  for (const [at, row] of region.entries()) {
    const cells = columns.map(() => '')
    for (const segment of row.segments) {
      const column = columnOf(segment)
      cells[column] = cells[column] === '' ? segment.text : `${cells[column]} ${segment.text}`
    }
    const above = table.at(-1)
    const before = region[at - 1]
    const isNear = before !== undefined && before.base - row.base < Math.max(before.size, row.size) * 1.75
    const hasNumber = cells.some((cell) => /^[-−\d.,%]+$/.test(cell))
    const isRest =
      above &&
      isNear &&
      table.length > 1 &&
      !hasNumber &&
      cells.filter((cell) => cell !== '').length < columns.length / 2 &&
      cells.every((cell, c) => cell === '' || above[c] !== '')
    if (isRest) cells.forEach((cell, c) => (above[c] += cell))
    else table.push(cells)
  }
  return table
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
      (line) =>
        !edges.has(line) ||
        !(
          (counts.get(shapeOf(line)) ?? 0) >= least ||
          /^[-—–\s]*(第\s*)?(\d{1,4}|[IVXLivxl]{1,7})(\s*页)?[-—–\s]*$/.test(line.text)
        ),
    )
  })
}

const edgesOf = (lines: readonly Line[]) =>
  [...lines.slice(0, 2), ...lines.slice(-2)].filter((line) => line.text.length < 60)
