import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { type Actor, asSystem, hasRole } from '../../../../engine/access/actor.ts'
import { today } from '../../../../engine/access/today.ts'
import { collegeRegister } from '../../../../engine/codes/college-register.ts'
import type { Engine } from '../../../../engine/engine.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import { act } from '../../../../engine/records/act.ts'
import { getRecord, visibleSql } from '../../../../engine/records/list.ts'
import { columns, type Row, type Stored, stored, table } from '../../../../engine/records/stored.ts'
import { notAllowed, Refusal } from '../../../../engine/refusal.ts'
import type { WirePackage } from '../../wire-proof.ts'
import { openPlan } from '../plan-scope.ts'
import { OFFICE } from './proof-office.ts'

const PACKAGES = 'evidence-packages'

/** Where a package lies: beside the files that it was made of. */
export const packagePath = ({ filesDir }: Engine, college: string, id: string) =>
  join(filesDir, 'packages', college, `${id}.zip`)

/** Notes a package that is to be made. @returns its id @throws Refusal 403, 404 */
export async function askPackage(engine: Engine, tx: Tx, actor: Actor, plan: string): Promise<string> {
  if (!hasRole(actor, OFFICE)) throw notAllowed({ zh: '生成佐证包', en: 'make an evidence package' })
  const scope = await openPlan(engine, tx, actor, plan)
  const made = await act(engine, tx, actor, {
    register: PACKAGES,
    action: 'create',
    values: {
      number: `${scope.plan.code}-${v7().slice(-12)}`,
      name: `${scope.plan.name} 佐证包`,
      plan: scope.plan.id,
      askedOn: today(),
    },
  })
  return made.id
}

/** Keeps what became of a package, whoever asked for it. */
export async function keepPackage(
  engine: Engine,
  tx: Tx,
  id: string,
  values: Readonly<Record<string, unknown>>,
  step?: 'finish' | 'cancel',
): Promise<void> {
  const system = asSystem(tx.collegeId, '生成佐证包')
  const record = await getRecord(tx, system, await collegeRegister(engine, tx, PACKAGES), id)
  const { version } =
    Object.keys(values).length === 0
      ? record
      : await act(engine, tx, system, { register: PACKAGES, id, action: 'update', version: record.version, values })
  if (step && record.state === 'waiting')
    await act(engine, tx, system, { register: PACKAGES, id, action: step, version })
}

/** A package within the actor's reach. @throws Refusal 404 */
export async function getPackage(engine: Engine, tx: Tx, actor: Actor, id: string): Promise<Stored> {
  return getRecord(tx, actor, await collegeRegister(engine, tx, PACKAGES), id)
}

/** A package that may be fetched. @throws Refusal 404; 409 when it is not ready */
export async function readyPackage(engine: Engine, tx: Tx, actor: Actor, id: string): Promise<Stored> {
  const record = await getPackage(engine, tx, actor, id)
  if (record.state !== 'ready')
    throw new Refusal('conflict', {
      zh: '佐证包还没有生成好：请稍后再下载，或重新生成',
      en: 'The package is not ready: try again later, or have it made anew',
    })
  return record
}

/** A plan's packages, the latest first, with how far those are that are being made. @throws Refusal 403, 404 */
export async function listPackages(engine: Engine, tx: Tx, actor: Actor, plan: string): Promise<WirePackage[]> {
  const scope = await openPlan(engine, tx, actor, plan)
  if (!scope.canRead(PACKAGES)) return []
  const register = await collegeRegister(engine, tx, PACKAGES)
  const rows = await tx.run<Row>(sql`
    SELECT ${columns(register)} FROM ${table(register)}
    WHERE ${visibleSql(register, actor, { where: [['plan', 'is', scope.plan.id]] }, tx)} ORDER BY id DESC LIMIT 20`)
  const packages = rows.map((row) => stored(register, row))
  const runs = await tx.run<{
    id: string
    done: number | null
    total: number | null
    state: string
    error: string | null
  }>(sql`
    SELECT id, done, total, state, error FROM job_runs
    WHERE college_id = ${tx.collegeId} AND id = ANY(${packages.flatMap(({ values }) => (typeof values['run'] === 'string' ? [values['run']] : []))}::uuid[])`)
  const runOf = new Map(runs.map((run) => [run.id, run]))
  const text = (value: unknown) => (typeof value === 'string' ? value : null)
  const number = (value: unknown) => (typeof value === 'number' ? value : null)
  return packages.map(({ id, state, values }) => {
    const run = runOf.get(text(values['run']) ?? '')
    return {
      id,
      name: text(values['name']) ?? '',
      state: state === 'waiting' && run?.state === 'failed' ? 'failed' : state,
      askedOn: text(values['askedOn']) ?? '',
      files: number(values['files']),
      problems: number(values['problems']),
      bytes: text(values['bytes']),
      digest: text(values['digest']),
      done: run?.done ?? null,
      total: run?.total ?? null,
      error: run?.error ?? null,
    }
  })
}

/** Removes what was written of a package. */
export const dropPackage = (engine: Engine, college: string, id: string): Promise<void> =>
  rm(packagePath(engine, college, id), { force: true })
