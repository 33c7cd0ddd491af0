import { readdirSync, readFileSync } from 'node:fs'

/** What a program and the processes that it started take, sorted by what they are. */
export interface Taken {
  /** The program with its workers, in MB: shared pages are counted once. */
  readonly node: number
  readonly postgres: number
  /** Processor time since the start, in seconds. */
  readonly nodeSeconds: number
  readonly postgresSeconds: number
}

/** Ticks of /proc/PID/stat in a second: the kernel's own number, the same on every Linux. */
const TICKS = 100

/** What a process and all below it take now: proportional set size, and processor time. */
export function takenBy(pid: number): Taken {
  const all = new Map<number, { name: string; parent: number; seconds: number }>()
  for (const entry of readdirSync('/proc').filter((name) => /^\d+$/.test(name)))
    try {
      const stat = readFileSync(`/proc/${entry}/stat`, 'utf8')
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      all.set(Number(entry), {
        name: stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')')),
        parent: Number(fields[1]),
        // With those of children that ended.
        seconds: fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / TICKS,
      })
    } catch {
      // ended meanwhile
    }
  const isBelow = (at: number): boolean => at === pid || (all.has(at) && isBelow(all.get(at)!.parent))
  const sum = { node: 0, postgres: 0, nodeSeconds: 0, postgresSeconds: 0 }
  for (const [at, { name, seconds }] of all)
    try {
      if (at <= 1 || !isBelow(at)) continue
      const pss = Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${at}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024
      const kind = name === 'postgres' ? 'postgres' : 'node'
      sum[kind] += pss
      sum[`${kind}Seconds`] += seconds
    } catch {
      // not ours to read, or ended meanwhile
    }
  return sum
}
