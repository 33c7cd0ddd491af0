import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { type Actor, may } from '../../../engine/access/actor.ts'
import { writeAudit } from '../../../engine/access/write-audit.ts'
import type { Engine } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { notAllowed, Refusal } from '../../../engine/refusal.ts'
import type { Json } from '../statement/check-statement.ts'
import type { Scope, WireClient } from '../wire.ts'

/** A program that may speak with the store. */
export interface Client {
  readonly id: string
  readonly scopes: readonly Scope[]
  /** The agent that vouches for what it sends. */
  readonly authority: Json
}

const hashOf = (secret: string) => createHash('sha256').update(secret).digest()
const TOKEN_SECONDS = 3600

interface Row {
  readonly id: string
  readonly name: string
  readonly key: string
  readonly secret_hash: Buffer
  readonly scopes: Scope[]
}

const client = (row: Pick<Row, 'id' | 'key' | 'scopes'>, homePage: string): Client => ({
  id: row.id,
  scopes: row.scopes,
  authority: { objectType: 'Agent', account: { homePage, name: row.key } },
})

/** Colleges by code, as they were found: a college keeps its code. */
const colleges = new WeakMap<Engine['database'], Map<string, string>>()

/** The college that a key belongs to is the part before its first dot. */
export async function collegeOfKey({ database }: Engine, key: string): Promise<string | null> {
  const code = key.slice(0, Math.max(key.indexOf('.'), 0))
  const known = colleges.get(database) ?? new Map<string, string>()
  colleges.set(database, known)
  const id = known.get(code)
  if (id) return id
  const [row] = await database.run<{ id: string }>(sql`SELECT id FROM colleges WHERE code = ${code}`)
  if (row) known.set(code, row.id)
  return row?.id ?? null
}

/** Keys and secrets are long and drawn by lot, so that one round of hashing is enough to keep them. */
export async function findClient(tx: Tx, key: string, secret: string, homePage: string): Promise<Client | null> {
  const [row] = await tx.run<Row>(
    sql`SELECT id, name, key, secret_hash, scopes FROM learning_clients WHERE college_id = ${tx.collegeId} AND key = ${key} AND revoked_at IS NULL`,
  )
  // Compared also where there is none: the time tells nothing.
  const isRight = timingSafeEqual(hashOf(secret), row?.secret_hash ?? hashOf(''))
  return row && isRight ? client(row, homePage) : null
}

/** A token for an hour (OAuth 2, client credentials), with no more scopes than the client has. */
export async function giveToken(
  tx: Tx,
  { id, scopes }: Client,
  code: string,
  wanted: readonly string[],
  now: Date,
): Promise<{ token: string; scopes: Scope[]; seconds: number }> {
  const given = wanted.length === 0 ? [...scopes] : scopes.filter((scope) => wanted.includes(scope))
  const token = `${code}.${randomBytes(32).toString('base64url')}`
  await tx.run(
    sql`DELETE FROM learning_tokens WHERE college_id = ${tx.collegeId} AND expires_at < ${now.toISOString()}`,
  )
  await tx.run(sql`
    INSERT INTO learning_tokens (college_id, hash, client_id, scopes, expires_at)
    VALUES (${tx.collegeId}, ${hashOf(token)}, ${id}, ${given}::text[], ${new Date(now.getTime() + TOKEN_SECONDS * 1000).toISOString()})`)
  return { token, scopes: given, seconds: TOKEN_SECONDS }
}

export async function findToken(tx: Tx, token: string, homePage: string, now: Date): Promise<Client | null> {
  const [row] = await tx.run<Row>(sql`
    SELECT c.id, c.key, t.scopes FROM learning_tokens t JOIN learning_clients c ON c.college_id = t.college_id AND c.id = t.client_id
    WHERE t.college_id = ${tx.collegeId} AND c.college_id = ${tx.collegeId} AND t.hash = ${hashOf(token)} AND t.expires_at > ${now.toISOString()} AND c.revoked_at IS NULL`)
  return row ? client(row, homePage) : null
}

/** @throws Refusal 403 */
function mayManage(engine: Engine, actor: Actor): void {
  if (!may(engine.catalogue, actor, 'settings.manage'))
    throw notAllowed({ zh: '管理学习记录的接入程序', en: 'manage the programs of the learning record store' })
}

export async function listClients(engine: Engine, tx: Tx, actor: Actor): Promise<WireClient[]> {
  mayManage(engine, actor)
  const rows = await tx.run<{
    id: string
    name: string
    key: string
    scopes: Scope[]
    created_at: string
    revoked_at: string | null
  }>(
    sql`SELECT id, name, key, scopes, created_at, revoked_at FROM learning_clients WHERE college_id = ${tx.collegeId} ORDER BY id DESC`,
  )
  return rows.map((r) => ({
    id: r.id,
    name: r.name,
    key: r.key,
    scopes: r.scopes,
    createdAt: new Date(r.created_at).toISOString(),
    revokedAt: r.revoked_at === null ? null : new Date(r.revoked_at).toISOString(),
  }))
}

/** Makes a client. Its secret is told this once: only its hash is kept. @throws Refusal 403 */
export async function makeClient(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  { name, scopes }: { name: string; scopes: readonly Scope[] },
): Promise<{ client: WireClient; secret: string }> {
  mayManage(engine, actor)
  const [college] = await tx.run<{ code: string }>(sql`SELECT code FROM colleges WHERE id = ${tx.collegeId}`)
  const made = {
    id: v7(),
    name,
    key: `${college!.code}.${randomBytes(9).toString('base64url')}`,
    scopes: [...scopes],
    createdAt: new Date().toISOString(),
    revokedAt: null,
  }
  const secret = randomBytes(32).toString('base64url')
  await tx.run(sql`
    INSERT INTO learning_clients (college_id, id, name, key, secret_hash, scopes, created_at, created_by)
    VALUES (${tx.collegeId}, ${made.id}, ${name}, ${made.key}, ${hashOf(secret)}, ${made.scopes}::text[], ${made.createdAt}, ${actor.accountId})`)
  await writeAudit(tx, {
    kind: 'settings.change',
    actor,
    subject: `学习记录接入程序 ${name}`,
    detail: { key: made.key, scopes },
  })
  return { client: made, secret }
}

/** @throws Refusal 403, 404 */
export async function revokeClient(engine: Engine, tx: Tx, actor: Actor, id: string): Promise<void> {
  mayManage(engine, actor)
  const [row] = await tx.run<{ key: string; name: string }>(
    sql`UPDATE learning_clients SET revoked_at = ${new Date().toISOString()} WHERE college_id = ${tx.collegeId} AND id = ${id} AND revoked_at IS NULL RETURNING key, name`,
  )
  if (!row) throw new Refusal('not-found', { zh: '没有找到这个接入程序', en: 'This program was not found' })
  await writeAudit(tx, { kind: 'settings.change', actor, subject: row.name, detail: { key: row.key, revoked: true } })
}
