import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { isUuid, type Tx } from '../../database/connection.ts'
import type { WireSession } from '../../language/wire-access.ts'
import { hashToken } from './find-session.ts'

/** Where a sign-in comes from. */
export interface Origin {
  readonly address: string
  readonly device: string | null
}

/** Opens a session and gives its token, which is stored nowhere. */
export async function openSession(
  tx: Tx,
  accountId: string,
  sessionHours: number,
  origin: Origin,
  byPasskey = false,
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const now = Date.now()
  const at = new Date(now).toISOString()
  await tx.change(
    sql`DELETE FROM sessions WHERE college_id = ${tx.collegeId} AND account_id = ${accountId} AND expires_at < ${at}`,
  )
  await tx.change(sql`
    INSERT INTO sessions (college_id, token_hash, id, account_id, csrf, created_at, seen_at, expires_at, address, device, by_passkey)
    VALUES (${tx.collegeId}, ${hashToken(token)}, ${v7()}, ${accountId}, ${randomBytes(24).toString('base64url')}, ${at}, ${at},
      ${new Date(now + sessionHours * 3_600_000).toISOString()}, ${origin.address}, ${origin.device?.slice(0, 200) ?? null}, ${byPasskey})`)
  await tx.change(
    sql`UPDATE accounts SET last_sign_in_at = ${at} WHERE college_id = ${tx.collegeId} AND id = ${accountId}`,
  )
  return token
}

/** Ends the session of a token, whoever's it is: a browser that signs in anew leaves its old session behind. */
export async function endSessionOf(tx: Tx, token: string): Promise<void> {
  await tx.change(sql`DELETE FROM sessions WHERE college_id = ${tx.collegeId} AND token_hash = ${hashToken(token)}`)
}

/** Ends one of an account's sessions. @returns whether there was one */
export async function endSession(tx: Tx, accountId: string, id: string): Promise<boolean> {
  if (!isUuid(id)) return false
  return (
    (await tx.change(
      sql`DELETE FROM sessions WHERE college_id = ${tx.collegeId} AND account_id = ${accountId} AND id = ${id}`,
    )) > 0
  )
}

/** Ends all of an account's sessions but one, or all. */
export async function endSessions(tx: Tx, accountId: string, exceptId?: string): Promise<number> {
  return tx.change(sql`
    DELETE FROM sessions WHERE college_id = ${tx.collegeId} AND account_id = ${accountId} ${exceptId ? sql`AND id <> ${exceptId}` : sql``}`)
}

/** An account's live sessions, the latest used first. */
export async function listSessions(tx: Tx, accountId: string, currentId: string): Promise<WireSession[]> {
  const rows = await tx.run<{
    id: string
    created_at: string
    seen_at: string
    expires_at: string
    address: string | null
    device: string | null
  }>(sql`
    SELECT id, created_at, seen_at, expires_at, address, device FROM sessions
    WHERE college_id = ${tx.collegeId} AND account_id = ${accountId} AND expires_at > ${new Date().toISOString()} ORDER BY seen_at DESC LIMIT 100`)
  return rows.map((r) => ({
    id: r.id,
    createdAt: r.created_at,
    seenAt: r.seen_at,
    expiresAt: r.expires_at,
    address: r.address,
    device: r.device,
    current: r.id === currentId,
  }))
}
