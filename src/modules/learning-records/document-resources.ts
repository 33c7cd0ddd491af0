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
  uuidParam,
} from './call.ts'
import type { Edition } from './statement/check-statement.ts'
import { identifierOf } from './statement/mentions.ts'
import {
  type Conditions,
  type DocumentKind,
  findDocument,
  listDocuments,
  mergeDocument,
  type MustSay,
  putDocument,
  removeDocument,
  removeDocuments,
  type Subject,
} from './store/documents.ts'
import type { Scope } from './wire.ts'
import { bad, XapiRefusal } from './xapi-refusal.ts'

const ALWAYS = { '1.0.3': 'always', '2.0.0': 'always' } as const

/** The three resources that keep documents: what they belong to, and who may. */
const KINDS: Readonly<
  Record<
    DocumentKind,
    {
      id: string
      of: readonly string[]
      also: readonly string[]
      scope: Scope
      mustSay: Readonly<Record<Edition, MustSay>>
    }
  >
> = {
  state: {
    id: 'stateId',
    of: ['activityId', 'agent'],
    also: ['registration'],
    scope: 'state',
    mustSay: { '1.0.3': 'never', '2.0.0': 'over-another' },
  },
  'agent-profile': { id: 'profileId', of: ['agent'], also: [], scope: 'profile', mustSay: ALWAYS },
  'activity-profile': { id: 'profileId', of: ['activityId'], also: [], scope: 'profile', mustSay: ALWAYS },
}

function subjectOf(call: Call, kind: DocumentKind): Subject {
  const activity = iriParam(call, 'activityId')
  const agent = agentParam(call, 'agent')
  const registration = uuidParam(call, 'registration')
  for (const name of KINDS[kind].of) needed(call.params.get(name), name)
  return {
    kind,
    ...(activity === undefined ? {} : { activity }),
    ...(agent ? { agent: identifierOf(agent)! } : {}),
    ...(registration === undefined ? {} : { registration: registration.toLowerCase() }),
  }
}

const conditionsOf = (call: Call): Conditions => {
  const [ifMatch, ifNoneMatch] = [call.header('if-match'), call.header('if-none-match')]
  return { ...(ifMatch === undefined ? {} : { ifMatch }), ...(ifNoneMatch === undefined ? {} : { ifNoneMatch }) }
}

/** Answers a request for documents of a kind. @throws XapiRefusal 400, 403, 404, 409, 412 */
export async function documents(call: Call, kind: DocumentKind): Promise<Answer> {
  const { id: idName, of, also, scope, mustSay } = KINDS[kind]
  const isReading = call.method === 'GET'
  if (isReading) needScope(call, scope, 'all/read')
  else needScope(call, scope)
  allowOnly(call, [...of, ...also, idName, ...(isReading ? ['since'] : [])])
  const subject = subjectOf(call, kind)
  const id = call.params.get(idName)
  if (id === '') throw bad(`The parameter "${idName}" is empty`)
  if (isReading) {
    const since = momentParam(call, 'since')
    if (id !== undefined) {
      const document = await findDocument(call.tx, subject, id)
      if (!document) throw new XapiRefusal(404, 'There is no such document')
      return {
        status: 200,
        headers: {
          'content-type': document.contentType,
          etag: `"${document.etag}"`,
          'last-modified': new Date(document.updatedAt).toUTCString(),
        },
        body: document.content,
      }
    }
    const { ids, latest } = await listDocuments(call.tx, subject, since)
    return json(ids, latest ? { 'last-modified': new Date(latest).toUTCString() } : {})
  }
  const conditions = conditionsOf(call)
  if (call.method === 'DELETE') {
    if (id !== undefined) await removeDocument(call.tx, subject, id, conditions)
    else if (kind === 'state') await removeDocuments(call.tx, subject)
    else needed(id, idName)
    return { status: 204 }
  }
  const given = { contentType: call.header('content-type') ?? 'application/octet-stream', content: call.body }
  const name = needed(id, idName)
  if (call.method === 'PUT') await putDocument(call.tx, subject, name, given, conditions, mustSay[call.edition])
  else await mergeDocument(call.tx, subject, name, given, conditions)
  return { status: 204 }
}
