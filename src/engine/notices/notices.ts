import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Tx } from '../../database/connection.ts'
import type { Label } from '../../language/label.ts'
import type { Actor } from '../access/actor.ts'

export interface Notice {
  readonly kind: string
  readonly text: Label
  /** Address in the screens. */
  readonly link: string
}
export interface SentNotice extends Notice {
  readonly id: string
  readonly at: string
  readonly readAt: string | null
}

/** Tells accounts of the college something; unknown accounts are passed over. */
export async function sendNotices(
  tx: Tx,
  accountIds: readonly string[],
  notice: Notice,
  at = new Date().toISOString(),
): Promise<void> {
  if (accountIds.length === 0) return
  const ids = [...new Set(accountIds)]
  await tx.run(sql`
    INSERT INTO notices (college_id, id, account_id, kind, body, link, created_at)
    SELECT ${tx.collegeId}::uuid, n.id, n.account_id, ${notice.kind}, ${JSON.stringify(notice.text)}::jsonb, ${notice.link}, ${at}::timestamptz
    FROM unnest(${ids.map(() => v7())}::uuid[], ${ids}::uuid[]) AS n(id, account_id)
    WHERE EXISTS (SELECT 1 FROM accounts a WHERE a.college_id = ${tx.collegeId} AND a.id = n.account_id)`)
}

const PAGE = 30

/** The actor's own notices, newest first. */
export async function listNotices(
  tx: Tx,
  actor: Actor,
  after?: string,
): Promise<{ rows: SentNotice[]; unread: number; next: string | null }> {
  const rows = await tx.run<{
    id: string
    kind: string
    body: Label
    link: string
    read_at: string | null
    created_at: string
  }>(sql`
    SELECT id, kind, body, link, read_at, created_at FROM notices
    WHERE college_id = ${tx.collegeId} AND account_id = ${actor.accountId} ${after ? sql`AND id < ${after}` : sql``} ORDER BY id DESC LIMIT ${PAGE + 1}`)
  const [count] = await tx.run<{ n: number }>(
    sql`SELECT count(*) AS n FROM notices WHERE college_id = ${tx.collegeId} AND account_id = ${actor.accountId} AND read_at IS NULL`,
  )
  const page = rows.slice(0, PAGE)
  return {
    rows: page.map((r) => ({
      id: r.id,
      at: r.created_at,
      kind: r.kind,
      text: r.body,
      link: r.link,
      readAt: r.read_at,
    })),
    unread: count?.n ?? 0,
    next: rows.length > PAGE ? page.at(-1)!.id : null,
  }
}

/** Marks the actor's notices as read: the named ones, or all. */
export async function readNotices(tx: Tx, actor: Actor, ids: readonly string[] | 'all'): Promise<void> {
  const which = ids === 'all' ? sql`true` : sql`id = ANY(${[...ids]}::uuid[])`
  await tx.run(
    sql`UPDATE notices SET read_at = ${new Date().toISOString()} WHERE college_id = ${tx.collegeId} AND account_id = ${actor.accountId} AND read_at IS NULL AND ${which}`,
  )
}
