import { sql } from 'kysely'
import type { Engine } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import type {
  ConversionFacts,
  InstitutionFacts,
  LearnerFacts,
  LimitFacts,
  LiveConversion,
  OutcomeFacts,
  PassedCourse,
  RuleFacts,
} from './facts.ts'
import {
  institutionJson,
  learnerJson,
  limitJson,
  outcomeJson,
  passedOf,
  ruleJson,
  tableOf,
  usesOf,
} from './fact-sql.ts'

/** An entry into `converted`, reversed or not. */
export interface Use extends LiveConversion {
  readonly id: string
  readonly reversed: boolean
}

export interface LoadedConversion extends ConversionFacts {
  /** Of the college, when the learner is one. */
  readonly person: string | null
  readonly uses: readonly Use[]
}

/** Everything about a learner that conversions depend on. */
export interface LearnerState {
  readonly learner: LearnerFacts & { readonly person: string | null }
  readonly outcomes: readonly OutcomeFacts[]
  readonly uses: readonly Use[]
  readonly passed: readonly PassedCourse[]
}

export const live = (uses: readonly Use[]): readonly Use[] => uses.filter((use) => !use.reversed)

/**
 * What decides whether an outcome may be converted by a rule on a day, in one statement; whoever posts by it locks the
 * learner first. Undefined when outcome or rule are not there.
 */
export async function loadConversion(
  engine: Engine,
  tx: Tx,
  outcome: string,
  rule: string,
  day: string,
): Promise<LoadedConversion | undefined> {
  const of = (register: string) => tableOf(engine, register)
  const college = tx.collegeId
  const [row] = await tx.run<{
    outcome: OutcomeFacts
    learner: LearnerState['learner']
    rule: RuleFacts
    institution: InstitutionFacts
    limits: LimitFacts[]
    uses: Use[]
    passed: PassedCourse[]
    heard: boolean
  }>(sql`
    SELECT ${outcomeJson} AS outcome, ${learnerJson} AS learner, ${ruleJson} AS rule, ${institutionJson} AS institution,
      (SELECT coalesce(jsonb_agg(${limitJson} ORDER BY m.number), '[]') FROM ${of('conversion-limits')} AS m
       WHERE m.college_id = ${college} AND m.institution = r.institution AND m.state = 'approved' AND m.deleted_at IS NULL) AS limits,
      ${usesOf(engine, college, sql`o.learner`)} AS uses, ${passedOf(engine, college, sql`o.learner`)} AS passed,
      EXISTS (SELECT 1 FROM credit_hooks AS h WHERE h.college_id = ${college} AND h.ended_at IS NULL) AS heard
    FROM ${of('learning-outcomes')} AS o
      JOIN ${of('credit-institutions')} AS i ON i.college_id = ${college} AND i.id = o.issuer
      JOIN ${of('credit-learners')} AS l ON l.college_id = ${college} AND l.id = o.learner
      JOIN ${of('conversion-rules')} AS r ON r.college_id = ${college} AND r.id = ${rule} AND r.deleted_at IS NULL
      JOIN ${of('credit-institutions')} AS n ON n.college_id = ${college} AND n.id = r.institution
      LEFT JOIN ${of('credit-institutions')} AS ri ON ri.college_id = ${college} AND ri.id = r.issuer
    WHERE o.college_id = ${college} AND o.id = ${outcome} AND o.deleted_at IS NULL AND l.deleted_at IS NULL`)
  if (!row) return undefined
  const { learner, heard, ...facts } = row
  if (!heard) unheard.add(tx)
  return { ...facts, learner, person: learner.person, live: live(row.uses), day }
}

/** Transactions that found no institution to be told of anything: they need not look again. */
const unheard = new WeakSet<Tx>()
export const isUnheard = (tx: Tx): boolean => unheard.has(tx)

/** What was loaded for an application that is being made in a transaction. */
const applying = new WeakMap<Tx, { readonly key: string; readonly facts: LoadedConversion }>()
const keyOf = (outcome: string, rule: string, day: string) => `${outcome} ${rule} ${day}`

