import { type RawBuilder, sql } from 'kysely'
import { type Engine, getRegister } from '../../../engine/engine.ts'
import { table } from '../../../engine/records/stored.ts'

/** Facts as JSON, made in SQL with credits as text: JSON's own numbers would be binary floating point. */
export const tableOf = (engine: Engine, register: string): RawBuilder<unknown> => table(getRegister(engine, register))

type Names = Readonly<Record<string, string>>

// One piece of text each, for they are the same in every statement: put together once, not each time somebody asks.
const json = (alias: string, names: Names, type = '') => {
  const pairs = Object.entries(names).map(([name, column]) => `'${name}', "${alias}"."${column}"${type}`)
  return sql.raw<unknown>(`jsonb_build_object(${pairs.join(', ')})`)
}
const decimals = (alias: string, names: Names) => json(alias, names, '::text')

/** Of `o` from learning-outcomes with its issuer `i`. */
export const outcomeJson = sql`(${json('o', {
  id: 'id',
  state: 'state',
  kind: 'kind',
  name: 'name',
  level: 'level',
  grade: 'grade',
  issuer: 'issuer',
  issuedOn: 'issued_on',
  expiresOn: 'expires_on',
})} || ${decimals('o', { credits: 'credits' })} || ${json('i', { issuerName: 'name' })})`

/** Of `r` from conversion-rules with its issuer `ri`, which may be missing. */
export const ruleJson = sql`(${json('r', {
  id: 'id',
  version: 'version',
  state: 'state',
  number: 'number',
  name: 'name',
  institution: 'institution',
  outcomeKind: 'outcome_kind',
  outcomeName: 'outcome_name',
  level: 'level',
  leastGrade: 'least_grade',
  issuer: 'issuer',
  targetKind: 'target_kind',
  target: 'target',
  category: 'category',
  gradeForPass: 'grade_for_pass',
  gradeForGood: 'grade_for_good',
  gradeForExcellent: 'grade_for_excellent',
  from: 'from',
  until: 'until',
  excludedBy: 'excluded_by',
  supersedes: 'supersedes',
  basis: 'basis',
})} || ${decimals('r', { credits: 'credits' })} || ${json('ri', { issuerName: 'name' })})`

/** Of `n` from credit-institutions. */
export const institutionJson = json('n', {
  id: 'id',
  name: 'name',
  kind: 'kind',
  region: 'region',
  unit: 'unit',
  joinedOn: 'joined_on',
  leftOn: 'left_on',
})

/** Of `m` from conversion-limits. */
export const limitJson = sql`(${json('m', {
  id: 'id',
  version: 'version',
  name: 'name',
  institution: 'institution',
  per: 'per',
  category: 'category',
  from: 'from',
  until: 'until',
})} || ${decimals('m', { mostCredits: 'most_credits', mostPercent: 'most_percent', ofCredits: 'of_credits' })})`

/** Of `l` from credit-learners. */
export const learnerJson = json('l', {
  id: 'id',
  name: 'name',
  number: 'number',
  stage: 'stage',
  proof: 'proof',
  person: 'person',
})

/** Every entry of a learner into `converted`, with whether it was reversed. */
export const usesOf = (engine: Engine, college: string, learner: RawBuilder<unknown>) => sql`
  (SELECT coalesce(jsonb_agg(${json('e', {
    id: 'id',
    conversion: 'conversion_id',
    outcome: 'outcome_id',
    institution: 'institution_id',
    category: 'category',
    target: 'target',
  })} || jsonb_build_object('credits', e.credits::text, 'institutionName', u.name, 'rule', (
      SELECT d.rule_id FROM credit_decisions AS d WHERE d.college_id = ${college} AND d.learner_id = e.learner_id AND d.conversion_id = e.conversion_id), 'reversed', EXISTS (
      SELECT 1 FROM credit_entries AS b WHERE b.college_id = ${college} AND b.learner_id = e.learner_id AND b.reverses = e.id))), '[]')
   FROM credit_entries AS e JOIN ${tableOf(engine, 'credit-institutions')} AS u ON u.college_id = ${college} AND u.id = e.institution_id
   WHERE e.college_id = ${college} AND e.learner_id = ${learner} AND e.to_account = 'converted')`

/** Courses of degree programmes that the learner has passed. */
export const passedOf = (engine: Engine, college: string, learner: RawBuilder<unknown>) => sql`
  (SELECT coalesce(jsonb_agg(jsonb_build_object('institution', p.issuer, 'name', p.name)), '[]')
   FROM ${tableOf(engine, 'learning-outcomes')} AS p
   WHERE p.college_id = ${college} AND p.learner = ${learner} AND p.kind = 'degree-course' AND p.state = 'accredited' AND p.deleted_at IS NULL)`
