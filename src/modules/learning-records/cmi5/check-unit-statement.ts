import { isDeepStrictEqual } from 'node:util'
import { Decimal } from 'decimal.js'
import { type Json, VOIDED } from '../statement/check-statement.ts'
import { identifierOf } from '../statement/mentions.ts'
import { withLists } from '../statement/present-statement.ts'
import { CATEGORY, EXTENSION, PLATFORM_VERBS, UNIT_VERBS, type UnitVerb } from './words.ts'

export const MODES = ['Normal', 'Browse', 'Review'] as const
export type Mode = (typeof MODES)[number]

/** What a unit's statements are held against: its launch, and what came before. */
export interface SessionFacts {
  readonly actor: Json
  readonly registration: string
  /** The unit's address in statements, as the launch told it. */
  readonly activity: string
  /** What every statement's context must hold: the session's id, and to what the unit belongs. */
  readonly template: Json
  readonly mode: Mode
  readonly masteryScore: string | undefined
  readonly knowsPreferences: boolean
  /** Verbs of cmi5 that came in this session. */
  readonly verbs: ReadonlySet<UnitVerb>
  /** In any session of this registration. */
  readonly completed: boolean
  readonly passed: boolean
}

const verbOf = (statement: Json) => String((statement['verb'] as Json)['id'])
const categoriesOf = (context: Json) => idsOf((context['contextActivities'] as Json | undefined)?.['category'])
const idsOf = (activities: unknown): string[] => ((activities ?? []) as readonly Json[]).map(({ id }) => String(id))

/** The verb of cmi5 that a statement says; null for one that cmi5 only allows. */
export function unitVerbOf(statement: Json): UnitVerb | null {
  const context = (withLists(statement)['context'] ?? {}) as Json
  if (!categoriesOf(context).includes(CATEGORY.cmi5)) return null
  return (UNIT_VERBS as Readonly<Record<string, UnitVerb>>)[verbOf(statement)] ?? null
}

/** What the result of each verb must say and may say (cmi5 9.5). */
const RESULTS: Readonly<
  Record<UnitVerb, { readonly success?: boolean; readonly completion?: boolean; duration: boolean; score: boolean }>
> = {
  initialized: { duration: false, score: false },
  completed: { completion: true, duration: true, score: false },
  passed: { success: true, duration: true, score: true },
  failed: { success: false, duration: true, score: true },
  terminated: { duration: true, score: false },
}

/**
 * Why a unit may not send a statement in its session (cmi5 sections 7.1, 9 and 10.2).
 * @param sent a checked statement, as it was sent
 * @returns what is wrong, for the publisher of the unit; null when nothing is
 */
export function unitStatementProblem(sent: Json, facts: SessionFacts): string | null {
  const statement = withLists(sent)
  const verb = verbOf(statement)
  if (verb === VOIDED) return 'a unit may not void statements'
  if (typeof statement['id'] !== 'string') return 'the statement has no id'
  const moment = statement['timestamp']
  if (typeof moment !== 'string') return 'the statement has no timestamp'
  if (!/(?:Z|\+00(?::?00)?)$/i.test(moment)) return 'timestamp is not in UTC'
  const actor = statement['actor'] as Json
  if ((actor['objectType'] ?? 'Agent') !== 'Agent' || identifierOf(actor) !== identifierOf(facts.actor))
    return 'actor is not the learner of the launch'
  const context = (statement['context'] ?? {}) as Json
  if (String(context['registration']).toLowerCase() !== facts.registration)
    return 'context.registration is not the one of the launch'
  const changed = templateProblem(context, facts.template)
  if (changed) return changed
  const said = unitVerbOf(statement)
  const isDefined = categoriesOf(context).includes(CATEGORY.cmi5)
  if (facts.verbs.has('terminated')) return 'the session is terminated'
  if (said !== 'initialized' && !facts.verbs.has('initialized')) return 'the session is not initialized'
  if (isDefined && !said)
    return Object.values<string>(PLATFORM_VERBS).includes(verb)
      ? `the verb ${verb} is for the platform to say`
      : `cmi5 defines no statement with the verb ${verb}`
  if (said) return definedProblem(statement, said, facts)
  if (categoriesOf(context).includes(CATEGORY.moveOn)) return 'the category moveon is for completed, passed and failed'
  return scoreProblem(statement)
}

