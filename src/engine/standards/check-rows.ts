import { Decimal } from 'decimal.js'
import type { Label } from '../../language/label.ts'
import type { AnyRegister } from '../../language/register.ts'
import type { StandardTable } from '../../language/standard.ts'
import { checkValue, type FaultKind } from './check-value.ts'
import { typeOf } from './official-text.ts'

/** Something that the standard would refuse, with its place. */
export interface Fault {
  readonly table: string
  /** Names the row: the record's id, or the row's number in a file. */
  readonly row: string
  /** The column's name in the standard; the first of several. */
  readonly column: string
  readonly kind: FaultKind
  readonly message: Label
}

/** A row to be checked: texts in the order of the table's columns. */
export interface CheckedRow {
  readonly id: string
  readonly values: readonly (string | null)[]
}

/** Values of a column of another table: "ODS_KCJBSJ.KCH" → what rows may refer to; undefined when it is not at hand. */
export type Known = (column: string) => ReadonlySet<string> | undefined

export interface TableChecker {
  /** What is wrong with this row, in the order of columns. Remembers its keys, so that doubles are found. */
  check(row: CheckedRow): Fault[]
}

/** Looks for everything that can be seen of a table's rows one after another. */
export function tableChecker(
  table: StandardTable,
  references: Readonly<Record<string, string>>,
  known: Known,
): TableChecker {
  const position = new Map(table.columns.map(([, name], i) => [name, i]))
  const at = (row: CheckedRow, name: string) => row.values[position.get(name)!] ?? null
  const labelOf = (name: string) => table.columns[position.get(name)!]![2]
  const keys = [...keyColumns(table), ...(table.unique ?? [])].map((columns) => ({
    columns,
    seen: new Map<string, string>(),
  }))
  return {
    check(row) {
      const faults: Fault[] = []
      const say = (column: string, kind: FaultKind, zh: string, en: string) =>
        faults.push({ table: table.name, row: row.id, column, kind, message: { zh, en } })
      const wrong = new Set<string>()
      for (const [i, column] of table.columns.entries()) {
        const found = checkValue(row.values[i] ?? null, column)
        if (!found) continue
        wrong.add(column[1])
        faults.push({ table: table.name, row: row.id, column: column[1], ...found })
      }
      for (const [name, target] of Object.entries(references)) {
        const value = at(row, name)
        const values = value === null || wrong.has(name) ? undefined : known(target)
        if (!values || values.has(value!)) continue
        wrong.add(name)
        say(
          name,
          'reference',
          `“${labelOf(name)}”的值“${value}”在 ${target} 中不存在`,
          `The value "${value}" of "${labelOf(name)}" does not exist in ${target}`,
        )
      }
      for (const [first, second] of table.order ?? []) {
        const [a, b] = [at(row, first), at(row, second)]
        if (a === null || b === null || wrong.has(first) || wrong.has(second)) continue
        if (!isAfter(a, b, table, position.get(first)!)) continue
        say(
          second,
          'order',
          `“${labelOf(first)}”（${a}）不应大于“${labelOf(second)}”（${b}）`,
          `"${labelOf(first)}" (${a}) must not exceed "${labelOf(second)}" (${b})`,
        )
      }
      for (const { column, when, is } of table.needs ?? []) {
        if (at(row, column) !== null || !is.includes(at(row, when) ?? '')) continue
        say(
          column,
          'needs',
          `“${labelOf(when)}”为“${at(row, when)}”时，“${labelOf(column)}”必填`,
          `"${labelOf(column)}" must be filled where "${labelOf(when)}" is "${at(row, when)}"`,
        )
      }
      for (const { columns, seen } of keys) {
        if (columns.some((name) => at(row, name) === null || wrong.has(name))) continue
        const text = columns.length === 1 ? at(row, columns[0]!)! : JSON.stringify(columns.map((name) => at(row, name)))
        const first = seen.get(text)
        if (first === undefined) {
          seen.set(text, row.id)
          continue
        }
        const names = columns.map(labelOf).join('＋')
        say(
          columns[0]!,
          'duplicate',
          `“${names}”与另一行相同（${columns.map((name) => at(row, name)).join('，')}）`,
          `"${names}" is the same as in another row (${columns.map((name) => at(row, name)).join(', ')})`,
        )
      }
      return faults
    },
  }
}

const keyColumns = (table: StandardTable): string[][] =>
  table.columns.flatMap(([, name, , , , source]) =>
    typeof source === 'object' && 'computed' in source && source.computed === 'key' ? [[name]] : [],
  )

function isAfter(a: string, b: string, table: StandardTable, index: number): boolean {
  const { type } = typeOf(table.columns[index]!)
  return type === 'N' || type === 'M' ? new Decimal(a).greaterThan(b) : a > b
}

/**
 * The columns of a table whose values must exist in another table of the same standard: those it says, and those that
 * follow from the register: a column filled from `course.code` must exist wherever another table prints its
 * register's own `code`.
 */
export function referencesOf(
  table: StandardTable,
  tables: Iterable<StandardTable>,
  registers: ReadonlyMap<string, AnyRegister>,
): Record<string, string> {
  const found: Record<string, string> = {}
  const register = registers.get(table.register)!
  const keyOf = new Map<string, string>()
  for (const other of tables) {
    if (other.standard !== table.standard || other.where) continue
    const unique = new Set((registers.get(other.register)?.unique ?? []).filter((k) => k.length === 1).flat())
    for (const [, name, , , , source] of other.columns)
      if (typeof source === 'string' && unique.has(source) && !keyOf.has(`${other.register}.${source}`))
        keyOf.set(`${other.register}.${source}`, `${other.name}.${name}`)
  }
  for (const [, name, , , , source] of table.columns) {
    const [first, second, ...rest] = typeof source === 'string' ? source.split('.') : []
    if (!first || !second || rest.length > 0) continue
    const field = register.fields[first]
    const target = field?.kind === 'reference' ? keyOf.get(`${field.register}.${second}`) : undefined
    if (target && !target.startsWith(`${table.name}.`)) found[name] = target
  }
  return { ...found, ...table.refers }
}
