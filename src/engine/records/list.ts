import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import { isUuid } from '../../database/connection.ts'
import { snake } from '../../database/plan.ts'
import { sqlOf } from '../../fields/sqls.ts'
import type { AnyRegister } from '../../language/register.ts'
import type { WireCondition, WirePage } from '../../language/wire.ts'
import type { Actor } from '../access/actor.ts'
import { reachesNothing, reachOf, reachSql } from '../access/reach.ts'
import { collegeRegister } from '../codes/college-register.ts'
import type { Engine } from '../engine.ts'
import { notAllowed, Refusal, unknownRecord } from '../refusal.ts'
import { queryText } from '../search.ts'
import { findField, mayReadField } from './allowed.ts'
import { conditionsSql } from './filter.ts'
import { keptCount } from './kept-count.ts'
import { present } from './present.ts'
import { columns, type Row, type Stored, stored, table } from './stored.ts'

export interface ListRequest {
  readonly register: string
  readonly q?: string
  readonly where?: readonly WireCondition[]
  /** Field, or '-field' for descending. The register's own order when absent. */
  readonly sort?: string
  readonly after?: string
  readonly limit?: number
  readonly deleted?: boolean
  /** A further condition put by the engine (the rows behind a figure). */
  readonly also?: RawBuilder<unknown>
}

/** Lists count up to here; beyond, a person is told "more than". */
const COUNTED = 10_000
const MAX_PAGE = 500
/** So few rows that a search found are sorted. Where there are more, the order's index is walked until a page is full. */
const FEW = 2000

/** All conditions on which rows of a register an actor may be shown. Every list, export and drill goes through here. */
export function visibleSql(
  register: AnyRegister,
  actor: Actor,
  request: Omit<ListRequest, 'register'>,
  tx: Tx,
): RawBuilder<unknown> {
  const reach = reachOf(register, actor, 'read')
  if (reachesNothing(reach)) throw notAllowed({ zh: `查看“${register.label.zh}”`, en: `see "${register.label.en}"` })
  const parts = [
    sql`college_id = ${tx.collegeId}`,
    request.deleted ? sql`deleted_at IS NOT NULL` : sql`deleted_at IS NULL`,
    reachSql(reach, actor),
    conditionsSql(request.where ?? [], register, (name) => mayReadField(register, actor, name)),
  ]
  if (request.q?.trim()) {
    const words = queryText(tx.collegeId, request.q)
    parts.push(words === '' ? sql`false` : sql`search @@ ${words}::tsquery`)
  }
  if (request.also) parts.push(request.also)
  return sql.join(parts, sql` AND `)
}

interface Order {
  readonly field: string | null
  readonly descending: boolean
}

/** @throws Refusal 400 when the list cannot be sorted like this */
export function orderOf(register: AnyRegister, actor: Actor, sort: string | undefined): Order {
  const wanted = sort ?? register.order
  if (!wanted) return { field: null, descending: true }
  const descending = wanted.startsWith('-')
  const name = wanted.replace(/^-/, '')
  if (name === 'updatedAt' || name === 'createdAt' || name === 'state') return { field: name, descending }
  const field = findField(register, name)
  if (!field || !sqlOf(field).sortable || !mayReadField(register, actor, name))
    throw new Refusal('bad-request', { zh: `不能按“${name}”排序`, en: `Lists cannot be sorted by "${name}"` })
  return { field: name, descending }
}

