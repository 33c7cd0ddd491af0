import { brokenFile } from './broken-file.ts'
import { exactNumber, exactPercent, shownNumber } from './exact-number.ts'
import type { Zip } from './open-zip.ts'
import type { Workbook } from './read-workbook.ts'
import { serialToClock, serialToDate } from './serial-date.ts'
import { NOT_COMPUTED, type SheetCell, type SheetRow } from './sheet.ts'
import { tooManyCells, tooManyRows } from './too-many.ts'
import type { SheetLimits } from './sheet-limits.ts'
import { cellText, xmlAttribute } from './xml-text.ts'
import { xmlPieces } from './xml-pieces.ts'

const LAST_ROW = 1_048_576
const LAST_COLUMN = 16_384

/** Longer than Excel's 15 digits, and using them: no amount, but a number of identity or account that Excel cut. */
const ROUNDED = /^[+-]?\d\.\d{10,}[eE]\+?(?:1[5-9]|[2-9]\d|\d{3})$/

export interface Merge {
  top: number
  bottom: number
  column: number
  lastColumn: number
}

/**
 * The rows of one worksheet that hold at least one value, in order, and the areas merged
 * (rows counting from 1, columns from 0), and, of a sheet that is read as shown, the hidden rows and columns, which are left
 * out. Formulas give the value Excel last computed; an error gives its name ('#N/A').
 */
