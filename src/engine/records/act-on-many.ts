import type { Tx } from '../../database/connection.ts'
import type { Label } from '../../language/label.ts'
import type { WireCondition } from '../../language/wire.ts'
import type { Actor } from '../access/actor.ts'
import { type Engine, getRegister } from '../engine.ts'
import { Refusal } from '../refusal.ts'
import { act } from './act.ts'
import { undoneWhenRefused } from './guards.ts'
import { eachRecord, getRecord } from './list.ts'

export interface BulkAct {
  readonly register: string
  /** The records, by id or by what the list shows; one of the two. */
  readonly ids?: readonly string[]
  readonly where?: readonly WireCondition[]
  /** The versions that the person has seen, by id: what changed since then is refused. */
  readonly versions?: Readonly<Record<string, number>>
  readonly action: string
  readonly comment?: string
}

const MOST = 5000

/** Does one thing to many records, each by the five steps of `act`: those refused are named and the others done. */
export async function actOnMany(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  request: BulkAct,
): Promise<{ done: number; refused: { id: string; message: Label }[] }> {
  const register = getRegister(engine, request.register)
  if (request.action === 'create' || request.action === 'update')
    throw new Refusal('bad-request', { zh: '批量操作不支持这个动作', en: 'This cannot be done in bulk' })
  const ids: string[] = [...(request.ids ?? [])]
  if (!request.ids)
    for await (const portion of eachRecord(engine, tx, actor, {
      register: register.name,
      where: request.where ?? [],
      deleted: request.action === 'restore',
    })) {
      ids.push(...portion.map((r) => r.id))
      if (ids.length > MOST)
        throw new Refusal('too-large', {
          zh: `一次最多处理 ${MOST} 条，请缩小筛选范围`,
          en: `At most ${MOST} at once: narrow the filter`,
        })
    }
  let done = 0
  const refused: { id: string; message: Label }[] = []
  for (const id of ids) {
    try {
      const { version } = await getRecord(tx, actor, register, id)
      await undoneWhenRefused(tx, () =>
        act(engine, tx, actor, {
          register: register.name,
          id,
          action: request.action,
          version: request.versions?.[id] ?? version,
          ...(request.comment ? { comment: request.comment } : {}),
        }),
      )
      done++
    } catch (error) {
      // A refusal leaves nothing written; whatever else fails must undo the whole.
      if (!(error instanceof Refusal)) throw error
      refused.push({ id, message: error.details.problems?.[0]?.message ?? error.label })
    }
  }
  return { done, refused }
}
