import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { tableChecker } from '../src/engine/standards/check-rows.ts'
import type { StandardTable } from '../src/language/standard.ts'
import { sign, unseal } from '../src/modules/national-platform/inside/sealed-body.ts'

/** What the receiver does wrong, or somebody on the way. */
export type Trouble =
  | 'no-answer'
  | 'answer-lost'
  | 'server-error'
  | 'too-many'
  | 'no-json'
  | 'token-ended'
  | 'clock-wrong'
  | 'late'

export interface Receiver {
  readonly url: string
  /** Rows as they stand, by table and key. */
  readonly stored: ReadonlyMap<string, ReadonlyMap<string, Readonly<Record<string, string>>>>
  /** Deliveries taken, by their number: a repeated one is taken once. */
  readonly deliveries: ReadonlyMap<string, number>
  readonly calls: readonly string[]
  /** What goes wrong with the next calls of a path, one after another; a hole goes well. */
  trouble(path: string, list: readonly (Trouble | null)[]): void
  /** Answers queries with "checking" so many times first. */
  checkSlowly(times: number): void
  /** How far its clock is ahead, in milliseconds. */
  clock(ahead: number): void
  close(): Promise<void>
}

const TAKEN_MS = 30_000

/**
 * A receiver that conforms to the interface of the national standard, for tests: verifies time, random text and
 * signature, decrypts, checks types, lengths, codes and mandatory columns by the declared tables, keeps rows by key.
 */
export async function startReceiver(
  tables: readonly StandardTable[],
  { appKey, secret }: { appKey: string; secret: string },
): Promise<Receiver> {
  const stored = new Map<string, Map<string, Record<string, string>>>()
  const deliveries = new Map<string, number>()
  const results = new Map<string, { asked: number; errors: object[] }>()
  const used = new Set<string>()
  const calls: string[] = []
  const troubles = new Map<string, (Trouble | null)[]>()
  let token = ''
  let tokens = 0
  let slowly = 0
  let ahead = 0

  function refusalOf(request: IncomingMessage, plain: string): { code: number; message: string } | null {
    const { app_key, timestamp, random, sign: signature } = request.headers as Record<string, string>
    if (app_key !== appKey) return { code: 403, message: 'unknown app_key' }
    if (Math.abs(Number(timestamp) - (Date.now() + ahead)) > TAKEN_MS) return { code: 408, message: 'timestamp' }
    if (!random || used.has(random)) return { code: 403, message: 'random text used before' }
    used.add(random)
    return signature === sign(plain, timestamp!, random) ? null : { code: 403, message: 'signature' }
  }

  function take(batch: string, { dataObjName, fileds }: { dataObjName: string; fileds: Record<string, string>[] }) {
    const table = tables.find((t) => t.name === dataObjName)
    if (!table) return { code: 400, message: `no table ${dataObjName}` }
    deliveries.set(batch, (deliveries.get(batch) ?? 0) + 1)
    const kept = stored.get(table.name) ?? new Map<string, Record<string, string>>()
    stored.set(table.name, kept)
    const checker = tableChecker({ ...table, unique: [] }, {}, () => undefined)
    const errors: object[] = []
    for (const row of fileds) {
      const key = row['ZJSJWYXBS'] ?? row['KEY'] ?? ''
      const faults = checker.check({ id: key, values: table.columns.map(([, name]) => row[name] ?? null) })
      errors.push(...faults.map((f) => ({ key, field: f.column, message: f.message.zh })))
      if (faults.length === 0) kept.set(key, row)
    }
    results.set(batch, { asked: 0, errors })
    return { code: 0, data: { batchNo: batch } }
  }

  function answerTo(path: string, request: IncomingMessage, body: Record<string, unknown>): object {
    if (path === '/authorize' || (path === '/refresh' && body['refreshToken'] === `refresh-${token}`)) {
      token = `token-${++tokens}`
      return { code: 0, data: { accessToken: token, refreshToken: `refresh-${token}`, expiresIn: 7200 } }
    }
    if (path === '/refresh' || request.headers['access_token'] !== token) return { code: 401, message: 'token' }
    if (path === '/report') return take(String(request.headers['request_id']), body as never)
    const result = results.get(String(body['batchNo']))
    if (!result) return { code: 404, message: 'no such batch' }
    return result.asked++ < slowly
      ? { code: 0, data: { state: 'checking' } }
      : { code: 0, data: { state: 'done', errors: result.errors } }
  }

  const server = createServer((request, response) => {
    void (async () => {
      const path = request.url ?? ''
      calls.push(path)
      const trouble = troubles.get(path)?.shift() ?? null
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk as Buffer)
      if (trouble === 'no-answer') return void request.socket.destroy()
      const { cipherText } = JSON.parse(Buffer.concat(chunks).toString()) as { cipherText: string }
      const plain = unseal(cipherText, { secret })
      response.setHeader('date', new Date(Date.now() + ahead).toUTCString())
      if (trouble === 'server-error') return void reply(response, 503, 'busy')
      if (trouble === 'too-many') return void reply(response, 429, 'slow down')
      if (trouble === 'token-ended') return void reply(response, 200, { code: 401, message: 'token' })
      if (trouble === 'clock-wrong') return void reply(response, 200, { code: 408, message: 'timestamp' })
      const answer = refusalOf(request, plain) ?? answerTo(path, request, JSON.parse(plain) as Record<string, unknown>)
      if (trouble === 'answer-lost') return void request.socket.destroy()
      if (trouble === 'no-json') return void reply(response, 200, '<html>gateway</html>')
      if (trouble === 'late') await new Promise((done) => setTimeout(done, 300))
      reply(response, 200, answer)
    })().catch((error: unknown) => reply(response, 400, { code: 400, message: String(error) }))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as { port: number }
  return {
    url: `http://127.0.0.1:${port}`,
    stored,
    deliveries,
    calls,
    trouble: (path, list) => void troubles.set(path, [...list]),
    checkSlowly: (times) => void (slowly = times),
    clock: (ms) => void (ahead = ms),
    close: () =>
      new Promise<void>((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}

function reply(response: ServerResponse, status: number, body: object | string): void {
  response.statusCode = status
  response.end(typeof body === 'string' ? body : JSON.stringify(body))
}
