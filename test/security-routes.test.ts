import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exampleBody, type FuzzWorld, type Operation, operationsOf } from '../bench/fuzz-requests.ts'
import { diceOf } from '../bench/fuzz-values.ts'
import { addSender, type Sender } from '../bench/fuzz-run.ts'
import { declarations } from '../catalogue/index.gen.ts'
import { grants } from '../src/database/migrations/0001-foundation.ts'
import { tableOf } from '../src/database/plan.ts'
import { createCollege, listColleges } from '../src/engine/colleges.ts'
import { assembleCatalogue } from '../src/language/catalogue.ts'
import type { WireError } from '../src/language/wire.ts'
import { createApp } from '../src/server/app.ts'
import { readSettings } from '../src/server/settings.ts'
import { textOf } from '../src/testing/college-in-use.ts'
import type { TestDatabase } from '../src/testing/database.ts'
import { OPEN } from '../src/testing/doors.ts'
import { type Route, routesOf } from '../src/testing/routes.ts'
import { openDemoDatabase } from './demo-database.ts'
import { NOBODY, type RouteValues, routeValues } from './route-values.ts'

const catalogue = assembleCatalogue(declarations)
let db: TestDatabase
let app: FastifyInstance
let routes: Route[]
let operations: Map<string, Operation>
let schemas: FuzzWorld['schemas']
let demo: string
let other: string
/** Holds every role at the root of a second college beside the demo. */
let stranger: Sender
let valuesOf: RouteValues

beforeAll(async () => {
  db = await openDemoDatabase(catalogue)
  demo = (await listColleges(db.engine))[0]!.id
  other = await createCollege(db.engine, { code: 'other', name: '邻校' })
  app = await createApp({
    engine: db.engine,
    settings: readSettings({ DATA_DIR: db.engine.filesDir, LOG_LEVEL: 'silent' }),
  })
  await app.ready()
  const document = (await app.inject('/api/openapi.json')).json<Parameters<typeof operationsOf>[0]>()
  schemas = document.components.schemas
  operations = new Map(
    operationsOf(document, catalogue.registers.keys()).map((one) => [`${one.method} ${one.url}`, one]),
  )
  routes = routesOf(app).filter(({ method, url }) => method !== 'HEAD' && url !== '*')
  stranger = await addSender(db.engine, other, [...catalogue.roles.keys()], [])
  await addSender(db.engine, demo, ['quality-office'], [])
  valuesOf = await routeValues(db.engine, demo, 2)
})
afterAll(async () => {
  await app.close()
  await db.close()
})

/** A few registers stand for all in addresses: those with hidden fields, and a few others. */
const some = [...catalogue.registers.values()]
  .filter(
    (register, i) => i % 30 === 0 || Object.values(register.fields).some((field) => field.readableBy !== undefined),
  )
  .map((register) => register.name)

/** Addresses of a route with what a college has there; ids that nothing has where it has none. */
function addressesOf({ url }: Route, of: RouteValues): { url: string; register: string | undefined }[] {
  const registers = url.includes(':register') ? some : [undefined]
  return registers.flatMap((register) => {
    const names = [...url.matchAll(/:(\w+)/g)].map(([, name]) => name!)
    const choices = names.map((name) =>
      name === 'register' ? [register!] : of(url, name, register).length > 0 ? of(url, name, register) : [NOBODY],
    )
    const most = register === undefined ? Math.max(1, ...choices.map((c) => c.length)) : 1
    return Array.from({ length: most }, (_, i) => ({
      register,
      url: names.reduce(
        (made, name, at) => made.replace(`:${name}`, encodeURIComponent(choices[at]![i % choices[at]!.length]!)),
        url,
      ),
    }))
  })
}

const call = (method: string, url: string, headers: object, body: { payload?: string } = {}) =>
  app.inject({
    method,
    url,
    headers: { ...headers, ...(body.payload === undefined ? {} : { 'content-type': 'application/json' }) },
    ...body,
  } as InjectOptions)
const codeOf = (answer: LightMyRequestResponse) =>
  /json/.test(String(answer.headers['content-type'])) ? answer.json<Partial<WireError>>().error?.code : undefined

/** A body as the route describes it, with ids of the demo in every place for one. */
function bodyOf(route: Route, register: string | undefined, ids: readonly string[], seed: number) {
  const operation = operations.get(`${route.method} ${route.url}`)
  if (route.method === 'GET' || !operation?.body) return {}
  const world: FuzzWorld = { registers: catalogue.registers, schemas, valuesOf, ids, names: ['2023', 'clerk', 'x'] }
  return { payload: exampleBody(world, operation, register, diceOf(seed)) }
}

