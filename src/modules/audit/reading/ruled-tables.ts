import type { Cell } from '../document.ts'
import type { Piece } from './page-rows.ts'
import type { Rule, Rules } from './page-rules.ts'
import { joinPieces } from './plain-characters.ts'

/** A table that stands between lines on a page. */
export interface RuledTable {
  readonly top: number
  readonly left: number
  readonly right: number
  readonly rows: readonly (readonly Cell[])[]
}

/** Lines nearer than this are one: double borders, borders of neighbouring cells. */
const NEAR = 3
/** Lines this far apart still meet. */
const GAP = 4

/** The tables whose cells lines part, and the pieces of text outside of them. */
export function ruledTables(
  pieces: readonly Piece[],
  rules: Rules,
): { tables: readonly RuledTable[]; rest: readonly Piece[] } {
  const tables: RuledTable[] = []
  let rest = pieces
  for (const grid of gridsOf(rules)) {
    const { xs, ys } = grid
    const inside: Piece[] = []
    const outside: Piece[] = []
    for (const piece of rest) (isInside(piece, grid) ? inside : outside).push(piece)
    if (inside.length < 2 || xs.length < 3 || ys.length < 2) continue
    rest = outside
    const cut = inside.flatMap((piece) => cutAt(piece, grid))
    const rows = splitRows(cellsOf(grid), cut)
    if (rows.length > 0) tables.push({ top: ys[0]!, left: xs[0]!, right: xs.at(-1)!, rows })
  }
  return { tables, rest }
}

/** Borders from left to right and from the top down, and the lines that part cells. */
interface Grid {
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  readonly level: readonly Rule[]
  readonly upright: readonly Rule[]
}

/** Lines that meet make a grid. */
function gridsOf(rules: Rules): Grid[] {
  const level = joined(rules.level)
  const upright = joined(rules.upright)
  const group = Array.from({ length: level.length + upright.length }, (_, at) => at)
  const rootOf = (at: number): number => {
    let root = at
    while (group[root] !== root) root = group[root] = group[group[root]!]!
    return root
  }
  // Upright lines by where they stand, so that a page full of lines does not take their square.
  const byPlace = upright.map((rule, at) => ({ rule, at })).toSorted((a, b) => a.rule.at - b.rule.at)
  level.forEach((flat, at) => {
    for (let i = firstFrom(byPlace, flat.from - GAP); i < byPlace.length; i += 1) {
      const { rule, at: other } = byPlace[i]!
      if (rule.at > flat.to + GAP) break
      if (flat.at >= rule.from - GAP && flat.at <= rule.to + GAP) group[rootOf(level.length + other)] = rootOf(at)
    }
  })
  const members = new Map<number, { level: Rule[]; upright: Rule[] }>()
  const memberOf = (at: number) => {
    const root = rootOf(at)
    const known = members.get(root) ?? { level: [], upright: [] }
    members.set(root, known)
    return known
  }
  level.forEach((rule, at) => memberOf(at).level.push(rule))
  upright.forEach((rule, at) => memberOf(level.length + at).upright.push(rule))
  return [...members.values()].flatMap((own) => {
    if (own.level.length < 2 || own.upright.length === 0) return []
    // Tables often have no border at their sides, or none where the page ends.
    const xs = stops([...own.upright.map(({ at }) => at), ...own.level.flatMap(({ from, to }) => [from, to])])
    const ys = stops([
      ...own.level.map(({ at }) => at),
      ...own.upright.flatMap(({ from, to }) => [from, to]),
    ]).toReversed()
    return xs.length < 3 || ys.length < 2 || xs.length > 200 || ys.length > 2000 ? [] : [{ xs, ys, ...own }]
  })
}

function firstFrom(list: readonly { readonly rule: Rule }[], least: number): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (list[middle]!.rule.at < least) low = middle + 1
    else high = middle
  }
  return low
}

