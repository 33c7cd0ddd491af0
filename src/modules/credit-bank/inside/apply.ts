import type { Actor } from '../../../engine/access/actor.ts'
import { today } from '../../../engine/access/today.ts'
import type { Engine } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { act } from '../../../engine/records/act.ts'
import { Refusal } from '../../../engine/refusal.ts'
import type { WireRecord } from '../../../language/wire.ts'
import { newNumber } from './accounts/new-number.ts'
import { gradeBy } from './check-conversion.ts'
import { loadForApplication } from './load-facts.ts'

/** What somebody applies for: an outcome, by a rule. */
export interface Application {
  readonly outcome: string
  readonly rule: string
  readonly note?: string | undefined
}

/**
 * Applies for a conversion: what becomes of the outcome follows from the rule. Whether it may, the guard says.
 * @throws Refusal 403; 404 when outcome or rule are not there; 422 with every check that fails
 */
export async function apply(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  { outcome, rule: ruleId, note }: Application,
): Promise<WireRecord> {
  const day = today()
  // The guard reads the same facts in the same transaction: what is loaded here is kept for it.
  const found = await loadForApplication(engine, tx, outcome, ruleId, day)
  if (!found)
    throw new Refusal('not-found', {
      zh: '没有找到这项成果或这条规则：它可能已停用，请刷新后重试',
      en: 'The outcome or the rule was not found: it may be out of use. Reload and try again',
    })
  const { rule, learner, institution } = found
  return act(engine, tx, actor, {
    register: 'credit-conversions',
    action: 'create',
    untitled: true,
    values: {
      number: newNumber('ZH'),
      learner: learner.id,
      outcome,
      rule: rule.id,
      institution: rule.institution,
      unit: institution.unit,
      target: rule.target,
      category: rule.category,
      credits: rule.credits,
      grade: gradeBy(rule, found.outcome.grade),
      appliedOn: day,
      note: note?.trim() || null,
    },
  })
}
