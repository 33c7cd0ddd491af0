import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Tx } from '../../database/connection.ts'
import type { FileRef } from '../../language/fields.ts'
import type { Actor } from '../access/actor.ts'
import type { Engine } from '../engine.ts'
import { checkAttachable } from '../files/may-open.ts'
import { append } from '../history/append.ts'
import { Refusal } from '../refusal.ts'

/** A file that proves something about a subject: a record, or a figure. */
export interface Evidence {
  readonly id: string
  readonly file: FileRef
  readonly note: string | null
  readonly by: string
  readonly at: string
}

/** Evidence of a subject, newest first. The caller has checked that the actor may see the subject. */
export async function listEvidence(tx: Tx, subject: string, subjectId: string): Promise<Evidence[]> {
  const rows = await tx.run<{
    id: string
    sha256: string
    name: string
    size: number
    type: string
    note: string | null
    created_by_name: string
    created_at: string
  }>(sql`
    SELECT e.id, e.sha256, e.name, f.size, f.type, e.note, e.created_by_name, e.created_at
    FROM evidence e JOIN files f ON f.college_id = e.college_id AND f.sha256 = e.sha256
    WHERE e.college_id = ${tx.collegeId} AND e.subject = ${subject} AND e.subject_id = ${subjectId} AND e.removed_at IS NULL ORDER BY e.id DESC`)
  return rows.map((r) => ({
    id: r.id,
    file: { sha256: r.sha256, name: r.name, size: r.size, type: r.type },
    note: r.note,
    by: r.created_by_name,
    at: r.created_at,
  }))
}

export async function evidenceCount(tx: Tx, subject: string, subjectId: string): Promise<number> {
  const [row] = await tx.run<{ n: number }>(
    sql`SELECT count(*) AS n FROM evidence WHERE college_id = ${tx.collegeId} AND subject = ${subject} AND subject_id = ${subjectId} AND removed_at IS NULL`,
  )
  return row?.n ?? 0
}

/** Attaches files that the actor has uploaded or may open; those that are attached already stay as they are. @throws Refusal 422 for any other hash */
export async function addEvidence(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  subject: string,
  subjectId: string,
  sha256s: readonly string[],
  note: string | null,
): Promise<void> {
  if (sha256s.length === 0) return
  const at = new Date().toISOString()
  await checkAttachable(engine, tx, actor, sha256s)
  const known = await tx.run<{ sha256: string; name: string }>(sql`
    SELECT f.sha256, coalesce(u.name, f.name) AS name
    FROM files f LEFT JOIN uploads u ON u.college_id = f.college_id AND u.sha256 = f.sha256 AND u.account_id = ${actor.accountId}
    WHERE f.college_id = ${tx.collegeId} AND f.sha256 = ANY(${[...sha256s]}::text[])`)
  if (known.length < new Set(sha256s).size)
    throw new Refusal('invalid', { zh: '有文件没有上传成功，请重新上传', en: 'A file did not arrive: upload it again' })
  // A request that is sent again, because its answer was lost, attaches nothing twice.
  await tx.run(
    sql`SELECT pg_advisory_xact_lock(hashtextextended(${`evidence ${tx.collegeId} ${subject} ${subjectId}`}, 0))`,
  )
  const there = await tx.run<{ sha256: string }>(sql`
    SELECT sha256 FROM evidence WHERE college_id = ${tx.collegeId} AND subject = ${subject} AND subject_id = ${subjectId} AND removed_at IS NULL`)
  const fresh = known.filter((file) => !there.some((one) => one.sha256 === file.sha256))
  if (fresh.length === 0) return
  for (const { sha256, name } of fresh)
    await tx.run(sql`
      INSERT INTO evidence (college_id, id, subject, subject_id, sha256, name, note, created_by, created_by_name, created_at)
      VALUES (${tx.collegeId}, ${v7()}, ${subject}, ${subjectId}, ${sha256}, ${name}, ${note}, ${actor.accountId}, ${actor.name}, ${at})`)
  await append(tx, actor, at, [
    { subject, subjectId, action: 'evidence-added', after: { files: fresh.map((k) => k.name) }, reason: note },
  ])
}

/** Takes evidence away; history keeps that it was there. */
export async function removeEvidence(
  tx: Tx,
  actor: Actor,
  subject: string,
  subjectId: string,
  id: string,
): Promise<void> {
  const at = new Date().toISOString()
  const [row] = await tx.run<{ name: string }>(sql`
    UPDATE evidence SET removed_at = ${at} WHERE college_id = ${tx.collegeId} AND id = ${id} AND subject = ${subject} AND subject_id = ${subjectId} AND removed_at IS NULL
    RETURNING name`)
  if (!row) throw new Refusal('not-found', { zh: '没有找到这份佐证', en: 'This evidence was not found' })
  await append(tx, actor, at, [{ subject, subjectId, action: 'evidence-removed', before: { files: [row.name] } }])
}
