import { Worker } from 'node:worker_threads'
import type { Done, Work } from './clients.ts'
import { countRight, fillTable, within } from './database.ts'
import { takenBy } from '../memory.ts'
import type { Place, Product } from './product.ts'
import { type Running, start } from './run.ts'
import { WANTED, wantedOf } from './table.ts'

export const ROWS = Number(process.env['PEERS_ROWS'] ?? 200_000)
export const IMPORTED = 20_000
export const CLIENTS = 16
const SECONDS = Number(process.env['PEERS_SECONDS'] ?? 5)

/** Answers to one kind of request. */
export interface Rate {
  /** A second. */
  readonly rate: number
  readonly p95Ms: number
  /** Processor time of one answer: of the product, of the database. */
  readonly productMs: number
  readonly databaseMs: number
}

/** What was measured of a product. Every answer was right, but for the rows brought in: the first that is not ends its measurement. */
export interface Figures {
  readonly list: Rate
  readonly create: Rate
  readonly update: Rate
  readonly importSeconds: number
  /** Rows of the import that are not there, or not as they stood in the file. */
  readonly wrongRows: number
  /** Processor time of the import, of the product and the database together. */
  readonly importCpuSeconds: number
  readonly startMs: number
  /** Of the product with all its processes after everything, without the database. */
  readonly memoryMb: number
}

const run = (work: Work) =>
  new Promise<Done>((resolve, reject) => {
    const worker = new Worker(new URL('./clients.ts', import.meta.url), { workerData: work })
    worker.once('message', resolve).once('error', reject)
  })

/** Measures one product from an empty database to its end. @throws Error that says which answer was not right */
export async function measure(product: Product, place: Place, postgres: number): Promise<Figures> {
  await product.prepare?.(place)
  if (product.declare || !product.prepare) {
    const first = await start(product, place, false)
    try {
      await product.declare?.(first.address)
    } finally {
      await first.end()
    }
  }
  const look = <T>(work: Parameters<typeof within<T>>[2]) => within(product, place.databaseUrl, work)
  await look((client) => fillTable(client, product, ROWS))
  const running = await start(product, place, true)
  try {
    return await load(product, place, running, postgres)
  } finally {
    await running.end()
  }
}

async function load(product: Product, place: Place, running: Running, postgres: number): Promise<Figures> {
  const look = <T>(work: Parameters<typeof within<T>>[2]) => within(product, place.databaseUrl, work)
  const ids = await look(async (client) => {
    const id = product.idColumn
    const { rows } = await client.query<{ id: unknown }>(
      `SELECT "${id}" AS id FROM ${product.table} WHERE "${product.column('kind')}"::text <> '${WANTED}' ORDER BY "${product.column('number')}" LIMIT 40000`,
    )
    return rows.map((row) => String(row.id))
  })
  const taken = () => ({
    product: takenBy(running.pid).nodeSeconds,
    database: takenBy(postgres).postgresSeconds,
  })
  let from = ROWS + 1
  const timed = async (kind: Work['kind'], seconds: number, some: readonly string[] = []): Promise<Rate> => {
    const before = taken()
    const { address } = running
    const done = await run({
      product: product.name,
      address,
      kind,
      clients: CLIENTS,
      seconds,
      total: wantedOf(ROWS),
      from,
      ids: some,
    })
    const after = taken()
    const { length } = done.times
    if (done.errors[0])
      throw new Error(`${product.name}, ${kind}: ${done.errors.length} of ${length} wrong, first: ${done.errors[0]}`)
    if (kind === 'create') {
      const right = await look((client) => countRight(client, product, from, length))
      if (right !== length) throw new Error(`${product.name}: of ${length} rows made, ${right} are there and right`)
      from += length
    }
    return {
      rate: length / done.seconds,
      p95Ms: done.times.toSorted((a, b) => a - b)[Math.floor(length * 0.95)]!,
      productMs: ((after.product - before.product) * 1000) / length,
      databaseMs: ((after.database - before.database) * 1000) / length,
    }
  }
  await timed('list', 2)
  const list = await timed('list', SECONDS)
  await timed('create', 1)
  const create = await timed('create', SECONDS)
  // Never the same record twice.
  await timed('update', 1, ids.splice(0, 10_000))
  const update = await timed('update', SECONDS, ids)
  const before = taken()
  const began = performance.now()
  // What was measured before is not lost when this does not end.
  const importProblem = await product.import(running.address, from, IMPORTED).catch(String)
  const importSeconds = (performance.now() - began) / 1000
  const after = taken()
  const right = await look((client) => countRight(client, product, from, IMPORTED))
  if (importProblem) console.log(`${product.name}, import: ${importProblem}`)
  return {
    list,
    create,
    update,
    importSeconds,
    wrongRows: IMPORTED - right,
    importCpuSeconds: after.product - before.product + after.database - before.database,
    startMs: running.startedMs,
    memoryMb: takenBy(running.pid).node,
  }
}
