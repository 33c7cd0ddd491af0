import { sql } from 'kysely'
import type { Tx } from '../../../../engine/module-server.ts'

/** Whoever compares sums of a college's money, or writes its ledger, does so one after the other. Until the end of the transaction. */
export async function lockMoney(tx: Tx): Promise<void> {
  await tx.run(sql`SELECT pg_advisory_xact_lock(hashtext(${`plan money ${tx.collegeId}`}))`)
}
