import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import { type Actor, may } from '../access/actor.ts'
import type { Engine } from '../engine.ts'
import { mayReadReports } from '../reports/report-access.ts'
import { mayReadField } from '../records/allowed.ts'
import { Refusal } from '../refusal.ts'
import { findRecord, visibleSql } from '../records/list.ts'
import { column, table } from '../records/stored.ts'

/**
 * May the actor open a file? Only when they sent it themselves, or a record, figure or report that they may see holds
 * it, in a field that they may read: knowing a hash opens nothing.
 */
export async function mayOpenFile(engine: Engine, tx: Tx, actor: Actor, sha256: string): Promise<boolean> {
  const [own] = await tx.run(
    sql`SELECT 1 FROM uploads WHERE college_id = ${tx.collegeId} AND account_id = ${actor.accountId} AND sha256 = ${sha256}`,
  )
  if (own) return true
  const held = await tx.run<{ subject: string; subject_id: string }>(
    sql`SELECT subject, subject_id FROM evidence WHERE college_id = ${tx.collegeId} AND sha256 = ${sha256} AND removed_at IS NULL LIMIT 200`,
  )
  for (const { subject, subject_id } of held) {
    const register = engine.catalogue.registers.get(subject)
    if (
      register
        ? await findRecord(tx, actor, register, subject_id)
        : subject.startsWith('@') && may(engine.catalogue, actor, 'figures.read-unapproved')
    )
      return true
  }
  const [printed] = await tx.run(
    sql`SELECT 1 FROM report_sections WHERE college_id = ${tx.collegeId} AND content::text LIKE ${`%"file": "${sha256}"%`} LIMIT 1`,
  )
  if (printed && mayReadReports(engine, actor)) return true
  for (const register of engine.catalogue.registers.values())
    for (const [name, field] of Object.entries(register.fields)) {
      if (field.kind !== 'files' || !mayReadField(register, actor, name)) continue
      try {
        const [row] = await tx.run(
          sql`SELECT 1 FROM ${table(register)} WHERE ${visibleSql(register, actor, {}, tx)} AND ${column(name)} @> ${JSON.stringify([{ sha256 }])}::jsonb LIMIT 1`,
        )
        if (row) return true
      } catch (error) {
        // A register that is closed to the actor holds nothing for them.
        if ((error as { code?: string }).code !== 'not-allowed') throw error
      }
    }
  return false
}

/**
 * Makes sure that the actor may attach files: those they may open. Otherwise whoever knew a hash could attach it to a
 * record of their own, and open it there. An unknown file and another's are refused alike.
 * @throws Refusal 422
 */
export async function checkAttachable(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  sha256s: Iterable<string>,
  field?: string,
): Promise<void> {
  if (actor.system) return
  for (const sha256 of new Set(sha256s)) {
    if (await mayOpenFile(engine, tx, actor, sha256)) continue
    const message = { zh: '有文件没有上传成功，请重新上传', en: 'A file did not arrive: upload it again' }
    throw new Refusal('invalid', message, { problems: [{ ...(field ? { field } : {}), message }] })
  }
}
