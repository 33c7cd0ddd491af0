import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { declarations } from '../catalogue/index.gen.ts'
import { connect } from '../src/database/connection.ts'
import { assembleCatalogue } from '../src/language/catalogue.ts'
import { loadDemo } from '../src/server/demo.ts'
import { openBench } from './college.ts'
import { addOtherCollege, fuzz } from './fuzz-run.ts'
import type { BenchRow } from './row.ts'

/** Requests altogether; each part begins with a fresh copy of the demo, since what is sent also deletes. */
const REQUESTS = Number(process.env['FUZZ_REQUESTS'] ?? 100_000)
const PART = 5000

/** Malformed requests made from our own description: none may end in a fault of the server's or tell what is not theirs. */
export async function benchFuzz(): Promise<BenchRow[]> {
  const bench = await openBench(assembleCatalogue(declarations))
  const name = new URL(bench.adminUrl).pathname.slice(1)
  const faults: string[] = []
  const statuses = new Map<number, number>()
  const began = Date.now()
  let sent = 0
  try {
    await loadDemo(bench.engine, () => {})
    await addOtherCollege(bench.engine)
    await bench.engine.database.close()
    for (let part = 0; sent < REQUESTS; part++) {
      const copy = `fuzz_${part}`
      const at = (url: string, database: string) => Object.assign(new URL(url), { pathname: `/${database}` }).toString()
      const owner = new pg.Client({ connectionString: at(bench.adminUrl, 'postgres') })
      await owner.connect()
      await owner.query(`CREATE DATABASE ${copy} TEMPLATE ${name}`)
      await owner.query(`GRANT CONNECT ON DATABASE ${copy} TO jiangxin_app`)
      const database = connect(at(bench.appUrl, copy))
      const filesDir = mkdtempSync(join(tmpdir(), 'jiangxin-fuzz-'))
      const result = await fuzz({ ...bench.engine, database, filesDir }, Math.min(PART, REQUESTS - sent), part + 1)
      await database.close()
      // A vacuum of the server's own may be at work there: then the copy goes with the whole folder.
      await owner.query(`DROP DATABASE ${copy} WITH (FORCE)`).catch(() => {})
      await owner.end()
      rmSync(filesDir, { recursive: true, force: true })
      sent += result.sent
      faults.push(...result.faults)
      for (const [status, n] of result.statuses) statuses.set(status, (statuses.get(status) ?? 0) + n)
      console.error(`${sent} requests, ${faults.length} faults, ${((Date.now() - began) / 1000).toFixed(0)} s`)
      for (const fault of result.faults.slice(0, 20)) console.error(fault)
    }
  } finally {
    await bench.close().catch(() => {})
  }
  const told = [...statuses].toSorted(([a], [b]) => a - b).map(([status, n]) => `${status}: ${n}`)
  return [
    { name: `malformed requests (${told.join(', ')})`, ours: String(sent), byHand: '–', ratio: '–', aim: '100,000' },
    {
      name: 'server errors and leaks among the answers',
      ours: String(faults.length),
      byHand: '–',
      ratio: '–',
      aim: '0',
    },
  ]
}
