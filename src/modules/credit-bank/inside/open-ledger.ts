import { sql } from 'kysely'
import { asSystem } from '../../../engine/access/actor.ts'
import type { Engine } from '../../../engine/engine.ts'
import { analyzeGrown } from '../../../engine/records/analyze-grown.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { allOk, checkConversion } from './check-conversion.ts'
import { openRuleBook } from './convertible.ts'
import type { ConversionFacts } from './facts.ts'
import { tableOf } from './fact-sql.ts'
import { conversionEntries, decisionOf, type Entry, postDecisions, postMany } from './ledger.ts'
import { live, loadLearners, loadRules, type Use } from './load-facts.ts'
import { issue } from './outcome-guard.ts'

/** Learners whose conversions are looked at together, and entries posted together. */
const LEARNERS = 500
const ENTRIES = 5000

/**
 * Posts what records brought in whole (a first load, a kept file) call for and the ledger does not have yet. Conversions
 * are posted learner by learner in the order of their days, each under all checks; one that fails them stays out, and
 * `reconcile` names it.
 * @param most conversions posted in this transaction: each learner is locked until it ends, and the database has room for
 * some thousands of locks. Whoever has more calls again until none is posted
 * @returns how many outcomes and conversions were posted
 */
export async function openLedger(
  engine: Engine,
  tx: Tx,
  most = 4000,
): Promise<{ outcomes: number; conversions: number }> {
  return { outcomes: await issueMissing(engine, tx), conversions: await convertMissing(engine, tx, most) }
}

const postingOf = (tx: Tx) => ({ by: asSystem(tx.collegeId, 'ledger').accountId, at: new Date().toISOString() })

async function issueMissing(engine: Engine, tx: Tx): Promise<number> {
  const missing = await tx.run<{ id: string; learner: string; credits: string }>(sql`
    SELECT o.id, o.learner, o.credits::text AS credits FROM ${tableOf(engine, 'learning-outcomes')} AS o
    WHERE o.college_id = ${tx.collegeId} AND o.state = 'accredited' AND o.deleted_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM credit_entries AS e WHERE e.college_id = ${tx.collegeId} AND e.learner_id = o.learner
        AND e.outcome_id = o.id AND e.from_account = 'issued')`)
  for (let at = 0; at < missing.length; at += ENTRIES)
    await postMany(
      tx,
      missing.slice(at, at + ENTRIES).map(({ id, learner, credits }) => ({ learner, entry: issue(id, credits) })),
      postingOf(tx),
    )
  await analyzeGrown(tx, { name: 'credit-entries' }, missing.length)
  return missing.length
}

interface Open {
  readonly id: string
  readonly learner: string
  readonly outcome: string
  readonly rule: string
  readonly day: string
}

async function convertMissing(engine: Engine, tx: Tx, most: number): Promise<number> {
  const open = await tx.run<Open & Record<string, unknown>>(sql`
    SELECT c.id, c.learner, c.outcome, c.rule, c.applied_on AS day FROM ${tableOf(engine, 'credit-conversions')} AS c
    WHERE c.college_id = ${tx.collegeId} AND c.state = 'approved' AND c.deleted_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM credit_entries AS e WHERE e.college_id = ${tx.collegeId} AND e.learner_id = c.learner
        AND e.conversion_id = c.id AND e.to_account = 'converted')
    ORDER BY c.learner, c.applied_on, c.id LIMIT ${most}`)
  if (open.length === 0) return 0
  const book = await openRuleBook(engine, tx)
  const rules = new Map((await loadRules(engine, tx, null)).map((rule) => [rule.id, rule]))
  const byLearner = [...Map.groupBy(open, ({ learner }) => learner)]
  let [posted, unknown] = [0, 0]
  for (let at = 0; at < byLearner.length; at += LEARNERS) {
    const some = new Map(byLearner.slice(at, at + LEARNERS))
    const ids = [...some.keys()].sort()
    await tx.run(sql`
      SELECT pg_advisory_xact_lock(hashtextextended('credit ' || ${tx.collegeId} || ' ' || l, 0)) FROM unnest(${ids}::text[]) AS l`)
    const entries: { learner: string; entry: Entry }[] = []
    const decisions: Parameters<typeof postDecisions>[1][number][] = []
    for (const state of await loadLearners(engine, tx, ids)) {
      const outcomes = new Map(state.outcomes.map((one) => [one.id, one]))
      const uses: Use[] = [...state.uses]
      for (const one of some.get(state.learner.id)!) {
        const [outcome, rule] = [outcomes.get(one.outcome), rules.get(one.rule)]
        const institution = rule && book.institutions.get(rule.institution)
        if (!outcome || !rule || !institution) continue
        const facts: ConversionFacts = {
          learner: state.learner,
          outcome,
          institution,
          rule,
          limits: book.limits.get(rule.institution) ?? [],
          live: live(uses),
          passed: state.passed,
          day: one.day,
        }
        const checks = checkConversion(facts, book.words)
        if (!allOk(checks)) continue
        for (const entry of conversionEntries({ ...facts, uses }, one.id)) entries.push({ learner: one.learner, entry })
        decisions.push(decisionOf(facts, one.id, checks))
        uses.push({
          id: one.id,
          reversed: false,
          conversion: one.id,
          rule: rule.id,
          outcome: outcome.id,
          institution: institution.id,
          institutionName: institution.name,
          category: rule.category,
          target: rule.target,
          credits: rule.credits,
        })
      }
    }
    await postMany(tx, entries, postingOf(tx))
    await postDecisions(tx, decisions, postingOf(tx))
    posted += decisions.length
    // What is asked of each learner is planned for the tables as they are by now, not for empty ones.
    unknown += decisions.length
    if (await analyzeGrown(tx, { name: 'credit-decisions' }, unknown)) unknown = 0
  }
  return posted
}
