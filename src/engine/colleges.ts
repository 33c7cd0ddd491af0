import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Tx } from '../database/connection.ts'
import { asSystem } from './access/actor.ts'
import type { Engine } from './engine.ts'
import { act } from './records/act.ts'
import { forgetUnits } from './units.ts'

export interface College {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly englishName: string | null
  readonly demo: boolean
}

interface CollegeRow {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly english_name: string | null
  readonly demo: boolean
}
const collegeOf = (r: CollegeRow): College => ({
  id: r.id,
  code: r.code,
  name: r.name,
  englishName: r.english_name,
  demo: r.demo,
})

/**
 * All colleges on this server. What they hold is only ever seen one college at a time. Not for use within a
 * transaction: it would wait for a second connection with one in hand.
 */
export async function listColleges(engine: Engine): Promise<College[]> {
  const rows = await engine.database.run<CollegeRow>(
    sql`SELECT id, code, name, english_name, demo FROM colleges ORDER BY code`,
  )
  return rows.map(collegeOf)
}

/** The college that a transaction is bound to. */
export async function collegeOfTx(tx: Tx): Promise<College> {
  const [row] = await tx.run<CollegeRow>(
    sql`SELECT id, code, name, english_name, demo FROM colleges WHERE id = ${tx.collegeId}`,
  )
  return collegeOf(row!)
}

export interface NewCollege {
  readonly id?: string
  readonly code: string
  readonly name: string
  readonly englishName?: string
  readonly demo?: boolean
}

/** Makes a college; its root unit is made with it unless `units` come from elsewhere (the demo, a restore). */
export async function createCollege(engine: Engine, college: NewCollege, withRoot = true): Promise<string> {
  const id = college.id ?? v7()
  await engine.database.run(
    sql`INSERT INTO colleges (id, code, name, english_name, demo, created_at)
        VALUES (${id}, ${college.code}, ${college.name}, ${college.englishName ?? null}, ${college.demo ?? false}, ${new Date().toISOString()})`,
  )
  if (withRoot)
    await engine.database.inCollege(id, (tx) =>
      act(engine, tx, asSystem(id, 'college created'), {
        register: 'units',
        action: 'create',
        values: { code: college.code, name: college.name, englishName: college.englishName ?? null, kind: 'college' },
      }),
    )
  forgetUnits(engine.database, id)
  return id
}
