import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes, scrypt } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { constants, zstdCompress, zstdDecompress } from 'node:zlib'
import { StartError } from '../start-error.ts'

const compress = promisify(zstdCompress)
const decompress = promisify(zstdDecompress)
const derive = promisify<string, Buffer, number, object, Buffer>(scrypt)

/** Costs about a third of a second and 128 MB for every passphrase that is tried. */
const COST = { N: 131_072, r: 8, p: 1, maxmem: 256 * 1_048_576 }
const CHECK = 'check'
const LEVEL = { params: { [constants.ZSTD_c_compressionLevel]: 3 } }

interface VaultFile {
  readonly format: 2
  readonly salt: string
  readonly cost: { readonly N: number; readonly r: number; readonly p: number }
  /** A known text under the passphrase: a wrong one is told at once. */
  readonly check: string
}

/**
 * A folder of encrypted things (AES-256-GCM; the key from a passphrase by scrypt). Pieces are named by a keyed hash of
 * their content and kept once; documents have names. Whoever has the folder without the passphrase sees sizes and times.
 */
export interface Vault {
  readonly folder: string
  /** Keeps a piece. @returns its name, and the bytes that this added (0 when it was there) */
  putPiece(content: Buffer): Promise<{ name: string; added: number }>
  /** @throws when the piece is missing or not what was put */
  getPiece(name: string): Promise<Buffer>
  putDocument(name: string, content: Buffer): Promise<number>
  getDocument(name: string): Promise<Buffer>
  /** Names of the documents in a folder of the vault, sorted. */
  listDocuments(under: string): string[]
  removeDocument(name: string): Promise<void>
  /** Removes all pieces that are not among these. @returns how many */
  keepOnly(pieces: ReadonlySet<string>): Promise<number>
}

/**
 * Opens a vault, or makes one in a folder that is new or empty.
 * @throws StartError when the passphrase is another's, or the folder holds something else
 */
export async function openVault(folder: string, passphrase: string, how: 'make' | 'existing'): Promise<Vault> {
  const file = path.join(folder, 'vault.json')
  if (!existsSync(file)) {
    if (how === 'existing') throw noVault(folder)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    if (readdirSync(folder).length > 0) throw occupied(folder)
    const salt = randomBytes(16)
    const keys = await keysOf(passphrase, salt, COST)
    const made: VaultFile = {
      format: 2,
      salt: salt.toString('base64'),
      cost: { N: COST.N, r: COST.r, p: COST.p },
      check: lock(keys.cipher, CHECK, Buffer.from(CHECK)).toString('base64'),
    }
    writeFileSync(file, JSON.stringify(made), { mode: 0o600, flag: 'wx', flush: true })
    return vault(folder, keys)
  }
  const { format, salt, cost, check } = JSON.parse(readFileSync(file, 'utf8')) as VaultFile
  if (format !== 2) throw noVault(folder)
  const keys = await keysOf(passphrase, Buffer.from(salt, 'base64'), { ...COST, ...cost })
  try {
    unlock(keys.cipher, CHECK, Buffer.from(check, 'base64'))
  } catch (error) {
    throw wrongPassphrase(folder, error)
  }
  return vault(folder, keys)
}

interface Keys {
  readonly cipher: Buffer
  readonly naming: Buffer
}

/** Keys that were derived already: one command opens its vault more than once. */
const derived = new Map<string, Promise<Buffer>>()

async function keysOf(passphrase: string, salt: Buffer, cost: object): Promise<Keys> {
  const known = createHash('sha256').update(salt).update(JSON.stringify(cost)).update(passphrase).digest('hex')
  const found = derived.get(known) ?? derive(passphrase.normalize('NFKC'), salt, 64, cost)
  derived.set(known, found)
  const both = await found
  return { cipher: both.subarray(0, 32), naming: both.subarray(32) }
}

/** Bound to its name: no piece can stand in another's place. */
function lock(key: Buffer, name: string, content: Buffer): Buffer {
  const start = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, start).setAAD(Buffer.from(name))
  const locked = Buffer.concat([cipher.update(content), cipher.final()])
  return Buffer.concat([start, cipher.getAuthTag(), locked])
}

function unlock(key: Buffer, name: string, locked: Buffer): Buffer {
  const open = createDecipheriv('aes-256-gcm', key, locked.subarray(0, 12), { authTagLength: 16 })
    .setAAD(Buffer.from(name))
    .setAuthTag(locked.subarray(12, 28))
  return Buffer.concat([open.update(locked.subarray(28)), open.final()])
}

function vault(folder: string, keys: Keys): Vault {
  const pieceAt = (name: string) => path.join(folder, 'pieces', name.slice(0, 2), name)
  const documentAt = (name: string) => path.join(folder, name)
  const write = async (target: string, name: string, content: Buffer, flush: boolean) => {
    const locked = lock(keys.cipher, name, await compress(content, LEVEL))
    await mkdir(path.dirname(target), { recursive: true, mode: 0o700 })
    const unfinished = `${target}.${process.pid}.new`
    await writeFile(unfinished, locked, { mode: 0o600, flush })
    await rename(unfinished, target)
    return locked.length
  }
  const read = async (target: string, name: string) => decompress(unlock(keys.cipher, name, await readFile(target)))
  return {
    folder,
    async putPiece(content) {
      const name = createHmac('sha256', keys.naming).update(content).digest('hex')
      const target = pieceAt(name)
      // A piece that was cut short by a crash of the machine is written again: it has another length than any of its kind.
      if ((statSync(target, { throwIfNoEntry: false })?.size ?? 0) > 28) return { name, added: 0 }
      return { name, added: await write(target, name, content, false) }
    },
    getPiece: (name) => read(pieceAt(name), name),
    putDocument: (name, content) => write(documentAt(name), name, content, true),
    getDocument: (name) => read(documentAt(name), name),
    listDocuments(under) {
      const at = documentAt(under)
      const names = existsSync(at) ? readdirSync(at) : []
      return names.filter((name) => !name.endsWith('.new')).toSorted()
    },
    removeDocument: (name) => rm(documentAt(name), { recursive: true, force: true }),
    async keepOnly(pieces) {
      const all = path.join(folder, 'pieces')
      let removed = 0
      for (const part of existsSync(all) ? readdirSync(all) : [])
        for (const name of readdirSync(path.join(all, part)))
          if (!pieces.has(name)) {
            await rm(path.join(all, part, name), { force: true })
            removed++
          }
      return removed
    },
  }
}

const noVault = (folder: string) =>
  new StartError(
    `${folder} 不是匠心备份目录（缺少 vault.json）。请指定 jiangxin backup 写入的目录。`,
    `${folder} is no folder of Jiangxin backups (vault.json is missing): name the folder that jiangxin backup writes to.`,
  )

const occupied = (folder: string) =>
  new StartError(
    `${folder} 已有其他文件。请为备份指定一个空目录或原来的备份目录。`,
    `${folder} holds other files: name an empty folder for backups, or the one used before.`,
  )

const wrongPassphrase = (folder: string, cause: unknown) =>
  new StartError(
    `备份口令与 ${folder} 不符。请检查 BACKUP_PASSPHRASE 或 BACKUP_KEY_FILE。`,
    `The passphrase is not the one of ${folder}: check BACKUP_PASSPHRASE or BACKUP_KEY_FILE.`,
    { cause },
  )
