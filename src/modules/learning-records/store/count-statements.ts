import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Tx } from '../../../engine/module-server.ts'
import type { Json } from '../statement/check-statement.ts'
import { courseOf } from '../statement/course-of.ts'
import { identifierOf, mentionKey } from '../statement/mentions.ts'

export const verbOf = (statement: Json): string => String((statement['verb'] as Json)['id'])

/** The activity that a statement is about; null when it is about something else. */
export function activityOf(statement: Json): string | null {
  const { objectType, id } = statement['object'] as Json
  return objectType === undefined || objectType === 'Activity' ? String(id) : null
}

/** What an overview asks of millions of statements, added up as they come: by verb, activity and course; who did something. */
export async function countStatements(tx: Tx, fresh: readonly Json[], stored: string): Promise<void> {
  const sums = new Map<string, { kind: string; name: string; statements: number; succeeded: number; failed: number }>()
  const add = (kind: string, name: string | null, success: unknown) => {
    if (name === null) return
    const key = `${kind} ${name}`
    const sum = sums.get(key) ?? { kind, name, statements: 0, succeeded: 0, failed: 0 }
    sums.set(key, sum)
    sum.statements++
    if (success === true) sum.succeeded++
    if (success === false) sum.failed++
  }
  for (const kept of fresh) {
    const success = (kept['result'] as Json | undefined)?.['success']
    add('verb', verbOf(kept), success)
    add('activity', activityOf(kept), success)
    add('course', courseOf(kept), success)
  }
  const rows = [...sums.values()]
  await tx.run(sql`
    INSERT INTO learning_counts (college_id, kind, hour, name, batch, statements, succeeded, failed)
    SELECT ${tx.collegeId}::uuid, e.kind, ${`${stored.slice(0, 13)}:00:00Z`}::timestamptz, e.name, ${v7()}::uuid, e.statements, e.succeeded, e.failed
    FROM unnest(${rows.map((r) => r.kind)}::text[], ${rows.map((r) => r.name)}::text[], ${rows.map((r) => r.statements)}::integer[],
      ${rows.map((r) => r.succeeded)}::integer[], ${rows.map((r) => r.failed)}::integer[]) AS e(kind, name, statements, succeeded, failed)`)
  await noteActors(tx, fresh, stored)
}

/** The day in Shanghai, where the days of an overview begin. */
export const dayOf = (moment: string): string => new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 10)

/** Who is noted for a day already, by college: a lesson sends the same people again and again. */
const noted = new Set<string>()
const NOTED_KEPT = 50_000

async function noteActors(tx: Tx, fresh: readonly Json[], stored: string): Promise<void> {
  const day = dayOf(stored)
  const keys = new Set<string>()
  for (const { actor } of fresh) {
    const name = identifierOf(actor as Json)
    if (name !== null) keys.add(mentionKey('agent', name))
  }
  const placeOf = (key: string) => `${tx.collegeId} ${day} ${key}`
  const strange = [...keys].filter((key) => !noted.has(placeOf(key))).toSorted()
  if (strange.length === 0) return
  const rows = await tx.run<{ actor: string }>(sql`
    INSERT INTO learning_actors (college_id, day, actor)
    SELECT ${tx.collegeId}::uuid, ${day}::date, e.actor FROM unnest(${strange}::bigint[]) AS e(actor)
    ON CONFLICT DO NOTHING RETURNING actor::text`)
  const fresher = new Set(rows.map((row) => row.actor))
  if (noted.size > NOTED_KEPT) noted.clear()
  // Only who was there before: what is written now may still be rolled back.
  for (const key of strange) if (!fresher.has(key)) noted.add(placeOf(key))
}
