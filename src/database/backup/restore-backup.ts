import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { explain, type Folders, prepareFolders } from '../embedded/folders.ts'
import { withLock } from '../embedded/lock.ts'
import { startEmbedded } from '../embedded/start-embedded.ts'
import { StartError } from '../start-error.ts'
import {
  damaged,
  type DatabasePart,
  type Entry,
  putBack,
  readLogSteps,
  readSnapshots,
  type Snapshot,
} from './snapshot.ts'
import { openVault, type Vault } from './vault.ts'

/** What is restored, from where, and to which moment. */
export interface RestoreOptions {
  readonly from: string
  readonly passphrase: string
  readonly dataDir: string
  readonly filesDir: string
  /** The moment to go back to, ISO 8601; without it the last one there is. */
  readonly at?: string
  /** A backup of files and keys alone. */
  readonly onlyFiles?: boolean
  readonly log?: (line: string) => void
}

/** A backup that there is, and the last moment that it can be brought to. */
export interface Restorable {
  readonly takenAt: string
  readonly until: string
  readonly files: number
  readonly hasDatabase: boolean
}

/** The backups in a folder, oldest first. */
export async function listBackups(from: string, passphrase: string): Promise<Restorable[]> {
  const vault = await openVault(from, passphrase, 'existing')
  const snapshots = await readSnapshots(vault)
  return Promise.all(
    snapshots.map(async (snapshot) => ({
      takenAt: snapshot.takenAt,
      until: await reachOf(vault, snapshot),
      files: snapshot.files.length,
      hasDatabase: snapshot.database !== null,
    })),
  )
}

async function reachOf(vault: Vault, { takenAt, database }: Snapshot): Promise<string> {
  const steps = database ? await readLogSteps(vault, database.chain) : []
  return steps.map((step) => step.until).reduce((most, until) => (until > most ? until : most), takenAt)
}

const LATEST = '9999'

/**
 * Puts a backup into an empty data folder and lets the database replay its log: to its end, or to a moment. Every piece is
 * tried as it is read.
 * @returns the moment it was brought to
 * @throws StartError when there is no such backup, something of it is damaged, or the data folder is in use already
 */
export async function restoreBackup(options: RestoreOptions): Promise<{ at: string; files: number; bytes: number }> {
  const { dataDir, filesDir, from, log = () => undefined } = options
  const vault = await openVault(from, options.passphrase, 'existing')
  const at = options.at === undefined ? LATEST : momentOf(options.at)
  const snapshot = (await readSnapshots(vault)).findLast(
    (one) => one.takenAt <= at && (one.database === null) === (options.onlyFiles ?? false),
  )
  if (!snapshot) throw noneFor(from, options.at)
  const reach = await reachOf(vault, snapshot)
  if (at !== LATEST && at > reach) throw tooLate(from, at, reach)
  const steps = snapshot.database ? await readLogSteps(vault, snapshot.database.chain) : []
  const files = new Map([...snapshot.files, ...steps.flatMap((step) => step.files)].map((e) => [e.path, e]))
  if (existsSync(filesDir) && readdirSync(filesDir).length > 0) throw notEmpty(filesDir)
  let bytes = 0
  const put = async (entries: Iterable<Entry>, to: string) => {
    for (const entry of entries) {
      await putBack(vault, entry, path.join(to, entry.path))
      bytes += entry.bytes
    }
  }
  try {
    const { database } = snapshot
    if (database) {
      const { folders } = prepareFolders(dataDir)
      await withLock(folders.home, log, async () => {
        if (existsSync(folders.cluster)) throw notEmpty(folders.cluster)
        const unfinished = `${folders.cluster}.new`
        rmSync(unfinished, { recursive: true, force: true })
        mkdirSync(unfinished, { mode: 0o700 })
        for (const name of database.folders) await mkdir(path.join(unfinished, name), { recursive: true, mode: 0o700 })
        await put(database.entries, unfinished)
        await putLog(vault, database, path.join(unfinished, 'pg_wal'))
        writeFileSync(path.join(unfinished, 'backup_label'), database.label, { mode: 0o600 })
        if (at !== LATEST) askFor(unfinished, at)
        await put(snapshot.others, dataDir)
        renameSync(unfinished, folders.cluster)
        await put(files.values(), filesDir)
      })
      await replay(dataDir, folders, log)
    } else {
      await put(snapshot.others, dataDir)
      await put(files.values(), filesDir)
    }
  } catch (error) {
    throw explain(error, dataDir)
  }
  return { at: at === LATEST ? reach : at, files: files.size, bytes }
}

