import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import type { Engine } from '../engine.ts'

/**
 * Reads each statement in a transaction of its own, so that a slow download holds no connection while it waits.
 * Nothing is lost by it: statements of one transaction do not see one moment either (READ COMMITTED).
 * Once the signal says that nobody waits any more, nothing more is read.
 */
export const shortTransactions = (engine: Engine, collegeId: string, signal?: AbortSignal): Tx => ({
  collegeId,
  seen: sql`NULL`,
  async run(statement) {
    signal?.throwIfAborted()
    return engine.database.inCollege(collegeId, (tx) => tx.run(statement))
  },
  change: () => Promise.reject(new Error('Reading in short transactions changes nothing')),
  asOwner: () => Promise.reject(new Error('Reading in short transactions changes nothing')),
  get client(): never {
    throw new Error('There is no one connection behind short transactions')
  },
})
