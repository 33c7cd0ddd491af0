import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Tx } from '../../../engine/module-server.ts'
import { type Edition, type Json, VOIDED } from '../statement/check-statement.ts'
import { inUtc } from '../statement/formats.ts'
import { meaningOf } from '../statement/meaning.ts'
import { definitionsIn, keyOf, mentionsOf } from '../statement/mentions.ts'
import { withLists } from '../statement/present-statement.ts'
import { XapiRefusal } from '../xapi-refusal.ts'
import { keepDefinitions } from './activities.ts'
import type { Client } from './clients.ts'
import { activityOf, countStatements, verbOf } from './count-statements.ts'

/** Content that came with statements, by its hash. */
export interface Attached {
  readonly sha2: string
  readonly contentType: string
  readonly content: Buffer
}

interface Ready {
  readonly id: string
  readonly place: string
  /** The sender chose the id, so that somebody may know it already. */
  readonly isNamed: boolean
  readonly hasTime: boolean
  readonly voids: boolean
  readonly refers: string | null
  readonly kept: Json
}

/** The statement that this one is about, if it is about one. */
const refersTo = ({ object }: Json): string | null => {
  const { objectType, id } = object as Json
  return objectType === 'StatementRef' ? String(id).toLowerCase() : null
}

/**
 * Keeps statements, all or none, each once: one that is there already with the same content is passed over.
 * @param statements checked ones
 * @returns their ids, in order
 * @throws XapiRefusal 409 when an id is there with another content, 400 when a call brings an id twice
 */
export async function keepStatements(
  tx: Tx,
  client: Client,
  edition: Edition,
  statements: readonly Json[],
  attached: readonly Attached[],
  stored: string,
): Promise<string[]> {
  const ready = statements.map((statement): Ready => {
    const isNamed = typeof statement['id'] === 'string'
    const id = isNamed ? String(statement['id']).toLowerCase() : v7()
    return {
      id,
      place: v7(),
      isNamed,
      hasTime: 'timestamp' in statement,
      voids: (statement['verb'] as Json)['id'] === VOIDED,
      refers: refersTo(statement),
      kept: {
        ...withLists(statement),
        id,
        timestamp: momentOf(statement['timestamp'], edition) ?? stored,
        stored,
        // Whatever the sender says: it was this program that sent it.
        authority: client.authority,
        version: statement['version'] ?? (edition === '2.0.0' ? '2.0.0' : '1.0.0'),
      },
    }
  })
  const ids = ready.map((r) => r.id)
  if (new Set(ids).size < ids.length) throw new XapiRefusal(400, 'Two statements of the request have the same id')
  await waitForVoiding(tx, ready)
  const fresh = await takeIds(tx, ready, stored)
  if (fresh.length === 0) return ids
  const targets = await targetsOf(tx, fresh)
  const voidedBefore = await voidedAlready(tx, fresh)
  await tx.run(sql`
    INSERT INTO learning_statements (college_id, place, stored, id, verb_key, activity_key, registration, keys, targets, voided, client_id, statement)
    SELECT ${tx.collegeId}::uuid, e.place, ${stored}::timestamptz, e.id, e.verb, e.activity, e.registration, e.keys::bigint[], e.targets::uuid[], e.voided, ${client.id}::uuid, e.statement
    FROM unnest(${fresh.map((r) => r.place)}::uuid[], ${fresh.map((r) => r.id)}::uuid[], ${fresh.map((r) => keyOf(verbOf(r.kept)))}::bigint[],
      ${fresh.map((r) => activityKey(r.kept))}::bigint[], ${fresh.map((r) => registrationOf(r.kept))}::uuid[],
      ${fresh.map((r) => `{${mentionsOf(r.kept).join(',')}}`)}::text[], ${fresh.map((r) => `{${(targets.get(r.id) ?? []).join(',')}}`)}::text[],
      ${fresh.map((r) => voidedBefore.has(r.id))}::boolean[], ${fresh.map((r) => JSON.stringify(r.kept))}::text[])
      AS e(place, id, verb, activity, registration, keys, targets, voided, statement)`)
  await voidOthers(tx, fresh)
  await followUp(tx, fresh, targets)
  await keepAttached(tx, attached, stored)
  // What an activity is called for everybody is not every sender's to say.
  if (client.scopes.includes('define') || client.scopes.includes('all'))
    await keepDefinitions(
      tx,
      fresh.flatMap((r) => [...definitionsIn(r.kept)]),
      stored,
    )
  await countStatements(
    tx,
    fresh.map((r) => r.kept),
    stored,
  )
  return ids
}

