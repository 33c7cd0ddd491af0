import { sql } from 'kysely'
import type { Engine } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import type { Label } from '../../../language/label.ts'
import type { WireReconciliation } from '../wire.ts'
import { tableOf } from './fact-sql.ts'
import { balancesOf } from './ledger.ts'

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
