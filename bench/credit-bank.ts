import { sql } from 'kysely'
import pg from 'pg'
import { v7 } from 'uuid'
import { declarations } from '../catalogue/index.gen.ts'
import { asSystem } from '../src/engine/access/actor.ts'
import { createCollege } from '../src/engine/colleges.ts'
import type { Engine } from '../src/engine/engine.ts'
import { act } from '../src/engine/records/act.ts'
import { createMany } from '../src/engine/records/write-many.ts'
import { assembleCatalogue } from '../src/language/catalogue.ts'
import { apply } from '../src/modules/credit-bank/inside/apply.ts'
import { reconcile } from '../src/modules/credit-bank/inside/reconcile.ts'
import { type BenchDatabase, openBench } from './college.ts'
import { benchScale } from './credit-scale.ts'
import type { BenchRow } from './row.ts'

/** Conversions in each round; rounds take turns with the hand-written ones, so that what else the machine does meets both. */
const ROUND = 200
const ROUNDS = 4
/** At once: as many as a busy desk has clerks. */
const CLIENTS = 4
const NAME = '特殊焊接技术'

/** What is written of one conversion by hand. */
interface Case {
  readonly learner: string
  readonly outcome: string
  readonly rule: string
  readonly institution: string
}

/** Learners with one accredited certificate each, whose credits are issued; a rule and three limits. */
async function fillBank(engine: Engine, college: string): Promise<readonly Case[]> {
  const system = asSystem(college, 'bench')
  const [institution, issuer, rule] = [v7(), v7(), v7()]
  const cases = Array.from({ length: ROUND * (ROUNDS * 2 + 1) }, () => ({
    learner: v7(),
    outcome: v7(),
    rule,
    institution,
  }))
  const rowsOf: Readonly<Record<string, readonly { id: string; state?: string; values: Record<string, unknown> }[]>> = {
    'credit-institutions': [institution, issuer].map((id, i) => ({
      id,
      values: { code: `I${i}`, name: `机构 ${i}`, kind: 'vocational-college', joinedOn: '2020-01-01' },
    })),
    'credit-learners': cases.map(({ learner }, i) => ({
      id: learner,
      values: { number: `L${i}`, name: `张示${i}`, stage: 'worker', openedOn: '2024-01-01' },
    })),
    'conversion-rules': [
      {
        id: rule,
        state: 'approved',
        values: {
          number: 'R',
          name: 'R',
          institution,
          outcomeKind: 'vocational-certificate',
          outcomeName: NAME,
          target: '焊接工艺',
          category: 'core',
          credits: '4',
          gradeForPass: '80',
          from: '2024-01-01',
        },
      },
    ],
    'conversion-limits': [
      { per: 'outcome', mostCredits: '8' },
      { per: 'category', category: 'core', mostPercent: '20', ofCredits: '40' },
      { per: 'programme', mostCredits: '12' },
    ].map((limit, i) => ({
      id: v7(),
      state: 'approved',
      values: { number: `M${i}`, name: `M${i}`, institution, from: '2024-01-01', ...limit },
    })),
    'learning-outcomes': cases.map(({ learner, outcome }, i) => ({
      id: outcome,
      state: 'accredited',
      values: {
        number: `O${i}`,
        learner,
        kind: 'vocational-certificate',
        name: NAME,
        level: 'intermediate',
        issuer,
        issuedOn: '2024-05-01',
        credits: '6',
      },
    })),
  }
  await engine.database.inCollege(college, async (tx) => {
    for (const [register, rows] of Object.entries(rowsOf)) await createMany(engine, tx, system, register, rows)
    // Somebody has seen their papers; the numbers on them are of no interest here.
    await tx.run(sql`UPDATE records.credit_learners SET proof = 'verified' WHERE college_id = ${college}`)
    await tx.run(sql`SELECT analyze_tables(NULL)`)
  })
  return cases
}

/** Does the work for each case, several at once, and gives conversions per second. */
async function perSecond(cases: readonly Case[], work: (one: Case) => Promise<void>): Promise<number> {
  const began = performance.now()
  const waiting = [...cases]
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) await work(next)
    }),
  )
  return (cases.length * 1000) / (performance.now() - began)
}

/**
 * A conversion from application to ledger, under every check, against two bare transactions with the same rows: the
 * application with its history and outbox, then its new state with history, outbox, the decision and two entries. The bare
 * ones read nothing, check nothing and lock nothing.
 */
