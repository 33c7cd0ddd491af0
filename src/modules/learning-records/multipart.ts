import { randomBytes } from 'node:crypto'
import { bad } from './xapi-refusal.ts'

/** One part of a multipart/mixed body: its headers by lower-case name, and its bytes. */
export interface Part {
  readonly headers: ReadonlyMap<string, string>
  readonly body: Buffer
}

const MOST_PARTS = 500
const LINE = Buffer.from('\r\n')

/** @throws XapiRefusal 400 without a boundary */
export function boundaryOf(contentType: string): string {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType) ?? []
  const boundary = quoted ?? plain
  if (!boundary) throw bad('Content-Type: multipart/mixed needs a boundary')
  return boundary
}

/**
 * Takes a multipart/mixed body apart (RFC 2046).
 * @throws XapiRefusal 400 when it does not begin or end as it must
 */
export function readMultipart(body: Buffer, boundary: string): Part[] {
  const mark = Buffer.from(`--${boundary}`)
  let at = body.indexOf(mark)
  if (at !== 0 && !(at > 1 && body.subarray(at - 2, at).equals(LINE)))
    throw bad('The body does not begin with the boundary that Content-Type names')
  const parts: Part[] = []
  for (;;) {
    at += mark.length
    if (body.subarray(at, at + 2).toString('latin1') === '--') return parts
    const start = body.indexOf(LINE, at)
    const next = body.indexOf(`\r\n--${boundary}`, Math.max(start, 0), 'latin1')
    if (start < 0 || next < 0) throw bad('The last part of the body is not closed by its boundary')
    if (parts.length === MOST_PARTS) throw bad(`The body has more than ${MOST_PARTS} parts`)
    parts.push(readPart(body.subarray(start + 2, next)))
    at = next + 2
  }
}

function readPart(bytes: Buffer): Part {
  const bare = bytes.subarray(0, 2).equals(LINE)
  const end = bare ? 0 : bytes.indexOf('\r\n\r\n')
  if (end < 0) throw bad('A part of the body has no blank line after its headers')
  const headers = new Map<string, string>()
  if (!bare)
    for (const line of bytes.subarray(0, end).toString('latin1').split('\r\n')) {
      const colon = line.indexOf(':')
      if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
    }
  return { headers, body: bytes.subarray(bare ? 2 : end + 4) }
}

/** Statements and their attachments as one multipart/mixed body. */
export function writeMultipart(
  json: string,
  attachments: readonly { sha2: string; contentType: string; content: Buffer }[],
): { contentType: string; body: Buffer } {
  const boundary = `jiangxin-${randomBytes(18).toString('hex')}`
  const pieces: Buffer[] = [Buffer.from(`--${boundary}\r\nContent-Type: application/json\r\n\r\n${json}\r\n`)]
  for (const { sha2, contentType, content } of attachments)
    pieces.push(
      Buffer.from(
        `--${boundary}\r\nContent-Type: ${contentType}\r\nContent-Transfer-Encoding: binary\r\nX-Experience-API-Hash: ${sha2}\r\n\r\n`,
      ),
      content,
      LINE,
    )
  pieces.push(Buffer.from(`--${boundary}--\r\n`))
  return { contentType: `multipart/mixed; boundary=${boundary}`, body: Buffer.concat(pieces) }
}
