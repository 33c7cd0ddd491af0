import type { Tx } from '../../database/connection.ts'
import type { Label } from '../../language/label.ts'
import type { Actor } from '../access/actor.ts'
import type { Engine } from '../engine.ts'
import { unitTree } from '../units.ts'
import { listFigures } from './figures.ts'

/** How far each office is with the figures that it answers for. */
export interface Completeness {
  readonly office: string
  readonly label: Label
  readonly unitId: string
  readonly unitName: string
  readonly expected: number
  readonly valued: number
  readonly reviewed: number
  readonly approved: number
  readonly changed: number
  /** Codes still without a value, and codes waiting for the next hand. */
  readonly missing: readonly string[]
}

export async function completeness(engine: Engine, tx: Tx, actor: Actor, period: string): Promise<Completeness[]> {
  const tree = await unitTree(engine.database, tx)
  const figures = await listFigures(engine, tx, actor, { period })
  const byOffice = Map.groupBy(figures, (f) => f.owner)
  return [...byOffice].map(([office, owned]) => {
    const unit = tree.ofOffice(office)
    const has = (...statuses: string[]) => owned.filter((f) => statuses.includes(f.status)).length
    return {
      office,
      label: engine.catalogue.offices.values[office] ?? { zh: office, en: office },
      unitId: unit.id,
      unitName: unit.name,
      expected: owned.length,
      valued: owned.filter((f) => f.value !== null).length,
      reviewed: has('reviewed', 'approved', 'published'),
      approved: has('approved', 'published'),
      changed: owned.filter((f) => f.changed).length,
      missing: owned.filter((f) => f.value === null).map((f) => f.code),
    }
  })
}
