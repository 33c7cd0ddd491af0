import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BenchRow } from './row.ts'

const root = join(import.meta.dirname, '..')

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

/** Proportional set size of a process and all below it, in MB: shared pages are counted once. */
function memory(pid: number): { node: number; postgres: number } {
  const parents = new Map<number, number>()
  const names = new Map<number, string>()
  for (const entry of readdirSync('/proc').filter((n) => /^\d+$/.test(n)))
    try {
      const stat = readFileSync(`/proc/${entry}/stat`, 'utf8')
      names.set(Number(entry), stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')')))
      parents.set(Number(entry), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
    } catch {
      // ended meanwhile
    }
  const isBelow = (at: number): boolean => at === pid || (parents.has(at) && isBelow(parents.get(at)!))
  const sum = { node: 0, postgres: 0 }
  for (const at of [...parents.keys()].filter((p) => p > 1 && isBelow(p)))
    try {
      const pss = Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${at}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024
      if (names.get(at) === 'postgres') sum.postgres += pss
      else sum.node += pss
    } catch {
      // not ours to read
    }
  return sum
}

async function start(
  dataDir: string,
): Promise<{ ms: number; memory: { node: number; postgres: number }; end(): Promise<void> }> {
  const port = await freePort()
  const began = performance.now()
  const child = spawn(process.execPath, [join(root, 'src/cli/main.ts'), 'start'], {
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'silent' },
    stdio: 'ignore',
  })
  for (;;) {
    const ok = await fetch(`http://127.0.0.1:${port}/api/demo`).then(
      (r) => r.ok,
      () => false,
    )
    if (ok) break
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  const ms = performance.now() - began
  await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined)
  return {
    ms,
    memory: memory(child.pid!),
    end: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}

/** First start with the demo college, second start, and what the running program takes. */
export async function benchStart(): Promise<BenchRow[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'jiangxin-bench-'))
  const cold = await start(dataDir)
  await cold.end()
  const warm = await start(dataDir)
  await warm.end()
  rmSync(dataDir, { recursive: true, force: true })
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`
  return [
    { name: 'first start, demo college loaded', ours: seconds(cold.ms), byHand: '', ratio: '', aim: '' },
    { name: 'second start to the first answer', ours: seconds(warm.ms), byHand: '', ratio: '', aim: '≤ 5 s' },
    {
      name: 'memory after start: server',
      ours: `${warm.memory.node.toFixed(0)} MB`,
      byHand: '',
      ratio: '',
      aim: '≤ 250 MB',
    },
    {
      name: 'memory after start: database',
      ours: `${warm.memory.postgres.toFixed(0)} MB`,
      byHand: '',
      ratio: '',
      aim: '',
    },
  ]
}
