import { isEmpty, type Reading } from '../../fields/rule.ts'
import { ruleOf } from '../../fields/rules.ts'
import type { Field } from '../../language/fields.ts'
import type { Label } from '../../language/label.ts'
import type { AnyRegister } from '../../language/register.ts'
import { mapSlowly } from '../give-way.ts'
import { manyIds } from '../records/many-ids.ts'
import type { Stored } from '../records/stored.ts'
import type { Sheet, SheetCell } from '../sheets/sheet.ts'
import { strangeCell } from './strange-cell.ts'

/** A mistake in a sheet: where Excel shows it, and what to do. */
export interface ImportProblem {
  readonly row: number
  /** The column's header; null when the whole row is meant. */
  readonly column: string | null
  readonly message: Label
}

/** A row on its way to becoming a record: what is found out about it step by step. */
export interface Draft {
  readonly number: number
  /** Of the record that it makes if it changes none. */
  readonly id: string
  /** Values by field, read by the rules of their kinds. References are texts until they are resolved. */
  readonly input: Record<string, unknown>
  readonly problems: ImportProblem[]
  /** The record that it changes. */
  before: Stored | null
}

/** Different texts of a column that are remembered: columns repeat theirs, and each is read once. */
const REMEMBERED = 5000

/**
 * Reads every cell of the columns that fill a field. An empty cell is null; a field without a column is absent.
 * @throws the signal's reason
 */
export function readRows(
  register: AnyRegister,
  sheet: Sheet,
  columnFields: readonly (string | null)[],
  signal?: AbortSignal,
): Promise<Draft[]> {
  const readers = columnFields.flatMap((name, index) => {
    const field = name === null ? undefined : register.fields[name]
    return name === null || !field
      ? []
      : [{ name, index, header: sheet.headers[index] ?? name, read: cellReader(field) }]
  })
  const ids = manyIds(sheet.rows.length)
  return mapSlowly(sheet.rows, signal, (row, i): Draft => {
    const input: Record<string, unknown> = {}
    const problems: ImportProblem[] = []
    for (const { name, index, header, read } of readers) {
      const text = cellText(row.cells[index] ?? null)
      if (isEmpty(text)) {
        input[name] = null
        continue
      }
      const reading = read(text)
      input[name] = reading.problem ? text : reading.value
      if (reading.problem) problems.push({ row: row.number, column: header, message: reading.problem })
    }
    return { number: row.number, id: ids[i]!, input, problems, before: null }
  })
}

const cellText = (cell: SheetCell): string => (typeof cell === 'string' ? cell : cell === null ? '' : String(cell))

function cellReader(field: Field): (text: string) => Reading<unknown> {
  const rule = ruleOf(field)
  const known = new Map<string, Reading<unknown>>()
  return (text) => {
    let reading = known.get(text)
    if (reading === undefined) {
      const strange = strangeCell(text, field)
      reading = strange ? { problem: strange } : rule.read(text, field)
      if (known.size < REMEMBERED) known.set(text, reading)
    }
    return reading
  }
}
