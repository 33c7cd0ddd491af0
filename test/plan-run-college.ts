import { sql } from 'kysely'
import { vi } from 'vitest'
import { declarations } from '../catalogue/index.gen.ts'
import { demoRows } from '../demo/index.ts'
import type { Tx } from '../src/database/connection.ts'
import { type Actor, asSystem } from '../src/engine/access/actor.ts'
import { createCollege } from '../src/engine/colleges.ts'
import { createMany } from '../src/engine/records/write-many.ts'
import { Refusal } from '../src/engine/refusal.ts'
import { assembleCatalogue, firstState } from '../src/language/catalogue.ts'
import { inOrder } from '../src/server/demo.ts'
import { guardList } from '../src/server/guard-list.ts'
import { openTestDatabase, type TestDatabase } from '../src/testing/database.ts'

/** The demo's plans in a database of their own, under the guards that the server has, on a day of the workshop plan. */

export const WORKSHOP = 'workshop-2026'
const catalogue = assembleCatalogue(declarations)
export const rows = demoRows()
export const idOf = (register: string, key: string) => {
  const found = rows.get(register)!.find((row) => row.$key === key)
  if (!found) throw new Error(`${register} has no ${key}`)
  return found.$id
}

export let db: TestDatabase
export let collegeId: string
export let system: Actor

/** Opens the database that the rest of this file speaks of. */
export async function openPlans(): Promise<void> {
  // The demo's plan runs in this month.
  vi.useFakeTimers({ now: Date.parse('2026-11-22T02:00:00Z'), toFake: ['Date'] })
  db = await openTestDatabase(catalogue, guardList)
  collegeId = await createCollege(db.engine, { code: 'plan-run', name: '示例学院' }, false)
  system = asSystem(collegeId, 'test')
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
          { validate: false },
        )
  })
}

export async function closePlans(): Promise<void> {
  vi.useRealTimers()
  await db.close()
}

export const inCollege = <T>(work: (tx: Tx) => Promise<T>) => db.database.inCollege(collegeId, work)

/** Undoes what a test did. */
export async function scratch(work: (tx: Tx) => Promise<void>): Promise<void> {
  const undo = new Error('undone')
  await inCollege(async (tx) => {
    await work(tx)
    throw undo
  }).catch((error: unknown) => {
    if (error !== undo) throw error
  })
}

/** Somebody with a role at one unit of the demo, each with an account of their own. */
export function actorAt(role: string, unit: string, person: string | null = null): Actor {
  const unitId = idOf('units', unit)
  const isRoot = unit === 'college'
  const unitIds = isRoot ? rows.get('units')!.map((row) => row.$id) : [unitId]
  return {
    collegeId,
    accountId: idOf('units', unit).replace(/^.{8}/, role.length.toString(16).padStart(8, 'a')),
    personId: person === null ? null : idOf('people', person),
    name: role,
    lang: 'zh',
    held: [{ role, unitId, unitIds, isRoot, offices: [] }],
  }
}
export const teacher = () => actorAt('teacher', 'automotive', 'T0200')
export const head = () => actorAt('unit-head', 'automotive')
export const office = () => actorAt('quality-office', 'college')
export const leader = () => actorAt('college-leader', 'college')

export const TASK = 'GF-1-1-1'
export const report = (values: Readonly<Record<string, unknown>> = {}, number = TASK) => ({
  register: 'task-progress',
  action: 'create',
  values: {
    task: idOf('plan-tasks', number),
    unit: idOf('units', 'automotive'),
    filledBy: idOf('people', 'T0200'),
    month: '2026-11',
    percent: 75,
    done: '完成水电安装',
    ...values,
  },
})
export const on = (register: string, key: string, action: string, more: object = {}) => ({
  register,
  id: idOf(register, key),
  action,
  version: 1,
  ...more,
})

/** What a refusal says, with the transaction as it was before; 'done' when there was none. */
export async function refusedWith(tx: Tx, work: () => Promise<unknown>): Promise<string> {
  await tx.run(sql`SAVEPOINT tried`)
  const said = await work().then(
    () => 'done',
    (error: unknown) => {
      if (!(error instanceof Refusal)) throw error
      return error.details.problems?.map(({ message }) => message.zh).join('；') ?? error.label.zh
    },
  )
  await tx.run(sql`ROLLBACK TO SAVEPOINT tried`)
  return said
}
