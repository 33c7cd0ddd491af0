import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../engine/module-server.ts'
import type { Json } from '../statement/check-statement.ts'
import { inUtc } from '../statement/formats.ts'
import { identifierOf, keyOf, mentionKey } from '../statement/mentions.ts'

/** What is asked of the statements; see xAPI Communication 2.1.3. */
export interface StatementQuery {
  readonly agent?: Json | undefined
  readonly relatedAgents?: boolean
  readonly verb?: string | undefined
  readonly activity?: string | undefined
  readonly relatedActivities?: boolean
  readonly registration?: string | undefined
  readonly since?: string | undefined
  readonly until?: string | undefined
  readonly ascending?: boolean
  readonly limit: number
  /** Only what this client sent. */
  readonly clientId?: string
  /** The place of the last statement of the page before. */
  readonly after?: string
}

export interface Found {
  readonly place: string
  readonly statement: string
}

/** What a statement itself must be like, without when it came. */
function matching(query: StatementQuery, alias: string): RawBuilder<unknown> {
  const ref = (name: string) => sql.ref(`${alias}.${name}`)
  const keys: string[] = []
  const parts: RawBuilder<unknown>[] = [sql`true`]
  if (query.agent) {
    const name = identifierOf(query.agent) ?? ''
    if (query.relatedAgents)
      parts.push(sql`${ref('keys')} && ${[mentionKey('agent', name), mentionKey('near-agent', name)]}::bigint[]`)
    else keys.push(mentionKey('agent', name))
  }
  if (query.activity)
    if (query.relatedActivities) keys.push(mentionKey('near-activity', query.activity))
    else parts.push(sql`${ref('activity_key')} = ${keyOf(query.activity)}`)
  if (keys.length > 0) parts.push(sql`${ref('keys')} @> ${keys}::bigint[]`)
  if (query.verb) parts.push(sql`${ref('verb_key')} = ${keyOf(query.verb)}`)
  if (query.registration) parts.push(sql`${ref('registration')} = ${query.registration}`)
  return sql`(${sql.join(parts, sql` AND `)})`
}

/** A place is taken after the moment of storing was noted, and no later than this. */
const LATEST_MS = 3_600_000

/** The first place (UUIDv7) of a moment: where the order of arrival begins or ends, known without reading what lies before. */
function firstPlace(moment: string, later: number): string {
  const at = Math.min(Math.max(Date.parse(inUtc(moment)) + later, 0), 2 ** 48 - 1)
  const hex = at.toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`
}

/**
 * Statements that match, and those that are about one that matches (of these only the time is asked), in the order of
 * their arrival, the latest first unless asked otherwise. Voided ones are left out.
 * @returns one more than the limit when there are more
 */
export async function findStatements(tx: Tx, query: StatementQuery): Promise<Found[]> {
  const order = query.ascending ? sql`ASC` : sql`DESC`
  const when = [sql`s.college_id = ${tx.collegeId} AND NOT s.voided`]
  if (query.since)
    when.push(sql`s.stored > ${query.since}::timestamptz AND s.place >= ${firstPlace(query.since, 0)}::uuid`)
  if (query.until)
    when.push(sql`s.stored <= ${query.until}::timestamptz AND s.place <= ${firstPlace(query.until, LATEST_MS)}::uuid`)
  if (query.clientId) when.push(sql`s.client_id = ${query.clientId}::uuid`)
  if (query.after)
    when.push(query.ascending ? sql`s.place > ${query.after}::uuid` : sql`s.place < ${query.after}::uuid`)
  const within = sql.join(when, sql` AND `)
  const asks = query.agent ?? query.verb ?? query.activity ?? query.registration
  const limit = query.limit + 1
  const own = sql`SELECT s.place, s.statement FROM learning_statements s WHERE ${within} AND ${matching(query, 's')} ORDER BY s.place ${order} LIMIT ${limit}`
  if (!asks) return tx.run<Found>(own)
  return tx.run<Found>(sql`
    SELECT place, statement FROM (
      (${own}) UNION
      (SELECT s.place, s.statement FROM learning_statements s WHERE ${within} AND s.targets <> '{}' AND EXISTS (
        SELECT 1 FROM learning_statement_ids i JOIN learning_statements t ON t.college_id = i.college_id AND t.place = i.place AND t.stored = i.stored
        WHERE i.college_id = ${tx.collegeId} AND t.college_id = ${tx.collegeId} AND i.id = ANY(s.targets) AND ${matching(query, 't')})
       ORDER BY s.place ${order} LIMIT ${limit})
    ) AS found ORDER BY place ${order} LIMIT ${limit}`)
}

/** One statement by its id, voided or not as asked. */
export async function findStatement(
  tx: Tx,
  id: string,
  voided: boolean,
): Promise<(Found & { clientId: string }) | null> {
  const [row] = await tx.run<{ place: string; statement: string; client_id: string }>(sql`
    SELECT s.place, s.statement, s.client_id FROM learning_statement_ids i JOIN learning_statements s ON s.college_id = i.college_id AND s.place = i.place AND s.stored = i.stored
    WHERE i.college_id = ${tx.collegeId} AND s.college_id = ${tx.collegeId} AND i.id = ${id} AND i.voided = ${voided}`)
  return row ? { place: row.place, statement: row.statement, clientId: row.client_id } : null
}

/** Content that came with these statements. */
export async function attachmentsOf(
  tx: Tx,
  statements: readonly Json[],
): Promise<{ sha2: string; contentType: string; content: Buffer }[]> {
  const wanted = new Set<string>()
  const look = (one: Json) => {
    for (const { sha2 } of (one['attachments'] as readonly Json[] | undefined) ?? []) wanted.add(String(sha2))
    const object = one['object'] as Json
    if (object['objectType'] === 'SubStatement') look(object)
  }
  statements.forEach(look)
  if (wanted.size === 0) return []
  const rows = await tx.run<{ sha2: string; content_type: string; content: Buffer }>(
    sql`SELECT sha2, content_type, content FROM learning_attachments WHERE college_id = ${tx.collegeId} AND sha2 = ANY(${[...wanted]}::text[])`,
  )
  return rows.map((row) => ({ sha2: row.sha2, contentType: row.content_type, content: row.content }))
}

/** Names under which an agent is known: those of its latest statements. */
export async function namesOf(tx: Tx, agent: Json): Promise<string[]> {
  const identifier = identifierOf(agent)
  if (identifier === null) return []
  const rows = await tx.run<{ statement: string }>(
    sql`SELECT statement FROM learning_statements WHERE college_id = ${tx.collegeId} AND keys @> ${[mentionKey('agent', identifier)]}::bigint[] ORDER BY place DESC LIMIT 50`,
  )
  const names = new Set<string>()
  for (const { statement } of rows) {
    const { actor, object } = JSON.parse(statement) as { actor: Json; object: Json }
    for (const one of [actor, object])
      if (identifierOf(one) === identifier && typeof one['name'] === 'string') names.add(one['name'])
  }
  return [...names]
}
