import pg from 'pg'
import { declarations } from '../catalogue/index.gen.ts'
import { assembleCatalogue, formulasOf, measuresOf } from '../src/language/catalogue.ts'
import { asSystem } from '../src/engine/access/actor.ts'
import { listColleges } from '../src/engine/colleges.ts'
import { compute } from '../src/engine/indicators/compute.ts'
import { getPeriod } from '../src/engine/indicators/periods.ts'
import { refreshPeriod } from '../src/engine/indicators/refresh.ts'
import { unitTree } from '../src/engine/units.ts'
import { listFigures } from '../src/engine/indicators/figures.ts'
import { snake, tableOf } from '../src/database/plan.ts'
import { loadDemo } from '../src/server/demo.ts'
import { openBench } from './college.ts'
import type { BenchRow } from './row.ts'

const TIMES = 5

async function best(work: () => Promise<unknown>): Promise<number> {
  let least = Infinity
  for (let i = 0; i < TIMES; i++) {
    const began = performance.now()
    await work()
    least = Math.min(least, performance.now() - began)
  }
  return least
}

/**
 * All indicators of an edition, for the college and every unit, against the same aggregates written by hand:
 * one statement per register with a FILTER per number, sent by `pg` as plain text, nothing made of the answers.
 */
export async function benchFigures(): Promise<BenchRow[]> {
  const catalogue = assembleCatalogue(declarations)
  const db = await openBench(catalogue)
  await loadDemo(db.engine, () => {})
  const collegeId = (await listColleges(db.engine))[0]!.id
  const indicators = [...catalogue.indicators.values()]
  const rows: BenchRow[] = []
  const measure = async (name: string) => {
    const statements = await byHand(catalogue)
    const client = new pg.Client({ connectionString: db.appUrl })
    await client.connect()
    const hand = await best(async () => {
      await client.query(`BEGIN; SET LOCAL app.college = '${collegeId}'`)
      for (const statement of statements) await client.query(statement.replaceAll('$COLLEGE', `'${collegeId}'`))
      await client.query('COMMIT')
    })
    await client.end()
    const inCollege = <T>(work: Parameters<typeof db.engine.database.inCollege<T>>[1]) =>
      db.engine.database.inCollege(collegeId, work)
    const ours = await best(() =>
      inCollege(async (tx) =>
        compute(tx, catalogue, await unitTree(db.engine.database, tx), await getPeriod(tx, '2023'), indicators),
      ),
    )
    rows.push({
      name: `${indicators.length} indicators, ${name}: computed`,
      ours: `${ours.toFixed(0)} ms`,
      byHand: `${hand.toFixed(0)} ms`,
      ratio: (ours / hand).toFixed(2),
      aim: '≤ 1.20',
    })
    const kept = await best(() =>
      inCollege(async (tx) => refreshPeriod(db.engine, tx, await getPeriod(tx, '2023'), indicators, 'bench')),
    )
    rows.push({
      name: `${indicators.length} indicators, ${name}: computed, compared and kept`,
      ours: `${kept.toFixed(0)} ms`,
      byHand: `${hand.toFixed(0)} ms`,
      ratio: (kept / hand).toFixed(2),
      aim: '',
    })
    const read = await best(() =>
      inCollege((tx) => listFigures(db.engine, tx, asSystem(collegeId, 'bench'), { period: '2023' })),
    )
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

/** The statements a person would write: they are taken from the compiler's text, with values in place, so that both count the same. */
async function byHand(catalogue: ReturnType<typeof assembleCatalogue>): Promise<string[]> {
  const { familySql } = await import('../src/engine/indicators/compute.ts')
  const { windowOf } = await import('../src/engine/indicators/periods.ts')
  const { asText } = await import('./as-text.ts')
  const period = {
    id: '',
    code: '2023',
    name: '',
    schoolYearFrom: '2022-09-01',
    schoolYearTo: '2023-08-31',
    calendarYearFrom: '2022-01-01',
    calendarYearTo: '2022-12-31',
    asOf: '2023-08-31',
    figuresDueOn: null,
    previousId: null,
    locked: false,
  }
  const families = new Map<string, Map<string, Parameters<typeof familySql>[3][number]>>()
  for (const indicator of catalogue.indicators.values()) {
    const window = windowOf(period, indicator.period)
    for (const measure of formulasOf(indicator).flatMap(measuresOf)) {
      const family = families.get(measure.register) ?? new Map()
      const key = JSON.stringify([measure, window])
      families.set(measure.register, family.set(key, { key, measure, window }))
    }
  }
  return [...families].map(([name, wanted]) => asText(familySql(catalogue, '$COLLEGE', name, [...wanted.values()])))
}

/** Twenty times the records, each copy with an id of its own; keys that must be unique are given up for it. */
async function twentyfold(
  catalogue: ReturnType<typeof assembleCatalogue>,
  adminUrl: string,
  collegeId: string,
): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  await client.query(`SET app.college = '${collegeId}'`)
  const { rows } = await client.query<{ name: string }>(
    "SELECT indexname AS name FROM pg_indexes WHERE schemaname = 'records' AND indexdef LIKE 'CREATE UNIQUE%' AND indexname LIKE '%_key' AND indexname NOT LIKE '%pkey'",
  )
  for (const { name } of rows) await client.query(`DROP INDEX records."${name}"`)
  for (const register of catalogue.registers.values()) {
    if (['units', 'people', 'appointments', 'periods'].includes(register.name)) continue
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
      `INSERT INTO records."${tableOf(register)}" (college_id, id, ${columns}) SELECT college_id, gen_random_uuid(), ${columns} FROM records."${tableOf(register)}", generate_series(2, 20)`,
    )
  }
  await client.end()
}
