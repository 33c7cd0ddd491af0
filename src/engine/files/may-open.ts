import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import { type Actor, may } from '../access/actor.ts'
import type { Engine } from '../engine.ts'
import { mayReadReports } from '../reports/report-access.ts'
import { mayReadField } from '../records/allowed.ts'
import { findRecord, visibleSql } from '../records/list.ts'
import { column, table } from '../records/stored.ts'

/**
 * May the actor open a file? Only when they uploaded it, or some record or figure that they may see holds it:
 * knowing a hash opens nothing.
 */
export async function mayOpenFile(engine: Engine, tx: Tx, actor: Actor, sha256: string): Promise<boolean> {
  const [own] = await tx.run(
    sql`SELECT 1 FROM files WHERE college_id = ${tx.collegeId} AND sha256 = ${sha256} AND created_by = ${actor.accountId}`,
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
    sql`SELECT 1 FROM report_sections WHERE college_id = ${tx.collegeId} AND content::text LIKE ${`%"${sha256}"%`} LIMIT 1`,
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
