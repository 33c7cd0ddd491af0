import { sql } from 'kysely'
import type { Tx } from '../../../engine/module-server.ts'
import { Refusal } from '../../../engine/refusal.ts'
import type { WirePoint } from '../wire.ts'

/** The knowledge points of a course, in their order. */
export const pointsOf = (tx: Tx, courseId: string): Promise<WirePoint[]> =>
  tx.run<WirePoint>(sql`
    SELECT id, code, name FROM records.knowledge_points
    WHERE college_id = ${tx.collegeId} AND course = ${courseId} AND deleted_at IS NULL ORDER BY place, code`)

/** @throws Refusal 422 when one is no point of the course */
export async function checkPoints(tx: Tx, courseId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const known = new Set((await pointsOf(tx, courseId)).map(({ id }) => id))
  if (ids.every((id) => known.has(id))) return
  const message = {
    zh: '有知识点不属于这门课程，请重新选择',
    en: 'A knowledge point is not of this course: choose again',
  }
  throw new Refusal('invalid', message, { problems: [{ field: 'knowledgePoints', message }] })
}
