import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { mkdir, open, readdir } from 'node:fs/promises'
import path from 'node:path'
import { StartError } from '../start-error.ts'
import { explain, foldersIn, prepareFolders } from './folders.ts'
import { withLock } from './lock.ts'
import { findPostmaster } from './postmaster.ts'
import { urlOf, withClient } from './roles.ts'
import { startEmbedded } from './start-embedded.ts'

/** What a backup holds. */
export type BackupSummary = { folder: string; takenAt: string; files: number; bytes: number }

type Entry = { path: string; bytes: number; sha256: string }
type Manifest = { format: 1; takenAt: string; folders: string[]; entries: Entry[] }

// PostgreSQL's documentation, "Making a Base Backup": what a copy leaves out, because the server makes it anew at start.
const leftOut = new Set(['postmaster.pid', 'postmaster.opts', 'backup_label', 'backup_label.old', 'tablespace_map'])
// Their contents are left out, the folders themselves must be there. (pg_wal gets the few segments that are needed.)
const emptied = new Set([
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
])
// Copied after everything else, as pg_basebackup does: it names the state that the rest is brought to.
const copiedLast = path.join('global', 'pg_control')

/**
 * Copies the embedded database and the uploaded files into a new folder, while everything keeps working.
 * The copy is the state at the end of the run. It holds passwords and personal data: only its owner can read it.
 * @param options.to the folder to make; must not exist
 * @throws StartError when it exists, or the disk is full or closed
 */
export async function backupEmbedded(options: {
  dataDir: string
  filesDir: string
  to: string
  log?: (line: string) => void
}): Promise<BackupSummary> {
  const { dataDir, filesDir } = options
  const to = path.resolve(options.to)
  if (existsSync(to)) {
    throw new StartError(
      `备份目录 ${to} 已存在。请换一个新目录名。`,
      `The backup folder ${to} exists already: name a new one.`,
    )
  }
  const unfinished = `${to}.unfinished`
  const embedded = await startEmbedded({ dataDir, ...(options.log && { log: options.log }) })
  try {
    rmSync(unfinished, { recursive: true, force: true })
    mkdirSync(unfinished, { recursive: true, mode: 0o700 })
    const copy = newCopy(unfinished)
    await copyDatabase(dataDir, copy)
    // After the database: a file is stored before the row that names it, so every row copied above has its file here.
    if (existsSync(filesDir)) await copy.tree(filesDir, 'files', () => 'copy')
    const manifest: Manifest = { format: 1, takenAt: new Date().toISOString(), ...copy.made }
    writeFileSync(path.join(unfinished, 'backup.json'), JSON.stringify(manifest), { mode: 0o600 })
    renameSync(unfinished, to)
    return summarise(to, manifest)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    throw explain(error, to)
  } finally {
    await embedded.stop()
  }
}

async function copyDatabase(dataDir: string, copy: Copy): Promise<void> {
  const folders = foldersIn(dataDir)
  const port = findPostmaster(folders.cluster)?.port ?? 0
  await copy.folder('database')
  for (const login of ['superuser', 'owner', 'app']) {
    await copy.file(path.join(folders.home, `${login}.password`), path.join('database', `${login}.password`))
  }
  await withClient(urlOf(folders, port, 'superuser'), async (client) => {
    const one = async (sql: string, values: unknown[] = []) =>
      (await client.query<Record<string, string>>(sql, values)).rows[0]!
    // A temporary slot keeps the log from now on, and is gone with this connection whatever happens.
    await client.query(`SELECT pg_create_physical_replication_slot($1, true, true)`, [`jiangxin_backup_${process.pid}`])
    const { first } = await one(`SELECT pg_walfile_name(pg_backup_start('jiangxin', true)) AS first`)
    await copy.tree(folders.cluster, path.join('database', 'cluster'), (name, top) => {
      if (emptied.has(top)) return 'skip'
      if (name === copiedLast || leftOut.has(name) || /(^|\/)(pgsql_tmp|pg_internal\.init)/.test(name)) return 'skip'
      return 'copy'
    })
    await copy.file(path.join(folders.cluster, copiedLast), path.join('database', 'cluster', copiedLast))
    const end = await one(
      `SELECT pg_walfile_name(lsn) AS last, labelfile AS label, spcmapfile AS tablespaces FROM pg_backup_stop(false)`,
    )
    const log = path.join(folders.cluster, 'pg_wal')
    const segments = (await readdir(log)).filter((name) => /^[0-9A-F]{24}$/.test(name)).toSorted()
    for (const name of segments.filter((name) => name >= first! && name <= end['last']!)) {
      await copy.file(path.join(log, name), path.join('database', 'cluster', 'pg_wal', name))
    }
    for (const name of (await readdir(log)).filter((name) => name.endsWith('.history'))) {
      await copy.file(path.join(log, name), path.join('database', 'cluster', 'pg_wal', name))
    }
    await copy.text(end['label']!, path.join('database', 'cluster', 'backup_label'))
  })
}

/**
 * Puts a backup into an empty data folder, checking every file against the sums taken when it was made, and lets the
 * database replay its log.
 * @throws StartError when `from` is no complete backup, a file is damaged, or the data folder is in use already
 */
