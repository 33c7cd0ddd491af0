import { sql } from 'kysely'
import { z } from 'zod'
import type { Actor } from '../../../../engine/access/actor.ts'
import type { Engine } from '../../../../engine/engine.ts'
import { checkAttachable } from '../../../../engine/files/may-open.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import { act } from '../../../../engine/records/act.ts'
import { Refusal, unknownRecord } from '../../../../engine/refusal.ts'
import type { FileRef } from '../../../../language/fields.ts'
import { MOST_MEGABYTES } from '../../wire.ts'
import { tableOf } from '../fact-sql.ts'
import { themselves } from './self.ts'

/** Scans of certificates and photographs; anybody may sign up, so that it is less than what the college's people send. */
export const MOST_BYTES = MOST_MEGABYTES * 1_048_576
/** Files that one account sends in 24 hours. */
const MOST_A_DAY = 40
const DAY_MS = 86_400_000

export const evidenceFile = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string().min(1).max(255),
  size: z.int().min(1).max(MOST_BYTES),
  type: z.string().max(200),
})

/** @throws Refusal 429 when the account has sent as much as it may today */
export async function checkMaySend(tx: Tx, actor: Actor): Promise<void> {
  const since = new Date(Date.now() - DAY_MS).toISOString()
  const [row] = await tx.run<{ n: number }>(
    sql`SELECT count(*)::integer AS n FROM uploads WHERE college_id = ${tx.collegeId} AND account_id = ${actor.accountId} AND at > ${since}::timestamptz`,
  )
  if (row!.n >= MOST_A_DAY)
    throw new Refusal('too-many', {
      zh: `24 小时内最多上传 ${MOST_A_DAY} 个文件：请明天再传，或携原件到学分银行服务点`,
      en: `An account sends ${MOST_A_DAY} files in 24 hours at most: send the rest tomorrow, or bring the papers to a desk of the credit bank`,
    })
}

/** Did the learner send it, or does an outcome of theirs hold it? */
export async function ownsFile(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  learner: string,
  sha256: string,
): Promise<boolean> {
  const held = JSON.stringify([{ sha256 }])
  const rows = await tx.run(sql`
    SELECT 1 FROM uploads WHERE college_id = ${tx.collegeId} AND account_id = ${actor.accountId} AND sha256 = ${sha256}
    UNION ALL SELECT 1 FROM ${tableOf(engine, 'learning-outcomes')}
      WHERE college_id = ${tx.collegeId} AND learner = ${learner} AND deleted_at IS NULL AND evidence @> ${held}::jsonb LIMIT 1`)
  return rows.length > 0
}

/**
 * Adds evidence to an outcome of the learner's own that is not accredited yet, or was refused and is to be appealed.
 * @throws Refusal 404 not theirs, 409 decided already, 422 a file that is not theirs, or too many
 */
export async function addEvidence(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  learner: string,
  id: string,
  files: readonly FileRef[],
): Promise<void> {
  const [row] = await tx.run<{ state: string; evidence: FileRef[] | null }>(sql`
    SELECT state, evidence FROM ${tableOf(engine, 'learning-outcomes')}
    WHERE college_id = ${tx.collegeId} AND id = ${id} AND learner = ${learner} AND deleted_at IS NULL`)
  if (!row) throw unknownRecord()
  if (row.state !== 'registered' && row.state !== 'refused')
    throw new Refusal('conflict', {
      zh: '这项成果已经认定，佐证材料不再增加',
      en: 'This outcome is decided: nothing is added to its evidence',
    })
  const there = row.evidence ?? []
  const added = files.filter(({ sha256 }) => !there.some((one) => one.sha256 === sha256))
  await checkAttachable(
    engine,
    tx,
    actor,
    added.map(({ sha256 }) => sha256),
    'evidence',
  )
  // Also when an institution entered it.
  await act(engine, tx, themselves(actor), {
    register: 'learning-outcomes',
    id,
    action: 'update',
    values: { evidence: [...there, ...added] },
  })
}
