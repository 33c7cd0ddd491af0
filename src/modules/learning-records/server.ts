import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { ModuleServer, Tx } from '../../engine/module-server.ts'
import { type Answer, type Asked, type Call, readAsked } from './call.ts'
import { coursewareRoutes } from './cmi5/routes.ts'
import { abandonOldSessions } from './cmi5/sessions.ts'
import { asUnit, findUnitClient, isSessionKey, type UnitClient } from './cmi5/unit-door.ts'
import { documents } from './document-resources.ts'
import { getActivity, getPerson } from './other-resources.ts'
import type { Edition } from './statement/check-statement.ts'
import { getStatements, postStatements, putStatement } from './statements-resource.ts'
import {
  type Client,
  collegeOfKey,
  findClient,
  findToken,
  giveToken,
  listClients,
  makeClient,
  revokeClient,
} from './store/clients.ts'
import { ensureMonth } from './store/months.ts'
import { listStatements } from './store/list-statements.ts'
import { addUpCounts, overview } from './store/overview.ts'
import { underWay } from './store/under-way.ts'
import { type Period, PERIODS, SCOPES } from './wire.ts'
import { bad, XapiRefusal } from './xapi-refusal.ts'

/** Largest body that the store takes. */
const MOST_BYTES = 20 * 1048576

type Resource = (call: Call) => Promise<Answer>

/** What each resource answers to. */
const RESOURCES: Readonly<Record<string, Readonly<Record<string, Resource>>>> = {
  statements: { GET: getStatements, PUT: putStatement, POST: postStatements },
  'activities/state': ofDocuments('state'),
  'activities/profile': ofDocuments('activity-profile'),
  'agents/profile': ofDocuments('agent-profile'),
  activities: { GET: getActivity },
  agents: { GET: getPerson },
}

function ofDocuments(kind: Parameters<typeof documents>[1]): Readonly<Record<string, Resource>> {
  const answer: Resource = (call) => documents(call, kind)
  return { GET: answer, PUT: answer, POST: answer, DELETE: answer }
}

/** Doors of the store: both editions of the specification, and one for programs that know 1.0 alone. */
const DOORS: readonly { readonly base: string; readonly editions: readonly Edition[] }[] = [
  { base: '/xapi', editions: ['2.0.0', '1.0.3'] },
  { base: '/xapi/v1', editions: ['1.0.3'] },
]

type Door = (typeof DOORS)[number]

export function routes(app: FastifyInstance, server: ModuleServer): void {
  ownRoutes(app, server)
  coursewareRoutes(app, server)
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MOST_BYTES }, (_request, body, done) =>
      done(null, body),
    )
    scope.setErrorHandler((error, _request, reply) => {
      const refusal = refusalOf(error)
      if (!refusal) throw error
      return reply.status(refusal.status).send({ error: refusal.message })
    })
    // Programs in browsers come from anywhere. They show a key of their own: a cookie opens nothing here.
    scope.addHook('onRequest', async (_request, reply) => {
      reply.headers({ 'access-control-allow-origin': '*', 'access-control-expose-headers': EXPOSED.join(', ') })
    })
    for (const door of DOORS) {
      scope.options(`${door.base}/*`, (_request, reply) =>
        reply
          .status(204)
          .headers({
            'access-control-allow-methods': 'GET, HEAD, PUT, POST, DELETE',
            'access-control-allow-headers': ASKED.join(', '),
            'access-control-max-age': '7200',
          })
          .send(),
      )
      scope.get(`${door.base}/about`, (_request, reply) =>
        reply.header(VERSION, door.editions[0]).send({ version: door.editions }),
      )
      scope.post(`${door.base}/oauth/token`, (request, reply) => giveTokenTo(server, request, reply))
      for (const [name, methods] of Object.entries(RESOURCES))
        scope.route({
          // POST is open everywhere: in the alternate syntax of 1.0 it stands for all other methods.
          method: [...new Set([...Object.keys(methods), 'POST'])] as ('GET' | 'PUT' | 'POST' | 'DELETE')[],
          url: `${door.base}/${name}`,
          handler: (request, reply) => speak(server, door, name, methods, request, reply),
        })
    }
  })
}

const VERSION = 'x-experience-api-version'
const CONSISTENT = 'x-experience-api-consistent-through'
/** Headers that a program in a browser may send, and may see in the answer. */
const ASKED = [
  'authorization',
  'content-type',
  VERSION,
  'if-match',
  'if-none-match',
  'accept-language',
  'x-experience-api-hash',
]
const EXPOSED = ['etag', 'last-modified', 'content-type', VERSION, CONSISTENT]

function refusalOf(error: unknown): XapiRefusal | null {
  if (error instanceof XapiRefusal) return error
  const { statusCode, code } = error as { statusCode?: number; code?: string }
  if (statusCode === 413) return new XapiRefusal(413, `More than ${MOST_BYTES} bytes`)
  // Writing it as text would need more room than there is, though reading it did not.
  if (error instanceof RangeError) return bad('A value is nested too deeply to be kept')
  // PostgreSQL: a text holds what no text of its can hold.
  if (code === '22P05' || code === '22021') return bad('A text holds a character that cannot be kept')
  return null
}

/** The edition that a header asks for; null when this door does not speak it. */
function editionOf(door: Door, header: string | undefined): Edition | null {
  const edition = /^1\.0(?:\.\d+)?$/.test(header ?? '')
    ? '1.0.3'
    : /^2\.0(?:\.\d+)?$/.test(header ?? '')
      ? '2.0.0'
      : null
  return edition && door.editions.includes(edition) ? edition : null
}

