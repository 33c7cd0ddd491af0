import type { RuleConflict } from './rule-conflicts.ts'
import type { RuleFacts } from './facts.ts'
import { findLoops } from './find-loops.ts'
import { comparable } from './same-name.ts'

/** Rules that exclude each other in a circle, and courses that could be converted until they are what they were. */
export function ruleLoops(rules: readonly RuleFacts[]): RuleConflict[] {
  const byId = new Map(rules.map((rule) => [rule.id, rule]))
  const ids = [...byId.keys()]
  const numbers = (loop: readonly string[]) => [...loop, loop[0]!].map((id) => byId.get(id)!.number).join(' → ')
  const ends = (loop: readonly string[]): [string, string] => [loop[0]!, loop.at(-1)!]
  const excluding = findLoops(ids, (id) => {
    const { excludedBy } = byId.get(id)!
    return excludedBy !== null && excludedBy !== id && byId.has(excludedBy) ? [excludedBy] : []
  })
  // What a rule gives is a course of its institution: another rule may take that for something else.
  const courses = new Map<string, RuleFacts[]>()
  for (const rule of rules)
    if (rule.outcomeKind === 'degree-course') {
      const name = comparable(rule.outcomeName)
      courses.set(name, [...(courses.get(name) ?? []), rule])
    }
  const converting = findLoops(ids, (id) => {
    const { target, institution, targetKind } = byId.get(id)!
    if (targetKind === 'category') return []
    return (courses.get(comparable(target)) ?? [])
      .filter((rule) => rule.institution !== institution && (rule.issuer === null || rule.issuer === institution))
      .map((rule) => rule.id)
  }).filter((loop) => loop.length > 1)
  return [
    ...excluding.map((loop) => ({
      rules: ends(loop),
      label: {
        zh: `互斥成环：${numbers(loop)}，谁先申请谁有效；请改为单向互斥`,
        en: `A circle of exclusions: ${numbers(loop)}. Whichever comes first shuts out the others; exclude one way only`,
      },
    })),
    ...converting.map((loop) => ({
      rules: ends(loop),
      label: {
        zh: `转换成环：${numbers(loop)}，同一课程可以换出去再换回来`,
        en: `A circle of conversions: ${numbers(loop)}. A course could be converted away and back`,
      },
    })),
  ]
}
