import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'

const LIFE_MS = 5 * 60_000

/** Keeps a challenge until it is answered, for five minutes at most. */
export async function keepChallenge(tx: Tx, challenge: string, accountId: string | null): Promise<void> {
  const now = Date.now()
  await tx.change(
    sql`DELETE FROM challenges WHERE college_id = ${tx.collegeId} AND expires_at < ${new Date(now).toISOString()}`,
  )
  await tx.run(sql`
    INSERT INTO challenges (college_id, challenge, account_id, expires_at)
    VALUES (${tx.collegeId}, ${challenge}, ${accountId}, ${new Date(now + LIFE_MS).toISOString()})`)
}

/**
 * Takes the challenge that an authenticator's answer names, so that it can be answered only once.
 * @returns null when it is unknown, used, too old or was put to somebody else
 */
export async function takeChallenge(tx: Tx, clientDataJSON: string, accountId: string | null): Promise<string | null> {
  const challenge = challengeIn(clientDataJSON)
  if (challenge === null) return null
  const taken = await tx.change(sql`
    DELETE FROM challenges WHERE college_id = ${tx.collegeId} AND challenge = ${challenge} AND account_id IS NOT DISTINCT FROM ${accountId}::uuid
      AND expires_at > ${new Date().toISOString()}`)
  return taken > 0 ? challenge : null
}

function challengeIn(clientDataJSON: string): string | null {
  try {
    const data: unknown = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8'))
    const challenge = typeof data === 'object' && data !== null && 'challenge' in data ? data.challenge : null
    return typeof challenge === 'string' && /^[\w-]{16,128}$/.test(challenge) ? challenge : null
  } catch {
    return null
  }
}
