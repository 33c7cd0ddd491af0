import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Client } from 'pg'
import { explain, type Folders, foldersIn } from '../embedded/folders.ts'
import { withLock } from '../embedded/lock.ts'
import { findPostmaster } from '../embedded/postmaster.ts'
import { urlOf, withClient } from '../embedded/roles.ts'
import { startEmbedded } from '../embedded/start-embedded.ts'
import {
  type Added,
  type DatabasePart,
  type Entry,
  readLogSteps,
  readSnapshots,
  type Snapshot,
  takeFile,
  takeFolder,
  writeLogStep,
  writeSnapshot,
} from './snapshot.ts'
import { openVault, type Vault } from './vault.ts'

/** What is backed up, and where to. */
export interface BackupOptions {
  readonly dataDir: string
  readonly filesDir: string
  /** The folder of all backups: new, empty, or used before. */
  readonly to: string
  readonly passphrase: string
  /** Only what was logged since the last backup, and new files: seconds instead of minutes. */
  readonly onlyLog?: boolean
  /** The database is on a server of one's own, which has its own ways: only files are taken. */
  readonly onlyFiles?: boolean
  readonly log?: (line: string) => void
}

/** What a backup came to. */
export interface BackupSummary {
  readonly folder: string
  readonly kind: 'snapshot' | 'log'
  /** Everything committed until then can be restored. */
  readonly until: string
  /** Files and bytes that were read, and bytes that were added to the folder. */
  readonly files: number
  readonly bytes: number
  readonly stored: number
}

