import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Actor } from '../../../engine/access/actor.ts'
import type { Tx } from '../../../engine/module-server.ts'
import type { WireNames } from '../wire.ts'

/** Groups of names that mean the same to this college. */
export async function listNames(tx: Tx): Promise<WireNames[]> {
  return tx.run<WireNames>(sql`SELECT id, names FROM audit_names WHERE college_id = ${tx.collegeId} ORDER BY id`)
}

/** Adds a group, or puts another in its place; a group of fewer than two names is taken away. */
export async function saveNames(
  tx: Tx,
  actor: Actor,
  { id, names }: { readonly id?: string | undefined; readonly names: readonly string[] },
): Promise<WireNames[]> {
  const kept = [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))]
  const of = id ?? v7()
  if (kept.length < 2) await tx.run(sql`DELETE FROM audit_names WHERE college_id = ${tx.collegeId} AND id = ${of}`)
  else
    await tx.run(sql`
      INSERT INTO audit_names (college_id, id, names, changed_at, changed_by)
      VALUES (${tx.collegeId}, ${of}, ${JSON.stringify(kept)}::jsonb, ${new Date()}, ${actor.name})
      ON CONFLICT (college_id, id) DO UPDATE SET names = excluded.names, changed_at = excluded.changed_at,
        changed_by = excluded.changed_by`)
  return listNames(tx)
}
