import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import { snake } from '../../database/plan.ts'
import type { FileRef } from '../../language/fields.ts'
import type { AnyRegister } from '../../language/register.ts'
import { asSystem } from '../access/actor.ts'
import { writeAudit } from '../access/write-audit.ts'
import { append } from '../history/append.ts'
import { column, table } from './stored.ts'

/** How many records are erased in one transaction. */
const BATCH = 200

/** What was erased, and the files that it held. */
export interface Erased {
  readonly count: number
  readonly files: readonly string[]
}

/**
 * Erases records of a register that have been out of use for longer than it declares: their values, what history,
 * comments and evidence say of them. What stays tells nobody anything: that a record was there, when it was made, changed
 * and erased, and by whom. It cannot be restored. A batch at a time: call again until none is left.
 */
export async function eraseExpired(tx: Tx, register: AnyRegister, now = Date.now()): Promise<Erased> {
  const years = register.retentionYears
  if (years === undefined) return { count: 0, files: [] }
  const before = new Date(now)
  before.setUTCFullYear(before.getUTCFullYear() - years)
  // The database's own function looks at its own clock: a day more, so that it never sees one too early.
  const expired = new Date(before.getTime() - 86_400_000).toISOString()
  const fileFields = Object.keys(register.fields).filter((name) => register.fields[name]!.kind === 'files')
  const held = sql.join([sql`NULL::jsonb`, ...fileFields.map(column)])
  const rows = await tx.run<{ id: string; held: (readonly FileRef[] | null)[] }>(sql`
    SELECT id, to_jsonb(ARRAY[${held}]) AS held FROM ${table(register)} AS r
    WHERE college_id = ${tx.collegeId} AND deleted_at < ${expired}::timestamptz AND NOT EXISTS (
      SELECT 1 FROM history h WHERE h.college_id = ${tx.collegeId} AND h.subject = ${register.name} AND h.subject_id = r.id::text AND h.action = 'erase')
    ORDER BY id LIMIT ${BATCH} FOR UPDATE OF r`)
  if (rows.length === 0) return { count: 0, files: [] }
  const ids = rows.map((row) => row.id)
  const at = new Date(now).toISOString()
  const ofThese = sql`college_id = ${tx.collegeId} AND subject = ${register.name} AND subject_id = ANY(${ids}::text[])`
  const proofs = await tx.run<{ sha256: string }>(sql`SELECT sha256 FROM evidence WHERE ${ofThese}`)
  await tx.asOwner(sql`SELECT erase_history(${register.name}, ${ids}::text[])`)
  await tx.run(sql`UPDATE comments SET body = '', anchor = NULL, suggestion = NULL WHERE ${ofThese}`)
  await tx.run(
    sql`UPDATE evidence SET name = '', note = NULL, removed_at = coalesce(removed_at, ${at}::timestamptz) WHERE ${ofThese}`,
  )
  // The column by which events are parted cannot be empty, and a day alone is nobody's.
  const emptied = Object.keys(register.fields).filter((name) => name !== register.eventsAt)
  await tx.run(sql`
    UPDATE ${table(register)} SET ${sql.join(emptied.map((name) => sql`${sql.ref(snake(name))} = NULL`))},
      owner_id = NULL, search = NULL, version = version + 1, updated_at = ${at}::timestamptz
    WHERE college_id = ${tx.collegeId} AND id = ANY(${ids}::uuid[])`)
  const system = asSystem(tx.collegeId, '保存期限已满')
  await append(
    tx,
    system,
    at,
    ids.map((id) => ({ subject: register.name, subjectId: id, action: 'erase' })),
  )
  await writeAudit(tx, {
    kind: 'record.erase',
    actor: system,
    subject: register.label.zh,
    detail: { years, records: ids.length },
  })
  const files = new Set([
    ...proofs.map((p) => p.sha256),
    ...rows.flatMap((r) => r.held.flat()).flatMap((f) => f?.sha256 ?? []),
  ])
  return { count: ids.length, files: [...files] }
}
