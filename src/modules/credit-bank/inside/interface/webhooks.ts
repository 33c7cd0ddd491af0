import { createHmac, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Actor } from '../../../../engine/access/actor.ts'
import type { Engine } from '../../../../engine/engine.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import { Refusal } from '../../../../engine/refusal.ts'
import { keepSecret, readSecret } from '../../../../engine/secrets.ts'
import type { WireDelivery, WireHook } from '../../wire.ts'
import { checkOffice } from './clients.ts'

/** What institutions are told of. */
export const EVENTS = [
  'outcome.accredited',
  'outcome.refused',
  'outcome.revoked',
  'conversion.submitted',
  'conversion.approved',
  'conversion.refused',
  'conversion.reversed',
  'ping',
] as const
export type EventName = (typeof EVENTS)[number]

/** After a minute, five, half an hour, two hours, eight: then it is given up, and can be sent again by hand. */
const WAITS_MINUTES = [1, 5, 30, 120, 480]
const TIMEOUT_MS = 10_000

/** Tells a program of events at an address. @returns the secret that signs them, shown once @throws Refusal 403, 404, 422 */
export async function makeHook(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  asked: { readonly client: string; readonly url: string; readonly events: readonly string[] },
): Promise<{ id: string; secret: string }> {
  checkOffice(actor)
  const [client] = await tx.run(
    sql`SELECT 1 FROM credit_clients WHERE college_id = ${tx.collegeId} AND id = ${asked.client} AND disabled_at IS NULL`,
  )
  if (!client) throw new Refusal('not-found', { zh: '没有找到这个接口账号', en: 'This program was not found' })
  const [id, secret] = [v7(), randomBytes(32).toString('base64url')]
  await tx.change(sql`
    INSERT INTO credit_hooks (college_id, id, client_id, url, events, secret, created_at)
    VALUES (${tx.collegeId}, ${id}, ${asked.client}, ${asked.url}, ${[...asked.events]}::text[], ${keepSecret(engine, secret)}, ${new Date().toISOString()})`)
  return { id, secret }
}

/** @throws Refusal 403, 404 */
export async function endHook(tx: Tx, actor: Actor, id: string): Promise<void> {
  checkOffice(actor)
  const at = new Date().toISOString()
  const ended = await tx.change(
    sql`UPDATE credit_hooks SET ended_at = ${at} WHERE college_id = ${tx.collegeId} AND id = ${id} AND ended_at IS NULL`,
  )
  if (ended === 0) throw new Refusal('not-found', { zh: '没有找到这个通知地址', en: 'This address was not found' })
  await tx.change(
    sql`UPDATE credit_deliveries SET due_at = NULL WHERE college_id = ${tx.collegeId} AND hook_id = ${id} AND due_at IS NOT NULL`,
  )
}

/** Addresses that are told, and what was sent lately. @throws Refusal 403 */
export async function listHooks(tx: Tx, actor: Actor): Promise<{ hooks: WireHook[]; deliveries: WireDelivery[] }> {
  checkOffice(actor)
  const hooks = await tx.run<WireHook & Record<string, unknown>>(sql`
    SELECT h.id, c.name AS client, h.url, h.events, h.created_at AS "createdAt", h.ended_at AS "endedAt" FROM credit_hooks AS h
      JOIN credit_clients AS c ON c.college_id = h.college_id AND c.id = h.client_id
    WHERE h.college_id = ${tx.collegeId} ORDER BY h.created_at DESC LIMIT 200`)
  const deliveries = await tx.run<WireDelivery & Record<string, unknown>>(sql`
    SELECT d.id, h.url, d.event, d.made_at AS "madeAt", d.tries, d.due_at AS "dueAt", d.sent_at AS "sentAt", d.status, d.problem
    FROM credit_deliveries AS d JOIN credit_hooks AS h ON h.college_id = d.college_id AND h.id = d.hook_id
    WHERE d.college_id = ${tx.collegeId} ORDER BY d.id DESC LIMIT 50`)
  return { hooks, deliveries }
}

/** Sends one again that was given up. @throws Refusal 403, 404 */
export async function sendAgain(tx: Tx, actor: Actor, id: string): Promise<void> {
  checkOffice(actor)
  const again = await tx.change(sql`
    UPDATE credit_deliveries SET due_at = ${new Date().toISOString()}, tries = 0 WHERE college_id = ${tx.collegeId} AND id = ${id} AND sent_at IS NULL`)
  if (again === 0)
    throw new Refusal('not-found', { zh: '没有找到未送达的这条通知', en: 'No notice of this id waits to be sent' })
}

