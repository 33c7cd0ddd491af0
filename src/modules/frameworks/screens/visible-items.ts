import type { WireItem } from '../wire.ts'

export interface VisibleItem {
  readonly item: WireItem
  readonly depth: number
  readonly below: number
  readonly isOpen: boolean
}

/**
 * The lines of a tree: what is open, in order; or, with words to look for, what has all of them and everything above it.
 * @param open ids of items whose lower ones are shown
 */
export function visibleItems(
  items: readonly WireItem[],
  open: ReadonlySet<string>,
  search: string,
): { readonly lines: readonly VisibleItem[]; readonly found: number | null } {
  const below = Map.groupBy(items, ({ parent }) => parent)
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const wanted = new Set<string>()
  let found: number | null = null
  if (words.length > 0) {
    const byId = new Map(items.map((item) => [item.id, item]))
    found = 0
    for (const item of items) {
      const text = `${item.code ?? ''} ${item.statement}`.toLowerCase()
      if (!words.every((word) => text.includes(word))) continue
      found++
      for (let at: WireItem | undefined = item; at && !wanted.has(at.id); at = byId.get(at.parent ?? ''))
        wanted.add(at.id)
    }
  }
  const lines: VisibleItem[] = []
  // A stack of our own: a deep tree must not overflow the engine's.
  const stack = (below.get(null) ?? []).map((item) => ({ item, depth: 0 })).toReversed()
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { item, depth } = next
    if (found !== null && !wanted.has(item.id)) continue
    const children = below.get(item.id) ?? []
    const isOpen = found !== null || open.has(item.id)
    lines.push({ item, depth, below: children.length, isOpen })
    if (isOpen) stack.push(...children.map((child) => ({ item: child, depth: depth + 1 })).toReversed())
  }
  return { lines, found }
}
