import type { AnyRegister } from '../src/language/register.ts'
import type { RouteValues } from '../test/route-values.ts'
import { type Dice, oddValue, rawBodies, texts } from './fuzz-values.ts'

type Json = { readonly [key: string]: unknown }

/** One operation of our own description, with the address of a register left open. */
export interface Operation {
  readonly method: string
  /** As the route has it: /api/registers/:register/:id */
  readonly url: string
  readonly query: readonly { readonly name: string; readonly schema: Json }[]
  readonly body: Json | null
  readonly isUpload: boolean
}

/** A request as it goes out. */
export interface FuzzRequest {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly payload?: string | Buffer
}

export interface FuzzWorld {
  readonly registers: ReadonlyMap<string, AnyRegister>
  readonly schemas: Readonly<Record<string, Json>>
  readonly valuesOf: RouteValues
  /** Ids of the actor's own college and of another. */
  readonly ids: readonly string[]
  /** Names that lead somewhere. */
  readonly names: readonly string[]
}

interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Json>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Json>> }
}

/** The operations that the description lists; those of single registers are one operation for all. */
export function operationsOf(document: OpenApi, registers: Iterable<string>): Operation[] {
  const named = new RegExp(`^/api/registers/(?:${[...registers].join('|')})(?=/|$)`)
  const found = new Map<string, Operation>()
  for (const [path, ways] of Object.entries(document.paths)) {
    const url = path.replace(named, '/api/registers/{register}').replace(/\{(\w+)\}/g, ':$1')
    for (const [method, way] of Object.entries(ways)) {
      if (!/^(get|post|put|patch|delete)$/.test(method)) continue
      const key = `${method} ${url}`
      if (found.has(key)) continue
      const content = ((way['requestBody'] as Json | undefined)?.['content'] ?? {}) as Record<string, { schema?: Json }>
      found.set(key, {
        method: method.toUpperCase(),
        url,
        query: ((way['parameters'] ?? []) as { name: string; in: string; schema: Json }[]).filter(
          (p) => p.in === 'query',
        ),
        body: content['application/json']?.schema ?? null,
        isUpload: 'multipart/form-data' in content,
      })
    }
  }
  return [...found.values()]
}

const wordOf = ({ ids, names }: FuzzWorld, dice: Dice) => dice.pick(dice.chance(0.5) ? ids : names)

/** A value that a schema allows, as far as it says; deep enough to be read by what lies behind the check. */
function example(world: FuzzWorld, schema: Json, dice: Dice, register: string | undefined, depth = 0): unknown {
  const ref = schema['$ref']
  if (typeof ref === 'string') {
    const name = ref.split('/').at(-1)!
    const own = name.endsWith('.values') && register ? `${register}.values` : name
    return example(world, world.schemas[own] ?? {}, dice, register, depth)
  }
  for (const key of ['oneOf', 'anyOf', 'allOf'] as const)
    if (Array.isArray(schema[key])) return example(world, dice.pick(schema[key] as Json[]), dice, register, depth + 1)
  if ('const' in schema) return schema['const']
  if (Array.isArray(schema['enum'])) return dice.pick(schema['enum'])
  const type = Array.isArray(schema['type']) ? dice.pick(schema['type']) : schema['type']
  switch (type) {
    case 'string':
      return exampleText(world, schema, dice)
    case 'integer':
    case 'number':
      return dice.pick([1, 2, Number(schema['minimum'] ?? 1), Math.min(Number(schema['maximum'] ?? 9), 1e6)])
    case 'boolean':
      return dice.chance(0.5)
    case 'null':
      return null
    case 'array': {
      const items = (schema['items'] ?? schema['prefixItems'] ?? {}) as Json | Json[]
      if (Array.isArray(items)) return items.map((item) => example(world, item, dice, register, depth + 1))
      const tuple = schema['prefixItems']
      if (Array.isArray(tuple)) return (tuple as Json[]).map((item) => example(world, item, dice, register, depth + 1))
      return Array.from({ length: depth > 4 ? 0 : dice.below(3) + 1 }, () =>
        example(world, items, dice, register, depth + 1),
      )
    }
    case 'object': {
      const properties = Object.entries((schema['properties'] ?? {}) as Record<string, Json>)
      const required = (schema['required'] ?? []) as readonly string[]
      const own = properties
        .filter(([name]) => required.includes(name) || dice.chance(0.6))
        .map(([name, one]) => [name, example(world, one, dice, register, depth + 1)] as const)
      if (own.length === 0 && schema['additionalProperties']) return { [dice.pick(world.names)]: dice.pick(texts) }
      return Object.fromEntries(own)
    }
    default:
      return dice.chance(0.5) ? wordOf(world, dice) : oddValue(dice)
  }
}

