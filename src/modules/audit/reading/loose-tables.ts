import type { Cell } from '../document.ts'
import type { Piece, Row } from './page-rows.ts'
import { joinPieces } from './plain-characters.ts'

/** Tables without lines between their cells: columns are where white runs down through nearly all rows. */

/** Where a column of text begins and ends. */
export interface Column {
  readonly left: number
  readonly right: number
}

/** White narrower than this many letters is within a cell. */
const LEAST_WHITE = 0.3
/** Of this many rows one may run over the white: a head above several columns. */
const OVER_EACH = 5

/** The columns of some rows; one when no white runs down through them. */
export function looseColumns(rows: readonly Row[]): Column[] {
  const size = rows.map((row) => row.size).toSorted((a, b) => a - b)[rows.length >> 1] ?? 1
  const edges = rows
    .flatMap(({ pieces }) => wordsOf(pieces, size))
    .flatMap(({ left, right }) => [
      { at: left, step: 1 },
      { at: right, step: -1 },
    ])
  const most = Math.floor(rows.length / OVER_EACH)
  const columns: { left: number; right: number }[] = []
  let open = 0
  let isIn = false
  for (const { at, step } of edges.toSorted((a, b) => a.at - b.at || b.step - a.step)) {
    open += step
    if (!isIn && open > most) {
      isIn = true
      const last = columns.at(-1)
      if (!last || at - last.right >= LEAST_WHITE * size) columns.push({ left: at, right: at })
    } else if (isIn && open <= most) {
      isIn = false
      columns.at(-1)!.right = at
    }
  }
  return columns
}

/** Pieces that stand close are one word: a font that changes within it must not look like white. */
export function wordsOf(pieces: readonly Piece[], size: number): { left: number; right: number }[] {
  const list: { left: number; right: number }[] = []
  for (const { left, right } of pieces) {
    const last = list.at(-1)
    if (last && left - last.right < LEAST_WHITE * size) last.right = Math.max(last.right, right)
    else list.push({ left, right })
  }
  return list
}

/** Whether a line fits columns: it has text in at least two, and none that runs over the white between. */
export function fitsColumns({ pieces, size }: Row, columns: readonly Column[]): boolean {
  const inside = wordsOf(pieces, size).map((word) => spanOf(word, columns))
  return new Set(inside.map(([from]) => from)).size >= 2 && inside.every(([from, to]) => from === to)
}

/** The first and last column that a text touches. */
function spanOf({ left, right }: Column, columns: readonly Column[]): [number, number] {
  const touched = columns.flatMap((column, at) =>
    Math.min(right, column.right) - Math.max(left, column.left) > 1 ? [at] : [],
  )
  if (touched.length > 0) return [touched[0]!, touched.at(-1)!]
  const middle = (left + right) / 2
  const distances = columns.map((c) => Math.min(Math.abs(middle - c.left), Math.abs(middle - c.right)))
  const nearest = distances.indexOf(Math.min(...distances))
  return [nearest, nearest]
}

interface Line {
  readonly base: number
  readonly size: number
  readonly texts: string[]
  /** Columns that the text in a column runs over, itself counted. */
  readonly spans: number[]
}

/**
 * The rows of a table with their cells. Where level lines part rows, what stands between two of them is one row, unless
 * a column has several figures there. Elsewhere lines that hold the rest of a cell join the row they are nearest to.
 * @param cuts heights of the lines between rows
 */
export function looseTable(rows: readonly Row[], columns: readonly Column[], cuts: readonly number[]): Cell[][] {
  const kept = withoutShifted(rows, columns)
  const bands = new Map<number, Line[]>()
  for (const row of rows) {
    const band = cuts.filter((cut) => cut > row.base + row.size * 0.3).length
    bands.set(band, [...(bands.get(band) ?? []), lineOf(row, kept)])
  }
  return [...bands.values()].flatMap((lines) => {
    const figures = kept.slice(1).map((_, at) => lines.filter(({ texts }) => isFigure(texts[at + 1]!)).length)
    const hasSpan = lines.some(({ spans }) => spans.some((span) => span > 1))
    return cuts.length > 0 && !hasSpan && Math.max(...figures) <= 1 ? [cellsOf(lines)] : rowsOfLines(lines)
  })
}

