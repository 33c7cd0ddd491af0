import { sql } from 'kysely'
import { today } from '../../../../engine/access/today.ts'
import type { Engine } from '../../../../engine/engine.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import { Refusal } from '../../../../engine/refusal.ts'
import { tableOf } from '../fact-sql.ts'
import type { Client } from './clients.ts'

/**
 * Accredited outcomes of a learner who lets the institution see them.
 * @throws Refusal 403 without their consent; the same when there is no such account
 */
export async function outcomesOf(engine: Engine, tx: Tx, client: Client, number: string): Promise<object> {
  const of = (register: string) => tableOf(engine, register)
  const [learner] = await tx.run<{
    id: string
    name: string
    number: string
    phone: string | null
    purposes: string[]
  }>(sql`
    SELECT l.id, l.name, l.number, l.phone, c.purposes FROM ${of('credit-learners')} AS l
      JOIN ${of('credit-consents')} AS c ON c.college_id = l.college_id AND c.learner = l.id AND c.institution = ${client.institution}
        AND c.state = 'given' AND c.deleted_at IS NULL AND (c.until IS NULL OR c.until >= ${today()}::date) AND 'see-outcomes' = ANY(c.purposes)
    WHERE l.college_id = ${tx.collegeId} AND l.number = ${number} AND l.deleted_at IS NULL ORDER BY c.id DESC LIMIT 1`)
  if (!learner)
    throw new Refusal('not-allowed', {
      zh: '没有这个账户，或学习者没有同意贵机构查看成果',
      en: 'There is no such account, or the learner does not let your institution see outcomes',
    })
  const outcomes = await tx.run(sql`
    SELECT o.id, o.number, o.kind, o.name, o.level, o.grade, i.name AS issuer, o.issued_on AS "issuedOn", o.expires_on AS "expiresOn", o.credits::text AS credits
    FROM ${of('learning-outcomes')} AS o JOIN ${of('credit-institutions')} AS i ON i.college_id = o.college_id AND i.id = o.issuer
    WHERE o.college_id = ${tx.collegeId} AND o.learner = ${learner.id} AND o.state = 'accredited' AND o.deleted_at IS NULL ORDER BY o.issued_on DESC`)
  return {
    learner: {
      number: learner.number,
      name: learner.name,
      ...(learner.purposes.includes('see-contact') ? { phone: learner.phone } : {}),
    },
    outcomes,
  }
}

/** Approved rules of the institution that are not over. */
export async function rulesAt(engine: Engine, tx: Tx, client: Client): Promise<{ rules: object[] }> {
  const rules = await tx.run(sql`
    SELECT id, number, name, version, outcome_kind AS "outcomeKind", outcome_name AS "outcomeName", level, least_grade AS "leastGrade",
      target, category, credits::text AS credits, r.from, until
    FROM ${tableOf(engine, 'conversion-rules')} AS r WHERE college_id = ${tx.collegeId} AND institution = ${client.institution} AND state = 'approved'
      AND deleted_at IS NULL AND (until IS NULL OR until >= ${today()}::date) ORDER BY number`)
  return { rules }
}

/** Conversions at the institution, the first applied for first; `next` goes on from there. */
export async function conversionsAt(
  engine: Engine,
  tx: Tx,
  client: Client,
  asked: { readonly state?: string | undefined; readonly after?: string | undefined; readonly limit: number },
): Promise<{ conversions: object[]; next: string | null }> {
  const conversions = await tx.run<{ id: string }>(sql`
    SELECT c.id, c.number, c.state, c.target, c.category, c.credits::text AS credits, c.grade, c.applied_on AS "appliedOn",
      l.number AS learner, l.name AS "learnerName", o.name AS outcome
    FROM ${tableOf(engine, 'credit-conversions')} AS c
      JOIN ${tableOf(engine, 'credit-learners')} AS l ON l.college_id = c.college_id AND l.id = c.learner
      JOIN ${tableOf(engine, 'learning-outcomes')} AS o ON o.college_id = c.college_id AND o.id = c.outcome
    WHERE c.college_id = ${tx.collegeId} AND c.institution = ${client.institution} AND c.deleted_at IS NULL
      ${asked.state ? sql`AND c.state = ${asked.state}` : sql``} ${asked.after ? sql`AND c.id > ${asked.after}` : sql``}
    ORDER BY c.id LIMIT ${asked.limit}`)
  return { conversions, next: conversions.length === asked.limit ? conversions.at(-1)!.id : null }
}
