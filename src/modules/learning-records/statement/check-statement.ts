import { bad } from '../xapi-refusal.ts'
import { isDuration, isIri, isLanguage, isMailbox, isMediaType, isMoment, isSha1, isSha2, isUuid } from './formats.ts'

export type Json = { readonly [name: string]: unknown }

/** Says where in the statement something is wrong, as `object.definition.type`. */
type Check = (value: unknown, at: string) => void

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

const test =
  (is: (value: unknown) => boolean, kind: string): Check =>
  (value, at) => {
    if (!is(value)) throw bad(`${at}: ${kind} is expected, not ${shown(value)}`)
  }
const shown = (value: unknown) => {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

const text = test((v) => typeof v === 'string', 'a text')
const yesNo = test((v) => typeof v === 'boolean', 'true or false')
const number = test((v) => typeof v === 'number', 'a number')
const iri = test(isIri, 'an address with its scheme (IRI)')
const uuid = test(isUuid, 'a UUID')
const moment = test(isMoment, 'a moment by ISO 8601 with a zone other than -00:00')
const language = test(isLanguage, 'a language by RFC 5646')

/** An object that has these properties and no others. */
function object(
  at: string,
  value: unknown,
  properties: Readonly<Record<string, Check>>,
  required: readonly string[] = [],
) {
  if (!isObject(value)) throw bad(`${at}: an object is expected, not ${shown(value)}`)
  for (const name of required) if (!(name in value)) throw bad(`${at}.${name} is missing`)
  for (const [name, inner] of Object.entries(value)) {
    const check = Object.hasOwn(properties, name) ? properties[name] : undefined
    if (!check) throw bad(`${at}: there is no property "${name}" (upper and lower case count)`)
    check(inner, `${at}.${name}`)
  }
  return value
}

const list =
  (check: Check): Check =>
  (value, at) => {
    if (!Array.isArray(value)) throw bad(`${at}: a list is expected, not ${shown(value)}`)
    for (const [i, inner] of value.entries()) check(inner, `${at}[${i}]`)
  }

const languageMap: Check = (value, at) => {
  if (!isObject(value)) throw bad(`${at}: a text by language is expected, not ${shown(value)}`)
  for (const [name, inner] of Object.entries(value)) {
    language(name, at)
    text(inner, `${at}.${name}`)
  }
}

/** Keys are addresses; of the values nothing is asked. */
const extensions: Check = (value, at) => {
  if (!isObject(value)) throw bad(`${at}: an object is expected, not ${shown(value)}`)
  for (const name of Object.keys(value)) iri(name, at)
}

const oneOf =
  (...wanted: readonly string[]): Check =>
  (value, at) => {
    if (typeof value !== 'string' || !wanted.includes(value))
      throw bad(`${at}: ${wanted.join(' or ')} is expected, not ${shown(value)}`)
  }

const account: Check = (value, at) => void object(at, value, { homePage: iri, name: text }, ['homePage', 'name'])

/** What tells one person or group from all others; just one of them is given. */
const IDENTIFIERS: Readonly<Record<string, Check>> = {
  mbox: test(isMailbox, 'mailto: and an address'),
  mbox_sha1sum: test(isSha1, 'a SHA-1 sum in hexadecimal'),
  openid: iri,
  account,
}

const identifiersOf = (value: Json) => Object.keys(IDENTIFIERS).filter((name) => name in value)

const agent: Check = (value, at) => {
  const checked = object(at, value, { objectType: oneOf('Agent'), name: text, ...IDENTIFIERS })
  const given = identifiersOf(checked)
  if (given.length !== 1)
    throw bad(`${at}: exactly one of ${Object.keys(IDENTIFIERS).join(', ')} is needed, there are ${given.length}`)
}

const group: Check = (value, at) => {
  const checked = object(at, value, { objectType: oneOf('Group'), name: text, member: list(agent), ...IDENTIFIERS }, [
    'objectType',
  ])
  const given = identifiersOf(checked)
  if (given.length > 1)
    throw bad(`${at}: at most one of ${Object.keys(IDENTIFIERS).join(', ')}, there are ${given.length}`)
  if (given.length === 0 && !(Array.isArray(checked['member']) && checked['member'].length > 0))
    throw bad(`${at}.member: a group without an identifier needs members`)
}

const actor: Check = (value, at) => (isObject(value) && value['objectType'] === 'Group' ? group : agent)(value, at)

/** An agent or an identified group, as a parameter names one. @throws XapiRefusal 400 */
export function checkAgent(value: unknown, at: string): asserts value is Json {
  actor(value, at)
  if (identifiersOf(value as Json).length === 0) throw bad(`${at}: a group without an identifier names nobody`)
}

const verb: Check = (value, at) => void object(at, value, { id: iri, display: languageMap }, ['id'])

const INTERACTIONS = {
  'true-false': [],
  choice: ['choices'],
  'fill-in': [],
  'long-fill-in': [],
  matching: ['source', 'target'],
  performance: ['steps'],
  sequencing: ['choices'],
  likert: ['scale'],
  numeric: [],
  other: [],
} as const

const components: Check = (value, at) => {
  list((one, where) => void object(where, one, { id: text, description: languageMap }, ['id']))(value, at)
  const ids = (value as readonly Json[]).map((one) => one['id'])
  const twice = ids.find((id, i) => ids.indexOf(id) !== i)
  if (twice !== undefined) throw bad(`${at}: the id ${shown(twice)} is there twice`)
}

const COMPONENTS = ['choices', 'scale', 'source', 'target', 'steps'] as const

const definition: Check = (value, at) => {
  const checked = object(at, value, {
    name: languageMap,
    description: languageMap,
    type: iri,
    moreInfo: iri,
    extensions,
    interactionType: oneOf(...Object.keys(INTERACTIONS)),
    correctResponsesPattern: list(text),
    ...Object.fromEntries(COMPONENTS.map((name) => [name, components])),
  })
  const type = checked['interactionType'] as keyof typeof INTERACTIONS | undefined
  if (type === undefined && [...COMPONENTS, 'correctResponsesPattern'].some((name) => name in checked))
    throw bad(`${at}.interactionType is missing: the answers of what kind of question?`)
  if (type === undefined) return
  const own: readonly string[] = INTERACTIONS[type]
  const strange = COMPONENTS.find((name) => name in checked && !own.includes(name))
  if (strange) throw bad(`${at}.${strange}: a question of the kind "${type}" has none`)
}

const activity: Check = (value, at) =>
  void object(at, value, { objectType: oneOf('Activity'), id: iri, definition }, ['id'])

const reference: Check = (value, at) =>
  void object(at, value, { objectType: oneOf('StatementRef'), id: uuid }, ['objectType', 'id'])

const score: Check = (value, at) => {
  const { scaled, raw, min, max } = object(at, value, {
    scaled: number,
    raw: number,
    min: number,
    max: number,
  }) as Record<string, number | undefined>
  if (scaled !== undefined && (scaled < -1 || scaled > 1))
    throw bad(`${at}.scaled lies between -1 and 1, not ${scaled}`)
  if (min !== undefined && max !== undefined && min >= max) throw bad(`${at}: min ${min} is not below max ${max}`)
  if (raw !== undefined && ((min !== undefined && raw < min) || (max !== undefined && raw > max)))
    throw bad(`${at}.raw ${raw} lies outside min and max`)
}

const result: Check = (value, at) =>
  void object(at, value, {
    score,
    success: yesNo,
    completion: yesNo,
    response: text,
    duration: test(isDuration, 'a duration by ISO 8601'),
    extensions,
  })

const contextActivities: Check = (value, at) => {
  const some: Check = (inner, where) => (Array.isArray(inner) ? list(activity) : activity)(inner, where)
  object(at, value, { parent: some, grouping: some, category: some, other: some })
}

const relevantTypes: Check = (value, at) => {
  list(iri)(value, at)
  if ((value as readonly unknown[]).length === 0) throw bad(`${at}: at least one is needed`)
}

/** New in 2.0: people and groups with what they have to do with it. */
const contextAgents = list(
  (value, at) =>
    void object(at, value, { objectType: oneOf('contextAgent'), agent, relevantTypes }, ['objectType', 'agent']),
)
const contextGroups = list(
  (value, at) =>
    void object(at, value, { objectType: oneOf('contextGroup'), group, relevantTypes }, ['objectType', 'group']),
)

const CONTEXT: Readonly<Record<string, Check>> = {
  registration: uuid,
  instructor: actor,
  team: group,
  contextActivities,
  revision: text,
  platform: text,
  language,
  statement: reference,
  extensions,
}

const attachment: Check = (value, at) => {
  object(
    at,
    value,
    {
      usageType: iri,
      display: languageMap,
      description: languageMap,
      contentType: test(isMediaType, 'a media type'),
      length: test((v) => Number.isInteger(v) && (v as number) >= 0, 'a number of bytes'),
      sha2: test(isSha2, 'a SHA-2 sum in hexadecimal'),
      fileUrl: iri,
    },
    ['usageType', 'display', 'contentType', 'length', 'sha2'],
  )
}

/** Who vouches: one agent, or the two of a three-legged OAuth: a group without a name of its own. */
const authority: Check = (value, at) => {
  actor(value, at)
  if (!isObject(value) || value['objectType'] !== 'Group') return
  if (identifiersOf(value).length > 0 || (value['member'] as readonly unknown[]).length !== 2)
    throw bad(`${at}: a group that vouches has two members and no identifier`)
}

export type Edition = '1.0.3' | '2.0.0'

const version =
  (edition: Edition): Check =>
  (value, at) => {
    const known = edition === '1.0.3' ? /^1\.0(?:\.\d+)?$/ : /^(?:1\.0(?:\.\d+)?|2\.0(?:\.\d+)?)$/
    if (typeof value !== 'string' || !known.test(value)) throw bad(`${at}: ${shown(value)} is no version spoken here`)
  }

const PARTS = (edition: Edition): Readonly<Record<string, Check>> => ({
  actor,
  verb,
  result,
  context: (value, at) =>
    void object(at, value, edition === '2.0.0' ? { ...CONTEXT, contextAgents, contextGroups } : CONTEXT),
  timestamp: moment,
  attachments: list(attachment),
})

/** What an object may be, by its objectType. */
function target(edition: Edition, inner: boolean): Check {
  return (value, at) => {
    if (!isObject(value)) throw bad(`${at}: an object is expected, not ${shown(value)}`)
    switch (value['objectType']) {
      case undefined:
      case 'Activity':
        return activity(value, at)
      case 'Agent':
        return agent(value, at)
      case 'Group':
        return group(value, at)
      case 'StatementRef':
        return reference(value, at)
      case 'SubStatement':
        if (inner) throw bad(`${at}: a statement within a statement holds no third`)
        return statementLike(value, at, {
          objectType: oneOf('SubStatement'),
          ...PARTS(edition),
          object: target(edition, true),
        })
      default:
        throw bad(`${at}.objectType: ${shown(value['objectType'])} is unknown`)
    }
  }
}

function statementLike(value: unknown, at: string, properties: Readonly<Record<string, Check>>): void {
  const checked = object(at, value, properties, ['actor', 'verb', 'object'])
  const of = checked['object'] as Json
  const context = checked['context'] as Json | undefined
  const isActivity = of['objectType'] === undefined || of['objectType'] === 'Activity'
  for (const name of ['revision', 'platform'])
    if (context && name in context && !isActivity)
      throw bad(`${at}.context.${name} is only for statements about an activity`)
}

const whole: Readonly<Record<Edition, Readonly<Record<string, Check>>>> = {
  '1.0.3': declared('1.0.3'),
  '2.0.0': declared('2.0.0'),
}

function declared(edition: Edition): Readonly<Record<string, Check>> {
  return {
    ...PARTS(edition),
    object: target(edition, false),
    id: uuid,
    stored: moment,
    authority,
    version: version(edition),
  }
}

export const VOIDED = 'http://adlnet.gov/expapi/verbs/voided'

/**
 * Checks one statement whole: properties, formats, and what goes with what.
 * @param at how the message names it, as `statement` or `statements[3]`
 * @throws XapiRefusal 400 that names the place
 */
export function checkStatement(value: unknown, edition: Edition, at = 'statement'): asserts value is Json {
  statementLike(value, at, whole[edition])
  const { verb: done, object: of } = value as { verb: Json; object: Json }
  if (done['id'] === VOIDED && of['objectType'] !== 'StatementRef')
    throw bad(`${at}.object: what is voided is a statement, by its id`)
}
