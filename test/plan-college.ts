import { declarations } from '../catalogue/index.gen.ts'
import { demoRows } from '../demo/index.ts'
import type { Tx } from '../src/database/connection.ts'
import { type Actor, asSystem } from '../src/engine/access/actor.ts'
import { createCollege } from '../src/engine/colleges.ts'
import type { Engine } from '../src/engine/engine.ts'
import { createMany } from '../src/engine/records/write-many.ts'
import { Refusal } from '../src/engine/refusal.ts'
import { assembleCatalogue, firstState } from '../src/language/catalogue.ts'
import { inOrder } from '../src/server/demo.ts'
import { guardList } from '../src/server/guard-list.ts'
import { openTestDatabase } from '../src/testing/database.ts'

/** The demo's plans with their units and people, in a college of its own, and whoever works on them. */
export interface PlanCollege {
  readonly engine: Engine
  readonly collegeId: string
  readonly system: Actor
  idOf(register: string, key: string): string
  inCollege<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Somebody with a role at a unit, which carries these duties. */
  actorAt(role: string, unit: string, offices?: readonly string[], person?: string): Actor
  close(): Promise<void>
}

export const catalogue = assembleCatalogue(declarations)
export const rows = demoRows()
const idOf = (register: string, key: string) => rows.get(register)!.find((row) => row.$key === key)!.$id

/** Guards hear what is done in it, but for its loading. */
export async function openPlanCollege(): Promise<PlanCollege> {
  const db = await openTestDatabase(catalogue)
  const collegeId = await createCollege(db.engine, { code: 'plans', name: '示例学院' }, false)
  const system = asSystem(collegeId, 'test')
  const inCollege = <T>(work: (tx: Tx) => Promise<T>) => db.database.inCollege(collegeId, work)
  await inCollege(async (tx) => {
    for (const register of inOrder(catalogue.registers))
      if (['units', 'people', 'appointments'].includes(register.name) || register.area === 'plan')
        await createMany(
          db.engine,
          tx,
          system,
          register.name,
          (rows.get(register.name) ?? []).map(({ $id, $key: _key, $state, ...values }) => ({
            id: $id,
            values,
            state: $state ?? register.counts?.[0] ?? firstState(register),
          })),
        )
  })
  let serial = 0
  return {
    engine: { ...db.engine, guards: guardList },
    collegeId,
    system,
    idOf,
    inCollege,
    actorAt(role, unit, offices = [], person) {
      const unitId = idOf('units', unit)
      return {
        collegeId,
        accountId: `00000000-0000-7000-9000-00000000001${++serial}`,
        personId: person === undefined ? null : idOf('people', person),
        name: role,
        lang: 'zh',
        held: [{ role, unitId, unitIds: [unitId], isRoot: unit === 'college', offices }],
      }
    },
    close: db.close,
  }
}

/** What a refusal says, with its problems. @throws when nothing is refused */
export async function refused(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof Refusal)) throw error ?? new Error('was not refused')
  return [error.label.zh, ...(error.details.problems ?? []).map(({ message }) => message.zh)].join('；')
}
