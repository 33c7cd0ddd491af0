import { rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { StartError } from '../start-error.ts'
import type { Account } from './account.ts'
import { prepareBinaries } from './binaries.ts'
import { prepareCluster } from './cluster.ts'
import { type Folders, explain, prepareFolders } from './folders.ts'
import { attach, isAttached, withLock } from './lock.ts'
import { type Postmaster, PortTaken, findPort, findPostmaster, startPostmaster, stopPostmaster } from './postmaster.ts'
import { answers, prepareRoles, urlOf } from './roles.ts'

/** An embedded PostgreSQL in use by this process. The addresses contain passwords: never log them. */
export type Embedded = {
  /** Logs in as the owner of database `jiangxin`: may create tables, databases and roles, is no superuser. */
  adminUrl: string
  /** Logs in as the application: may not change the structure, and sees only what migrations grant it. */
  appUrl: string
  /** Whether this call started the server, rather than attach to one that was running. */
  started: boolean
  /** The server's process id. */
  pid: number
  /** Leaves the server; the last process to leave stops it. May be called twice. */
  stop(): Promise<void>
}

/**
 * Starts the PostgreSQL that comes with npm on a data folder, or attaches to the one that runs there already: any number
 * of processes may call this for one folder. A server that outlived its process (kill -9) is attached to as well.
 * @param options.dataDir the folder; everything lives below its `postgres`
 * @param options.log told, line by line, what takes time
 * @throws StartError saying what is wrong, where, and what to do
 */
export async function startEmbedded(options: { dataDir: string; log?: (line: string) => void }): Promise<Embedded> {
  const log = options.log ?? (() => undefined)
  const { folders, account } = prepareFolders(options.dataDir)
  return withLock(folders.home, log, async () => {
    let note: string | undefined
    try {
      note = noteUse(folders)
      const { postmaster, started } = await findOrStart(folders, account, log)
      const kept = note
      return {
        adminUrl: urlOf(folders, postmaster.port, 'owner'),
        appUrl: urlOf(folders, postmaster.port, 'app'),
        started,
        pid: postmaster.pid,
        stop: () => leave(folders, kept, log),
      }
    } catch (error) {
      if (note !== undefined && notes.delete(note)) rmSync(note, { force: true })
      throw explain(error, options.dataDir)
    }
  })
}

async function findOrStart(
  folders: Folders,
  account: Account | undefined,
  log: (line: string) => void,
): Promise<{ postmaster: Postmaster; started: boolean }> {
  for (let attempt = 0; attempt < 20; attempt++) {
    let running = findPostmaster(folders.cluster)
    // Starting, stopping, or replaying its log: every one of these ends by itself.
    while (running && running.status !== 'ready') {
      await sleep(20)
      running = findPostmaster(folders.cluster)
    }
    if (running) {
      if (await answers(folders, running.port)) return { postmaster: running, started: false }
      await sleep(100)
      continue
    }
    const binaries = prepareBinaries(folders.home, account)
    prepareCluster(folders, binaries, account)
    const port = await findPort(folders)
    try {
      const postmaster = await startPostmaster(folders, binaries, account, port, log)
      writeFileSync(folders.port, String(port))
      await prepareRoles(folders, port)
      return { postmaster, started: true }
    } catch (error) {
      // Another program took the port between the test and the start: the next round finds another.
      if (!(error instanceof PortTaken)) throw error
    }
  }
  throw new StartError(
    `数据库正在运行但不应答，或一直找不到空闲端口。请查看日志 ${folders.log}。`,
    `The database runs but does not answer, or no free port was found: see its log, ${folders.log}.`,
  )
}

async function leave(folders: Folders, note: string, log: (line: string) => void): Promise<void> {
  if (!notes.delete(note)) return
  await withLock(folders.home, log, async () => {
    rmSync(note, { force: true })
    if (!isAttached(folders.attached)) await stopPostmaster(folders.cluster)
  })
}

// The servers this process uses, for the case that it exits without leaving them: note → folders.
const notes = new Map<string, Folders>()

function noteUse(folders: Folders): string {
  const note = attach(folders.attached)
  if (notes.size === 0 && !process.listeners('exit').includes(leaveAtExit)) process.on('exit', leaveAtExit)
  notes.set(note, folders)
  return note
}

/** At exit nothing can be awaited: ask the server to stop when nobody else uses it, and go. */
function leaveAtExit(): void {
  for (const [note, folders] of notes) {
    try {
      unlinkSync(note)
      const running = isAttached(folders.attached) ? undefined : findPostmaster(folders.cluster)
      if (running) process.kill(running.pid, 'SIGINT')
    } catch {
      // The folder is gone, or the server is: there is nothing left to leave.
    }
  }
}
