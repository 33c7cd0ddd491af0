import { Exact } from '../../../engine/indicators/exact.ts'
import type { WireNextSteps } from '../wire.ts'
import { allOk, checkConversion } from './check-conversion.ts'
import type { RuleBook } from './convertible.ts'
import type { LiveConversion, RuleFacts } from './facts.ts'
import { inForce } from './limit-of.ts'
import { type LearnerState, live } from './load-facts.ts'
import { isSameName } from './same-name.ts'

/** From school to college to university: where learning goes on. */
const RUNGS: Readonly<Record<string, number>> = {
  'secondary-vocational': 1,
  'vocational-college': 2,
  'open-university': 3,
  university: 3,
}
const SHOWN = 6

/**
 * Where a learner could go on: what each institution would take today, one thing after the other within its limits, and
 * what a higher level of what they hold would become. Pure.
 */
export function nextSteps(book: RuleBook, state: LearnerState): WireNextSteps {
  const rules = [...book.rules.values()].flat().filter((rule) => rule.state === 'approved' && inForce(rule, book.day))
  const places = [...book.institutions.values()]
    .flatMap((institution) => {
      const here = rules.filter((rule) => rule.institution === institution.id)
      const taken = takenAt(book, state, here, institution)
      return taken.length === 0
        ? []
        : [
            {
              rung: RUNGS[institution.kind] ?? 0,
              institution: institution.name,
              kind: book.words.institution(institution.kind),
              credits: taken.reduce((sum, { credits }) => sum.plus(credits), new Exact(0)).toFixed(1),
              targets: taken.map(({ target }) => target),
            },
          ]
    })
    .sort((a, b) => b.rung - a.rung || new Exact(b.credits).cmp(a.credits))
    .slice(0, SHOWN)
    .map(({ rung: _rung, ...place }) => place)
  return { places, levels: higherLevels(book, state, rules).slice(0, SHOWN) }
}

function takenAt(
  book: RuleBook,
  state: LearnerState,
  rules: readonly RuleFacts[],
  institution: Parameters<typeof checkConversion>[0]['institution'],
): LiveConversion[] {
  const taken: LiveConversion[] = []
  for (const outcome of state.outcomes)
    for (const rule of rules) {
      const facts = {
        learner: state.learner,
        outcome,
        institution,
        rule,
        limits: book.limits.get(institution.id) ?? [],
        live: [...live(state.uses), ...taken],
        passed: state.passed,
        day: book.day,
      }
      if (!isSameName(rule.outcomeName, outcome.name) || !allOk(checkConversion(facts, book.words))) continue
      taken.push({
        conversion: '',
        rule: rule.id,
        outcome: outcome.id,
        institution: institution.id,
        institutionName: institution.name,
        category: rule.category,
        target: rule.target,
        credits: rule.credits,
      })
      break
    }
  return taken
}

function higherLevels(book: RuleBook, state: LearnerState, rules: readonly RuleFacts[]): WireNextSteps['levels'] {
  const rank = (level: string) => book.words.levels.indexOf(level)
  return rules.flatMap((rule) => {
    if (rule.level === null) return []
    const held = state.outcomes.filter(
      ({ kind, name, state: at }) =>
        kind === rule.outcomeKind && isSameName(name, rule.outcomeName) && at === 'accredited',
    )
    const isHigher = held.length > 0 && held.every(({ level }) => rank(level) < rank(rule.level!) && rank(level) > 0)
    return isHigher
      ? [
          {
            outcome: rule.outcomeName,
            level: book.words.level(rule.level),
            institution: book.institutions.get(rule.institution)?.name ?? '',
            target: rule.target,
            credits: rule.credits,
          },
        ]
      : []
  })
}
