import type { Label } from '../../../language/label.ts'
import { CREDENTIALS, fitsDigest } from './contexts.ts'
import type { Json } from './data-integrity.ts'
import { fromMultibase } from './multibase.ts'

/**
 * What the Verifiable Credentials Data Model 2.0 asks of a credential beyond being linked data. Numbers in comments are
 * its sections.
 */
export interface ModelProblem {
  readonly place: string
  readonly message: Label
}

const URL_SHAPE = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i
/** XMLSCHEMA11-2 dateTimeStamp: a moment with its zone. */
const STAMP =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const isUrl = (value: unknown): value is string => typeof value === 'string' && URL_SHAPE.test(value)
const listOf = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value]
const wrong = (place: string, zh: string, en: string): ModelProblem => ({ place, message: { zh, en } })

const notUrl = (place: string) => wrong(place, `${place} 应为一个网址形式的标识`, `${place} must be a single URL`)

/** 4.3 */
function contextProblems({ '@context': context }: Json): ModelProblem[] {
  if (!Array.isArray(context) || context[0] !== CREDENTIALS)
    return [
      wrong('@context', `@context 的第一项应为 ${CREDENTIALS}`, `The first item of @context must be ${CREDENTIALS}`),
    ]
  return context.every((one) => isUrl(one) || isObject(one))
    ? []
    : [wrong('@context', '@context 的各项应为网址或对象', 'The items of @context must be URLs or objects')]
}

/** 4.4 */
const idProblems = (place: string, value: unknown): ModelProblem[] =>
  value === undefined || isUrl(value) ? [] : [notUrl(place)]

/** 4.5 */
function typeProblems(place: string, value: unknown, needed?: string): ModelProblem[] {
  const types = listOf(value)
  if (types.length === 0 || !types.every((type) => typeof type === 'string' && type !== ''))
    return [wrong(place, `缺少 ${place}，或不是文字`, `${place} is missing or no text`)]
  return needed === undefined || types.includes(needed)
    ? []
    : [wrong(place, `${place} 应含有 ${needed}`, `${place} must contain ${needed}`)]
}

/** 4.6: a text, a text with its language, or several of these. */
function wordProblems(place: string, value: unknown): ModelProblem[] {
  const isWord = (one: unknown) =>
    typeof one === 'string' ||
    (isObject(one) &&
      typeof one['@value'] === 'string' &&
      Object.entries(one).every(
        ([name, part]) => ['@value', '@language', '@direction'].includes(name) && typeof part === 'string',
      ))
  return value === undefined || (listOf(value).length > 0 && listOf(value).every(isWord))
    ? []
    : [
        wrong(
          place,
          `${place} 应为文字，或带语言的文字`,
          `${place} must be a text, or texts with @value, @language and @direction alone`,
        ),
      ]
}

/** 4.7, and the holder of a presentation (4.13). */
function partyProblems(place: string, value: unknown): ModelProblem[] {
  if (isUrl(value)) return []
  if (!isObject(value) || !isUrl(value['id']))
    return [
      wrong(place, `缺少 ${place}，或没有网址形式的 id`, `${place} must be a URL or an object with one as its id`),
    ]
  return [
    ...wordProblems(`${place}.name`, value['name']),
    ...wordProblems(`${place}.description`, value['description']),
  ]
}

/** 4.8 */
function subjectProblems({ credentialSubject }: Json): ModelProblem[] {
  const subjects = listOf(credentialSubject)
  if (subjects.length === 0 || !subjects.every((one) => isObject(one) && Object.keys(one).length > 0))
    return [
      wrong(
        'credentialSubject',
        '缺少 credentialSubject，或其中没有内容',
        'credentialSubject is missing or says nothing',
      ),
    ]
  return subjects.flatMap((one) => idProblems('credentialSubject.id', (one as Json)['id']))
}

/** 4.9 */
function validityProblems({ validFrom, validUntil }: Json): ModelProblem[] {
  const problems = Object.entries({ validFrom, validUntil }).flatMap(([place, value]) =>
    value === undefined || (typeof value === 'string' && STAMP.test(value) && !Number.isNaN(Date.parse(value)))
      ? []
      : [wrong(place, `${place} 应为带时区的时间`, `${place} must be a moment with its zone`)],
  )
  if (problems.length === 0 && validFrom !== undefined && validUntil !== undefined)
    if (Date.parse(String(validFrom)) > Date.parse(String(validUntil)))
      problems.push(wrong('validUntil', '有效期的结束早于开始', 'validUntil is earlier than validFrom'))
  return problems
}

