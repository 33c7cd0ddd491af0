import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from './free-port.ts'

const program = path.resolve(import.meta.dirname, '../src/cli/main.ts')

/** The whole program on one address, however often it has to be started. */
export interface Program {
  readonly url: string
  /** Starts it, and waits until it serves. @returns how long that took, in milliseconds */
  start(): Promise<number>
  /** Ends it. @returns its exit code; null when it was killed */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>
  isRunning(): boolean
  /** Its process id, of the last start. */
  pid(): number
  /** What it said last. */
  said(): string
}

/**
 * The program for a data folder. Port and data stay the same through every start, as on a real server.
 * @param more settings, and flags of Node.js
 */
export async function programOn(
  dataDir: string,
  more: { readonly env?: Readonly<Record<string, string>>; readonly flags?: readonly string[] } = {},
): Promise<Program> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  let child: ChildProcess | undefined
  let said = ''
  return {
    url,
    said: () => said.slice(-2000),
    pid: () => child!.pid!,
    isRunning: () => child !== undefined && child.exitCode === null && child.signalCode === null,
    async start() {
      const began = performance.now()
      const env = {
        PATH: process.env['PATH'],
        HOME: dataDir,
        DATA_DIR: dataDir,
        PORT: String(port),
        DEMO: '0',
        LOG_LEVEL: 'warn',
        ...more.env,
      }
      const made = spawn(process.execPath, [...(more.flags ?? []), program, 'start', '--json'], {
        cwd: '/',
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      child = made
      const hear = (part: Buffer) => (said = (said + String(part)).slice(-20_000))
      made.stdout.on('data', hear)
      made.stderr.on('data', hear)
      for (;;) {
        if (made.exitCode !== null) throw new Error(`It ended with ${made.exitCode}: ${said.slice(-2000)}`)
        const ready = await fetch(`${url}/ready`, { signal: AbortSignal.timeout(4000) }).catch(() => undefined)
        if (ready?.ok) return performance.now() - began
        await sleep(30)
      }
    },
    async end(signal) {
      const ended = once(child!, 'exit')
      child!.kill(signal)
      const [code] = (await ended) as [number | null]
      return code
    },
  }
}

const clusterOf = (dataDir: string) => path.join(dataDir, 'postgres', 'cluster')

/** The process id of the database; undefined while there is none. */
export function databaseOf(dataDir: string): number | undefined {
  try {
    return Number(readFileSync(path.join(clusterOf(dataDir), 'postmaster.pid'), 'utf8').split('\n')[0])
  } catch {
    return undefined
  }
}

interface Process {
  readonly pid: number
  readonly title: string
}

function childrenOf(parent: number | undefined): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const [, above] = /\) \w (\d+)/.exec(readFileSync(`/proc/${name}/stat`, 'utf8')) ?? []
        const title = readFileSync(`/proc/${name}/cmdline`, 'utf8')
        return Number(above) === parent ? [{ pid: Number(name), title }] : []
      } catch {
        return []
      }
    })
}

/** The processes of the database that serve the program's connections. */
export const sessionsOf = (dataDir: string): number[] =>
  childrenOf(databaseOf(dataDir)).flatMap(({ pid, title }) => (title.includes('jiangxin_app') ? [pid] : []))

/** A process and all that it started. */
export const processesOf = (pid: number): number[] => [pid, ...childrenOf(pid).map((child) => child.pid)]

/** Kills a process as the kernel does when memory runs out, or a person with -9. It may be gone already. */
export function killNow(pid: number | undefined): void {
  try {
    if (pid) process.kill(pid, 'SIGKILL')
  } catch {
    // It ended by itself.
  }
}
