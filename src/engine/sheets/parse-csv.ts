import type { SheetCell, SheetRow } from './sheet.ts'
import type { SheetLimits } from './sheet-limits.ts'
import { tooManyCells, tooManyRows } from './too-many.ts'

/**
 * The records of CSV text (RFC 4180; comma, semicolon or tab, found from the first record) that hold a value. Rows are
 * numbered by record as Excel numbers them: a line break inside quotes does not start a new one, an empty line does.
 */
export function parseCsv(text: string, limits: SheetLimits): SheetRow[] {
  const delimiter = findDelimiter(text)
  const rows: SheetRow[] = []
  let cells: SheetCell[] = []
  let hasValue = false
  let number = 0
  let cellCount = 0
  let at = 0
  while (at <= text.length) {
    let value: string
    if (text.charCodeAt(at) === 34) {
      let close = text.indexOf('"', at + 1)
      while (close >= 0 && text.charCodeAt(close + 1) === 34) close = text.indexOf('"', close + 2)
      if (close < 0) close = text.length
      value = text.slice(at + 1, close).replaceAll('""', '"')
      at = close + 1
      // What stands between the closing quote and the delimiter belongs to the value, as Excel reads it.
      const end = fieldEnd(text, at, delimiter)
      value += text.slice(at, end)
      at = end
    } else {
      const end = fieldEnd(text, at, delimiter)
      value = text.slice(at, end)
      at = end
    }
    const cell = plainCell(value)
    if (cell !== null) hasValue = true
    cells.push(cell)
    if (text.charAt(at) === delimiter) {
      at++
      continue
    }
    number++
    if (hasValue) {
      while (cells.at(-1) === null) cells.pop()
      cellCount += cells.length
      if (rows.length > limits.maxRows) throw tooManyRows(limits.maxRows)
      if (cellCount > limits.maxCells) throw tooManyCells(limits.maxCells)
      rows.push({ number, cells })
    }
    cells = []
    hasValue = false
    if (at >= text.length) break
    at += text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10 ? 2 : 1
  }
  return rows
}

function fieldEnd(text: string, from: number, delimiter: string): number {
  const stop = delimiter.charCodeAt(0)
  let at = from
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === stop || code === 10 || code === 13) break
    at++
  }
  return at
}

function findDelimiter(text: string): string {
  const counts = new Map([
    [',', 0],
    [';', 0],
    ['\t', 0],
  ])
  let quoted = false
  for (let at = 0; at < text.length && at < 65_536; at++) {
    const character = text.charAt(at)
    if (character === '"') quoted = !quoted
    else if (quoted) continue
    else if (counts.has(character)) counts.set(character, (counts.get(character) ?? 0) + 1)
    else if ((character === '\n' || character === '\r') && Math.max(...counts.values()) > 0) break
  }
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0]
}

// Three ways programs keep Excel from treating text as a number or a formula: our own apostrophe, ="007" and a tab
// beside a long number. Each is taken off again.
function plainCell(value: string): SheetCell {
  if (value === '') return null
  const first = value.charCodeAt(0)
  if (first === 39 && /^'+[=+\-@\t\r]/.test(value)) return value.slice(1)
  if (first === 61) return /^="([^"]*)"$/.exec(value)?.[1] ?? value
  if (first === 9 || value.charCodeAt(value.length - 1) === 9) return /^\t?(\d+[Xx]?)\t?$/.exec(value)?.[1] ?? value
  return value
}
