import { writeXlsx } from 'hucre/xlsx'
import type { Cell, CellStyle, DataValidation, WriteSheet } from 'hucre/xlsx'
import { columnName } from './column-name.ts'
import { openZip } from './open-zip.ts'
import { defaultYesNo } from './sheet-spec.ts'
import type { SheetColumn, SheetSpec } from './sheet-spec.ts'
import type { ZipPart } from './write-zip.ts'

export interface WorkbookFrame {
  /** Every part but the data sheet and the list of sheets. */
  parts: ZipPart[]
  /** The list of sheets, for data of this many rows, the header among them. */
  workbook: (lastRow: number) => ZipPart
  sheetPath: string
  /** The data sheet up to and including its header row, and from the end of its rows on. */
  before: string
  after: string
  /** Style index for the values of each column, and for text in a column that is not text. */
  styles: number[]
  textStyle: number
}

const LAST_ROW = 1_048_576
const WORKBOOK = 'xl/workbook.xml'
const LIST_SHEET = 'lists'
const GUIDE_SHEET = '填写说明'
const KIND_NAMES: Record<SheetColumn['kind'], string> = {
  text: '文本',
  integer: '整数',
  decimal: '小数',
  date: '日期（如 2025-09-01）',
  datetime: '日期和时间（如 2025-09-01 08:30）',
  'yes-no': '是或否',
}

/**
 * Everything of a workbook but its data rows. hucre writes headers, notes, drop-downs and the further sheets; the rows
 * are then spliced in as a stream, which its own streaming writer does without any of these.
 */
export async function workbookFrame(spec: SheetSpec): Promise<WorkbookFrame> {
  const { columns } = spec
  const lists: string[][] = []
  const validations: DataValidation[] = []
  columns.forEach((column, index) => {
    const choices = column.choices ?? (column.kind === 'yes-no' ? (spec.yesNo ?? defaultYesNo) : undefined)
    if (choices?.length) validations.push(dropDown(column, index, choices, lists))
  })

  const cells = new Map<string, Partial<Cell>>()
  columns.forEach((column, index) => {
    cells.set(`0,${index}`, {
      type: 'string',
      value: headerText(column),
      style: headerStyle(column),
      ...comment(column),
    })
    // A sample row, taken out again below, tells which index each style got.
    cells.set(`1,${index}`, { type: 'number', value: 1, style: { numFmt: numberFormatOf(column) } })
  })
  cells.set(`1,${columns.length}`, { type: 'number', value: 1, style: { numFmt: '@' } })

  const data: WriteSheet = {
    name: legalName(spec.sheetName),
    columns: columns.map((column) => ({ width: column.width ?? 12 })),
    rows: [columns.map(headerText), [...columns.map(() => 1), 1]],
    cells,
    autoFilter: { range: 'A1:A1' },
    dataValidations: validations,
  }
  if (spec.freezeHeader !== false) data.freezePane = { rows: 1 }
  const sheets = [data]
  if (spec.notes) sheets.push(guideSheet(spec, spec.notes))
  if (lists.length > 0) sheets.push(listSheet(lists))

  const bytes = await writeXlsx({ sheets, defaultFont: { name: '等线', size: 11 } })
  return takeApart(bytes, columns)
}

async function takeApart(bytes: Uint8Array, columns: readonly SheetColumn[]): Promise<WorkbookFrame> {
  const zip = openZip(bytes, 64 * 1024 * 1024)
  const sheetPath = 'xl/worksheets/sheet1.xml'
  const xml = await zip.text(sheetPath)
  const sample = /<row r="2"[^>]*>.*?<\/row>/s.exec(xml)
  const dataEnd = xml.indexOf('</sheetData>')
  if (!sample || dataEnd < 0) throw new Error('hucre no longer writes the worksheet this splice expects')
  const styles = Array.from(sample[0].matchAll(/<c r="[A-Z]+2"([^>]*)>/g), (cell) =>
    Number(/\ss="(\d+)"/.exec(cell[1] ?? '')?.[1] ?? 0),
  )
  // Columns carry the style as well, so that what is typed into an empty row keeps its leading zeros.
  const cols = columns.map(
    (column, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${column.width ?? 12}" style="${styles[index] ?? 0}" customWidth="1"/>`,
  )
  const before = xml
    .slice(0, sample.index)
    .replace(/<dimension [^>]*\/>/, '')
    .replace(/<cols>.*?<\/cols>/s, '')
    .replace('<sheetData>', `<cols>${cols.join('')}</cols><sheetData>`)
  const parts: ZipPart[] = []
  for (const path of zip.paths) {
    if (path !== sheetPath && path !== WORKBOOK)
      parts.push({ path, content: Buffer.from(await zip.text(path), 'utf8') })
  }
  const book = await zip.text(WORKBOOK)
  const name = (/<sheet name="([^"]*)"/.exec(book)?.[1] ?? '').replaceAll("'", "''")
  const lastColumn = columnName(Math.max(0, columns.length - 1))
  const workbook = (lastRow: number): ZipPart => {
    // LibreOffice drops an autofilter that has no such name; Excel writes one itself.
    const range = `'${name}'!$A$1:$${lastColumn}$${lastRow}`
    const defined = `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">${range}</definedName>`
    const xml = book.replace('</sheets>', () => `</sheets><definedNames>${defined}</definedNames>`)
    return { path: WORKBOOK, content: Buffer.from(xml, 'utf8') }
  }
  return {
    parts,
    workbook,
    sheetPath,
    before,
    after: xml.slice(dataEnd),
    styles,
    textStyle: styles[columns.length] ?? 0,
  }
}

