import { createHash } from 'node:crypto'
import { z } from 'zod'
import {
  agentParam,
  allowOnly,
  type Answer,
  type Call,
  iriParam,
  json,
  momentParam,
  needed,
  needScope,
  parseJson,
  uuidParam,
  yesNoParam,
} from './call.ts'
import { boundaryOf, readMultipart, writeMultipart } from './multipart.ts'
import { checkSignature, SIGNATURE } from './statement/check-signature.ts'
import { checkAgent, checkStatement, type Json } from './statement/check-statement.ts'
import { isIri, isMoment, isUuid } from './statement/formats.ts'
import { canonical, type Format, languagesOf, onlyIds } from './statement/present-statement.ts'
import { definitionsOf } from './store/activities.ts'
import { attachmentsOf, findStatement, findStatements, type StatementQuery } from './store/find-statements.ts'
import { type Attached, keepStatements } from './store/keep-statements.ts'
import { consistentThrough } from './store/under-way.ts'
import { bad, XapiRefusal } from './xapi-refusal.ts'

/** Most statements on a page. */
const PAGE = 200
const ALGORITHMS = new Map([
  [56, 'sha224'],
  [64, 'sha256'],
  [96, 'sha384'],
  [128, 'sha512'],
])

interface Sent {
  readonly statements: readonly unknown[]
  readonly isList: boolean
  readonly parts: ReadonlyMap<string, Attached>
}

/** Statements of a request, with the content of their attachments. @throws XapiRefusal 400 */
function readSent(call: Call): Sent {
  const type = call.header('content-type') ?? ''
  const of = (value: unknown, parts: ReadonlyMap<string, Attached>): Sent =>
    Array.isArray(value) ? { statements: value, isList: true, parts } : { statements: [value], isList: false, parts }
  if (/^application\/json\s*(;|$)/i.test(type)) return of(parseJson(call.body, 'The body'), new Map())
  if (!/^multipart\/mixed\s*;/i.test(type))
    throw bad('Statements come as application/json, or as multipart/mixed with their attachments')
  const [first, ...others] = readMultipart(call.body, boundaryOf(type))
  if (!first || !/^application\/json\b/i.test(first.headers.get('content-type') ?? ''))
    throw bad('The first part of the body is the statements, as application/json')
  const parts = new Map<string, Attached>()
  for (const { headers, body } of others) {
    const sha2 = headers.get('x-experience-api-hash')?.toLowerCase()
    if (!sha2) throw bad('An attached part has no X-Experience-API-Hash')
    if (headers.get('content-transfer-encoding')?.toLowerCase() !== 'binary')
      throw bad('An attached part has no Content-Transfer-Encoding: binary')
    const algorithm = ALGORITHMS.get(sha2.length)
    if (!algorithm || createHash(algorithm).update(body).digest('hex') !== sha2)
      throw bad(`The part with the hash ${sha2} has another content`)
    parts.set(sha2, { sha2, contentType: headers.get('content-type') ?? 'application/octet-stream', content: body })
  }
  return of(parseJson(first.body, 'The first part'), parts)
}

/** Every attachment has its content, here or at an address; no content comes for nobody. @throws XapiRefusal 400 */
function matchAttachments(statements: readonly Json[], parts: ReadonlyMap<string, Attached>): void {
  const used = new Set<string>()
  const look = (one: Json, whole: Json) => {
    for (const attachment of (one['attachments'] as readonly Json[] | undefined) ?? []) {
      const sha2 = String(attachment['sha2']).toLowerCase()
      const part = parts.get(sha2)
      if (part) used.add(sha2)
      else if (!attachment['fileUrl']) throw bad(`The attachment ${sha2} has neither content nor fileUrl`)
      if (attachment['usageType'] !== SIGNATURE) continue
      if (!part) throw bad('A signature comes with its content')
      checkSignature(whole, attachment['contentType'], part.content)
    }
    const object = one['object'] as Json
    if (object['objectType'] === 'SubStatement') look(object, whole)
  }
  for (const statement of statements) look(statement, statement)
  const strange = [...parts.keys()].find((sha2) => !used.has(sha2))
  if (strange) throw bad(`No statement has an attachment with the hash ${strange}`)
}

async function keep(call: Call, sent: Sent): Promise<string[]> {
  const { edition } = call
  const statements = sent.statements.map((statement, i): Json => {
    checkStatement(statement, edition, sent.isList ? `statements[${i}]` : 'statement')
    return statement
  })
  matchAttachments(statements, sent.parts)
  if (statements.length === 0) return []
  await call.check?.(statements)
  return keepStatements(call.tx, call.client, edition, statements, [...sent.parts.values()], call.at)
}

export async function postStatements(call: Call): Promise<Answer> {
  needScope(call, 'statements/write')
  allowOnly(call, [])
  return json(await keep(call, readSent(call)))
}

export async function putStatement(call: Call): Promise<Answer> {
  needScope(call, 'statements/write')
  allowOnly(call, ['statementId'])
  const id = needed(uuidParam(call, 'statementId'), 'statementId')
  const sent = readSent(call)
  const [statement] = sent.statements
  if (sent.isList || typeof statement !== 'object' || statement === null)
    throw bad('PUT keeps one statement, not a list')
  const own = (statement as Json)['id']
  if (own !== undefined && String(own).toLowerCase() !== id.toLowerCase())
    throw bad('The id of the statement is not the one of the address')
  await keep(call, { ...sent, statements: [{ ...statement, id }] })
  return { status: 204 }
}

