import { sql } from 'kysely'
import type { Tx } from '../database/connection.ts'
import type { Actor } from './access/actor.ts'
import type { Engine } from './engine.ts'
import { forgetRecorded } from './indicators/unrecorded.ts'
import { watchFigures } from './indicators/watch.ts'
import { dependents, FIGURE, indicatorsBehindCatalogue, refreshFigures } from './indicators/refresh.ts'

export interface Told {
  readonly subject: string
  readonly subjectId: string
  readonly action: string
  readonly actorId: string | null
}

/** What listens to changes. Each is given all that happened since it last heard. */
type Listener = (engine: Engine, tx: Tx, told: readonly Told[]) => Promise<void>

const listeners: readonly Listener[] = [
  async function figures(engine, tx, told) {
    const registers = new Set(told.map((t) => t.subject).filter((s) => !s.startsWith('@')))
    const affected =
      registers.has('periods') || registers.has('units')
        ? [...engine.catalogue.indicators.values()]
        : dependents(engine.catalogue, registers)
    if (affected.length === 0) return
    await refreshFigures(engine, tx, affected, [...registers].join(', '))
    await watchFigures(engine, tx)
  },
]

/** Colleges whose figures this process has compared with its catalogue. */
const caughtUp = new WeakMap<Engine, Set<string>>()

/** Once per process and college: a new indicator counts the records that were there before it. */
async function catchUp(engine: Engine, tx: Tx): Promise<void> {
  const done = caughtUp.get(engine) ?? new Set<string>()
  caughtUp.set(engine, done)
  if (done.has(tx.collegeId)) return
  const missing = await indicatorsBehindCatalogue(engine, tx)
  if (missing.length > 0) {
    await tx.run(sql`SELECT pg_advisory_xact_lock(${HEARING}, hashtext(${tx.collegeId}))`)
    await refreshFigures(engine, tx, missing, 'catalogue')
  }
  done.add(tx.collegeId)
}

/**
 * For whoever only looks at figures. Where a program listens, changes of others are heard by it, every two seconds:
 * if all readers heard each change, they would stand in line for one another. A reader's own changes are heard at once.
 */
export async function hearOwnChanges(engine: Engine, tx: Tx, reader: Actor): Promise<void> {
  if (engine.listens) {
    await catchUp(engine, tx)
    const [own] = await tx.run(
      sql`SELECT 1 FROM outbox WHERE college_id = ${tx.collegeId} AND actor_id = ${reader.accountId} LIMIT 1`,
    )
    if (!own) return
  }
  await hearChanges(engine, tx)
}

/** Number of the lock under which changes are heard. */
const HEARING = 0x6a79

/**
 * Lets everybody hear what changed, in the transaction of the caller: figures that are read afterwards
 * in it are up to date. Cheap when nothing happened.
 */
export async function hearChanges(engine: Engine, tx: Tx): Promise<boolean> {
  await catchUp(engine, tx)
  const [waiting] = await tx.run(sql`SELECT 1 FROM outbox WHERE college_id = ${tx.collegeId} LIMIT 1`)
  if (!waiting) return false
  // One at a time per college: whoever computes later must also write later, or an older value would win.
  await tx.run(sql`SELECT pg_advisory_xact_lock(${HEARING}, hashtext(${tx.collegeId}))`)
  const rows = await tx.run<{ subject: string; subject_id: string; action: string; actor_id: string | null }>(sql`
    DELETE FROM outbox WHERE college_id = ${tx.collegeId} AND id IN (
      SELECT id FROM outbox WHERE college_id = ${tx.collegeId} ORDER BY id LIMIT 5000 FOR UPDATE)
    RETURNING subject, subject_id, action, actor_id`)
  const told = rows
    .filter((r) => r.subject !== FIGURE)
    .map((r) => ({ subject: r.subject, subjectId: r.subject_id, action: r.action, actorId: r.actor_id }))
  if (told.length > 0) forgetRecorded(engine, tx.collegeId)
  if (told.length > 0) for (const listener of listeners) await listener(engine, tx, told)
  return told.length > 0
}
