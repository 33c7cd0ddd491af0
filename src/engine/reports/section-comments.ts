import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Tx } from '../../database/connection.ts'
import type { WireSectionComment } from '../../language/wire-reports.ts'
import type { Actor } from '../access/actor.ts'
import type { Engine } from '../engine.ts'
import { append } from '../history/append.ts'
import { notAllowed, Refusal } from '../refusal.ts'
import { cleanText } from './clean-text.ts'
import { mayApproveSection, mayWriteSection } from './report-access.ts'
import { SECTION, type SectionRow } from './report-rows.ts'

/** A section's comments, oldest first. The caller has checked that the actor may read the report. */
export const listSectionComments = (tx: Tx, sectionId: string): Promise<WireSectionComment[]> =>
  tx.run(sql`
    SELECT id, body AS text, anchor, suggestion, created_by AS by, created_by_name AS "byName", created_at AS at, resolved_at AS "resolvedAt" FROM comments
    WHERE college_id = ${tx.collegeId} AND subject = ${SECTION} AND subject_id = ${sectionId} ORDER BY id`)

/** @returns the comment's id @throws Refusal 422 */
export async function addSectionComment(
  tx: Tx,
  actor: Actor,
  section: SectionRow,
  comment: { readonly text: string; readonly anchor?: string | undefined; readonly suggestion?: string | undefined },
): Promise<string> {
  const text = comment.text.trim()
  if (text === '' && !comment.suggestion?.trim())
    throw new Refusal('invalid', { zh: '请填写批注内容', en: 'Write the comment' })
  const id = v7()
  const at = new Date().toISOString()
  const kept = (value: string | undefined) => (value === undefined ? null : cleanText(value))
  await tx.run(sql`
    INSERT INTO comments (college_id, id, subject, subject_id, body, anchor, suggestion, created_by, created_by_name, created_at)
    VALUES (${tx.collegeId}, ${id}, ${SECTION}, ${section.id}, ${text.replaceAll('\u0000', '')}, ${kept(comment.anchor)}, ${kept(comment.suggestion)}, ${actor.accountId}, ${actor.name}, ${at})`)
  await append(tx, actor, at, [{ subject: SECTION, subjectId: section.id, action: 'comment', after: { comment: id } }])
  return id
}

/** Marks a comment as settled: by whoever wrote it, or writes or reviews the section. @throws Refusal 403, 404 */
export async function resolveSectionComment(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  section: SectionRow,
  id: string,
): Promise<void> {
  const [found] = await tx.run<{ created_by: string }>(
    sql`SELECT created_by FROM comments WHERE college_id = ${tx.collegeId} AND id = ${id} AND subject = ${SECTION} AND subject_id = ${section.id}`,
  )
  if (!found) throw new Refusal('not-found', { zh: '没有找到这条批注', en: 'This comment was not found' })
  if (
    found.created_by !== actor.accountId &&
    !mayWriteSection(engine, actor, section) &&
    !mayApproveSection(engine, actor, section)
  )
    throw notAllowed({ zh: '处理这条批注', en: 'settle this comment' })
  const at = new Date().toISOString()
  await tx.run(
    sql`UPDATE comments SET resolved_at = ${at}, resolved_by = ${actor.accountId} WHERE college_id = ${tx.collegeId} AND id = ${id} AND resolved_at IS NULL`,
  )
  await append(tx, actor, at, [
    { subject: SECTION, subjectId: section.id, action: 'comment-resolved', after: { comment: id } },
  ])
}
