import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { ask } from './ask.ts'
import type { Product } from './product.ts'
import { COLUMNS, csvOf, INDEXED } from './table.ts'

export const TOKEN = 'Bearer bench'
const types = { text: 'text', choice: 'text', date: 'text', 'yes-no': 'boolean', integer: 'integer' } as const

/** Fastify and `pg`, as little as can answer: see bare-program.ts. */
export const bare: Product = {
  name: 'bare',
  version: 'Fastify and pg as we have them',
  settings: 'pool 12, prepared statements, one fixed token, no checks, no history',
  async prepare({ databaseUrl }) {
    const client = new pg.Client({ connectionString: databaseUrl })
    await client.connect()
    const columns = COLUMNS.map((c) => `"${c.name}" ${types[c.kind]}${c.required ? ' NOT NULL' : ''}`)
    await client.query(
      `CREATE TABLE staff (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, ${columns.join(', ')}, UNIQUE (number))`,
    )
    for (const name of INDEXED) await client.query(`CREATE INDEX ON staff ("${name}")`)
    await client.end()
  },
  command: ({ databaseUrl, port }) => ({
    args: [fileURLToPath(new URL('./bare-program.ts', import.meta.url))],
    env: { NODE_ENV: 'production', DATABASE_URL: databaseUrl, PORT: String(port) },
  }),
  async signIn(url) {
    const address = { url, headers: { authorization: TOKEN } }
    await ask(address, 'GET', '/staff')
    return address
  },
  table: 'public.staff',
  column: (name) => name,
  idColumn: 'id',
  filled: {},
  list: { method: 'GET', path: '/staff', rows: 'rows', total: 'total', values: '' },
  create: (values) => ({ method: 'POST', path: '/staff', body: values }),
  update: (id, name) => ({ method: 'PATCH', path: `/staff/${id}`, body: { name } }),
  importBy: 'COPY of the CSV as it is',
  async import({ url, headers }, from, count) {
    const answer = await fetch(`${url}/staff/import`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'text/csv' },
      body: new Uint8Array(csvOf(from, count)),
    })
    if (!answer.ok) throw new Error(await answer.text())
  },
}