const FILTERS = [
  'agent',
  'verb',
  'activity',
  'registration',
  'related_activities',
  'related_agents',
  'since',
  'until',
  'limit',
  'ascending',
]
const SHOWN = ['format', 'attachments']

/** What a token of a next page holds: all that was asked, and where the page begins. Anybody may have written it. */
const moreShape = z.strictObject({
  format: z.enum(['exact', 'ids', 'canonical']),
  attachments: z.boolean(),
  query: z.strictObject({
    agent: z.record(z.string(), z.unknown()).optional(),
    relatedAgents: z.boolean(),
    verb: z.string().refine(isIri).optional(),
    activity: z.string().refine(isIri).optional(),
    relatedActivities: z.boolean(),
    registration: z.string().refine(isUuid).optional(),
    since: z.string().refine(isMoment).optional(),
    until: z.string().refine(isMoment).optional(),
    ascending: z.boolean(),
    limit: z.int().min(1).max(PAGE),
    after: z.string().refine(isUuid),
  }),
})

interface More {
  readonly query: StatementQuery
  readonly format: Format
  readonly attachments: boolean
}

export async function getStatements(call: Call): Promise<Answer> {
  needScope(call, 'statements/read', 'statements/read/mine', 'all/read')
  allowOnly(call, ['statementId', 'voidedStatementId', 'more', ...FILTERS, ...SHOWN])
  const headers = { 'x-experience-api-consistent-through': consistentThrough(call.tx.collegeId, call.at) }
  const isMine = !(['statements/read', 'all/read', 'all'] as const).some((scope) => call.client.scopes.includes(scope))
  const more = call.params.get('more')
  if (more !== undefined) {
    allowOnly(call, ['more'])
    return page(call, readMore(more), isMine, headers)
  }
  const format = formatOf(call.params.get('format'))
  const attachments = yesNoParam(call, 'attachments') ?? false
  const id = uuidParam(call, 'statementId')
  const voidedId = uuidParam(call, 'voidedStatementId')
  if (id !== undefined || voidedId !== undefined) {
    allowOnly(call, [id !== undefined ? 'statementId' : 'voidedStatementId', ...SHOWN])
    const found = await findStatement(call.tx, id ?? voidedId!, id === undefined)
    if (!found || (isMine && found.clientId !== call.client.id))
      throw new XapiRefusal(404, 'There is no such statement')
    const [statement] = await shown(call, [JSON.parse(found.statement) as Json], format)
    const last = new Date(String((JSON.parse(found.statement) as Json)['stored'])).toUTCString()
    return answer(call, statement, [statement!], attachments, { ...headers, 'last-modified': last })
  }
  const limit = Number(call.params.get('limit') ?? '0')
  if (!Number.isInteger(limit) || limit < 0)
    throw bad('The parameter "limit" is a whole number, 0 for as many as may be')
  const query: StatementQuery = {
    agent: agentParam(call, 'agent'),
    verb: iriParam(call, 'verb'),
    activity: iriParam(call, 'activity'),
    registration: uuidParam(call, 'registration'),
    since: momentParam(call, 'since'),
    until: momentParam(call, 'until'),
    relatedAgents: yesNoParam(call, 'related_agents') ?? false,
    relatedActivities: yesNoParam(call, 'related_activities') ?? false,
    ascending: yesNoParam(call, 'ascending') ?? false,
    limit: limit === 0 ? PAGE : Math.min(limit, PAGE),
  }
  return page(call, { query, format, attachments }, isMine, headers)
}

async function page(
  call: Call,
  { query, format, attachments }: More,
  isMine: boolean,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> {
  const found = await findStatements(call.tx, { ...query, ...(isMine ? { clientId: call.client.id } : {}) })
  const taken = found.slice(0, query.limit)
  const last = taken.at(-1)
  const next: More | null =
    found.length > taken.length && last ? { query: { ...query, after: last.place }, format, attachments } : null
  const token = next && Buffer.from(JSON.stringify(next)).toString('base64url')
  const statements = await shown(
    call,
    taken.map(({ statement }) => JSON.parse(statement) as Json),
    format,
  )
  const whole = { statements, more: token ? `${call.base}/statements?more=${token}` : '' }
  return answer(call, whole, statements, attachments, headers)
}

/** @throws XapiRefusal 400 when it is not one of ours */
function readMore(token: string): More {
  try {
    const { query, ...how } = moreShape.parse(JSON.parse(Buffer.from(token, 'base64url').toString('utf8')))
    if (query.agent) checkAgent(query.agent, 'agent')
    return { ...how, query }
  } catch {
    throw bad('The parameter "more" is none that this store gave')
  }
}

function formatOf(value: string | undefined): Format {
  if (value === undefined || value === 'exact') return 'exact'
  if (value === 'ids' || value === 'canonical') return value
  throw bad('The parameter "format" is ids, exact or canonical')
}

async function shown(call: Call, statements: readonly Json[], format: Format): Promise<Json[]> {
  if (format === 'exact') return [...statements]
  if (format === 'ids') return statements.map(onlyIds)
  const ids = statements.flatMap(({ object }) => String((object as Json)['id']))
  const known = await definitionsOf(call.tx, [...new Set(ids)])
  const languages = languagesOf(call.header('accept-language'))
  return statements.map((statement) => canonical(statement, languages, known))
}

async function answer(
  call: Call,
  whole: unknown,
  statements: readonly Json[],
  attachments: boolean,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> {
  if (!attachments) return json(whole, headers)
  const { contentType, body } = writeMultipart(JSON.stringify(whole), await attachmentsOf(call.tx, statements))
  return { status: 200, headers: { ...headers, 'content-type': contentType }, body }
}
