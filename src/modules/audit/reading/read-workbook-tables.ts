import { readWorkbook } from '../../../engine/sheets/read-workbook.ts'
import { readWorksheet } from '../../../engine/sheets/read-worksheet.ts'
import type { AuditDocument, Block, HiddenPart, TableRow } from '../document.ts'
import { isNote } from './line-kinds.ts'
import { openOfficeFile } from './open-office-file.ts'
import { cleanParagraph } from './plain-characters.ts'
import { attach } from './read-text.ts'

const LIMITS = { maxBytes: 80 * 1024 * 1024, maxUnpackedBytes: 400 * 1024 * 1024, maxRows: 50_000, maxCells: 1_000_000 }
const MOST_SHEETS = 200

/**
 * Every worksheet that is not hidden, as it is seen: rows with one text are lines, the others tables, apart where rows are
 * left out. What is hidden is named, and read nowhere: whoever is shown the file does not see it either.
 */
export async function readWorkbookTables(name: string, bytes: Uint8Array): Promise<AuditDocument> {
  const zip = openOfficeFile(name, bytes)
  const workbook = { ...(await readWorkbook(zip)), asShown: true }
  const blocks: Block[] = []
  let paragraph = 0
  let tables = 0
  const omitted: HiddenPart[] = workbook.sheets.flatMap((sheet) => (sheet.hidden ? [{ sheet: sheet.name }] : []))
  for (const part of workbook.sheets.filter((sheet) => !sheet.hidden).slice(0, MOST_SHEETS)) {
    const { rows, merges, hidden, hiddenColumns } = await readWorksheet(zip, workbook, part.path, LIMITS)
    if (hidden.size + hiddenColumns.size > 0)
      omitted.push({ sheet: part.name, rows: [...hidden], columns: [...hiddenColumns].map(lettersOf) })
    paragraph += 1
    blocks.push({ kind: 'heading', level: 1, text: part.name, paragraph })
    let open: { number: number; row: TableRow }[] = []
    const close = () => {
      const kept = open
      open = []
      if (kept.length === 0) return
      tables += 1
      const title = blocks.at(-1)
      const caption = title && title.kind === 'paragraph' ? title.text : part.name
      const [first, last] = [kept[0]!.number, kept.at(-1)!.number]
      const hides = hiddenColumns.size > 0 || [...hidden].some((row) => row > first && row < last)
      blocks.push({
        kind: 'table',
        table: tables,
        caption,
        ...(hides ? { hides } : {}),
        rows: kept.map(({ row }) => row),
      })
    }
    for (const [number, texts] of spread(rows, merges)) {
      const full = texts.filter((text) => text !== '')
      const last = open.at(-1)
      if (full.length === 0 || (last && isApart(last.number, number, hidden))) close()
      if (full.length === 0) continue
      if (full.length === 1 && (open.length === 0 || isNote(full[0]!) || TITLE.test(full[0]!))) {
        close()
        paragraph += 1
        const text = cleanParagraph(full[0]!)
        blocks.push({ kind: 'paragraph', text, paragraph, ...(isNote(text) ? { role: 'note' as const } : {}) })
        continue
      }
      open.push({ number, row: { cells: texts.map((text) => ({ text })) } })
    }
    close()
  }
  return {
    name,
    blocks: tables === 0 && paragraph <= workbook.sheets.length ? [] : attach(blocks),
    ...(omitted.length > 0 ? { hidden: omitted } : {}),
  }
}

/** 0 → A, 26 → AA. */
const lettersOf = (column: number): string =>
  column < 26 ? String.fromCodePoint(65 + column) : `${lettersOf(Math.floor(column / 26) - 1)}${lettersOf(column % 26)}`

/** Whether empty rows stand between two; hidden ones part no table. */
function isApart(above: number, below: number, hidden: ReadonlySet<number>): boolean {
  for (let row = above + 1; row < below; row += 1) if (!hidden.has(row)) return true
  return false
}

/** Errors and formulas that nobody computed show no figure; days are written so that they are not taken for figures. */
function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  const text = String(cell)
  if (/^#[A-Z/0!?]+$/.test(text)) return ''
  const day = /^(\d{4})-(\d{2})-(\d{2})(?:T[\d:]+)?$/.exec(text)
  return day ? `${day[1]}年${Number(day[2])}月${Number(day[3])}日` : text
}

/** 表 3 就业情况: a row that holds the title of the next table. */
const TITLE = /^(附?表|Table)\s*\d/i

interface Merge {
  readonly top: number
  readonly bottom: number
  readonly column: number
  readonly lastColumn: number
}

/** Gives the name in a merged area to every cell it covers; a number stays where it is, else it would count twice. */
function spread(
  rows: readonly { number: number; cells: readonly unknown[] }[],
  merges: readonly Merge[],
): Map<number, string[]> {
  const texts = new Map(rows.map(({ number, cells }) => [number, Array.from(cells, textOf)]))
  for (const { top, bottom, column, lastColumn } of merges) {
    const name = texts.get(top)?.[column] ?? ''
    if (name === '' || /^[-\d.,%\s]+$/.test(name)) continue
    for (let row = top; row <= Math.min(bottom, top + 2000); row += 1) {
      const cells = texts.get(row)
      // A title over a whole row is a line of text, not a head.
      if (!cells || (row === top && cells.every((text, c) => text === '' || c === column))) continue
      for (let c = column; c <= Math.min(lastColumn, column + 200); c += 1) {
        while (cells.length <= c) cells.push('')
        cells[c] = name
      }
    }
  }
  return texts
}