/** Everything of the template is there, and as it was. */
function templateProblem(context: Json, template: Json): string | null {
  for (const [name, value] of Object.entries((template['extensions'] ?? {}) as Json))
    if (!isDeepStrictEqual(((context['extensions'] ?? {}) as Json)[name], value))
      return `context.extensions["${name}"] is not the one of the launch data`
  for (const [name, list] of Object.entries((template['contextActivities'] ?? {}) as Json)) {
    const given = idsOf((context['contextActivities'] as Json | undefined)?.[name])
    const lacking = idsOf(list).find((id) => !given.includes(id))
    if (lacking) return `context.contextActivities.${name} lacks ${lacking} of the launch data`
  }
  return null
}

function definedProblem(statement: Json, verb: UnitVerb, facts: SessionFacts): string | null {
  const context = (statement['context'] ?? {}) as Json
  const result = (statement['result'] ?? {}) as Json
  const { objectType, id } = statement['object'] as Json
  if ((objectType ?? 'Activity') !== 'Activity' || id !== facts.activity) return 'object is not the unit of the launch'
  if (facts.verbs.has(verb)) return `${verb} came already in this session`
  if (verb === 'initialized') {
    if (!facts.knowsPreferences) return `the learner's preferences are read before initialized`
  } else if (verb !== 'terminated') {
    if (facts.mode !== 'Normal') return `${verb} has no place in the launch mode ${facts.mode}`
    if (verb === 'completed' && facts.completed) return 'completed came already for this registration'
    if (verb !== 'completed' && facts.passed) return 'passed came already for this registration'
    if (verb !== 'completed' && (facts.verbs.has('passed') || facts.verbs.has('failed')))
      return 'passed or failed came already in this session'
  }
  const may = RESULTS[verb]
  for (const name of ['success', 'completion'] as const)
    if (result[name] !== may[name])
      return may[name] === undefined
        ? `result.${name} has no place in ${verb}`
        : `result.${name} of ${verb} is ${may[name]}`
  if (may.duration && result['duration'] === undefined) return `${verb} has no result.duration`
  if (!may.score && result['score'] !== undefined) return `result.score has no place in ${verb}`
  const decides = may.success !== undefined || may.completion !== undefined
  if (categoriesOf(context).includes(CATEGORY.moveOn) !== decides)
    return decides ? `${verb} lacks the category moveon` : `the category moveon has no place in ${verb}`
  return scoreProblem(statement) ?? masteryProblem(statement, verb, facts)
}

function scoreProblem(statement: Json): string | null {
  const score = (statement['result'] as Json | undefined)?.['score'] as Json | undefined
  if (score?.['raw'] !== undefined && (score['min'] === undefined || score['max'] === undefined))
    return 'result.score.raw comes with min and max'
  return null
}

function masteryProblem(statement: Json, verb: UnitVerb, { masteryScore }: SessionFacts): string | null {
  const score = (statement['result'] as Json | undefined)?.['score'] as Json | undefined
  if (masteryScore === undefined || !score || (verb !== 'passed' && verb !== 'failed')) return null
  const extensions = ((statement['context'] as Json)['extensions'] ?? {}) as Json
  const told = extensions[EXTENSION.masteryScore]
  if (typeof told !== 'number' || !new Decimal(masteryScore).equals(told))
    return `context.extensions lacks the mastery score of the launch data (${masteryScore})`
  if (score['scaled'] === undefined) return null
  const reached = new Decimal(String(score['scaled'])).greaterThanOrEqualTo(masteryScore)
  if (reached !== (verb === 'passed'))
    return `result.score.scaled ${String(score['scaled'])} does not fit ${verb}: the mastery score is ${masteryScore}`
  return null
}