function exampleText(world: FuzzWorld, schema: Json, dice: Dice): string {
  const format = schema['format']
  if (format === 'uuid') return dice.pick(world.ids)
  if (format === 'decimal') return dice.pick(['0', '12.50', '-3', '99999999999999999999'])
  if (format === 'date') return dice.pick(['2023-05-01', '2024-02-29', '1900-01-01'])
  return (dice.chance(0.3) ? dice.pick(['2023', '示例', 'x']) : wordOf(world, dice)).slice(
    0,
    Number(schema['maxLength'] ?? 200),
  )
}

/** Replaces, removes or adds something somewhere in a value. */
function spoil(value: unknown, dice: Dice): unknown {
  if (Array.isArray(value) && value.length > 0 && dice.chance(0.7)) {
    const at = dice.below(value.length)
    return value.map((one: unknown, i) => (i === at ? spoil(one, dice) : one))
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && dice.chance(0.85)) {
    const entries = Object.entries(value)
    if (entries.length === 0 || dice.chance(0.1))
      return { ...value, [dice.pick(texts).slice(0, 50) || 'x']: oddValue(dice) }
    const at = dice.below(entries.length)
    if (dice.chance(0.1)) return Object.fromEntries(entries.filter((_, i) => i !== at))
    return Object.fromEntries(entries.map(([key, one], i) => [key, i === at ? spoil(one, dice) : one]))
  }
  return dice.chance(0.1) ? [value] : oddValue(dice)
}

const OPERATORS = ['is', 'in', 'not', 'contains', 'atLeast', 'atMost', 'empty', 'filled', 'like'] as const

/** Conditions of a list: declared fields with values that do not fit, and fields that are none. */
function oddWhere(world: FuzzWorld, register: AnyRegister | undefined, dice: Dice): string {
  const fields = register ? Object.keys(register.fields) : ['name']
  const one = () => [
    dice.chance(0.85) ? dice.pick(fields) : dice.pick([...texts.slice(-18, -4), 'state', 'id', 'college_id', 'a.b']),
    dice.pick(OPERATORS),
    dice.chance(0.3) ? wordOf(world, dice) : oddValue(dice),
  ]
  if (dice.chance(0.1)) return dice.pick(rawBodies).slice(0, 9000)
  return JSON.stringify(Array.from({ length: dice.below(3) + 1 }, one)).slice(0, 9000)
}

function oddCursor(dice: Dice, ids: readonly string[]): string {
  const id = dice.pick(ids)
  const inside = dice.pick<unknown>([
    [dice.pick(texts).slice(0, 500), id],
    [null, id],
    [id],
    [1, id],
    [{}, []],
    {},
    null,
    dice.pick(texts).slice(0, 500),
  ])
  return dice.chance(0.8) ? Buffer.from(JSON.stringify(inside)).toString('base64url') : dice.pick(texts)
}

const encoded = (text: string): string => {
  try {
    return encodeURIComponent(text)
  } catch {
    return '%ED%A0%80'
  }
}

