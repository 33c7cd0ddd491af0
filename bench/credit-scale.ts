import { sql } from 'kysely'
import pg from 'pg'
import { v7 } from 'uuid'
import { asSystem } from '../src/engine/access/actor.ts'
import { createCollege } from '../src/engine/colleges.ts'
import { createMany } from '../src/engine/records/write-many.ts'
import { learnerPage } from '../src/modules/credit-bank/inside/learner-page.ts'
import { registerBatch } from '../src/modules/credit-bank/inside/interface/register-batch.ts'
import type { BenchDatabase } from './college.ts'
import type { BenchRow } from './row.ts'

const BATCH = 100_000
const CALL = 5000
const FEW = 20_000
const MANY = 2_000_000
/** Pages asked of each college, the first of them to warm up; learners lie so far apart. */
const ASKED = 120
const WARM = 20
const STEP = 166

/** A number that fits its check character (GB 11643), of a region that there is not. */
function identityOf(n: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const born = `${1958 + (n % 48)}${two(1 + (Math.floor(n / 48) % 12))}${two(1 + (Math.floor(n / 576) % 28))}`
  const digits = `990000${born}${String(Math.floor(n / 16_128) % 1000).padStart(3, '0')}`
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  return digits + '10X98765432'[weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0) % 11]!
}

/**
 * A batch of 100,000 outcomes by an institution's program, in calls of 5,000, each opening accounts and noting consents;
 * and a learner's page of a college with 20,000 learners beside that of one with 2,000,000, in turns.
 */
export async function benchScale(db: BenchDatabase, college: string): Promise<BenchRow[]> {
  const seconds = await batch(db, college, BATCH)
  const small = await createCollege(db.engine, { code: 'small', name: 'small' })
  await batch(db, small, 1)
  await grow(db, small, FEW)
  await grow(db, college, MANY)
  await settle(db)
  const [few, many] = await pages(db, [small, college])
  return [
    {
      name: 'batch of 100,000 outcomes with their accounts and consents, every row with its result',
      ours: `${seconds.toFixed(0)} s`,
      byHand: '',
      ratio: `${(BATCH / seconds).toFixed(0)}/s`,
      aim: '',
    },
    {
      name: `a learner's page among ${MANY.toLocaleString('en')} learners, beside ${FEW.toLocaleString('en')}`,
      ours: `${many!.toFixed(1)} ms`,
      byHand: `${few!.toFixed(1)} ms`,
      ratio: (many! / few!).toFixed(2),
      aim: '≤ 1.50',
    },
  ]
}

/** Registers outcomes of so many new learners. @returns seconds */
async function batch({ engine }: BenchDatabase, college: string, rows: number): Promise<number> {
  const { inCollege } = engine.database
  const system = asSystem(college, 'bench')
  const institution = v7()
  await inCollege(college, (tx) =>
    createMany(engine, tx, system, 'credit-institutions', [
      {
        id: institution,
        values: { code: 'scale', name: '规模机构', kind: 'assessment-body', joinedOn: '2020-01-01' },
      },
    ]),
  )
  const client = { id: v7(), name: 'bench', institution, scopes: [], sandbox: false, perMinute: 1, perDay: 1 }
  const began = performance.now()
  for (let from = 0; from < rows; from += CALL) {
    const call = Array.from({ length: Math.min(CALL, rows - from) }, (_, i) => ({
      externalId: `S${from + i}`,
      learner: { name: `规示${from + i}`, identity: identityOf(from + i), consents: true, stage: 'worker' as const },
      kind: 'training',
      name: '安全生产培训',
      issuedOn: '2024-05-01',
      credits: '1',
    }))
    const results = await inCollege(college, (tx) => registerBatch(engine, tx, system, client, call))
    const bad = results.find(({ status }) => status !== 'registered')
    if (bad) throw new Error(`A row was not registered: ${JSON.stringify(bad)}`)
  }
  return (performance.now() - began) / 1000
}

