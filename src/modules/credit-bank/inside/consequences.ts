import { sql } from 'kysely'
import type { Actor } from '../../../engine/access/actor.ts'
import { collegeRegister } from '../../../engine/codes/college-register.ts'
import type { Engine } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { act } from '../../../engine/records/act.ts'
import { getRecord } from '../../../engine/records/list.ts'
import type { WireConsequences } from '../wire.ts'
import { tableOf } from './fact-sql.ts'

/**
 * What revoking an outcome would do: conversions that are reversed, applications that are refused, credits that go.
 * Nothing is written.
 * @throws Refusal 404 when the outcome is not within the actor's reach
 */
export async function consequencesOf(engine: Engine, tx: Tx, actor: Actor, id: string): Promise<WireConsequences> {
  const { values, version, state } = await getRecord(
    tx,
    actor,
    await collegeRegister(engine, tx, 'learning-outcomes'),
    id,
  )
  const conversions = await tx.run<WireConsequences['conversions'][number] & Record<string, unknown>>(sql`
    SELECT c.id, c.state, c.target, c.credits::text AS credits, n.name AS institution FROM ${tableOf(engine, 'credit-conversions')} AS c
      JOIN ${tableOf(engine, 'credit-institutions')} AS n ON n.college_id = c.college_id AND n.id = c.institution
    WHERE c.college_id = ${tx.collegeId} AND c.outcome = ${id} AND c.state IN ('approved', 'submitted') AND c.deleted_at IS NULL ORDER BY c.number`)
  return { version, state, name: String(values['name']), credits: String(values['credits']), conversions }
}

/**
 * Revokes an outcome with everything that was made of it, in one transaction: conversions are reversed, applications
 * refused, then its credits go.
 * @throws Refusal 403, 404, 409 when somebody changed it meanwhile
 */
export async function revokeWithConsequences(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  id: string,
  asked: { readonly version: number; readonly reason: string },
): Promise<WireConsequences> {
  const consequences = await consequencesOf(engine, tx, actor, id)
  const comment = asked.reason
  for (const conversion of consequences.conversions) {
    const record = await getRecord(tx, actor, await collegeRegister(engine, tx, 'credit-conversions'), conversion.id)
    await act(engine, tx, actor, {
      register: 'credit-conversions',
      id: conversion.id,
      action: conversion.state === 'approved' ? 'reverse' : 'refuse',
      version: record.version,
      comment,
    })
  }
  await act(engine, tx, actor, { register: 'learning-outcomes', id, action: 'revoke', version: asked.version, comment })
  return consequences
}
