import { sql } from 'kysely'
import { asSystem } from '../../../engine/access/actor.ts'
import type { Engine } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import type { Label } from '../../../language/label.ts'
import type { WireReconciliation } from '../wire.ts'
import { allOk, checkConversion } from './check-conversion.ts'
import { creditWords } from './credit-words.ts'
import { tableOf } from './fact-sql.ts'
import { balancesOf, lockLearner, postConversion, post } from './ledger.ts'
import { loadConversion } from './load-facts.ts'
import { issue } from './outcome-guard.ts'

/** Differences that are named; all are counted in the last line. */
const NAMED = 50

interface Found {
  readonly zh: string
  readonly en: string
}

/**
 * Holds the ledger against the registers, outcome by outcome: credits issued are those of accredited outcomes, each is
 * held, converted or lapsed to the last tenth, approved conversions are in the ledger and no others, and no account is
 * below zero. Empty differences are the proof.
 */
export async function reconcile(engine: Engine, tx: Tx): Promise<WireReconciliation> {
  const of = (register: string) => tableOf(engine, register)
  const college = tx.collegeId
  const found = await tx.run<Found & Record<string, unknown>>(sql`
    WITH moved AS (
      SELECT learner_id, outcome_id, to_account AS account, credits FROM credit_entries WHERE college_id = ${college}
      UNION ALL SELECT learner_id, outcome_id, from_account, -credits FROM credit_entries WHERE college_id = ${college}),
    kept AS (
      SELECT learner_id, outcome_id, -coalesce(sum(credits) FILTER (WHERE account = 'issued'), 0) AS issued,
        coalesce(sum(credits) FILTER (WHERE account = 'held'), 0) AS held,
        coalesce(sum(credits) FILTER (WHERE account = 'converted'), 0) AS converted,
        coalesce(sum(credits) FILTER (WHERE account = 'lapsed'), 0) AS lapsed
      FROM moved GROUP BY learner_id, outcome_id),
    applied AS (
      SELECT learner, outcome, sum(credits) AS credits FROM ${of('credit-conversions')}
      WHERE college_id = ${college} AND state = 'approved' GROUP BY learner, outcome),
    compared AS (
      SELECT coalesce(o.number, kept.outcome_id::text) AS number, coalesce(kept.issued, 0) AS issued, coalesce(kept.held, 0) AS held,
        coalesce(kept.converted, 0) AS converted, coalesce(kept.lapsed, 0) AS lapsed, coalesce(applied.credits, 0) AS applied,
        CASE WHEN o.state IN ('accredited', 'expired') THEN o.credits ELSE 0 END AS due
      FROM (SELECT * FROM ${of('learning-outcomes')} WHERE college_id = ${college}) AS o
        FULL JOIN kept ON kept.outcome_id = o.id AND kept.learner_id = o.learner
        LEFT JOIN applied ON applied.outcome = o.id AND applied.learner = o.learner)
    SELECT format('成果 %s：应发 %s 学分，账上发放 %s、持有 %s、已转换 %s（批准 %s）、失效 %s', number, due, issued, held, converted, applied, lapsed) AS zh,
      format('Outcome %s: %s credits due; issued %s, held %s, converted %s (approved %s), lapsed %s', number, due, issued, held, converted, applied, lapsed) AS en
    FROM compared
    WHERE issued <> due OR converted <> applied OR held + converted + lapsed <> issued OR least(issued, held, converted, lapsed) < 0
    ORDER BY number`)
  const [count] = await tx.run<{ entries: number }>(
    sql`SELECT count(*)::integer AS entries FROM credit_entries WHERE college_id = ${college}`,
  )
  const differences: Label[] = found.slice(0, NAMED).map(({ zh, en }) => ({ zh, en }))
  if (found.length > NAMED)
    differences.push({ zh: `另有 ${found.length - NAMED} 项`, en: `and ${found.length - NAMED} more` })
  return { entries: count!.entries, balances: await balancesOf(tx, null), differences }
}

/**
 * Posts what records brought in whole (a first load, a kept file) call for and the ledger does not have yet. Conversions
 * are posted in the order of their days, each under all checks; one that fails them
 * stays out, and `reconcile` names it.
 * @returns how many outcomes and conversions were posted
 */
export async function openLedger(engine: Engine, tx: Tx): Promise<{ outcomes: number; conversions: number }> {
  const of = (register: string) => tableOf(engine, register)
  const posting = { by: asSystem(tx.collegeId, 'ledger').accountId, at: new Date().toISOString() }
  const missing = await tx.run<{ id: string; learner: string; credits: string }>(sql`
    SELECT o.id, o.learner, o.credits::text AS credits FROM ${of('learning-outcomes')} AS o
    WHERE o.college_id = ${tx.collegeId} AND o.state = 'accredited' AND o.deleted_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM credit_entries AS e WHERE e.college_id = ${tx.collegeId} AND e.learner_id = o.learner AND e.key = 'issue/' || o.id)`)
  for (const { id, learner, credits } of missing) await post(tx, learner, [issue(id, credits)], posting)
  const open = await tx.run<{ id: string; learner: string; outcome: string; rule: string; day: string }>(sql`
    SELECT c.id, c.learner, c.outcome, c.rule, c.applied_on AS day FROM ${of('credit-conversions')} AS c
    WHERE c.college_id = ${tx.collegeId} AND c.state = 'approved' AND c.deleted_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM credit_entries AS e WHERE e.college_id = ${tx.collegeId} AND e.learner_id = c.learner AND e.key = 'convert/' || c.id)
    ORDER BY c.applied_on, c.id`)
  let conversions = 0
  const words = creditWords(engine)
  for (const one of open) {
    await lockLearner(tx, one.learner)
    const facts = await loadConversion(engine, tx, one.outcome, one.rule, one.day)
    if (!facts) continue
    const checks = checkConversion(facts, words)
    if (!allOk(checks)) continue
    await postConversion(tx, facts, one.id, checks, posting)
    conversions++
  }
  return { outcomes: missing.length, conversions }
}
