import { type RawBuilder, sql } from 'kysely'
import { v7 } from 'uuid'
import type { Tx } from '../../database/connection.ts'
import type { StandardTable } from '../../language/standard.ts'
import type { WireFault } from '../../language/wire-standards.ts'
import { type Actor, may } from '../access/actor.ts'
import type { Engine } from '../engine.ts'
import { append } from '../history/append.ts'
import { sendNotices } from '../notices/notices.ts'
import { notAllowed, Refusal } from '../refusal.ts'
import { readableTitles } from '../records/readable-titles.ts'
import type { TableCheck } from './check-tables.ts'
import { remarksInReach } from './columns-in-reach.ts'

/** Subject of history: what people do about faults. */
export const FAULT = 'standard-fault'

/**
 * Keeps what a check found: new faults are added, known ones seen again, and those that are gone are mended. What
 * people said of a fault stays with it.
 */
export async function keepCheck(tx: Tx, check: TableCheck, at: string): Promise<void> {
  const { standard, name } = check.table
  const { faults } = check
  const list = <T>(pick: (f: (typeof faults)[number]) => T) => faults.map(pick)
  if (faults.length > 0)
    await tx.run(sql`
      INSERT INTO standard_faults (college_id, id, standard, table_name, record_id, column_name, kind, message, first_seen, last_seen)
      SELECT DISTINCT ON (f.record_id, f.column_name, f.kind)
        ${tx.collegeId}::uuid, f.id, ${standard}, ${name}, f.record_id, f.column_name, f.kind, f.message, ${at}::timestamptz, ${at}::timestamptz
      FROM unnest(${list(() => v7())}::uuid[], ${list((f) => f.row)}::uuid[], ${list((f) => f.column)}::text[], ${list((f) => f.kind)}::text[],
        ${list((f) => JSON.stringify(f.message))}::jsonb[]) AS f(id, record_id, column_name, kind, message)
      ON CONFLICT (college_id, standard, table_name, record_id, column_name, kind)
      DO UPDATE SET message = excluded.message, last_seen = excluded.last_seen, mended_at = NULL`)
  // When not all faults were listed, one that was not seen may still be there.
  if (check.faults.length === check.faultCount)
    await tx.run(sql`
      UPDATE standard_faults SET mended_at = ${at}::timestamptz
      WHERE college_id = ${tx.collegeId} AND standard = ${standard} AND table_name = ${name} AND mended_at IS NULL AND last_seen < ${at}::timestamptz`)
  await tx.run(sql`
    INSERT INTO standard_checks (college_id, standard, table_name, checked_at, rows, valid, fault_count)
    VALUES (${tx.collegeId}, ${standard}, ${name}, ${at}, ${check.rows}, ${check.valid}, ${check.faultCount})
    ON CONFLICT (college_id, standard, table_name) DO UPDATE
    SET checked_at = excluded.checked_at, rows = excluded.rows, valid = excluded.valid, fault_count = excluded.fault_count`)
}

export interface FaultsRequest {
  readonly standard: string
  readonly table?: string
  readonly state?: 'open' | 'waived' | 'mended'
  /** Only those assigned to this account. */
  readonly assignee?: string
  readonly after?: string
  readonly limit?: number
}

const PAGE = 50

const STATES = {
  open: sql`f.mended_at IS NULL AND f.waived IS NULL`,
  waived: sql`f.mended_at IS NULL AND f.waived IS NOT NULL`,
  mended: sql`f.mended_at IS NOT NULL`,
} as const

interface FaultRow {
  readonly id: string
  readonly table_name: string
  readonly record_id: string
  readonly column_name: string
  readonly kind: string
  readonly message: WireFault['message']
  readonly first_seen: string
  readonly last_seen: string
  readonly mended_at: string | null
  readonly assignee_id: string | null
  readonly assignee: string | null
  readonly due_on: string | null
  readonly note: string | null
  readonly waived: string | null
}

/**
 * Faults of records that the actor reaches, newest first, page by page. A fault's message repeats the value, so faults
 * of values that the actor may not read are not listed.
 */
