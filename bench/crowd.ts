import { fork } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Crowd, CrowdResult } from './crowd-clients.ts'
import { type Member, makeCrowd, papersSheet } from './crowd-people.ts'
import { type Taken, takenBy } from './memory.ts'
import { openOn } from './reliability-college.ts'
import { type Program, programOn } from './reliability-program.ts'
import type { BenchRow } from './row.ts'

const PEOPLE = Number(process.env['BENCH_PEOPLE'] ?? 200)
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 60)
const THINK_SECONDS = Number(process.env['BENCH_THINK'] ?? 8)
/** A folder for a profile of the server's processor time, when wanted. */
const PROFILE = process.env['BENCH_PROFILE']
const ARRIVE_SECONDS = 30
const SAMPLE_MS = 5000
const SHEET_ROWS = 200

/** More than anybody comes to send in the time. */
const SHEETS_EACH = Math.ceil(SECONDS / 150) + 1

interface Sample extends Taken {
  readonly at: number
}

/** 200 people at once over the demo college, in a process of their own: how long each kind of request takes, what fails, what it takes. */
export async function benchCrowd(): Promise<BenchRow[]> {
  const place = mkdtempSync(path.join(realpathSync(tmpdir()), 'jiangxin-crowd-'))
  chmodSync(place, 0o755)
  const dataDir = path.join(place, 'data')
  const program = await programOn(dataDir, {
    env: { DEMO: '1' },
    flags: PROFILE ? ['--cpu-prof', `--cpu-prof-dir=${PROFILE}`] : [],
  })
  try {
    await program.start()
    const crowd = await gather(program, dataDir, place)
    // What loading the demo took of memory is no part of the day's work.
    await program.end('SIGTERM')
    await program.start()
    const samples: Sample[] = []
    const began = Date.now()
    const sample = () => samples.push({ at: (Date.now() - began) / 1000, ...takenBy(program.pid()) })
    sample()
    const timer = setInterval(sample, SAMPLE_MS)
    const child = fork(path.join(import.meta.dirname, 'crowd-clients.ts'))
    child.send(crowd)
    const [result] = (await once(child, 'message')) as [CrowdResult]
    clearInterval(timer)
    sample()
    return rowsOf(result, samples)
  } finally {
    if (program.isRunning()) await program.end('SIGTERM')
    rmSync(place, { recursive: true, force: true })
  }
}

async function gather(program: Program, dataDir: string, place: string): Promise<Crowd> {
  const { engine, close } = await openOn(dataDir)
  try {
    const members: Member[] = await makeCrowd(engine, PEOPLE)
    const sheets: Record<string, string[]> = {}
    let serial = 0
    for (const member of members.filter(({ part }) => part === 'filler'))
      for (let i = 0; i < SHEETS_EACH; i++) {
        const file = path.join(place, `papers-${++serial}.xlsx`)
        writeFileSync(file, await papersSheet(engine, member, serial, SHEET_ROWS))
        ;(sheets[member.name] ??= []).push(file)
      }
    return {
      port: Number(new URL(program.url).port),
      members,
      seconds: SECONDS,
      arriveSeconds: ARRIVE_SECONDS,
      thinkSeconds: THINK_SECONDS,
      sheets,
    }
  } finally {
    await close()
  }
}

const at = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0

function rowsOf({ times, errors, pages }: CrowdResult, samples: readonly Sample[]): BenchRow[] {
  const row = (name: string, ours: string, aim = ''): BenchRow => ({ name, ours, byHand: '', ratio: '', aim })
  const spread = (list: readonly number[]) => {
    const sorted = list.toSorted((a, b) => a - b)
    return `${sorted.length}: ${[0.5, 0.95, 0.99].map((part) => at(sorted, part).toFixed(0)).join(' / ')} ms`
  }
  const all = Object.values(times).flat()
  const first = samples[0]!
  const last = samples.at(-1)!
  const seconds = last.at - first.at
  const memory = (sample: Sample) => `${sample.node.toFixed(0)} + ${sample.postgres.toFixed(0)} MB`
  const inThirds = [0, 1 / 3, 2 / 3, 1].map((part) => samples[Math.round((samples.length - 1) * part)]!)
  const cores = (used: number) => (used / seconds).toFixed(2)
  for (const error of errors.slice(0, 20)) console.error(error)
  return [
    row(`${PEOPLE} people for ${SECONDS} s, ${THINK_SECONDS} s to think; pages looked at`, String(pages)),
    row('all requests: p50 / p95 / p99', spread(all), 'p95 ≤ 300 ms'),
    ...Object.entries(times)
      .toSorted(([a], [b]) => a.localeCompare(b))
      .map(([kind, list]) => row(`– ${kind}`, spread(list))),
    row('errors', String(errors.length), '0'),
    row('memory of program + database, at the start, ⅓, ⅔, end', inThirds.map(memory).join(', '), 'flat'),
    row(
      'cores used: program, database',
      `${cores(last.nodeSeconds - first.nodeSeconds)}, ${cores(last.postgresSeconds - first.postgresSeconds)}`,
      '< 2 together',
    ),
  ]
}
