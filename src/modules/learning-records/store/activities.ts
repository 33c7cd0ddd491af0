import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type { Tx } from '../../../engine/module-server.ts'
import type { Json } from '../statement/check-statement.ts'
import { keyOf } from '../statement/mentions.ts'

/** Definitions that the store holds already, by college and activity: a lesson sends the same few again and again. */
const seen = new Map<string, string>()
const SEEN_KEPT = 5000
const seenKey = (tx: Tx, id: string) => `${tx.collegeId} ${id}`

/**
 * What the store knows of activities: newer words beside and over older ones.
 * @param definitions in the order in which they came; one activity may come several times
 */
export async function keepDefinitions(
  tx: Tx,
  definitions: readonly (readonly [id: string, definition: Json])[],
  at: string,
): Promise<void> {
  const strange = definitions.filter(([id, definition]) => seen.get(seenKey(tx, id)) !== JSON.stringify(definition))
  if (strange.length === 0) return
  const known = await definitionsOf(
    tx,
    strange.map(([id]) => id),
  )
  const after = new Map<string, Json>()
  for (const [id, definition] of strange) {
    const before = after.get(id) ?? known.get(id)
    after.set(id, before ? { ...before, ...definition, ...mergedWords(before, definition) } : definition)
  }
  const changed = [...after].filter(([id, definition]) => !isDeepStrictEqual(known.get(id), definition))
  if (seen.size > SEEN_KEPT) seen.clear()
  // Only what was there before: what is written now may still be rolled back.
  for (const [id, definition] of strange)
    if (isDeepStrictEqual(known.get(id), after.get(id))) seen.set(seenKey(tx, id), JSON.stringify(definition))
    else seen.delete(seenKey(tx, id))
  if (changed.length === 0) return
  await tx.run(sql`
    INSERT INTO learning_activities (college_id, key, id, definition, updated_at)
    SELECT ${tx.collegeId}::uuid, e.key, e.id, e.definition, ${at}::timestamptz
    FROM unnest(${changed.map(([id]) => keyOf(id))}::bigint[], ${changed.map(([id]) => id)}::text[], ${changed.map(([, definition]) => JSON.stringify(definition))}::jsonb[]) AS e(key, id, definition)
    ORDER BY e.key
    ON CONFLICT (college_id, key) DO UPDATE SET definition = excluded.definition, updated_at = excluded.updated_at`)
}

/** Texts in several languages: one more language does not take the others away. */
function mergedWords(before: Json, after: Json): Json {
  const merged: Record<string, unknown> = {}
  for (const name of ['name', 'description'])
    if (before[name] && after[name]) merged[name] = { ...(before[name] as Json), ...(after[name] as Json) }
  return merged
}

export async function definitionsOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Json>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.run<{ id: string; definition: Json }>(
    sql`SELECT id, definition FROM learning_activities WHERE college_id = ${tx.collegeId} AND key = ANY(${[...new Set(ids)].map(keyOf)}::bigint[])`,
  )
  return new Map(rows.map((row) => [row.id, row.definition]))
}
