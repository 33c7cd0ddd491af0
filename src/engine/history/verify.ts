import type { Tx } from '../../database/connection.ts'
import type { Engine } from '../engine.ts'
import {
  FIRST_ID,
  hashSeal,
  isMarked,
  type Leaf,
  momentOfId,
  NO_SEAL,
  readSeals,
  type Seal,
  type SealKeys,
  unpackLeaves,
  unpackPlaces,
} from './seal.ts'
import { type FaultKind, faultList, type Head, type Verified } from './seal-faults.ts'
import { readSealedRows, type SealedRow, sealedTables } from './sealed-rows.ts'
import { findUnfoundedErasures } from './unfounded-erasures.ts'

const PAGE = 2000
/** The largest id there is: what waits to be sealed lies below it. */
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
/** How much earlier than it was written a row may say that it happened: a long import says when it began. */
const BACKDATED_MS = 3_600_000

const tableOf = (number: number) => sealedTables.find((one) => one.number === number)?.table ?? `#${number}`
const order = (a: { id: string; number: number }, b: { id: string; number: number }) =>
  a.id === b.id ? a.number - b.number : a.id < b.id ? -1 : 1
const nameOf = ({ number, id }: { number: number; id: string }) => `${number}/${id}`

/**
 * Tries every seal of a college and every row that is sealed, a page at a time.
 * @param kept heads that were kept outside the database: the chain must still contain them
 * @param tell hears how many rows were tried so far
 */
export async function verifyCollege(
  engine: Engine,
  collegeId: string,
  keys: SealKeys,
  kept: readonly Head[],
  tell: (rows: number) => void = () => {},
): Promise<Verified> {
  const inCollege = <T>(work: (tx: Tx) => Promise<T>) => engine.database.inCollege(collegeId, work)
  const faults = faultList()
  const late = await lateLeaves(inCollege)
  const expected = new Map(kept.map((head) => [head.n, head.hash]))
  let previous: Seal | undefined
  let end = FIRST_ID
  let rows = 0
  let erased = 0
  for (;;) {
    const from = (previous?.n ?? 0) + 1
    const seals = await inCollege((tx) => readSeals(tx, from, 10))
    if (seals.length === 0) break
    for (const seal of seals) {
      trySeal(seal)
      if (!seal.late) await tryRows(seal)
      previous = seal
    }
    tell(rows)
  }
  for (const { leaf, ...place } of late.values())
    if (!leaf.isFound)
      faults.add({ kind: 'deleted', table: tableOf(leaf.number), ...place, id: leaf.id, hash: leaf.hash })
  for (const head of kept) if (head.n > (previous?.n ?? 0)) faults.add({ kind: 'truncated', seal: head.n })
  const waiting = await countWaiting()
  for (const record of await inCollege((tx) => findUnfoundedErasures(engine, tx)))
    faults.add({ kind: 'erased-early', table: 'history', ...record })
  return {
    seals: previous?.n ?? 0,
    rows,
    erased,
    waiting,
    late: late.size,
    head: previous ? { n: previous.n, hash: previous.hash.toString('hex') } : null,
    ...faults.done(),
  }

  function trySeal(seal: Seal): void {
    const n = (previous?.n ?? 0) + 1
    const broken = (kind: FaultKind) => faults.add({ kind, seal: seal.n, at: seal.sealedAt })
    if (seal.n !== n) broken('seal-missing')
    else if (!seal.previous.equals(previous?.hash ?? NO_SEAL)) broken('chain-broken')
    else if (!seal.late && seal.after !== end) broken('chain-broken')
    if (!hashSeal(collegeId, seal).equals(seal.hash)) broken('seal-changed')
    else if (!isMarked(seal, keys)) broken('mark-wrong')
    const known = expected.get(seal.n)
    if (known !== undefined && known !== seal.hash.toString('hex')) broken('head-differs')
  }

  async function tryRows(seal: Seal): Promise<void> {
    const leaves = unpackLeaves(seal.leaves)
    const places = await unpackPlaces(seal.places)
    const about = (i: number) => ({ seal: seal.n, position: i + 1, sealedAt: seal.sealedAt })
    let at = 0
    const gone = (i: number) => {
      const leaf = leaves[i]!
      const table = tableOf(leaf.number)
      faults.add({ kind: 'deleted', table, ...places[i], id: leaf.id, ...about(i), hash: leaf.hash })
    }
    for (let after = seal.after, isMore = true; isMore;) {
      const page = await inCollege((tx) => readSealedRows(tx, after, seal.upto, PAGE))
      for (const row of page) {
        while (at < leaves.length && order(leaves[at]!, row) < 0) gone(at++)
        const leaf = at < leaves.length && order(leaves[at]!, row) === 0 ? leaves[at] : undefined
        if (leaf) tryRow(row, leaf, about(at++))
        else tryLate(row, about(at))
        rows++
        if (row.isErased) erased++
      }
      isMore = page.length === PAGE
      after = page.at(-1)?.id ?? after
    }
    while (at < leaves.length) gone(at++)
    end = seal.upto
  }

  function tryRow(row: SealedRow, leaf: Leaf, about: { seal: number; position: number; sealedAt: string }): void {
    const place = { table: tableOf(row.number), subject: row.subject, record: row.record, id: row.id, ...about }
    if (!row.hash.equals(leaf.hash)) faults.add({ kind: 'changed', ...place, hash: leaf.hash, found: row.hash })
    else if (row.isHalfErased) faults.add({ kind: 'changed', ...place })
    else if (momentOfId(row.id) - row.at > BACKDATED_MS) faults.add({ kind: 'backdated', ...place })
  }

  function tryLate(row: SealedRow, about: { seal: number; position: number; sealedAt: string }): void {
    const found = late.get(nameOf(row))
    if (found) {
      found.leaf.isFound = true
      return tryRow(row, found.leaf, { ...about, seal: found.seal })
    }
    const place = { table: tableOf(row.number), subject: row.subject, record: row.record, id: row.id }
    faults.add({ kind: 'inserted', ...place, ...about, found: row.hash })
  }

  async function countWaiting(): Promise<number> {
    let count = 0
    for (let after = end, isMore = true; isMore;) {
      const page = await inCollege((tx) => readSealedRows(tx, after, LAST_ID, PAGE))
      count += page.length
      isMore = page.length === PAGE
      after = page.at(-1)?.id ?? after
    }
    return count
  }
}

type LateLeaf = Leaf & { isFound: boolean }

/** The rows that were sealed one by one, while a clock was set back. There are few, ever. */
async function lateLeaves(inCollege: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>) {
  const found = new Map<string, { leaf: LateLeaf; seal: number; subject: string; record: string }>()
  for (let from = 1; ;) {
    const seals = await inCollege((tx) => readSeals(tx, from, 10, true))
    for (const seal of seals) {
      const places = await unpackPlaces(seal.places)
      for (const [i, leaf] of unpackLeaves(seal.leaves).entries()) {
        const { subject = '', record = '' } = places[i] ?? {}
        found.set(nameOf(leaf), { leaf: { ...leaf, isFound: false }, seal: seal.n, subject, record })
      }
    }
    const last = seals.at(-1)
    if (!last) return found
    from = last.n + 1
  }
}
