import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Address, Command, Place, Product } from './product.ts'

/** How long a product may take to start: under load some need a minute. */
const PATIENCE_MS = 180_000

/** Starts a program in its folder. Who starts it ends it. */
export function begin({ args, env }: Command, folder: string) {
  const child = spawn(process.execPath, [...args], {
    cwd: folder,
    // Only what it needs: nothing of ours is told to anybody.
    env: { PATH: process.env['PATH'], HOME: folder, TZ: 'UTC', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const hear = (part: Buffer) => (said = (said + String(part)).slice(-4000))
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  return {
    child,
    /** What it said last. */
    said: () => said,
    async end(): Promise<void> {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      // Some wait for connections that nobody closes.
      const hard = setTimeout(() => child.kill('SIGKILL'), 10_000)
      await ended
      clearTimeout(hard)
    },
  }
}

/** Runs a command of a product to its end. @throws Error with the last that it said when it fails */
export async function runOnce({ folder }: Pick<Place, 'folder'>, command: Command): Promise<void> {
  const { child, said } = begin(command, folder)
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0) throw new Error(`${command.args.join(' ')} in ${folder} ended with ${code}: ${said()}`)
}

export interface Running {
  readonly address: Address
  readonly pid: number
  /** From the start to the first whole page of rows, in milliseconds; to the token when the table is not there yet. */
  readonly startedMs: number
  end(): Promise<void>
}

/**
 * Starts a product and waits until it answers.
 * @param isFilled whether the first answer is a list of the table, or only a token
 */
export async function start(product: Product, place: Place, isFilled: boolean): Promise<Running> {
  const began = performance.now()
  const { child, said, end } = begin(product.command(place), place.folder)
  const url = `http://127.0.0.1:${place.port}`
  let problem: unknown
  let address: Address | undefined
  while (performance.now() - began < PATIENCE_MS) {
    if (child.exitCode !== null) throw new Error(`${product.name} ended with ${child.exitCode}: ${said()}`)
    try {
      address ??= await product.signIn(url)
      if (isFilled) {
        const answer = await fetch(`${url}${product.list.path}`, { headers: address.headers })
        if (!answer.ok) throw new Error(`${answer.status} ${(await answer.text()).slice(0, 500)}`)
        await answer.arrayBuffer()
      }
      return { address, pid: child.pid!, startedMs: performance.now() - began, end }
    } catch (error) {
      problem = error
      await sleep(25)
    }
  }
  await end()
  throw new Error(`${product.name} did not answer: ${String(problem)}; it said: ${said()}`)
}
