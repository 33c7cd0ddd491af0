import { hash } from 'node:crypto'
import { halfWidth } from '../../fields/rule.ts'
import type { Field } from '../../language/fields.ts'
import type { AnyRegister } from '../../language/register.ts'
import type { FeedColumn, FeedSettings } from '../../language/wire-feeds.ts'
import { headerOf } from '../exporting/field-column.ts'
import { Refusal } from '../refusal.ts'
import type { Sheet, SheetCell } from '../sheets/sheet.ts'
import type { SourceBatch } from './sources/source.ts'

/** A row of a source on its way into a register. */
export interface MappedRow {
  readonly number: number
  /** Where a person finds it: "第 12 行", "新生.xlsx 第 12 行". */
  readonly place: string
  /** What the source says, by its columns: only those that fill a field. */
  readonly texts: () => Readonly<Record<string, string>>
  /** One cell for each column of `Mapping.columns`. */
  readonly cells: readonly SheetCell[]
  /** Of the key alone, and of the whole; hexadecimal. */
  readonly key: string
  readonly hash: string
}

export interface MappedBatch {
  /** The columns that the rows have, of those that are mapped. */
  readonly columns: readonly FeedColumn[]
  readonly rows: readonly MappedRow[]
}

/** What stands where bytes made no character: the source's encoding was taken for another. */
export const UNREADABLE = '\ufffd'

/** Hexadecimal digits that are kept of a SHA-256: 128 bits. */
const DIGITS = 32
export const hashOf = (text: string): string => hash('sha256', text, 'hex').slice(0, DIGITS)

/** The fields by which a row finds its record. A register without them cannot be fed. */
export const feedKeyOf = (register: AnyRegister): readonly string[] | undefined =>
  register.importKey ?? register.unique?.[0]

/** Rows of an answer in which a column that is nowhere was probably renamed; of fewer it may just be empty. */
const TELLING = 50

/**
 * Puts the source's columns to their fields.
 * @throws Refusal 409 when a column is no longer there, with those that are
 */
export function mapBatch(
  register: AnyRegister,
  { mapping, source }: Pick<FeedSettings, 'mapping' | 'source'>,
  batch: SourceBatch,
): MappedBatch {
  const at = new Map(batch.columns.map((name, index) => [name, index]))
  const key = feedKeyOf(register)!
  const columns = mapping.filter((entry) => at.has(entry.column))
  // JSON may leave out what is empty: then the field stays as it is, unless too much speaks for another name.
  const gone = mapping.find(
    (entry) =>
      !at.has(entry.column) &&
      (source.kind !== 'http' ||
        (batch.rows.length > 0 && (key.includes(entry.field) || batch.rows.length >= TELLING))),
  )
  if (gone) throw columnGone(register, gone, batch.columns)
  const readers = columns.map((entry) => ({
    ...entry,
    index: at.get(entry.column)!,
    read: reader(register.fields[entry.field]!, entry.values),
  }))
  const keyAt = key.map((name) => columns.findIndex((entry) => entry.field === name))
  const names = columns.map((entry) => entry.field).join('\n')
  const file = batch.file ? `${batch.file.name} ` : ''
  return {
    columns,
    rows: batch.rows.map(({ number, cells: given }) => {
      const cells = readers.map(({ index, read }) => read(given[index] ?? null))
      const ofKey = keyAt.map((index) => (cells[index] === null ? null : halfWidth(String(cells[index]))))
      const whole = JSON.stringify(cells)
      return {
        number,
        place: `${file}第 ${number} 行`,
        texts: () => textsOf(readers, given),
        cells,
        // Rows without a key are told apart by all that they say.
        key: hashOf(ofKey.every((part) => part === null || part === '') ? `?${whole}` : JSON.stringify(ofKey)),
        hash: hashOf(`${names}\n${whole}`),
      }
    }),
  }
}

/** What the source says, by column. Most rows are never asked: they say what they said. */
function textsOf(
  columns: readonly { readonly column: string; readonly index: number }[],
  cells: readonly SheetCell[],
): Readonly<Record<string, string>> {
  const texts: Record<string, string> = {}
  for (const { column, index } of columns) {
    const cell = cells[index] ?? null
    // What no database keeps stays out; the field's rule has its own word on it.
    if (cell !== null) texts[column] = String(cell).toWellFormed().replaceAll('\0', UNREADABLE)
  }
  return texts
}

/** Rows that could not be taken, once more as they were, under the mapping of today. */
export function mapDeadRows(
  register: AnyRegister,
  feed: Pick<FeedSettings, 'mapping'>,
  rows: readonly { readonly place: string; readonly texts: Readonly<Record<string, string>> }[],
): MappedBatch {
  const columns = feed.mapping.map((entry) => entry.column)
  const batch = {
    columns,
    rows: rows.map(({ texts }, index) => ({ number: index + 1, cells: columns.map((name) => texts[name] ?? null) })),
  }
  const mapped = mapBatch(register, { ...feed, source: { kind: 'folder', folder: '' } }, batch)
  return { columns: mapped.columns, rows: mapped.rows.map((row, index) => ({ ...row, place: rows[index]!.place })) }
}

/** A sheet as the import's plan takes it: each column under the name of its field. */
export const sheetOf = (register: AnyRegister, { columns, rows }: MappedBatch): Sheet => ({
  name: register.name,
  headers: columns.map(({ field }) => headerOf(register, field, 'zh')),
  headerRow: 0,
  isHeaderMerged: false,
  rows: rows.map(({ number, cells }) => ({ number, cells: [...cells] })),
})

const DAYS: ReadonlySet<Field['kind']> = new Set(['date', 'date-time', 'month', 'time'])
const MOMENT = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/
const HOURS_AHEAD = 8

function reader(field: Field, values: FeedColumn['values']): (cell: SheetCell) => SheetCell {
  const ours = values && new Map(Object.entries(values).map(([theirs, own]) => [theirs.trim(), own]))
  const isDay = DAYS.has(field.kind)
  return (cell) => {
    if (cell === null) return null
    const text = typeof cell === 'string' ? cell.trim() : String(cell)
    if (text === '') return null
    const own = ours?.get(text)
    if (own !== undefined) return own === '' ? null : own
    return isDay ? dayText(text) : text
  }
}

/** A moment as it is on the wall in China: a day written as the hours before it in Greenwich stays that day. */
function dayText(text: string): string {
  if (MOMENT.test(text))
    return new Date(Date.parse(text.replace(' ', 'T')) + HOURS_AHEAD * 3_600_000).toISOString().slice(0, 19)
  // Databases count parts of a second, and the fields do not.
  return text.replace(/(:\d\d)\.\d+$/, '$1')
}

function columnGone(register: AnyRegister, gone: FeedColumn, there: readonly string[]): Refusal {
  const { label } = register.fields[gone.field]!
  const shown = there.slice(0, 40).join('、')
  return new Refusal('conflict', {
    zh: `来源中没有列“${gone.column}”了（它对应“${label.zh}”），什么也没有写入。请在“列的对应”中改选，或让来源恢复列名。现有的列：${shown}`,
    en: `The source has no column “${gone.column}” any more (it fills “${label.en}”); nothing was written. Choose another in the mapping, or have the name brought back. There are: ${shown}`,
  })
}
