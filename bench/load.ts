import { Agent, request } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'

/** A request of the load: made afresh for each turn, so that writes differ. */
export interface Turn {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly body?: unknown
}

export interface Load {
  readonly port: number
  readonly headers: Readonly<Record<string, string>>
  readonly clients: number
  readonly seconds: number
  /** What each client does in a row, again and again. `{n}` in paths and bodies is a number never used twice; `{id}` the id the previous turn answered. */
  readonly turns: readonly Turn[]
}

export interface LoadResult {
  /** Rounds of all turns, per second. */
  readonly rate: number
  readonly p95: number
  readonly errors: number
}

/** Loads a server on loopback for some seconds with clients that wait for each answer. Runs in a worker, away from the server's thread. */
async function load({ port, headers, clients, seconds, turns }: Load, start: number): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  const until = Date.now() + seconds * 1000
  const times: number[] = []
  let errors = 0
  let n = start
  const send = (turn: Turn, id: string) =>
    new Promise<string>((resolve) => {
      const fill = (text: string) => text.replaceAll('{n}', String(n)).replaceAll('{id}', id)
      const body = turn.body === undefined ? undefined : fill(JSON.stringify(turn.body))
      const sent = request(
        {
          agent,
          port,
          host: '127.0.0.1',
          method: turn.method,
          path: fill(turn.path),
          headers: {
            ...headers,
            ...(body ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } : {}),
          },
        },
        (answer) => {
          let text = ''
          answer.setEncoding('utf8')
          answer.on('data', (part: string) => (text += part))
          answer.on('end', () => {
            if ((answer.statusCode ?? 500) >= 400) {
              if (errors++ === 0) console.error(turn.method, turn.path, answer.statusCode, text.slice(0, 300))
            }
            resolve(/"id":"([0-9a-f-]{36})"/.exec(text)?.[1] ?? id)
          })
        },
      )
      sent.on('error', () => (errors++, resolve(id)))
      sent.end(body)
    })
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (Date.now() < until) {
        n++
        const began = performance.now()
        let id = ''
        for (const turn of turns) id = await send(turn, id)
        times.push(performance.now() - began)
      }
    }),
  )
  agent.destroy()
  times.sort((a, b) => a - b)
  return { rate: times.length / seconds, p95: times[Math.floor(times.length * 0.95)] ?? 0, errors }
}

if (parentPort) {
  const port = parentPort
  const { load: wanted, start } = workerData as { load: Load; start: number }
  void load(wanted, start).then((result) => port.postMessage(result))
}
