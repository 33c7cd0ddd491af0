import { decodeText } from './decode-text.ts'
import { encryptedFile, openZip } from './open-zip.ts'
import { parseCsv } from './parse-csv.ts'
import { readWorkbook } from './read-workbook.ts'
import { readWorksheet } from './read-worksheet.ts'
import type { Merge } from './read-worksheet.ts'
import type { Sheet, SheetCell, SheetRow } from './sheet.ts'
import { SheetError } from './sheet-error.ts'
import { defaultSheetLimits } from './sheet-limits.ts'
import type { SheetLimits } from './sheet-limits.ts'
import { tooManyCells, tooManyRows } from './too-many.ts'

export interface ReadSheetOptions extends Partial<SheetLimits> {
  /** The worksheet to read, by name; without it the first that is not hidden. */
  sheet?: string
  /** The row the headers stand in, counting from 1; without it the first row with two or more values. */
  headerRow?: number
  /** Ends the reading between two pieces of the file. */
  signal?: AbortSignal | undefined
}

/**
 * Reads an .xlsx or .csv file, told apart by content; `fileName` names a CSV's sheet and nothing else.
 *
 * Rows without any value are left out, the others keep their Excel row number. A cell merged over several rows gives
 * its value to each of them. Columns right of the headers that hold values get the header ''.
 * Throws SheetError, or the signal's reason; an error's `text` is meant for the person who sent the file.
 */
export async function readSheet(bytes: Uint8Array, fileName: string, options: ReadSheetOptions = {}): Promise<Sheet> {
  const limits: SheetLimits = {
    maxBytes: options.maxBytes ?? defaultSheetLimits.maxBytes,
    maxUnpackedBytes: options.maxUnpackedBytes ?? defaultSheetLimits.maxUnpackedBytes,
    maxRows: options.maxRows ?? defaultSheetLimits.maxRows,
    maxCells: options.maxCells ?? defaultSheetLimits.maxCells,
  }
  if (bytes.length > limits.maxBytes) throw tooLarge(limits.maxBytes)
  if (recognise(bytes) === 'csv') {
    const name = fileName.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '')
    const text = decodeText(bytes)
    refuseWebPage(text)
    return toSheet(name, parseCsv(text, limits), [], options.headerRow, limits)
  }
  const zip = openZip(bytes, limits.maxUnpackedBytes)
  const workbook = await readWorkbook(zip)
  const { sheet: wanted } = options
  const visible = workbook.sheets.find((sheet) => !sheet.hidden) ?? workbook.sheets[0]
  const part = wanted === undefined ? visible : workbook.sheets.find((sheet) => sheet.name === wanted)
  if (!part)
    throw noSuchSheet(
      wanted ?? '',
      workbook.sheets.map((sheet) => sheet.name),
    )
  const { rows, merges } = await readWorksheet(zip, workbook, part.path, limits, options.signal)
  return toSheet(part.name, rows, merges, options.headerRow, limits)
}

function recognise(bytes: Uint8Array): 'xlsx' | 'csv' {
  if (bytes.length === 0) {
    throw new SheetError('empty-file', {
      zh: '文件是空的。请确认选对了文件，填写后重新上传。',
      en: 'The file is empty. Check that it is the right one, fill it in and send it again.',
    })
  }
  const starts = (...magic: number[]): boolean => magic.every((byte, index) => bytes[index] === byte)
  if (starts(0x50, 0x4b)) return 'xlsx'
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) {
    // A locked .xlsx is an OLE container too; its directory names this stream, in UTF-16.
    if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('EncryptedPackage', 0, 'utf16le')) {
      throw encryptedFile()
    }
    throw new SheetError('old-xls', {
      zh: '这是旧版 .xls 文件。请用 Excel 或 WPS 打开，另存为“Excel 工作簿 (.xlsx)”后上传。',
      en: 'This is an old .xls file. Open it in Excel or WPS, save it as an Excel workbook (.xlsx) and send that.',
    })
  }
  if (starts(0x25, 0x50, 0x44, 0x46)) {
    throw new SheetError('not-a-sheet', {
      zh: '这是 PDF 文件，不是表格。请上传 .xlsx 或 .csv 文件。',
      en: 'This is a PDF, not a table. Send an .xlsx or .csv file.',
    })
  }
  return 'csv'
}

