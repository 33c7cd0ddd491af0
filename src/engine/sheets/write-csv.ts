import { defaultYesNo } from './sheet-spec.ts'
import type { SheetSpec, WriteCell } from './sheet-spec.ts'

const PIECE = 64 * 1024
const PLAIN_NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/

/**
 * The same sheet as CSV text, piece by piece: UTF-8 with byte order mark (Excel takes it for the local encoding
 * otherwise), RFC 4180 quoting. Text that Excel would run as a formula gets an apostrophe, which `readSheet` takes off.
 */
export async function* writeCsv(spec: Pick<SheetSpec, 'columns' | 'rows' | 'yesNo'>): AsyncGenerator<string> {
  const width = spec.columns.length
  let text = `\ufeff${spec.columns.map((column) => csvField(column.header)).join(',')}\r\n`
  for await (const row of spec.rows) {
    for (let index = 0; index < width; index++) {
      if (index > 0) text += ','
      text += csvField(cellText(row[index], spec.yesNo ?? defaultYesNo))
    }
    text += '\r\n'
    if (text.length > PIECE) {
      yield text
      text = ''
    }
  }
  yield text
}

function cellText(value: WriteCell, [yes, no]: readonly [string, string]): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'boolean' ? (value ? yes : no) : String(value)
}

/** Nothing to quote in it, and nothing that Excel would run: most values by far. */
const HARMLESS = /^[^\s'"=+\-@,;][^\s",;]*$/

function csvField(value: string): string {
  if (HARMLESS.test(value)) return value
  // Several apostrophes: text that already looks protected gets one more, so that reading gives it back.
  const isFormula = /^'*[=+\-@\t\r]/.test(value) && !PLAIN_NUMBER.test(value)
  const safe = isFormula ? `'${value}` : value
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