// Excel refuses these characters, more than 31 of any, and two sheets of one name.
export function legalName(name: string): string {
  const legal = name
    .replace(/[[\]:*?/\\\p{Cc}]/gu, ' ')
    .replace(/^[\s']+|[\s']+$/g, '')
    .slice(0, 30)
    .trimEnd()
  return legal === '' || [LIST_SHEET, GUIDE_SHEET, 'history'].includes(legal.toLowerCase()) ? `${legal}_` : legal
}

export function headerText(column: SheetColumn): string {
  return column.required ? `${column.header}*` : column.header
}

export function headerStyle(column: SheetColumn): CellStyle {
  return {
    font: { bold: true, name: '等线', size: 11, ...(column.required && { color: { rgb: 'C00000' } }) },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F2F2F2' } },
    alignment: { vertical: 'center', wrapText: true },
    numFmt: '@',
  }
}

function comment(column: SheetColumn): Partial<Cell> {
  return column.note ? { comment: { text: column.note } } : {}
}

export function numberFormatOf(column: SheetColumn): string {
  const decimals = Math.min(column.decimals ?? 0, 15)
  if (column.kind === 'integer') return '0'
  if (column.kind === 'decimal') return decimals > 0 ? `0.${'0'.repeat(decimals)}` : 'General'
  if (column.kind === 'date') return 'yyyy-mm-dd'
  return column.kind === 'datetime' ? 'yyyy-mm-dd hh:mm:ss' : '@'
}

function dropDown(column: SheetColumn, index: number, choices: readonly string[], lists: string[][]): DataValidation {
  const letters = columnName(index)
  const validation: DataValidation = {
    type: 'list',
    range: `${letters}2:${letters}${LAST_ROW}`,
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: '请从列表中选择',
    errorMessage: `“${column.header}”只接受下拉列表中的值。`.slice(0, 220),
  }
  // Excel takes at most 255 characters in place, and a comma or quote there would split a choice.
  const inline =
    choices.length <= 20 && choices.join(',').length <= 255 && !choices.some((text) => /[,"]|^\s|\s$/.test(text))
  if (inline) return { ...validation, values: [...choices] }
  lists.push([...choices])
  const list = columnName(lists.length - 1)
  return { ...validation, formula1: `${LIST_SHEET}!$${list}$1:$${list}$${choices.length}` }
}

function listSheet(lists: string[][]): WriteSheet {
  const height = Math.max(...lists.map((list) => list.length))
  const rows = Array.from({ length: height }, (_, row) => lists.map((list) => list[row] ?? null))
  return { name: LIST_SHEET, hidden: true, rows }
}

function guideSheet(spec: SheetSpec, notes: readonly string[]): WriteSheet {
  const head = ['列', '必填', '类型', '说明', '可选值']
  const table = spec.columns.map((column) => {
    const choices = column.choices ?? []
    const shown = choices.slice(0, 30).join('、')
    const more = choices.length > 30 ? `……共 ${choices.length} 项，见下拉列表` : ''
    return [column.header, column.required ? '必填' : '', KIND_NAMES[column.kind], column.note ?? '', shown + more]
  })
  const rows = [...notes.map((note) => [note]), ...(notes.length > 0 ? [[null]] : []), head, ...table]
  const at = rows.indexOf(head)
  const cells = new Map<string, Partial<Cell>>()
  head.forEach((text, column) =>
    cells.set(`${at},${column}`, { type: 'string', value: text, style: { font: { bold: true } } }),
  )
  return { name: GUIDE_SHEET, columns: [20, 8, 24, 50, 50].map((width) => ({ width })), rows, cells }
}
