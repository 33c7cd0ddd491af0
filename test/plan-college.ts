import { sql } from 'kysely'
import { vi } from 'vitest'
import { declarations } from '../catalogue/index.gen.ts'
import { demoRows } from '../demo/index.ts'
import type { Tx } from '../src/database/connection.ts'
import { type Actor, asSystem } from '../src/engine/access/actor.ts'
import { createCollege, listColleges } from '../src/engine/colleges.ts'
import type { Engine } from '../src/engine/engine.ts'
import type { Guard } from '../src/engine/records/guards.ts'
import { createMany } from '../src/engine/records/write-many.ts'
import { Refusal } from '../src/engine/refusal.ts'
import { assembleCatalogue, firstState } from '../src/language/catalogue.ts'
import { inOrder } from '../src/server/demo.ts'
import { guardList } from '../src/server/guard-list.ts'
import { openFilledDatabase, type TestDatabase } from '../src/testing/database.ts'

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
export const idOf = (register: string, key: string): string => {
  const found = rows.get(register)!.find((row) => row.$key === key)
  if (!found) throw new Error(`${register} has no ${key}`)
  return found.$id
}

/** The demo's plans, their scores, and the units and people that they name. */
async function load(engine: Engine): Promise<void> {
  // History of the loading lies before whatever a test does, also of one whose day is not today.
  vi.useFakeTimers({ now: Date.parse('2024-01-01T00:00:00Z'), toFake: ['Date'] })
  const collegeId = await createCollege(engine, { code: 'plans', name: '示例学院' }, false)
  await engine.database.inCollege(collegeId, async (tx) => {
    for (const register of inOrder(catalogue.registers))
      if (['units', 'people', 'appointments'].includes(register.name) || ['plan', 'scoring'].includes(register.area))
        await createMany(
          engine,
          tx,
          asSystem(collegeId, 'test'),
          register.name,
          (rows.get(register.name) ?? []).map(({ $id, $key: _key, $state, ...values }) => ({
            id: $id,
            values,
            state: $state ?? register.counts?.[0] ?? firstState(register),
          })),
        )
    // Statements are planned for the rows that are there.
    await tx.run(sql`SELECT analyze_tables(NULL)`)
  })
  vi.useRealTimers()
}

/** A database with the plans in it, loaded once per run; the guards hear what is done from then on. */
export async function openPlanDatabase(guards: readonly Guard[] = guardList) {
  const copy = await openFilledDatabase(catalogue, 'plans', load)
  const db: TestDatabase = { ...copy, engine: { ...copy.engine, guards } }
  const collegeId = (await listColleges(db.engine))[0]!.id
  const inCollege = <T>(work: (tx: Tx) => Promise<T>) => db.database.inCollege(collegeId, work)
  return { db, collegeId, system: asSystem(collegeId, 'test'), inCollege }
}

export async function openPlanCollege(): Promise<PlanCollege> {
  const { db, collegeId, system, inCollege } = await openPlanDatabase()
  let serial = 0
  return {
    engine: db.engine,
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