function queryOf(world: FuzzWorld, { query }: Operation, register: AnyRegister | undefined, dice: Dice): string {
  const parts: string[] = []
  for (const { name, schema } of query) {
    if (dice.chance(0.45)) continue
    const value =
      name === 'where'
        ? oddWhere(world, register, dice)
        : name === 'sort' && dice.chance(0.7)
          ? `${dice.pick(['', '-', '--'])}${dice.pick(Object.keys(register?.fields ?? { name: 0 }))}`
          : name === 'after'
            ? oddCursor(dice, world.ids)
            : dice.chance(0.4)
              ? dice.pick(texts).slice(0, 12_000)
              : String(example(world, schema, dice, register?.name))
    const key = dice.chance(0.04) ? `${name}[]` : dice.chance(0.02) ? `${name}[__proto__]` : name
    parts.push(`${key}=${encoded(value)}`)
    if (dice.chance(0.05)) parts.push(`${name}=${encoded(dice.pick(texts).slice(0, 200))}`)
  }
  if (dice.chance(0.05)) parts.push(dice.pick(['%', '%ff=%fe', '=', '&&&', '__proto__=1', 'constructor=1', '?']))
  return parts.length > 0 ? `?${parts.join('&')}` : ''
}

const PARTS = ['..', '.', '%2e%2e', '%00', '%ff', '%', '%252e', ';', '*', '%0d%0a', '..%2f..%2fetc%2fpasswd', '~']

function addressOf(world: FuzzWorld, operation: Operation, register: string | undefined, dice: Dice): string {
  const url = operation.url.replace(/:(\w+)/g, (_, name: string) => {
    if (dice.chance(0.12)) return dice.pick(PARTS)
    if (dice.chance(0.15)) return encoded(dice.pick(texts).slice(0, 400))
    if (name === 'register' && register) return register
    const values = world.valuesOf(operation.url, name, register)
    return encoded(values.length > 0 && dice.chance(0.85) ? dice.pick(values) : wordOf(world, dice))
  })
  return dice.chance(0.02) ? url + dice.pick(['/', '//', '/x', '%20', '/../../', `/${'a'.repeat(3000)}`]) : url
}

const NAMES = [
  'a.csv',
  'a.xlsx',
  '../../a.xlsx',
  'a.docx',
  'a.pdf',
  'a.svg',
  'a\u0000.xlsx',
  '',
  '长'.repeat(300),
  'a.html',
  'con',
]

/** A form with a file, whole or broken. */
function uploadOf(dice: Dice): Pick<FuzzRequest, 'payload'> & { readonly type: string } {
  const boundary = 'fuzz'
  const content = dice.pick<string | Buffer>([
    '',
    '编号,名称\n1,\u0000\n',
    `${'列,'.repeat(3000)}\n`,
    Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0, 0, 0]),
    Buffer.from([0xff, 0xfe, 0x41, 0, 0x0a, 0]),
    '%PDF-1.7\n%%EOF',
    'PK\u0003\u0004'.repeat(100),
    '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    '{"a":1}',
    '=1+1,"',
    'x'.repeat(70_000),
  ])
  const field = dice.pick(['file', 'file', 'file', '__proto__', 'a'])
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${dice.pick(NAMES)}"\r\nContent-Type: ${dice.pick(['text/csv', 'application/pdf', 'image/svg+xml', 'x', ''])}\r\n\r\n`
  const texts = dice.chance(0.3)
    ? Array.from(
        { length: dice.pick([1, 11, 40]) },
        (_, i) =>
          `--${boundary}\r\nContent-Disposition: form-data; name="k${i}"\r\n\r\n${dice.pick(rawBodies.slice(0, 20))}\r\n`,
      ).join('')
    : ''
  const whole = Buffer.concat([Buffer.from(texts + head), Buffer.from(content), Buffer.from(`\r\n--${boundary}--\r\n`)])
  const payload = dice.chance(0.3) ? whole.subarray(0, dice.below(whole.length)) : whole
  const type = dice.pick([
    `multipart/form-data; boundary=${boundary}`,
    `multipart/form-data; boundary=${boundary}`,
    `multipart/form-data; boundary=${boundary}`,
    `multipart/form-data; boundary=${boundary}`,
    'multipart/form-data',
    'multipart/form-data; boundary=other',
    'multipart/mixed; boundary=fuzz',
    'application/json',
  ])
  return { payload, type }
}

