import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Engine } from '../../../../engine/engine.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import { Refusal } from '../../../../engine/refusal.ts'
import type { Client } from './clients.ts'

/** Answers are kept for so long. */
const DAYS = 30

/** Carries an answer out of a transaction that is to be undone. */
class Undone extends Error {
  readonly answer: object
  constructor(answer: object) {
    super('undone')
    this.answer = answer
  }
}

/**
 * Does what a program asks once for its key: asked again with the same key and body it gets the same answer, whatever
 * became of the first call on its way. A sandbox's work goes through every check and is then undone; its answer is kept.
 * @throws Refusal 409 the key was used for something else
 */
export async function answerOnce<T extends object>(
  engine: Engine,
  college: string,
  client: Client,
  asked: { readonly key: string; readonly body: string },
  work: (tx: Tx) => Promise<T>,
): Promise<T & { readonly repeated?: true }> {
  const hash = createHash('sha256').update(asked.body).digest()
  const keep = (tx: Tx, answer: object) =>
    tx.change(sql`
      INSERT INTO credit_batches (college_id, client_id, key, body_hash, answer, at)
      VALUES (${college}, ${client.id}, ${asked.key}, ${hash}, ${JSON.stringify(answer)}::jsonb, ${new Date().toISOString()})
      ON CONFLICT (college_id, client_id, key) DO NOTHING`)
  try {
    return await engine.database.inCollege(college, async (tx) => {
      await tx.run(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`credit batch ${client.id} ${asked.key}`}, 0))`)
      await tx.change(sql`
        DELETE FROM credit_batches WHERE college_id = ${college} AND client_id = ${client.id} AND at < ${new Date(Date.now() - DAYS * 86_400_000).toISOString()}`)
      const [before] = await tx.run<{ hash: Buffer; answer: T }>(sql`
        SELECT body_hash AS hash, answer FROM credit_batches WHERE college_id = ${college} AND client_id = ${client.id} AND key = ${asked.key}`)
      if (before && !before.hash.equals(hash))
        throw new Refusal('conflict', {
          zh: '这个幂等键（Idempotency-Key）用于过另一份内容：请换一个新键',
          en: 'This Idempotency-Key was used for something else: choose a new one',
        })
      if (before) return { ...before.answer, repeated: true as const }
      const answer = await work(tx)
      if (client.sandbox) throw new Undone(answer)
      await keep(tx, answer)
      return answer
    })
  } catch (error) {
    if (!(error instanceof Undone)) throw error
    await engine.database.inCollege(college, (tx) => keep(tx, error.answer))
    return error.answer as T
  }
}