/** Pieces of one line put together. */
function joined(rules: readonly Rule[]): Rule[] {
  const list: { at: number; from: number; to: number }[] = []
  const sorted = rules.toSorted((a, b) => a.at - b.at || a.from - b.from)
  let from = 0
  while (from < sorted.length) {
    let to = from + 1
    while (
      to < sorted.length &&
      sorted[to]!.at - sorted[to - 1]!.at <= NEAR &&
      sorted[to]!.at - sorted[from]!.at <= 2 * NEAR
    )
      to += 1
    const same = sorted.slice(from, to)
    const at = same.reduce((sum, rule) => sum + rule.at, 0) / same.length
    let last: { at: number; from: number; to: number } | undefined
    for (const rule of same.toSorted((a, b) => a.from - b.from)) {
      if (last && rule.from <= last.to + NEAR) last.to = Math.max(last.to, rule.to)
      else {
        last = { at, from: rule.from, to: rule.to }
        list.push(last)
      }
    }
    from = to
  }
  return list
}

/** Places in order, those near each other once. */
function stops(places: readonly number[]): number[] {
  const list: number[] = []
  for (const place of places.toSorted((a, b) => a - b))
    if (list.length === 0 || place - list.at(-1)! > 2 * NEAR) list.push(place)
  return list
}

const isInside = ({ left, right, base, size }: Piece, { xs, ys }: Grid): boolean => {
  const [x, y] = [(left + right) / 2, base + size * 0.3]
  return x > xs[0]! - 1 && x < xs.at(-1)! + 1 && y < ys[0]! && y > ys.at(-1)!
}

interface Box {
  readonly row: number
  readonly column: number
  rows: number
  columns: number
  readonly left: number
  right: number
  readonly top: number
  bottom: number
}

/** Rectangles of the grid that no line parts. */
function cellsOf({ xs, ys, level, upright }: Grid): Box[] {
  const [rows, columns] = [ys.length - 1, xs.length - 1]
  const covers = (list: readonly Rule[], at: number, place: number) =>
    list.some((rule) => Math.abs(rule.at - at) <= 2 * NEAR && place > rule.from && place < rule.to)
  const hasRight = (row: number, column: number) => covers(upright, xs[column + 1]!, (ys[row]! + ys[row + 1]!) / 2)
  const hasBelow = (row: number, column: number) => covers(level, ys[row + 1]!, (xs[column]! + xs[column + 1]!) / 2)
  const taken = Array.from({ length: rows }, () => Array.from({ length: columns }, () => false))
  const boxes: Box[] = []
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      if (taken[row]![column]) continue
      let lastColumn = column
      while (lastColumn + 1 < columns && !taken[row]![lastColumn + 1] && !hasRight(row, lastColumn)) lastColumn += 1
      let lastRow = row
      const range = Array.from({ length: lastColumn - column + 1 }, (_, at) => column + at)
      while (lastRow + 1 < rows && range.every((c) => !taken[lastRow + 1]![c] && !hasBelow(lastRow, c))) lastRow += 1
      for (let r = row; r <= lastRow; r += 1) for (const c of range) taken[r]![c] = true
      boxes.push({
        row,
        column,
        rows: lastRow - row + 1,
        columns: lastColumn - column + 1,
        left: xs[column]!,
        right: xs[lastColumn + 1]!,
        top: ys[row]!,
        bottom: ys[lastRow + 1]!,
      })
    }
  return boxes
}

const isWide = (sign: string): boolean => /[\u0300-\uffff]/.test(sign)

