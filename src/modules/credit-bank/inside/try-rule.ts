import { sql } from 'kysely'
import type { Actor } from '../../../engine/access/actor.ts'
import { today } from '../../../engine/access/today.ts'
import { collegeRegister } from '../../../engine/codes/college-register.ts'
import { type Engine, getRegister } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { getRecord, visibleSql } from '../../../engine/records/list.ts'
import { table } from '../../../engine/records/stored.ts'
import { unknownRecord } from '../../../engine/refusal.ts'
import type { WireTrial } from '../wire.ts'
import { openRuleBook, optionsOf } from './convertible.ts'
import { tableOf } from './fact-sql.ts'
import { loadLearners, loadLimits, loadRules } from './load-facts.ts'
import type { RuleChange } from './next-version.ts'
import { findConflicts } from './rule-conflicts.ts'

/** Learners that a rule is tried on. */
const SAMPLE = 20

/**
 * What learners would get by a rule if it were approved: of those who hold such an outcome, the latest. Nothing is
 * written. A rule of the future is tried on its first day.
 * @param sample ids of learners instead; those out of reach are left out
 * @param change tried instead of what the rule says
 * @throws Refusal 403, 404
 */
export async function tryRule(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  id: string,
  sample: readonly string[] = [],
  change: RuleChange = {},
): Promise<WireTrial> {
  await getRecord(tx, actor, await collegeRegister(engine, tx, 'conversion-rules'), id)
  const rules = await loadRules(engine, tx, null)
  const kept = rules.find((one) => one.id === id)
  if (!kept) throw unknownRecord()
  const rule = { ...kept, ...change }
  const learners = getRegister(engine, 'credit-learners')
  const who =
    sample.length > 0
      ? sql`id = ANY(${[...sample]}::uuid[])`
      : sql`id IN (
          SELECT learner FROM ${tableOf(engine, 'learning-outcomes')} WHERE college_id = ${tx.collegeId} AND deleted_at IS NULL
            AND kind = ${rule.outcomeKind} AND name = ${rule.outcomeName} ORDER BY issued_on DESC, id LIMIT ${SAMPLE})`
  const ids = await tx.run<{ id: string }>(sql`
    SELECT id FROM ${table(learners)} WHERE ${visibleSql(learners, actor, {}, tx)} AND ${who} LIMIT ${SAMPLE}`)
  const day = rule.from > today() ? rule.from : today()
  const book = await openRuleBook(engine, tx, [{ ...rule, state: 'approved' }], day)
  const states = await loadLearners(
    engine,
    tx,
    ids.map((one) => one.id),
  )
  const others = rules.filter((one) => one.state === 'approved' && one.id !== id)
  return {
    tried: states.length,
    conflicts: findConflicts([...others, rule], await loadLimits(engine, tx), id).map(({ label }) => label),
    rows: states.flatMap((state) =>
      state.outcomes.flatMap((outcome) =>
        optionsOf(book, state, outcome).map((option) => ({
          learner: state.learner.id,
          learnerName: state.learner.name,
          outcome: outcome.name,
          level: book.words.level(outcome.level),
          grade: book.words.grade(outcome.grade),
          becomes: option.ok ? { target: option.target, credits: option.credits, grade: option.grade } : null,
          why: option.checks.flatMap(({ ok, label }) => (ok ? [] : [label])),
        })),
      ),
    ),
  }
}
