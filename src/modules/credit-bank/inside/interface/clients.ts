import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Actor } from '../../../../engine/access/actor.ts'
import { writeAudit } from '../../../../engine/access/write-audit.ts'
import { hasRole } from '../../../../engine/access/actor.ts'
import type { Engine } from '../../../../engine/engine.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import { notAllowed, Refusal } from '../../../../engine/refusal.ts'
import type { WireClient } from '../../wire.ts'
import { tableOf } from '../fact-sql.ts'

/** What a program of an institution may do. */
export const SCOPES = [
  'outcomes:write',
  'outcomes:read',
  'conversions:read',
  'conversions:decide',
  'rules:read',
] as const
export type Scope = (typeof SCOPES)[number]

/** A program that calls, by its token. */
export interface Client {
  readonly id: string
  readonly name: string
  readonly institution: string
  readonly scopes: readonly string[]
  readonly sandbox: boolean
  readonly perMinute: number
  readonly perDay: number
}

export interface NewClient {
  readonly name: string
  readonly institution: string
  readonly scopes: readonly string[]
  readonly sandbox: boolean
  readonly perMinute: number
  readonly perDay: number
}

const TOKEN_MINUTES = 60
const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Programs are let in by the bank's office alone. @throws Refusal 403 */
export function checkOffice(actor: Actor): void {
  if (!hasRole(actor, ['quality-office', 'system-administrator']))
    throw notAllowed({ zh: '管理机构接口', en: 'manage the programs of institutions' })
}

/** Programs of institutions, with what they called today. @throws Refusal 403 */
export async function listClients(engine: Engine, tx: Tx, actor: Actor): Promise<WireClient[]> {
  checkOffice(actor)
  return tx.run<WireClient & Record<string, unknown>>(sql`
    SELECT c.id, c.name, n.name AS institution, c.scopes, c.sandbox, c.per_minute AS "perMinute", c.per_day AS "perDay",
      c.created_at AS "createdAt", c.used_at AS "usedAt", c.disabled_at AS "disabledAt",
      coalesce((SELECT calls FROM credit_calls AS k WHERE k.college_id = c.college_id AND k.client_id = c.id AND k.span = ${daySpan()}), 0) AS "callsToday"
    FROM credit_clients AS c JOIN ${tableOf(engine, 'credit-institutions')} AS n ON n.college_id = c.college_id AND n.id = c.institution_id
    WHERE c.college_id = ${tx.collegeId} ORDER BY c.created_at DESC LIMIT 200`)
}

/**
 * Lets a program of an institution in.
 * @returns its id and secret, which is shown once and kept nowhere
 * @throws Refusal 403, 422
 */
export async function makeClient(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  asked: NewClient,
): Promise<{ id: string; secret: string }> {
  checkOffice(actor)
  const [institution] = await tx.run(sql`
    SELECT 1 FROM ${tableOf(engine, 'credit-institutions')} WHERE college_id = ${tx.collegeId} AND id = ${asked.institution} AND deleted_at IS NULL`)
  if (!institution) throw new Refusal('invalid', { zh: '没有找到这个机构', en: 'This institution was not found' })
  const [id, secret] = [v7(), randomBytes(32).toString('base64url')]
  await tx.change(sql`
    INSERT INTO credit_clients (college_id, id, name, institution_id, secret_hash, scopes, sandbox, per_minute, per_day, created_at, created_by)
    VALUES (${tx.collegeId}, ${id}, ${asked.name}, ${asked.institution}, ${hashOf(secret)}, ${[...asked.scopes]}::text[], ${asked.sandbox},
      ${asked.perMinute}, ${asked.perDay}, ${new Date().toISOString()}, ${actor.accountId})`)
  await writeAudit(tx, {
    kind: 'account.create',
    actor,
    subject: asked.name,
    detail: { id, scopes: asked.scopes, creditBank: true },
  })
  return { id, secret }
}

/** Lets a program in no more; its tokens end at once. @throws Refusal 403, 404 */
export async function endClient(tx: Tx, actor: Actor, id: string): Promise<void> {
  checkOffice(actor)
  const ended = await tx.change(sql`
    UPDATE credit_clients SET disabled_at = ${new Date().toISOString()} WHERE college_id = ${tx.collegeId} AND id = ${id} AND disabled_at IS NULL`)
  if (ended === 0) throw new Refusal('not-found', { zh: '没有找到这个接口账号', en: 'This program was not found' })
  await tx.change(sql`DELETE FROM credit_tokens WHERE college_id = ${tx.collegeId} AND client_id = ${id}`)
  await writeAudit(tx, { kind: 'account.lock', actor, subject: id, detail: { id, creditBank: true } })
}

