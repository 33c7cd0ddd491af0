import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import { Refusal } from '../refusal.ts'

const MINUTE_MS = 60_000

/** How many wrong passwords are forgiven, and after how long without one they are forgotten. */
export interface Patience {
  readonly free: number
  readonly most: number
  readonly forgetMs: number
}

export const perName: Patience = { free: 5, most: 10, forgetMs: 24 * 60 * MINUTE_MS }
/** Whole classrooms share one address, so it is given ten times as many. */
export const perAddress: Patience = { free: 50, most: 100, forgetMs: 15 * MINUTE_MS }

const LONGEST_MS = 15 * MINUTE_MS

/** How long to wait after so many wrong passwords: nothing at first, then 15 s doubling at every step, and 15 minutes from `most` on. */
export function waitMs(failed: number, { free, most }: Patience): number {
  if (failed < free) return 0
  if (failed >= most) return LONGEST_MS
  const step = Math.floor(((failed - free) * 5) / (most - free))
  return 15_000 * 2 ** step
}

/** Names are hashed: people type their password where the name belongs. */
export const nameKey = (name: string): string => `name:${createHash('sha256').update(name).digest('hex')}`
export const addressKey = (address: string): string => `address:${address}`

interface FailureRow {
  readonly failed_count: number
  readonly last_at: string
  readonly locked_until: string | null
}

/** How many milliseconds a key is still locked; 0 when it is not. */
export async function lockedMs(tx: Tx, key: string, now = Date.now()): Promise<number> {
  const [row] = await tx.run<FailureRow>(
    sql`SELECT failed_count, last_at, locked_until FROM sign_in_failures WHERE college_id = ${tx.collegeId} AND key = ${key}`,
  )
  return remaining(row, now)
}

/**
 * Counts one attempt against a key, unless it is locked. A name's attempt is counted before the password is looked at and
 * taken back when it was right: so a thousand guesses at the same instant do not all slip through.
 * @returns how many milliseconds the key was locked already; 0 when the attempt was counted
 */
export async function countAttempt(tx: Tx, key: string, patience: Patience, now = Date.now()): Promise<number> {
  const at = new Date(now).toISOString()
  // The update that changes nothing holds the row until the transaction ends.
  const [row] = await tx.run<FailureRow>(sql`
    INSERT INTO sign_in_failures AS f (college_id, key, failed_count, last_at) VALUES (${tx.collegeId}, ${key}, 0, ${at})
    ON CONFLICT (college_id, key) DO UPDATE SET failed_count = f.failed_count
    RETURNING failed_count, last_at, locked_until`)
  const locked = remaining(row, now)
  if (locked > 0) return locked
  const isForgotten = !row || now - Date.parse(row.last_at) > patience.forgetMs
  const failed = (isForgotten ? 0 : row.failed_count) + 1
  const wait = waitMs(failed, patience)
  await tx.change(sql`
    UPDATE sign_in_failures SET failed_count = ${failed}, last_at = ${at}, locked_until = ${wait > 0 ? new Date(now + wait).toISOString() : null}
    WHERE college_id = ${tx.collegeId} AND key = ${key}`)
  return 0
}

/** Forgets a key's wrong passwords, and everybody's that are old. */
export async function forgetAttempts(tx: Tx, key: string, now = Date.now()): Promise<void> {
  const old = new Date(now - 2 * perName.forgetMs).toISOString()
  await tx.change(
    sql`DELETE FROM sign_in_failures WHERE college_id = ${tx.collegeId} AND (key = ${key} OR last_at < ${old})`,
  )
}

export const lockedOut = (ms: number): Refusal => {
  const minutes = Math.ceil(ms / MINUTE_MS)
  const wait =
    ms < MINUTE_MS
      ? { zh: `${Math.ceil(ms / 1000)} 秒`, en: `${Math.ceil(ms / 1000)} s` }
      : { zh: `${minutes} 分钟`, en: `${minutes} min` }
  return new Refusal('locked', {
    zh: `密码错误次数过多，请 ${wait.zh}后再试`,
    en: `Too many wrong passwords: try again in ${wait.en}`,
  })
}

const remaining = (row: FailureRow | undefined, now: number): number =>
  row?.locked_until ? Math.max(0, Date.parse(row.locked_until) - now) : 0
