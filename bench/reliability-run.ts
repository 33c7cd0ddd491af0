import { setTimeout as sleep } from 'node:timers/promises'
import { makeCollege } from './reliability-college.ts'
import { compare, countOf, type Damage } from './reliability-compare.ts'
import { databaseOf, killNow, type Program, programOn, sessionsOf } from './reliability-program.ts'
import { type Book, newBook, signInAll, startClients } from './reliability-writes.ts'

/** What ends, and how: by -9, but for the last. */
const ENDS = ['server', 'database', 'session', 'both', 'stop'] as const
type End = (typeof ENDS)[number]

/** What a run came to. */
export interface ReliabilityResult {
  readonly ends: Readonly<Record<End, number>>
  readonly book: Book
  readonly damage: Damage
  /** From the end to the first answer, in milliseconds, sorted. */
  readonly recovery: readonly number[]
}

/** Numbers that are the same for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/**
 * Writes through HTTP from many clients while server and database are ended at random moments, and holds after every end
 * what clients were told against what is there.
 * @param dataDir an empty folder that everybody may pass through
 * @throws Error as soon as something is lost, doubled or half-written
 */
export async function tryReliability(options: {
  readonly dataDir: string
  readonly rounds: number
  readonly clients: number
  readonly seed: number
  /** Only these ends, in turn; without it by chance. */
  readonly ends?: readonly End[]
  /** Writes that must be acknowledged between two ends, at least. */
  readonly least: number
  readonly log?: (line: string) => void
}): Promise<ReliabilityResult> {
  const { dataDir, rounds, clients, log = () => undefined } = options
  const random = seeded(options.seed)
  const college = await makeCollege(dataDir)
  const program = await programOn(dataDir)
  await program.start()
  const sessions = await signInAll(program.url, college)
  const book = newBook()
  const serial = { n: 0 }
  const recovery: number[] = []
  const ends: Record<End, number> = { server: 0, database: 0, session: 0, both: 0, stop: 0 }
  let damage: Damage = { lost: [], doubled: [], halved: [], unsealed: [] }
  try {
    for (let round = 1; round <= rounds; round++) {
      const end = options.ends?.[(round - 1) % options.ends.length] ?? ENDS[Math.floor(random() * ENDS.length)]!
      const working = startClients(program.url, sessions, college, book, serial, clients)
      const before = book.acknowledged
      while (book.acknowledged < before + options.least && book.wrong.length === 0) await sleep(10)
      await sleep(random() * 1500)
      const began = performance.now()
      await endIt(end, dataDir, program)
      ends[end]++
      await recovered(program)
      recovery.push(performance.now() - began)
      // Those who broke off find out what became of what they wrote.
      const after = book.acknowledged
      while (book.acknowledged < after + clients && book.wrong.length === 0) await sleep(10)
      await working.stop()
      damage = await compare(dataDir, book)
      log(
        `${round}/${rounds} ${end}: ${book.acknowledged} acknowledged, ${book.broken} broken off, ${recovery.at(-1)!.toFixed(0)} ms`,
      )
      if (countOf(damage) > 0 || book.wrong.length > 0)
        throw new Error(JSON.stringify({ damage, wrong: book.wrong }, null, 1))
    }
    return { ends, book, damage, recovery: recovery.toSorted((a, b) => a - b) }
  } finally {
    if (program.isRunning()) await program.end('SIGTERM')
  }
}

async function endIt(end: End, dataDir: string, program: Program): Promise<void> {
  if (end === 'session') return killNow(sessionsOf(dataDir)[0])
  if (end === 'database') return killNow(databaseOf(dataDir))
  if (end === 'both') killNow(databaseOf(dataDir))
  const code = await program.end(end === 'stop' ? 'SIGTERM' : 'SIGKILL')
  if (end === 'stop' && code !== 0) throw new Error(`It was asked to stop and ended with ${code}: ${program.said()}`)
  await program.start()
}

/** Waits until the program answers that it can be used; it must never have to be started for that. */
async function recovered(program: Program): Promise<void> {
  const patience = Date.now() + 120_000
  for (;;) {
    if (!program.isRunning()) throw new Error(`The program ended by itself: ${program.said()}`)
    const answer = await fetch(`${program.url}/ready`, { signal: AbortSignal.timeout(5000) }).catch(() => undefined)
    if (answer?.ok) return
    if (Date.now() > patience) throw new Error(`It did not recover within two minutes: ${program.said()}`)
    await sleep(30)
  }
}