export async function readWorksheet(
  zip: Zip,
  workbook: Workbook,
  path: string,
  limits: SheetLimits,
  signal?: AbortSignal,
): Promise<{ rows: SheetRow[]; merges: Merge[]; hidden: ReadonlySet<number>; hiddenColumns: ReadonlySet<number> }> {
  const shared = workbook.sharedStrings === undefined ? [] : await readSharedStrings(zip, workbook.sharedStrings)
  const rows: SheetRow[] = []
  const hidden = new Set<number>()
  let hiddenColumns: ReadonlySet<number> | undefined
  let cellCount = 0
  let number = 0
  let rest = ''
  for await (const piece of xmlPieces(zip.chunks(path), 'row')) {
    signal?.throwIfAborted()
    // Columns are described in front of the first row.
    hiddenColumns ??= workbook.asShown ? columnsHiddenIn(piece.slice(0, piece.indexOf('<row'))) : new Set()
    let at = piece.indexOf('<row')
    while (at >= 0) {
      const open = piece.indexOf('>', at)
      if (open < 0) throw brokenFile(path)
      const tag = piece.slice(at, open)
      const after = piece.charCodeAt(at + 4)
      if (after > 32 && after !== 47 && after !== 62) {
        // <rowBreaks> and its like
        at = piece.indexOf('<row', open)
        continue
      }
      const stated = xmlAttribute(tag, 'r')
      number = stated === undefined ? number + 1 : Number(stated)
      if (!Number.isInteger(number) || number < 1 || number > LAST_ROW) throw brokenFile(`${path} row ${stated}`)
      if (tag.endsWith('/')) {
        at = piece.indexOf('<row', open)
        continue
      }
      const close = piece.indexOf('</row>', open)
      if (close < 0) throw brokenFile(`${path} row ${number}`)
      if (workbook.asShown && /\shidden=["'](?:1|true)["']/.test(tag)) {
        hidden.add(number)
        at = piece.indexOf('<row', close)
        continue
      }
      const cells = readCells(piece.slice(open + 1, close), workbook, shared)
      for (const column of hiddenColumns) if (column < cells.length) cells[column] = null
      if (cells.length > 0) {
        cellCount += cells.length
        if (rows.length > limits.maxRows) throw tooManyRows(limits.maxRows)
        if (cellCount > limits.maxCells) throw tooManyCells(limits.maxCells)
        rows.push({ number, cells })
      }
      at = piece.indexOf('<row', close)
    }
    rest = piece
  }
  if (!rest.includes('</worksheet>')) throw brokenFile(path)
  // Programs may write rows out of order; Excel shows them by number.
  if (rows.some((row, index) => index > 0 && row.number < (rows[index - 1]?.number ?? 0))) {
    rows.sort((first, second) => first.number - second.number)
  }
  return { rows, merges: readMerges(rest), hidden, hiddenColumns: hiddenColumns ?? new Set() }
}

/** A column that is hidden to the end of the sheet hides nothing that anybody filled. */
const MOST_HIDDEN = 1000

function columnsHiddenIn(head: string): Set<number> {
  const columns = new Set<number>()
  for (const [tag] of head.matchAll(/<(?:[\w.-]+:)?col\s[^>]*>/g)) {
    const [from, to] = [Number(xmlAttribute(tag, 'min')), Number(xmlAttribute(tag, 'max'))]
    if (!/\shidden=["'](?:1|true)["']/.test(tag) || !(from >= 1) || to - from > MOST_HIDDEN) continue
    for (let column = from; column <= to; column += 1) columns.add(column - 1)
  }
  return columns
}

function readCells(xml: string, workbook: Workbook, shared: string[]): SheetCell[] {
  const cells: SheetCell[] = []
  let column = -1
  let at = xml.indexOf('<c')
  while (at >= 0) {
    const after = xml.charCodeAt(at + 2)
    const open = xml.indexOf('>', at)
    if (open < 0) break
    if (after > 32 && after !== 47 && after !== 62) {
      at = xml.indexOf('<c', open)
      continue
    }
    const tag = xml.slice(at, open)
    const reference = xmlAttribute(tag, 'r')
    column = reference === undefined ? column + 1 : columnOf(reference)
    if (column < 0 || column >= LAST_COLUMN) throw brokenFile(`cell ${reference}`)
    if (xml.charCodeAt(open - 1) === 47) {
      at = xml.indexOf('<c', open)
      continue
    }
    const close = xml.indexOf('</c>', open)
    if (close < 0) throw brokenFile(`cell ${reference}`)
    const value = readValue(tag, xml.slice(open + 1, close), workbook, shared)
    if (value !== null) {
      while (cells.length < column) cells.push(null)
      cells[column] = value
    }
    at = xml.indexOf('<c', close)
  }
  return cells
}

function columnOf(reference: string): number {
  let column = 0
  for (let index = 0; index < reference.length && index < 4; index++) {
    const code = reference.charCodeAt(index) & ~32
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column - 1
}

function readValue(tag: string, xml: string, workbook: Workbook, shared: string[]): SheetCell {
  const type = xmlAttribute(tag, 't')
  if (type === 'inlineStr') return richText(xml) || null
  const raw = elementText(xml, 'v')
  if (raw === undefined || raw === '') return type !== 'str' && /<f[\s>/]/.test(xml) ? NOT_COMPUTED : null
  if (type === 's') {
    const text = shared[Number(raw)]
    if (text === undefined) throw brokenFile(`shared string ${raw}`)
    return text || null
  }
  if (type === 'str') return cellText(raw) || null
  if (type === 'b') return raw.trim() === '1' || raw.trim() === 'true'
  if (type === 'e') return cellText(raw)
  if (type === 'd')
    return raw
      .trim()
      .replace(/T00:00:00(?:\.0+)?Z?$/, '')
      .replace(/(?:\.\d+)?Z?$/, '')
  const stored = raw.trim()
  const style = xmlAttribute(tag, 's')
  const format = style === undefined ? 'number' : (workbook.formats[Number(style)] ?? 'number')
  if (workbook.asShown && (format === 'number' || format === 'percent')) {
    const decimals = style === undefined ? null : (workbook.decimals[Number(style)] ?? null)
    if (decimals !== null) return shownNumber(stored, decimals, format === 'percent')
  }
  // More digits than Excel keeps: what it put in their place is not to be taken for what somebody typed.
  if (format === 'number') return ROUNDED.test(stored) ? stored : exactNumber(stored)
  if (format === 'percent') return exactPercent(stored)
  const serial = Number(stored)
  if (format === 'duration' || (format === 'time' && serial < 1)) return serialToClock(serial) ?? exactNumber(stored)
  return serialToDate(serial, workbook.is1904) ?? exactNumber(stored)
}

function elementText(xml: string, name: string): string | undefined {
  const at = xml.indexOf(`<${name}`)
  if (at < 0) return undefined
  const open = xml.indexOf('>', at)
  if (open < 0 || xml.charCodeAt(open - 1) === 47) return undefined
  const close = xml.indexOf(`</${name}>`, open)
  return close < 0 ? undefined : xml.slice(open + 1, close)
}

// The text of every run, without the pinyin or kana guides (<rPh>) that stand among them.
function richText(xml: string): string {
  const bare = xml.includes('<rPh') ? xml.replace(/<rPh[\s>].*?<\/rPh>/gs, '') : xml
  let text = ''
  let at = bare.indexOf('<t')
  while (at >= 0) {
    const after = bare.charCodeAt(at + 2)
    const open = bare.indexOf('>', at)
    if (open < 0) break
    if ((after <= 32 || after === 62) && bare.charCodeAt(open - 1) !== 47) {
      const close = bare.indexOf('</t>', open)
      if (close < 0) break
      text += cellText(bare.slice(open + 1, close))
      at = bare.indexOf('<t', close)
    } else {
      at = bare.indexOf('<t', open)
    }
  }
  return text
}

async function readSharedStrings(zip: Zip, path: string): Promise<string[]> {
  const strings: string[] = []
  let rest = ''
  for await (const piece of xmlPieces(zip.chunks(path), 'si')) {
    let at = piece.indexOf('<si')
    while (at >= 0) {
      const open = piece.indexOf('>', at)
      if (open < 0) throw brokenFile(path)
      if (piece.charCodeAt(open - 1) === 47) {
        strings.push('')
        at = piece.indexOf('<si', open)
        continue
      }
      const close = piece.indexOf('</si>', open)
      if (close < 0) throw brokenFile(path)
      strings.push(richText(piece.slice(open + 1, close)))
      at = piece.indexOf('<si', close)
    }
    rest = piece
  }
  if (!/<\/sst>|<sst[^>]*\/>/.test(rest)) throw brokenFile(path)
  return strings
}

function readMerges(xml: string): Merge[] {
  return Array.from(
    xml.matchAll(/<mergeCell\s[^>]*ref=["']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})["']/g),
    (match) => ({
      top: Number(match[2]),
      bottom: Number(match[4]),
      column: columnOf(match[1] ?? ''),
      lastColumn: columnOf(match[3] ?? ''),
    }),
  )
}
