import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { ParagraphChild } from 'docx'
import type { GridCell, GridRow, Run, TableGrid } from './numbered-report.ts'
import { textWidth } from './word-styles.ts'

const side = 80
const digit = 100
const point = 50
const heavy = { style: BorderStyle.SINGLE, size: 10, color: '333333' }
const light = { style: BorderStyle.SINGLE, size: 4, color: 'B9C4CB' }
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const fills = { data: null, total: 'EEF3F6', subhead: 'F6F4EE' }

/** A grid as a Word table across the text width: heading rows repeat on every page, figures stand on decimal tabs. */
export function wordTable(grid: TableGrid, toChildren: (runs: Run[], bold: boolean) => ParagraphChild[]): Table {
  const widths = grid.widths.map((width) => Math.floor(width * textWidth))
  const cell = (drawn: GridCell, children: Paragraph[], fill: string | null) =>
    new TableCell({
      children,
      width: { size: spanned(widths, drawn), type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      ...(drawn.columns > 1 ? { columnSpan: drawn.columns } : {}),
      ...(drawn.rows > 1 ? { rowSpan: drawn.rows } : {}),
      ...(fill === null ? {} : { shading: { type: 'clear' as const, color: 'auto', fill } }),
    })
  const head = grid.head.map(
    (cells) =>
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: cells.map((drawn) =>
          cell(
            drawn,
            [new Paragraph({ style: 'TableHead', keepNext: true, children: toChildren(drawn.runs, false) })],
            null,
          ),
        ),
      }),
  )
  const last = grid.body.length - 1
  const body = grid.body.map(
    (row, y) =>
      new TableRow({
        cantSplit: true,
        children: row.cells.map((drawn) =>
          cell(
            drawn,
            [
              cellParagraph(drawn, row, grid, widths, {
                children: toChildren(drawn.runs, row.kind !== 'data'),
                // Neither the first rows nor the last stand alone on a page, and no heading of a group at its foot.
                keepNext: y !== last && (y < 2 || y === last - 1 || row.kind === 'subhead'),
              }),
            ],
            fills[row.kind],
          ),
        ),
      }),
  )
  return new Table({
    rows: [...head, ...body],
    columnWidths: widths,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    margins: { left: side, right: side, top: 20, bottom: 20 },
    borders: { top: heavy, bottom: heavy, left: none, right: none, insideHorizontal: light, insideVertical: none },
  })
}

function spanned(widths: number[], { column, columns }: GridCell): number {
  return widths.slice(column, column + columns).reduce((sum, width) => sum + width, 0)
}

function cellParagraph(
  cell: GridCell,
  row: GridRow,
  grid: TableGrid,
  widths: number[],
  content: { readonly children: ParagraphChild[]; readonly keepNext: boolean },
): Paragraph {
  const style = 'TableText'
  if (cell.align === 'decimal' && cell.columns === 1) {
    // In a cell, Word moves text to a decimal tab by itself: no tab character, and none allowed.
    const decimals = grid.decimals[cell.column] ?? 0
    const whole = (grid.wholeDigits[cell.column] ?? 1) * digit
    const width = whole + (decimals > 0 ? decimals * digit + point : 0)
    const position = Math.round(Math.max(whole, (spanned(widths, cell) - 2 * side - width) / 2 + whole))
    return new Paragraph({ style, tabStops: [{ type: TabStopType.DECIMAL, position }], ...content })
  }
  const alignment =
    cell.align === 'left' ? AlignmentType.LEFT : cell.align === 'right' ? AlignmentType.RIGHT : AlignmentType.CENTER
  const left = cell.column === grid.nameColumn ? row.level * 320 : 0
  return new Paragraph({ style, alignment, ...(left > 0 ? { indent: { left } } : {}), ...content })
}
