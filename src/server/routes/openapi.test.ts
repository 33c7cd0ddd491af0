import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testCatalogue } from '../../testing/college.ts'
import { openTestDatabase, type TestDatabase } from '../../testing/database.ts'
import { type Route, routesOf } from '../../testing/routes.ts'
import { createApp } from '../app.ts'
import { readSettings } from '../settings.ts'

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: { properties?: object } }>> }
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

let db: TestDatabase
let app: FastifyInstance
let document: Document
let all: Route[]

beforeAll(async () => {
  db = await openTestDatabase(testCatalogue())
  const settings = readSettings({ DATA_DIR: db.engine.filesDir, LOG_LEVEL: 'silent' })
  app = await createApp({ engine: db.engine, settings })
  await app.ready()
  document = (await app.inject({ url: '/api/openapi.json' })).json<Document>()
  all = routesOf(app)
})
afterAll(async () => {
  await app.close()
  await db.close()
})

const OPERATIONS = new Set(['get', 'post', 'patch', 'put', 'delete'])
/** A route's place in the document: the addresses of registers are written out, one for each. */
function operationOf(method: string, url: string): Operation | undefined {
  const path = url.replace(/:(\w+)/g, '{$1}')
  const operation = document.paths[path]?.[method.toLowerCase()]
  return operation ?? document.paths[path.replace('{register}', 'tools')]?.[method.toLowerCase()]
}

it('describes every route, and no other', () => {
  const routes = all.filter(({ method, url }) => method !== 'HEAD' && /^\/(api|public|health|ready)\b/.test(url))
  expect(routes.length).toBeGreaterThan(100)
  expect(routes.filter(({ method, url }) => !operationOf(method, url)).map((r) => `${r.method} ${r.url}`)).toEqual([])
  const known = new Set(
    routes.flatMap(({ method, url }) => {
      const path = url.replace(/:(\w+)/g, '{$1}')
      return [...db.engine.catalogue.registers.keys(), '{register}'].map(
        (name) => `${method.toLowerCase()} ${path.replace('{register}', name)}`,
      )
    }),
  )
  const described = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.keys(operations)
      .filter((name) => OPERATIONS.has(name))
      .map((name) => `${name} ${path}`),
  )
  expect(described.filter((one) => !known.has(one))).toEqual([])
})

it('says what each takes: a route that reads a body or a query says which', () => {
  const here = import.meta.dirname
  const files = readdirSync(here).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  const routes = files.flatMap((name) =>
    readFileSync(join(here, name), 'utf8')
      .split(/\n(?= +app\.(?:get|post|patch|put|delete)\b)/)
      .slice(1)
      .map((source) => ({ name, source: source.split('\n}\n')[0]! })),
  )
  const reading = routes.filter(({ source }) => /\brequest\.(body|query|file\()/.test(source))
  expect(reading.length).toBeGreaterThan(50)
  expect(
    reading
      .filter(({ source }) => !source.includes('described('))
      .map(({ name, source }) => `${name}: ${source.slice(0, 80)}`),
  ).toEqual([])
})

it('says it in the words of the schemas that check it', () => {
  const bulk = operationOf('POST', '/api/registers/:register/bulk')!
  expect(Object.keys(bulk.requestBody!.content['application/json']!.schema.properties!)).toEqual([
    'ids',
    'where',
    'versions',
    'action',
    'comment',
  ])
  expect(operationOf('GET', '/api/search')!.parameters).toEqual([
    { name: 'q', in: 'query', required: true, schema: { type: 'string', maxLength: 100 } },
  ])
  expect(Object.keys(operationOf('POST', '/api/files')!.requestBody!.content)).toEqual(['multipart/form-data'])
  expect(
    operationOf('POST', '/api/registers/:register')!.requestBody!.content['application/json']!.schema,
  ).toMatchObject({
    properties: { values: { $ref: '#/components/schemas/tools.values' } },
  })
})

it('the server says that it is there, and that it is ready', async () => {
  for (const url of ['/health', '/ready']) expect((await app.inject({ url })).json()).toEqual({ ok: true })
})