export async function benchCreditBank(): Promise<BenchRow[]> {
  const db = await openBench(assembleCatalogue(declarations))
  const college = await createCollege(db.engine, { code: 'bank', name: 'bank' })
  const system = asSystem(college, 'bench')
  const cases = await fillBank(db.engine, college)
  const { inCollege } = db.engine.database
  const ours = async ({ outcome, rule }: Case) => {
    const made = await inCollege(college, (tx) => apply(db.engine, tx, system, { outcome, rule }))
    await inCollege(college, (tx) =>
      act(db.engine, tx, system, {
        register: 'credit-conversions',
        id: made.id,
        action: 'approve',
        version: made.version,
        // As programs of institutions decide: they are answered with the new state.
        untitled: true,
      }),
    )
  }
  const take = (round: number) => cases.slice(round * ROUND, (round + 1) * ROUND)
  // Warm, and the rows that the bare ones copy.
  await perSecond(take(0), ours)
  const byHand = await bareConversions(db, college)
  let [best, bare] = [0, 0]
  for (let round = 0; round < ROUNDS; round++) {
    best = Math.max(best, await perSecond(take(1 + round * 2), ours))
    bare = Math.max(bare, await perSecond(take(2 + round * 2), byHand.work))
  }
  const entries = await inCollege(college, (tx) => reconcile(db.engine, tx))
  const scale = await benchScale(db, college)
  await byHand.close()
  await db.close()
  if (entries.differences.length > 0) throw new Error(`The ledger differs: ${entries.differences[0]!.en}`)
  return [
    {
      name: `conversions with all checks, ${CLIENTS} at once, each applied for and approved`,
      ours: `${best.toFixed(0)}/s`,
      byHand: `${bare.toFixed(0)}/s`,
      ratio: (best / bare).toFixed(2),
      aim: '≥ 0.40',
    },
    ...scale,
  ]
}

/** Two transactions with the same rows as a conversion has, the values taken from one that was made. */
async function bareConversions(
  db: BenchDatabase,
  college: string,
): Promise<{ work(one: Case): Promise<void>; close(): Promise<void> }> {
  const pool = new pg.Pool({ connectionString: db.appUrl, max: CLIENTS })
  // The database stops while the pool still closes.
  pool.on('error', () => {})
  const within = async (work: (client: pg.PoolClient) => Promise<void>) => {
    const client = await pool.connect()
    await client.query(`BEGIN; SET LOCAL app.college = '${college}'`)
    await work(client)
    await client.query('COMMIT')
    client.release()
  }
  const { model, told, decision } = await db.engine.database.inCollege(college, async (tx) => {
    const [model] = await tx.run<Record<string, unknown>>(
      sql`SELECT *, search::text AS search FROM records.credit_conversions WHERE college_id = ${college} LIMIT 1`,
    )
    const told = await tx.run<{ before: object | null; after: object }>(
      sql`SELECT before, after FROM history WHERE college_id = ${college} AND subject = 'credit-conversions' AND subject_id = ${model!['id']}::text ORDER BY id`,
    )
    const [decision] = await tx.run<{ facts: object; checks: object }>(
      sql`SELECT facts, checks FROM credit_decisions WHERE college_id = ${college} LIMIT 1`,
    )
    return { model: model!, told, decision: decision! }
  })
  const names = Object.keys(model)
  const insert = `INSERT INTO records.credit_conversions (${names.map((n) => `"${n}"`).join(', ')}) VALUES (${names.map((n, i) => (n === 'search' ? `$${i + 1}::tsvector` : `$${i + 1}`)).join(', ')})`
  const history = (client: pg.PoolClient, id: string, action: string, what: (typeof told)[number]) =>
    client.query({
      name: 'history',
      text: `WITH told AS (INSERT INTO outbox (college_id, id, subject, subject_id, action, actor_id) VALUES ($1, $2, 'credit-conversions', $3, $4, $5))
        INSERT INTO history (college_id, id, subject, subject_id, at, actor_id, actor_name, action, before, after) VALUES ($1, $2, 'credit-conversions', $3, now(), $5, 'bench', $4, $6, $7)`,
      values: [
        college,
        v7(),
        id,
        action,
        model['created_by'],
        what.before && JSON.stringify(what.before),
        JSON.stringify(what.after),
      ],
    })
  return {
    close: () => pool.end(),
    async work({ learner, outcome, rule, institution }) {
      const id = v7()
      const own: Readonly<Record<string, unknown>> = { id, learner, outcome, number: id, state: 'submitted' }
      await within(async (client) => {
        await client.query({ name: 'insert', text: insert, values: names.map((n) => own[n] ?? model[n]) })
        await history(client, id, 'create', told[0]!)
      })
      await within(async (client) => {
        await client.query({
          name: 'update',
          text: "UPDATE records.credit_conversions SET state = 'approved', version = 2, updated_at = now() WHERE college_id = $1 AND id = $2",
          values: [college, id],
        })
        await history(client, id, 'approve', told[1]!)
        await client.query({
          name: 'post',
          text: `WITH decided AS (INSERT INTO credit_decisions (college_id, learner_id, conversion_id, rule_id, rule_version, facts, checks, decided_at, decided_by)
              VALUES ($1, $2, $3, $4, 1, $5, $6, now(), $7))
            INSERT INTO credit_entries (college_id, learner_id, id, key, from_account, to_account, credits, outcome_id, conversion_id, institution_id, category, target, turn, target_turn, posted_at, posted_by)
            VALUES ($1, $2, $8, 'convert/' || $3::uuid, 'held', 'converted', 4, $10, $3, $11, 'core', '焊接工艺', 0, 0, now(), $7),
              ($1, $2, $9, 'surplus/' || $3::uuid, 'held', 'lapsed', 2, $10, $3, $11, 'core', '焊接工艺', NULL, NULL, now(), $7)`,
          values: [
            college,
            learner,
            id,
            rule,
            JSON.stringify(decision.facts),
            JSON.stringify(decision.checks),
            model['created_by'],
            v7(),
            v7(),
            outcome,
            institution,
          ],
        })
      })
    },
  }
}
