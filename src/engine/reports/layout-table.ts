import { inLanguage } from '../../language/document.ts'
import type {
  FigurePartName,
  Language,
  ResolvedColumn,
  ResolvedTable,
  TableCell,
  Words,
} from '../../language/document.ts'
import { cleanText } from './clean-text.ts'
import { labelsIn } from './labels.ts'
import type { FigureRun, GridCell, GridRow, Run, TableGrid } from './numbered-report.ts'
import { ReportError } from './report-error.ts'

const plainNumber = /^[-+−]?(\d[\d,]*)(?:\.(\d+))?$/

/**
 * Turns a resolved table into a grid the emitters can draw: spans checked, two heading rows where columns are grouped,
 * decimal points lined up. `resolveFigure` turns a figure key into its run and throws when there is none.
 * Throws `ReportError` when a row has the wrong number of cells or spans overlap.
 */
export function layoutTable(
  name: string,
  table: ResolvedTable,
  language: Language,
  resolveFigure: (key: string, part: FigurePartName) => FigureRun,
): TableGrid {
  const { columns } = table
  if (columns.length === 0) throw new ReportError(`Table "${name}": it has no columns. Declare at least one`)
  const nameColumn = Math.max(
    0,
    columns.findIndex((column) => column.align === 'left'),
  )
  const covered = new Set<number>()
  const body = table.rows.map((row, y): GridRow => {
    if (row.cells.length !== columns.length) {
      throw new ReportError(
        `Table "${name}", row ${y + 1}: ${row.cells.length} cells for ${columns.length} columns. ` +
          'Give one cell per column, null where a merged cell covers the place',
      )
    }
    const cells: GridCell[] = []
    row.cells.forEach((cell, x) => {
      if (covered.has(y * columns.length + x)) {
        if (cell === null) return
        throw new ReportError(
          `Table "${name}", row ${y + 1}, column ${x + 1}: a merged cell covers this cell. Put null here`,
        )
      }
      const drawn = toGridCell(cell, x, columns[x] as ResolvedColumn, resolveFigure)
      // What heads a group of rows begins where they begin.
      if (row.kind === 'subhead' && drawn.columns > 1) drawn.align = 'left'
      if (
        drawn.columns < 1 ||
        drawn.rows < 1 ||
        x + drawn.columns > columns.length ||
        y + drawn.rows > table.rows.length
      ) {
        throw new ReportError(
          `Table "${name}", row ${y + 1}, column ${x + 1}: the cell covers ${drawn.rows} rows and ${drawn.columns} ` +
            'columns, more than the table has. Make it smaller',
        )
      }
      for (let dy = 0; dy < drawn.rows; dy += 1) {
        for (let dx = 0; dx < drawn.columns; dx += 1) covered.add((y + dy) * columns.length + x + dx)
      }
      cells.push(drawn)
    })
    return { kind: row.kind, level: Math.max(0, Math.trunc(row.level)), cells }
  })
  const { wholeDigits, decimals } = alignPoints(body, columns.length)
  const head = headRows(columns, language)
  return {
    widths: columnWidths(columns, head, body),
    head,
    body,
    nameColumn,
    wholeDigits,
    decimals,
    notes: (table.notes ?? []).map((note) => cleanText(inLanguage(note, language))),
  }
}

function toGridCell(
  cell: TableCell,
  column: number,
  { align }: ResolvedColumn,
  resolveFigure: (key: string, part: FigurePartName) => FigureRun,
): GridCell {
  const base = { column, align, missingDigits: 0, missingPoint: false }
  if (cell === null) return { ...base, runs: [], rows: 1, columns: 1 }
  if (typeof cell === 'string') return { ...base, runs: textRuns(cell), rows: 1, columns: 1 }
  const size = { rows: cell.rows ?? 1, columns: cell.columns ?? 1 }
  if ('figure' in cell) return { ...base, ...size, runs: [resolveFigure(cell.figure, cell.part ?? 'value')] }
  return { ...base, ...size, runs: textRuns(cell.text) }
}

function textRuns(value: string): Run[] {
  const text = cleanText(value)
  return text === '' ? [] : [{ kind: 'text', text, bold: false, italic: false, link: null }]
}

export function cellText(cell: GridCell): string {
  return cell.runs.map((run) => (run.kind === 'break' ? ' ' : run.text)).join('')
}

