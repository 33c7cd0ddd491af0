import { sql } from 'kysely'
import { type Actor, asSystem } from '../../../engine/access/actor.ts'
import { collegeRegister } from '../../../engine/codes/college-register.ts'
import type { Engine } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { getRecord } from '../../../engine/records/list.ts'
import { unknownRecord } from '../../../engine/refusal.ts'
import type { WireCheck, WireDecision } from '../wire.ts'
import { checkConversion } from './check-conversion.ts'
import { creditWords } from './credit-words.ts'
import type { RuleFacts } from './facts.ts'
import { loadConversion } from './load-facts.ts'

/**
 * Why a conversion was decided as it was, by the rules of its day; for one that is not decided, the checks as they stand.
 * @param ownLearner whose own conversion it must be
 * @throws Refusal 404 when the conversion is not within the actor's reach
 */
export async function explain(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  id: string,
  ownLearner?: string,
): Promise<WireDecision> {
  // A learner reads those of their own account, whoever made them.
  const reader = ownLearner === undefined ? actor : asSystem(tx.collegeId, '本人查看')
  const { values } = await getRecord(tx, reader, await collegeRegister(engine, tx, 'credit-conversions'), id)
  if (ownLearner !== undefined && values['learner'] !== ownLearner) throw unknownRecord()
  const { learner, outcome, rule, appliedOn } = values as Record<string, string>
  const [kept] = await tx.run<{ rule: RuleFacts; checks: WireCheck[]; version: number; at: string }>(sql`
    SELECT facts -> 'rule' AS rule, checks, rule_version AS version, decided_at AS at FROM credit_decisions
    WHERE college_id = ${tx.collegeId} AND learner_id = ${learner!} AND conversion_id = ${id}`)
  if (kept) return { checks: kept.checks, ruleNumber: kept.rule.number, ruleVersion: kept.version, decidedAt: kept.at }
  const facts = await loadConversion(engine, tx, outcome!, rule!, appliedOn!)
  if (!facts) throw unknownRecord()
  return {
    checks: checkConversion(facts, creditWords(engine)),
    ruleNumber: facts.rule.number,
    ruleVersion: facts.rule.version,
    decidedAt: null,
  }
}
