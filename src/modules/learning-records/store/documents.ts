import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../../engine/module-server.ts'
import { bad, XapiRefusal } from '../xapi-refusal.ts'

export type DocumentKind = 'state' | 'agent-profile' | 'activity-profile'

/** What documents belong to: an activity, an agent, a registration, or some of these. */
export interface Subject {
  readonly kind: DocumentKind
  readonly activity?: string
  readonly agent?: string
  readonly registration?: string
}

export interface Document {
  readonly id: string
  readonly contentType: string
  readonly content: Buffer
  readonly etag: string
  readonly updatedAt: string
}

/** The registration stands in a column of its own: without one, documents of all registrations are meant. */
const hashOf = ({ activity = '', agent = '' }: Subject) =>
  createHash('sha256')
    .update(JSON.stringify([activity, agent]))
    .digest()
const idIn = ({ registration }: Subject, id: string) => (registration ? `${registration} ${id}` : ` ${id}`)

interface Row {
  readonly id: string
  readonly content_type: string
  readonly content: Buffer
  readonly etag: string
  readonly updated_at: string
}

export async function findDocument(tx: Tx, subject: Subject, id: string, lock = false): Promise<Document | null> {
  const [row] = await tx.run<Row>(sql`
    SELECT id, content_type, content, etag, updated_at FROM learning_documents
    WHERE college_id = ${tx.collegeId} AND kind = ${subject.kind} AND subject = ${hashOf(subject)} AND id = ${idIn(subject, id)} ${lock ? sql`FOR UPDATE` : sql``}`)
  return row
    ? {
        id,
        contentType: row.content_type,
        content: row.content,
        etag: row.etag,
        updatedAt: new Date(row.updated_at).toISOString(),
      }
    : null
}

/** Ids of the documents of a subject, and when the last of them changed. */
export async function listDocuments(
  tx: Tx,
  subject: Subject,
  since?: string,
): Promise<{ ids: string[]; latest: string | null }> {
  const rows = await tx.run<{ id: string; updated_at: string }>(sql`
    SELECT id, updated_at FROM learning_documents
    WHERE college_id = ${tx.collegeId} AND kind = ${subject.kind} AND subject = ${hashOf(subject)}
      ${subject.registration ? sql`AND registration = ${subject.registration}` : sql``} ${since ? sql`AND updated_at > ${since}::timestamptz` : sql``}
    ORDER BY updated_at`)
  const last = rows.at(-1)
  return {
    ids: [...new Set(rows.map((row) => row.id.slice(row.id.indexOf(' ') + 1)))],
    latest: last ? new Date(last.updated_at).toISOString() : null,
  }
}

export interface Conditions {
  readonly ifMatch?: string
  readonly ifNoneMatch?: string
}

/** @throws XapiRefusal 412 when the document is not as the caller believes */
function meetConditions({ ifMatch, ifNoneMatch }: Conditions, known: Document | null): void {
  const has = (header: string) =>
    known !== null &&
    (header.trim() === '*' || header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === `"${known.etag}"`))
  if (ifMatch !== undefined && !has(ifMatch))
    throw new XapiRefusal(412, 'The document is not the one that If-Match names: read it again')
  if (ifNoneMatch !== undefined && has(ifNoneMatch))
    throw new XapiRefusal(412, 'The document is there already (If-None-Match)')
}

/** Two writers of one document wait for each other. */
const queue = (tx: Tx, subject: Subject, id: string) =>
  tx.run(
    sql`SELECT pg_advisory_xact_lock(hashtextextended(${`${tx.collegeId} ${subject.kind} ${hashOf(subject).toString('hex')} ${idIn(subject, id)}`}, 0))`,
  )

async function keep(tx: Tx, subject: Subject, id: string, contentType: string, content: Buffer): Promise<void> {
  const etag = createHash('sha1').update(content).digest('hex')
  await tx.run(sql`
    INSERT INTO learning_documents (college_id, kind, subject, id, registration, content_type, content, etag, updated_at)
    VALUES (${tx.collegeId}, ${subject.kind}, ${hashOf(subject)}, ${idIn(subject, id)}, ${subject.registration ?? null}, ${contentType}, ${content}, ${etag}, ${new Date().toISOString()})
    ON CONFLICT (college_id, kind, subject, id) DO UPDATE SET content_type = excluded.content_type, content = excluded.content, etag = excluded.etag, updated_at = excluded.updated_at`)
}

/** When the writer of a document must say which one it has seen. */
export type MustSay = 'always' | 'over-another' | 'never'

/**
 * Puts a document in the place of the one that is there.
 * @param mustSay when the caller must say which one it has seen, or that it has seen none
 * @throws XapiRefusal 400, 409 when it does not say; 412 when it is mistaken
 */
export async function putDocument(
  tx: Tx,
  subject: Subject,
  id: string,
  { contentType, content }: Pick<Document, 'contentType' | 'content'>,
  conditions: Conditions,
  mustSay: MustSay,
): Promise<void> {
  await queue(tx, subject, id)
  const known = await findDocument(tx, subject, id, true)
  const saysNothing = conditions.ifMatch === undefined && conditions.ifNoneMatch === undefined
  if (saysNothing && (mustSay === 'always' || (mustSay === 'over-another' && known)))
    throw known
      ? new XapiRefusal(409, 'There is a document already: read it, then send its ETag as If-Match')
      : bad('Say with If-None-Match: * that there should be none yet, or with If-Match which one you have seen')
  meetConditions(conditions, known)
  await keep(tx, subject, id, contentType, content)
}

/** Adds the properties of a JSON object to the one that is there. @throws XapiRefusal 400 when one of them is none; 412 */
export async function mergeDocument(
  tx: Tx,
  subject: Subject,
  id: string,
  { contentType, content }: Pick<Document, 'contentType' | 'content'>,
  conditions: Conditions,
): Promise<void> {
  const sent = isJson(contentType) ? objectIn(content, 'The document') : null
  await queue(tx, subject, id)
  const known = await findDocument(tx, subject, id, true)
  meetConditions(conditions, known)
  if (!known) return keep(tx, subject, id, contentType, content)
  if (!sent || !isJson(known.contentType))
    throw bad('Only JSON objects can be put together: use PUT to replace the document')
  const merged = { ...objectIn(known.content, 'The document that is there'), ...sent }
  return keep(tx, subject, id, 'application/json', Buffer.from(JSON.stringify(merged)))
}

export async function removeDocument(tx: Tx, subject: Subject, id: string, conditions: Conditions): Promise<void> {
  await queue(tx, subject, id)
  meetConditions(conditions, await findDocument(tx, subject, id, true))
  await tx.run(
    sql`DELETE FROM learning_documents WHERE college_id = ${tx.collegeId} AND kind = ${subject.kind} AND subject = ${hashOf(subject)} AND id = ${idIn(subject, id)}`,
  )
}

/** All of a subject, or of one registration of it. */
export async function removeDocuments(tx: Tx, subject: Subject): Promise<void> {
  await tx.run(sql`
    DELETE FROM learning_documents WHERE college_id = ${tx.collegeId} AND kind = ${subject.kind} AND subject = ${hashOf(subject)}
      ${subject.registration ? sql`AND registration = ${subject.registration}` : sql``}`)
}

export const isJson = (contentType: string) => /^application\/json\b/i.test(contentType)

function objectIn(content: Buffer, what: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(content.toString('utf8'))
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  } catch {
    // Said below.
  }
  throw bad(`${what} is no JSON object`)
}
