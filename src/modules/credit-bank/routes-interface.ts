import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { z } from 'zod'
import { type Actor, asSystem } from '../../engine/access/actor.ts'
import { addressKey, countAttempt, lockedMs, perAddress } from '../../engine/access/lock-out.ts'
import { isUuid, type ModuleServer, type Tx } from '../../engine/module-server.ts'
import { act } from '../../engine/records/act.ts'
import { Refusal, unknownRecord } from '../../engine/refusal.ts'
import { answerOnce } from './inside/interface/answer-once.ts'
import { type Client, countCall, findClient, grantToken, type Scope } from './inside/interface/clients.ts'
import { interfaceDocument } from './inside/interface/document.ts'
import { conversionsAt, outcomesOf, rulesAt } from './inside/interface/read.ts'
import { batchRow, registerBatch } from './inside/interface/register-batch.ts'
import { tell } from './inside/interface/webhooks.ts'
import { tableOf } from './inside/fact-sql.ts'

const PATH = '/api/credit-bank'
/** Rows of one call; more are sent in several. */
const MOST_ROWS = 5000

const tokenBody = z.object({
  grant_type: z.string().max(60),
  client_id: z.string().max(100).optional(),
  client_secret: z.string().max(200).optional(),
  scope: z.string().max(300).optional(),
})
export const batch = z.strictObject({ rows: z.array(z.unknown()).min(1).max(MOST_ROWS) })
export const pageQuery = z.object({
  state: z.enum(['submitted', 'approved', 'refused', 'reversed', 'withdrawn']).optional(),
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})
export const decision = z.strictObject({
  action: z.enum(['approve', 'refuse']),
  reason: z.string().trim().max(1000).optional(),
})
const one = z.object({ id: z.uuid() })
const account = z.object({ number: z.string().max(40) })

/** What programs of institutions call, with a token: OAuth 2.0 client credentials, scopes, quotas. */
export function interfaceRoutes(app: FastifyInstance, server: ModuleServer): void {
  const { engine } = server
  const asClient = clientDoor(server)

  app.get(`${PATH}/v1/openapi.json`, () => interfaceDocument())

  // In a room of its own: only here do bodies come as forms, as RFC 6749 has it.
  void app.register(async (room) => {
    room.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
      done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    )
    room.post(`${PATH}/oauth/token`, { config: { described: { body: tokenBody } } }, async (request, reply) => {
      const parsed = tokenBody.safeParse(request.body)
      const wrong = (status: number, error: string) => reply.status(status).send({ error })
      if (!parsed.success || parsed.data.grant_type !== 'client_credentials')
        return wrong(400, parsed.success ? 'unsupported_grant_type' : 'invalid_request')
      const { id, secret } = credentialsOf(request, parsed.data)
      const [college, client] = id.split('.')
      if (!isUuid(college) || !isUuid(client)) return wrong(401, 'invalid_client')
      const granted = await engine.database.inCollege(college, async (tx) => {
        if ((await lockedMs(tx, addressKey(request.ip))) > 0) return 'locked'
        const found = await grantToken(tx, { id: client, secret, scope: parsed.data.scope })
        if (found === null) await countAttempt(tx, addressKey(request.ip), perAddress)
        return found
      })
      if (granted === null) return wrong(401, 'invalid_client')
      if (granted === 'locked') return wrong(429, 'slow_down')
      if (granted === 'scope') return wrong(400, 'invalid_scope')
      return reply.header('cache-control', 'no-store').send({
        access_token: `${college}.${granted.token}`,
        token_type: 'Bearer',
        expires_in: granted.seconds,
        scope: granted.scopes.join(' '),
      })
    })
  })

  app.post(`${PATH}/v1/outcomes`, { config: { described: { body: batch } } }, (request, reply) =>
    asClient(request, reply, 'outcomes:write', async (client, college) => {
      const key = String(request.headers['idempotency-key'] ?? '').trim()
      if (key === '' || key.length > 100)
        throw new Refusal('bad-request', {
          zh: '请在请求头 Idempotency-Key 中给出一个本批专用的键（不超过 100 字符）',
          en: 'Send a key for this batch in the header Idempotency-Key (100 characters at most)',
        })
      const { rows } = batch.parse(request.body)
      return answerOnce(engine, college, client, { key, body: JSON.stringify(rows) }, async (tx) => {
        const read = rows.map((row) => batchRow.safeParse(row))
        const good = read.flatMap(({ data }) => data ?? [])
        const done = await registerBatch(engine, tx, programActor(college, client), client, good)
        let next = 0
        const results = read.map((row, at) =>
          row.success
            ? done[next++]!
            : {
                externalId: externalIdOf(rows[at]),
                status: 'refused' as const,
                problems: row.error.issues.map((issue) => ({
                  field: issue.path.join('.'),
                  zh: `这一项的格式不对：${issue.path.join('.')}`,
                  en: issue.message,
                })),
              },
        )
        const count = (status: string) => results.filter((one) => one.status === status).length
        return {
          sandbox: client.sandbox,
          registered: count('registered'),
          known: count('known'),
          refused: count('refused'),
          results,
        }
      })
    }),
  )

  app.get(`${PATH}/v1/learners/:number/outcomes`, (request, reply) =>
    asClient(request, reply, 'outcomes:read', (client, college) => {
      const { number } = account.parse(request.params)
      return engine.database.inCollege(college, (tx) => outcomesOf(engine, tx, client, number))
    }),
  )

  app.get(`${PATH}/v1/rules`, (request, reply) =>
    asClient(request, reply, 'rules:read', (client, college) =>
      engine.database.inCollege(college, (tx) => rulesAt(engine, tx, client)),
    ),
  )

  app.get(`${PATH}/v1/conversions`, { config: { described: { query: pageQuery } } }, (request, reply) =>
    asClient(request, reply, 'conversions:read', (client, college) => {
      const asked = pageQuery.parse(request.query)
      return engine.database.inCollege(college, (tx) => conversionsAt(engine, tx, client, asked))
    }),
  )

  app.post(`${PATH}/v1/conversions/:id/decision`, { config: { described: { body: decision } } }, (request, reply) =>
    asClient(request, reply, 'conversions:decide', async (client, college) => {
      const { id } = one.parse(request.params)
      const { action, reason } = decision.parse(request.body)
      if (action === 'refuse' && !reason)
        throw new Refusal('invalid', { zh: '请说明不同意的理由', en: 'Say why it is refused' })
      return answerOnce(engine, college, client, { key: `decide/${id}/${action}`, body: reason ?? '' }, async (tx) => {
        await checkOwn(tx, client, id)
        const done = await act(engine, tx, programActor(college, client), {
          register: 'credit-conversions',
          id,
          action,
          untitled: true,
          ...(reason ? { comment: reason } : {}),
        })
        return { id, state: done.state }
      })
    }),
  )

  app.post(`${PATH}/v1/ping`, (request, reply) =>
    asClient(request, reply, null, async (client, college) => {
      await engine.database.inCollege(college, (tx) => tell(tx, client.institution, 'ping', { from: client.name }))
      return { institution: client.institution, sandbox: client.sandbox, scopes: client.scopes }
    }),
  )

  async function checkOwn(tx: Tx, client: Client, id: string): Promise<void> {
    const [row] = await tx.run(sql`
      SELECT 1 FROM ${tableOf(engine, 'credit-conversions')} WHERE college_id = ${tx.collegeId} AND id = ${id} AND institution = ${client.institution}`)
    if (!row) throw unknownRecord()
  }
}

