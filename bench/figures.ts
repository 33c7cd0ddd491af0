import pg from 'pg'
import { declarations } from '../catalogue/index.gen.ts'
import type { Tx } from '../src/database/connection.ts'
import { assembleCatalogue, type Catalogue, formulasOf, measuresOf } from '../src/language/catalogue.ts'
import { asSystem } from '../src/engine/access/actor.ts'
import { listColleges } from '../src/engine/colleges.ts'
import { compute } from '../src/engine/indicators/compute.ts'
import { Exact } from '../src/engine/indicators/exact.ts'
import { type Cells, measureRecords, type Wanted } from '../src/engine/indicators/measure-records.ts'
import { getPeriod, windowOf } from '../src/engine/indicators/periods.ts'
import { refreshPeriod } from '../src/engine/indicators/refresh.ts'
import { type UnitTree, unitTree } from '../src/engine/units.ts'
import { listFigures } from '../src/engine/indicators/figures.ts'
import { snake, tableOf } from '../src/database/plan.ts'
import { loadDemo } from '../src/server/demo.ts'
import { type BenchDatabase, openBench } from './college.ts'
import { statementByHand } from './figures-by-hand.ts'
import type { BenchRow } from './row.ts'

const TIMES = 12

/** The shortest time of each; in turns, so that what else the machine does falls on all alike. */
async function bestOf(...works: readonly (() => Promise<unknown>)[]): Promise<number[]> {
  const least = works.map(() => Infinity)
  for (let i = 0; i < TIMES; i++)
    for (const [at, work] of works.entries()) {
      const began = performance.now()
      await work()
      least[at] = Math.min(least[at]!, performance.now() - began)
    }
  return least
}

/**
 * All indicators of an edition, for the college and every unit, against the same numbers asked by statements as a
 * person writes them: one per register, sent by `pg` as plain text, nothing made of the answers. Before anything is
 * timed, both must give the same numbers.
 */
export async function benchFigures(): Promise<BenchRow[]> {
  const catalogue = assembleCatalogue(declarations)
  const db = await openBench(catalogue)
  await loadDemo(db.engine, () => {})
  const collegeId = (await listColleges(db.engine))[0]!.id
  const indicators = [...catalogue.indicators.values()]
  const rows: BenchRow[] = []
  const measure = async (name: string) => {
    const statements = await db.engine.database.inCollege(collegeId, (tx) => byHand(db, catalogue, tx))
    const client = new pg.Client({ connectionString: db.appUrl })
    await client.connect()
    const typed = async () => {
      await client.query(`BEGIN; SET LOCAL app.college = '${collegeId}'`)
      for (const statement of statements) await client.query(statement)
      await client.query('COMMIT')
    }
    const inCollege = <T>(work: Parameters<typeof db.engine.database.inCollege<T>>[1]) =>
      db.engine.database.inCollege(collegeId, work)
    const computed = () =>
      inCollege(async (tx) =>
        compute(tx, catalogue, await unitTree(db.engine.database, tx), await getPeriod(tx, '2023'), indicators),
      )
    const keeping = () =>
      inCollege(async (tx) => refreshPeriod(db.engine, tx, await getPeriod(tx, '2023'), indicators, 'bench'))
    const reading = () =>
      inCollege((tx) => listFigures(db.engine, tx, asSystem(collegeId, 'bench'), { period: '2023' }))
    const [hand = 0, ours = 0, kept = 0, read = 0] = await bestOf(typed, computed, keeping, reading)
    await client.end()
    rows.push({
      name: `${indicators.length} indicators, ${name}: computed`,
      ours: `${ours.toFixed(0)} ms`,
      byHand: `${hand.toFixed(0)} ms`,
      ratio: (ours / hand).toFixed(2),
      aim: '≤ 1.20',
    })
    rows.push({
      name: `${indicators.length} indicators, ${name}: computed, compared and kept`,
      ours: `${kept.toFixed(0)} ms`,
      byHand: `${hand.toFixed(0)} ms`,
      ratio: (kept / hand).toFixed(2),
      aim: '',
    })
    rows.push({
      name: `${indicators.length} figures read, ${name}`,
      ours: `${read.toFixed(0)} ms`,
      byHand: '',
      ratio: '',
      aim: '',
    })
  }
  const total = async () => {
    const client = new pg.Client({ connectionString: db.adminUrl })
    await client.connect()
    await client.query(`SET app.college = '${collegeId}'`)
    let n = 0
    for (const register of catalogue.registers.values())
      n += Number((await client.query(`SELECT count(*) AS n FROM records."${tableOf(register)}"`)).rows[0].n)
    await client.query('VACUUM ANALYZE')
    await client.end()
    return n
  }
  await measure(`${(await total()).toLocaleString('en')} records`)
  await twentyfold(catalogue, db.adminUrl, collegeId)
  await measure(`${(await total()).toLocaleString('en')} records`)
  await db.close()
  return rows
}

