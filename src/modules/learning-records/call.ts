import type { FastifyRequest } from 'fastify'
import type { Tx } from '../../engine/module-server.ts'
import type { Edition, Json } from './statement/check-statement.ts'
import { isIri, isMoment, isUuid } from './statement/formats.ts'
import { checkAgent } from './statement/check-statement.ts'
import type { Client } from './store/clients.ts'
import type { Scope } from './wire.ts'
import { bad, XapiRefusal } from './xapi-refusal.ts'

/** A request as the resources see it, in whichever of the two ways it was written. */
export interface Asked {
  readonly method: string
  /** Parameters of the address or, in the alternate syntax, of the form. */
  readonly params: ReadonlyMap<string, string>
  readonly header: (name: string) => string | undefined
  readonly body: Buffer
}

/** A request of a known program, within one transaction of its college. */
export interface Call extends Asked {
  readonly tx: Tx
  readonly client: Client
  readonly edition: Edition
  /** Path of the store, as `/xapi`. */
  readonly base: string
  /** When the request came, in ISO 8601. */
  readonly at: string
  /** Holds statements against rules of the sender's own, before they are kept. */
  readonly check?: (statements: readonly Json[]) => Promise<void>
}

export interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Buffer | string
}

export const json = (value: unknown, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status: 200,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(value),
})

/** Headers that the alternate syntax may carry in its form (xAPI 1.0.3 Communication 1.3). */
const FORM_HEADERS = new Map(
  [
    'Authorization',
    'X-Experience-API-Version',
    'Content-Type',
    'Content-Length',
    'If-Match',
    'If-None-Match',
    'Accept',
    'Accept-Language',
    'Accept-Encoding',
  ].map((name) => [name, name.toLowerCase()]),
)

/**
 * Reads a request. A POST with a `method` in its address is one of the alternate syntax, which only 1.0 knows: browsers
 * once could send nothing else.
 * @throws XapiRefusal 400
 */
export function readAsked(request: FastifyRequest): Asked {
  const params = new Map<string, string>()
  for (const [name, value] of new URL(request.url, 'http://store').searchParams) {
    if (params.has(name)) throw bad(`The parameter "${name}" is there twice`)
    params.set(name, value)
  }
  const header = (name: string) => {
    const value = request.headers[name]
    return Array.isArray(value) ? value.join(', ') : value
  }
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
  const method = params.get('method')
  if (request.method !== 'POST' || method === undefined || header('x-experience-api-version')?.startsWith('2.'))
    return { method: request.method, params, header, body }
  if (params.size > 1) throw bad('The alternate syntax has no parameter in its address but "method"')
  if (!['GET', 'PUT', 'POST', 'DELETE', 'HEAD'].includes(method)) throw bad(`There is no method "${method}"`)
  if (!/^application\/x-www-form-urlencoded\b/i.test(header('content-type') ?? ''))
    throw bad('The alternate syntax sends a form: application/x-www-form-urlencoded')
  const form = new Map(new URLSearchParams(body.toString('utf8')))
  const told = new Map<string, string>()
  for (const [name, lower] of FORM_HEADERS) {
    const value = form.get(name)
    if (value !== undefined) told.set(lower, value)
    form.delete(name)
  }
  const content = form.get('content')
  form.delete('content')
  if (content === undefined && (method === 'PUT' || method === 'POST'))
    throw bad('The alternate syntax sends what is to be kept as "content"')
  if (!told.has('content-type')) told.set('content-type', 'application/json')
  return {
    method,
    params: form,
    header: (name) => told.get(name) ?? (name === 'content-type' ? undefined : header(name)),
    body: Buffer.from(content ?? ''),
  }
}

/** @throws XapiRefusal 403 */
export function needScope({ client }: Call, ...scopes: readonly Scope[]): void {
  if (![...scopes, 'all'].some((scope) => client.scopes.includes(scope as Scope)))
    throw new XapiRefusal(403, `This program may not do that; it would need the scope ${scopes.join(' or ')}`)
}

/** @throws XapiRefusal 400 for a parameter that is not one of these */
export function allowOnly({ params }: Asked, names: readonly string[]): void {
  for (const name of params.keys())
    if (!names.includes(name)) throw bad(`There is no parameter "${name}" here (upper and lower case count)`)
}

const param =
  <T>(read: (value: string, name: string) => T) =>
  ({ params }: Asked, name: string): T | undefined => {
    const value = params.get(name)
    return value === undefined ? undefined : read(value, name)
  }
const fitting = (is: (value: string) => boolean, kind: string) =>
  param((value, name) => {
    if (!is(value)) throw bad(`The parameter "${name}" is no ${kind}`)
    return value
  })

export const uuidParam = fitting(isUuid, 'UUID')
export const iriParam = fitting(isIri, 'address with its scheme (IRI)')
export const momentParam = fitting(isMoment, 'moment by ISO 8601')
export const yesNoParam = param((value, name) => {
  if (value !== 'true' && value !== 'false') throw bad(`The parameter "${name}" is true or false`)
  return value === 'true'
})
export const agentParam = param((value, name): Json => {
  let agent: unknown
  try {
    agent = JSON.parse(value)
  } catch {
    throw bad(`The parameter "${name}" is no JSON`)
  }
  checkAgent(agent, name)
  return agent
})

export function needed<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw bad(`The parameter "${name}" is missing`)
  return value
}

/** What was sent, as JSON. @throws XapiRefusal 400 */
export function parseJson(bytes: Buffer, what: string): unknown {
  const text = bytes.toString('utf8')
  if (text.includes('\\u0000') || text.includes('\u0000'))
    throw bad(`${what} holds the character U+0000, which cannot be kept`)
  try {
    return JSON.parse(text)
  } catch {
    throw bad(`${what} is no JSON`)
  }
}