const activityKey = (statement: Json) => {
  const id = activityOf(statement)
  return id === null ? null : keyOf(id)
}
const registrationOf = (statement: Json) => {
  const registration = (statement['context'] as Json | undefined)?.['registration']
  return typeof registration === 'string' ? registration : null
}

function momentOf(timestamp: unknown, edition: Edition): unknown {
  // 2.0 keeps moments in UTC; before, they stay as they were sent.
  return typeof timestamp === 'string' && edition === '2.0.0' ? inUtc(timestamp) : timestamp
}

/** Takes the ids that are free. @returns the statements that are new */
async function takeIds(tx: Tx, ready: readonly Ready[], stored: string): Promise<Ready[]> {
  const taken = await tx.run<{ id: string }>(sql`
    INSERT INTO learning_statement_ids (college_id, id, place, stored, voids, voided)
    SELECT ${tx.collegeId}::uuid, e.id, e.place, ${stored}::timestamptz, e.voids, false
    FROM unnest(${ready.map((r) => r.id)}::uuid[], ${ready.map((r) => r.place)}::uuid[], ${ready.map((r) => r.voids)}::boolean[]) AS e(id, place, voids)
    ORDER BY e.id
    ON CONFLICT DO NOTHING RETURNING id`)
  const free = new Set(taken.map((row) => row.id))
  const known = ready.filter((r) => !free.has(r.id))
  if (known.length > 0) {
    const rows = await tx.run<{ id: string; statement: string }>(
      sql`SELECT s.id, s.statement FROM learning_statement_ids i JOIN learning_statements s ON s.college_id = i.college_id AND s.place = i.place AND s.stored = i.stored
          WHERE i.college_id = ${tx.collegeId} AND s.college_id = ${tx.collegeId} AND i.id = ANY(${known.map((r) => r.id)}::uuid[])`,
    )
    const before = new Map(rows.map((row) => [row.id, JSON.parse(row.statement) as Json]))
    const other = known.find(({ id, kept, hasTime }) => {
      const leaves = hasTime ? [] : ['timestamp']
      return !meaningOf(before.get(id) ?? {}, ...leaves).equals(meaningOf(kept, ...leaves))
    })
    if (other) throw new XapiRefusal(409, `A statement with the id ${other.id} is there with another content`)
  }
  return ready.filter((r) => free.has(r.id))
}

/** Of each statement that is about another: that one, and what that one is about in turn. */
async function targetsOf(tx: Tx, fresh: readonly Ready[]): Promise<Map<string, readonly string[]>> {
  const first = fresh.flatMap((r) => r.refers ?? [])
  if (first.length === 0) return new Map()
  const rows = await tx.run<{ id: string; targets: string[] }>(
    sql`SELECT s.id, s.targets FROM learning_statement_ids i JOIN learning_statements s ON s.college_id = i.college_id AND s.place = i.place AND s.stored = i.stored
        WHERE i.college_id = ${tx.collegeId} AND s.college_id = ${tx.collegeId} AND i.id = ANY(${first}::uuid[])`,
  )
  const further = new Map(rows.map((row) => [row.id, row.targets]))
  const found = new Map<string, readonly string[]>()
  // In the order of the request: a later statement may be about an earlier one.
  for (const r of fresh)
    if (r.refers) {
      const chain = [r.refers, ...(further.get(r.refers) ?? found.get(r.refers) ?? [])].filter((id) => id !== r.id)
      found.set(r.id, [...new Set(chain)].slice(0, 20))
    }
  return found
}

