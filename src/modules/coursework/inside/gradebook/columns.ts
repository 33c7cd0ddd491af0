import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Actor } from '../../../../engine/access/actor.ts'
import { append } from '../../../../engine/history/append.ts'
import { Exact } from '../../../../engine/indicators/exact.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import { Refusal, unknownRecord } from '../../../../engine/refusal.ts'
import type { WireColumn, WireColumnChange } from '../../wire-gradebook.ts'
import { type TeachingClass, teacherSeat } from '../classes.ts'
import { checkCategory } from './books.ts'

/** Columns of a gradebook that are filled by hand. What becomes of a column is kept in the history, for its teacher to read. */
const SUBJECT = 'coursework-columns'

export const columnsOf = (tx: Tx, teachingClass: string): Promise<WireColumn[]> =>
  tx.run<WireColumn>(sql`
    SELECT id, category_id AS "categoryId", title, max_score AS "maxScore" FROM coursework_columns
    WHERE college_id = ${tx.collegeId} AND teaching_class = ${teachingClass} AND withdrawn_at IS NULL ORDER BY made_at, id`)

type ColumnInput = Omit<WireColumn, 'id'>

async function check(tx: Tx, of: TeachingClass, { categoryId, maxScore }: ColumnInput): Promise<void> {
  await checkCategory(tx, of, categoryId)
  if (new Exact(maxScore).lte(0)) throw new Refusal('invalid', { zh: '满分应大于 0', en: 'The maximum is above 0' })
}

const tell = (
  tx: Tx,
  actor: Actor,
  subjectId: string,
  what: Omit<Parameters<typeof append>[3][number], 'subject' | 'subjectId'>,
) => append(tx, actor, new Date().toISOString(), [{ subject: SUBJECT, subjectId, ...what }])

/** Adds a column. @throws Refusal 404 for a category that is none, 422 */
export async function addColumn(tx: Tx, actor: Actor, teachingClass: string, column: ColumnInput): Promise<void> {
  const { of } = await teacherSeat(tx, actor, teachingClass)
  await check(tx, of, column)
  const id = v7()
  await tx.run(sql`
    INSERT INTO coursework_columns (college_id, id, teaching_class, category_id, title, max_score, made_at)
    VALUES (${tx.collegeId}, ${id}, ${of.teachingClass}, ${column.categoryId}, ${column.title}, ${column.maxScore}, ${new Date().toISOString()})`)
  await tell(tx, actor, id, { action: 'added', after: column })
}

/** Renames a column, moves it to another category or changes its maximum. @throws Refusal 404, 422, 409 below a score that was given */
export async function changeColumn(
  tx: Tx,
  actor: Actor,
  teachingClass: string,
  columnId: string,
  column: ColumnInput,
): Promise<void> {
  const { of } = await teacherSeat(tx, actor, teachingClass)
  await check(tx, of, column)
  const { id, ...before } = await findColumn(tx, of, columnId)
  const [above] = await tx.run<{ n: number; most: string }>(sql`
    SELECT count(*) AS n, max(score) AS most FROM coursework_marks
    WHERE college_id = ${tx.collegeId} AND column_id = ${id} AND score > ${column.maxScore}::numeric`)
  if (above!.n > 0)
    throw new Refusal('conflict', {
      zh: `已有 ${above!.n} 人的分数高于 ${column.maxScore}（最高 ${above!.most}），请先改这些分数`,
      en: `${above!.n} students have more than ${column.maxScore} (up to ${above!.most}): change their scores first`,
    })
  await tx.run(sql`
    UPDATE coursework_columns SET title = ${column.title}, max_score = ${column.maxScore}, category_id = ${column.categoryId}
    WHERE college_id = ${tx.collegeId} AND id = ${id}`)
  await tell(tx, actor, id, { action: 'changed', before, after: column })
}

/** Takes a column out of the book; its scores are kept, and come back with it. @throws Refusal 404 */
export async function removeColumn(
  tx: Tx,
  actor: Actor,
  teachingClass: string,
  columnId: string,
  reason: string,
): Promise<void> {
  const { of } = await teacherSeat(tx, actor, teachingClass)
  const { id, ...before } = await findColumn(tx, of, columnId)
  await tx.run(sql`
    UPDATE coursework_columns SET withdrawn_at = ${new Date().toISOString()} WHERE college_id = ${tx.collegeId} AND id = ${id}`)
  await tell(tx, actor, id, { action: 'removed', before, reason })
}

/** Puts a removed column back, with its scores. @throws Refusal 404, 409 when its category is gone */
export async function restoreColumn(tx: Tx, actor: Actor, teachingClass: string, columnId: string): Promise<void> {
  const { of } = await teacherSeat(tx, actor, teachingClass)
  const [removed] = await tx.run<ColumnInput>(sql`
    UPDATE coursework_columns SET withdrawn_at = NULL
    WHERE college_id = ${tx.collegeId} AND id = ${columnId} AND teaching_class = ${of.teachingClass} AND withdrawn_at IS NOT NULL
    RETURNING category_id AS "categoryId", title, max_score AS "maxScore"`)
  if (!removed) throw unknownRecord()
  await checkCategory(tx, of, removed.categoryId).catch(() => {
    throw new Refusal('conflict', {
      zh: `“${removed.title}”原来的成绩类别已删除，无法恢复；请新建一列`,
      en: `The category of "${removed.title}" is gone, so it cannot come back: add a new column`,
    })
  })
  await tell(tx, actor, columnId, { action: 'restored', after: removed })
}

async function findColumn(tx: Tx, of: TeachingClass, columnId: string): Promise<WireColumn> {
  const column = (await columnsOf(tx, of.teachingClass)).find(({ id }) => id === columnId)
  if (!column) throw unknownRecord()
  return column
}

/** What became of the columns of a class, newest first. */
export async function columnChanges(tx: Tx, actor: Actor, teachingClass: string): Promise<WireColumnChange[]> {
  const { of } = await teacherSeat(tx, actor, teachingClass)
  return tx.run<WireColumnChange>(sql`
    SELECT h.id, h.subject_id AS "columnId", h.at, h.actor_name AS by, h.action, h.before, h.after, h.reason,
      h.action = 'removed' AND c.withdrawn_at IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM history l WHERE l.college_id = h.college_id AND l.subject = h.subject AND l.subject_id = h.subject_id AND l.id > h.id)
        AS "canRestore"
    FROM coursework_columns c
    JOIN history h ON h.college_id = c.college_id AND h.subject = ${SUBJECT} AND h.subject_id = c.id::text
    WHERE c.college_id = ${tx.collegeId} AND c.teaching_class = ${of.teachingClass} ORDER BY h.id DESC`)
}
