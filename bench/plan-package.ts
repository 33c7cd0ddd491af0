import { createHash, randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { finished } from 'node:stream/promises'
import { promisify } from 'node:util'
import { deflateRaw } from 'node:zlib'
import { declarations } from '../catalogue/index.gen.ts'
import { asSystem } from '../src/engine/access/actor.ts'
import { pathOf } from '../src/engine/files/store.ts'
import { createMany } from '../src/engine/records/write-many.ts'
import { assembleCatalogue } from '../src/language/catalogue.ts'
import { writePackage } from '../src/modules/plan/index.ts'
import { makeTestCollege } from '../src/testing/actors.ts'
import { openBench } from './college.ts'
import type { BenchRow } from './row.ts'

const FILES = Number(process.env['BENCH_FILES'] ?? 20_000)
const OF_RECORD = 10
const BYTES = 20_000

/** A package of 20,000 files, against reading, hashing, packing and writing the same files in a loop. */
export async function benchPlanPackage(): Promise<BenchRow[]> {
  const db = await openBench(assembleCatalogue(declarations))
  const college = await makeTestCollege(db.engine, 'package')
  const system = asSystem(college.id, 'bench')
  const plan = await college.add('plans', {
    code: 'package',
    name: '示例计划',
    kind: 'college',
    from: '2019-01-01',
    to: '2021-12-31',
  })
  const level = await college.add('plan-levels', { code: 'P', plan, kind: 'school', name: '学校', weight: '100' })
  const place = { plan, level, unit: college.east, from: '2019-01-01', to: '2021-12-31' }
  const board = await college.add('plan-tasks', { number: 'P-0', name: '板块', kind: 'board', ...place })
  const tasks: string[] = []
  for (let i = 0; i < 40; i++)
    tasks.push(
      await college.add('plan-tasks', {
        number: `P-${i + 1}`,
        name: `任务点 ${i + 1}`,
        kind: 'leaf',
        parent: board,
        ...place,
      }),
    )
  const hashes: string[] = []
  const refs: { sha256: string; name: string; size: number; type: string }[] = []
  for (let i = 0; i < FILES; i++) {
    // Half of it packs, half does not: as scans and office files do.
    const content = Buffer.concat([randomBytes(BYTES / 2), Buffer.alloc(BYTES / 2, i % 250)])
    const sha256 = createHash('sha256').update(content).digest('hex')
    const path = pathOf(db.engine.filesDir, sha256)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, content)
    hashes.push(sha256)
    refs.push({ sha256, name: `材料 ${i}.pdf`, size: BYTES, type: 'application/pdf' })
  }
  await db.engine.database.inCollege(college.id, async (tx) => {
    const values = Array.from({ length: FILES / OF_RECORD }, (_, i) => ({
      values: {
        number: `E-${i}`,
        name: `佐证 ${i}`,
        task: tasks[i % tasks.length],
        unit: college.east,
        proves: 'process',
        kind: 'file',
        files: refs.slice(i * OF_RECORD, (i + 1) * OF_RECORD),
        collectedOn: '2021-06-30',
      },
      state: 'approved',
    }))
    await createMany({ ...db.engine, guards: [] }, tx, system, 'plan-evidence', values)
  })
  const out = join(db.dataDir, 'package.zip')
  const peak = watchMemory()
  const began = performance.now()
  const written = await writePackage(db.engine, system, { college: college.id, plan: 'package', out })
  const ours = performance.now() - began
  const grown = peak.stop()
  if (written.files !== FILES || written.problems > 0)
    throw new Error(`${written.files} files, ${written.problems} problems`)
  const begunByHand = performance.now()
  await byHand(db.engine.filesDir, hashes, join(db.dataDir, 'hand.bin'))
  const hand = performance.now() - begunByHand
  const { size } = await stat(out)
  await rm(out)
  await db.close()
  return [
    {
      name: `evidence package of ${FILES.toLocaleString('en')} files, ${Math.round(size / 1_048_576)} MB`,
      ours: `${(ours / 1000).toFixed(1)} s, memory +${grown.toFixed(0)} MB`,
      byHand: `${(hand / 1000).toFixed(1)} s`,
      ratio: (ours / hand).toFixed(2),
      aim: '≤ 1.50',
    },
  ]
}

/** How far the process's memory grows, in MB. */
function watchMemory() {
  const start = process.memoryUsage().rss
  let most = start
  const timer = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 50)
  return {
    stop() {
      clearInterval(timer)
      return (most - start) / 1_048_576
    },
  }
}

async function byHand(filesDir: string, hashes: readonly string[], out: string): Promise<void> {
  const pack = promisify(deflateRaw)
  const to = createWriteStream(out)
  const lines: string[] = []
  for (const sha256 of hashes) {
    const content = await readFile(pathOf(filesDir, sha256))
    lines.push(createHash('sha256').update(content).digest('hex'))
    if (!to.write(await pack(content))) await new Promise<void>((resolve) => to.once('drain', () => resolve()))
  }
  to.end(lines.join('\n'))
  await finished(to)
}