/**
 * A token for a program that proves itself: OAuth 2.0, client credentials (RFC 6749, 4.4).
 * @param scope names with spaces between them; all that the program has when absent
 * @returns null when id or secret are wrong, 'scope' when it asks for more than it has
 */
export async function grantToken(
  tx: Tx,
  asked: { readonly id: string; readonly secret: string; readonly scope?: string | undefined },
): Promise<{ token: string; seconds: number; scopes: readonly string[] } | 'scope' | null> {
  const [row] = await tx.run<{ hash: Buffer; scopes: string[] }>(sql`
    SELECT secret_hash AS hash, scopes FROM credit_clients WHERE college_id = ${tx.collegeId} AND id = ${asked.id} AND disabled_at IS NULL`)
  // A hash of 32 random bytes: how long the comparison takes tells nothing of them.
  if (!row?.hash.equals(hashOf(asked.secret))) return null
  const scopes = asked.scope?.split(' ').filter((one) => one !== '') ?? row.scopes
  if (scopes.some((one) => !row.scopes.includes(one))) return 'scope'
  const token = randomBytes(32).toString('base64url')
  const now = Date.now()
  await tx.change(
    sql`DELETE FROM credit_tokens WHERE college_id = ${tx.collegeId} AND expires_at < ${new Date(now).toISOString()}`,
  )
  await tx.change(sql`
    INSERT INTO credit_tokens (college_id, token_hash, client_id, scopes, expires_at)
    VALUES (${tx.collegeId}, ${hashOf(token)}, ${asked.id}, ${[...scopes]}::text[], ${new Date(now + TOKEN_MINUTES * 60_000).toISOString()})`)
  return { token, seconds: TOKEN_MINUTES * 60, scopes }
}

/** The program of a token, with the scopes of the token; null when the token is over or the program ended. */
export async function findClient(tx: Tx, token: string): Promise<Client | null> {
  const [row] = await tx.run<Client & Record<string, unknown>>(sql`
    SELECT c.id, c.name, c.institution_id AS institution, t.scopes, c.sandbox, c.per_minute AS "perMinute", c.per_day AS "perDay"
    FROM credit_tokens AS t JOIN credit_clients AS c ON c.college_id = t.college_id AND c.id = t.client_id
    WHERE t.college_id = ${tx.collegeId} AND t.token_hash = ${hashOf(token)} AND t.expires_at > ${new Date().toISOString()} AND c.disabled_at IS NULL`)
  return row ?? null
}

const minuteSpan = () => new Date().toISOString().slice(0, 16)
const daySpan = () => new Date().toISOString().slice(0, 10)

/**
 * Counts a call, in a transaction of its own so that refused calls count as well.
 * @returns seconds after which to call again when there were too many; 0 otherwise
 */
export async function countCall(tx: Tx, client: Client): Promise<number> {
  const count = async (span: string) => {
    const [row] = await tx.run<{ calls: number }>(sql`
      INSERT INTO credit_calls AS k (college_id, client_id, span, calls) VALUES (${tx.collegeId}, ${client.id}, ${span}, 1)
      ON CONFLICT (college_id, client_id, span) DO UPDATE SET calls = k.calls + 1 RETURNING calls`)
    return row!.calls
  }
  const [minute, day] = [await count(minuteSpan()), await count(daySpan())]
  if (minute === 1) {
    // The first call of a minute tidies up after those of days gone by.
    const yesterday = new Date(Date.now() - 86_400_000).toISOString()
    await tx.change(
      sql`DELETE FROM credit_calls WHERE college_id = ${tx.collegeId} AND client_id = ${client.id} AND span < ${yesterday.slice(0, 10)}`,
    )
    await tx.change(
      sql`UPDATE credit_clients SET used_at = ${new Date().toISOString()} WHERE college_id = ${tx.collegeId} AND id = ${client.id}`,
    )
  }
  const now = new Date()
  if (day > client.perDay) return 86_400 - (now.getUTCHours() * 3600 + now.getUTCMinutes() * 60 + now.getUTCSeconds())
  return minute > client.perMinute ? 60 - now.getUTCSeconds() : 0
}