/** Whoever voids a statement and whoever sends it wait for each other: the later of the two sees the other. */
async function waitForVoiding(tx: Tx, ready: readonly Ready[]): Promise<void> {
  const ids = ready.flatMap((r) => (r.voids && r.refers ? [r.refers] : r.isNamed ? [r.id] : []))
  if (ids.length === 0) return
  const locks = [...new Set(ids)].toSorted().map((id) => `${tx.collegeId} statement ${id}`)
  await tx.run(
    sql`SELECT pg_advisory_xact_lock(hashtextextended(e.name, 0)) FROM unnest(${locks}::text[]) WITH ORDINALITY AS e(name, n) ORDER BY e.n`,
  )
}

/** New statements that somebody voided before they came. */
async function voidedAlready(tx: Tx, fresh: readonly Ready[]): Promise<ReadonlySet<string>> {
  const ids = fresh.filter((r) => r.isNamed && !r.voids).map((r) => r.id)
  if (ids.length === 0) return new Set()
  const rows = await tx.run<{ target: string }>(sql`
    SELECT s.targets[1] AS target FROM learning_statements s
    WHERE s.college_id = ${tx.collegeId} AND s.targets && ${ids}::uuid[] AND s.targets <> '{}' AND s.verb_key = ${keyOf(VOIDED)} AND s.targets[1] = ANY(${ids}::uuid[])`)
  const found = new Set(rows.map((row) => row.target))
  if (found.size > 0)
    await tx.run(
      sql`UPDATE learning_statement_ids SET voided = true WHERE college_id = ${tx.collegeId} AND id = ANY(${[...found]}::uuid[])`,
    )
  return found
}

/** Voids what the new ones void. What voids cannot be voided itself (xAPI Data 2.3.2). */
async function voidOthers(tx: Tx, fresh: readonly Ready[]): Promise<void> {
  const wanted = fresh.flatMap((r) => (r.voids ? (r.refers ?? []) : []))
  if (wanted.length === 0) return
  const rows = await tx.run<{ place: string; stored: string }>(
    sql`UPDATE learning_statement_ids SET voided = true WHERE college_id = ${tx.collegeId} AND id = ANY(${wanted}::uuid[]) AND NOT voids RETURNING place, stored`,
  )
  for (const { place, stored } of rows)
    await tx.run(
      sql`UPDATE learning_statements SET voided = true WHERE college_id = ${tx.collegeId} AND place = ${place} AND stored = ${stored}`,
    )
}

/** Those that were about a new statement before it came are now about what it is about, too. */
async function followUp(
  tx: Tx,
  fresh: readonly Ready[],
  targets: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  for (const [id, chain] of targets)
    await tx.run(sql`
      UPDATE learning_statements SET targets = targets || ${chain}::uuid[]
      WHERE college_id = ${tx.collegeId} AND targets @> ${[id]}::uuid[] AND NOT targets @> ${chain}::uuid[] AND id <> ALL(${fresh.map((r) => r.id)}::uuid[])`)
}

async function keepAttached(tx: Tx, attached: readonly Attached[], stored: string): Promise<void> {
  if (attached.length === 0) return
  await tx.run(sql`
    INSERT INTO learning_attachments (college_id, sha2, content_type, content, stored)
    SELECT ${tx.collegeId}::uuid, e.sha2, e.content_type, e.content, ${stored}::timestamptz
    FROM unnest(${attached.map((a) => a.sha2)}::text[], ${attached.map((a) => a.contentType)}::text[], ${attached.map((a) => a.content)}::bytea[]) AS e(sha2, content_type, content)
    ON CONFLICT DO NOTHING`)
}
