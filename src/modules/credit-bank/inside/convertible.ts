import { today } from '../../../engine/access/today.ts'
import type { Engine } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import type { WireOption, WireWorth } from '../wire.ts'
import { allOk, checkConversion, gradeBy } from './check-conversion.ts'
import { creditWords } from './credit-words.ts'
import type { ConversionFacts, CreditWords, InstitutionFacts, LimitFacts, OutcomeFacts, RuleFacts } from './facts.ts'
import { type LearnerState, live, loadInstitutions, loadLimits, loadRules } from './load-facts.ts'
import { comparable } from './same-name.ts'

/** The rules of the bank on a day, by the outcomes they are for. */
export interface RuleBook {
  readonly day: string
  readonly institutions: ReadonlyMap<string, InstitutionFacts>
  readonly limits: ReadonlyMap<string, readonly LimitFacts[]>
  readonly rules: ReadonlyMap<string, readonly RuleFacts[]>
  readonly words: CreditWords
}

const caseOf = (kind: string, name: string) => `${kind} ${comparable(name)}`

const grouped = <T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> => {
  const found = new Map<string, T[]>()
  for (const one of all) found.set(keyOf(one), [...(found.get(keyOf(one)) ?? []), one])
  return found
}

/** Opens the approved rules and limits. @param rules instead of the approved ones */
export async function openRuleBook(
  engine: Engine,
  tx: Tx,
  rules?: readonly RuleFacts[],
  day = today(),
): Promise<RuleBook> {
  return {
    day,
    institutions: new Map((await loadInstitutions(engine, tx)).map((one) => [one.id, one])),
    limits: grouped(await loadLimits(engine, tx), ({ institution }) => institution),
    rules: grouped(rules ?? (await loadRules(engine, tx, 'approved')), (rule) =>
      caseOf(rule.outcomeKind, rule.outcomeName),
    ),
    words: creditWords(engine),
  }
}

/**
 * What an outcome could become by each rule that speaks of its kind and name, and why not otherwise. Rules that are over
 * are not shown unless they are all there is.
 */
export function optionsOf(book: RuleBook, state: LearnerState, outcome: OutcomeFacts): WireOption[] {
  const rules = book.rules.get(caseOf(outcome.kind, outcome.name)) ?? []
  const current = rules.filter(({ until }) => until === null || until >= book.day)
  return (current.length > 0 ? current : rules).flatMap((rule) => {
    const institution = book.institutions.get(rule.institution)
    if (!institution) return []
    const facts: ConversionFacts = {
      learner: state.learner,
      outcome,
      institution,
      rule,
      limits: book.limits.get(rule.institution) ?? [],
      live: live(state.uses),
      passed: state.passed,
      day: book.day,
    }
    const checks = checkConversion(facts, book.words)
    return [
      {
        rule: rule.id,
        ruleNumber: rule.number,
        ruleVersion: rule.version,
        institution: rule.institution,
        institutionName: institution.name,
        target: rule.target,
        category: book.words.category(rule.category),
        credits: rule.credits,
        grade: gradeBy(rule, outcome.grade),
        ok: allOk(checks),
        checks,
      },
    ]
  })
}

/** What each outcome of a learner could become at each institution, and why not otherwise. */
export function convertible(book: RuleBook, state: LearnerState): WireWorth[] {
  const used = new Map(live(state.uses).map((use) => [use.outcome, use]))
  return state.outcomes.map((outcome) => {
    const options = optionsOf(book, state, outcome).sort((a, b) => Number(b.ok) - Number(a.ok))
    const spoken = new Set(options.map(({ institution }) => institution))
    const use = used.get(outcome.id)
    return {
      id: outcome.id,
      name: outcome.name,
      kind: book.words.kind(outcome.kind),
      level: outcome.level === 'none' ? null : book.words.level(outcome.level),
      grade: book.words.grade(outcome.grade),
      issuer: outcome.issuerName,
      issuedOn: outcome.issuedOn,
      expiresOn: outcome.expiresOn,
      credits: outcome.credits,
      state: outcome.state,
      used: use ? { institution: use.institutionName, target: use.target, credits: use.credits } : null,
      options,
      without: [...book.institutions.values()].flatMap(({ id, name, leftOn }) =>
        spoken.has(id) || id === outcome.issuer || (leftOn !== null && leftOn < book.day) || !convertsAnything(book, id)
          ? []
          : [name],
      ),
    }
  })
}

/** Institutions that have rules at all: firms and assessment bodies only issue. */
const convertsAnything = (book: RuleBook, institution: string): boolean =>
  [...book.rules.values()].some((rules) => rules.some((rule) => rule.institution === institution))
