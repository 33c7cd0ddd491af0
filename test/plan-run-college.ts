import { sql } from 'kysely'
import { vi } from 'vitest'
import type { Tx } from '../src/database/connection.ts'
import type { Actor } from '../src/engine/access/actor.ts'
import { Refusal } from '../src/engine/refusal.ts'
import type { TestDatabase } from '../src/testing/database.ts'
import { idOf, openPlanDatabase, rows } from './plan-college.ts'

/** The demo's plans in a database of their own, under the guards that the server has, on a day of the workshop plan. */

export const WORKSHOP = 'workshop-2026'
export { idOf, rows }

export let db: TestDatabase
export let collegeId: string
export let system: Actor

/** Opens the database that the rest of this file speaks of. */
export async function openPlans(): Promise<void> {
  // The demo's plan runs in this month.
  vi.useFakeTimers({ now: Date.parse('2026-11-22T02:00:00Z'), toFake: ['Date'] })
  ;({ db, collegeId, system } = await openPlanDatabase())
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
