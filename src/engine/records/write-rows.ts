import { type RawBuilder, sql } from 'kysely'
import { v7 } from 'uuid'
import type { Tx } from '../../database/connection.ts'
import { plainList, textList, uuidList, wordsList } from '../../database/list-parameter.ts'
import { snake } from '../../database/plan.ts'
import { sqlOf } from '../../fields/sqls.ts'
import type { Field } from '../../language/fields.ts'
import type { AnyRegister } from '../../language/register.ts'
import type { Actor } from '../access/actor.ts'
import { giveWay } from '../give-way.ts'
import { append, type Event, manyEvents, tell } from '../history/append.ts'
import { searchText } from '../search.ts'
import { analyzeGrown } from './analyze-grown.ts'
import { ensureMonths } from './event-months.ts'
import { isSame, type Stored, table, type Values, written } from './stored.ts'

export interface NewRow {
  readonly id: string
  readonly state: string
  readonly values: Values
  readonly unitId: string
  readonly ownerId: string | null
}

export interface ChangedRow {
  readonly before: Stored
  readonly values: Values
  readonly unitId: string
  readonly ownerId: string | null
}

/** Rows in one statement: enough to make round trips cheap, few enough to prepare while the last are being written. */
const CHUNK = 1000

/**
 * Step 4 of `act` for many new records: rows, history and outbox, on the caller's transaction.
 * A record may refer to another of the same call that comes before it.
 */
export async function insertRows(
  tx: Tx,
  actor: Actor,
  register: AnyRegister,
  rows: readonly NewRow[],
  reason: string | null = null,
  signal?: AbortSignal,
): Promise<void> {
  if (rows.length === 0) return
  if (register.eventsAt) return void (await insertEvents(tx, actor, register, rows, reason, { signal }))
  const at = new Date().toISOString()
  // The words of many records are sorted into the index by the next vacuum, not in between.
  if (rows.length > CHUNK) await tx.run(sql`SET LOCAL gin_pending_list_limit = '64MB'`)
  const names = inOrderOfJsonb([...Object.keys(register.fields), 'state'])
  const made = (row: NewRow): Event => ({
    subject: register.name,
    subjectId: row.id,
    action: 'create',
    before: null,
    after: filled(names, { ...row.values, state: row.state }),
    reason,
  })
  await inChunks(rows, CHUNK, signal, (chunk) => {
    const statements = [insertStatement(tx, actor, register, chunk, at), manyEvents(tx, actor, at, chunk.map(made))]
    return async () => {
      for (const statement of statements) await tx.run(statement)
    }
  })
  await tell(tx, actor, rows.slice(-1).map(made))
  await analyzeGrown(tx, register, rows.length)
}

/** Events carry no words and no history: more of them fit into one statement. */
const EVENT_CHUNK = 5000

export interface EventOptions {
  /** What becomes of an event whose key is there already: the whole batch is refused, or the event is passed over. */
  readonly taken?: 'refuse' | 'skip'
  readonly signal?: AbortSignal | undefined
}

/**
 * Appends events: one entry of history and outbox for the batch. Every row must have been checked.
 * @returns how many were written
 * @throws the database's error when a key is taken and `taken` is 'refuse': the caller explains it
 */
export async function insertEvents(
  tx: Tx,
  actor: Actor,
  register: AnyRegister,
  rows: readonly NewRow[],
  reason: string | null = null,
  { taken = 'refuse', signal }: EventOptions = {},
): Promise<number> {
  const at = new Date().toISOString()
  let count = 0
  await ensureMonths(tx, register, rows)
  await inChunks(rows, EVENT_CHUNK, signal, (chunk) => {
    const statement = insertStatement(
      tx,
      actor,
      register,
      chunk,
      at,
      taken === 'skip' ? sql` ON CONFLICT DO NOTHING` : sql``,
    )
    return async () => {
      count += await tx.change(statement)
    }
  })
  await analyzeGrown(tx, register, count)
  if (count > 0)
    await append(tx, actor, at, [
      { subject: register.name, subjectId: v7(), action: 'append', after: { rows: count }, reason },
    ])
  return count
}