// PostgreSQL's documentation, "Making a Base Backup": what a copy leaves out, because the server makes it anew at start.
const LEFT_OUT = new Set(['postmaster.pid', 'postmaster.opts', 'backup_label', 'backup_label.old', 'tablespace_map'])
// Their contents are left out, the folders themselves must be there. (The log is kept apart.)
const EMPTIED = new Set([
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
const COPIED_LAST = path.join('global', 'pg_control')
const SEGMENT = /^[0-9A-F]{24}$/

/**
 * Backs up the embedded database and the files while everything keeps working, encrypted, adding only what is new. The
 * database's log since the first backup is kept beside, so that any moment between can be restored.
 * @throws StartError when the folder is another's or the disk is full
 */
export async function takeBackup(options: BackupOptions): Promise<BackupSummary> {
  const { dataDir, filesDir, log = () => undefined } = options
  const to = path.resolve(options.to)
  const embedded = options.onlyFiles ? undefined : await startEmbedded({ dataDir, log })
  try {
    const vault = await openVault(to, options.passphrase, 'make')
    return await withLock(to, log, async () => {
      const added: Added = { files: 0, bytes: 0, stored: 0 }
      const last = (await readSnapshots(vault)).at(-1)
      const steps = last?.database ? await readLogSteps(vault, last.database.chain) : []
      const before = [...(last?.files ?? []), ...steps.flatMap((step) => step.files)]
      // Named by their content: they never change.
      const known = new Map(before.filter((e) => /[0-9a-f]{64}$/.test(e.path)).map((e) => [e.path, e]))
      const files = async () =>
        existsSync(filesDir)
          ? (await takeFolder(vault, filesDir, added, (name) => name.split(path.sep)[0] === 'incoming', known)).entries
          : []
      if (!embedded) {
        const until = new Date().toISOString()
        const others = await takeOthers(vault, dataDir, filesDir, added)
        return finish(vault, { takenAt: until, database: null, others, files: await files() }, added)
      }
      const folders = foldersIn(dataDir)
      const port = findPostmaster(folders.cluster)?.port ?? 0
      return await withClient(urlOf(folders, port, 'superuser'), async (client) => {
        const slot = await findSlot(client, last)
        if (options.onlyLog && slot && last?.database) {
          const end = await takeLog(client, vault, folders, last.database.chain, slot, added)
          // After the database: a file is stored before the row that names it.
          const fresh = (await files()).filter((entry) => !known.has(entry.path))
          const { chain } = last.database
          added.stored += await writeLogStep(vault, chain, { ...end, files: fresh })
          return { folder: to, kind: 'log' as const, until: end.until, ...added }
        }
        const chain = slot && last?.database ? last.database.chain : await newChain(client, last)
        // Before the database: heads of seals that it would not contain yet would look as if its end had been cut off.
        const others = await takeOthers(vault, dataDir, filesDir, added)
        const database = await takeDatabase(client, vault, folders, chain, added)
        const end = await takeLog(client, vault, folders, chain, slotOf(chain), added)
        await writeLogStep(vault, chain, { ...end, files: [] })
        return finish(vault, { takenAt: end.until, database, others, files: await files() }, added)
      })
    })
  } catch (error) {
    throw explain(error, to)
  } finally {
    await embedded?.stop()
  }
}

async function finish(vault: Vault, snapshot: Snapshot, added: Added): Promise<BackupSummary> {
  // Pieces first, down to the disk, then the document that needs them.
  spawnSync('sync', ['-f', vault.folder])
  added.stored += await writeSnapshot(vault, snapshot)
  return { folder: vault.folder, kind: 'snapshot', until: snapshot.takenAt, ...added }
}

/** Passwords, keys and heads: everything in the data folder that is neither the cluster nor an uploaded file. */
async function takeOthers(vault: Vault, dataDir: string, filesDir: string, added: Added): Promise<Entry[]> {
  const skipped = path.relative(dataDir, filesDir)
  const isOther = (name: string) =>
    name !== skipped && (!name.startsWith('postgres') || name === 'postgres' || /^postgres.\w+\.password$/.test(name))
  return existsSync(dataDir) ? (await takeFolder(vault, dataDir, added, (name) => !isOther(name))).entries : []
}

/** The slot that makes the server keep its log for a chain until it is taken. */
const slotOf = (chain: string) => `jiangxin_backup_${chain}`

/** The slot of the last snapshot's chain; none when the server does not have it, or had to let go of its log. */
async function findSlot(client: Client, last: Snapshot | undefined): Promise<string | undefined> {
  if (!last?.database) return undefined
  const name = slotOf(last.database.chain)
  const { rows } = await client.query<{ status: string | null }>(
    'SELECT wal_status AS status FROM pg_replication_slots WHERE slot_name = $1',
    [name],
  )
  return rows[0] && rows[0].status !== 'lost' ? name : undefined
}

async function newChain(client: Client, last: Snapshot | undefined): Promise<string> {
  if (last?.database)
    await client.query(
      'SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE slot_name = $1 AND NOT active',
      [slotOf(last.database.chain)],
    )
  const chain = randomBytes(6).toString('hex')
  await client.query('SELECT pg_create_physical_replication_slot($1, true)', [slotOf(chain)])
  return chain
}

async function takeDatabase(
  client: Client,
  vault: Vault,
  folders: Folders,
  chain: string,
  added: Added,
): Promise<DatabasePart> {
  const one = async (sql: string) => (await client.query<Record<string, string>>(sql)).rows[0]!
  const { first } = await one(`SELECT pg_walfile_name(pg_backup_start('jiangxin', true)) AS first`)
  const copied = await takeFolder(vault, folders.cluster, added, (name) => {
    const [top = '', second] = name.split(path.sep)
    return (
      (EMPTIED.has(top) && second !== undefined) ||
      name === COPIED_LAST ||
      LEFT_OUT.has(name) ||
      /(^|\/)(pgsql_tmp|pg_internal\.init)/.test(name)
    )
  })
  const control = await takeFile(vault, path.join(folders.cluster, COPIED_LAST), COPIED_LAST, added)
  const { label } = await one('SELECT labelfile AS label FROM pg_backup_stop(false)')
  const history = (await readdir(path.join(folders.cluster, 'pg_wal'))).filter((name) => name.endsWith('.history'))
  const lines: Entry[] = []
  for (const name of history) {
    const at = path.join('pg_wal', name)
    lines.push(await takeFile(vault, path.join(folders.cluster, at), at, added))
  }
  return {
    chain,
    firstSegment: first!,
    label: label!,
    folders: copied.folders,
    entries: [...copied.entries, control, ...lines],
  }
}

/** Takes every complete segment of the log that was not taken yet, and lets the server throw it away. */
async function takeLog(
  client: Client,
  vault: Vault,
  folders: Folders,
  chain: string,
  slot: string,
  added: Added,
): Promise<{ until: string; lastSegment: string }> {
  const one = async (sql: string, values: unknown[] = []) =>
    (await client.query<Record<string, string>>(sql, values)).rows[0]!
  // One after the other: what was committed before this moment lies in segments that are then complete.
  const { until } = await one(
    `SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS until`,
  )
  await one('SELECT pg_switch_wal()')
  // One byte further: the name of a position at a border is that of the segment before it.
  const { start, end, lsn } = await one(
    `SELECT pg_walfile_name(restart_lsn + 1) AS start, pg_walfile_name(pg_current_wal_insert_lsn() + 1) AS end, pg_current_wal_flush_lsn() AS lsn
     FROM pg_replication_slots WHERE slot_name = $1`,
    [slot],
  )
  const place = path.join(folders.cluster, 'pg_wal')
  const kept = new Set(vault.listDocuments(`log/${chain}`))
  const segments = (await readdir(place)).filter((name) => SEGMENT.test(name)).toSorted()
  const complete = segments.filter((name) => name >= start! && name < end!)
  for (const name of complete.filter((segment) => !kept.has(segment))) {
    const content = await readFile(path.join(place, name))
    added.files++
    added.bytes += content.length
    added.stored += await vault.putDocument(`log/${chain}/${name}`, content)
  }
  await client.query('SELECT pg_replication_slot_advance($1, $2::pg_lsn)', [slot, lsn])
  return { until: until!, lastSegment: complete.at(-1) ?? [...kept].toSorted().at(-1) ?? start! }
}
