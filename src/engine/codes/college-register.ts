import type { Database, Tx } from '../../database/connection.ts'
import type { Catalogue } from '../../language/catalogue.ts'
import { collegeCatalogue } from '../../language/college-codes.ts'
import type { AnyRegister } from '../../language/register.ts'
import { today } from '../access/today.ts'
import { type Engine, getRegister } from '../engine.ts'
import { ownCodes } from './own-codes.ts'

interface Kept {
  readonly declared: Catalogue
  readonly catalogue: Catalogue
  /** The college's own values and the day: as long as they stay the same, the catalogue stays the same object. */
  readonly of: string
  readonly at: number
}

const KEPT_MS = 5000
const kept = new WeakMap<Database, Map<string, Kept>>()

/** Forgets what is kept of a college's code lists: after any of them changed. */
export function forgetCodes(database: Database, collegeId: string): void {
  kept.get(database)?.delete(collegeId)
}

/**
 * The catalogue with the code lists as the college has them today. Kept for a few seconds: other processes see a
 * change that late at most.
 */
export async function catalogueOf(engine: Engine, tx: Tx): Promise<Catalogue> {
  const byCollege = kept.get(engine.database) ?? new Map<string, Kept>()
  kept.set(engine.database, byCollege)
  const known = byCollege.get(tx.collegeId)
  const at = Date.now()
  if (known && known.declared === engine.catalogue && at - known.at < KEPT_MS) return known.catalogue
  const own = await ownCodes(tx)
  const day = today(at)
  const of = JSON.stringify([day, own])
  // What is remembered of a register elsewhere is remembered by its object.
  const catalogue =
    known?.declared === engine.catalogue && known.of === of
      ? known.catalogue
      : collegeCatalogue(engine.catalogue, own, day)
  byCollege.set(tx.collegeId, { declared: engine.catalogue, catalogue, of, at })
  return catalogue
}

/**
 * A register whose code lists are those of the college. Whoever checks, reads or writes values of records takes it from
 * here; `getRegister` gives it as declared, which is enough for labels and access.
 * @throws Refusal 404 when the catalogue declares no such register
 */
export async function collegeRegister(engine: Engine, tx: Tx, name: string): Promise<AnyRegister> {
  const declared = getRegister(engine, name)
  return (await catalogueOf(engine, tx)).registers.get(name) ?? declared
}