export async function restoreEmbedded(options: {
  from: string
  dataDir: string
  filesDir: string
  log?: (line: string) => void
}): Promise<BackupSummary> {
  const { dataDir, filesDir, from, log = () => undefined } = options
  const manifest = readManifest(from)
  const { folders } = prepareFolders(dataDir)
  await withLock(folders.home, log, async () => {
    if (existsSync(folders.cluster)) throw notEmpty(folders.cluster)
    if (existsSync(filesDir) && readdirSync(filesDir).length > 0) throw notEmpty(filesDir)
    const unfinished = `${folders.cluster}.new`
    rmSync(unfinished, { recursive: true, force: true })
    mkdirSync(unfinished, { mode: 0o700 })
    const placeOf = (name: string) => {
      const [top, second, ...rest] = name.split('/')
      if (top === 'files') return path.join(filesDir, second ?? '', ...rest)
      return second === 'cluster' ? path.join(unfinished, ...rest) : path.join(folders.home, second ?? '')
    }
    try {
      for (const name of manifest.folders) await mkdir(placeOf(name), { recursive: true, mode: 0o700 })
      for (const entry of manifest.entries) {
        const { bytes, sha256 } = await copyOne(path.join(from, entry.path), placeOf(entry.path)).catch(
          (error: unknown) => {
            if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw damaged(from, entry.path)
            throw error
          },
        )
        if (bytes !== entry.bytes || sha256 !== entry.sha256) throw damaged(from, entry.path)
      }
      renameSync(unfinished, folders.cluster)
    } catch (error) {
      rmSync(unfinished, { recursive: true, force: true })
      throw explain(error, dataDir)
    }
  })
  const embedded = await startEmbedded({ dataDir, log })
  await embedded.stop()
  return summarise(from, manifest)
}

function readManifest(from: string): Manifest {
  const file = path.join(from, 'backup.json')
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Manifest
  throw new StartError(
    `${from} 不是完整的匠心备份（缺少 backup.json）。请指定 jiangxin backup 生成的目录。`,
    `${from} is not a complete Jiangxin backup (backup.json is missing): name a folder made by jiangxin backup.`,
  )
}

type Copy = ReturnType<typeof newCopy>

/** Copies into one folder, and remembers what was copied. */
function newCopy(target: string) {
  const made: Pick<Manifest, 'folders' | 'entries'> = { folders: [], entries: [] }
  const folder = async (to: string) => {
    await mkdir(path.join(target, to), { recursive: true, mode: 0o700 })
    made.folders.push(to)
  }
  const file = async (from: string, to: string) => {
    const { bytes, sha256 } = await copyOne(from, path.join(target, to))
    made.entries.push({ path: to, bytes, sha256 })
  }
  const text = async (content: string, to: string) => {
    const bytes = Buffer.from(content)
    writeFileSync(path.join(target, to), bytes, { mode: 0o600 })
    made.entries.push({ path: to, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })
  }
  /** Copies a folder; `choose` is asked for each file, by its path within the folder and the name of its top folder. */
  const tree = async (
    from: string,
    to: string,
    choose: (name: string, top: string) => 'copy' | 'skip',
    inside = '',
  ) => {
    await folder(path.join(to, inside))
    for (const entry of await readdir(path.join(from, inside), { withFileTypes: true }).catch(orVanished([]))) {
      const name = path.join(inside, entry.name)
      if (choose(name, inside.split(path.sep)[0] ?? '') === 'skip') continue
      if (entry.isDirectory()) await tree(from, to, choose, name)
      else if (entry.isFile()) await file(path.join(from, name), path.join(to, name)).catch(orVanished(undefined))
    }
  }
  return { made, folder, file, text, tree }
}

// A table dropped during the copy takes its file away; the log says so too.
const orVanished =
  <T>(instead: T) =>
  (error: unknown): T => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return instead
    throw error
  }

/** Copies a file down to the disk itself, whatever happens to its end meanwhile, and says what was written. */
async function copyOne(from: string, to: string): Promise<{ bytes: number; sha256: string }> {
  const digest = createHash('sha256')
  const source = await open(from, 'r')
  try {
    const target = await open(to, 'w', 0o600)
    try {
      const buffer = Buffer.allocUnsafe(1 << 20)
      let bytes = 0
      for (;;) {
        const { bytesRead } = await source.read(buffer, 0, buffer.length)
        if (bytesRead === 0) break
        const part = buffer.subarray(0, bytesRead)
        digest.update(part)
        await target.writeFile(part)
        bytes += bytesRead
      }
      await target.datasync()
      return { bytes, sha256: digest.digest('hex') }
    } finally {
      await target.close()
    }
  } finally {
    await source.close()
  }
}

function summarise(folder: string, { takenAt, entries }: Manifest): BackupSummary {
  return { folder, takenAt, files: entries.length, bytes: entries.reduce((sum, entry) => sum + entry.bytes, 0) }
}

function notEmpty(folder: string): StartError {
  return new StartError(
    `${folder} 已有数据，恢复不会覆盖它。请先移走该目录，或用 DATA_DIR（与 FILES_DIR）指定空目录。`,
    `${folder} holds data already and a restore overwrites nothing: move it away, or choose an empty folder with DATA_DIR (and FILES_DIR).`,
  )
}

function damaged(from: string, file: string): StartError {
  return new StartError(
    `备份 ${from} 已损坏：文件 ${file} 缺失或与备份时不同。请改用另一份备份。`,
    `The backup ${from} is damaged: ${file} is missing or differs from what was backed up. Use another backup.`,
  )
}
