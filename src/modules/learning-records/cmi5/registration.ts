import { sql } from 'kysely'
import { v4, v7 } from 'uuid'
import type { Tx } from '../../../engine/module-server.ts'
import type { Json } from '../statement/check-statement.ts'
import { type Courseware, getCourseware } from './keep-courseware.ts'
import { recordPlatform } from './platform-statements.ts'
import { blocksOf, type Progress, satisfiedParts } from './structure.ts'

/** One learner in one courseware (cmi5 9.6.1): what they launch there, in however many sessions, belongs together. */
export interface Registration {
  readonly id: string
  readonly courseware: Courseware
  readonly learnerId: string
  readonly actor: Json
  readonly satisfied: readonly number[]
}

export interface UnitProgress extends Progress {
  readonly unit: number
  readonly completedAt: string | null
  readonly passedAt: string | null
  readonly failedAt: string | null
  readonly waivedAt: string | null
  readonly score: string | null
}

interface Row {
  readonly id: string
  readonly courseware_id: string
  readonly learner_id: string
  readonly actor: Json
  readonly satisfied: number[]
}

/** A registration, held until the transaction ends, so that each part is said to be done once. */
export async function holdRegistration(tx: Tx, id: string): Promise<Registration> {
  const [row] = await tx.run<Row>(
    sql`SELECT id, courseware_id, learner_id, actor, satisfied FROM courseware_registrations WHERE college_id = ${tx.collegeId} AND id = ${id} FOR UPDATE`,
  )
  if (!row) throw new Error(`Registration ${id} was not found`)
  const courseware = await getCourseware(tx, row.courseware_id)
  return { id: row.id, courseware, learnerId: row.learner_id, actor: row.actor, satisfied: row.satisfied }
}

/** The learner's registration, made when there is none. What asks nothing of a learner is done from the start (cmi5 9.6.1.1). */
export async function register(tx: Tx, courseware: Courseware, learnerId: string, actor: Json): Promise<Registration> {
  const [made] = await tx.run<{ id: string }>(sql`
    INSERT INTO courseware_registrations (college_id, id, courseware_id, learner_id, actor, created_at, satisfied)
    VALUES (${tx.collegeId}, ${v4()}, ${courseware.id}, ${learnerId}, ${JSON.stringify(actor)}, ${new Date().toISOString()}, '{}')
    ON CONFLICT (college_id, courseware_id, learner_id) DO NOTHING RETURNING id`)
  const [found] = made
    ? [made]
    : await tx.run<{ id: string }>(
        sql`SELECT id FROM courseware_registrations WHERE college_id = ${tx.collegeId} AND courseware_id = ${courseware.id} AND learner_id = ${learnerId}`,
      )
  const registration = await holdRegistration(tx, found!.id)
  if (made) await settle(tx, registration, v7())
  return registration
}

interface ProgressRow {
  readonly unit: number
  readonly completed_at: string | null
  readonly passed_at: string | null
  readonly failed_at: string | null
  readonly waived_at: string | null
  readonly score: string | null
}

export async function progressOf(tx: Tx, registrationId: string): Promise<ReadonlyMap<number, UnitProgress>> {
  const rows = await tx.run<ProgressRow>(
    sql`SELECT unit, completed_at, passed_at, failed_at, waived_at, score FROM courseware_progress WHERE college_id = ${tx.collegeId} AND registration_id = ${registrationId}`,
  )
  return new Map(rows.map((row) => [row.unit, unitProgress(row)]))
}

export const unitProgress = (row: ProgressRow): UnitProgress => ({
  unit: row.unit,
  completed: row.completed_at !== null,
  passed: row.passed_at !== null,
  waived: row.waived_at !== null,
  completedAt: row.completed_at,
  passedAt: row.passed_at,
  failedAt: row.failed_at,
  waivedAt: row.waived_at,
  score: row.score,
})

/** Notes what a unit reported, or that it is waived; the first moment of each counts, and the last score. */
export async function noteProgress(
  tx: Tx,
  registrationId: string,
  unit: number,
  what: 'completed' | 'passed' | 'failed' | 'waived',
  at: string,
  score: string | null = null,
): Promise<void> {
  const column = sql.ref(`${what}_at`)
  await tx.run(sql`
    INSERT INTO courseware_progress AS p (college_id, registration_id, unit, ${column}, score)
    VALUES (${tx.collegeId}, ${registrationId}, ${unit}, ${at}, ${score}::numeric)
    ON CONFLICT (college_id, registration_id, unit)
    DO UPDATE SET ${column} = coalesce(p.${column}, excluded.${column}), score = coalesce(excluded.score, p.score)`)
}

/** Says of each block and of the course that it is done, once, when all within it is (cmi5 9.3.9). */
export async function settle(tx: Tx, registration: Registration, sessionId: string): Promise<void> {
  const { courseware, satisfied } = registration
  const done = satisfiedParts(courseware.structure, await progressOf(tx, registration.id))
  const fresh = done.filter((number) => !satisfied.includes(number))
  if (fresh.length === 0) return
  const blocks = new Map(blocksOf(courseware.structure).map((block) => [block.number, block]))
  await recordPlatform(
    tx,
    registration,
    fresh.map((number) => ({ verb: 'satisfied', sessionId, part: blocks.get(number) ?? courseware.structure, number })),
  )
  await tx.run(sql`
    UPDATE courseware_registrations SET satisfied = ${[...satisfied, ...fresh]}::integer[],
      satisfied_at = ${fresh.includes(0) ? new Date().toISOString() : null}
    WHERE college_id = ${tx.collegeId} AND id = ${registration.id}`)
}
