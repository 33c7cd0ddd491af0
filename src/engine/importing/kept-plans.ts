import type { Tx } from '../../database/connection.ts'
import type { AnyRegister } from '../../language/register.ts'
import type { Actor } from '../access/actor.ts'
import type { Engine } from '../engine.ts'
import { openDesk } from '../records/prepare-many.ts'
import { findExisting, keyText } from './find-existing.ts'
import { type Plan, rightsOf, withoutTakenKeys } from './plan-import.ts'
import { resolveReferences } from './resolve-references.ts'

/**
 * Plans made lately, by their import: whoever accepts one has just looked at its preview, and nearly all the work is
 * in it. Lost at a restart, and then made again from the stored file.
 */
const kept = new Map<string, { readonly plan: Plan; readonly cells: number; readonly timer: NodeJS.Timeout }>()
/** About 60 MB. */
const MOST_CELLS = 1_000_000
const KEPT_MS = 10 * 60_000

/** Keeps a plan that can be accepted as it is: for a while, and while there is room. */
export function keepPlan(importId: string, plan: Plan): void {
  const cells = plan.rows.length * plan.match.fields.length
  if (plan.basis === null || plan.rows.some((row) => row.kind === 'wrong') || cells > MOST_CELLS) return
  kept.set(importId, { plan, cells, timer: setTimeout(() => kept.delete(importId), KEPT_MS).unref() })
  let total = [...kept.values()].reduce((sum, one) => sum + one.cells, 0)
  for (const [oldest, { cells: freed }] of kept) {
    if (total <= MOST_CELLS) break
    dropPlan(oldest)
    total -= freed
  }
}

export function dropPlan(importId: string): void {
  clearTimeout(kept.get(importId)?.timer)
  kept.delete(importId)
}

/**
 * The plan kept of an import, if it would come out the same today. All that it was made of is asked again: the actor's
 * rights, the records that its texts name, those that its rows change, those that hold its keys. The rest of a plan
 * follows from these, the sheet and the declaration alone.
 */
export async function findPlan(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  register: AnyRegister,
  importId: string,
): Promise<Plan | null> {
  const plan = kept.get(importId)?.plan
  if (!plan?.basis || plan.register !== register) return null
  const { rights, key, resolved } = plan.basis
  if (rightsOf(actor, await openDesk(engine, tx, actor, register)) !== rights) return null
  for (const [target, texts] of resolved) {
    const now = await resolveReferences(engine, tx, actor, target, texts.keys())
    for (const [text, { id }] of texts) if (now.get(text)?.id !== id) return null
  }
  const found = await findExisting(
    tx,
    register,
    key,
    plan.rows.map((row) => row.input),
  )
  for (const { input, before } of plan.rows) {
    const [now] = found.size === 0 ? [] : (found.get(keyText(key, input) ?? '') ?? [])
    if (now?.id !== before?.id || now?.version !== before?.version) return null
  }
  const free = await withoutTakenKeys(tx, register, key, plan.rows, (name) => name)
  return free === plan.rows ? plan : null
}