const isFigure = (text: string): boolean => /^[-−+]?[\d,]+(\.\d+)?\s*%?$/.test(text)

/** A head in the middle of its column, over names at the left, looks like a column of its own. */
function withoutShifted(rows: readonly Row[], columns: readonly Column[]): readonly Column[] {
  const lines = rows.map((row) => lineOf(row, columns))
  const body = lines.findIndex(({ texts }) => texts.some(isFigure))
  const uses = (at: number) => lines.flatMap(({ texts }, line) => (texts[at] === '' ? [] : [line < body]))
  for (let at = 0; at + 1 < columns.length; at += 1) {
    const [own, next] = [uses(at), uses(at + 1)]
    const isHeadOverBody = own.every((isHead) => isHead !== next[0]) && next.every((isHead) => isHead !== own[0])
    if (body > 0 && isHeadOverBody && columns.length > 2) {
      const { left } = columns[at]!
      const { right } = columns[at + 1]!
      return withoutShifted(rows, [...columns.slice(0, at), { left, right }, ...columns.slice(at + 2)])
    }
  }
  return columns
}

function rowsOfLines(lines: readonly Line[]): Cell[][] {
  const isRow = lines.map(({ texts }) => {
    const full = texts.filter((text) => text !== '').length
    // A number alone in front is that of the rows beside it.
    const isSerial = full === 1 && isFigure(texts[0]!)
    return !isSerial && (texts.some(isFigure) || full > texts.length / 2)
  })
  const joined = new Map<number, Line[]>()
  lines.forEach((line, at) => {
    const near = isRow[at] ? at : (nearestRow(lines, isRow, at) ?? headAbove(lines, joined, at))
    joined.set(near, [...(joined.get(near) ?? []), line])
  })
  return [...joined].toSorted(([a], [b]) => a - b).map(([, parts]) => cellsOf(parts))
}

function lineOf({ base, size, pieces }: Row, columns: readonly Column[]): Line {
  const texts = columns.map(() => '')
  const spans = columns.map(() => 1)
  let end = 0
  for (const { left, right, text } of pieces) {
    const [from, to] = spanOf({ left, right }, columns)
    const gap = texts[from] === '' ? 0 : left - end
    texts[from] = `${texts[from]}${gap > size * 0.25 ? ' ' : ''}${text.trim()}`
    spans[from] = Math.max(spans[from]!, to - from + 1)
    end = right
  }
  return { base, size, texts, spans }
}

/** The row that a line belongs to: the nearest in its neighbourhood. */
function nearestRow(lines: readonly Line[], isRow: readonly boolean[], at: number): number | undefined {
  const { base, size } = lines[at]!
  const distance = (other: number) => Math.abs(lines[other]!.base - base)
  const around = [at - 2, at - 1, at + 1, at + 2].filter((other) => isRow[other] && distance(other) < size * 1.75)
  // What stands in the middle between two belongs to the upper one.
  return around.toSorted((a, b) => Math.trunc((distance(a) - distance(b)) / (size * 0.4)) || a - b)[0]
}

/** A line under one that is no row either goes on with it, cell by cell: a head in two lines. */
function headAbove(lines: readonly Line[], joined: ReadonlyMap<number, readonly Line[]>, at: number): number {
  const [above, line] = [lines[at - 1], lines[at]!]
  const isRest =
    above !== undefined &&
    above.base - line.base < line.size * 1.75 &&
    line.texts.every((text, column) => text === '' || above.texts[column] !== '')
  return isRest ? ([...joined].find(([, parts]) => parts.includes(above))?.[0] ?? at) : at
}

function cellsOf(parts: readonly Line[]): Cell[] {
  const [first] = parts
  const cells: Cell[] = []
  for (let column = 0; column < first!.texts.length;) {
    const columns = Math.min(first!.texts.length - column, Math.max(...parts.map(({ spans }) => spans[column]!)))
    const own = parts.flatMap(({ texts }) => texts.slice(column, column + columns)).filter((text) => text !== '')
    const text = own.reduce((all, next) => (all === '' ? next : joinPieces(all, next)), '')
    cells.push({ text, ...(columns > 1 ? { columns } : {}) })
    column += columns
  }
  return cells
}
