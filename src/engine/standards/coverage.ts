import type { Label } from '../../language/label.ts'
import type { Standard, StandardTable } from '../../language/standard.ts'

/** How far the mapping of a table reaches: a matter of the declaration alone. */
export interface Mapping {
  readonly fields: number
  readonly mapped: number
  readonly mandatory: number
  readonly mandatoryMapped: number
  /** Columns that nothing fills, and why. */
  readonly unmapped: readonly { readonly column: string; readonly label: string; readonly why: Label }[]
}

export function mappingOf(table: StandardTable): Mapping {
  const unmapped = table.columns.flatMap(([, column, label, , , source]) =>
    typeof source === 'object' && 'none' in source ? [{ column, label, why: source.none }] : [],
  )
  const missing = new Set(unmapped.map(({ column }) => column))
  const mandatory = table.columns.filter(([, , , , must]) => must === 'M')
  return {
    fields: table.columns.length,
    mapped: table.columns.length - unmapped.length,
    mandatory: mandatory.length,
    mandatoryMapped: mandatory.filter(([, column]) => !missing.has(column)).length,
    unmapped,
  }
}

/** The tables of a standard, in its order. */
export const tablesOf = (standard: Standard, tables: ReadonlyMap<string, StandardTable>): readonly StandardTable[] =>
  [...tables.values()].filter((table) => table.standard === standard.name)

/** Days after which a report of a table is overdue: its frequency and some grace. */
const DAYS = { day: 2, week: 9, month: 35, term: 190, year: 370 } as const

/**
 * Is a report due that has not been made?
 * @param last when the table was last reported, YYYY-MM-DD or a moment; null for never
 * @param today YYYY-MM-DD
 */
export function isOverdue(table: StandardTable, last: string | null, today: string): boolean {
  if (last === null) return true
  const days = (Date.parse(today) - Date.parse(last.slice(0, 10))) / 86_400_000
  return days > DAYS[table.every]
}
