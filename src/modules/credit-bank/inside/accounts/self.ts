import { sql } from 'kysely'
import { type Actor, asSystem } from '../../../../engine/access/actor.ts'
import { today } from '../../../../engine/access/today.ts'
import type { Engine } from '../../../../engine/engine.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import { act } from '../../../../engine/records/act.ts'
import { Refusal, unknownRecord } from '../../../../engine/refusal.ts'
import type { WireRecord } from '../../../../language/wire.ts'
import type { WireOwnAccount } from '../../wire.ts'
import { tableOf } from '../fact-sql.ts'
import { ownSteps } from '../learner-page.ts'
import { newNumber } from './new-number.ts'

/** What a learner keeps in order themselves: consents, requests, and where they may bring outcomes from. */
export async function ownAccount(engine: Engine, tx: Tx, learner: string): Promise<WireOwnAccount> {
  const of = (register: string) => tableOf(engine, register)
  const consents = await tx.run<WireOwnAccount['consents'][number] & Record<string, unknown>>(sql`
    SELECT c.id, n.name AS institution, c.purposes, c.given_on AS "givenOn", c.until, c.state FROM ${of('credit-consents')} AS c
      JOIN ${of('credit-institutions')} AS n ON n.college_id = c.college_id AND n.id = c.institution
    WHERE c.college_id = ${tx.collegeId} AND c.learner = ${learner} AND c.deleted_at IS NULL ORDER BY c.given_on DESC, c.id DESC LIMIT 100`)
  const requests = await tx.run<WireOwnAccount['requests'][number] & Record<string, unknown>>(sql`
    SELECT r.id, r.kind, r.state, r.asked_on AS "askedOn",
      (SELECT h.reason FROM history AS h WHERE h.college_id = r.college_id AND h.subject = 'learner-requests' AND h.subject_id = r.id::text
         AND h.action = 'refuse' ORDER BY h.at DESC LIMIT 1) AS why
    FROM ${of('learner-requests')} AS r
    WHERE r.college_id = ${tx.collegeId} AND r.learner = ${learner} AND r.deleted_at IS NULL ORDER BY r.asked_on DESC, r.id DESC LIMIT 50`)
  const institutions = await tx.run<{ id: string; name: string }>(sql`
    SELECT id, name FROM ${of('credit-institutions')} WHERE college_id = ${tx.collegeId} AND deleted_at IS NULL
      AND joined_on <= ${today()}::date AND (left_on IS NULL OR left_on >= ${today()}::date) ORDER BY code`)
  return { consents, requests, institutions }
}

/** What a learner lets an institution do. @throws Refusal 409 when they let it already */
export async function giveConsent(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  learner: string,
  asked: { readonly institution: string; readonly purposes: readonly string[]; readonly until?: string | undefined },
): Promise<WireRecord> {
  const [same] = await tx.run(sql`
    SELECT 1 FROM ${tableOf(engine, 'credit-consents')} WHERE college_id = ${tx.collegeId} AND learner = ${learner}
      AND institution = ${asked.institution} AND state = 'given' AND deleted_at IS NULL AND (until IS NULL OR until >= ${today()}::date)`)
  if (same)
    throw new Refusal('conflict', {
      zh: '已经同意过该机构：要改用途，请先撤回原来的同意',
      en: 'This institution has your consent already: to change its purposes, withdraw it first',
    })
  return act(engine, tx, actor, {
    register: 'credit-consents',
    action: 'create',
    values: {
      number: newNumber('TY'),
      learner,
      institution: asked.institution,
      purposes: asked.purposes,
      givenOn: today(),
      until: asked.until ?? null,
    },
  })
}

/** Asks for a correction, or for the account to be closed. @throws Refusal 409 when the same waits already, 422 */
export async function ask(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  learner: string,
  asked: {
    readonly kind: string
    readonly name?: string | undefined
    readonly identity?: string | undefined
    readonly phone?: string | undefined
    readonly reason?: string | undefined
  },
): Promise<WireRecord> {
  const [same] = await tx.run(sql`
    SELECT 1 FROM ${tableOf(engine, 'learner-requests')} WHERE college_id = ${tx.collegeId} AND learner = ${learner}
      AND kind = ${asked.kind} AND state = 'submitted' AND deleted_at IS NULL`)
  if (same)
    throw new Refusal('conflict', {
      zh: '同样的申请正在办理，请等候结果或先撤回',
      en: 'The same request is under way: wait for the answer, or withdraw it first',
    })
  const { kind, name, identity, phone, reason } = asked
  // People of the college do not read identity numbers of citizens, and may yet say that their own is wrong.
  return act(engine, tx, themselves(actor), {
    register: 'learner-requests',
    action: 'create',
    values: {
      number: newNumber('SQ'),
      learner,
      kind,
      name: name || null,
      identity: identity || null,
      phone: phone || null,
      reason: reason || null,
      askedOn: today(),
    },
  })
}

/** Registers an outcome that the learner holds; the bank accredits it once it has seen the proof. */
export function bringOutcome(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  learner: string,
  values: Readonly<Record<string, unknown>>,
): Promise<WireRecord> {
  return act(engine, tx, actor, {
    register: 'learning-outcomes',
    action: 'create',
    values: { ...values, number: newNumber('CG'), learner },
  })
}

/** A learner at their own door: what they reach is theirs already, and history says that they did it. */
export const themselves = (actor: Actor): Actor => ({
  ...asSystem(actor.collegeId, '本人办理'),
  accountId: actor.accountId,
  name: actor.name,
})

/** Steps that a learner takes with what is theirs, by register and state. */
const OWN_STEPS: Readonly<Record<string, (state: string) => readonly string[]>> = {
  'credit-conversions': (state) => ownSteps(state).map(({ name }) => name),
  'learning-outcomes': (state) => (state === 'refused' ? ['appeal'] : []),
  'credit-consents': (state) => (state === 'given' ? ['withdraw'] : []),
  'learner-requests': (state) => (state === 'submitted' ? ['withdraw'] : []),
}

/**
 * Takes a step with a record of one's own account, whoever entered it there.
 * @throws Refusal 404 when it is not theirs, or the step is not one that a learner takes
 */
export async function stepOwn(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  learner: string,
  asked: {
    readonly register: string
    readonly id: string
    readonly step: string
    readonly comment?: string | undefined
  },
): Promise<void> {
  const { register, id, step, comment } = asked
  const [row] = await tx.run<{ state: string }>(sql`
    SELECT state FROM ${tableOf(engine, register)} WHERE college_id = ${tx.collegeId} AND id = ${id} AND learner = ${learner} AND deleted_at IS NULL`)
  if (!row || !OWN_STEPS[register]?.(row.state).includes(step)) throw unknownRecord()
  if (step === 'appeal' && !comment?.trim())
    throw new Refusal('invalid', { zh: '请说明申诉理由', en: 'Say why you appeal' })
  await act(engine, tx, themselves(actor), { register, id, action: step, ...(comment ? { comment } : {}) })
}
