import { columnName } from './column-name.ts'
import { fitsExcelNumber } from './exact-number.ts'
import { dateToSerial } from './serial-date.ts'
import { SheetError } from './sheet-error.ts'
import { defaultYesNo } from './sheet-spec.ts'
import type { SheetColumn, SheetSpec, WriteCell } from './sheet-spec.ts'
import { tooManyRows } from './too-many.ts'
import { workbookFrame } from './workbook-frame.ts'
import type { WorkbookFrame } from './workbook-frame.ts'
import { zipChunks } from './write-zip.ts'
import type { ZipPart } from './write-zip.ts'
import { toCellText } from './xml-text.ts'

const LAST_ROW = 1_048_576
const MAX_TEXT = 32_767
const PIECE = 256 * 1024

/**
 * An .xlsx as it comes into being, for sending while rows are still being read; memory does not grow with the rows.
 * Text is always written as text, so nothing in a record can become a formula.
 * Throws SheetError: too-many-rows past Excel's 1,048,576; text-too-long past its 32,767 characters in a cell.
 */
export async function* sheetChunks(spec: SheetSpec): AsyncGenerator<Uint8Array> {
  const frame = await workbookFrame(spec)
  const reached = { row: 1 }
  yield* zipChunks(
    (function* (): Generator<ZipPart> {
      yield* frame.parts
      yield { path: frame.sheetPath, content: worksheet(spec, frame, reached) }
      yield frame.workbook(reached.row)
    })(),
  )
}

/** The same .xlsx whole. */
export async function writeSheet(spec: SheetSpec): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of sheetChunks(spec)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function* worksheet(spec: SheetSpec, frame: WorkbookFrame, reached: { row: number }): AsyncGenerator<Uint8Array> {
  const writers = spec.columns.map((column, index) => cellWriter(spec, column, index, frame))
  let xml = frame.before
  let number = 1
  for await (const row of spec.rows) {
    number++
    if (number > LAST_ROW) throw tooManyRows(LAST_ROW - 1)
    xml += `<row r="${number}">`
    for (let index = 0; index < writers.length; index++) {
      const value = row[index]
      if (value !== null && value !== undefined && value !== '') xml += writers[index]?.(value, number) ?? ''
    }
    xml += '</row>'
    if (xml.length > PIECE) {
      yield Buffer.from(xml, 'utf8')
      xml = ''
    }
  }
  reached.row = number
  const range = `A1:${columnName(Math.max(0, spec.columns.length - 1))}${number}`
  yield Buffer.from(xml + frame.after.replace('<autoFilter ref="A1:A1"', `<autoFilter ref="${range}"`), 'utf8')
}

function cellWriter(
  spec: SheetSpec,
  column: SheetColumn,
  index: number,
  frame: WorkbookFrame,
): (value: NonNullable<WriteCell>, row: number) => string {
  const letters = columnName(index)
  const style = frame.styles[index] ?? 0
  const asText = (value: string, row: number): string => {
    if (value.length > MAX_TEXT) throw textTooLong(column.header, row)
    return `<c r="${letters}${row}" s="${frame.textStyle}" t="inlineStr"><is><t xml:space="preserve">${toCellText(value)}</t></is></c>`
  }
  const asNumber = (value: string | number, row: number): string =>
    `<c r="${letters}${row}" s="${style}"><v>${value}</v></c>`
  const [yes, no] = spec.yesNo ?? defaultYesNo

  return (value, row) => {
    if (typeof value === 'boolean') return asText(value ? yes : no, row)
    if (column.kind === 'integer' || column.kind === 'decimal') {
      const text = String(value)
      return fitsExcelNumber(text) ? asNumber(text, row) : asText(text, row)
    }
    if ((column.kind === 'date' || column.kind === 'datetime') && typeof value === 'string') {
      const serial = dateToSerial(value)
      return serial === undefined ? asText(value, row) : asNumber(serial, row)
    }
    return asText(String(value), row)
  }
}

function textTooLong(header: string, row: number): SheetError {
  return new SheetError('text-too-long', {
    zh: `第 ${row} 行“${header}”超过 ${MAX_TEXT} 个字符，Excel 单元格放不下。请缩短，或导出为 CSV。`,
    en: `Row ${row}, "${header}" is longer than the ${MAX_TEXT} characters an Excel cell holds. Shorten it or export CSV.`,
  })
}
