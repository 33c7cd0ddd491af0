import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import type { Engine } from '../engine.ts'
import { addSeal, FIRST_ID, idAt, lastSeal, momentOfId, type Seal, type SealKeys, unpackLeaves } from './seal.ts'
import { readSealedRows } from './sealed-rows.ts'

/** Number of the lock under which a college is sealed: one process at a time. */
const SEALING = 0x6a7c
/** How many rows one seal holds. */
const MOST = 2000
/** How far clocks of servers may be apart, and how long an id may wait for its statement. */
const MARGIN_MS = 10_000
/** A seal is made at least so often, that rows which are put in later cannot pretend to have been there. */
const PULSE_MS = 3_600_000
/** How far back rows are looked for while a clock is set back. */
const SET_BACK_MS = 600_000

/**
 * Seals what a college holds with ids up to a moment. Everything that will ever have such an id must be committed.
 * @param until milliseconds
 * @returns the last seal that was made; undefined when there was nothing to do, or another process is at it
 */
export async function sealUntil(tx: Tx, keys: SealKeys, until: number, most = MOST): Promise<Seal | undefined> {
  const [lock] = await tx.run<{ free: boolean }>(
    sql`SELECT pg_try_advisory_xact_lock(${SEALING}, hashtext(${tx.collegeId})) AS free`,
  )
  if (!lock!.free) return undefined
  const last = await lastSeal(tx)
  const after = last ? await regularEnd(tx, last) : FIRST_ID
  const upto = idAt(until)
  if (upto <= after) return momentOfId(after) - until > MARGIN_MS ? sealLate(tx, keys, last!, until, after) : undefined
  const rows = await readSealedRows(tx, after, upto, most)
  const isPulse = last !== undefined && until - momentOfId(after) > PULSE_MS
  if (rows.length === 0 && !isPulse) return undefined
  return addSeal(tx, keys, last, rows, { after, upto: rows.length < most ? upto : rows.at(-1)!.id, late: false })
}

/** Where the intervals end that are sealed as a whole. */
async function regularEnd(tx: Tx, last: Seal): Promise<string> {
  if (!last.late) return last.upto
  const [row] = await tx.run<{ upto: string }>(
    sql`SELECT upto FROM seals WHERE college_id = ${tx.collegeId} AND NOT late ORDER BY n DESC LIMIT 1`,
  )
  return row?.upto ?? FIRST_ID
}

/** The clock is behind what is sealed already: new rows get ids of intervals that are closed, and are sealed one by one. */
async function sealLate(tx: Tx, keys: SealKeys, last: Seal, until: number, end: string): Promise<Seal | undefined> {
  const [after, now] = [idAt(until - SET_BACK_MS), idAt(until)]
  const upto = now < end ? now : end
  const rows = await readSealedRows(tx, after, upto, 5 * MOST)
  const known = await tx.run<{ leaves: Buffer }>(
    sql`SELECT leaves FROM seals WHERE college_id = ${tx.collegeId} AND upto > ${after}::uuid AND after < ${upto}::uuid`,
  )
  const sealed = new Set(known.flatMap((seal) => unpackLeaves(seal.leaves).map((leaf) => leaf.id)))
  const fresh = rows.filter((row) => !sealed.has(row.id)).slice(0, MOST)
  return fresh.length === 0 ? undefined : addSeal(tx, keys, last, fresh, { after, upto, late: true })
}

/** What was running at a moment, by the database's numbers of transactions. */
interface Probe {
  readonly at: number
  /** The first number that no transaction had yet. */
  readonly next: bigint
}

/** Seals colleges, some rows at a time, as often as it is asked. */
export interface Sealer {
  /**
   * @param colleges their ids
   * @returns up to which moment nothing of theirs is left to be sealed, in milliseconds; undefined when that is not known yet
   */
  run(colleges: readonly string[]): Promise<number | undefined>
}

/**
 * A sealer waits until no transaction is left that could still write rows with older ids, so that nothing ever comes into
 * an interval that is closed: nobody who writes waits for it.
 * @param tell hears of every seal once it is committed
 * @param margin milliseconds that clocks may differ
 */
export function createSealer(
  engine: Engine,
  keys: SealKeys,
  tell: (collegeId: string, seal: Seal) => void,
  margin = MARGIN_MS,
): Sealer {
  let probes: Probe[] = []
  /** Up to which moment nothing can come any more, in milliseconds; undefined until that is known. */
  async function settled(): Promise<number | undefined> {
    const [seen] = await engine.database.run<{ oldest: string; now: string; first: string; next: string }>(sql`
      SELECT extract(epoch FROM now()) * 1000 AS now, pg_snapshot_xmin(pg_current_snapshot())::text AS first, pg_snapshot_xmax(pg_current_snapshot())::text AS next,
        extract(epoch FROM coalesce((SELECT min(xact_start) FROM pg_stat_activity
          WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()), now())) * 1000 AS oldest`)
    // The clock that is behind counts, the database's or ours: ids are made here.
    const now = Math.min(Number(seen!.now), Date.now())
    const first = BigInt(seen!.first)
    probes = [...probes.filter((probe) => probe.at <= now), { at: now, next: BigInt(seen!.next) }]
    const done = probes.findLastIndex((probe) => probe.next <= first)
    if (done < 0) return undefined
    probes = probes.slice(done)
    return Math.min(probes[0]!.at, Number(seen!.oldest)) - margin
  }
  return {
    async run(colleges) {
      const until = await settled()
      if (until === undefined) return undefined
      for (const college of colleges)
        for (let isMore = true; isMore;) {
          const seal = await engine.database.inCollege(college, (tx) => sealUntil(tx, keys, until))
          if (seal) tell(college, seal)
          isMore = seal?.count === MOST && !seal.late
        }
      return until
    },
  }
}
