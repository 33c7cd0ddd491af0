import { readFileSync } from 'node:fs'
import { connect, type Database } from '../src/database/connection.ts'
import { sql } from 'kysely'
import type { BenchDatabase } from './college.ts'

/** What one piece of work takes, however busy the machine is with other things. */
export interface Cost {
  /** Pages of 8 KB that PostgreSQL looks at, from memory or the disk. */
  readonly pages: number
  /** Processor time in ms. */
  readonly program: number
  readonly database: number
}

/** Measures pieces of work on one connection of their own, on which nobody else works. */
export interface Meter {
  readonly database: Database
  cost(work: () => Promise<unknown>, tries?: number): Promise<Cost>
  close(): Promise<void>
}

const USUAL_TRIES = 40
/** PostgreSQL looks for one plan for all values of a statement after five times. */
const WARM = 6

/** @throws Error below PostgreSQL 16, which does not count pages for each kind of process */
export async function openMeter({ appUrl }: Pick<BenchDatabase, 'appUrl'>): Promise<Meter> {
  const database = connect(appUrl, { max: 1 })
  const [self] = await database.run<{ pid: number }>(sql`SELECT pg_backend_pid() AS pid`)
  /** Of all that works for a client; two statements, for what is counted is told at the end of one. */
  async function pages(): Promise<number> {
    await database.run(sql`SELECT pg_stat_force_next_flush()`)
    const [row] = await database.run<{ pages: number }>(
      sql`SELECT coalesce(sum(hits + coalesce(reads, 0)), 0)::bigint AS pages FROM pg_stat_io WHERE backend_type IN ('client backend', 'background worker')`,
    )
    return row!.pages
  }
  /** Nanoseconds on a processor: the first number that the kernel keeps of a process. */
  const onProcessor = () => Number(readFileSync(`/proc/${self!.pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6
  return {
    database,
    async cost(work, tries = USUAL_TRIES) {
      for (let i = 0; i < WARM; i++) await work()
      // What asking itself looks at, once its statements are known.
      for (let i = 0; i < WARM; i++) await pages()
      const first = await pages()
      const before = await pages()
      const [cpu, backend] = [process.cpuUsage(), onProcessor()]
      for (let i = 0; i < tries; i++) await work()
      const spent = process.cpuUsage(cpu)
      const theirs = onProcessor() - backend
      const after = await pages()
      return {
        pages: Math.max(0, after - before - (before - first)) / tries,
        program: (spent.user + spent.system) / 1000 / tries,
        database: theirs / tries,
      }
    },
    close: () => database.close(),
  }
}
