import { sql } from 'kysely'
import type { Tx } from '../../../engine/module-server.ts'
import { findSession } from './sessions.ts'
import { opens, type ReadTicket } from './tickets.ts'

/** A file of courseware, or a piece of it. */
export interface Content {
  readonly status: 200 | 206
  readonly contentType: string
  readonly content: Buffer
  /** The first and last byte of the piece, and the size of the whole. */
  readonly range: { readonly from: number; readonly to: number; readonly size: number }
}

/** Of a film no more is sent at a time: players ask for what follows. */
const MOST_PIECE = 4 * 1048576

/**
 * A file for whoever holds the ticket of a session; also after its end, until a day has passed, for pictures that a page
 * still loads.
 * @param range the header, of which the first range is answered
 */
export async function findContent(
  tx: Tx,
  ticket: ReadTicket,
  path: string,
  range: string | undefined,
): Promise<Content | null> {
  const session = await findSession(tx, ticket.sessionId)
  if (!session || !opens('content', ticket.secret, session.ticketHash)) return null
  if (Date.now() - Date.parse(session.launchedAt) > 86_400_000) return null
  const [, first, last] = /^bytes=(\d{1,12})-(\d{0,12})/.exec(range ?? '') ?? []
  const from = first === undefined ? 0 : Number(first)
  const most = last ? Number(last) - from + 1 : MOST_PIECE
  const piece =
    first === undefined
      ? sql`f.content`
      : sql`substring(f.content from ${from + 1}::integer for ${Math.max(0, Math.min(most, MOST_PIECE))}::integer)`
  const [row] = await tx.run<{ content_type: string; size: number; content: Buffer }>(sql`
    SELECT f.content_type, octet_length(f.content) AS size, ${piece} AS content
    FROM courseware_registrations r JOIN courseware_files f ON f.college_id = r.college_id AND f.courseware_id = r.courseware_id
    WHERE r.college_id = ${tx.collegeId} AND f.college_id = ${tx.collegeId} AND r.id = ${session.registrationId} AND f.path = ${path}`)
  if (!row) return null
  const isPiece = first !== undefined && row.content.length > 0
  return {
    status: isPiece ? 206 : 200,
    contentType: row.content_type,
    content: row.content,
    range: { from, to: from + row.content.length - 1, size: row.size },
  }
}

/**
 * What keeps courseware from acting as whoever is signed in here (ADR 18). `sandbox` without
 * allow-same-origin makes its pages an origin of their own, although they come from this server.
 * @param site address of this server, the only one that courseware may load from or speak with
 */
export function contentHeaders({ status, contentType, range }: Content, site: string): Record<string, string> {
  return {
    'content-type': contentType,
    'content-security-policy': [
      'sandbox allow-scripts allow-forms allow-modals allow-popups allow-downloads',
      `default-src ${site}/xapi/ data: blob: 'unsafe-inline' 'unsafe-eval'`,
      `form-action ${site}/xapi/`,
      "base-uri 'none'",
      "object-src 'none'",
      "frame-ancestors 'self'",
    ].join('; '),
    // Its own files are another origin's for it.
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'cross-origin-opener-policy': 'unsafe-none',
    'referrer-policy': 'no-referrer',
    'cache-control': 'private, max-age=3600',
    'accept-ranges': 'bytes',
    ...(status === 206 ? { 'content-range': `bytes ${range.from}-${range.to}/${range.size}` } : {}),
  }
}
