import { sql } from 'kysely'
import { isUuid, type Tx } from '../../database/connection.ts'
import type { WireSectionComment } from '../../language/wire-reports.ts'
import type { Actor } from '../access/actor.ts'
import { addComment, listComments, resolveComment } from '../comments/comments.ts'
import type { Engine } from '../engine.ts'
import { append } from '../history/append.ts'
import { notAllowed, Refusal } from '../refusal.ts'
import { cleanText } from './clean-text.ts'
import { mayApproveSection, mayWriteSection } from './report-access.ts'
import { SECTION, type SectionRow } from './report-rows.ts'

/** Where the screens show a section. */
export const sectionLink = (section: Pick<SectionRow, 'reportId' | 'id'>): string =>
  `/reports/${section.reportId}?section=${section.id}`

/** A section's comments, oldest first. The caller has checked that the actor may read the report. */
export const listSectionComments = (tx: Tx, sectionId: string): Promise<WireSectionComment[]> =>
  listComments(tx, SECTION, sectionId)

/**
 * Says something about a section, or suggests other words for a place in it; whoever is mentioned is told.
 * @returns the comment's id
 * @throws Refusal 422
 */
export async function addSectionComment(
  tx: Tx,
  actor: Actor,
  section: SectionRow,
  comment: { readonly text: string; readonly anchor?: string | undefined; readonly suggestion?: string | undefined },
): Promise<string> {
  const suggestion = comment.suggestion?.trim() ? cleanText(comment.suggestion) : undefined
  const { id, at } = await addComment(tx, actor, SECTION, section.id, {
    // A suggestion speaks for itself.
    text: comment.text.trim().replaceAll('\u0000', '') || (suggestion === undefined ? '' : '建议改为：'),
    ...(comment.anchor === undefined ? {} : { anchor: cleanText(comment.anchor) }),
    ...(suggestion === undefined ? {} : { suggestion }),
    link: sectionLink(section),
  })
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
  const [found] = isUuid(id)
    ? await tx.run<{ created_by: string }>(
        sql`SELECT created_by FROM comments WHERE college_id = ${tx.collegeId} AND id = ${id} AND subject = ${SECTION} AND subject_id = ${section.id}`,
      )
    : []
  if (!found) throw new Refusal('not-found', { zh: '没有找到这条批注', en: 'This comment was not found' })
  const mine = found.created_by === actor.accountId
  if (!mine && !mayWriteSection(engine, actor, section) && !mayApproveSection(engine, actor, section))
    throw notAllowed({ zh: '处理这条批注', en: 'settle this comment' })
  await resolveComment(tx, actor, SECTION, section.id, id)
  await append(tx, actor, new Date().toISOString(), [
    { subject: SECTION, subjectId: section.id, action: 'comment-resolved', after: { comment: id } },
  ])
}