/** Rows written in bulk are marked as seen, as they are in a bank that has grown. */
async function settle({ adminUrl }: BenchDatabase): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  for (const table of ['records.credit_learners', 'records.learning_outcomes', 'credit_entries'])
    await client.query(`VACUUM ANALYZE ${table}`)
  await client.end()
}

/** Copies of one learner with an outcome whose credits are held, up to so many. */
async function grow({ engine }: BenchDatabase, college: string, most: number): Promise<void> {
  await engine.database.inCollege(college, async (tx) => {
    const [model] = await tx.run<{ id: string; outcome: string }>(sql`
      SELECT learner AS id, id AS outcome FROM records.learning_outcomes WHERE college_id = ${college} AND number LIKE 'JK-%' LIMIT 1`)
    const [there] = await tx.run<{ n: number }>(
      sql`SELECT count(*)::integer AS n FROM records.credit_learners WHERE college_id = ${college} AND number LIKE 'G%'`,
    )
    const id = (kind: number) => sql`(lpad(to_hex(n), 8, '0') || '-0000-7000-8000-00000000000' || ${kind}::text)::uuid`
    const copy = async (table: string, of: string, set: Readonly<Record<string, ReturnType<typeof id>>>) => {
      const columns = await tx.run<{ name: string }>(sql`
        SELECT column_name AS name FROM information_schema.columns WHERE table_schema = 'records' AND table_name = ${table} ORDER BY ordinal_position`)
      const names = columns.map(({ name }) => name)
      await tx.run(sql`
        INSERT INTO ${sql.table(`records.${table}`)} (${sql.join(names.map((name) => sql.ref(name)))})
        SELECT ${sql.join(names.map((name) => set[name] ?? sql`m.${sql.ref(name)}`))}
        FROM ${sql.table(`records.${table}`)} AS m, generate_series(${there!.n + 1}::integer, ${most}::integer) AS n WHERE m.college_id = ${college} AND m.id = ${of}`)
    }
    await copy('credit_learners', model!.id, { id: id(1), number: sql`'G' || n`, identity: sql`NULL` })
    await copy('learning_outcomes', model!.outcome, {
      id: id(2),
      number: sql`'G' || n`,
      learner: id(1),
      state: sql`'accredited'`,
    })
    await tx.run(sql`
      INSERT INTO credit_entries (college_id, learner_id, id, key, from_account, to_account, credits, outcome_id, posted_at, posted_by)
      SELECT ${college}, ${id(1)}, ${id(3)}, 'issue/' || n, 'issued', 'held', 1, ${id(2)}, now(), ${id(1)}
      FROM generate_series(${there!.n + 1}::integer, ${most}::integer) AS n`)
    await tx.run(sql`SELECT analyze_tables(NULL)`)
  })
}

/** The medians of pages of learners all over each college, in turns and after some to warm up, in milliseconds. */
async function pages({ engine }: BenchDatabase, colleges: readonly string[]): Promise<number[]> {
  const { inCollege } = engine.database
  const ids = await Promise.all(
    colleges.map(async (college) =>
      inCollege(college, (tx) =>
        tx.run<{ id: string }>(
          sql`SELECT id FROM records.credit_learners WHERE college_id = ${college} AND number = ANY(${Array.from({ length: ASKED }, (_, i) => `G${1 + i * STEP}`)}::text[])`,
        ),
      ),
    ),
  )
  const times = colleges.map((): number[] => [])
  for (let i = 0; i < ASKED; i++)
    for (const [at, college] of colleges.entries()) {
      const began = performance.now()
      await inCollege(college, (tx) => learnerPage(engine, tx, asSystem(college, 'bench'), ids[at]![i]!.id))
      times[at]!.push(performance.now() - began)
    }
  return times.map((all) => all.slice(WARM).sort((a, b) => a - b)[Math.floor((ASKED - WARM) / 2)]!)
}
