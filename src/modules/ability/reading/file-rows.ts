import { decodeText } from '../../../engine/sheets/decode-text.ts'
import { readSheet } from '../../../engine/sheets/read-sheet.ts'
import { SheetError } from '../../../engine/sheets/sheet-error.ts'

export interface FileRows {
  readonly headers: readonly string[]
  readonly rows: readonly FileRow[]
  /** Lines of a JSON file that are none, by number from 1. */
  readonly unread: readonly number[]
}
export interface FileRow {
  /** As the file's own program numbers it, from 1. */
  readonly number: number
  readonly cells: readonly string[]
}

/**
 * Reads a file of advertisements: Excel, CSV (UTF-8 or GB18030), JSON (a list of objects) or JSON lines, told apart by
 * content.
 * @throws SheetError empty, encrypted, no table …: its `text` is for the person who sent it
 */
export async function fileRows(bytes: Uint8Array, name: string): Promise<FileRows> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (!isZip && /^(?:\ufeff)?\s*[[{]/.test(new TextDecoder().decode(bytes.subarray(0, 64))))
    return jsonRows(decodeText(bytes))
  const { headers, rows } = await readSheet(bytes, name)
  return {
    headers,
    rows: rows.map(({ number, cells }) => ({
      number,
      cells: cells.map((cell) => (cell === null ? '' : String(cell))),
    })),
    unread: [],
  }
}

function jsonRows(text: string): FileRows {
  const unread: number[] = []
  const objects: { number: number; value: Record<string, unknown> }[] = []
  const add = (value: unknown, number: number): void => {
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      objects.push({ number, value: value as Record<string, unknown> })
    else unread.push(number)
  }
  const whole = parse(text)
  if (Array.isArray(whole)) whole.forEach((value, at) => add(value, at + 1))
  else
    for (const [at, line] of text
      .replace(/^\ufeff/, '')
      .split('\n')
      .entries()) {
      if (line.trim() !== '') add(parse(line), at + 1)
    }
  if (objects.length === 0)
    throw new SheetError('not-a-sheet', {
      zh: '文件里没有读到招聘信息。JSON 应为对象的数组，或每行一个对象。',
      en: 'No advertisement was found in the file. JSON has to be a list of objects, or one object per line.',
    })
  const headers = [...new Set(objects.flatMap(({ value }) => Object.keys(value)))]
  const cell = (value: unknown): string =>
    value === null || value === undefined
      ? ''
      : Array.isArray(value)
        ? value.map(cell).join('、')
        : typeof value === 'object'
          ? JSON.stringify(value)
          : String(value)
  return {
    headers,
    rows: objects.map(({ number, value }) => ({ number, cells: headers.map((header) => cell(value[header])) })),
    unread,
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