/** One statement for many new rows, whose columns travel as lists. Events are not looked for by words. */
function insertStatement(
  tx: Tx,
  actor: Actor,
  register: AnyRegister,
  chunk: readonly NewRow[],
  at: string,
  end: RawBuilder<unknown> = sql``,
): RawBuilder<unknown> {
  const of = <T>(pick: (row: NewRow) => T) => chunk.map(pick)
  const isSearched = register.eventsAt === undefined
  const head = [
    uuids(
      'id',
      of((r) => r.id),
    ),
    texts(
      'state',
      of((r) => r.state),
    ),
    uuids(
      'unit_id',
      of((r) => r.unitId),
    ),
    uuids(
      'owner_id',
      of((r) => r.ownerId),
    ),
  ]
  const search = isSearched ? [words(of((r) => searchText(tx.collegeId, register, r.values)))] : []
  const own = Object.entries(register.fields).map(([name, field]) =>
    fieldColumn(
      register,
      name,
      field,
      of((r) => r.values[name]),
    ),
  )
  const lists = [...head, ...search, ...own]
  const more = [...search, ...own]
  return sql`
    INSERT INTO ${table(register)} (${sql.join([sql`college_id, id, state, version, unit_id, owner_id, created_by, created_at, updated_at`, ...more.map((list) => sql.ref(list.name))])})
    SELECT ${sql.join([
      sql`${tx.collegeId}::uuid, e.id, e.state, 1, e.unit_id, e.owner_id, ${actor.accountId}::uuid, ${at}::timestamptz, ${at}::timestamptz`,
      ...more.map((list) => list.value),
    ])}
    FROM ${rowsOf(lists)} AS e${end}`
}

/**
 * Step 4 of `act` for many changed records. Each must still have the version it was read with.
 * @returns the ids of records that somebody else changed meanwhile: the caller rolls back
 */
export async function updateRows(
  tx: Tx,
  actor: Actor,
  register: AnyRegister,
  rows: readonly ChangedRow[],
  reason: string | null = null,
  signal?: AbortSignal,
): Promise<string[]> {
  const at = new Date().toISOString()
  const changedFields = Object.entries(register.fields).filter(([name]) =>
    rows.some((r) => !isSame(r.values[name], r.before.values[name])),
  )
  const lost: string[] = []
  await inChunks(rows, CHUNK, signal, (chunk) => {
    const of = <T>(pick: (row: ChangedRow) => T) => chunk.map(pick)
    const head = [
      uuids(
        'id',
        of((r) => r.before.id),
      ),
      { name: 'version', array: sql`${plainList(of((r) => r.before.version))}::integer[]`, value: sql`e.version` },
      uuids(
        'unit_id',
        of((r) => r.unitId),
      ),
      uuids(
        'owner_id',
        of((r) => r.ownerId),
      ),
      words(of((r) => searchText(tx.collegeId, register, r.values))),
    ]
    const own = changedFields.map(([name, field]) =>
      fieldColumn(
        register,
        name,
        field,
        of((r) => r.values[name]),
      ),
    )
    const lists = [...head, ...own]
    const sets = [
      sql`version = e.version + 1, unit_id = e.unit_id, owner_id = e.owner_id, updated_at = ${at}::timestamptz, search = e.search`,
      ...own.map((list) => sql`${sql.ref(list.name)} = ${list.value}`),
    ]
    const statement = sql`
      UPDATE ${table(register)} AS t SET ${sql.join(sets)}
      FROM ${rowsOf(lists)} AS e
      WHERE t.college_id = ${tx.collegeId} AND t.id = e.id AND t.version = e.version AND t.deleted_at IS NULL
      RETURNING t.id`
    const events = chunk.map((row): Event => ({
      subject: register.name,
      subjectId: row.before.id,
      action: 'update',
      ...changes(row),
      reason,
    }))
    return async () => {
      const done = await tx.run<{ id: string }>(statement)
      if (done.length === chunk.length) return append(tx, actor, at, events)
      const ids = new Set(done.map((row) => row.id))
      lost.push(...chunk.map((row) => row.before.id).filter((id) => !ids.has(id)))
    }
  })
  return lost
}

