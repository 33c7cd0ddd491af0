import { createHash } from 'node:crypto'
import Fastify, { type FastifyInstance } from 'fastify'
import cookie from '@fastify/cookie'
import pg from 'pg'
import { v7 } from 'uuid'

/**
 * What a careful person would write by hand for one table: Fastify and `pg`, prepared statements, the session
 * checked in the database at every request, history and outbox written with each change. No scopes, no validation.
 */
export async function bareServer(url: string, collegeId: string): Promise<FastifyInstance> {
  const pool = new pg.Pool({ connectionString: url, max: 12 })
  pool.on('error', () => {})
  const app = Fastify()
  await app.register(cookie)
  const session = async (client: pg.PoolClient, token: string) => {
    const { rows } = await client.query({
      name: 'session',
      text: `SELECT s.account_id, s.csrf, a.display_name, (SELECT json_agg(json_build_object('role', x.role, 'unit', x.unit_id)) FROM assignments x
        WHERE x.college_id = s.college_id AND x.account_id = s.account_id) AS held
        FROM sessions s JOIN accounts a ON a.college_id = s.college_id AND a.id = s.account_id
        WHERE s.college_id = $1 AND s.token_hash = $2 AND s.expires_at > now() AND NOT a.disabled`,
      values: [collegeId, createHash('sha256').update(token).digest()],
    })
    if (!rows[0]) throw Object.assign(new Error('not signed in'), { statusCode: 401 })
    return rows[0] as { account_id: string; display_name: string }
  }
  const within = async <T>(
    token: string | undefined,
    work: (client: pg.PoolClient, who: { account_id: string; display_name: string }) => Promise<T>,
  ): Promise<T> => {
    const client = await pool.connect()
    try {
      await client.query(`BEGIN; SET LOCAL app.college = '${collegeId}'`)
      const result = await work(client, await session(client, token?.split('.')[1] ?? ''))
      await client.query('COMMIT')
      return result
    } catch (error) {
      await client.query('ROLLBACK')
      throw error
    } finally {
      client.release()
    }
  }
  const fields =
    'id, state, version, unit_id, owner_id, created_by, created_at, updated_at, deleted_at, number, name, kind, uses, bought_on, price, pieces, weight, total, secret, workshop, keeper, papers'
  const titles = async (client: pg.PoolClient, rows: { workshop: string }[]) => {
    const { rows: units } = await client.query({
      name: 'titles',
      text: 'SELECT id, name FROM records.units WHERE college_id = $1 AND id = ANY($2::uuid[])',
      values: [collegeId, [...new Set(rows.map((r) => r.workshop))]],
    })
    return units
  }
  app.get('/list', (request) =>
    within(request.cookies['jiangxin'], async (client) => {
      const { rows } = await client.query({
        name: 'list',
        text: `SELECT ${fields} FROM records.tools WHERE college_id = $1 AND deleted_at IS NULL AND kind = $2 AND name IS NOT NULL ORDER BY name, id LIMIT 51`,
        values: [collegeId, 'power'],
      })
      const { rows: count } = await client.query({
        name: 'count',
        text: 'SELECT count(*) AS n FROM (SELECT 1 FROM records.tools WHERE college_id = $1 AND deleted_at IS NULL AND kind = $2 LIMIT 10001) AS c',
        values: [collegeId, 'power'],
      })
      return { rows: rows.slice(0, 50), units: await titles(client, rows), total: count[0] }
    }),
  )
  app.get<{ Params: { id: string } }>('/get/:id', (request) =>
    within(request.cookies['jiangxin'], async (client) => {
      const { rows } = await client.query({
        name: 'get',
        text: `SELECT ${fields} FROM records.tools WHERE college_id = $1 AND id = $2`,
        values: [collegeId, request.params.id],
      })
      return { row: rows[0], units: await titles(client, rows) }
    }),
  )
  const remember = (
    client: pg.PoolClient,
    who: { account_id: string; display_name: string },
    id: string,
    action: string,
    after: object,
  ) =>
    client.query({
      name: 'history',
      text: `WITH told AS (INSERT INTO outbox (college_id, id, subject, subject_id, action, actor_id) VALUES ($1, $2, 'tools', $3, $4, $5))
        INSERT INTO history (college_id, id, subject, subject_id, at, actor_id, actor_name, action, after) VALUES ($1, $2, 'tools', $3, now(), $5, $6, $4, $7)`,
      values: [collegeId, v7(), id, action, who.account_id, who.display_name, JSON.stringify(after)],
    })
  app.post<{ Body: { values: Record<string, unknown> } }>('/create', (request) =>
    within(request.cookies['jiangxin'], async (client, who) => {
      const id = v7()
      const v = request.body.values
      const { rows } = await client.query({
        name: 'insert',
        text: `INSERT INTO records.tools (college_id, id, state, version, unit_id, created_by, created_at, updated_at, search, number, name, kind, price, pieces, workshop)
          VALUES ($1, $2, 'draft', 1, $3, $4, now(), now(), array_to_tsvector(string_to_array($5, ' ')), $5, $6, $7, $8, $9, $3) RETURNING ${fields}`,
        values: [
          collegeId,
          id,
          v['workshop'],
          who.account_id,
          v['number'],
          v['name'],
          v['kind'],
          v['price'],
          v['pieces'],
        ],
      })
      await remember(client, who, id, 'create', v)
      return { id, row: rows[0], units: await titles(client, rows) }
    }),
  )
  app.post<{ Params: { id: string }; Body: { state: string; version: number } }>('/act/:id', (request) =>
    within(request.cookies['jiangxin'], async (client, who) => {
      await client.query({
        name: 'get',
        text: `SELECT ${fields} FROM records.tools WHERE college_id = $1 AND id = $2`,
        values: [collegeId, request.params.id],
      })
      const { rows } = await client.query({
        name: 'update',
        text: `UPDATE records.tools SET state = $3, version = version + 1, updated_at = now() WHERE college_id = $1 AND id = $2 AND version = $4 RETURNING ${fields}`,
        values: [collegeId, request.params.id, request.body.state, request.body.version],
      })
      await remember(client, who, request.params.id, 'act', { state: request.body.state })
      return { id: request.params.id, row: rows[0], units: await titles(client, rows) }
    }),
  )
  app.addHook('onClose', () => pool.end())
  return app
}
