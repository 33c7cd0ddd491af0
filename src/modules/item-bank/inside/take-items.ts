import { sql } from 'kysely'
import type { Actor } from '../../../engine/access/actor.ts'
import type { Engine } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { Refusal } from '../../../engine/refusal.ts'
import type { Item } from '../item/item.ts'
import { openCourse } from './courses-of.ts'

/** An item as it is asked from now on: a copy that no later change of the bank reaches. */
export interface TakenItem {
  readonly itemId: string
  readonly version: number
  readonly item: Item
  readonly knowledgePoints: readonly string[]
}

/**
 * Takes items of a course for an activity or a task, in the order asked for. Their versions are frozen.
 * @throws Refusal 404 when the course's bank is closed to the actor, 422 when an item is not there or out of use
 */
export async function takeItems(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  courseId: string,
  ids: readonly string[],
): Promise<TakenItem[]> {
  if (ids.length === 0) return []
  const course = await openCourse(engine, tx, actor, courseId)
  const rows = await tx.run<TakenItem>(sql`
    SELECT id AS "itemId", version, content AS item, knowledge_points AS "knowledgePoints" FROM items
    WHERE college_id = ${tx.collegeId} AND course_id = ${courseId} AND id = ANY(${[...ids]}::uuid[]) AND retired_at IS NULL
      AND (${course.manages} OR shared OR author_id = ${actor.accountId})`)
  const byId = new Map(rows.map((row) => [row.itemId, row]))
  const taken = ids.map((id) => byId.get(id))
  if (!taken.every((row) => row !== undefined))
    throw new Refusal('invalid', {
      zh: '有题目已停用或不在这门课程的题库中，请重新选题',
      en: 'An item is out of use or not in the bank of this course: choose again',
    })
  await tx.run(sql`
    UPDATE item_versions v SET used_at = ${new Date().toISOString()}
    FROM items i
    WHERE v.college_id = ${tx.collegeId} AND i.college_id = v.college_id AND i.id = v.item_id AND v.version = i.version AND i.id = ANY(${[...ids]}::uuid[])
      AND v.used_at IS NULL`)
  return taken
}