/** The same, kept for the guard that looks at the application right after it is written. */
export async function loadForApplication(
  engine: Engine,
  tx: Tx,
  outcome: string,
  rule: string,
  day: string,
): Promise<LoadedConversion | undefined> {
  const facts = await loadConversion(engine, tx, outcome, rule, day)
  if (facts) applying.set(tx, { key: keyOf(outcome, rule, day), facts })
  return facts
}

/** What was kept for it, once; loaded when there is nothing. An application posts nothing, so that it is still so. */
export async function factsOfApplication(
  engine: Engine,
  tx: Tx,
  outcome: string,
  rule: string,
  day: string,
): Promise<LoadedConversion | undefined> {
  const kept = applying.get(tx)
  applying.delete(tx)
  return kept?.key === keyOf(outcome, rule, day) ? kept.facts : loadConversion(engine, tx, outcome, rule, day)
}

/** Undefined when there is no such account. Looks past the actor's scope: ask for that first. */
export async function loadLearner(engine: Engine, tx: Tx, learner: string): Promise<LearnerState | undefined> {
  const [found] = await loadLearners(engine, tx, [learner])
  return found
}

/** The same for several learners, in one statement. */
export async function loadLearners(engine: Engine, tx: Tx, learners: readonly string[]): Promise<LearnerState[]> {
  const of = (register: string) => tableOf(engine, register)
  const college = tx.collegeId
  return tx.run<LearnerState & Record<string, unknown>>(sql`
    SELECT ${learnerJson} AS learner,
      (SELECT coalesce(jsonb_agg(${outcomeJson} ORDER BY o.issued_on DESC, o.id), '[]') FROM ${of('learning-outcomes')} AS o
        JOIN ${of('credit-institutions')} AS i ON i.college_id = ${college} AND i.id = o.issuer
       WHERE o.college_id = ${college} AND o.learner = l.id AND o.deleted_at IS NULL) AS outcomes,
      ${usesOf(engine, college, sql`l.id`)} AS uses, ${passedOf(engine, college, sql`l.id`)} AS passed
    FROM ${of('credit-learners')} AS l
    WHERE l.college_id = ${college} AND l.id = ANY(${[...learners]}::uuid[]) AND l.deleted_at IS NULL ORDER BY l.number`)
}

/** Rules in a state (any when null). */
export async function loadRules(engine: Engine, tx: Tx, state: string | null): Promise<RuleFacts[]> {
  const rows = await tx.run<{ rule: RuleFacts }>(sql`
    SELECT ${ruleJson} AS rule FROM ${tableOf(engine, 'conversion-rules')} AS r
      LEFT JOIN ${tableOf(engine, 'credit-institutions')} AS ri ON ri.college_id = ${tx.collegeId} AND ri.id = r.issuer
    WHERE r.college_id = ${tx.collegeId} AND r.deleted_at IS NULL AND (${state}::text IS NULL OR r.state = ${state}) ORDER BY r.number`)
  return rows.map(({ rule }) => rule)
}

/** Approved limits of all institutions. */
export async function loadLimits(engine: Engine, tx: Tx): Promise<LimitFacts[]> {
  const rows = await tx.run<{ limit: LimitFacts }>(sql`
    SELECT ${limitJson} AS limit FROM ${tableOf(engine, 'conversion-limits')} AS m
    WHERE m.college_id = ${tx.collegeId} AND m.deleted_at IS NULL AND m.state = 'approved' ORDER BY m.number`)
  return rows.map(({ limit }) => limit)
}

/** Every institution, in the order of their codes. */
export async function loadInstitutions(engine: Engine, tx: Tx): Promise<InstitutionFacts[]> {
  const rows = await tx.run<{ institution: InstitutionFacts }>(sql`
    SELECT ${institutionJson} AS institution FROM ${tableOf(engine, 'credit-institutions')} AS n
    WHERE n.college_id = ${tx.collegeId} AND n.deleted_at IS NULL ORDER BY n.code`)
  return rows.map(({ institution }) => institution)
}
