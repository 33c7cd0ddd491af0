import Fastify from 'fastify'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { TOKEN } from './bare.ts'
import { COLUMNS, WANTED } from './table.ts'

/** What the machine can do: one table, prepared statements, one word that must be known. No rules, no history. */
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 12 })
const app = Fastify({ bodyLimit: 64 << 20 })
const names = COLUMNS.map((c) => `"${c.name}"`).join(', ')
app.addContentTypeParser('text/csv', (_request, body, done) => done(null, body))
app.addHook('onRequest', async (request, reply) => {
  if (request.headers.authorization !== TOKEN) await reply.status(401).send({})
})
app.get('/staff', async () => {
  const [rows, count] = await Promise.all([
    pool.query({
      name: 'list',
      text: `SELECT id, ${names} FROM staff WHERE kind = $1 ORDER BY "employedOn" DESC LIMIT 50`,
      values: [WANTED],
    }),
    pool.query({ name: 'count', text: 'SELECT count(*)::int AS n FROM staff WHERE kind = $1', values: [WANTED] }),
  ])
  return { rows: rows.rows, total: (count.rows[0] as { n: number }).n }
})
app.post<{ Body: Record<string, unknown> }>('/staff', async ({ body }) => {
  const { rows } = await pool.query({
    name: 'create',
    text: `INSERT INTO staff (${names}) VALUES (${COLUMNS.map((_, i) => `$${i + 1}`).join(', ')}) RETURNING *`,
    values: COLUMNS.map((c) => body[c.name]),
  })
  return rows[0]
})
app.patch<{ Params: { id: string }; Body: { name: string } }>('/staff/:id', async ({ params, body }) => {
  const { rows } = await pool.query({
    name: 'update',
    text: 'UPDATE staff SET name = $2 WHERE id = $1 RETURNING *',
    values: [params.id, body.name],
  })
  return rows[0]
})
app.post<{ Body: Readable }>('/staff/import', async ({ body }) => {
  const client = await pool.connect()
  try {
    await pipeline(body, client.query(copyFrom(`COPY staff (${names}) FROM STDIN (FORMAT csv, HEADER)`)))
  } finally {
    client.release()
  }
  return {}
})
await app.listen({ host: '127.0.0.1', port: Number(process.env['PORT']) })
