import type { UnitNode, UnitTree } from '../../engine/units.ts'
import type { WireUnit } from '../../language/wire-access.ts'

/** The tree as screens draw it: from the root down, in the college's own order. */
export function nestUnits(tree: UnitTree): WireUnit {
  const children = Map.groupBy(tree.units.values(), (u) => u.parentId)
  const placed = new Set<string>()
  const nest = ({ id, code, name, kind, office, to }: UnitNode): WireUnit => {
    placed.add(id) // a circle in the data must not hang the server
    const below = (children.get(id) ?? [])
      .filter((u) => !placed.has(u.id))
      .sort((a, b) => a.order - b.order || (a.code < b.code ? -1 : 1))
    return { id, code, name, kind, office, to, children: below.map(nest) }
  }
  return nest(tree.root)
}
