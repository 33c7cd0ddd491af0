import { readFileSync, readdirSync, readlinkSync, statSync } from 'node:fs'
import path from 'node:path'

const hasProc = process.platform === 'linux'

/**
 * When a process started, in clock ticks since boot, as text: with the pid it names one process and no later one.
 * @returns undefined when no such process lives (a zombie is dead)
 */
export function processStart(pid: number): string | undefined {
  if (!hasProc) return canSignal(pid) ? 'alive' : undefined
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in parentheses may itself hold spaces and parentheses: count fields after the last one.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19]
  } catch {
    return undefined
  }
}

/** Whether `pid` is the PostgreSQL server of this cluster, rather than a stranger that was given its number. */
export function isPostmaster(pid: number, cluster: string): boolean {
  if (!hasProc) return canSignal(pid)
  if (processStart(pid) === undefined) return false
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
    const folder = words[words.indexOf('-D') + 1]
    return path.basename(words[0] ?? '') === 'postgres' && words.includes('-D') && isSameFolder(folder, cluster)
  } catch {
    return false
  }
}

/** Whether a signal could be sent to the number: this is all PostgreSQL itself looks at in a stale pid file. */
export function canSignal(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Processes that work inside a folder: PostgreSQL's children outlive a killed server for a moment. */
export function listProcessesIn(folder: string): number[] {
  if (!hasProc) return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`) === folder && processStart(pid) !== undefined
      } catch {
        return false
      }
    })
}

function isSameFolder(left: string | undefined, right: string): boolean {
  if (left === right) return true
  try {
    const [a, b] = [statSync(left ?? ''), statSync(right)]
    return a.dev === b.dev && a.ino === b.ino
  } catch {
    return false
  }
}
