import { Agent, request } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'
import type { Address, Asked, Product } from './product.ts'
import { PRODUCTS } from './products.ts'
import { rowOf, type Values, WANTED } from './table.ts'

/** What clients are told to do. */
export interface Work {
  readonly product: string
  readonly address: Address
  readonly kind: 'list' | 'create' | 'update'
  readonly clients: number
  readonly seconds: number
  /** How many rows a list must say that there are. */
  readonly total: number
  /** The first row to make. */
  readonly from: number
  /** Records to change, each once. */
  readonly ids: readonly string[]
}

export interface Done {
  readonly times: readonly number[]
  readonly seconds: number
  readonly errors: readonly string[]
}

/** One answer in so many is read to the last value: all would take the clients more than the servers. */
const READ_EVERY = 10
const PAGE = 50

const at = (value: unknown, path: string): unknown =>
  path === '' ? value : path.split('.').reduce((v, name) => (v as Record<string, unknown>)[name], value)

/** What is wrong with a page of the list; undefined when nothing is. */
export function problemOf({ list }: Pick<Product, 'list'>, text: string, total: number): string | undefined {
  const answer: unknown = JSON.parse(text)
  const rows = (at(answer, list.rows) as unknown[]).map((row) => at(row, list.values) as Values)
  if (rows.length !== PAGE) return `${rows.length} rows`
  if (Number(at(answer, list.total)) !== total) return `${String(at(answer, list.total))} in all instead of ${total}`
  const stranger = rows.find((row) => row['kind'] !== WANTED)
  if (stranger) return `a row of kind ${String(stranger['kind'])}`
  const days = rows.map((row) => String(row['employedOn']).slice(0, 10))
  if (days.some((day, i) => i > 0 && day > days[i - 1]!)) return `not in order: ${days.join(' ')}`
  // What stands in the rows is what was filled in.
  for (const row of rows) {
    const made = rowOf(Number(String(row['number']).slice(1)))
    if (row['name'] !== made['name'] || row['bornOn']?.toString().slice(0, 10) !== made['bornOn'])
      return `row ${String(row['number'])} is not what was filled in`
  }
  return undefined
}

async function run(work: Work): Promise<Done> {
  const product = PRODUCTS.find((p) => p.name === work.product)!
  const agent = new Agent({ keepAlive: true, maxSockets: work.clients })
  const { hostname, port } = new URL(work.address.url)
  const times: number[] = []
  const errors: string[] = []
  let n = 0
  const send = (asked: Asked) =>
    new Promise<{ status: number; text: string }>((resolve, reject) => {
      const body = asked.body === undefined ? undefined : Buffer.from(JSON.stringify(asked.body))
      const sent = request(
        {
          agent,
          hostname,
          port,
          method: asked.method,
          path: asked.path,
          headers: {
            ...work.address.headers,
            ...(body ? { 'content-type': 'application/json', 'content-length': body.length } : {}),
          },
        },
        (answer) => {
          const parts: Buffer[] = []
          answer.on('data', (part: Buffer) => parts.push(part))
          answer.on('error', reject)
          answer.on('end', () =>
            resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') }),
          )
        },
      )
      sent.on('error', reject)
      sent.end(body)
    })
  const askedOf = (i: number): Asked => {
    if (work.kind === 'list') return product.list
    if (work.kind === 'create') return product.create(rowOf(work.from + i), work.address)
    return product.update(work.ids[i]!, `改${i}`)
  }
  const began = performance.now()
  const until = began + work.seconds * 1000
  await Promise.all(
    Array.from({ length: work.clients }, async () => {
      while (performance.now() < until && (work.kind !== 'update' || n < work.ids.length)) {
        const i = n++
        const sent = performance.now()
        try {
          const { status, text } = await send(askedOf(i))
          times.push(performance.now() - sent)
          const problem =
            status >= 300
              ? `${status} ${text.slice(0, 300)}`
              : work.kind === 'list'
                ? i % READ_EVERY === 0
                  ? problemOf(product, text, work.total)
                  : undefined
                : text.includes('"id"')
                  ? undefined
                  : `no id: ${text.slice(0, 300)}`
          if (problem) errors.push(problem)
        } catch (error) {
          errors.push(String(error))
        }
      }
    }),
  )
  agent.destroy()
  return { times, seconds: (performance.now() - began) / 1000, errors }
}

if (parentPort) parentPort.postMessage(await run(workerData as Work))
