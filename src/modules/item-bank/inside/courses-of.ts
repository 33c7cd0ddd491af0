import { sql } from 'kysely'
import type { Actor } from '../../../engine/access/actor.ts'
import { reachOf, reachSql } from '../../../engine/access/reach.ts'
import { type Engine, getRegister } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { unknownRecord } from '../../../engine/refusal.ts'
import type { WireCourse } from '../wire.ts'

/** A course whose bank the actor may open. */
export interface OpenCourse extends WireCourse {
  /** Writes the course itself: may change everybody's items of it. */
  readonly manages: boolean
}

/**
 * The courses whose items an actor may see: those they teach by the timetable, lead, or may write. Students teach
 * nothing, so nothing of a bank is ever theirs.
 */
export async function coursesOf(engine: Engine, tx: Tx, actor: Actor, id?: string): Promise<OpenCourse[]> {
  const manages = reachSql(reachOf(getRegister(engine, 'courses'), actor, 'write'), actor)
  const person = actor.personId
  return tx.run<OpenCourse>(sql`
    WITH staff AS (
      SELECT id FROM records.staff
      WHERE college_id = ${tx.collegeId} AND person = ${person}::uuid AND deleted_at IS NULL AND left_on IS NULL
    ), taught AS (
      SELECT course FROM records.lessons WHERE college_id = ${tx.collegeId} AND deleted_at IS NULL AND teacher IN (SELECT id FROM staff)
      UNION SELECT course FROM records.programme_courses WHERE college_id = ${tx.collegeId} AND deleted_at IS NULL AND leader IN (SELECT id FROM staff)
    ), own AS (
      SELECT id, code, name, leader, ${manages} AS manages FROM records.courses WHERE college_id = ${tx.collegeId} AND deleted_at IS NULL
    )
    SELECT id, code, name, manages FROM own
    WHERE (manages OR leader = ${person}::uuid OR id IN (SELECT course FROM taught)) AND (${id ?? null}::uuid IS NULL OR id = ${id ?? null}::uuid)
    ORDER BY code`)
}

/** One of them. @throws Refusal 404 for everybody else, whether there is such a course or not */
export async function openCourse(engine: Engine, tx: Tx, actor: Actor, id: string): Promise<OpenCourse> {
  const [course] = await coursesOf(engine, tx, actor, id)
  if (!course) throw unknownRecord()
  return course
}
