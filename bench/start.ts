import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './free-port.ts'
import { type Taken, takenBy } from './memory.ts'
import type { BenchRow } from './row.ts'

const root = join(import.meta.dirname, '..')

async function start(dataDir: string): Promise<{ ms: number; memory: Taken; end(): Promise<void> }> {
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
    memory: takenBy(child.pid!),
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
