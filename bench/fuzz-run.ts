import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { snake } from '../src/database/plan.ts'
import { asSystem } from '../src/engine/access/actor.ts'
import { openSession } from '../src/engine/access/sessions.ts'
import { createCollege, listColleges } from '../src/engine/colleges.ts'
import type { Engine } from '../src/engine/engine.ts'
import { act } from '../src/engine/records/act.ts'
import { unitTree } from '../src/engine/units.ts'
import type { WireError } from '../src/language/wire.ts'
import { createApp } from '../src/server/app.ts'
import { readSettings } from '../src/server/settings.ts'
import { routeValues } from '../test/route-values.ts'
import { type Dice, diceOf } from './fuzz-values.ts'
import { type FuzzRequest, fuzzRequest, type FuzzWorld, operationsOf } from './fuzz-requests.ts'

/** What every text of the other college contains. */
const MARK = '别校机密'

export interface FuzzResult {
  readonly sent: number
  /** How many answers had which status. */
  readonly statuses: ReadonlyMap<number, number>
  /** Answers that should not be, with the request that brought them. */
  readonly faults: readonly string[]
}

export interface Sender {
  readonly name: string
  headers: Readonly<Record<string, string>>
  /** Opens its session again, should a request have ended it. */
  renew(): Promise<void>
  /** Texts that it may not be told. */
  readonly secrets: readonly string[]
}

/** Puts a second college beside the demo: nobody of the demo may ever be told anything of it. */
export async function addOtherCollege(engine: Engine): Promise<void> {
  const id = await createCollege(engine, { code: 'other', name: '示例二院' })
  const system = asSystem(id, 'fuzz')
  await engine.database.inCollege(id, async (tx) => {
    const unit = (await unitTree(engine.database, tx)).root.id
    for (let n = 0; n < 20; n++)
      await act(engine, tx, system, {
        register: 'people',
        action: 'create',
        values: { number: `${MARK}${n}`, name: `${MARK}${n}`, kind: 'staff', unit },
      })
  })
}

/** An account of the demo with these roles at the root unit, or with none. */
export async function addSender(
  engine: Engine,
  collegeId: string,
  roles: readonly string[],
  secrets: readonly string[],
): Promise<Sender> {
  const account = v7()
  const name = `fuzz-${roles.length}`
  await engine.database.inCollege(collegeId, async (tx) => {
    const unit = (await unitTree(engine.database, tx)).root.id
    const at = new Date().toISOString()
    await tx.run(sql`
      INSERT INTO accounts (college_id, id, name, display_name, created_at, password_changed_at)
      VALUES (${collegeId}, ${account}, ${name}, ${name}, ${at}, ${at})`)
    for (const role of roles)
      await tx.run(sql`
        INSERT INTO assignments (college_id, id, account_id, role, unit_id)
        VALUES (${collegeId}, ${v7()}, ${account}, ${role}, ${unit})`)
  })
  const sender: Sender = {
    name,
    headers: {},
    secrets,
    async renew() {
      sender.headers = await engine.database.inCollege(collegeId, async (tx) => {
        await tx.change(
          sql`UPDATE accounts SET disabled = false, must_change_password = false WHERE college_id = ${collegeId} AND id = ${account}`,
        )
        const token = await openSession(tx, account, 12, { address: '10.0.0.9', device: null })
        const [session] = await tx.run<{ csrf: string }>(
          sql`SELECT csrf FROM sessions WHERE college_id = ${collegeId} AND account_id = ${account} ORDER BY created_at DESC, id DESC LIMIT 1`,
        )
        return { cookie: `jiangxin=${collegeId}.${token}`, 'x-csrf': session!.csrf }
      })
    },
  }
  await sender.renew()
  return sender
}

