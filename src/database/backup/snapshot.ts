import { mkdir, open, readdir } from 'node:fs/promises'
import path from 'node:path'
import { StartError } from '../start-error.ts'
import type { Vault } from './vault.ts'

/** A file as it was: its content in pieces, in order. */
export interface Entry {
  readonly path: string
  readonly bytes: number
  readonly pieces: readonly string[]
}

/** The database of a snapshot, and from where on its log is needed. */
export interface DatabasePart {
  /** The run of the log that continues it. */
  readonly chain: string
  /** The first segment of the log that a restore needs. */
  readonly firstSegment: string
  readonly label: string
  readonly folders: readonly string[]
  readonly entries: readonly Entry[]
}

/** Everything at one moment: the one at which the copy was finished. */
export interface Snapshot {
  readonly takenAt: string
  /** Absent where the database is on a server of one's own. */
  readonly database: DatabasePart | null
  /** The data folder's other files: passwords, keys, heads of seals. */
  readonly others: readonly Entry[]
  readonly files: readonly Entry[]
}

/** What happened after a snapshot: complete segments of the log lie beside it, new files are listed. */
export interface LogStep {
  /** Everything committed until then is in the log. */
  readonly until: string
  readonly lastSegment: string
  readonly files: readonly Entry[]
}

const PIECE = 1_048_576

/** Names that sort by time. */
const named = (moment: string) => moment.replaceAll(':', '')

export const writeSnapshot = (vault: Vault, snapshot: Snapshot): Promise<number> =>
  vault.putDocument(`snapshots/${named(snapshot.takenAt)}`, Buffer.from(JSON.stringify(snapshot)))

export const writeLogStep = (vault: Vault, chain: string, step: LogStep): Promise<number> =>
  vault.putDocument(`steps/${chain}/${named(step.until)}`, Buffer.from(JSON.stringify(step)))

/** Documents as JSON, oldest first. */
async function readAll<T>(vault: Vault, under: string): Promise<T[]> {
  const all: T[] = []
  for (const name of vault.listDocuments(under))
    all.push(JSON.parse(String(await vault.getDocument(`${under}/${name}`))) as T)
  return all
}

export const readSnapshots = (vault: Vault): Promise<Snapshot[]> => readAll<Snapshot>(vault, 'snapshots')
export const readLogSteps = (vault: Vault, chain: string): Promise<LogStep[]> =>
  readAll<LogStep>(vault, `steps/${chain}`)

/** What a copy added to the vault. */
export interface Added {
  files: number
  bytes: number
  stored: number
}

/** Takes a file into the vault, whatever happens to its end meanwhile; equal pieces are kept once. */
export async function takeFile(vault: Vault, from: string, name: string, added: Added): Promise<Entry> {
  const source = await open(from, 'r')
  try {
    const pieces: string[] = []
    let bytes = 0
    for (;;) {
      const buffer = Buffer.allocUnsafe(PIECE)
      let filled = 0
      while (filled < PIECE) {
        const { bytesRead } = await source.read(buffer, filled, PIECE - filled)
        if (bytesRead === 0) break
        filled += bytesRead
      }
      if (filled === 0) break
      const put = await vault.putPiece(buffer.subarray(0, filled))
      pieces.push(put.name)
      bytes += filled
      added.stored += put.added
      if (filled < PIECE) break
    }
    added.files++
    added.bytes += bytes
    return { path: name, bytes, pieces }
  } finally {
    await source.close()
  }
}

/** Takes a folder into the vault. @param skips is asked for each name within it @param known files whose content never changes: not read again */
export async function takeFolder(
  vault: Vault,
  from: string,
  added: Added,
  skips: (name: string) => boolean,
  known: ReadonlyMap<string, Entry> = new Map(),
): Promise<{ folders: string[]; entries: Entry[] }> {
  const folders: string[] = []
  const entries: Entry[] = []
  const walk = async (inside: string): Promise<void> => {
    for (const entry of await readdir(path.join(from, inside), { withFileTypes: true }).catch(orVanished([]))) {
      const name = path.join(inside, entry.name)
      if (skips(name)) continue
      if (entry.isDirectory()) {
        folders.push(name)
        await walk(name)
      } else if (entry.isFile()) {
        const taken =
          known.get(name) ?? (await takeFile(vault, path.join(from, name), name, added).catch(orVanished(null)))
        if (taken) entries.push(taken)
      }
    }
  }
  await walk('')
  return { folders, entries }
}

// A table dropped during the copy takes its file away; the log says so too.
const orVanished =
  <T>(instead: T) =>
  (error: unknown): T => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return instead
    throw error
  }

/** Puts a file back. @throws StartError when a piece is missing or damaged */
export async function putBack(vault: Vault, entry: Entry, to: string): Promise<void> {
  await mkdir(path.dirname(to), { recursive: true, mode: 0o700 })
  const target = await open(to, 'w', 0o600)
  try {
    let bytes = 0
    for (const piece of entry.pieces) {
      const content = await vault.getPiece(piece).catch((error: unknown) => {
        throw damaged(vault.folder, entry.path, error)
      })
      await target.writeFile(content)
      bytes += content.length
    }
    if (bytes !== entry.bytes) throw damaged(vault.folder, entry.path)
    await target.datasync()
  } finally {
    await target.close()
  }
}

/** What to say when something of a backup cannot be read. */
export const damaged = (folder: string, file: string, cause?: unknown): StartError =>
  new StartError(
    `备份 ${folder} 已损坏：${file} 缺失或被改动。请改用另一份备份，或用 --at 恢复到更早的时间。`,
    `The backup ${folder} is damaged: ${file} is missing or was changed. Use another backup, or restore to an earlier moment with --at.`,
    { cause },
  )
