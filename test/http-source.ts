import { createServer } from 'node:http'

/** What may go wrong with one answer. */
export type SourceTrouble = '500' | '429' | 'cut' | 'slow' | 'half' | 'page-of-a-proxy' | 'other-address'

export interface MadeUpSource {
  readonly url: string
  /** What there is, one object for each row. */
  rows: Record<string, unknown>[]
  /** What goes wrong with the next answers, one after another. */
  troubles: SourceTrouble[]
  /** Addresses that were asked for. */
  readonly asked: string[]
  /** In which the answers are written. */
  encoding: 'utf-8' | 'gbk'
  close(): Promise<void>
}

/** Text in GBK, which Node.js reads and does not write. */
export function gbk(text: string): Buffer {
  return Buffer.concat([...text].map((character) => Buffer.from(codes().get(character) ?? character)))
}

let known: Map<string, readonly number[]> | undefined
function codes(): Map<string, readonly number[]> {
  if (known) return known
  known = new Map()
  const decoder = new TextDecoder('gbk')
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if (!character.includes('\ufffd') && [...character].length === 1) known.set(character, [lead, trail])
    }
  return known
}

const SLOW_MS = 3000

/**
 * A system that gives its rows by HTTP to whoever has the token: by page, offset or cursor, or those changed since a
 * moment; at times wrongly, late or not at all.
 */
export async function startSource(token: string): Promise<MadeUpSource> {
  const asked: string[] = []
  const source = { rows: [], troubles: [], asked, encoding: 'utf-8' } as unknown as {
    -readonly [K in keyof MadeUpSource]: MadeUpSource[K]
  }
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    const signed = request.headers.authorization === `Bearer ${token}` || request.headers['x-token'] === token
    const basic = request.headers.authorization === `Basic ${Buffer.from(`reader:${token}`).toString('base64')}`
    if (!signed && !basic) return void response.writeHead(401).end('{}')
    const url = new URL(request.url ?? '/', 'http://source')
    const number = (name: string, otherwise: number) => Number(url.searchParams.get(name) ?? otherwise)
    const size = number('size', 100)
    const since = url.searchParams.get('since') ?? ''
    const rows = source.rows.filter((row) => String(row['changed'] ?? '') >= since)
    const start = url.searchParams.has('page')
      ? (number('page', 1) - 1) * size
      : number(url.searchParams.has('cursor') ? 'cursor' : 'offset', 0)
    const page = rows.slice(start, start + size)
    const next = start + size < rows.length ? start + size : null
    const text = JSON.stringify({ code: 0, data: { list: page, next, total: rows.length } })
    const body = source.encoding === 'gbk' ? gbk(text) : Buffer.from(text)
    const type = `application/json; charset=${source.encoding}`
    switch (source.troubles.shift()) {
      case '500':
        return void response.writeHead(500).end('oops')
      case '429':
        return void response.writeHead(429, { 'retry-after': '0' }).end()
      case 'cut':
        return void request.socket.destroy()
      case 'half':
        response.writeHead(200, { 'content-type': type, 'content-length': body.length })
        response.write(body.subarray(0, body.length >> 1))
        return void setTimeout(() => request.socket.destroy(), 20)
      case 'slow':
        return void setTimeout(() => response.writeHead(200, { 'content-type': type }).end(body), SLOW_MS).unref()
      case 'page-of-a-proxy':
        return void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Sign in first</html>')
      case 'other-address':
        return void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()
      default:
        return void response.writeHead(200, { 'content-type': type }).end(body)
    }
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as { port: number }
  return Object.assign(source, {
    url: `http://127.0.0.1:${port}/api/rows`,
    close: () => {
      server.closeAllConnections()
      return new Promise<void>((done) => server.close(() => done()))
    },
  })
}
