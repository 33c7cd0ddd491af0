import { createHmac } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { declarations } from '../../catalogue/index.gen.ts'
import { asSystem } from '../../src/engine/access/actor.ts'
import { listColleges } from '../../src/engine/colleges.ts'
import { compute } from '../../src/engine/indicators/compute.ts'
import { Exact } from '../../src/engine/indicators/exact.ts'
import { listFigures } from '../../src/engine/indicators/figures.ts'
import { measureRecords } from '../../src/engine/indicators/measure-records.ts'
import { getPeriod } from '../../src/engine/indicators/periods.ts'
import { refreshPeriod } from '../../src/engine/indicators/refresh.ts'
import { unitTree } from '../../src/engine/units.ts'
import { assembleCatalogue } from '../../src/language/catalogue.ts'
import { loadDemo } from '../../src/server/demo.ts'
import { openBench } from '../college.ts'
import { wantedOf } from '../figures.ts'
import { freePort } from '../free-port.ts'
import { takenBy } from '../memory.ts'
import { ask } from './ask.ts'
import { cubesOf, type CubeModel } from './cube-model.ts'
import type { Installable } from './install.ts'
import { begin } from './run.ts'

const VERSION = '0.35.81'
const SECRET = 'bench-secret'
const PERIOD = '2023'
const TIMES = 5

export const cube: Installable & { readonly version: string } = {
  name: 'Cube',
  version: VERSION,
  packages: {
    // The last whose server answers without a compiled part, which later ones fetch from elsewhere than npm.
    dependencies: { '@cubejs-backend/server': VERSION, '@cubejs-backend/postgres-driver': VERSION },
    files: {
      'cube.js': `const { PostgresDriver } = require('@cubejs-backend/postgres-driver')
const { DATABASE_URL, COLLEGE } = process.env
module.exports = {
  driverFactory: () => new PostgresDriver({ connectionString: DATABASE_URL, options: '-c app.college=' + COLLEGE, max: 12 }),
}
`,
      // Only its interface for SQL and templates in models, which nobody uses here, need the compiled part.
      'serve.js': `const native = require('@cubejs-backend/native')
native.setupLogger = () => {}
native.NativeInstance.prototype.newJinjaEngine = () => ({})
const { CubejsServer } = require('@cubejs-backend/server')
new CubejsServer(require('./cube.js')).listen({ port: Number(process.env.PORT) }).catch((error) => { console.error(error); process.exit(1) })
`,
    },
  },
}

/** What it answers after some seconds: it is to be asked again. */
const WAIT = 'Continue wait'

/** One number of an answer: of a unit, or of the whole college. */
type Row = Readonly<Record<string, string | null>>

interface Answer {
  readonly error?: string
  readonly data?: readonly Row[]
}

const token = () => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const text = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ exp: Math.floor(Date.now() / 1000) + 86_400 })}`
  return `${text}.${createHmac('sha256', SECRET).update(text).digest('base64url')}`
}

interface Serving {
  readonly startMs: number
  /** Asks for all numbers, of every unit and of the college, all cubes at once. @param isAfresh past what is kept of answers */
  all(isAfresh: boolean): Promise<Map<string, readonly Row[]>>
  memoryMb(): number
  end(): Promise<void>
}

async function serve(
  folder: string,
  cubes: readonly CubeModel[],
  isSummed: boolean,
  database: { readonly url: string; readonly college: string },
): Promise<Serving> {
  const model = path.join(folder, 'model')
  rmSync(model, { recursive: true, force: true })
  mkdirSync(model)
  for (const one of cubes) writeFileSync(path.join(model, `${one.name}.js`), one.source(isSummed))
  const port = await freePort()
  const began = performance.now()
  const { child, said, end } = begin(
    {
      args: ['serve.js'],
      env: {
        NODE_ENV: 'production',
        PORT: String(port),
        CUBEJS_DEV_MODE: 'false',
        CUBEJS_API_SECRET: SECRET,
        CUBEJS_DB_TYPE: 'postgres',
        CUBEJS_CACHE_AND_QUEUE_DRIVER: 'memory',
        CUBEJS_CONCURRENCY: '8',
        // One program that answers and makes sums, as small installations run it.
        CUBEJS_PRE_AGGREGATIONS_BUILDER: 'true',
        CUBEJS_TELEMETRY: 'false',
        CUBEJS_LOG_LEVEL: 'error',
        DATABASE_URL: database.url,
        COLLEGE: database.college,
      },
    },
    folder,
  )
  const address = { url: `http://127.0.0.1:${port}`, headers: { authorization: token() } }
  const load = async (query: object): Promise<readonly Row[]> => {
    for (;;) {
      const answer = await ask<Answer>(address, 'POST', '/cubejs-api/v1/load', { query }).catch(
        (error: unknown): Answer => {
          // It closed the connection on which it was just being asked.
          if (error instanceof TypeError && child.exitCode === null) return { error: WAIT }
          throw error
        },
      )
      if (answer.data) return answer.data
      if (answer.error !== WAIT) throw new Error(JSON.stringify(answer).slice(0, 500))
    }
  }
  for (;;) {
    if (child.exitCode !== null) throw new Error(`Cube ended with ${child.exitCode}: ${said()}`)
    const metadata = await ask(address, 'GET', '/cubejs-api/v1/meta').catch((error: unknown) => error)
    if (!(metadata instanceof Error)) break
    if (performance.now() - began > 120_000) throw new Error(`Cube did not answer: ${metadata.message}; ${said()}`)
    await sleep(50)
  }
  return {
    startMs: performance.now() - began,
    async all(isAfresh) {
      const pairs = cubes.flatMap(({ name, wanted }) => {
        const measures = wanted.map((_, i) => `${name}.m${i}`)
        const common = { measures, limit: 10_000, ...(isAfresh ? { renewQuery: true } : {}) }
        return [[name, { ...common, dimensions: [`${name}.unit`] }] as const, [`${name}, whole`, common] as const]
      })
      return new Map(await Promise.all(pairs.map(async ([name, query]) => [name, await load(query)] as const)))
    },
    memoryMb: () => takenBy(child.pid!).node,
    end,
  }
}

