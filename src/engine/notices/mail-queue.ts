import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import type { Label, Lang } from '../../language/label.ts'

export interface DueNotice {
  readonly id: string
  readonly text: Label
  readonly link: string | null
  /** How often it was tried before. */
  readonly tries: number
}

/** What one account is told in one mail. */
export interface DueMail {
  readonly address: string
  readonly lang: Lang
  readonly notices: readonly DueNotice[]
}

/** Older notices are no longer mailed: who configures mail must not flood everybody with last year's. */
const NEWEST_MS = 24 * 3_600_000
const BATCH = 100

/** One plain address: nothing that a mail server could take for several, or for a header. */
const ADDRESS = '^[^\\s@<>,;:"()]+@[^\\s@<>,;:"()]+$'

const dueSql = (tx: Tx, now: Date) => sql`
  FROM notices n
  JOIN accounts a ON a.college_id = n.college_id AND a.id = n.account_id
  JOIN records.people p ON p.college_id = a.college_id AND p.id = a.person_id
  WHERE n.college_id = ${tx.collegeId} AND n.mailed_at IS NULL AND n.read_at IS NULL
    AND n.created_at >= ${new Date(now.getTime() - NEWEST_MS).toISOString()}::timestamptz
    AND (n.mail_after IS NULL OR n.mail_after <= ${now.toISOString()}::timestamptz)
    AND NOT a.disabled AND p.deleted_at IS NULL AND p.email ~ ${ADDRESS}`

/** Whether anything waits to be mailed: unread notices of the last day, to accounts whose person has an address. */
export async function isMailDue(tx: Tx, now: Date): Promise<boolean> {
  return (await tx.run(sql`SELECT 1 ${dueSql(tx, now)} LIMIT 1`)).length > 0
}

/**
 * Takes a batch out of the queue, one mail for each account. What is taken counts as mailed from the caller's commit
 * on: a process that dies while sending loses a mail and never sends one twice.
 */
export async function takeDueMail(tx: Tx, now: Date): Promise<DueMail[]> {
  const rows = await tx.run<{
    id: string
    account_id: string
    body: Label
    link: string | null
    mail_tries: number
    email: string
    lang: Lang
  }>(sql`
    WITH due AS (SELECT n.id, p.email, a.lang ${dueSql(tx, now)} ORDER BY n.id LIMIT ${BATCH} FOR UPDATE OF n SKIP LOCKED)
    UPDATE notices SET mailed_at = ${now.toISOString()}::timestamptz FROM due
    WHERE notices.college_id = ${tx.collegeId} AND notices.id = due.id
    RETURNING notices.id, account_id, body, link, mail_tries, due.email, due.lang`)
  const sorted = rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return [...Map.groupBy(sorted, (row) => row.account_id).values()].map((own) => ({
    address: own[0]!.email,
    lang: own[0]!.lang,
    notices: own.map(({ id, body, link, mail_tries }) => ({ id, text: body, link, tries: mail_tries })),
  }))
}

/** Puts notices back that the mail server has certainly not taken, to be tried again from a moment on. */
export async function putBack(tx: Tx, notices: readonly DueNotice[], after: Date): Promise<void> {
  await tx.run(sql`
    UPDATE notices SET mailed_at = NULL, mail_tries = mail_tries + 1, mail_after = ${after.toISOString()}::timestamptz
    WHERE college_id = ${tx.collegeId} AND id = ANY(${notices.map((n) => n.id)}::uuid[])`)
}
