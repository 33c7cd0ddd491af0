import { sql } from 'kysely'
import { v7 } from 'uuid'
import { isUuid, type Tx } from '../../database/connection.ts'
import type { Engine } from '../engine.ts'
import { Refusal } from '../refusal.ts'
import { type UnitTree, unitTree } from '../units.ts'
import type { Actor } from './actor.ts'
import { managingOf, mayNotManage } from './managing.ts'
import { writeAudit } from './write-audit.ts'

export interface NewAssignment {
  readonly role: string
  readonly unitId: string
  /** First and last day; open when absent. */
  readonly from?: string | null | undefined
  readonly to?: string | null | undefined
}

/**
 * Gives an account a role at a unit. Nobody gives roles to themselves.
 * @returns the assignment's id
 * @throws Refusal 403, 404 no such account, 422
 */
export async function assign(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  accountId: string,
  given: NewAssignment,
  address?: string,
): Promise<string> {
  const tree = await unitTree(engine.database, tx)
  const managing = managingOf(engine, actor, tree)
  checkAssignment(engine, tree, given)
  if (accountId === actor.accountId) throw notToOneself()
  if (!managing.mayGive(given.role, given.unitId)) throw mayNotManage()
  const name = await nameOf(tx, accountId)
  const id = v7()
  await tx.run(sql`
    INSERT INTO assignments (college_id, id, account_id, role, unit_id, valid_from, valid_to)
    VALUES (${tx.collegeId}, ${id}, ${accountId}, ${given.role}, ${given.unitId}, ${given.from ?? null}, ${given.to ?? null})`)
  await writeAudit(tx, {
    kind: 'assignment.add',
    actor,
    subject: name,
    detail: { accountId, ...detailOf(tree, given) },
    address: address ?? null,
  })
  return id
}

/** Takes a role away; what was delegated by it ends with it. @throws Refusal 403, 404 */
export async function unassign(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  accountId: string,
  id: string,
  address?: string,
): Promise<void> {
  const tree = await unitTree(engine.database, tx)
  const managing = managingOf(engine, actor, tree)
  const [row] =
    isUuid(accountId) && isUuid(id)
      ? await tx.run<{ role: string; unit_id: string; name: string }>(sql`
        SELECT x.role, x.unit_id, a.name FROM assignments x JOIN accounts a ON a.college_id = x.college_id AND a.id = x.account_id
        WHERE x.college_id = ${tx.collegeId} AND x.account_id = ${accountId} AND x.id = ${id}`)
      : []
  if (!row) throw new Refusal('not-found', { zh: '没有找到这个角色分配', en: 'This assignment was not found' })
  if (accountId === actor.accountId) throw notToOneself()
  if (!managing.mayGive(row.role, row.unit_id)) throw mayNotManage()
  await tx.change(sql`DELETE FROM assignments WHERE college_id = ${tx.collegeId} AND (id = ${id} OR source_id = ${id})`)
  await writeAudit(tx, {
    kind: 'assignment.remove',
    actor,
    subject: row.name,
    detail: { accountId, ...detailOf(tree, { role: row.role, unitId: row.unit_id }) },
    address: address ?? null,
  })
}

/** @throws Refusal 422 with what is wrong at which field */
export function checkAssignment(engine: Engine, tree: UnitTree, given: NewAssignment): void {
  const wrong = (field: string, zh: string, en: string): never => {
    throw new Refusal('invalid', { zh, en }, { problems: [{ field, message: { zh, en } }] })
  }
  if (!engine.catalogue.roles.has(given.role))
    wrong('role', `没有名为“${given.role}”的角色`, `There is no role "${given.role}"`)
  if (!tree.units.has(given.unitId)) wrong('unitId', '没有找到这个单位', 'This unit was not found')
  if (given.from && given.to && given.to < given.from)
    wrong('to', '结束日期早于开始日期', 'The last day is before the first')
}

/** What the audit says of an assignment. */
export const detailOf = (tree: UnitTree, given: NewAssignment) => ({
  role: given.role,
  unitId: given.unitId,
  unitName: tree.units.get(given.unitId)?.name ?? '',
  from: given.from ?? null,
  to: given.to ?? null,
})

/** The name of an account. @throws Refusal 404 */
export async function nameOf(tx: Tx, accountId: string): Promise<string> {
  const [row] = isUuid(accountId)
    ? await tx.run<{ name: string }>(
        sql`SELECT name FROM accounts WHERE college_id = ${tx.collegeId} AND id = ${accountId}`,
      )
    : []
  if (!row) throw new Refusal('not-found', { zh: '没有找到这个账号', en: 'This account was not found' })
  return row.name
}

const notToOneself = () =>
  new Refusal('not-allowed', {
    zh: '不能更改自己的角色，请由另一位管理员操作',
    en: 'You may not change your own roles: ask another administrator',
  })
