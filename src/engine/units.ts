import { sql } from 'kysely'
import type { Database, Tx } from '../database/connection.ts'
import { Refusal } from './refusal.ts'

export interface UnitNode {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly kind: string
  readonly office: string | null
  readonly parentId: string | null
  readonly order: number
  /** Ended units stay in the tree: records of their time belong to them. */
  readonly to: string | null
}

/** The college's units, as the engine asks them. */
export interface UnitTree {
  readonly root: UnitNode
  readonly units: ReadonlyMap<string, UnitNode>
  /** The unit and all below it. */
  below(id: string): readonly string[]
  /** The unit and all above it, nearest first. */
  above(id: string): readonly string[]
  /** The unit that carries a duty; the root when none does. */
  ofOffice(office: string | undefined): UnitNode
}

const KEPT_MS = 5000
const kept = new WeakMap<Database, Map<string, { tree: UnitTree; at: number }>>()

/** Forgets what is kept of a college's units: after any of them changed. */
export function forgetUnits(database: Database, collegeId: string): void {
  kept.get(database)?.delete(collegeId)
}

/** The unit tree, kept for a few seconds: other processes see a change of units that late at most. */
export async function unitTree(database: Database, tx: Tx): Promise<UnitTree> {
  const byCollege = kept.get(database) ?? new Map<string, { tree: UnitTree; at: number }>()
  kept.set(database, byCollege)
  const known = byCollege.get(tx.collegeId)
  if (known && Date.now() - known.at < KEPT_MS) return known.tree
  const rows = await tx.run<{
    id: string
    code: string
    name: string
    kind: string
    office: string | null
    parent: string | null
    order: number | null
    to: string | null
  }>(
    sql`SELECT id, code, name, kind, office, parent, "order", "to" FROM records.units WHERE college_id = ${tx.collegeId} AND deleted_at IS NULL`,
  )
  const tree = growTree(
    rows.map((r) => ({
      id: r.id,
      code: r.code,
      name: r.name,
      kind: r.kind,
      office: r.office,
      parentId: r.parent,
      order: r.order ?? 0,
      to: r.to,
    })),
  )
  byCollege.set(tx.collegeId, { tree, at: Date.now() })
  return tree
}

/** @throws Refusal 404 when the college has no such unit: what is asked about it would hang in the air */
export async function checkUnit(database: Database, tx: Tx, id: string): Promise<void> {
  if (!(await unitTree(database, tx)).units.has(id))
    throw new Refusal('not-found', { zh: '没有找到这个单位', en: 'This unit was not found' })
}

/** @throws Error when there is no root: a college is created with one. */
export function growTree(nodes: readonly UnitNode[]): UnitTree {
  const units = new Map(nodes.map((n) => [n.id, n]))
  const children = new Map<string, string[]>()
  for (const n of nodes) if (n.parentId) children.set(n.parentId, [...(children.get(n.parentId) ?? []), n.id])
  const root = nodes.find((n) => n.parentId === null && n.kind === 'college') ?? nodes.find((n) => n.parentId === null)
  if (!root) throw new Error('The college has no root unit: create its units first')
  const below = (id: string): string[] => {
    const found = new Set<string>()
    const visit = (at: string) => {
      if (found.has(at)) return // a circle in the data must not hang the server
      found.add(at)
      for (const child of children.get(at) ?? []) visit(child)
    }
    visit(id)
    return [...found]
  }
  const above = (id: string): string[] => {
    const found: string[] = []
    for (let at: string | null | undefined = id; at && !found.includes(at); at = units.get(at)?.parentId) found.push(at)
    return found
  }
  const offices = new Map<string, UnitNode>()
  for (const n of nodes) if (n.office && !n.to && !offices.has(n.office)) offices.set(n.office, n)
  return { root, units, below, above, ofOffice: (office) => (office && offices.get(office)) || root }
}
