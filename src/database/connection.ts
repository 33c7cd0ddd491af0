import { createHash } from 'node:crypto'
import {
  type RawBuilder,
  Kysely,
  PostgresAdapter,
  DummyDriver,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import pg from 'pg'

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
  /** The driver's connection, for COPY. */
  readonly client: pg.PoolClient
}

export interface Database {
  /** Runs `work` in one transaction of one college; rolls back when it throws. */
  inCollege<T>(collegeId: string, work: (tx: Tx) => Promise<T>): Promise<T>
  /** Statements on tables that belong to no college (the list of colleges). */
  run<Row = Record<string, unknown>>(statement: RawBuilder<unknown>): Promise<Row[]>
  readonly pool: pg.Pool
  close(): Promise<void>
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
export const isUuid = (text: unknown): text is string => typeof text === 'string' && UUID.test(text)

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

async function execute<Row>(
  client: pg.PoolClient | pg.Pool,
  statement: RawBuilder<unknown>,
): Promise<pg.QueryResult<Row & pg.QueryResultRow>> {
  const { sql, parameters } = statement.compile(compiler)
  const name = nameOf(sql)
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
 */
export function connect(url: string, options: { role?: string; max?: number; patienceMs?: number } = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 12,
    types,
    application_name: 'jiangxin',
    // Where one address serves both roles, every connection steps down to the application's before its first statement.
    ...(options.role ? { options: `-c role=${options.role}` } : {}),
    idleTimeoutMillis: 30_000,
    ...(options.patienceMs === undefined ? {} : { connectionTimeoutMillis: options.patienceMs }),
    keepAlive: true,
  })
  // A broken idle connection is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  // So it does on a connection that breaks while in use; whoever uses it hears of it by their statement's failure.
  pool.on('connect', (client) => client.on('error', () => {}))
  return {
    pool,
    async inCollege(collegeId, work) {
      if (!isUuid(collegeId)) throw new Error(`"${collegeId}" is not the id of a college`)
      const client = await pool.connect()
      let broken = false
      try {
        // One round trip: begins and binds. The setting ends with the transaction (SET LOCAL).
        await client.query(`BEGIN; SET LOCAL app.college = '${collegeId}'`)
        const result = await work({
          collegeId,
          client,
          run: async <Row>(statement: RawBuilder<unknown>) => (await execute<Row>(client, statement)).rows,
          change: async (statement) => (await execute(client, statement)).rowCount ?? 0,
        })
        await client.query('COMMIT')
        return result
      } catch (error) {
        await client.query('ROLLBACK').catch(() => (broken = true))
        throw error
      } finally {
        client.release(broken)
      }
    },
    run: async <Row>(statement: RawBuilder<unknown>) => (await execute<Row>(pool, statement)).rows,
    close: () => pool.end(),
  }
}
