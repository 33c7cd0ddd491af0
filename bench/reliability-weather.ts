import { spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { makeCollege } from './reliability-college.ts'
import { compare, countOf } from './reliability-compare.ts'
import { databaseOf, type Program, programOn, processesOf } from './reliability-program.ts'
import { type Book, newBook, signInAll, startClients } from './reliability-writes.ts'

/** What a spell of bad weather came to. */
export interface Weather {
  readonly name: string
  /** Answers meanwhile, by status. */
  readonly refused: ReadonlyMap<number, number>
  /** How long after it was over the program could be used again, in milliseconds, without anybody's doing. */
  readonly recovery: number
  readonly acknowledged: number
  readonly damage: number
}

async function through(
  name: string,
  dataDir: string,
  spell: (program: Program, book: Book) => Promise<() => void>,
): Promise<Weather> {
  const college = await makeCollege(dataDir)
  const program = await programOn(dataDir)
  await program.start()
  try {
    const sessions = await signInAll(program.url, college)
    const book = newBook()
    const clients = startClients(program.url, sessions, college, book, { n: 0 }, 16)
    await until(() => book.acknowledged >= 60)
    const end = await spell(program, book)
    end()
    const began = performance.now()
    const before = book.acknowledged
    await until(() => book.acknowledged > before + 16)
    const recovery = performance.now() - began
    await clients.stop()
    const damage = await compare(dataDir, book)
    if (countOf(damage) > 0 || book.wrong.length > 0) throw new Error(JSON.stringify({ damage, wrong: book.wrong }))
    return { name, refused: book.refused, recovery, acknowledged: book.acknowledged, damage: countOf(damage) }
  } finally {
    if (program.isRunning()) await program.end('SIGTERM')
  }
}

async function until(isSo: () => boolean): Promise<void> {
  for (const patience = Date.now() + 180_000; !isSo(); await sleep(20))
    if (Date.now() > patience) throw new Error('It did not go on within three minutes')
}

const statusOf = async (url: string) =>
  (await fetch(url, { signal: AbortSignal.timeout(10_000) }).catch(() => undefined))?.status

/** The database stands still, as on a machine that swaps or a disk that hangs, and then goes on. */
export const databaseHangs = (dataDir: string, seconds: number): Promise<Weather> =>
  through(`database stands still for ${seconds} s`, dataDir, async ({ url }) => {
    const all = processesOf(databaseOf(dataDir)!)
    for (const pid of all) process.kill(pid, 'SIGSTOP')
    const over = Date.now() + seconds * 1000
    try {
      while (Date.now() < over) {
        const [alive, ready] = [await statusOf(`${url}/health`), await statusOf(`${url}/ready`)]
        if (alive !== 200 || ready !== 503)
          throw new Error(`It said ${alive} and ${ready}, not that it waits for the database`)
        await sleep(1000)
      }
    } finally {
      for (const pid of all.toReversed()) process.kill(pid, 'SIGCONT')
    }
    return () => undefined
  })

/** The disk of database and files is full for a while. Needs the right to mount a small one. */
export async function diskFull(place: string, seconds: number): Promise<Weather> {
  const disk = path.join(place, 'small-disk')
  mkdirSync(disk)
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=700m,mode=755', 'tmpfs', disk])
  if (mounted.status !== 0) throw new Error(`A small disk could not be mounted: ${String(mounted.stderr)}`)
  try {
    return await through(`disk full for ${seconds} s`, path.join(disk, 'data'), async (program) => {
      const ballast = path.join(disk, 'ballast')
      const over = Date.now() + seconds * 1000
      while (Date.now() < over) {
        fill(ballast, disk)
        if (!program.isRunning()) throw new Error(`The program ended by itself: ${program.said()}`)
        await sleep(500)
      }
      return () => rmSync(ballast)
    })
  } finally {
    spawnSync('umount', ['-l', disk])
  }
}

/** Takes whatever room there is. */
function fill(file: string, disk: string): void {
  const handle = openSync(file, 'a')
  try {
    for (const piece = Buffer.alloc(65_536); statfsSync(disk).bavail > 0;) if (writeSync(handle, piece) === 0) break
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  } finally {
    closeSync(handle)
  }
}
