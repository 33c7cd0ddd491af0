import { sql } from 'kysely'
import { v7 } from 'uuid'
import { isUuid, type Tx } from '../../database/connection.ts'
import type { Actor } from '../access/actor.ts'
import { sendNotices } from '../notices/notices.ts'
import { Refusal } from '../refusal.ts'

export interface Comment {
  readonly id: string
  readonly by: string
  readonly byName: string
  readonly at: string
  readonly text: string
  readonly anchor: string | null
  readonly suggestion: string | null
  readonly resolvedAt: string | null
}

interface CommentRow {
  readonly subject_id: string
  readonly id: string
  readonly created_by: string
  readonly created_by_name: string
  readonly created_at: string
  readonly body: string
  readonly anchor: string | null
  readonly suggestion: string | null
  readonly resolved_at: string | null
}

const asComment = (r: CommentRow): Comment => ({
  id: r.id,
  by: r.created_by,
  byName: r.created_by_name,
  at: r.created_at,
  text: r.body,
  anchor: r.anchor,
  suggestion: r.suggestion,
  resolvedAt: r.resolved_at,
})

/** What is said about a subject, oldest first. The caller has checked that the actor may see the subject. */
export async function listComments(tx: Tx, subject: string, subjectId: string): Promise<Comment[]> {
  return (await commentsOf(tx, subject, [subjectId])).get(subjectId) ?? []
}

/** The same of many subjects of one kind, by subject id; subjects that nobody spoke of are absent. */
export async function commentsOf(
  tx: Tx,
  subject: string,
  subjectIds: readonly string[],
): Promise<Map<string, Comment[]>> {
  if (subjectIds.length === 0) return new Map()
  const rows = await tx.run<CommentRow>(sql`
    SELECT subject_id, id, created_by, created_by_name, created_at, body, anchor, suggestion, resolved_at FROM comments
    WHERE college_id = ${tx.collegeId} AND subject = ${subject} AND subject_id = ANY(${[...subjectIds]}::text[]) ORDER BY id`)
  return new Map([...Map.groupBy(rows, (r) => r.subject_id)].map(([id, said]) => [id, said.map(asComment)]))
}

/** Accounts named as @[id] in a text. */
export const mentionsIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/@\[([0-9a-f-]{36})\]/g)].map((m) => m[1]!).filter(isUuid)),
]

export interface NewComment {
  readonly text: string
  readonly anchor?: string
  readonly suggestion?: string
  /** Where the notice leads. */
  readonly link: string
}

/** Says something about a subject; whoever is mentioned is told. @throws Refusal 422 when empty */
export async function addComment(
  tx: Tx,
  actor: Actor,
  subject: string,
  subjectId: string,
  comment: NewComment,
): Promise<Comment> {
  const text = comment.text.trim()
  if (!text) throw new Refusal('invalid', { zh: '请填写内容', en: 'Please write something' })
  const row = { id: v7(), at: new Date().toISOString() }
  await tx.run(sql`
    INSERT INTO comments (college_id, id, subject, subject_id, body, anchor, suggestion, created_by, created_by_name, created_at)
    VALUES (${tx.collegeId}, ${row.id}, ${subject}, ${subjectId}, ${text}, ${comment.anchor ?? null}, ${comment.suggestion ?? null}, ${actor.accountId}, ${actor.name}, ${row.at})`)
  await sendNotices(
    tx,
    mentionsIn(text).filter((id) => id !== actor.accountId),
    {
      kind: 'mention',
      text: { zh: `${actor.name} 在评论中提到了您`, en: `${actor.name} mentioned you in a comment` },
      link: comment.link,
    },
  )
  return {
    id: row.id,
    by: actor.accountId,
    byName: actor.name,
    at: row.at,
    text,
    anchor: comment.anchor ?? null,
    suggestion: comment.suggestion ?? null,
    resolvedAt: null,
  }
}

/** Marks a comment as dealt with. */
export async function resolveComment(
  tx: Tx,
  actor: Actor,
  subject: string,
  subjectId: string,
  id: string,
): Promise<void> {
  const n = await tx.change(sql`
    UPDATE comments SET resolved_at = ${new Date().toISOString()}, resolved_by = ${actor.accountId}
    WHERE college_id = ${tx.collegeId} AND id = ${id} AND subject = ${subject} AND subject_id = ${subjectId} AND resolved_at IS NULL`)
  if (n === 0) throw new Refusal('not-found', { zh: '没有找到这条评论', en: 'This comment was not found' })
}
