import type { Label } from '../../../../language/label.ts'
import type { DifferenceKind, WireDifference } from '../../wire-versions.ts'

/** Something of a plan in words: what is shown is what is compared. */
export interface SideItem {
  /** By what it is found again on the other side. */
  readonly key: string
  /** Number of its task on its own side. */
  readonly task: string
  readonly name: string
  readonly fields: Readonly<Record<string, { readonly label: Label; readonly text: string | null }>>
}

/** Fields that say where a task stands: a difference in one of them is a move. */
const PLACE: ReadonlySet<string> = new Set(['level', 'parent'])

/**
 * What is on one side alone, and what differs, in the order of the newer side; what is gone comes last.
 * A field that one side does not have counts as empty there.
 */
export function compareSides(
  register: string,
  left: readonly SideItem[],
  right: readonly SideItem[],
): readonly WireDifference[] {
  const known = new Map(left.map((item) => [item.key, item]))
  const found = right.flatMap((item): WireDifference[] => {
    const before = known.get(item.key)
    known.delete(item.key)
    if (!before) return [differenceOf(register, 'added', item, {}, item.fields)]
    const one = differenceOf(register, 'changed', item, before.fields, item.fields)
    if (one.fields.length === 0) return []
    return [{ ...one, kind: one.fields.some(({ field }) => PLACE.has(field)) ? 'moved' : 'changed' }]
  })
  return [...found, ...[...known.values()].map((item) => differenceOf(register, 'removed', item, item.fields, {}))]
}

function differenceOf(
  register: string,
  kind: DifferenceKind,
  { task, name }: SideItem,
  before: SideItem['fields'],
  after: SideItem['fields'],
): WireDifference {
  const names = [...new Set([...Object.keys(after), ...Object.keys(before)])]
  return {
    register,
    kind,
    task,
    name,
    fields: names.flatMap((field) => {
      const [was, is] = [before[field]?.text ?? null, after[field]?.text ?? null]
      if (was === is) return []
      return [{ field, label: (after[field] ?? before[field])!.label, before: was, after: is }]
    }),
  }
}