/** Objects with a type (4.10 to 4.12, 5.4 to 5.6); `needsId`: also with an id. */
const typedProblems = (place: string, value: unknown, needsId = false): ModelProblem[] =>
  listOf(value).flatMap((one) =>
    isObject(one)
      ? [
          ...typeProblems(`${place}.type`, one['type']),
          ...(needsId && one['id'] === undefined ? [notUrl(`${place}.id`)] : idProblems(`${place}.id`, one['id'])),
        ]
      : [wrong(place, `${place} 应为对象`, `${place} must be an object`)],
  )

const SRI = /^(sha256|sha384|sha512)-([\w+/=-]+)$/
/** Multihash: sha2-256 and sha2-384 of a whole digest. */
const MULTIHASH: Readonly<Record<number, 'sha256' | 'sha384'>> = { 0x12: 'sha256', 0x20: 'sha384' }

/** 5.3 */
function resourceProblems({ relatedResource }: Json): ModelProblem[] {
  const all = listOf(relatedResource)
  const ids = all.map((one) => (isObject(one) ? one['id'] : undefined))
  return all.flatMap((one, i): ModelProblem[] => {
    const place = 'relatedResource'
    if (!isObject(one) || !isUrl(one['id'])) return [notUrl(`${place}.id`)]
    if (ids.indexOf(one['id']) !== i) return [wrong(`${place}.id`, `重复的 ${one['id']}`, `${one['id']} stands twice`)]
    const { digestSRI, digestMultibase } = one
    if (digestSRI === undefined && digestMultibase === undefined)
      return [wrong(place, '缺少 digestSRI 或 digestMultibase', 'digestSRI or digestMultibase is missing')]
    return [isWrongSri(one['id'], digestSRI), isWrongMultibase(one['id'], digestMultibase)].includes(true)
      ? [wrong(place, `${one['id']} 的内容与摘要不符`, `The digest is not that of ${one['id']}`)]
      : []
  })
}

function isWrongSri(url: string, digest: unknown): boolean {
  if (digest === undefined) return false
  const [, algorithm, text] = SRI.exec(String(digest)) ?? []
  if (algorithm === undefined || text === undefined) return true
  return fitsDigest(url, Buffer.from(text, 'base64'), algorithm as 'sha256') === false
}

function isWrongMultibase(url: string, digest: unknown): boolean {
  if (digest === undefined) return false
  const bytes = fromMultibase(digest)
  if (bytes === null) return true
  const algorithm = MULTIHASH[bytes[0] ?? 0]
  // Some write the digest of SHA-256 alone.
  if (bytes.length === 32) return fitsDigest(url, bytes, 'sha256') === false
  return algorithm === undefined || fitsDigest(url, bytes.subarray(2), algorithm) === false
}

/** What is wrong with a credential by the data model; empty when nothing is. */
export const credentialProblems = (credential: Json): ModelProblem[] => [
  ...contextProblems(credential),
  ...idProblems('id', credential['id']),
  ...typeProblems('type', credential['type'], 'VerifiableCredential'),
  ...wordProblems('name', credential['name']),
  ...wordProblems('description', credential['description']),
  ...partyProblems('issuer', credential['issuer']),
  ...subjectProblems(credential),
  ...validityProblems(credential),
  ...typedProblems('credentialStatus', credential['credentialStatus']),
  ...typedProblems('credentialSchema', credential['credentialSchema'], true),
  ...typedProblems('refreshService', credential['refreshService']),
  ...typedProblems('termsOfUse', credential['termsOfUse']),
  ...typedProblems('evidence', credential['evidence']),
  ...resourceProblems(credential),
]

/** What is wrong with a presentation; the credentials in it are another matter. */
export const presentationProblems = (presentation: Json): ModelProblem[] => [
  ...contextProblems(presentation),
  ...idProblems('id', presentation['id']),
  ...typeProblems('type', presentation['type'], 'VerifiablePresentation'),
  ...(presentation['holder'] === undefined ? [] : partyProblems('holder', presentation['holder'])),
  ...(listOf(presentation['verifiableCredential']).every(isObject)
    ? []
    : [wrong('verifiableCredential', 'verifiableCredential 应为对象', 'verifiableCredential must be objects')]),
]