async function putLog(vault: Vault, { chain, firstSegment }: DatabasePart, to: string): Promise<void> {
  const segments = vault.listDocuments(`log/${chain}`).filter((name) => name >= firstSegment)
  if (segments[0] !== firstSegment) throw damaged(vault.folder, `log/${chain}/${firstSegment}`)
  for (const [i, name] of segments.entries()) {
    if (i > 0 && !follows(segments[i - 1]!, name)) throw damaged(vault.folder, `log/${chain}/…${name}`)
    const content = await vault.getDocument(`log/${chain}/${name}`).catch((error: unknown) => {
      throw damaged(vault.folder, `log/${chain}/${name}`, error)
    })
    await writeFile(path.join(to, name), content, { mode: 0o600, flush: true })
  }
}

/** Segments of 16 MB: the last two digits of 32 hexadecimal ones count up to FF, then the eight before them go up. */
const numberOf = (segment: string) => BigInt(`0x${segment.slice(8, 16)}`) * 256n + BigInt(`0x${segment.slice(16)}`)
const follows = (before: string, after: string) => numberOf(before) + 1n === numberOf(after)

const ASKED = '# jiangxin restore'

/** Asks the server to stop replaying at a moment, and to go on from there. */
function askFor(cluster: string, at: string): void {
  writeFileSync(path.join(cluster, 'recovery.signal'), '', { mode: 0o600 })
  const lines = [
    `restore_command = 'false' ${ASKED}`,
    // Read before the server knows names of time zones, of which Z is one.
    `recovery_target_time = '${at.replace('T', ' ').replace('Z', '+00')}' ${ASKED}`,
    `recovery_target_action = 'promote' ${ASKED}`,
    // Nobody is let in before it is there.
    `hot_standby = off ${ASKED}`,
  ]
  appendFileSync(path.join(cluster, 'postgresql.auto.conf'), `\n${lines.join('\n')}\n`)
}

function askNoMore(cluster: string): void {
  rmSync(path.join(cluster, 'recovery.signal'), { force: true })
  const file = path.join(cluster, 'postgresql.auto.conf')
  if (!existsSync(file)) return
  const lines = readFileSync(file, 'utf8').split('\n')
  writeFileSync(file, lines.filter((line) => !line.endsWith(ASKED)).join('\n'))
}

async function replay(dataDir: string, folders: Folders, log: (line: string) => void): Promise<void> {
  const start = async () => (await startEmbedded({ dataDir, log })).stop()
  await start().catch(async (error: unknown) => {
    // Nothing happened between the moment that was asked for and the end of the log: all of it is wanted.
    if (!(error instanceof Error) || !/before configured recovery target/.test(error.message)) throw error
    askNoMore(folders.cluster)
    await start()
  })
  askNoMore(folders.cluster)
}

function momentOf(text: string): string {
  const moment = new Date(text)
  if (!Number.isNaN(moment.getTime())) return moment.toISOString()
  throw new StartError(
    `“${text}”不是时间。请写成 2026-01-31T08:30:00+08:00 这样。`,
    `"${text}" is no moment: write it like 2026-01-31T08:30:00+08:00.`,
  )
}

const noneFor = (from: string, at: string | undefined) =>
  new StartError(
    at === undefined
      ? `${from} 中还没有完成的备份。`
      : `${from} 中没有 ${at} 或更早的备份。用 --list 查看可恢复的时间。`,
    at === undefined
      ? `There is no complete backup in ${from} yet.`
      : `There is no backup of ${at} or before in ${from}: see --list.`,
  )

const tooLate = (from: string, at: string, reach: string) =>
  new StartError(
    `${from} 中的备份只到 ${reach}，不能恢复到 ${at}。请选更早的时间，或不用 --at 恢复到最后。`,
    `The backup in ${from} reaches until ${reach}, not ${at}: choose an earlier moment, or leave --at out for the last one.`,
  )

const notEmpty = (folder: string) =>
  new StartError(
    `${folder} 已有数据，恢复不会覆盖它。请先移走该目录，或用 DATA_DIR（与 FILES_DIR）指定空目录。`,
    `${folder} holds data already and a restore overwrites nothing: move it away, or choose an empty folder with DATA_DIR (and FILES_DIR).`,
  )
