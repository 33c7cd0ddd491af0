import { wordsOf } from './loose-tables.ts'
import { type Piece, type Row, rowsOf } from './page-rows.ts'

/** Fewer lines side by side are a table, or chance. */
const LEAST_LINES = 8
/** Of the lines on either side, this share must fill its column: cells of a table do not. */
const LEAST_FULL = 0.6

/** A page set in two columns is read down the first, then down the second; lines over the whole width stay between. */
export function columnsInTurn(pieces: readonly Piece[]): (readonly Piece[])[] {
  const rows = rowsOf(pieces)
  const middle = rows.length < LEAST_LINES ? null : gutterOf(rows)
  if (middle === null) return [pieces]
  const parts: Piece[][] = []
  let sides: [Piece[], Piece[]] = [[], []]
  const close = () => {
    parts.push(...sides.filter((side) => side.length > 0))
    sides = [[], []]
  }
  for (const row of rows) {
    if (wordsOf(row.pieces, row.size).some(({ left, right }) => left < middle && right > middle)) {
      close()
      parts.push([...row.pieces])
    } else for (const piece of row.pieces) sides[piece.right <= middle ? 0 : 1].push(piece)
  }
  close()
  return parts
}

/** The middle of the white between two columns of text; null when there is one column, or a table. */
function gutterOf(rows: readonly Row[]): number | null {
  const left = Math.min(...rows.map(({ pieces }) => pieces[0]!.left))
  const right = Math.max(...rows.flatMap(({ pieces }) => pieces.map((piece) => piece.right)))
  const lines = rows.map(({ pieces, size }) => wordsOf(pieces, size))
  const width = right - left
  let best = { over: Infinity, at: 0 }
  for (let at = left + width * 0.4; at <= left + width * 0.6; at += 2) {
    const over = lines.filter((words) => words.some((word) => word.left < at + 3 && word.right > at - 3)).length
    if (over < best.over) best = { over, at }
  }
  if (best.over > rows.length * 0.3) return null
  const sides = [
    lines.map((words) => words.filter((word) => word.right <= best.at)),
    lines.map((words) => words.filter((word) => word.left >= best.at)),
  ].map((side) => side.filter((words) => words.length > 0))
  const isText = sides.every((side) => {
    const [from, to] = [
      Math.min(...side.map((words) => words[0]!.left)),
      Math.max(...side.map((words) => words.at(-1)!.right)),
    ]
    const covered = side.map((words) => words.reduce((sum, word) => sum + word.right - word.left, 0))
    const full = covered.filter((length) => length > (to - from) * 0.75).length
    return side.length >= LEAST_LINES && full >= side.length * LEAST_FULL
  })
  return isText ? best.at : null
}