/** Values of fields that a role may not read, over the whole catalogue. */
async function hiddenFrom(engine: Engine, collegeId: string, role: string): Promise<string[]> {
  const found = new Set<string>()
  await engine.database.inCollege(collegeId, async (tx) => {
    for (const register of engine.catalogue.registers.values())
      for (const [name, field] of Object.entries(register.fields)) {
        if (!field.readableBy || field.readableBy.includes(role)) continue
        if (field.kind !== 'identity-number' && field.kind !== 'phone') continue
        const rows = await tx.run<{ value: string }>(sql`
          SELECT ${sql.ref(snake(name))}::text AS value FROM ${sql.table(`records.${snake(register.name)}`)}
          WHERE college_id = ${tx.collegeId} AND ${sql.ref(snake(name))} IS NOT NULL LIMIT 60`)
        for (const { value } of rows) found.add(value)
      }
  })
  return [...found]
}

/** Here a request names another server, and is told in words that this one cannot be reached. */
const ELSEWHERE = /^\/api\/feeds\/(?:sample|preview)\b|^\/api\/national-platform\/connection/

/** Doors of outside standards, which say how a refusal looks there. */
const OTHERS_WORDS = /\/oauth\/|^\/xapi\b|\/ims\/case\/|^\/api\/vc\/|^\/colleges\//

