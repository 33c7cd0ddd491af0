import { sql } from 'kysely'
import type { Actor } from '../../../../engine/access/actor.ts'
import type { Engine } from '../../../../engine/engine.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import { column } from '../../../../engine/records/stored.ts'
import { unknownRecord } from '../../../../engine/refusal.ts'
import { tableOf } from '../fact-sql.ts'
import { accountsOf } from './accounts-of.ts'

/** Registers of which a learner's rows are their own data. */
const OWN = ['learning-outcomes', 'credit-conversions', 'credit-consents', 'learner-requests', 'life-events'] as const

/**
 * Everything the bank holds of a learner, as JSON that another system can read: Personal Information Protection Law,
 * article 45. Codes come with their words; decisions with the checks they rest on.
 */
export async function ownData(engine: Engine, tx: Tx, actor: Actor, learner: string): Promise<object> {
  const fieldsOf = (register: string) =>
    sql.join(
      Object.entries(engine.catalogue.registers.get(register)!.fields).flatMap(([name, field]) => [
        sql.lit(name),
        field.kind === 'decimal' ? sql`t.${column(name)}::text` : sql`t.${column(name)}`,
      ]),
    )
  const read = async (register: string, key: string) =>
    (
      await tx.run<{ record: object }>(sql`
        SELECT jsonb_build_object('id', t.id, 'state', t.state, 'createdAt', t.created_at) || jsonb_build_object(${fieldsOf(register)}) AS record
        FROM ${tableOf(engine, register)} AS t WHERE t.college_id = ${tx.collegeId} AND t.${sql.ref(key)} = ${learner} AND t.deleted_at IS NULL ORDER BY t.id`)
    ).map(({ record }) => record)
  const [account] = await read('credit-learners', 'id')
  if (!account) throw unknownRecord()
  const registers: Record<string, object[]> = {}
  for (const register of OWN) registers[register] = await read(register, 'learner')
  const institutions = await tx.run<{ id: string; name: string }>(
    sql`SELECT id, name FROM ${tableOf(engine, 'credit-institutions')} WHERE college_id = ${tx.collegeId} ORDER BY code`,
  )
  const entries = await tx.run(sql`
    SELECT id, from_account AS "from", to_account AS "to", credits::text AS credits, outcome_id AS outcome, conversion_id AS conversion,
      institution_id AS institution, target, reverses, posted_at AS at
    FROM credit_entries WHERE college_id = ${tx.collegeId} AND learner_id = ${learner} ORDER BY id`)
  const decisions = await tx.run(sql`
    SELECT conversion_id AS conversion, facts -> 'rule' AS rule, checks, decided_at AS at FROM credit_decisions
    WHERE college_id = ${tx.collegeId} AND learner_id = ${learner} ORDER BY decided_at`)
  // What experts said of the learner is about the learner; who they are is not.
  const opinions = await tx.run(sql`
    SELECT q.outcome, q.state, q.recommendation, q.level, q.credits::text AS credits, q.reason
    FROM ${tableOf(engine, 'outcome-opinions')} AS q
      JOIN ${tableOf(engine, 'learning-outcomes')} AS o ON o.college_id = q.college_id AND o.id = q.outcome
    WHERE q.college_id = ${tx.collegeId} AND o.learner = ${learner} AND q.state = 'answered' AND q.deleted_at IS NULL ORDER BY q.id`)
  // As they were signed: they verify wherever they are taken, also those given to an account that was merged into this.
  const certificates = await tx.run<{ credential: string } & Record<string, unknown>>(sql`
    SELECT id, kind, outcomes, issued_at AS "issuedAt", revoked_at AS "revokedAt", reason AS "revokedBecause",
      '/verify/' || token AS page, withheld_at IS NULL AS "isShared", credential
    FROM badges WHERE college_id = ${tx.collegeId} AND learner_id = ANY(${await accountsOf(engine, tx, [learner])}::uuid[]) ORDER BY id`)
  return {
    format: 'jiangxin-credit-bank-learner',
    version: 1,
    madeAt: new Date().toISOString(),
    madeFor: actor.name,
    account,
    ...registers,
    entries,
    decisions,
    opinions,
    certificates: certificates.map((one) => ({ ...one, credential: JSON.parse(one.credential) as unknown })),
    institutions: Object.fromEntries(institutions.map(({ id, name }) => [id, name])),
  }
}
