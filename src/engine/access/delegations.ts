import { sql } from 'kysely'
import { v7 } from 'uuid'
import { isUuid, type Tx } from '../../database/connection.ts'
import type { WireDelegation } from '../../language/wire-access.ts'
import type { Engine } from '../engine.ts'
import { Refusal } from '../refusal.ts'
import { unitTree } from '../units.ts'
import type { Actor } from './actor.ts'
import { checkAssignment, detailOf, nameOf } from './assignments.ts'
import { today } from './today.ts'
import { writeAudit } from './write-audit.ts'

export interface NewDelegation {
  readonly role: string
  readonly unitId: string
  readonly toAccount: string
  readonly from?: string | null | undefined
  /** Last day: nothing is delegated for ever. */
  readonly to: string
}

/**
 * Lets a colleague act in a role that the actor holds, at the same unit or below it, until a day. What was itself
 * delegated cannot be passed on; it ends with the actor's own assignment and rests while the actor's account is locked.
 * @returns the delegation's id
 * @throws Refusal 403 the role is not one's own there, 404 no such account, 422
 */
export async function delegate(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  given: NewDelegation,
  address?: string,
): Promise<string> {
  const tree = await unitTree(engine.database, tx)
  checkAssignment(engine, tree, given)
  const day = today()
  const from = given.from && given.from > day ? given.from : day
  if (given.to < from) throw wrong('to', { zh: '结束日期已过', en: 'The last day has passed' })
  if (given.toAccount === actor.accountId)
    throw wrong('toAccount', { zh: '不能委托给自己', en: 'You cannot delegate to yourself' })
  const own = await tx.run<{ id: string; unit_id: string; valid_to: string | null }>(sql`
    SELECT id, unit_id, valid_to FROM assignments WHERE college_id = ${tx.collegeId} AND account_id = ${actor.accountId} AND role = ${given.role}
      AND delegated_by IS NULL AND (valid_from IS NULL OR valid_from <= ${day}::date) AND (valid_to IS NULL OR valid_to >= ${from}::date)
    ORDER BY valid_to DESC NULLS FIRST`)
  const above = tree.above(given.unitId)
  const source = own.find((o) => above.includes(o.unit_id))
  if (!source)
    throw new Refusal('not-allowed', {
      zh: '只能委托自己在该单位或其上级单位担任的角色，受委托的角色不能再委托',
      en: 'You may delegate only a role that is your own at this unit or above it; what was delegated to you cannot be passed on',
    })
  const to = source.valid_to !== null && source.valid_to < given.to ? source.valid_to : given.to
  const name = await nameOf(tx, given.toAccount)
  const id = v7()
  await tx.run(sql`
    INSERT INTO assignments (college_id, id, account_id, role, unit_id, valid_from, valid_to, delegated_by, source_id)
    VALUES (${tx.collegeId}, ${id}, ${given.toAccount}, ${given.role}, ${given.unitId}, ${from}, ${to}, ${actor.accountId}, ${source.id})`)
  await writeAudit(tx, {
    kind: 'delegation.add',
    actor,
    subject: name,
    detail: { accountId: given.toAccount, ...detailOf(tree, { ...given, from, to }) },
    address: address ?? null,
  })
  return id
}

/** Ends a delegation: by whoever gave it or whoever has it. @throws Refusal 404 */
export async function undelegate(engine: Engine, tx: Tx, actor: Actor, id: string, address?: string): Promise<void> {
  const [row] = isUuid(id)
    ? await tx.run<{ account_id: string; role: string; unit_id: string; name: string }>(sql`
        SELECT x.account_id, x.role, x.unit_id, a.name FROM assignments x JOIN accounts a ON a.college_id = x.college_id AND a.id = x.account_id
        WHERE x.college_id = ${tx.collegeId} AND x.id = ${id} AND x.delegated_by IS NOT NULL
          AND (x.delegated_by = ${actor.accountId} OR x.account_id = ${actor.accountId})`)
    : []
  if (!row) throw new Refusal('not-found', { zh: '没有找到这项委托', en: 'This delegation was not found' })
  await tx.change(sql`DELETE FROM assignments WHERE college_id = ${tx.collegeId} AND id = ${id}`)
  const tree = await unitTree(engine.database, tx)
  await writeAudit(tx, {
    kind: 'delegation.remove',
    actor,
    subject: row.name,
    detail: { accountId: row.account_id, ...detailOf(tree, { role: row.role, unitId: row.unit_id }) },
    address: address ?? null,
  })
}

/** What the actor gave and was given, the newest first. */
export async function listDelegations(
  engine: Engine,
  tx: Tx,
  actor: Actor,
): Promise<{ given: WireDelegation[]; received: WireDelegation[] }> {
  const tree = await unitTree(engine.database, tx)
  const day = today()
  const rows = await tx.run<{
    id: string
    role: string
    unit_id: string
    valid_from: string | null
    last_day: string | null
    delegated_by: string
    by_name: string
    to_name: string
    resting: boolean
  }>(sql`
    SELECT x.id, x.role, x.unit_id, x.valid_from, least(x.valid_to, o.valid_to) AS last_day, x.delegated_by, d.display_name AS by_name, a.display_name AS to_name,
      d.disabled OR o.id IS NULL AS resting
    FROM assignments x
    JOIN accounts a ON a.college_id = x.college_id AND a.id = x.account_id
    JOIN accounts d ON d.college_id = x.college_id AND d.id = x.delegated_by
    LEFT JOIN assignments o ON o.college_id = x.college_id AND o.id = x.source_id
    WHERE x.college_id = ${tx.collegeId} AND (x.delegated_by = ${actor.accountId} OR (x.account_id = ${actor.accountId} AND x.delegated_by IS NOT NULL))
    ORDER BY x.id DESC LIMIT 200`)
  const wire = rows.map((r) => ({
    id: r.id,
    role: r.role,
    unitId: r.unit_id,
    unitName: tree.units.get(r.unit_id)?.name ?? '',
    from: r.valid_from,
    to: r.last_day,
    byName: r.by_name,
    toName: r.to_name,
    isValid: !r.resting && (r.valid_from === null || r.valid_from <= day) && (r.last_day === null || r.last_day >= day),
  }))
  const given = rows.map((r) => r.delegated_by === actor.accountId)
  return { given: wire.filter((_, i) => given[i]), received: wire.filter((_, i) => !given[i]) }
}

const wrong = (field: string, message: { zh: string; en: string }) =>
  new Refusal('invalid', message, { problems: [{ field, message }] })
