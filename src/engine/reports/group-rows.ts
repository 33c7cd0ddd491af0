import type { ResolvedRow, TableCell } from '../../language/document.ts'
import type { Field } from '../../language/fields.ts'
import type { Label } from '../../language/label.ts'
import type { AnyRegister } from '../../language/register.ts'
import type { Stored } from '../records/stored.ts'

const HEADS = new Set(['choice', 'reference'])

/** May its values head groups of rows? Those of a choice or a reference, unless some roles only may read them. */
export const headsGroups = (field: Field): boolean => HEADS.has(field.kind) && !field.readableBy

/** The columns of a table by which its rows may be grouped: grouping shows nothing that the template does not print. */
export function groupFields(
  register: AnyRegister | undefined,
  columns: readonly string[],
): { name: string; label: Label }[] {
  return columns.flatMap((name) => {
    const field = register?.fields[name]
    return field && headsGroups(field) ? [{ name, label: field.label }] : []
  })
}

/** Records by a field's value: a choice in the order of its codes, a reference as the values first appear; empty last. */
export function groupRecords(name: string, field: Field, records: readonly Stored[]): Stored[][] {
  const groups = Map.groupBy(records, (record) => record.values[name] ?? null)
  const codes = field.kind === 'choice' ? Object.keys(field.codes.values) : []
  const rank = (value: unknown) => (value === null ? Infinity : codes.indexOf(String(value)))
  return [...groups].sort(([a], [b]) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b))).map(([, own]) => own)
}

/** A line across the table that names a group and says how many rows it has. */
export function groupHeading(title: string, count: number, columns: number): ResolvedRow {
  const text = `${title === '' ? '（未填）' : title}（${count}）`
  return { kind: 'subhead', level: 0, cells: [{ text, columns }, ...Array<null>(columns - 1).fill(null)] }
}

/** A line of sums, named in its first free place. */
export function sumRow(words: string, sums: readonly (string | null)[]): ResolvedRow {
  // Empty, not null: null is a place that another cell covers.
  const places = sums.map((sum) => sum ?? '')
  const cells: TableCell[] = sums[0] === null ? ['', words, ...places.slice(1)] : [words, ...places]
  return { kind: 'total', level: 0, cells }
}
