import { writeXlsx } from 'hucre/xlsx'
import type { Cell, WriteSheet } from 'hucre/xlsx'
import { fitsExcelNumber } from './exact-number.ts'
import { dateToSerial } from './serial-date.ts'
import { defaultYesNo, type SheetColumn, type SheetSpec, type WriteCell } from './sheet-spec.ts'
import { headerStyle, headerText, legalName, numberFormatOf } from './workbook-frame.ts'

/**
 * An .xlsx of several sheets, whole, for tables of some thousand rows; long ones are streamed by `sheetChunks`. Guides and
 * drop-downs are left out. Text is always written as text, so nothing in a record can become a formula.
 */
export async function writeWorkbook(specs: readonly SheetSpec[]): Promise<Uint8Array> {
  const sheets: WriteSheet[] = []
  for (const spec of specs) sheets.push(await sheetOf(spec))
  return writeXlsx({ sheets, defaultFont: { name: '等线', size: 11 } })
}

async function sheetOf({
  sheetName,
  columns,
  rows,
  yesNo = defaultYesNo,
  freezeHeader,
}: SheetSpec): Promise<WriteSheet> {
  const cells = new Map<string, Partial<Cell>>()
  columns.forEach((column, index) =>
    cells.set(`0,${index}`, { type: 'string', value: headerText(column), style: headerStyle(column) }),
  )
  const written: (string | number | null)[][] = [columns.map(headerText)]
  for await (const row of rows) {
    const number = written.length
    written.push(
      columns.map((column, index) => {
        const value = cellOf(column, row[index], yesNo)
        if (value !== null)
          cells.set(`${number},${index}`, {
            ...(typeof value === 'number' ? { type: 'number', value } : { type: 'string', value }),
            style: { numFmt: typeof value === 'number' ? numberFormatOf(column) : '@' },
          })
        return value
      }),
    )
  }
  return {
    name: legalName(sheetName),
    columns: columns.map((column) => ({ width: column.width ?? 12 })),
    rows: written,
    cells,
    ...(freezeHeader === false ? {} : { freezePane: { rows: 1 } }),
  }
}

/** What Excel keeps exactly is a number, everything else is text. */
function cellOf({ kind }: SheetColumn, value: WriteCell, [yes, no]: readonly [string, string]): string | number | null {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'boolean') return value ? yes : no
  const text = String(value)
  if (kind === 'integer' || kind === 'decimal') return fitsExcelNumber(text) ? Number(text) : text
  return kind === 'date' || kind === 'datetime' ? (dateToSerial(text) ?? text) : text
}
