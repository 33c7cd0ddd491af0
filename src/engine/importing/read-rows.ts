import { isEmpty, type Reading } from '../../fields/rule.ts'
import { ruleOf } from '../../fields/rules.ts'
import type { Field } from '../../language/fields.ts'
import type { Label } from '../../language/label.ts'
import type { AnyRegister } from '../../language/register.ts'
import { manyIds } from '../records/many-ids.ts'
import type { Stored } from '../records/stored.ts'
import type { Sheet, SheetCell } from '../sheets/sheet.ts'

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

/** Kinds in which the same few texts come again and again: each text is read once. */
const REPEATED: ReadonlySet<Field['kind']> = new Set([
  'choice',
  'choices',
  'date',
  'date-time',
  'time',
  'month',
  'period',
  'region',
  'reference',
  'yes-no',
])
const REMEMBERED = 5000

/** What the cells of a row say: follows from the sheet and the declaration alone. */
type Said = Pick<Draft, 'number' | 'input' | 'problems'>

/** A sheet is read for its preview and once more when it is accepted: what its cells say has not changed. */
const said = new WeakMap<Sheet, { register: AnyRegister; columns: string; rows: readonly Said[] }>()

/** Reads every cell of the columns that fill a field. An empty cell is null; a field without a column is absent. */
export function readRows(register: AnyRegister, sheet: Sheet, columnFields: readonly (string | null)[]): Draft[] {
  const columns = columnFields.join()
  let known = said.get(sheet)
  if (known?.register !== register || known.columns !== columns) {
    known = { register, columns, rows: readCells(register, sheet, columnFields) }
    said.set(sheet, known)
  }
  const ids = manyIds(known.rows.length)
  return known.rows.map(({ number, input, problems }, i) => ({
    number,
    id: ids[i]!,
    input: { ...input },
    problems: [...problems],
    before: null,
  }))
}

function readCells(register: AnyRegister, sheet: Sheet, columnFields: readonly (string | null)[]): Said[] {
  const readers = columnFields.flatMap((name, index) => {
    const field = name === null ? undefined : register.fields[name]
    return name === null || !field
      ? []
      : [{ name, index, header: sheet.headers[index] ?? name, read: cellReader(field) }]
  })
  return sheet.rows.map((row) => {
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
    return { number: row.number, input, problems }
  })
}

const cellText = (cell: SheetCell): string => (typeof cell === 'string' ? cell : cell === null ? '' : String(cell))

function cellReader(field: Field): (text: string) => Reading<unknown> {
  const rule = ruleOf(field)
  if (!REPEATED.has(field.kind)) return (text) => rule.read(text, field)
  const known = new Map<string, Reading<unknown>>()
  return (text) => {
    let reading = known.get(text)
    if (reading === undefined) {
      reading = rule.read(text, field)
      if (known.size < REMEMBERED) known.set(text, reading)
    }
    return reading
  }
}
