import type { Actor } from '../../../engine/access/actor.ts'
import { collegeRegister } from '../../../engine/codes/college-register.ts'
import type { Engine } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { act } from '../../../engine/records/act.ts'
import { getRecord } from '../../../engine/records/list.ts'
import { Refusal } from '../../../engine/refusal.ts'
import type { WireRecord } from '../../../language/wire.ts'
import type { RuleFacts } from './facts.ts'

/** What somebody would change of a rule. */
export type RuleChange = Partial<
  Pick<RuleFacts, 'credits' | 'level' | 'leastGrade' | 'target' | 'category' | 'from' | 'until'>
>

/** The day before. */
export const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

/** Rules with the end that the approval of a successor gives them. */
export const withSuccessors = (rules: readonly RuleFacts[]): RuleFacts[] =>
  rules.map((rule) => {
    const next = rules.find(({ supersedes }) => supersedes === rule.id)
    if (!next || next.from <= rule.from) return rule
    const until = dayBefore(next.from)
    return { ...rule, until: rule.until !== null && rule.until < until ? rule.until : until }
  })

/**
 * Writes the next version of a rule as a draft of its own, in force from a day on. The rule that stands goes on until that
 * is approved, and then ends the day before.
 * @throws Refusal 404, 422
 */
export async function nextVersion(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  id: string,
  change: RuleChange & { readonly from: string },
): Promise<WireRecord> {
  const { values, state } = await getRecord(tx, actor, await collegeRegister(engine, tx, 'conversion-rules'), id)
  if (state !== 'approved')
    throw new Refusal('conflict', {
      zh: '只有已批准的规则需要新版本：草稿可以直接修改',
      en: 'Only an approved rule needs a next version: a draft is changed itself',
    })
  if (change.from <= String(values['from']))
    throw new Refusal('invalid', {
      zh: `新版本应晚于现行版本的生效日期 ${String(values['from'])}`,
      en: `The next version begins after the one in force, which is of ${String(values['from'])}`,
    })
  return act(engine, tx, actor, {
    register: 'conversion-rules',
    action: 'create',
    values: {
      ...values,
      ...change,
      until: change.until ?? null,
      number: `${String(values['number']).replace(/@.*$/, '')}@${change.from}`,
      supersedes: id,
    },
  })
}
