import { once } from 'node:events'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Product } from './product.ts'
import { COLUMNS, csvOf, INDEXED } from './table.ts'

const PORTION = 20_000
const quoted = (name: string) => `"${name}"`

/** Rows as they should be, beside the product's own table, in a temporary one that ends with the connection. */
async function bring(client: pg.Client, from: number, count: number): Promise<void> {
  await client.query(`DROP TABLE IF EXISTS pg_temp.f`)
  await client.query(`CREATE TEMP TABLE f (${COLUMNS.map((c) => `${quoted(c.name)} text`).join(', ')})`)
  for (let at = 0; at < count; at += PORTION) {
    const stream = client.query(copyFrom('COPY f FROM STDIN (FORMAT csv, HEADER)'))
    stream.end(csvOf(from + at, Math.min(PORTION, count - at)))
    await once(stream, 'finish')
  }
}

/** Runs `work` on a connection that sees the product's table. */
export async function within<T>(
  { session }: Pick<Product, 'session'>,
  databaseUrl: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    if (session) await client.query(session)
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Fills the table with rows 1 to `count` by SQL, gives it the indexes it lacks, and tidies up. */
export async function fillTable(client: pg.Client, product: Product, count: number): Promise<void> {
  const [schema, table] = product.table.split('.')
  const { rows } = await client.query<{ name: string; type: string }>(
    `SELECT a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type FROM pg_attribute a
     WHERE a.attrelid = to_regclass($1) AND a.attnum > 0 AND NOT a.attisdropped`,
    [product.table],
  )
  const types = new Map(rows.map((row) => [row.name, row.type]))
  await bring(client, 1, count)
  const columns = new Map(Object.entries(product.filled))
  for (const { name } of COLUMNS) {
    const column = product.column(name)
    if (!types.has(column)) throw new Error(`${product.name}: ${product.table} has no column ${column}`)
    if (!columns.has(column)) columns.set(column, `f.${quoted(name)}::${types.get(column)}`)
  }
  await client.query(
    `INSERT INTO ${product.table} (${[...columns.keys()].map(quoted).join(', ')}) SELECT ${[...columns.values()].join(', ')} FROM f`,
  )
  const { rows: indexes } = await client.query<{ first: string }>(
    `SELECT indexdef AS first FROM pg_indexes WHERE schemaname = $1 AND tablename = $2`,
    [schema, table],
  )
  for (const name of [...INDEXED, 'number']) {
    const column = product.column(name)
    if (!indexes.some(({ first }) => first.includes(column)))
      await client.query(`CREATE INDEX ON ${product.table} (${quoted(column)})`)
  }
  await client.query('DROP TABLE f')
  await client.query('VACUUM ANALYZE')
}

/** How many of the rows from a number on are in the table with the names that they should have, letter for letter. */
export async function countRight(client: pg.Client, product: Product, from: number, count: number): Promise<number> {
  await bring(client, from, count)
  const column = (name: string) => `t.${quoted(product.column(name))}`
  const { rows } = await client.query<{ n: string }>(
    `SELECT count(*) AS n FROM ${product.table} t JOIN f ON ${column('number')} = f.number
     WHERE ${column('name')} = f.name AND ${column('kind')}::text = f.kind AND ${column('classAdviser')} = f."classAdviser"::boolean`,
  )
  return Number(rows[0]!.n)
}