// Many older systems export a web page, or Excel 2003 XML, under the name .xls.
function refuseWebPage(text: string): void {
  if (!/^\ufeff?\s*<(?:\?xml|!doctype|!--|html|head|meta|body|table|style|div)/i.test(text.slice(0, 1000))) return
  throw new SheetError('web-page', {
    zh: '这个文件其实是网页（系统导出时改了扩展名），不是 Excel 工作簿。请用 Excel 或 WPS 打开，另存为 .xlsx 后上传。',
    en: 'This is a web page under another name, not a workbook. Open it in Excel or WPS, save as .xlsx and send that.',
  })
}

function toSheet(
  name: string,
  rows: SheetRow[],
  merges: Merge[],
  wantedHeader: number | undefined,
  limits: SheetLimits,
): Sheet {
  const at = findHeader(rows, wantedHeader)
  const header = rows[at]
  if (!header) throw emptySheet(name)
  const body = rows.slice(at + 1)
  if (body.length > limits.maxRows) throw tooManyRows(limits.maxRows)
  fillMerges(body, merges, limits.maxCells)
  const width = body.reduce((widest, row) => Math.max(widest, row.cells.length), header.cells.length)
  // One value far to the right makes every row that wide.
  if (width * body.length > limits.maxCells) throw tooManyCells(limits.maxCells)
  for (const row of body) while (row.cells.length < width) row.cells.push(null)
  const headers = Array.from({ length: width }, (_, column) => headerText(header.cells[column] ?? null))
  const isHeaderMerged = merges.some(
    (merge) =>
      merge.top <= header.number &&
      header.number <= merge.bottom &&
      (merge.bottom > merge.top || merge.lastColumn > merge.column),
  )
  return { name, headers, headerRow: header.number, isHeaderMerged, rows: body }
}

function findHeader(rows: SheetRow[], wanted: number | undefined): number {
  if (wanted !== undefined) {
    const at = rows.findIndex((row) => row.number === wanted)
    if (at < 0) throw noSuchHeader(wanted)
    return at
  }
  const at = rows.findIndex((row) => row.cells.filter((cell) => cell !== null && cell !== '').length >= 2)
  // A list of one column has no row with two values.
  return at < 0 ? 0 : at
}

function headerText(cell: SheetCell): string {
  return String(cell ?? '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s*＊]+|[\s*＊]+$/g, '')
}

function fillMerges(rows: SheetRow[], merges: Merge[], maxCells: number): void {
  const indexOf = new Map(rows.map((row, index) => [row.number, index]))
  let filled = 0
  for (const merge of merges) {
    if (merge.bottom === merge.top) continue
    const top = indexOf.get(merge.top)
    const value = top === undefined ? undefined : rows[top]?.cells[merge.column]
    if (top === undefined || value === undefined || value === null) continue
    for (let index = top + 1; index < rows.length; index++) {
      const row = rows[index]
      if (!row || row.number > merge.bottom) break
      if (++filled > maxCells) throw tooManyCells(maxCells)
      while (row.cells.length <= merge.column) row.cells.push(null)
      row.cells[merge.column] = value
    }
  }
}

function tooLarge(limit: number): SheetError {
  const megabytes = Math.round(limit / 1024 / 1024)
  return new SheetError('too-large', {
    zh: `文件超过 ${megabytes} MB。请删去图片和多余的工作表，或拆成几个文件。`,
    en: `The file is larger than ${megabytes} MB. Remove pictures and other worksheets, or split it.`,
  })
}

function emptySheet(name: string): SheetError {
  return new SheetError('empty-sheet', {
    zh: `工作表“${name}”里没有内容。请在第一行写表头，下面写数据。`,
    en: `Worksheet "${name}" holds nothing. Put headers in the first row and data below.`,
  })
}

function noSuchSheet(name: string, names: string[]): SheetError {
  return new SheetError('no-such-sheet', {
    zh: `没有名为“${name}”的工作表。现有：${names.join('、')}。`,
    en: `There is no worksheet "${name}". There are: ${names.join(', ')}.`,
  })
}

function noSuchHeader(row: number): SheetError {
  return new SheetError('no-such-header-row', {
    zh: `第 ${row} 行没有内容，不能作表头。`,
    en: `Row ${row} is empty and cannot be the header row.`,
  })
}
