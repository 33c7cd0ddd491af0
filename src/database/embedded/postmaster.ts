import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { StartError } from '../start-error.ts'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { serverEnvironment } from './cluster.ts'
import { type Folders, diskFull } from './folders.ts'
import { canSignal, isPostmaster, listProcessesIn, processStart } from './processes.ts'

/** The running server, as its own pid file tells. */
export type Postmaster = { pid: number; port: number; status: string }

/** The server that runs on this cluster now, in whatever state; undefined when none does. */
export function findPostmaster(cluster: string): Postmaster | undefined {
  const noted = readPidFile(cluster)
  return noted && isPostmaster(noted.pid, cluster) ? noted : undefined
}

// Lines: pid, data directory, start time, port, socket directory, address, shared memory key, status.
function readPidFile(cluster: string): Postmaster | undefined {
  const file = path.join(cluster, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const lines = readFileSync(file, 'utf8').split('\n')
  return { pid: Math.abs(Number(lines[0])), port: Number(lines[3] ?? 0), status: (lines[7] ?? '').trim() }
}

// Sized for two cores and 4 GB shared with our own process. The rest is PostgreSQL's default; fsync is on.
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  max_connections: 60,
  superuser_reserved_connections: 3,
  shared_buffers: '128MB',
  // Pages are written down beside the work, so that an import need not write others' pages to find room for its own.
  bgwriter_delay: '20ms',
  bgwriter_lru_maxpages: 1000,
  bgwriter_lru_multiplier: 6,
  effective_cache_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_worker_processes: 4,
  max_parallel_workers: 2,
  max_parallel_workers_per_gather: 1,
  autovacuum_max_workers: 2,
  random_page_cost: 1.1,
  jit: 'off',
  fsync: 'on',
  full_page_writes: 'on',
  // Backups copy the write-ahead log, each folder of backups holds it with a slot; nobody streams from it.
  wal_level: 'replica',
  archive_mode: 'off',
  max_wal_senders: 0,
  max_replication_slots: 8,
  // Backups that are not made any more must not fill the disk: the next one then begins afresh.
  max_slot_wal_keep_size: '4GB',
  // An import of a large sheet writes 30 MB a second, and must not wait until the log is written down in between.
  wal_buffers: '16MB',
  min_wal_size: '80MB',
  max_wal_size: '512MB',
  checkpoint_completion_target: 0.9,
  log_line_prefix: '%m [%p] %q%u@%d ',
  log_checkpoints: 'off',
  log_autovacuum_min_duration: -1,
}

/**
 * Starts the server and waits until it takes connections (after a crash it first replays its log).
 * The server gets a process group of its own, so that Ctrl+C in a terminal reaches us and not it.
 * @throws StartError when it ends instead of getting ready
 */
export async function startPostmaster(
  folders: Folders,
  binaries: Binaries,
  account: Account | undefined,
  port: number,
  log: (line: string) => void,
): Promise<Postmaster> {
  await clearStalePidFile(folders.cluster)
  rotate(folders.log)
  const output = openSync(folders.log, 'a', 0o600)
  const logStart = statSync(folders.log).size
  const flags = Object.entries({ ...settings, port }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(binaries.postgres, ['-D', folders.cluster, ...flags], {
    cwd: '/',
    detached: true,
    stdio: ['ignore', output, output],
    env: serverEnvironment(),
    ...(account && { uid: account.uid, gid: account.gid }),
  })
  closeSync(output)
  let ended: string | undefined
  child.once('error', (error) => (ended = error.message))
  child.once('exit', (code, signal) => (ended = `exit code ${code ?? signal}`))
  const started = Date.now()
  for (let told = started; ended === undefined;) {
    const noted = readPidFile(folders.cluster)
    if (noted?.pid === child.pid && noted?.status === 'ready') {
      child.removeAllListeners()
      child.unref()
      return noted
    }
    if (Date.now() - told > 5_000) {
      log('数据库正在恢复日志，请稍候… / The database is replaying its log, please wait…')
      told = Date.now()
    }
    await sleep(15)
  }
  throw explainEnd(folders, ended, readFileSync(folders.log, 'utf8').slice(logStart))
}

/** What went wrong when the server did not start; the caller may try another port after `PortTaken`. */
export class PortTaken extends Error {
  override name = 'PortTaken'
}

function explainEnd(folders: Folders, ended: string, said: string): Error {
  if (/could not bind|could not create any TCP/.test(said)) return new PortTaken(said)
  if (/No space left on device|Disk quota exceeded/.test(said)) return diskFull(folders.home, lastLines(said))
  const isInUse = /lock file .* already exists|pre-existing shared memory block/.test(said)
  return new StartError(
    `数据库未能启动（${ended}）：${lastLines(said)}\n${isInUse ? `仍有进程在使用 ${folders.cluster}，请先结束它再启动。` : `完整日志：${folders.log}`}`,
    `The database did not start (${ended}); ${isInUse ? `a process still uses ${folders.cluster}: end it, then start again.` : `see its log, ${folders.log}`}`,
  )
}

const lastLines = (text: string) => text.trim().split('\n').slice(-4).join('\n')

/**
 * After a crash the pid file stays. PostgreSQL throws it away itself, unless its number now belongs to another process
 * (after a restart of the machine or in a container, that is usual): it only asks whether such a process exists.
 * The file is also PostgreSQL's guard against children of the dead server that still write, so wait for those first.
 */
async function clearStalePidFile(cluster: string): Promise<void> {
  for (let waited = 0; waited < 100 && listProcessesIn(cluster).length > 0; waited++) await sleep(100)
  const survivors = listProcessesIn(cluster)
  if (survivors.length > 0) {
    throw new StartError(
      `上次异常退出的数据库仍有进程在运行（进程号 ${survivors.join('、')}，目录 ${cluster}）。请先结束它们再启动。`,
      `Processes of a database that crashed are still running (${survivors.join(', ')} in ${cluster}): end them, then start again.`,
    )
  }
  const noted = readPidFile(cluster)
  if (noted && canSignal(noted.pid)) rmSync(path.join(cluster, 'postmaster.pid'))
}

/** Stops the server: it ends its connections, writes everything down and leaves (a "fast" shutdown). */
export async function stopPostmaster(cluster: string): Promise<void> {
  const running = findPostmaster(cluster)
  if (!running) return
  const start = processStart(running.pid)
  try {
    process.kill(running.pid, 'SIGINT')
  } catch {
    return
  }
  while (processStart(running.pid) === start) await sleep(15)
}

/** A free port on the loopback: the remembered one when nobody took it meanwhile. */
export async function findPort(folders: Folders): Promise<number> {
  const remembered = existsSync(folders.port) ? Number(readFileSync(folders.port, 'utf8')) : 0
  const isPossible = Number.isInteger(remembered) && remembered > 0 && remembered < 65_536
  return (isPossible && (await tryPort(remembered))) || (await tryPort(0)) || 0
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(undefined))
    server.listen({ host: '127.0.0.1', port }, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' ? address?.port : undefined))
    })
  })
}

function rotate(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size > 10_000_000) renameSync(file, `${file}.1`)
}
