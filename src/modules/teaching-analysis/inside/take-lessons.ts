import { sql } from 'kysely'
import type { Engine } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { adviseLessons } from './advise.ts'
import { fillFromLessons } from './fill.ts'

/**
 * Takes closed lessons into the college's registers, and gives advice on them. Whoever does it again changes nothing.
 * @returns how many records were made, changed or removed, and how many pieces of advice are new
 */
export async function takeLessons(
  engine: Engine,
  tx: Tx,
  sessions: readonly string[],
  now: string,
): Promise<{ records: number; advice: number }> {
  const { created, updated, removed } = await fillFromLessons(engine, tx, sessions, now)
  const classes = await tx.run<{ courseId: string; teachingClass: string }>(sql`
    SELECT DISTINCT course_id AS "courseId", teaching_class AS "teachingClass" FROM classroom_sessions
    WHERE college_id = ${tx.collegeId} AND id = ANY(${[...sessions]}::uuid[])`)
  let advice = 0
  for (const key of classes) advice += await adviseLessons(tx, key, sessions, now)
  return { records: created + updated + removed, advice }
}
