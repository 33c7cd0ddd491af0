import { hash } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import type { Lang } from '../../language/label.ts'
import type { Engine } from '../engine.ts'
import { type UnitTree, unitTree } from '../units.ts'
import type { Actor, Held } from './actor.ts'
import { today } from './today.ts'

/** A live session and who acts in it. */
export interface Session {
  readonly id: string
  readonly csrf: string
  readonly actor: Actor
  /** The account's name for signing in. */
  readonly accountName: string
  /** Nothing else is open to the person until the password is changed. */
  readonly mustChangePassword: boolean
  readonly byPasskey: boolean
  /** Roles that would be held now, had the person used a passkey to sign in. */
  readonly withheldRoles: readonly string[]
  /** The roles held now, with the day each ends. */
  readonly roles: readonly {
    readonly role: string
    readonly unitId: string
    readonly unitName: string
    readonly to: string | null
  }[]
}

interface HeldRow {
  readonly role: string
  readonly unit: string
  readonly to: string | null
  /** The unit of the delegator's own assignment; null when the role is not delegated. */
  readonly source: string | null
}

interface SessionRow {
  readonly id: string
  readonly token_hash: Buffer
  readonly csrf: string
  readonly account_id: string
  readonly stale: boolean
  readonly name: string
  readonly display_name: string
  readonly lang: string
  readonly person_id: string | null
  readonly must_change_password: boolean
  readonly by_passkey: boolean
  readonly held: readonly HeldRow[] | null
}

const SEEN_EVERY_MS = 60_000

/** Hours without a request after which a session ends: a sixth of its life, and no less than two. */
export const idleHours = (sessionHours: number): number => Math.max(2, sessionHours / 6)

/** What is stored of a session's token: who reads the table cannot sign in with it. */
export const hashToken = (token: string): Buffer => hash('sha256', token, 'buffer')

/**
 * Finds the session of a token with its account and the roles valid today. Nothing is kept between requests but the
 * unit tree, so that a lock, an ended assignment or a changed role counts at once.
 * @returns null when there is no such session, it is over, or the account is disabled
 */
export async function findSession(
  engine: Engine,
  tx: Tx,
  token: string,
  sessionHours: number,
): Promise<Session | null> {
  const [session] = await findSessions(engine, tx, [token], sessionHours)
  return session!
}

/** The sessions of several tokens, in their order and in one statement: as findSession. */
export async function findSessions(
  engine: Engine,
  tx: Tx,
  tokens: readonly string[],
  sessionHours: number,
): Promise<(Session | null)[]> {
  const now = Date.now()
  const at = new Date(now).toISOString()
  const idleSince = new Date(now - idleHours(sessionHours) * 3_600_000).toISOString()
  const day = today(now)
  const hashes = tokens.map(hashToken)
  const rows = await tx.run<SessionRow>(sql`
    SELECT s.id, s.token_hash, s.csrf, s.account_id, s.by_passkey, s.seen_at < ${new Date(now - SEEN_EVERY_MS).toISOString()}::timestamptz AS stale,
      a.name, a.display_name, a.lang, a.person_id, a.must_change_password,
      (SELECT json_agg(json_build_object('role', x.role, 'unit', x.unit_id, 'to', least(x.valid_to, o.valid_to), 'source', o.unit_id) ORDER BY x.id)
        FROM assignments x
        LEFT JOIN assignments o ON o.college_id = x.college_id AND o.id = x.source_id AND o.account_id = x.delegated_by AND o.role = x.role
          AND o.delegated_by IS NULL
          AND (o.valid_from IS NULL OR o.valid_from <= ${day}::date) AND (o.valid_to IS NULL OR o.valid_to >= ${day}::date)
        LEFT JOIN accounts d ON d.college_id = o.college_id AND d.id = o.account_id
        WHERE x.college_id = s.college_id AND x.account_id = s.account_id
          AND (x.valid_from IS NULL OR x.valid_from <= ${day}::date) AND (x.valid_to IS NULL OR x.valid_to >= ${day}::date)
          AND (x.delegated_by IS NULL OR NOT d.disabled)) AS held
    FROM sessions s JOIN accounts a ON a.college_id = s.college_id AND a.id = s.account_id
    WHERE s.college_id = ${tx.collegeId} AND s.token_hash = ANY(${hashes}::bytea[])
      AND s.expires_at > ${at}::timestamptz AND s.seen_at > ${idleSince}::timestamptz AND NOT a.disabled`)
  if (rows.length === 0) return tokens.map(() => null)
  const stale = rows.filter((row) => row.stale)
  if (stale.length > 0)
    await touch(
      tx,
      stale.map((row) => row.token_hash),
      at,
    )
  const tree = await unitTree(engine.database, tx)
  const found = new Map(rows.map((row) => [row.token_hash.toString('hex'), sessionFrom(engine, tx, tree, row)]))
  return hashes.map((hash) => found.get(hash.toString('hex')) ?? null)
}

function sessionFrom(engine: Engine, { collegeId }: Tx, tree: UnitTree, row: SessionRow): Session {
  const given = (row.held ?? []).filter((h) => isInTree(tree, h))
  const isWithheld = ({ role }: HeldRow) => !row.by_passkey && engine.passkeyRoles?.has(role) === true
  const rows = given.filter((h) => !isWithheld(h))
  return {
    id: row.id,
    csrf: row.csrf,
    accountName: row.name,
    mustChangePassword: row.must_change_password,
    byPasskey: row.by_passkey,
    withheldRoles: [...new Set(given.filter(isWithheld).map((h) => h.role))],
    roles: rows.map((h) => ({ role: h.role, unitId: h.unit, unitName: tree.units.get(h.unit)?.name ?? '', to: h.to })),
    actor: {
      collegeId,
      accountId: row.account_id,
      personId: row.person_id,
      name: row.display_name,
      lang: row.lang as Lang,
      held: rows.map((h) => heldAt(tree, h.role, h.unit)),
    },
  }
}

/** A role at a unit, with what it reaches. */
export function heldAt(tree: UnitTree, role: string, unitId: string): Held {
  const unitIds = tree.below(unitId)
  const offices = unitIds.flatMap((id) => tree.units.get(id)?.office ?? [])
  return { role, unitId, unitIds, offices, isRoot: unitId === tree.root.id }
}

/** A deleted unit gives nothing; a delegated role is void once its unit moved away from under the delegator's. */
function isInTree(tree: UnitTree, held: HeldRow): boolean {
  return tree.units.has(held.unit) && (held.source === null || tree.above(held.unit).includes(held.source))
}

/** A page asks for many things at once: only the first of them waits for the row, the others go on. */
async function touch(tx: Tx, hashes: readonly Buffer[], at: string): Promise<void> {
  await tx.change(sql`
    UPDATE sessions SET seen_at = ${at} WHERE college_id = ${tx.collegeId} AND token_hash IN
      (SELECT token_hash FROM sessions WHERE college_id = ${tx.collegeId} AND token_hash = ANY(${hashes}::bytea[]) FOR UPDATE SKIP LOCKED)`)
}