describe('every route', () => {
  it('has a line that says what stands in its address', () => {
    for (const { url } of routes)
      for (const [, name] of url.matchAll(/:(\w+)/g)) expect(() => valuesOf(url, name!, some[0])).not.toThrow()
    expect([...OPEN].filter((one) => !routes.some(({ method, url }) => one === `${method} ${url}`))).toEqual([])
  })
})

it('a site that is no address is no site to make a passkey for', async () => {
  const url = '/api/session/passkey/options'
  const answer = await call('POST', url, { host: '[' }, { payload: JSON.stringify({ college: 'other' }) })
  expect([answer.statusCode, codeOf(answer)]).toEqual([400, 'bad-request'])
})

describe('two colleges on one server', () => {
  /** A sum over all rows of a college, table by table. */
  const sums = (college: string) =>
    db.database.inCollege(college, async (tx) => {
      const found: Record<string, string> = {}
      const names = [...Object.keys(grants), ...[...catalogue.registers.values()].map((r) => `records.${tableOf(r)}`)]
      for (const name of names) {
        const [row] = await tx.run<{ sum: string }>(
          sql`SELECT count(*) || ' ' || coalesce(sum(hashtext(t::text)::bigint), 0) AS sum FROM ${sql.table(name)} t`,
        )
        found[name] = row!.sum
      }
      return found
    })

  it('never mix: from every route, with every id of the other guessed right', { timeout: 180_000 }, async () => {
    const { ids, names } = await db.database.inCollege(demo, async (tx) => {
      const read = async (statement: ReturnType<typeof sql>) => (await tx.run<{ v: string }>(statement)).map((r) => r.v)
      const tables = [...catalogue.registers.values()].map((r) => sql.table(`records.${tableOf(r)}`))
      const found = new Set<string>()
      for (const table of tables)
        for (const id of await read(sql`SELECT id::text AS v FROM ${table} LIMIT 400`)) found.add(id)
      return {
        ids: found,
        names: await read(sql`SELECT DISTINCT name AS v FROM records.people WHERE length(name) > 2 LIMIT 300`),
      }
    })
    expect([ids.size > 5000, names.length > 100]).toEqual([true, true])
    const before = await sums(demo)
    const told: string[] = []
    let sent = 0
    const guessed = [...ids].filter((_, i) => i % Math.ceil(ids.size / 40) === 0)
    const ask = async (route: Route, url: string, register: string | undefined, query: string) => {
      const made = bodyOf(route, register, guessed, ++sent)
      const answer = await call(route.method, url + query, stranger.headers, made)
      if (answer.statusCode >= 500) told.push(`${route.method} ${url}: ${answer.statusCode} ${answer.body}`)
      const text = await textOf(answer)
      const echoed = `${url}${query}${JSON.stringify(made)}`
      // What was published is for everybody.
      if (url.startsWith('/api/')) {
        const name = names.find((one) => text.includes(one))
        if (name) told.push(`${route.method} ${url} (${answer.statusCode}) names ${name}`)
        for (const [id] of text.matchAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g))
          // What was sent may come back later, as a text that somebody typed: it is not watched for.
          if (ids.has(id) && !echoed.includes(id) && !guessed.includes(id))
            told.push(`${route.method} ${url} tells the id ${id}`)
      }
      if (answer.statusCode === 401 || answer.statusCode === 204) await stranger.renew()
    }
    const where = encodeURIComponent(JSON.stringify([['id', 'in', guessed.slice(0, 3)]]))
    for (const route of routes)
      for (const { url, register } of addressesOf(route, valuesOf)) {
        await ask(route, url, register, '')
        if (route.method === 'GET')
          await ask(
            route,
            url,
            register,
            `?period=2023&q=${encodeURIComponent(names[0]!)}&ids=${guessed.slice(0, 5).join()}&unit=${valuesOf('/api/registers/:register/:id', 'id', 'units')[0]}&where=${where}`,
          )
      }
    expect(told).toEqual([])
    expect(await sums(demo)).toEqual(before)
    // Nor did anything of the other's stay in one's own records.
    const kept = await db.database.inCollege(other, async (tx) => {
      const found: string[] = []
      for (const register of catalogue.registers.values())
        for (const { text } of await tx.run<{ text: string }>(
          sql`SELECT t::text AS text FROM ${sql.table(`records.${tableOf(register)}`)} t LIMIT 200`,
        ))
          found.push(
            ...[...text.matchAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g)]
              .map(([id]) => id)
              .filter((id) => ids.has(id)),
          )
      return found
    })
    expect(kept).toEqual([])
    expect(sent).toBeGreaterThan(800)
  })
})