export async function listFaults(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  request: FaultsRequest,
): Promise<{ rows: WireFault[]; next: string | null }> {
  const tables = [...engine.catalogue.standardTables.values()].filter(
    (own) => own.standard === request.standard && (request.table === undefined || own.name === request.table),
  )
  const limit = request.limit ?? PAGE
  const within = tables.flatMap((own) => remarksInReach(engine, tx, actor, own) ?? [])
  if (within.length === 0) return { rows: [], next: null }
  const rows = await tx.run<FaultRow>(sql`
    SELECT f.id, f.table_name, f.record_id, f.column_name, f.kind, f.message, f.first_seen, f.last_seen, f.mended_at, f.assignee_id,
      a.display_name AS assignee, f.due_on, f.note, f.waived
    FROM standard_faults AS f LEFT JOIN accounts AS a ON a.college_id = f.college_id AND a.id = f.assignee_id
    WHERE f.college_id = ${tx.collegeId} AND f.standard = ${request.standard} AND ${STATES[request.state ?? 'open']}
      ${request.assignee ? sql`AND f.assignee_id = ${request.assignee}` : sql``}
      ${request.after ? sql`AND f.id < ${request.after}` : sql``} AND (${sql.join(within, sql` OR `)})
    ORDER BY f.id DESC LIMIT ${limit + 1}`)
  const page = rows.slice(0, limit)
  const titles = await titlesOf(engine, tx, actor, tables, page)
  return {
    rows: page.map((row) => {
      const own = engine.catalogue.standardTables.get(row.table_name)!
      return {
        id: row.id,
        table: row.table_name,
        register: own.register,
        recordId: row.record_id,
        title: titles.get(row.record_id) ?? null,
        column: row.column_name,
        columnLabel: own.columns.find(([, name]) => name === row.column_name)?.[2] ?? row.column_name,
        kind: row.kind,
        message: row.message,
        firstSeen: row.first_seen,
        lastSeen: row.last_seen,
        mendedAt: row.mended_at,
        assignee: row.assignee_id ? { id: row.assignee_id, name: row.assignee ?? '' } : null,
        dueOn: row.due_on,
        note: row.note,
        waived: row.waived,
      }
    }),
    next: rows.length > limit ? page.at(-1)!.id : null,
  }
}

async function titlesOf(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  tables: readonly StandardTable[],
  rows: readonly FaultRow[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const own of tables) {
    const ids = rows.filter((row) => row.table_name === own.name).map((row) => row.record_id)
    for (const [id, title] of await readableTitles(engine, tx, actor, own.register, ids)) found.set(id, title)
  }
  return found
}

/** What is to be done about faults: somebody mends them by a day, or they stay, for a reason. */
export type FaultDoing =
  | { readonly do: 'assign'; readonly to: string | null; readonly dueOn?: string | null; readonly note?: string | null }
  | { readonly do: 'waive'; readonly reason: string }
  | { readonly do: 'reopen' }

/**
 * Assigns, waives or reopens faults. Who is given faults gets one notice.
 * @throws Refusal 403; 422 without a reason; 404 when one of the faults is not there or the account is unknown
 */
export async function actOnFaults(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  ids: readonly string[],
  doing: FaultDoing,
): Promise<{ changed: number }> {
  if (!may(engine.catalogue, actor, 'standards.manage'))
    throw notAllowed({ zh: '分派数据标准检查的问题', en: 'assign faults of a data standard' })
  const at = new Date().toISOString()
  const set = await changeOf(tx, actor, doing)
  const rows = await tx.run<{ id: string; table_name: string }>(sql`
    UPDATE standard_faults SET ${set} WHERE college_id = ${tx.collegeId} AND id = ANY(${[...new Set(ids)]}::uuid[]) AND mended_at IS NULL
    RETURNING id, table_name`)
  await append(
    tx,
    actor,
    at,
    rows.map((row) => ({
      subject: FAULT,
      subjectId: row.id,
      action: doing.do,
      after: doing.do === 'assign' ? { assignee: doing.to, dueOn: doing.dueOn ?? null } : null,
      reason: doing.do === 'waive' ? doing.reason.trim() : doing.do === 'assign' ? (doing.note ?? null) : null,
    })),
  )
  if (doing.do === 'assign' && doing.to !== null && rows.length > 0)
    await sendNotices(tx, [doing.to], {
      kind: 'standard-fault',
      text: {
        zh: `有 ${rows.length} 处数据问题请您修改${doing.dueOn ? `，${doing.dueOn} 前完成` : ''}`,
        en: `${rows.length} faults of data are yours to mend${doing.dueOn ? ` by ${doing.dueOn}` : ''}`,
      },
      link: '/standards/faults?mine=1',
    })
  return { changed: rows.length }
}

async function changeOf(tx: Tx, actor: Actor, doing: FaultDoing): Promise<RawBuilder<unknown>> {
  if (doing.do === 'reopen') return sql`waived = NULL, waived_by = NULL`
  if (doing.do === 'waive') {
    const reason = doing.reason.trim()
    if (reason === '')
      throw new Refusal(
        'invalid',
        { zh: '请说明为什么可以不改', en: 'Please say why it may stay' },
        { problems: [{ field: 'reason', message: { zh: '请说明原因', en: 'Please say why' } }] },
      )
    return sql`waived = ${reason}, waived_by = ${actor.name}`
  }
  if (doing.to !== null) {
    const [account] = await tx.run(
      sql`SELECT 1 FROM accounts WHERE college_id = ${tx.collegeId} AND id = ${doing.to} AND NOT disabled`,
    )
    if (!account)
      throw new Refusal('invalid', { zh: '没有这个账号，或已停用', en: 'There is no such account, or it is disabled' })
  }
  return sql`assignee_id = ${doing.to}, due_on = ${doing.dueOn ?? null}, note = ${doing.note ?? null}, waived = NULL, waived_by = NULL`
}