/** What must never be told: how the program is built, where it lies, what it is asked in SQL, passwords. */
const INSIDES =
  /node_modules|\bat .{1,80}\.ts:\d|\$argon2|password_hash|token_hash|postgres(?:ql)?:\/\/|SELECT [\w"., ]{1,200} FROM|syntax error at|\/home\/|\/root\//

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

function faultsOf(answer: LightMyRequestResponse, request: FuzzRequest, sender: Sender, foreign: ReadonlySet<string>) {
  const faults: string[] = []
  const status = answer.statusCode
  const type = String(answer.headers['content-type'] ?? '')
  if (status >= 500 && !(status === 503 && ELSEWHERE.test(request.url))) faults.push(`status ${status}`)
  if (answer.headers['x-content-type-options'] !== 'nosniff') faults.push('no nosniff')
  if (answer.headers['set-cookie'] && !String(answer.headers['set-cookie']).startsWith('jiangxin='))
    faults.push('a cookie of the sender’s making')
  const isText = /json|text|html|csv/.test(type)
  const body = isText ? answer.body : ''
  if (status >= 400 && request.method !== 'HEAD' && !OTHERS_WORDS.test(request.url)) {
    const error = type.includes('json') ? (JSON.parse(body) as Partial<WireError>).error : undefined
    if (!error?.code || !error.message?.zh || !error.message.en) faults.push('no error of ours')
  }
  if (request.url.startsWith('/api/openapi')) return faults
  const echoed = `${request.url}${String(request.payload ?? '')}`
  if (body.includes(MARK) && !echoed.includes(MARK)) faults.push('tells of another college')
  for (const [id] of body.matchAll(UUID))
    if (foreign.has(id) && !echoed.includes(id)) {
      faults.push(`tells the id ${id} of another college`)
      break
    }
  const inside = INSIDES.exec(body)?.[0]
  if (inside && !echoed.includes(inside)) faults.push(`tells of its insides: ${inside}`)
  for (const secret of sender.secrets)
    if (body.includes(secret)) {
      faults.push('tells a hidden value')
      break
    }
  return faults
}

const shown = (request: FuzzRequest, sender: Sender): string =>
  `${sender.name}: ${request.method} ${request.url.slice(0, 500)} ${JSON.stringify(request.headers)} ${String(request.payload ?? '').slice(0, 500)}`

/**
 * Sends malformed requests to the whole server over the demo college and another one, and judges every answer.
 * @param engine with the demo loaded and `addOtherCollege` done
 */
export async function fuzz(engine: Engine, count: number, seed: number): Promise<FuzzResult> {
  const app = await createApp({
    engine,
    settings: readSettings({ DATA_DIR: engine.filesDir, LOG_LEVEL: 'silent', TRUST_PROXY: '1', MAX_UPLOAD_MB: '2' }),
  })
  const causes = new Map<string, unknown>()
  app.addHook('onError', async (request, _reply, error) => void causes.set(request.id, error))
  await app.ready()
  try {
    return await send(engine, app, count, diceOf(seed), causes)
  } finally {
    await app.close()
  }
}

async function send(
  engine: Engine,
  app: FastifyInstance,
  count: number,
  dice: Dice,
  causes: Map<string, unknown>,
): Promise<FuzzResult> {
  const colleges = await listColleges(engine)
  const own = colleges.find((college) => college.demo)!.id
  const other = colleges.find((college) => !college.demo)!.id
  const document = (await app.inject('/api/openapi.json')).json<Parameters<typeof operationsOf>[0]>()
  const registers = engine.catalogue.registers
  const operations = operationsOf(document, registers.keys())
  const known = await routeValues(engine, own, 6)
  const valuesOf: typeof known = (...parameter) => {
    try {
      return known(...parameter)
    } catch {
      // A route so new that nobody said what stands in it meets ids of other things; security-routes.test.ts asks for more.
      return []
    }
  }
  const idsOf = (collegeId: string, limit: number) =>
    engine.database.inCollege(collegeId, (tx) =>
      tx.run<{ id: string }>(
        sql`(SELECT id::text FROM records.people WHERE college_id = ${collegeId} LIMIT ${limit}) UNION ALL (SELECT id::text FROM records.units WHERE college_id = ${collegeId} LIMIT ${limit})
          UNION ALL (SELECT id::text FROM records.periods WHERE college_id = ${collegeId} LIMIT 2)`,
      ),
    )
  const foreign = (await idsOf(other, 50)).map((row) => row.id)
  const ids = [...(await idsOf(own, 12)).map((row) => row.id), ...foreign.slice(0, 6)]
  const names = [
    '2023',
    ...[...registers.keys()].slice(0, 12),
    ...[...engine.catalogue.indicators.keys()].slice(0, 12),
    ...engine.catalogue.roles.keys(),
  ]
  const world: FuzzWorld = {
    registers,
    schemas: (document as unknown as { components: { schemas: FuzzWorld['schemas'] } }).components.schemas,
    valuesOf,
    ids,
    names,
  }
  const anonymous: Sender = { name: 'nobody', headers: {}, secrets: [], renew: async () => {} }
  const all = await addSender(engine, own, [...engine.catalogue.roles.keys()], [])
  const senders = [
    all,
    all,
    all,
    await addSender(engine, own, ['student'], await hiddenFrom(engine, own, 'student')),
    anonymous,
  ]
  const statuses = new Map<number, number>()
  const faults: string[] = []
  // What was sent may come back as a text that somebody typed: the others must not.
  const foreignIds = new Set([other, ...foreign.slice(6)])
  let sent = 0
  const client = async () => {
    while (sent < count) {
      sent++
      const sender = dice.pick(senders)
      const made = fuzzRequest(world, operations, dice)
      const request = { ...made, headers: { ...sender.headers, ...made.headers } }
      const answer = await app.inject({ ...request, remoteAddress: '10.0.0.9' } as InjectOptions)
      statuses.set(answer.statusCode, (statuses.get(answer.statusCode) ?? 0) + 1)
      const found = faultsOf(answer, request, sender, foreignIds)
      if (found.length > 0) {
        const id = /"requestId":"([^"]+)"/.exec(answer.body)?.[1]
        const cause = id ? causes.get(id) : undefined
        faults.push(
          `${found.join('; ')}\n  ${shown(made, sender)}${cause instanceof Error ? `\n  ${cause.stack?.split('\n').slice(0, 6).join('\n  ')}` : ''}`,
        )
      }
      causes.clear()
      if (answer.statusCode === 401 || answer.statusCode === 204) await sender.renew()
    }
  }
  await Promise.all([client(), client(), client(), client()])
  return { sent, statuses, faults }
}