/** Where a page ended: the sort value of its last row (null among rows without one) and its id. */
interface Cursor {
  readonly value: string | null
  readonly id: string
}
const encode = (cursor: Cursor) => Buffer.from(JSON.stringify([cursor.value, cursor.id])).toString('base64url')
function decode(text: string): Cursor {
  try {
    const [value, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as [string | null, string]
    if ((value === null || typeof value === 'string') && isUuid(id)) return { value, id }
  } catch {
    // falls through to the refusal
  }
  throw new Refusal('bad-request', {
    zh: '页码无效，请从第一页重新打开列表',
    en: 'The page mark is not valid. Open the list from its first page again',
  })
}

/** Rows in order after a cursor. Rows without a sort value come last, by a second statement, so that each uses the index. */
async function rowsAfter(
  tx: Tx,
  register: AnyRegister,
  visible: RawBuilder<unknown>,
  order: Order,
  after: Cursor | null,
  limit: number,
): Promise<Row[]> {
  const direction = order.descending ? sql`DESC` : sql`ASC`
  const beyond = order.descending ? sql`<` : sql`>`
  if (order.field === null) {
    const from = after ? sql`AND id ${beyond} ${after.id}` : sql``
    return tx.run(
      sql`SELECT ${columns(register)} FROM ${table(register)} WHERE ${visible} ${from} ORDER BY id ${direction} LIMIT ${limit}`,
    )
  }
  const ref = sql.ref(snake(order.field))
  const text = sql`${ref}::text AS sort_value`
  let rows: Row[] = []
  if (!after || after.value !== null) {
    const from = after ? sql`AND (${ref}, id) ${beyond} (${after.value}, ${after.id})` : sql``
    rows = await tx.run(
      sql`SELECT ${columns(register)}, ${text} FROM ${table(register)} WHERE ${visible} AND ${ref} IS NOT NULL ${from} ORDER BY ${ref} ${direction}, id ${direction} LIMIT ${limit}`,
    )
  }
  if (rows.length < limit) {
    const from = after && after.value === null ? sql`AND id ${beyond} ${after.id}` : sql``
    const empty = await tx.run<Row>(
      sql`SELECT ${columns(register)}, NULL AS sort_value FROM ${table(register)} WHERE ${visible} AND ${ref} IS NULL ${from} ORDER BY id ${direction} LIMIT ${limit - rows.length}`,
    )
    rows = [...rows, ...empty]
  }
  return rows
}

/** All that a count depends on besides the rows; what the engine itself put is not known to be the same again. */
function whatOf(tx: Tx, register: AnyRegister, actor: Actor, request: ListRequest, most: number): string | null {
  if (request.also) return null
  const reach = reachOf(register, actor, 'read')
  const self = !reach.all && reach.own ? [actor.accountId, actor.personId] : []
  return JSON.stringify([tx.collegeId, register.name, reach, self, request.where, request.q, request.deleted, most])
}

/** One page of the records an actor may see. @throws Refusal 403, 400 */
export async function listRecords(engine: Engine, tx: Tx, actor: Actor, request: ListRequest): Promise<WirePage> {
  const register = await collegeRegister(engine, tx, request.register)
  const limit = Math.min(Math.max(request.limit ?? 50, 1), MAX_PAGE)
  const visible = visibleSql(register, actor, request, tx)
  const order = orderOf(register, actor, request.sort)
  const count = (most: number) => {
    const all = sql`SELECT 1 FROM ${table(register)} WHERE ${visible} LIMIT ${most + 1}`
    return keptCount(engine.database, tx, whatOf(tx, register, actor, request, most), all)
  }
  // PostgreSQL cannot tell how many rows hold a beginning of a word, and would walk through a million for one of them.
  const found = request.q?.trim() ? await count(request.after ? FEW : COUNTED) : undefined
  const among =
    found !== undefined && found <= FEW
      ? sql`college_id = ${tx.collegeId} AND id = ANY(ARRAY(SELECT id FROM ${table(register)} WHERE ${visible}))`
      : visible
  const rows = await rowsAfter(tx, register, among, order, request.after ? decode(request.after) : null, limit + 1)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  let total = page.length
  // Counting costs as much as listing: only the first page of a long list is counted.
  if (!request.after && rows.length > limit) total = found ?? (await count(COUNTED))
  return {
    rows: await present(
      engine,
      tx,
      actor,
      register,
      page.map((row) => stored(register, row)),
    ),
    next:
      rows.length > limit && last
        ? encode({
            value: order.field === null ? null : ((last['sort_value'] as string | null) ?? null),
            id: last['id'] as string,
          })
        : null,
    total: Math.min(total, COUNTED),
    more: total > COUNTED,
  }
}

/** All records an actor may see, in order, in portions: for exports. */
export async function* eachRecord(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  request: ListRequest,
  portion = 2000,
): AsyncGenerator<readonly Stored[]> {
  const register = await collegeRegister(engine, tx, request.register)
  const visible = visibleSql(register, actor, request, tx)
  const order = orderOf(register, actor, request.sort)
  const ask = (after: Cursor | null): Promise<Row[]> => {
    const asked = rowsAfter(tx, register, visible, order, after, portion)
    // Awaited later; until then its failure must not count as unhandled.
    asked.catch(() => {})
    return asked
  }
  let coming: Promise<Row[]> | null = ask(null)
  try {
    while (coming) {
      const rows: Row[] = await coming
      const last = rows.at(-1)
      // The database works on the next portion while this one is being written.
      coming =
        rows.length < portion || !last
          ? null
          : ask({
              value: order.field === null ? null : ((last['sort_value'] as string | null) ?? null),
              id: last['id'] as string,
            })
      if (rows.length > 0) yield rows.map((row) => stored(register, row))
    }
  } finally {
    // Whoever stops early must find the transaction idle.
    await coming?.catch(() => {})
  }
}

/** Finds a record within the actor's reach; null outside it, just as when it is not there. */
export async function findRecord(tx: Tx, actor: Actor, register: AnyRegister, id: string): Promise<Stored | null> {
  const reach = reachOf(register, actor, 'read')
  if (!isUuid(id) || reachesNothing(reach)) return null
  const [row] = await tx.run<Row>(
    sql`SELECT ${columns(register)} FROM ${table(register)} WHERE college_id = ${tx.collegeId} AND id = ${id} AND ${reachSql(reach, actor)}`,
  )
  return row ? stored(register, row) : null
}

/** @throws Refusal 404 when it is not there or not within reach */
export async function getRecord(tx: Tx, actor: Actor, register: AnyRegister, id: string): Promise<Stored> {
  const record = await findRecord(tx, actor, register, id)
  if (!record) throw unknownRecord()
  return record
}