/** Notes an event for every address of an institution that wants it, in the transaction of what happened. */
export async function tell(tx: Tx, institution: string, event: EventName, body: object): Promise<void> {
  const hooks = await tx.run<{ id: string; sandbox: boolean }>(sql`
    SELECT h.id, c.sandbox FROM credit_hooks AS h JOIN credit_clients AS c ON c.college_id = h.college_id AND c.id = h.client_id
    WHERE h.college_id = ${tx.collegeId} AND c.institution_id = ${institution} AND h.ended_at IS NULL AND ${event} = ANY(h.events)`)
  const at = new Date().toISOString()
  for (const { id, sandbox } of hooks)
    await tx.change(sql`
      INSERT INTO credit_deliveries (college_id, id, hook_id, event, body, made_at, due_at)
      VALUES (${tx.collegeId}, ${v7()}, ${id}, ${event}, ${JSON.stringify({ event, at, sandbox, data: body })}::jsonb, ${at}, ${at})`)
}

/** What signs a notice: HMAC-SHA-256 over "<unix seconds>.<body>". Receivers refuse what is older than five minutes. */
export const signatureOf = (secret: string, seconds: number, body: string): string =>
  `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`

interface Due {
  readonly id: string
  readonly url: string
  readonly secret: string
  readonly event: string
  readonly body: object
  readonly tries: number
}

/** Whether any notice is to be sent now. */
export async function isAnyDue(tx: Tx, now: Date): Promise<boolean> {
  const due = await tx.run(
    sql`SELECT 1 FROM credit_deliveries WHERE college_id = ${tx.collegeId} AND due_at <= ${now.toISOString()} LIMIT 1`,
  )
  return due.length > 0
}

/**
 * Sends the notices that are due, each outside any transaction; what does not arrive waits for its next try.
 * @returns how many arrived and how many did not
 */
export async function sendDue(
  engine: Engine,
  college: string,
  signal: AbortSignal,
): Promise<{ sent: number; failed: number }> {
  const { inCollege } = engine.database
  const due = await inCollege(college, (tx) =>
    tx.run<Due & Record<string, unknown>>(sql`
      SELECT d.id, h.url, h.secret, d.event, d.body, d.tries FROM credit_deliveries AS d
        JOIN credit_hooks AS h ON h.college_id = d.college_id AND h.id = d.hook_id
      WHERE d.college_id = ${college} AND d.due_at <= ${new Date().toISOString()} ORDER BY d.due_at LIMIT 200`),
  )
  let [sent, failed] = [0, 0]
  for (const one of due) {
    if (signal.aborted) break
    const { status, problem } = await send(engine, one, signal)
    const at = new Date().toISOString()
    if (problem === null) sent++
    else failed++
    const wait = WAITS_MINUTES[one.tries]
    const next = problem === null || wait === undefined ? null : new Date(Date.now() + wait * 60_000).toISOString()
    await inCollege(college, (tx) =>
      tx.change(sql`
        UPDATE credit_deliveries SET tries = ${one.tries + 1}, status = ${status}, problem = ${problem}, due_at = ${next}, sent_at = ${problem === null ? at : null}
        WHERE college_id = ${college} AND id = ${one.id}`),
    )
  }
  return { sent, failed }
}

async function send(
  engine: Engine,
  one: Due,
  signal: AbortSignal,
): Promise<{ status: number | null; problem: string | null }> {
  const body = JSON.stringify(one.body)
  const seconds = Math.floor(Date.now() / 1000)
  try {
    const response = await fetch(one.url, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'content-type': 'application/json',
        'x-jiangxin-event': one.event,
        'x-jiangxin-delivery': one.id,
        'x-jiangxin-signature': signatureOf(readSecret(engine, one.secret), seconds, body),
      },
      body,
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    })
    await response.body?.cancel()
    return { status: response.status, problem: response.ok ? null : `HTTP ${response.status}` }
  } catch (error) {
    const { message, cause } = error as Error
    return { status: null, problem: (cause instanceof Error ? cause.message : message).slice(0, 300) }
  }
}
