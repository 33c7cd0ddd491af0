import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { v4 } from 'uuid'

/** What the process of the phones is told. */
export interface Phones {
  readonly port: number
  /** Headers of each phone, and of the teacher. */
  readonly phones: readonly Readonly<Record<string, string>>[]
  readonly teacher: Readonly<Record<string, string>>
  /** Streams: the teacher's, and each phone's. */
  readonly watch: string
  readonly watchAsPhone: string | null
  readonly answer: string
  readonly activity: string
  /** All tap within so many milliseconds; 0 is all at once. */
  readonly spreadMs: number
}

/** From each tap until the teacher's stream counts as many answers as there were taps by then, in ms. */
export interface PhonesResult {
  readonly times: readonly number[]
  readonly failed: number
}

const agent = new Agent({ keepAlive: true, maxSockets: Infinity })

function listen(port: number, path: string, headers: Readonly<Record<string, string>>, on: (text: string) => void) {
  return new Promise<() => void>((resolve, reject) => {
    const asked = request({ port, host: '127.0.0.1', path, headers }, (answer) => {
      answer.setEncoding('utf8')
      let kept = ''
      answer.on('data', (part: string) => {
        kept += part
        const end = kept.lastIndexOf('\n\n')
        if (end === -1) return
        for (const event of kept.slice(0, end).split('\n\n')) on(event)
        kept = kept.slice(end + 2)
      })
      answer.on('error', () => {})
      if (answer.statusCode === 200) resolve(() => asked.destroy())
      else reject(new Error(`${path} answers ${answer.statusCode}`))
    })
    asked.on('error', reject).end()
  })
}

function post(port: number, path: string, headers: Readonly<Record<string, string>>, body: object): Promise<number> {
  const bytes = Buffer.from(JSON.stringify(body))
  return new Promise((resolve) => {
    const asked = request(
      {
        agent,
        port,
        host: '127.0.0.1',
        path,
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', 'content-length': bytes.length },
      },
      (answer) => {
        answer.resume()
        answer.on('end', () => resolve(answer.statusCode ?? 0))
      },
    )
    asked.on('error', () => resolve(0)).end(bytes)
  })
}

async function run({ port, phones, teacher, watch, watchAsPhone, answer, activity, spreadMs }: Phones) {
  const reached: number[] = []
  const count = new RegExp(`"id":"${activity}".*?"answered":(\\d+)`)
  const stops = [
    await listen(port, watch, teacher, (event) => {
      const answered = Number(count.exec(event)?.[1] ?? 0)
      while (reached.length < answered) reached.push(performance.now())
    }),
  ]
  if (watchAsPhone !== null)
    for (const headers of phones) stops.push(await listen(port, watchAsPhone, headers, () => {}))
  await sleep(1000)
  process.send?.('ready')
  const taps: number[] = []
  const statuses = await Promise.all(
    phones.map(async (headers, i) => {
      // Evenly spread, in an order that has nothing to do with the list.
      await sleep((spreadMs * ((i * 73) % phones.length)) / phones.length)
      taps.push(performance.now())
      return post(port, answer, headers, {
        client: v4(),
        sentAt: Date.now(),
        acts: [
          { sequence: 1, kind: 'answered', activity, at: Date.now(), body: { place: 0, answer: i % 3 ? 'A' : 'B' } },
        ],
      })
    }),
  )
  const until = performance.now() + 20_000
  while (reached.length < phones.length && performance.now() < until) await sleep(10)
  for (const stop of stops) stop()
  taps.sort((a, b) => a - b)
  const times = reached.map((at, i) => at - taps[i]!)
  const failed = statuses.filter((status) => status !== 200).length + phones.length - reached.length
  return { times, failed } satisfies PhonesResult
}

process.on('message', (told: Phones) => void run(told).then((result) => process.send?.(result)))
