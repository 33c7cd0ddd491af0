import { v7 } from 'uuid'
import type { Actor } from '../../../engine/access/actor.ts'
import { today } from '../../../engine/access/today.ts'
import type { Engine } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { act } from '../../../engine/records/act.ts'
import { Refusal } from '../../../engine/refusal.ts'
import type { WireRecord } from '../../../language/wire.ts'
import { gradeBy } from './check-conversion.ts'
import { loadConversion } from './load-facts.ts'

/** What somebody applies for: an outcome, by a rule. */
export interface Application {
  readonly outcome: string
  readonly rule: string
  readonly note?: string | undefined
}

/**
 * Applies for a conversion: what becomes of the outcome follows from the rule.
 * @throws Refusal 403; 404 when outcome or rule are not there; 422 with every check that fails
 */
export async function apply(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  { outcome, rule, note }: Application,
): Promise<WireRecord> {
  const day = today()
  const facts = await loadConversion(engine, tx, outcome, rule, day)
  if (!facts)
    throw new Refusal('not-found', {
      zh: '没有找到这项成果或这条规则：它可能已停用，请刷新后重试',
      en: 'The outcome or the rule was not found: it may be out of use. Reload and try again',
    })
  return act(engine, tx, actor, {
    register: 'credit-conversions',
    action: 'create',
    values: {
      number: `ZH-${day.replaceAll('-', '')}-${v7().slice(-8)}`,
      learner: facts.learner.id,
      outcome,
      rule,
      institution: facts.institution.id,
      unit: facts.institution.unit,
      target: facts.rule.target,
      category: facts.rule.category,
      credits: facts.rule.credits,
      grade: gradeBy(facts.rule, facts.outcome.grade),
      appliedOn: day,
      note: note?.trim() || null,
    },
  })
}
