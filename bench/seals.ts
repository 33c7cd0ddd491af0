import { asSystem } from '../src/engine/access/actor.ts'
import { createSealer } from '../src/engine/history/seal-college.ts'
import type { SealKeys } from '../src/engine/history/seal.ts'
import { verifyCollege } from '../src/engine/history/verify.ts'
import { act } from '../src/engine/records/act.ts'
import { createMany } from '../src/engine/records/write-many.ts'
import { makeTestCollege } from '../src/testing/actors.ts'
import { testCatalogue } from '../src/testing/college.ts'
import { openBench } from './college.ts'
import type { BenchRow } from './row.ts'

const IMPORTED = 20_000
const ROUNDS = 4
const SECONDS = 3
const CLIENTS = 16
const KEYS: SealKeys = ['a key that only the benchmark has']

/** What sealing costs those who write, and how fast a college is sealed and verified. */
export async function benchSeals(): Promise<BenchRow[]> {
  const db = await openBench(testCatalogue())
  try {
    const { engine } = db
    const college = await makeTestCollege(engine, 'bench')
    const system = asSystem(college.id, 'bench')
    let serial = 0
    const values = () => ({
      number: `B${++serial}`,
      name: `扳手 ${serial}`,
      kind: 'hand',
      workshop: college.east,
      pieces: 3,
    })
    const imports = async () => {
      const rows = Array.from({ length: IMPORTED }, () => ({ values: values() }))
      const began = performance.now()
      await engine.database.inCollege(college.id, (tx) => createMany(engine, tx, system, 'tools', rows))
      return IMPORTED / ((performance.now() - began) / 1000)
    }
    const creates = async () => {
      const until = Date.now() + SECONDS * 1000
      let made = 0
      const client = async () => {
        for (; Date.now() < until; made++)
          await engine.database.inCollege(college.id, (tx) =>
            act(engine, tx, system, { register: 'tools', action: 'create', values: values() }),
          )
      }
      await Promise.all(Array.from({ length: CLIENTS }, client))
      return made / SECONDS
    }
    let sealed = 0
    let sealing = 0
    const sealer = createSealer(engine, KEYS, (_college, seal) => void (sealed += seal.count))
    /** The same work with and without a sealer at work beside it, which has the rows of the round before to seal. */
    const beside = async (work: () => Promise<number>) => {
      const timer = setInterval(() => void sealer.run([college.id]).catch(() => undefined), 1000)
      const rate = await work()
      clearInterval(timer)
      return rate
    }
    const both = async (work: () => Promise<number>) => {
      const rates = { plain: 0, sealed: 0 }
      await work()
      for (let round = 0; round < ROUNDS; round++) {
        rates.plain += (await work()) / ROUNDS
        rates.sealed += (await beside(work)) / ROUNDS
      }
      return rates
    }
    const created = await both(creates)
    const imported = await both(imports)
    // What is left, when the margin of the clocks has passed.
    await sealer.run([college.id])
    await new Promise((resolve) => setTimeout(resolve, 11_000))
    const before = sealed
    const began = performance.now()
    await sealer.run([college.id])
    await sealer.run([college.id])
    sealing = (sealed - before) / ((performance.now() - began) / 1000)
    const memory = process.memoryUsage().rss
    const start = performance.now()
    const verified = await verifyCollege(engine, college.id, KEYS, [])
    const seconds = (performance.now() - start) / 1000
    if (verified.faultCount > 0) throw new Error(JSON.stringify(verified.faults.slice(0, 3)))
    const grown = Math.max(0, process.memoryUsage().rss - memory) / 1_048_576
    const row = (name: string, ours: number, byHand: number): BenchRow => ({
      name,
      ours: `${ours.toFixed(0)}/s`,
      byHand: `${byHand.toFixed(0)}/s`,
      ratio: (ours / byHand).toFixed(2),
      aim: '≥ 0.95',
    })
    const plain = (name: string, ours: string): BenchRow => ({ name, ours, byHand: '', ratio: '', aim: '' })
    return [
      row(
        `create, ${CLIENTS} at once, while history is sealed (against: while it is not)`,
        created.sealed,
        created.plain,
      ),
      row(`import of ${IMPORTED} rows, while history is sealed`, imported.sealed, imported.plain),
      plain('sealing, rows', `${sealing.toFixed(0)}/s`),
      plain(
        `verify, ${verified.rows} rows`,
        `${(verified.rows / seconds).toFixed(0)}/s, memory grows by ${grown.toFixed(0)} MB`,
      ),
    ]
  } finally {
    await db.close()
  }
}
