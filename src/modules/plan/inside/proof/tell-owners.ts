import { sql } from 'kysely'
import { type Actor, hasRole } from '../../../../engine/access/actor.ts'
import type { Engine } from '../../../../engine/engine.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import { sendNotices } from '../../../../engine/notices/notices.ts'
import { notAllowed } from '../../../../engine/refusal.ts'
import { planGaps } from './gaps.ts'
import { OFFICE } from './proof-office.ts'

/**
 * Tells the owners of tasks what is unproven in them: one notice each, however many gaps.
 * @returns how many people were told, and whose owner has no account or is not named
 * @throws Refusal 403, 404
 */
export async function tellOwners(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  plan: string,
  only?: { readonly kinds?: readonly string[] | undefined },
): Promise<{ told: number; withoutAccount: number }> {
  if (!actor.system && !hasRole(actor, OFFICE)) throw notAllowed({ zh: '催办佐证', en: 'ask for evidence' })
  const { plan: head, gaps } = await planGaps(engine, tx, actor, plan)
  const asked = gaps.filter(({ kind }) => !only?.kinds || only.kinds.includes(kind))
  const byOwner = Map.groupBy(asked, ({ owner }) => owner?.id ?? '')
  const accounts = await tx.run<{ id: string; person: string }>(sql`
    SELECT id, person_id AS person FROM accounts
    WHERE college_id = ${tx.collegeId} AND person_id = ANY(${[...byOwner.keys()].filter((id) => id !== '')}::uuid[])`)
  const accountsOf = Map.groupBy(accounts, ({ person }) => person)
  let told = 0
  for (const [owner, own] of byOwner) {
    const to = accountsOf.get(owner) ?? []
    if (to.length === 0) continue
    const [first] = own
    await sendNotices(
      tx,
      to.map(({ id }) => id),
      {
        kind: 'evidence-missing',
        text: {
          zh: `“${head.name}”中您负责的任务有 ${own.length} 处缺佐证，例如 ${first!.task.number}：${first!.message.zh}`,
          en: `${own.length} claims of your tasks in "${head.name}" lack evidence, such as ${first!.task.number}: ${first!.message.en}`,
        },
        link: `/plans/${head.id}/evidence`,
      },
    )
    told += 1
  }
  return { told, withoutAccount: byOwner.size - told }
}