const TYPES = [
  'text/plain',
  'application/xml',
  'application/x-www-form-urlencoded',
  'application/json; charset=utf-16',
  'application/json;;;',
  'APPLICATION/JSON',
  'application/octet-stream',
  'x',
  '',
  'multipart/form-data; boundary=a',
]

/** What an operation takes, as it asks for it, with ids of `world` wherever one may stand: the body's JSON. */
export const exampleBody = (world: FuzzWorld, operation: Operation, register: string | undefined, dice: Dice): string =>
  JSON.stringify(example(world, operation.body ?? {}, dice, register)) ?? ''

/** An operation: every other time one that writes a record, or asks for records by a filter. */
function operationFrom(operations: readonly Operation[], dice: Dice): Operation {
  const operation = dice.pick(operations)
  if (dice.chance(0.6) || operation.url.startsWith('/api/registers/:register')) return operation
  return dice.pick(operations.filter(({ url }) => /^\/api\/registers\/:register(?:\/:id|\/bulk)?$/.test(url)))
}

/** Headers that are read on the way, or by what lies in front. */
function oddHeaders(dice: Dice): Record<string, string> {
  const odd = dice.pick(texts.filter((text) => /^[\x20-\x7e]{0,300}$/.test(text)))
  return dice.pick<Record<string, string>>([
    { cookie: `jiangxin=${odd}` },
    { cookie: `jiangxin=00000000-0000-7000-8000-000000000001.${'A'.repeat(43)}` },
    { cookie: `jiangxin-learner=${odd}.${odd}` },
    { cookie: `${odd}=; ;=;;${odd}` },
    { 'x-csrf': odd },
    { 'x-forwarded-for': odd },
    { 'x-forwarded-host': odd, 'x-forwarded-proto': odd },
    { 'x-request-id': odd },
    { authorization: odd },
    { range: 'bytes=5-1,-9' },
    { 'if-none-match': odd },
    { accept: odd },
    { 'content-encoding': 'gzip' },
    { 'transfer-encoding': odd },
    { host: odd },
    { 'user-agent': 'x'.repeat(9000) },
  ])
}

/** The next malformed request: an operation of the description, spoilt in one way or another. */
export function fuzzRequest(world: FuzzWorld, operations: readonly Operation[], dice: Dice): FuzzRequest {
  const request = spoiltRequest(world, operations, dice)
  return dice.chance(0.06) ? { ...request, headers: { ...request.headers, ...oddHeaders(dice) } } : request
}

function spoiltRequest(world: FuzzWorld, operations: readonly Operation[], dice: Dice): FuzzRequest {
  const operation = operationFrom(operations, dice)
  const registers = [...world.registers.keys()]
  const register = operation.url.includes(':register') ? dice.pick(registers) : undefined
  const declared = register === undefined ? undefined : world.registers.get(register)
  const url = addressOf(world, operation, register, dice) + queryOf(world, operation, declared, dice)
  const method = dice.chance(0.02) ? dice.pick(['PUT', 'OPTIONS', 'HEAD', 'DELETE', 'PATCH']) : operation.method
  if (operation.isUpload && dice.chance(0.8)) {
    const { payload, type } = uploadOf(dice)
    return { method, url, headers: { 'content-type': type }, ...(payload ? { payload } : {}) }
  }
  if (operation.method === 'GET' && dice.chance(0.97)) return { method, url, headers: {} }
  const headers = { 'content-type': dice.chance(0.06) ? dice.pick(TYPES) : 'application/json' }
  if (dice.chance(0.12)) return { method, url, headers, payload: dice.pick(rawBodies) }
  const whole = operation.body ? example(world, operation.body, dice, register) : { version: 1 }
  const times = dice.chance(0.12) ? 0 : dice.below(2) + 1
  let body = whole
  for (let i = 0; i < times; i++) body = spoil(body, dice)
  return { method, url, headers, payload: JSON.stringify(body) ?? '' }
}
