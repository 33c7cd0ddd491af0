import { Exact } from '../../../engine/indicators/exact.ts'
import type { Label } from '../../../language/label.ts'
import type { LimitFacts, RuleFacts } from './facts.ts'
import { inForce, mostOf } from './limit-of.ts'
import { withSuccessors } from './next-version.ts'
import { ruleLoops } from './rule-loops.ts'
import { isSameName } from './same-name.ts'

export interface RuleConflict {
  /** Ids; twice the same where a rule is at odds with itself or a limit. */
  readonly rules: readonly [string, string]
  readonly label: Label
}

const meet = <T>(a: T | null, b: T | null): boolean => a === null || b === null || a === b
const overlap = (a: RuleFacts, b: RuleFacts): boolean =>
  a.from <= (b.until ?? '9999-12-31') && b.from <= (a.until ?? '9999-12-31')

/** Do two rules give two answers for one outcome and one target on one day? */
function clash(a: RuleFacts, b: RuleFacts): Label | undefined {
  const sameCase =
    a.institution === b.institution &&
    a.outcomeKind === b.outcomeKind &&
    isSameName(a.outcomeName, b.outcomeName) &&
    meet(a.level, b.level) &&
    meet(a.issuer, b.issuer) &&
    overlap(a, b)
  if (!sameCase || !isSameName(a.target, b.target)) return undefined
  const credits = new Exact(a.credits).eq(b.credits)
  const grades = (rule: RuleFacts) => [rule.gradeForPass, rule.gradeForGood, rule.gradeForExcellent].join('/')
  const isSame = credits && a.category === b.category && grades(a) === grades(b)
  return isSame
    ? {
        zh: `${a.number} 与 ${b.number} 重复：同一成果、同一目标、同一时期`,
        en: `${a.number} and ${b.number} say the same for the same outcome, target and time`,
      }
    : {
        zh: `${a.number} 与 ${b.number} 冲突：同一成果转换为“${a.target}”时，${credits ? '类别或成绩对应不同' : `一条给 ${a.credits} 学分，一条给 ${b.credits} 学分`}`,
        en: `${a.number} and ${b.number} disagree: for “${a.target}” ${credits ? 'their categories or grades differ' : `one gives ${a.credits} credits, the other ${b.credits}`}`,
      }
}

/**
 * Rules that contradict each other, or that a limit never lets apply.
 * @param about only conflicts that this rule is part of
 */
export function findConflicts(
  all: readonly RuleFacts[],
  limits: readonly LimitFacts[],
  about?: string,
): RuleConflict[] {
  const found: RuleConflict[] = ruleLoops(all).filter(
    ({ rules: [a, b] }) => about === undefined || a === about || b === about,
  )
  const rules = withSuccessors(all)
  rules.forEach((a, index) => {
    for (const b of rules.slice(index + 1)) {
      if (about !== undefined && a.id !== about && b.id !== about) continue
      const label = clash(a, b)
      if (label) found.push({ rules: [a.id, b.id], label })
    }
    if (about !== undefined && a.id !== about) return
    if (a.issuer === a.institution)
      found.push({
        rules: [a.id, a.id],
        label: {
          zh: `${a.number} 永不适用：颁发机构就是转换机构`,
          en: `${a.number} never applies: issuer and institution are the same`,
        },
      })
    for (const limit of limits) {
      const speaks =
        limit.institution === a.institution &&
        (limit.per !== 'category' || limit.category === a.category) &&
        (inForce(limit, a.from) || inForce(a, limit.from))
      if (speaks && mostOf(limit).lt(a.credits))
        found.push({
          rules: [a.id, a.id],
          label: {
            zh: `${a.number} 给 ${a.credits} 学分，而“${limit.name}”最多允许 ${mostOf(limit).toFixed()} 学分`,
            en: `${a.number} gives ${a.credits} credits, and “${limit.name}” allows ${mostOf(limit).toFixed()} at most`,
          },
        })
    }
  })
  return found
}
