import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Tx } from '../../database/connection.ts'
import type { AnyRegister } from '../../language/register.ts'
import type { Actor } from '../access/actor.ts'
import { reachesNothing, reachOf } from '../access/reach.ts'
import { notAllowed } from '../refusal.ts'
import { findField, mayReadField } from './allowed.ts'

/** How somebody likes to see a list. Conditions are kept as they are sent, and checked when the list is asked for. */
export interface ViewBody {
  readonly where?: readonly unknown[] | undefined
  readonly sort?: string | undefined
  readonly q?: string | undefined
  readonly columns?: readonly string[] | undefined
}
export interface SavedView extends ViewBody {
  readonly id: string
  readonly name: string
  readonly shared: boolean
  readonly mine: boolean
}

/** The actor's own views of a register, and those that others share. @throws Refusal 403 when they may not see it */
export async function listViews(tx: Tx, actor: Actor, register: AnyRegister): Promise<SavedView[]> {
  checkReadable(register, actor)
  const rows = await tx.run<{ id: string; name: string; body: ViewBody; shared: boolean; account_id: string }>(sql`
    SELECT id, name, body, shared, account_id FROM saved_views
    WHERE college_id = ${tx.collegeId} AND register = ${register.name} AND (account_id = ${actor.accountId} OR shared) ORDER BY name`)
  return rows
    .map(({ id, name, body, shared, account_id }) => ({
      ...body,
      id,
      name,
      shared,
      mine: account_id === actor.accountId,
    }))
    .filter((view) => view.mine || fieldsOf(view).every((name) => isOpen(register, actor, name)))
    .map((view) =>
      view.mine || !view.columns
        ? view
        : { ...view, columns: view.columns.filter((name) => isOpen(register, actor, name)) },
    )
}

/** Keeps a view. @throws Refusal 403 when the actor may not see the register */
export async function keepView(
  tx: Tx,
  actor: Actor,
  register: AnyRegister,
  view: ViewBody & { readonly name: string; readonly shared: boolean },
): Promise<SavedView> {
  checkReadable(register, actor)
  const { name, shared, ...body } = view
  const id = v7()
  await tx.run(sql`
    INSERT INTO saved_views (college_id, id, account_id, register, name, body, shared)
    VALUES (${tx.collegeId}, ${id}, ${actor.accountId}, ${register.name}, ${name}, ${JSON.stringify(body)}, ${shared})`)
  return { ...body, id, name, shared, mine: true }
}

function checkReadable(register: AnyRegister, actor: Actor): void {
  if (reachesNothing(reachOf(register, actor, 'read')))
    throw notAllowed({ zh: `查看“${register.label.zh}”`, en: `see "${register.label.en}"` })
}

/** A condition names a value: whoever may not read its field must not learn what others look for there. */
const fieldsOf = ({ where = [], sort }: ViewBody): string[] => [
  ...where.flatMap((condition) => (Array.isArray(condition) ? [String(condition[0]).split('.')[0]!] : [])),
  ...(sort ? [sort.replace(/^-/, '')] : []),
]

/** What is no field of the register is one of the columns that every record has. */
const isOpen = (register: AnyRegister, actor: Actor, name: string): boolean =>
  findField(register, name) === undefined || mayReadField(register, actor, name)
