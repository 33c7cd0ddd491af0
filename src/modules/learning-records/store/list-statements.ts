import { sql } from 'kysely'
import { type Actor, may } from '../../../engine/access/actor.ts'
import { writeAudit } from '../../../engine/access/write-audit.ts'
import type { Engine } from '../../../engine/engine.ts'
import { isUuid, type Tx } from '../../../engine/module-server.ts'
import { notAllowed } from '../../../engine/refusal.ts'
import { homePageOf } from '../home-page.ts'
import type { Json } from '../statement/check-statement.ts'
import { identifierOf } from '../statement/mentions.ts'
import type { WireStatement, WireStatements, WireWords } from '../wire.ts'
import { definitionsOf } from './activities.ts'
import { findStatements } from './find-statements.ts'

const PAGE = 50

/** Which statements to list: all of these together. */
export interface StatementFilter {
  readonly verb?: string | undefined
  readonly activity?: string | undefined
  /** Statements within a course: any that name it. */
  readonly course?: string | undefined
  /** A day in Shanghai, as 2026-03-01. */
  readonly day?: string | undefined
  readonly after?: string | undefined
}

/** Statements as people read them, the latest first; that somebody looked is in the audit. @throws Refusal 403 */
export async function listStatements(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  { verb, activity, course, day, after }: StatementFilter,
): Promise<WireStatements> {
  if (!may(engine.catalogue, actor, 'settings.manage'))
    throw notAllowed({ zh: '查看学习记录明细', en: 'see single learning records' })
  if (after === undefined)
    await writeAudit(tx, { kind: 'statements.look', actor, detail: { verb, activity, course, day } })
  const start = day === undefined ? undefined : Date.parse(`${day}T00:00:00+08:00`)
  const found = await findStatements(tx, {
    verb,
    activity: activity ?? course,
    relatedActivities: activity === undefined,
    ...(start === undefined
      ? {}
      : { since: new Date(start - 1).toISOString(), until: new Date(start + 86_400_000 - 1).toISOString() }),
    ...(after === undefined ? {} : { after }),
    limit: PAGE,
  })
  const page = found.slice(0, PAGE)
  const statements = page.map(({ statement }) => JSON.parse(statement) as Json)
  const names = await namesOfPeople(tx, statements)
  const known = await definitionsOf(tx, statements.map(objectId))
  return {
    statements: statements.map((one) => shown(one, names, known)),
    next: found.length > PAGE ? page.at(-1)!.place : null,
  }
}

const objectId = ({ object }: Json) => String((object as Json)['id'] ?? '')

/** The person that an actor is, when it is one of the college. */
function personOf(tx: Tx, actor: Json): string | null {
  const account = actor['account'] as Json | undefined
  return account?.['homePage'] === homePageOf(tx.collegeId) && isUuid(account['name']) ? account['name'] : null
}

/** Names of the college's people, by the actor's identifier. */
async function namesOfPeople(tx: Tx, statements: readonly Json[]): Promise<ReadonlyMap<string, string>> {
  const wanted = new Map<string, string>()
  for (const { actor } of statements) {
    const person = personOf(tx, actor as Json)
    if (person) wanted.set(person, identifierOf(actor as Json)!)
  }
  if (wanted.size === 0) return new Map()
  const ids = [...wanted.keys()]
  const rows = await tx.run<{ id: string; name: string }>(sql`
    SELECT id, name FROM records.people WHERE college_id = ${tx.collegeId} AND id = ANY(${ids}::uuid[])
    UNION ALL SELECT id, display_name FROM accounts WHERE college_id = ${tx.collegeId} AND id = ANY(${ids}::uuid[])`)
  return new Map(rows.map(({ id, name }) => [wanted.get(id)!, name]))
}

function shown(one: Json, names: ReadonlyMap<string, string>, known: ReadonlyMap<string, Json>): WireStatement {
  const { actor, verb, object, result } = one as Readonly<Record<string, Json>>
  const identifier = identifierOf(actor!)
  const account = actor!['account'] as Json | undefined
  const own = actor!['name'] ?? account?.['name'] ?? actor!['mbox'] ?? identifier ?? ''
  const definition = (object!['definition'] ?? known.get(objectId(one))) as Json | undefined
  const score = (result?.['score'] as Json | undefined)?.['scaled']
  return {
    id: String(one['id']),
    stored: String(one['stored']),
    at: String(one['timestamp']),
    actor: (identifier && names.get(identifier)) ?? String(own).replace(/^mailto:/, ''),
    verb: { id: String(verb!['id']), display: (verb!['display'] as WireWords | undefined) ?? null },
    object: {
      id: objectId(one) || (identifierOf(object!) ?? String(object!['objectType'])),
      name: (definition?.['name'] as WireWords | undefined) ?? null,
    },
    success: (result?.['success'] as boolean | undefined) ?? null,
    score: score === undefined ? null : String(score),
  }
}