/** A piece that runs over borders is the text of several cells, set in one go. */
function cutAt(piece: Piece, { xs, upright }: Grid): Piece[] {
  const borders = xs.filter(
    (x) =>
      x > piece.left + 1.5 &&
      x < piece.right - 1.5 &&
      upright.some(
        ({ at, from, to }) => Math.abs(at - x) <= 2 * NEAR && piece.base + piece.size * 0.3 > from && piece.base < to,
      ),
  )
  if (borders.length === 0) return [piece]
  const widths = [...piece.text].map((sign) => (isWide(sign) ? 2 : 1))
  const unit = (piece.right - piece.left) / widths.reduce((sum, width) => sum + width, 0)
  const parts: Piece[] = []
  let left = piece.left
  let at = piece.left
  let text = ''
  for (const [i, sign] of [...piece.text].entries()) {
    const middle = at + (widths[i]! * unit) / 2
    if (borders.some((x) => x > left && x <= middle)) {
      parts.push({ ...piece, text, left, right: at })
      text = ''
      left = at
    }
    text += sign
    at += widths[i]! * unit
  }
  parts.push({ ...piece, text, left, right: piece.right })
  return parts.filter((part) => part.text.trim() !== '')
}

/** Lines of text in a cell, top down. */
function linesIn(box: Box, pieces: readonly Piece[]): { base: number; text: string }[] {
  const own = pieces
    .filter(({ left, right, base, size }) => {
      const [x, y] = [(left + right) / 2, base + size * 0.3]
      return x >= box.left && x < box.right && y <= box.top && y > box.bottom
    })
    .toSorted((a, b) => b.base - a.base || a.left - b.left)
  const lines: { base: number; size: number; parts: Piece[] }[] = []
  for (const piece of own) {
    const last = lines.at(-1)
    if (last && last.base - piece.base < Math.max(last.size, piece.size) * 0.45) last.parts.push(piece)
    else lines.push({ base: piece.base, size: piece.size, parts: [piece] })
  }
  return lines.map(({ base, parts }) => ({
    base,
    text: parts
      .toSorted((a, b) => a.left - b.left)
      .reduce((text, { text: next, left, size }, at, all) => {
        const gap = at === 0 ? 0 : left - all[at - 1]!.right
        return `${text}${gap > size * 0.25 ? ' ' : ''}${next}`
      }, '')
      .trim(),
  }))
}

const isFigure = (text: string): boolean => /^[-−+]?[\d,]+(\.\d+)?\s*%?$/.test(text)

/**
 * The cells with their texts, row by row. A row without lines between its own lines of figures is several: where a
 * column holds nothing but figures one below the other, each begins a row.
 */
function splitRows(boxes: readonly Box[], pieces: readonly Piece[]): Cell[][] {
  const texts = new Map(boxes.map((box) => [box, linesIn(box, pieces)]))
  const rows: Cell[][] = []
  const last = Math.max(...boxes.map(({ row }) => row))
  for (let row = 0; row <= last; row += 1) {
    const own = boxes.filter((box) => box.row === row)
    const figures = own
      .map((box) => texts.get(box)!)
      .filter((lines) => lines.length > 1 && lines.every(({ text }) => isFigure(text)))
    const lead = figures.toSorted((a, b) => b.length - a.length)[0]
    const isAlone = boxes.every(
      (box) => box.row + box.rows <= row || box.row > row || (box.row === row && box.rows === 1),
    )
    if (lead && isAlone) {
      const starts = lead.map(({ base }) => base)
      starts.forEach((base, at) => {
        const next = starts[at + 1] ?? -Infinity
        rows.push(
          own.map((box) =>
            cell(
              box,
              texts.get(box)!.filter((line) => near(line.base, base, next, at === 0)),
              1,
            ),
          ),
        )
      })
    } else if (own.some((box) => texts.get(box)!.length > 0))
      rows.push(own.map((box) => cell(box, texts.get(box)!, box.rows)))
    else if (own.length > 0) rows.push(own.map((box) => cell(box, [], box.rows)))
    else rows.push([])
  }
  return rows
}

const near = (base: number, start: number, next: number, isFirst: boolean): boolean =>
  (isFirst || base <= start + 2) && base > next + 2

function cell({ columns }: Box, lines: readonly { text: string }[], rows: number): Cell {
  const text = lines.reduce((all, { text: next }) => (all === '' ? next : joinPieces(all, next)), '')
  return { text, ...(columns > 1 ? { columns } : {}), ...(rows > 1 ? { rows } : {}) }
}
