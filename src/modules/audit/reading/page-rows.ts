import type { RuledTable } from './ruled-tables.ts'

/** A piece of text on a page: where it begins and ends, its base line (upwards) and the height of its letters. */
export interface Piece {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly base: number
  readonly size: number
  /** It is a whole table. */
  readonly table?: RuledTable
}

/** Pieces that stand close together: a cell, or a line. */
interface Segment {
  text: string
  left: number
  right: number
}

/** What stands on one base line, from left to right. */
export interface Row {
  readonly base: number
  readonly size: number
  readonly pieces: Piece[]
  segments: Segment[]
}

/** A gap wider than this many letters parts cells; words and justified lines have smaller ones. */
const CELL_GAP = 1.1

/** The table that a row is, if it is one. */
export const ruledIn = ({ pieces }: Row): RuledTable | undefined =>
  pieces.find(({ table }) => table !== undefined)?.table

/** Pieces on one base line, from the top down. */
export function rowsOf(pieces: readonly Piece[]): Row[] {
  const rows: Row[] = []
  for (const piece of pieces
    .filter((p) => p.text.trim() !== '')
    .toSorted((a, b) => b.base - a.base || a.left - b.left)) {
    const row = rows.at(-1)
    const segment = { text: piece.text.trim(), left: piece.left, right: piece.right }
    // Superscripts and mixed fonts sit a little off the line.
    if (
      row &&
      !piece.table &&
      !ruledIn(row) &&
      Math.abs(row.base - piece.base) < Math.max(row.size, piece.size) * 0.45
    ) {
      row.segments.push(segment)
      row.pieces.push(piece)
    } else rows.push({ base: piece.base, size: piece.size, segments: [segment], pieces: [piece] })
  }
  for (const row of rows) row.pieces.sort((a, b) => a.left - b.left)
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
      const isLatin = /[\w)%]$/.test(last.text) && /^[\w(]/.test(segment.text)
      // Between figures and Chinese the gap is small, set by the writer or by the program.
      const isMixed = /[\w)%]$/.test(last.text) !== /^[\w(]/.test(segment.text)
      const isSpaced = gap > size * 0.5 || (gap > size * 0.2 && isLatin) || (gap > size * 0.14 && isMixed)
      last.text += `${isSpaced ? ' ' : ''}${segment.text}`
      last.right = Math.max(last.right, segment.right)
    } else list.push({ ...segment })
  }
  return list
}