const least = async (work: () => Promise<unknown>, times = TIMES): Promise<number> => {
  let ms = Infinity
  for (let i = 0; i < times; i++) {
    const began = performance.now()
    await work()
    ms = Math.min(ms, performance.now() - began)
  }
  return ms
}

/** All numbers that the demo's indicators are made of, by Cube over HTTP and by ours, once both gave the same. */
export async function benchCube(folder: string): Promise<void> {
  const catalogue = assembleCatalogue(declarations)
  const db = await openBench(catalogue)
  try {
    await loadDemo(db.engine, () => {})
    const college = (await listColleges(db.engine))[0]!.id
    const inCollege = <T>(work: Parameters<typeof db.engine.database.inCollege<T>>[1]) =>
      db.engine.database.inCollege(college, work)
    const indicators = [...catalogue.indicators.values()]
    const { cells, tree, wanted } = await inCollege(async (tx) => {
      const unitsOf = await unitTree(db.engine.database, tx)
      const numbers = wantedOf(catalogue, await getPeriod(tx, PERIOD))
      return {
        cells: await measureRecords(tx, catalogue, unitsOf, numbers.values()),
        tree: unitsOf,
        wanted: numbers,
      }
    })
    const cubes = cubesOf(catalogue, college, wanted.values())
    /** @throws Error at the first number that differs from ours */
    const check = (answers: ReadonlyMap<string, readonly Row[]>) => {
      let n = 0
      for (const { name, wanted: asked } of cubes)
        for (const [key, isWhole] of [
          [name, false],
          [`${name}, whole`, true],
        ] as const)
          for (const row of answers.get(key)!)
            for (const [i, { key: number }] of asked.entries()) {
              const unit = isWhole ? tree.root.id : row[`${name}.unit`]!
              // A unit with others below it means these too with us, and itself alone there.
              if (!isWhole && tree.below(unit).length > 1) continue
              const own = cells.get(number)!.get(unit)?.value ?? new Exact(0)
              const given = row[`${name}.m${i}`] ?? '0'
              if (!own.eq(given)) throw new Error(`${number} in ${unit}: ${own.toFixed()}, Cube ${given}`)
              n++
            }
      return n
    }
    const computed = await least(() =>
      inCollege(async (tx) =>
        compute(tx, catalogue, await unitTree(db.engine.database, tx), await getPeriod(tx, PERIOD), indicators),
      ),
    )
    await inCollege(async (tx) => refreshPeriod(db.engine, tx, await getPeriod(tx, PERIOD), indicators, 'bench'))
    const read = await least(() =>
      inCollege((tx) => listFigures(db.engine, tx, asSystem(college, 'bench'), { period: PERIOD })),
    )
    const rows: [string, string, string][] = []
    const ms = (time: number) => `${time.toFixed(0)} ms`
    const compared = (what: string, theirs: number, own: number) =>
      rows.push([what, `${ms(theirs)} (ours × ${(theirs / own).toFixed(1)})`, ms(own)])
    for (const isSummed of [false, true]) {
      const serving = await serve(folder, cubes, isSummed, { url: db.adminUrl, college })
      const sums = isSummed ? 'sums made beforehand, in PostgreSQL' : 'no sums beforehand'
      try {
        const began = performance.now()
        const numbers = check(await serving.all(false))
        const first = performance.now() - began
        if (isSummed) rows.push(['sums made and first answer', ms(first), 'ours keeps figures, see below'])
        else rows.push([`first answer, nothing kept, ${numbers} values compared`, ms(first), ms(computed)])
        compared(`asked afresh, ${sums}`, await least(() => serving.all(true)), isSummed ? read : computed)
        compared(`asked again, answers kept, ${sums}`, await least(() => serving.all(false)), read)
        check(await serving.all(true))
        rows.push([`start; memory, ${sums}`, `${ms(serving.startMs)}; ${serving.memoryMb().toFixed(0)} MB`, ''])
      } finally {
        await serving.end()
      }
    }
    console.log(
      `\nIndicators: ${indicators.length}, of ${wanted.size} numbers over ${cubes.length} registers, each for the college and every unit. Cube ${VERSION} over HTTP, pool 12, 8 at once, ${cubes.length * 2} requests at once; ours in the process, with rates and statuses made of the numbers.\n`,
    )
    console.log('| what | Cube | ours: computed; or kept figures read |\n|---|---|---|')
    for (const row of rows) console.log(`| ${row.join(' | ')} |`)
  } finally {
    await db.close()
  }
}
