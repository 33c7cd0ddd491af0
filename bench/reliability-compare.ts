import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import type { Tx } from '../src/database/connection.ts'
import type { Engine } from '../src/engine/engine.ts'
import { pathOf } from '../src/engine/files/store.ts'
import { verifyCollege } from '../src/engine/history/verify.ts'
import { table } from '../src/engine/records/stored.ts'
import { reconcile } from '../src/modules/credit-bank/inside/reconcile.ts'
import { differences } from '../src/modules/plan/inside/spending/settle.ts'
import { keptHead, sealKeys } from '../src/server/seal-files.ts'
import { onlyCollege, openOn } from './reliability-college.ts'
import { compareLearned } from './reliability-learned.ts'
import type { Book, Told } from './reliability-writes.ts'

/** What was found wrong, each with what it was. */
export interface Damage {
  readonly lost: string[]
  readonly doubled: string[]
  readonly halved: string[]
  /** Rows of history under seal that do not verify. */
  readonly unsealed: string[]
}

const REGISTERS = ['people', 'plan-claims', 'learning-outcomes'] as const

/** Holds everything clients were told against what is there, and what is there against itself. */
export async function compare(dataDir: string, book: Book): Promise<Damage> {
  const opened = await openOn(dataDir)
  try {
    const { engine } = opened
    const college = await onlyCollege(opened)
    const damage: Damage = { lost: [], doubled: [], halved: [], unsealed: [] }
    await engine.database.inCollege(college, async (tx) => {
      for (const register of REGISTERS) await compareRegister(engine, tx, register, book, damage)
      await compareEvidence(engine, tx, book, damage)
      await compareLearned(tx, book, damage)
      for (const { register, record } of await differences(engine, tx, 'all'))
        damage.halved.push(`the ledger differs from ${register} ${record}`)
      for (const { zh } of (await reconcile(engine, tx)).differences) damage.halved.push(zh)
    })
    const settings = { dataDir, sealKey: undefined }
    const head = keptHead(dataDir, college)
    const verified = await verifyCollege(engine, college, sealKeys(settings), head ? [head] : [])
    damage.unsealed.push(...verified.faults.map((fault) => JSON.stringify(fault)))
    return damage
  } finally {
    await opened.close()
  }
}

interface Kept {
  readonly id: string
  readonly number: string
  readonly version: number
  readonly state: string
  readonly happened: number
}

async function compareRegister(engine: Engine, tx: Tx, name: string, book: Book, damage: Damage): Promise<void> {
  const register = engine.catalogue.registers.get(name)!
  const rows = await tx.run<Kept>(sql`
    SELECT r.id, r.number, r.version, r.state, (
      SELECT count(*) FROM history h WHERE h.college_id = r.college_id AND h.subject = ${name} AND h.subject_id = r.id::text
        AND h.action NOT LIKE 'evidence-%') AS happened
    FROM ${table(register)} r WHERE r.college_id = ${tx.collegeId} AND r.number LIKE 'R%'`)
  const byId = new Map(rows.map((row) => [row.id, row]))
  const isThere = (told: Told) => {
    const row = byId.get(told.id)
    return (
      row !== undefined && (row.version > told.version || (row.version === told.version && row.state === told.state))
    )
  }
  for (const told of book.told.values())
    if (told.register === name && !isThere(told)) damage.lost.push(`${name} ${told.number} version ${told.version}`)
  for (const [number, same] of Map.groupBy(rows, (row) => row.number))
    if (same.length > 1) damage.doubled.push(`${name} ${number}: ${same.length} records`)
  for (const row of rows) {
    const what = `${name} ${row.number}: version ${row.version}, ${row.happened} lines of history`
    if (row.happened > row.version) damage.doubled.push(what)
    if (row.happened < row.version) damage.halved.push(what)
  }
  const orphans = await tx.run<{ subject_id: string }>(sql`
    SELECT h.subject_id FROM history h WHERE h.college_id = ${tx.collegeId} AND h.subject = ${name}
      AND NOT EXISTS (SELECT FROM ${table(register)} r WHERE r.college_id = h.college_id AND r.id::text = h.subject_id)`)
  for (const { subject_id } of orphans) damage.halved.push(`history of ${name} ${subject_id}, which is not there`)
  const unheard = await tx.run<{ id: string }>(sql`
    SELECT o.id FROM outbox o WHERE o.college_id = ${tx.collegeId} AND o.subject = ${name}
      AND NOT EXISTS (SELECT FROM history h WHERE h.college_id = o.college_id AND h.subject = o.subject AND h.subject_id = o.subject_id)`)
  for (const { id } of unheard) damage.halved.push(`outbox ${id} of ${name} without history`)
}

async function compareEvidence(engine: Engine, tx: Tx, book: Book, damage: Damage): Promise<void> {
  const rows = await tx.run<{ subject_id: string; sha256: string; name: string; n: number; told: number }>(sql`
    SELECT e.subject_id, e.sha256, e.name, count(*) AS n, (
      SELECT count(*) FROM history h WHERE h.college_id = ${tx.collegeId} AND h.subject = 'people' AND h.subject_id = e.subject_id
        AND h.action = 'evidence-added') AS told
    FROM evidence e WHERE e.college_id = ${tx.collegeId} GROUP BY e.subject_id, e.sha256, e.name`)
  for (const row of rows) {
    if (row.n !== 1) damage.doubled.push(`evidence ${row.name}: ${row.n} times`)
    if (row.told !== row.n) damage.halved.push(`evidence ${row.name}: ${row.told} lines of history`)
    const file = pathOf(engine.filesDir, row.sha256)
    const content = existsSync(file) ? readFileSync(file) : undefined
    if (!content || createHash('sha256').update(content).digest('hex') !== row.sha256)
      damage.halved.push(`evidence ${row.name}: its file is ${content ? 'another' : 'not there'}`)
  }
  const kept = new Set(rows.map((row) => `${row.subject_id} ${row.sha256}`))
  for (const told of book.told.values())
    for (const sha256 of told.evidence)
      if (!kept.has(`${told.id} ${sha256}`)) damage.lost.push(`evidence of ${told.number}`)
}

/** How many things are wrong. */
export const countOf = (damage: Damage): number => Object.values(damage).reduce((sum, list) => sum + list.length, 0)
