import { readFileSync } from 'node:fs'
import { asSystem } from '../src/engine/access/actor.ts'
import { createSealer } from '../src/engine/history/seal-college.ts'
import type { SealKeys } from '../src/engine/history/seal.ts'
import { verifyCollege } from '../src/engine/history/verify.ts'
import { act } from '../src/engine/records/act.ts'
import { createMany } from '../src/engine/records/write-many.ts'
import { makeTestCollege } from '../src/testing/actors.ts'
import { testCatalogue } from '../src/testing/college.ts'
import { openBench } from './college.ts'
import { databaseOf, processesOf } from './reliability-program.ts'
import type { BenchRow } from './row.ts'

const IMPORTED = 20_000
const ROUNDS = 4
const CREATED = 4000
const CLIENTS = 16
const KEYS: SealKeys = ['a key that only the benchmark has']
/** The kernel counts in hundredths of a second. */
const TICKS = 100

/** What a process and, for the database, its ended sessions have worked, in seconds. */
function worked(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const facts = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number)
  return (facts[11]! + facts[12]! + facts[13]! + facts[14]!) / TICKS
}

interface Cost {
  readonly rows: number
  readonly seconds: number
  /** Of program and database together, in microseconds a row. */
  readonly cpu: number
}

/**
 * What sealing costs beside what it seals. In processor time of program and database: nobody who writes waits for a seal, so
 * that its cost is the part of the machine it takes, whatever else the machine does.
 */
export async function benchSeals(): Promise<BenchRow[]> {
  const db = await openBench(testCatalogue())
  try {
    const { engine } = db
    const college = await makeTestCollege(engine, 'bench')
    const system = asSystem(college.id, 'bench')
    const cpu = () => [process.pid, ...processesOf(databaseOf(db.dataDir)!)].reduce((sum, pid) => sum + worked(pid), 0)
    const cost = async (work: () => Promise<number>): Promise<Cost> => {
      const [began, before] = [performance.now(), cpu()]
      const rows = await work()
      const seconds = (performance.now() - began) / 1000
      return { rows, seconds, cpu: ((cpu() - before) * 1e6) / rows }
    }
    let serial = 0
    const values = () => {
      const number = `B${++serial}`
      return { number, name: `扳手 ${serial}`, kind: 'hand', workshop: college.east, pieces: 3 }
    }
    const imports = async () => {
      for (let round = 0; round < ROUNDS; round++) {
        const rows = Array.from({ length: IMPORTED }, () => ({ values: values() }))
        await engine.database.inCollege(college.id, (tx) => createMany(engine, tx, system, 'tools', rows))
      }
      return ROUNDS * IMPORTED
    }
    const creates = async () => {
      let left = CREATED
      const client = async () => {
        while (left-- > 0)
          await engine.database.inCollege(college.id, (tx) =>
            act(engine, tx, system, { register: 'tools', action: 'create', values: values() }),
          )
      }
      await Promise.all(Array.from({ length: CLIENTS }, client))
      return CREATED
    }
    let sealed = 0
    const sealer = createSealer(engine, KEYS, (_college, seal) => void (sealed += seal.count), 0)
    const seals = async () => {
      const before = sealed
      await sealer.run([college.id])
      return sealed - before
    }
    await imports()
    await creates()
    await seals()
    const imported = await cost(imports)
    const ofImport = await cost(seals)
    const created = await cost(creates)
    const ofCreates = await cost(seals)
    const memory = process.memoryUsage().rss
    const verified = await cost(async () => {
      const found = await verifyCollege(engine, college.id, KEYS, [])
      if (found.faultCount > 0) throw new Error(JSON.stringify(found.faults.slice(0, 3)))
      return found.rows
    })
    const grown = Math.max(0, process.memoryUsage().rss - memory) / 1_048_576
    const row = (name: string, seal: Cost, write: Cost, aim: string): BenchRow => ({
      name,
      ours: `${seal.cpu.toFixed(0)} µs`,
      byHand: `${write.cpu.toFixed(0)} µs`,
      ratio: (seal.cpu / write.cpu).toFixed(3),
      aim,
    })
    const plain = (name: string, ours: string): BenchRow => ({ name, ours, byHand: '', ratio: '', aim: '' })
    const rate = ({ rows, seconds }: Cost) => `${(rows / seconds).toFixed(0)}/s`
    return [
      row('processor time to seal a row that was created (by hand: to create it)', ofCreates, created, '≤ 0.05'),
      row(
        'processor time to seal a row that was imported (by hand: to import it)',
        ofImport,
        imported,
        '≤ 0.25, ten seconds later',
      ),
      plain('sealing', rate(ofImport)),
      plain(`verify, ${verified.rows} rows`, `${rate(verified)}, memory grows by ${grown.toFixed(0)} MB`),
    ]
  } finally {
    await db.close()
  }
}