function alignPoints(body: GridRow[], count: number): { wholeDigits: number[]; decimals: number[] } {
  const wholeDigits = Array<number>(count).fill(1)
  const decimals = Array<number>(count).fill(0)
  const numbers = body.flatMap((row) => row.cells).filter((cell) => cell.align === 'decimal' && cell.columns === 1)
  for (const cell of numbers) {
    const match = plainNumber.exec(cellText(cell))
    if (match === null) continue
    wholeDigits[cell.column] = Math.max(wholeDigits[cell.column] ?? 1, match[1]?.length ?? 1)
    decimals[cell.column] = Math.max(decimals[cell.column] ?? 0, match[2]?.length ?? 0)
  }
  for (const cell of numbers) {
    const own = plainNumber.exec(cellText(cell))?.[2]?.length ?? 0
    const most = decimals[cell.column] ?? 0
    cell.missingDigits = most - own
    cell.missingPoint = most > 0 && own === 0
  }
  return { wholeDigits, decimals }
}

function headRows(columns: readonly ResolvedColumn[], language: Language): GridCell[][] {
  const heading = (words: Words, column: number, unit?: Words): GridCell => {
    const unitText = unit === undefined ? '' : cleanText(inLanguage(unit, language))
    const bracketed = unitText === '' ? '' : language === 'en' ? `(${unitText})` : `（${unitText}）`
    return {
      runs: [
        ...textRuns(inLanguage(words, language)),
        ...(bracketed === '' ? [] : [{ kind: 'break' } as const, ...textRuns(bracketed)]),
      ],
      rows: 1,
      columns: 1,
      column,
      align: 'center',
      missingDigits: 0,
      missingPoint: false,
    }
  }
  if (columns.every((column) => column.group === undefined)) {
    return [columns.map((column, index) => heading(column.label, index, column.unit))]
  }
  const upper: GridCell[] = []
  const lower: GridCell[] = []
  columns.forEach((column, index) => {
    if (column.group === undefined) {
      upper.push({ ...heading(column.label, index, column.unit), rows: 2 })
      return
    }
    const before = columns[index - 1]?.group
    const last = upper.at(-1)
    if (last !== undefined && before !== undefined && before.zh === column.group.zh) last.columns += 1
    else upper.push(heading(column.group, index))
    lower.push(heading(column.label, index, column.unit))
  })
  return [upper, lower]
}

function columnWidths(columns: readonly ResolvedColumn[], head: GridCell[][], body: GridRow[]): number[] {
  const wanted = columns.map((column, index) => {
    if (column.width !== undefined && column.width > 0) return { fixed: column.width, own: 0 }
    let longest = 0
    // A heading may wrap once; what stands in the rows should not.
    for (const cell of head.flat()) {
      if (cell.column !== index || cell.columns > 1) continue
      const lines = cell.runs.map((run) => (run.kind === 'break' ? 0 : displayWidth(run.text)))
      longest = Math.max(longest, Math.max(0, ...lines) / (lines.length > 1 ? 1 : 1.6))
    }
    for (const row of body) {
      for (const cell of row.cells) {
        if (cell.column !== index || cell.columns > 1) continue
        longest = Math.max(longest, displayWidth(cellText(cell)) + (cell.align === 'left' ? row.level * 2 : 0))
      }
    }
    return { fixed: 0, own: Math.min(36, Math.max(5, longest)) + 2 }
  })
  const shares = wanted.some(({ fixed }) => fixed > 0)
    ? wanted.map(({ fixed, own }) => (fixed > 0 ? fixed : own))
    : fitted(wanted.map(({ own }) => own))
  const total = shares.reduce((sum, share) => sum + share, 0)
  return shares.map((share) => share / total)
}

/** Latin letters of table text that stand side by side across the page. */
const room = 88

/** Where not all fits, short columns keep their width and the long ones, which wrap anyway, share the rest. */
function fitted(own: readonly number[]): number[] {
  const kept = new Set<number>()
  for (;;) {
    const long = own.flatMap((width, index) => (kept.has(index) ? [] : [{ width, index }]))
    const left = room - own.reduce((sum, width, index) => (kept.has(index) ? sum + width : sum), 0)
    const short = long.filter(({ width }) => width <= left / long.length)
    if (short.length === 0 || long.length === 0) {
      const wanted = long.reduce((sum, { width }) => sum + width, 0)
      return own.map((width, index) => (kept.has(index) ? width : (width * left) / wanted))
    }
    for (const { index } of short) kept.add(index)
  }
}

/** Width of a text in Latin letters: a Chinese character counts 2. */
export function displayWidth(value: string): number {
  let width = 0
  for (const character of value) width += (character.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1
  return width
}

/** `注：…`, one per note, numbered when there are several. */
export function noteLines(notes: readonly string[], language: Language): string[] {
  const { notes: word, captionColon } = labelsIn(language)
  if (notes.length === 1) return [`${word}${captionColon}${notes[0]}`]
  return notes.map((note, index) => `${index === 0 ? `${word}${captionColon}` : ''}${index + 1}. ${note}`)
}