/** Whose name history gives: the program's. It reaches what its institution may, which each route sees to. */
const programActor = (college: string, client: Client): Actor => ({
  ...asSystem(college, '机构接口'),
  accountId: client.id,
  name: `接口：${client.name}`,
})

const externalIdOf = (row: unknown): string =>
  typeof row === 'object' && row !== null && 'externalId' in row ? String(row.externalId).slice(0, 60) : ''

function credentialsOf(request: FastifyRequest, body: z.output<typeof tokenBody>): { id: string; secret: string } {
  const [, basic] = /^Basic ([\w+/=]+)$/i.exec(request.headers.authorization ?? '') ?? []
  if (basic) {
    const [id = '', secret = ''] = Buffer.from(basic, 'base64').toString().split(':')
    return { id: decodeURIComponent(id), secret: decodeURIComponent(secret) }
  }
  return { id: body.client_id ?? '', secret: body.client_secret ?? '' }
}

/** Lets a program in by its token, within its scopes and its quota. */
const clientDoor =
  ({ engine }: ModuleServer) =>
  async <T>(
    request: FastifyRequest,
    reply: FastifyReply,
    scope: Scope | null,
    work: (client: Client, college: string) => Promise<T>,
  ): Promise<T> => {
    const [, college = '', token = ''] =
      /^Bearer ([0-9a-f-]{36})\.([\w-]{43})$/.exec(request.headers.authorization ?? '') ?? []
    const found = isUuid(college)
      ? await engine.database.inCollege(college, async (tx) => {
          const client = await findClient(tx, token)
          return client && { client, wait: await countCall(tx, client) }
        })
      : null
    if (!found) {
      reply.header('www-authenticate', 'Bearer error="invalid_token"')
      throw new Refusal('not-signed-in', {
        zh: '访问令牌无效或已过期：请用 client_credentials 重新取得',
        en: 'The access token is not valid or over: get another one by client_credentials',
      })
    }
    const { client, wait } = found
    if (wait > 0) {
      reply.header('retry-after', String(wait))
      throw new Refusal('too-many', {
        zh: `超过调用配额（每分钟 ${client.perMinute} 次、每天 ${client.perDay} 次），请 ${wait} 秒后再试`,
        en: `Above the quota of ${client.perMinute} calls a minute and ${client.perDay} a day: call again in ${wait} s`,
      })
    }
    if (scope !== null && !client.scopes.includes(scope))
      throw new Refusal('not-allowed', {
        zh: `这个令牌没有“${scope}”权限`,
        en: `This token has no scope "${scope}"`,
      })
    return work(client, college)
  }