/** Writes each chunk while the next is being prepared. The pause lets the statement out before the next takes the processor. */
async function inChunks<T>(
  rows: readonly T[],
  size: number,
  signal: AbortSignal | undefined,
  prepare: (chunk: readonly T[]) => () => Promise<void>,
): Promise<void> {
  let writing: Promise<void> = Promise.resolve()
  try {
    for (let start = 0; start < rows.length; start += size) {
      const write = prepare(rows.slice(start, start + size))
      await writing
      writing = write()
      // Awaited in the next turn; until then its failure must not count as unhandled.
      writing.catch(() => {})
      await giveWay(signal)
    }
    await writing
  } finally {
    // Whatever went wrong, nothing may still be writing once the caller rolls back.
    await writing.catch(() => {})
  }
}

/** One column as an array parameter, and how an element of it becomes the column's value. */
interface ListColumn {
  readonly name: string
  readonly array: RawBuilder<unknown>
  readonly value: RawBuilder<unknown>
}

/** Lists of equal length as rows. Unnested side by side, in FROM, each would be written down and read again. */
const rowsOf = (lists: readonly Pick<ListColumn, 'name' | 'array'>[]) =>
  sql`(SELECT ${sql.join(lists.map((list) => sql`unnest(${list.array}) AS ${sql.ref(list.name)}`))})`

const uuids = (name: string, list: readonly (string | null)[]): ListColumn => ({
  name,
  array: sql`${uuidList(list)}::uuid[]`,
  value: sql.ref(`e.${name}`),
})
const texts = (name: string, list: readonly (string | null)[]): ListColumn => ({
  name,
  array: sql`${textList(list)}::text[]`,
  value: sql.ref(`e.${name}`),
})
const words = (list: readonly string[]): ListColumn => ({
  name: 'search',
  array: sql`${wordsList(list)}::tsvector[]`,
  value: sql`e.search`,
})

/** Types whose texts need no quotes in a list. */
const PLAIN: ReadonlySet<string> = new Set(['uuid', 'bigint', 'integer', 'boolean', 'date', 'numeric'])

function fieldColumn(register: AnyRegister, name: string, field: Field, list: readonly unknown[]): ListColumn {
  const column = snake(name)
  const type = sqlOf(field)
    .column(field)
    .split(/ (?:CHECK|COLLATE)/i)[0]!
  const given = list.map((value) => written(register, name, value))
  // The column itself rounds to its digits: a list that did so too would do it twice.
  const plain = type.replace(/\(.*?\)/, '')
  if (PLAIN.has(plain))
    return {
      name: column,
      array: sql`${plainList(given as (string | number | boolean | null)[])}::${sql.raw(plain)}[]`,
      value: sql`e.${sql.ref(column)}`,
    }
  // Everything else travels as text: unnest would take arrays of arrays apart.
  const asText = texts(
    column,
    given.map((value) => (value === null ? null : Array.isArray(value) ? value.join(BETWEEN) : String(value))),
  )
  if (type === 'text[]') return { ...asText, value: sql`string_to_array(${asText.value}, ${BETWEEN})` }
  // A cast that depends on the connection's settings is made of the list: Citus refuses it in a change of rows.
  if (plain.startsWith('time')) return { ...asText, array: sql`${asText.array}::${sql.raw(plain)}[]` }
  return type === 'text' ? asText : { ...asText, value: sql`${asText.value}::${sql.raw(type)}` }
}

/** Stands between the values of one cell; in no value (U+001F, separator of units). */
const BETWEEN = '\u001f'

/** Names as PostgreSQL sorts the keys of a document, by length first: what comes in this order is quicker to store. */
const inOrderOfJsonb = (names: readonly string[]): readonly string[] =>
  names.toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1))

function filled(names: readonly string[], values: Values): Record<string, unknown> {
  const given: Record<string, unknown> = {}
  for (const name of names) {
    const value = values[name]
    if (value !== null && value !== undefined) given[name] = value
  }
  return given
}

function changes({ before, values }: ChangedRow): { before: object; after: object } {
  const was: Record<string, unknown> = {}
  const is: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(values)) {
    if (isSame(value, before.values[name])) continue
    was[name] = before.values[name] ?? null
    is[name] = value ?? null
  }
  return { before: was, after: is }
}
