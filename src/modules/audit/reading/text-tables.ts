import type { Cell, TableRow } from '../document.ts'

/** A line of text that is a row of a table: its cells, or null. Cells stand between tabs, bars or runs of blanks. */
export function rowOf(line: string): string[] | null {
  if (/\t/.test(line)) return line.replace(/\s+$/, '').split('\t').map(clean)
  const bars = line.replace(/[│┃]/g, '|').trim()
  if (/^\|.*\|$/.test(bars) || (bars.match(/\|/g)?.length ?? 0) >= 2)
    return bars
      .replace(/^\||\|$/g, '')
      .split(/(?<!\\)\|/)
      .map(clean)
  return null
}

/** A line with bars but none at its edges: a row when a rule with bars stands below it, or the table is begun. */
export function bareRowOf(line: string, next: string | undefined, inTable: boolean): string[] | null {
  const cells = line.split(/(?<!\\)\|/).map(clean)
  const isBegun = inTable || (next !== undefined && next.includes('|') && isRuleLine(next))
  return cells.length > 1 && isBegun ? cells : null
}

/** Cells between runs of two or more blanks: only believed when several lines in turn have them. */
export function spacedRowOf(line: string): string[] | null {
  const cells = line.trim().split(/ {2,}/).map(clean)
  return cells.length >= 3 || (cells.length === 2 && /\d/.test(cells[1]!)) ? cells : null
}

/** |---|:--:| or ├───┼───┤: a rule between rows. */
export function isRuleLine(line: string): boolean {
  return /^[\s|:\-+=─━┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝═┏┳┓┣╋┫┗┻┛]{3,}$/.test(line) && /[-─━=═]{2}|[├┼┤┌└]/.test(line)
}

const clean = (cell: string) =>
  cell
    .replace(/\*\*|<\/?b>/g, '')
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/\\\|/g, '|')
    .trim()

const isNumber = (text: string | undefined) => text !== undefined && /^[-−]?[\d,]+(\.\d+)?\s*%?$/.test(text.trim())

/**
 * Rows of a text table as wide as its head. A row may be short because a cell of the rows above covers it: then it is
 * filled on the left, where its last cell is the value; trailing empty cells are filled on the right.
 */
export function squareRows(rows: readonly (readonly string[])[], pages: readonly (number | undefined)[]): TableRow[] {
  const width = Math.max(...rows.map((row) => row.length))
  const body = rows.slice(1)
  const numericLast = body.filter((row) => row.length === width && isNumber(row[width - 1])).length
  return rows.map((row, at) => {
    const missing = width - row.length
    const cells: Cell[] = row.map((text) => ({ text }))
    const page = pages[at]
    if (missing > 0) {
      const fillsLeft = at > 0 && numericLast >= body.length / 3 && isNumber(row[row.length - 1])
      const blanks = Array.from({ length: missing }, () => ({ text: '' }))
      if (fillsLeft) cells.unshift(...blanks)
      else cells.push(...blanks)
    }
    return { cells, ...(page === undefined ? {} : { page }) }
  })
}
