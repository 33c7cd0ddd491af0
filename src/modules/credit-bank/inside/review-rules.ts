import { sql } from 'kysely'
import type { Actor } from '../../../engine/access/actor.ts'
import { reachesNothing, reachOf } from '../../../engine/access/reach.ts'
import { today } from '../../../engine/access/today.ts'
import { type Engine, getRegister } from '../../../engine/engine.ts'
import { Exact } from '../../../engine/indicators/exact.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { visibleSql } from '../../../engine/records/list.ts'
import { table } from '../../../engine/records/stored.ts'
import { notAllowed } from '../../../engine/refusal.ts'
import type { WireRuleReview } from '../wire.ts'
import { creditWords } from './credit-words.ts'
import type { CreditWords, RuleFacts } from './facts.ts'
import { inForce } from './limit-of.ts'
import { loadLimits, loadRules } from './load-facts.ts'
import { findConflicts } from './rule-conflicts.ts'
import { isSameName } from './same-name.ts'

interface Held {
  readonly kind: string
  readonly name: string
  readonly level: string
  readonly outcomes: number
  /** Credits of the one that has most. */
  readonly most: string
}
/** Kinds of outcomes listed as gaps, those of most people first. */
const SHOWN = 50

/**
 * Where approved rules contradict each other, and what people hold that no rule takes: outcomes without a rule, and
 * outcomes whose rules are over.
 * @throws Refusal 403
 */
export async function reviewRules(engine: Engine, tx: Tx, actor: Actor): Promise<WireRuleReview> {
  const register = getRegister(engine, 'conversion-rules')
  if (reachesNothing(reachOf(register, actor, 'write')))
    throw notAllowed({ zh: '检查学分转换规则', en: 'review the rules of conversion' })
  const rules = await loadRules(engine, tx, 'approved')
  const outcomes = getRegister(engine, 'learning-outcomes')
  const held = await tx.run<Held & Record<string, unknown>>(sql`
    SELECT kind, name, level, count(*)::integer AS outcomes, max(credits)::text AS most FROM ${table(outcomes)}
    WHERE ${visibleSql(outcomes, actor, {}, tx)} AND state = 'accredited' AND kind <> 'degree-certificate'
    GROUP BY kind, name, level ORDER BY count(*) DESC, name, level`)
  const day = today()
  const words = creditWords(engine)
  return {
    conflicts: [...findConflicts(rules, await loadLimits(engine, tx)), ...outOfReach(rules, held, day)],
    gaps: held.flatMap((one) => gapOf(one, rules, day, words)).slice(0, SHOWN),
  }
}

/** Rules that ask for more credits than anybody's outcome of their kind has. */
const outOfReach = (rules: readonly RuleFacts[], held: readonly Held[], day: string): WireRuleReview['conflicts'] =>
  rules.flatMap((rule) => {
    const fitting = held.filter(
      ({ kind, name, level }) =>
        kind === rule.outcomeKind &&
        isSameName(name, rule.outcomeName) &&
        (rule.level === null || rule.level === level),
    )
    const most = Exact.max(0, ...fitting.map((one) => one.most))
    return fitting.length === 0 || most.gte(rule.credits) || !inForce(rule, day)
      ? []
      : [
          {
            rules: [rule.id, rule.id] as const,
            label: {
              zh: `${rule.number} 用不上：要 ${rule.credits} 学分，而这类成果最多 ${most.toFixed()} 学分`,
              en: `${rule.number} is out of reach: it takes ${rule.credits} credits, and such outcomes have ${most.toFixed()} at most`,
            },
          },
        ]
  })

function gapOf(held: Held, rules: readonly RuleFacts[], day: string, words: CreditWords): WireRuleReview['gaps'] {
  const fitting = rules.filter(
    (rule) =>
      rule.outcomeKind === held.kind &&
      isSameName(rule.outcomeName, held.name) &&
      (rule.level === null || rule.level === held.level),
  )
  if (fitting.some((rule) => inForce(rule, day))) return []
  const level = held.level === 'none' ? { zh: '', en: '' } : words.level(held.level)
  const what = {
    zh: `${words.kind(held.kind).zh}“${held.name}”${level.zh === '' ? '' : `（${level.zh}）`}`,
    en: `${words.kind(held.kind).en} “${held.name}”${level.en === '' ? '' : ` (${level.en})`}`,
  }
  const over = fitting
    .flatMap(({ until }) => (until !== null && until < day ? [until] : []))
    .sort()
    .at(-1)
  return [
    {
      outcomes: held.outcomes,
      label: over
        ? {
            zh: `${what.zh}的规则已于 ${over} 失效，没有接续`,
            en: `Without a rule since ${over}: ${what.en}`,
          }
        : { zh: `${what.zh}没有转换规则`, en: `Without a rule: ${what.en}` },
    },
  ]
}
