import { createHash } from 'node:crypto'
import type { Writable } from 'node:stream'
import {
  type RawBuilder,
  sql,
  Kysely,
  PostgresAdapter,
  DummyDriver,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import pg from 'pg'
import { hear, type Hearing } from './hear.ts'

/** Kysely only composes and compiles SQL here: statements run on a connection bound to one college. */
const compiler = new Kysely<Record<string, never>>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

// numeric, date and bigint come as the strings PostgreSQL prints: no binary floating point, no time zones.
const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.NUMERIC, (v) => v)
types.setTypeParser(pg.types.builtins.DATE, (v) => v)
types.setTypeParser(pg.types.builtins.TIMESTAMP, (v) => v)
types.setTypeParser(pg.types.builtins.INT8, (v) => Number(v))
types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, momentOf)

/** What PostgreSQL prints of a moment, as JSON has it. Most servers print UTC: then no date need be made of it. */
function momentOf(text: string): string {
  if (!text.endsWith('+00') || text.charCodeAt(10) !== 32) return new Date(text).toISOString()
  const fraction = text.slice(20, -3)
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${fraction.padEnd(3, '0').slice(0, 3)}Z`
}

/** A transaction bound to one college: everything it reads and writes belongs to that college. */
export interface Tx {
  readonly collegeId: string
  /** Runs a statement and gives its rows. */
  run<Row = Record<string, unknown>>(statement: RawBuilder<unknown>): Promise<Row[]>
  /** Runs a statement and gives the number of rows it touched. */
  change(statement: RawBuilder<unknown>): Promise<number>
  /**
   * Runs a function that acts with the rights of the tables' owner. Where tables are spread over machines it runs in a
   * transaction of its own that is kept whatever becomes of this one: two roles cannot change rows of one table in one.
   */
  asOwner(statement: RawBuilder<unknown>): Promise<void>
  /**
   * What a statement sees of everybody's writing, as a text in SQL: where it is the same, the same is read. Null where it
   * does not tell: to a transaction that has itself written, and on several machines.
   */
  readonly seen: RawBuilder<unknown>
  /** The driver's connection, for COPY. */
  readonly client: pg.PoolClient
}

export interface Database {
  /** Runs `work` in one transaction of one college; rolls back when it throws. */
  inCollege<T>(collegeId: string, work: (tx: Tx) => Promise<T>): Promise<T>
  /** Statements on tables that belong to no college (the list of colleges). */
  run<Row = Record<string, unknown>>(statement: RawBuilder<unknown>): Promise<Row[]>
  /** Is told of a college in which this program wrote something, once that is committed. */
  onWrite(listener: (collegeId: string) => void): void
  /** Hears a channel, as `hear` says. */
  hear(channel: string, heard: (message: string) => void, isBack: () => void): Hearing
  readonly pool: pg.Pool
  close(): Promise<void>
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
export const isUuid = (text: unknown): text is string => typeof text === 'string' && UUID.test(text)

const SEEN = sql`CASE WHEN pg_current_xact_id_if_assigned() IS NULL THEN pg_current_snapshot()::text END`

/** How long a statement beside a transaction waits for what that transaction itself may hold, in milliseconds. */
const APART_MS = 10_000

/** Statement names, so that PostgreSQL plans a repeated statement once per connection. */
const names = new Map<string, string>()
function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known) return known
  // Bounded: statements built from a person's free choice of filters must not fill the server's memory.
  if (names.size >= 500 || text.length > 4000) return undefined
  const name = createHash('sha1').update(text).digest('base64').slice(0, 20)
  names.set(text, name)
  return name
}

/** New rows that come from a list, or from other rows. */
const FROM_QUERY = /^\s*INSERT INTO [^;]*\bSELECT\b/i
const ASKS_BACK = /\bRETURNING\b/i

/**
 * Citus writes rows of a query by COPY, which PostgreSQL refuses behind a wall around each college. Where something is asked
 * back it sends an INSERT to the machine of the college, and counts what was written rather than what was sent.
 */
const forMachines = (text: string) =>
  FROM_QUERY.test(text) && !ASKS_BACK.test(text) ? `${text} RETURNING college_id` : text

/** What is asked of a connection in one turn leaves in one packet: each by itself would cost both sides a call of the system's. */
function gather(client: object): void {
  const { stream } = (client as { connection: { stream: Writable } }).connection
  stream.cork()
  process.nextTick(() => stream.uncork())
}

async function execute<Row>(
  client: pg.PoolClient | pg.Pool | pg.Client,
  statement: RawBuilder<unknown>,
  isSpread: boolean,
): Promise<pg.QueryResult<Row & pg.QueryResultRow>> {
  const compiled = statement.compile(compiler)
  const { parameters } = compiled
  const sql = isSpread ? forMachines(compiled.sql) : compiled.sql
  const name = nameOf(sql)
  if ('connection' in client) gather(client)
  return client.query<Row & pg.QueryResultRow>({
    ...(name ? { name } : {}),
    text: sql,
    values: parameters as unknown[],
  })
}

/**
 * Connects as the application's role, which may neither change tables nor rewrite history.
 * @param url the application role's address; `role` is taken on every connection when the address is the owner's.
 * @param options.patienceMs who waits longer for a connection is told that the database does not answer; else all wait for ever
 * @param options.isSpread the server is a Citus that spreads the tables over several machines
 */
export function connect(
  url: string,
  options: { role?: string; max?: number; patienceMs?: number; isSpread?: boolean } = {},
): Database {
  const isSpread = options.isSpread ?? false
  const address = {
    connectionString: url,
    types,
    application_name: 'jiangxin',
    // Where one address serves both roles, every connection steps down to the application's before its first statement.
    ...(options.role ? { options: `-c role=${options.role}` } : {}),
  }
  const pool = new pg.Pool({
    ...address,
    max: options.max ?? 12,
    idleTimeoutMillis: 30_000,
    ...(options.patienceMs === undefined ? {} : { connectionTimeoutMillis: options.patienceMs }),
    keepAlive: true,
    // Statements leave as they are asked for, and are answered in that order: nobody waits for an answer not needed yet.
    pipeline: true,
  })
  // A broken idle connection is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  // So it does on a connection that breaks while in use; whoever uses it hears of it by their statement's failure.
  pool.on('connect', (client) => client.on('error', () => {}))
  const begin = async (client: pg.Client | pg.PoolClient, collegeId: string): Promise<void> => {
    gather(client)
    const bind = `SET LOCAL app.college = '${collegeId}'`
    // Begins and binds at once. The setting ends with the transaction (SET LOCAL). Citus sends it to other machines as
    // it was written, with all that came with it: there it is a statement by itself.
    await Promise.all((isSpread ? ['BEGIN', bind] : [`BEGIN; ${bind}`]).map((text) => client.query(text)))
  }
  /** On a connection beside the pool: who holds one of the pool must not wait for another. */
  const apart = async (collegeId: string, statement: RawBuilder<unknown>) => {
    const client = new pg.Client({ ...address, lock_timeout: APART_MS })
    await client.connect()
    try {
      await begin(client, collegeId)
      await execute(client, statement, isSpread)
      await client.query('COMMIT')
    } finally {
      await client.end()
    }
  }
  const writeListeners: ((collegeId: string) => void)[] = []
  return {
    pool,
    onWrite: (listener) => void writeListeners.push(listener),
    async inCollege(collegeId, work) {
      if (!isUuid(collegeId)) throw new Error(`"${collegeId}" is not the id of a college`)
      const client = await pool.connect()
      let broken = false
      let wrote = false
      const within = async <Row>(statement: RawBuilder<unknown>) => {
        const result = await execute<Row>(client, statement, isSpread)
        wrote ||= result.command !== 'SELECT'
        return result
      }
      try {
        // Its answer is awaited at the end, so that it travels with the first statement of the work.
        const begun = begin(client, collegeId)
        begun.catch(() => {})
        const result = await work({
          collegeId,
          client,
          seen: isSpread ? sql`NULL` : SEEN,
          run: async <Row>(statement: RawBuilder<unknown>) => (await within<Row>(statement)).rows,
          change: async (statement) => (await within(statement)).rowCount ?? 0,
          asOwner: async (statement) => {
            if (isSpread) await apart(collegeId, statement)
            else await execute(client, statement, isSpread)
          },
        })
        await begun
        await client.query('COMMIT')
        if (wrote) for (const listener of writeListeners) listener(collegeId)
        return result
      } catch (error) {
        await client.query('ROLLBACK').catch(() => (broken = true))
        throw error
      } finally {
        client.release(broken)
      }
    },
    hear: (channel, heard, isBack) => hear(address, channel, heard, isBack),
    run: async <Row>(statement: RawBuilder<unknown>) => (await execute<Row>(pool, statement, isSpread)).rows,
    close: () => pool.end(),
  }
}