async function speak(
  server: ModuleServer,
  door: Door,
  name: string,
  methods: Readonly<Record<string, Resource>>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const at = new Date().toISOString()
  reply.header(VERSION, door.editions[0])
  if (methods === RESOURCES['statements']) reply.header(CONSISTENT, at)
  const read = readAsked(request)
  const asked = { ...read, method: read.method === 'HEAD' ? 'GET' : read.method }
  if (asked.method !== 'GET') await ensureMonth(server.engine, at)
  const answer = await asClient(server, request, asked, reply, async (tx, client) => {
    const edition = editionOf(door, asked.header(VERSION))
    if (!edition) throw bad(`X-Experience-API-Version is missing or none of ${door.editions.join(', ')}`)
    reply.header(VERSION, edition)
    const resource = methods[asked.method]
    if (!resource) throw new XapiRefusal(405, `${asked.method} is not possible here`)
    const call: Call = { ...asked, tx, client, edition, base: door.base, at }
    const work = (whole: Call) =>
      asked.method === 'GET' ? resource(whole) : underWay(tx.collegeId, at, () => resource(whole))
    return isUnit(client) ? asUnit(call, client, name, (check) => work({ ...call, check })) : work(call)
  })
  return reply
    .status(answer.status)
    .headers({ ...answer.headers })
    .send(answer.body)
}

const isUnit = (client: Client): client is UnitClient => 'session' in client

/** Finds out which program asks, and opens one transaction of its college. @throws XapiRefusal 401 */
async function asClient<T>(
  server: ModuleServer,
  request: FastifyRequest,
  asked: Pick<Asked, 'header'>,
  reply: FastifyReply,
  work: (tx: Tx, client: Client, code: string) => Promise<T>,
): Promise<T> {
  const { engine } = server
  const unknown = () => {
    reply.header('www-authenticate', 'Basic realm="xAPI", charset="UTF-8"')
    return new XapiRefusal(401, 'The key and secret of a program are needed (Basic), or a token of one (Bearer)')
  }
  const [, scheme, text] = /^(Basic|Bearer)\s+(\S+)$/i.exec(asked.header('authorization') ?? '') ?? []
  if (!scheme || !text) throw unknown()
  const isBasic = scheme.toLowerCase() === 'basic'
  const plain = isBasic ? Buffer.from(text, 'base64').toString('utf8') : text
  const colon = plain.indexOf(':')
  const key = isBasic ? plain.slice(0, Math.max(colon, 0)) : plain
  const college = await collegeOfKey(engine, key)
  if (!college) throw unknown()
  const homePage = `${server.addressOf(request)}/xapi`
  return engine.database.inCollege(college, async (tx) => {
    const secret = plain.slice(colon + 1)
    const client = !isBasic
      ? await findToken(tx, text, homePage, new Date())
      : isSessionKey(key)
        ? await findUnitClient(tx, key, secret)
        : await findClient(tx, key, secret, homePage)
    if (!client) throw unknown()
    return work(tx, client, key.slice(0, key.indexOf('.')))
  })
}

/** OAuth 2, client credentials: the program shows its key and secret, and gets a token for an hour. */
async function giveTokenTo(server: ModuleServer, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const form = new URLSearchParams(Buffer.isBuffer(request.body) ? request.body.toString('utf8') : '')
  const [id, secret] = [form.get('client_id'), form.get('client_secret')]
  const shown =
    id && secret ? `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` : request.headers.authorization
  if (form.get('grant_type') !== 'client_credentials')
    return reply
      .status(400)
      .send({ error: 'unsupported_grant_type', error_description: 'grant_type is client_credentials' })
  const wanted = (form.get('scope') ?? '').split(' ').filter((scope) => scope !== '')
  const given = await asClient(server, request, { header: () => shown }, reply, (tx, client, code) =>
    giveToken(tx, client, code, wanted, new Date()),
  )
  return reply
    .header('cache-control', 'no-store')
    .send({ access_token: given.token, token_type: 'Bearer', expires_in: given.seconds, scope: given.scopes.join(' ') })
}

const one = z.object({ id: z.uuid() })
const looked = z.object({
  days: z.coerce
    .number()
    .default(30)
    .refine((days): days is Period => PERIODS.some((period) => period === days)),
})
const listed = z.object({
  verb: z.string().max(2000).optional(),
  activity: z.string().max(2000).optional(),
  course: z.string().max(2000).optional(),
  day: z.iso.date().optional(),
  after: z.uuid().optional(),
})
const newClient = z.strictObject({
  name: z.string().trim().min(1).max(80),
  scopes: z.array(z.enum(SCOPES)).min(1).max(SCOPES.length),
})

/** What the screens ask. */
function ownRoutes(app: FastifyInstance, { engine, withActor }: ModuleServer): void {
  const path = '/api/learning-records'
  app.get(`${path}/clients`, (request) => withActor(request, (tx, actor) => listClients(engine, tx, actor)))
  app.post(`${path}/clients`, (request) => {
    const made = newClient.parse(request.body)
    return withActor(request, (tx, actor) => makeClient(engine, tx, actor, made))
  })
  app.post(`${path}/clients/:id/revoke`, (request) => {
    const { id } = one.parse(request.params)
    return withActor(request, async (tx, actor) => {
      await revokeClient(engine, tx, actor, id)
      return {}
    })
  })
  app.get(`${path}/overview`, (request) => {
    const { days } = looked.parse(request.query)
    return withActor(request, (tx, actor) => overview(engine, tx, actor, days))
  })
  app.get(`${path}/statements`, (request) => {
    const wanted = listed.parse(request.query)
    return withActor(request, (tx, actor) => listStatements(engine, tx, actor, wanted))
  })
}

export const jobs = [addUpCounts, abandonOldSessions]