/** All numbers that the indicators are made of, each once. */
export function wantedOf(catalogue: Catalogue, period: Awaited<ReturnType<typeof getPeriod>>): Map<string, Wanted> {
  const wanted = new Map<string, Wanted>()
  for (const indicator of catalogue.indicators.values()) {
    const window = windowOf(period, indicator.period)
    for (const measure of formulasOf(indicator).flatMap(measuresOf)) {
      const key = JSON.stringify([measure, window])
      wanted.set(key, { key, measure, window })
    }
  }
  return wanted
}

/** The statements by hand, once they have given the very numbers that the engine gives. */
async function byHand(db: BenchDatabase, catalogue: Catalogue, tx: Tx) {
  const period = await getPeriod(tx, '2023')
  const wanted = wantedOf(catalogue, period)
  const families = Map.groupBy(wanted.values(), (w) => w.measure.register)
  const statements = [...families].map(([name, asked]) => ({
    asked,
    text: statementByHand(catalogue, tx.collegeId, catalogue.registers.get(name)!, asked),
  }))
  const tree = await unitTree(db.engine.database, tx)
  await compare(tree, await measureRecords(tx, catalogue, tree, wanted.values()), statements, tx)
  return statements.map((s) => s.text)
}

/** Both ways give the same number for the college and every unit without units below. @throws Error at the first that differs */
async function compare(
  tree: UnitTree,
  cells: Cells,
  statements: readonly { asked: readonly Wanted[]; text: string }[],
  tx: Tx,
) {
  for (const { asked, text } of statements)
    for (const row of (await tx.client.query<Record<string, string | null>>(text)).rows)
      for (const [i, { key }] of asked.entries()) {
        const unit = row['unit_id'] ?? tree.root.id
        if (row['unit_id'] && tree.below(unit).length > 1) continue
        const ours = cells.get(key)!.get(unit)?.value ?? new Exact(0)
        if (!ours.eq(row[`c${i}`] ?? 0))
          throw new Error(`${key} in ${unit}: ${ours.toFixed()}, by hand ${row[`c${i}`]}`)
      }
}

/** Twenty times the records that are counted, each copy with an id of its own; keys that must be unique are given up for it. */
async function twentyfold(catalogue: Catalogue, adminUrl: string, collegeId: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  await client.query(`SET app.college = '${collegeId}'`)
  const counted = new Set(
    [...catalogue.indicators.values()].flatMap((i) => formulasOf(i).flatMap(measuresOf)).map((m) => m.register),
  )
  for (const name of counted) {
    const register = catalogue.registers.get(name)!
    const table = `records."${tableOf(register)}"`
    const { rows } = await client.query<{ name: string }>(
      'SELECT indexrelid::regclass::text AS name FROM pg_index WHERE indrelid = $1::regclass AND indisunique AND NOT indisprimary',
      [table],
    )
    for (const index of rows) await client.query(`DROP INDEX ${index.name}`)
    const columns = [
      'state',
      'version',
      'unit_id',
      'owner_id',
      'created_at',
      'updated_at',
      ...Object.keys(register.fields).map(snake),
    ]
      .map((c) => `"${c}"`)
      .join(', ')
    await client.query(
      `INSERT INTO ${table} (college_id, id, ${columns}) SELECT college_id, gen_random_uuid(), ${columns} FROM ${table}, generate_series(2, 20)`,
    )
  }
  await client.end()
}
