import { sql } from 'kysely'
import type { Actor } from '../../../../engine/access/actor.ts'
import { collegeRegister } from '../../../../engine/codes/college-register.ts'
import { type Engine, getRegister } from '../../../../engine/engine.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import { listRecords, visibleSql } from '../../../../engine/records/list.ts'
import { table } from '../../../../engine/records/stored.ts'
import type { FileRef } from '../../../../language/fields.ts'
import type { WireRecord } from '../../../../language/wire.ts'
import type { WireClaim, WireClaims } from '../../wire-money.ts'
import { openPlan } from '../plan-scope.ts'
import { canClaim } from './can-claim.ts'
import { claimLimits, needsOf } from './claim-limits.ts'

/** A page of claims: the newest. Older ones are in the register. */
const MOST = 200

/**
 * The claims of a plan within the actor's scope, newest first, each with its invoices.
 * @param plan its id or its code
 * @throws Refusal 403, 404
 */
export async function listClaims(engine: Engine, tx: Tx, actor: Actor, plan: string): Promise<WireClaims> {
  const scope = await openPlan(engine, tx, actor, plan)
  const tasks = table(getRegister(engine, 'plan-tasks'))
  const page = await listRecords(engine, tx, actor, {
    register: 'plan-claims',
    limit: MOST,
    also: sql`task IN (SELECT id FROM ${tasks} WHERE college_id = ${tx.collegeId} AND plan = ${scope.plan.id})`,
  })
  const ids = page.rows.map(({ id }) => id)
  const numbers = await tx.run<{ id: string; number: string }>(sql`
    SELECT id, number FROM ${tasks} WHERE college_id = ${tx.collegeId}
      AND id = ANY(${page.rows.map(({ values }) => String(values['task']))}::uuid[])`)
  const invoices = getRegister(engine, 'plan-invoices')
  const found = await tx.run<{
    claim: string
    id: string
    number: string
    amount: string
    seller: string
    issuedOn: string
    file: readonly FileRef[] | null
  }>(sql`
    SELECT claim, id, number, amount::text AS amount, seller, issued_on AS "issuedOn", file FROM ${table(invoices)}
    WHERE ${visibleSql(invoices, actor, {}, tx)} AND claim = ANY(${ids}::uuid[]) ORDER BY issued_on, number`)
  const limits = await claimLimits(engine, tx)
  const register = await collegeRegister(engine, tx, 'plan-claims')
  const labelOf = (field: string, value: unknown) => {
    const declared = register.fields[field]
    const text = String(value)
    return (declared?.kind === 'choice' ? declared.codes.values[text] : undefined) ?? { zh: text, en: text }
  }
  return {
    plan: scope.plan,
    canClaim: canClaim(engine, actor),
    total: page.total,
    claims: page.rows.map((record): WireClaim => {
      const needs = needsOf(limits, String(record.values['amount']))
      return {
        record,
        task: numbers.find(({ id }) => id === record.values['task'])?.number ?? '',
        source: labelOf('source', record.values['source']),
        kind: labelOf('kind', record.values['kind']),
        isOwn: isOwn(actor, record),
        needsDecision: needs.decision !== null,
        invoices: found
          .filter(({ claim }) => claim === record.id)
          .map(({ claim: _claim, file, ...invoice }) => ({ ...invoice, file: file?.[0] ?? null })),
      }
    }),
  }
}

const isOwn = (actor: Actor, { createdBy, values }: WireRecord): boolean =>
  createdBy === actor.accountId || (actor.personId !== null && values['claimant'] === actor.personId)
