import { sql } from 'kysely'
import { z } from 'zod'
import type { Actor } from '../../../engine/access/actor.ts'
import { today } from '../../../engine/access/today.ts'
import type { Engine } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { act } from '../../../engine/records/act.ts'
import { listRecords } from '../../../engine/records/list.ts'
import type { WireRecord } from '../../../language/wire.ts'
import type { WireDuty } from '../wire-run.ts'
import type { Whose } from './fills.ts'

/** What meetings and checks leave somebody to do: where its day stands, what was done, and the step that reports it. */
const DUTIES = {
  decision: { register: 'plan-decisions', due: 'dueOn', said: 'outcome', report: 'report' },
  finding: { register: 'plan-findings', due: 'mendBy', said: 'mended', report: 'mend' },
} as const
const MOST = 200

/** What a person says of a duty when it is done. */
export const duty = z.strictObject({
  kind: z.enum(['decision', 'finding']),
  version: z.number().int(),
  said: z.string().max(4000),
})

/** Open decisions and findings that the actor has to carry out, or all within their reach; the most urgent first. */
export async function listDuties(engine: Engine, tx: Tx, actor: Actor, whose: Whose): Promise<WireDuty[]> {
  const found: WireDuty[] = []
  const now = today()
  for (const kind of ['decision', 'finding'] as const) {
    const { register, due, report } = DUTIES[kind]
    const { rows } = await listRecords(engine, tx, actor, {
      register,
      where: [['state', 'is', 'open']],
      limit: MOST,
      also: whose === 'all' ? sql`true` : sql`responsible = ${actor.personId}`,
    })
    for (const record of rows) {
      if (!record.can.actions.some(({ name }) => name === report)) continue
      const dueOn = String(record.values[due] ?? '')
      found.push({ record, kind, dueOn, isLate: dueOn < now })
    }
  }
  return found.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
}

/**
 * Keeps what was done and reports it for checking: both or nothing.
 * @throws Refusal 403, 404, 409 stale, 422
 */
export async function reportDuty(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  id: string,
  { kind, version, said }: z.infer<typeof duty>,
): Promise<WireRecord> {
  const { register, said: field, report } = DUTIES[kind]
  const kept = await act(engine, tx, actor, {
    register,
    id,
    action: 'update',
    version,
    values: { [field]: said.trim() === '' ? null : said },
    comment: '报告落实情况',
  })
  return act(engine, tx, actor, { register, id, action: report, version: kept.version })
}
