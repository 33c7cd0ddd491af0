import type { WireDifference } from '../wire.ts'

/** Of an item what is compared. */
export interface ComparedItem {
  readonly id: string
  readonly number: string
  readonly code: string | null
  readonly kind: string
  readonly statement: string
  readonly notes: string | null
  readonly parent: string | null
}

/**
 * What differs between two versions. Items are the same by their number (the CASE identifier), or else by a code that
 * stands once in each; changed when kind, statement or notes differ, moved when they stand below another item.
 */
export function compareItems(
  before: readonly ComparedItem[],
  after: readonly ComparedItem[],
): { readonly same: number; readonly differences: readonly WireDifference[] } {
  const byNumber = new Map(after.map((item) => [item.number, item]))
  const codes = { before: onceByCode(before), after: onceByCode(after) }
  const partner = new Map<string, ComparedItem>()
  for (const item of before) {
    const found =
      byNumber.get(item.number) ??
      (item.code !== null && codes.before.has(item.code) ? codes.after.get(item.code) : undefined)
    if (found) partner.set(item.id, found)
  }
  const matched = new Set([...partner.values()].map(({ id }) => id))
  const was = new Map(before.map((item) => [item.id, item]))
  const is = new Map(after.map((item) => [item.id, item]))
  const placeOf = (all: ReadonlyMap<string, ComparedItem>, { parent }: ComparedItem) => {
    const above = parent === null ? undefined : all.get(parent)
    return above ? (above.code ?? above.statement) : null
  }
  const differences: WireDifference[] = []
  let same = 0
  for (const item of before) {
    const now = partner.get(item.id)
    if (!now) {
      differences.push({ ...nothing, kind: 'removed', code: item.code, before: item.statement })
      continue
    }
    const isMoved =
      (item.parent === null) !== (now.parent === null) ||
      (item.parent !== null && (partner.get(item.parent)?.id ?? '') !== now.parent)
    const isChanged = item.statement !== now.statement || item.kind !== now.kind || item.notes !== now.notes
    if (isChanged)
      differences.push({ ...nothing, kind: 'changed', code: now.code, before: textOf(item), after: textOf(now) })
    if (isMoved)
      differences.push({
        kind: 'moved',
        code: now.code,
        before: null,
        after: now.statement,
        from: placeOf(was, item),
        to: placeOf(is, now),
      })
    if (!isChanged && !isMoved) same++
  }
  for (const item of after)
    if (!matched.has(item.id)) differences.push({ ...nothing, kind: 'added', code: item.code, after: item.statement })
  return { same, differences }
}

const nothing = { before: null, after: null, from: null, to: null }
const textOf = ({ statement, notes }: ComparedItem) => (notes === null ? statement : `${statement}\n${notes}`)

function onceByCode(items: readonly ComparedItem[]): ReadonlyMap<string, ComparedItem> {
  const found = new Map<string, ComparedItem>()
  const twice = new Set<string>()
  for (const item of items) {
    if (item.code === null) continue
    if (found.has(item.code)) twice.add(item.code)
    found.set(item.code, item)
  }
  for (const code of twice) found.delete(code)
  return found
}
