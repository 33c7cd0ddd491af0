import { chmodSync, mkdirSync, realpathSync, statSync, statfsSync } from 'node:fs'
import path from 'node:path'
import { StartError } from '../start-error.ts'
import { type Account, canReach, chooseAccount } from './account.ts'

/** Where the embedded server keeps its things, below DATA_DIR/postgres. */
export type Folders = {
  home: string
  /** PostgreSQL's own data directory. */
  cluster: string
  /** What the server says; the place to look when it does not start. */
  log: string
  /** One file per process that uses the server now. */
  attached: string
  /** The port of the last start, taken again when it is still free. */
  port: string
}

/** The paths below a data folder, without touching the disk. */
export function foldersIn(dataDir: string): Folders {
  const home = path.join(dataDir, 'postgres')
  return {
    home,
    cluster: path.join(home, 'cluster'),
    log: path.join(home, 'server.log'),
    attached: path.join(home, 'attached'),
    port: path.join(home, 'port'),
  }
}

/**
 * Makes the data folder ready for use.
 * @throws StartError when it cannot be written, when the disk is full, or when the user who runs PostgreSQL cannot get there
 */
export function prepareFolders(dataDir: string): { folders: Folders; account: Account | undefined } {
  try {
    mkdirSync(path.join(dataDir, 'postgres', 'attached'), { recursive: true })
  } catch (error) {
    throw explain(error, dataDir)
  }
  const folders = foldersIn(realpathSync(dataDir))
  const account = chooseAccount(folders.cluster)
  if (account) {
    // Others may pass through these two, not look inside; what is secret below is closed by itself.
    for (const folder of [dataDir, folders.home]) chmodSync(folder, statSync(folder).mode | 0o011)
    if (!canReach(account, folders.home)) {
      throw new StartError(
        `PostgreSQL 不能以 root 运行，会改用用户 ${account.name}，但该用户进不了数据目录 ${dataDir}（上级目录不允许）。请设置 DATA_DIR=/var/lib/jiangxin，或对上级目录执行 chmod o+x。`,
        `PostgreSQL refuses to run as root and will run as ${account.name}, who cannot enter the data folder ${dataDir} (a folder above it is closed): set DATA_DIR=/var/lib/jiangxin, or chmod o+x the folders above.`,
      )
    }
  }
  const isFresh = !statSync(folders.cluster, { throwIfNoEntry: false })
  const { bavail, bsize } = statfsSync(folders.home)
  const [free, needed] = [Math.floor((bavail * bsize) / 1e6), isFresh ? 300 : 50]
  if (free < needed) throw diskFull(dataDir, `${free} MB < ${needed} MB`)
  return { folders, account }
}

/** Turns an error of the file system into one that says what to do; other errors are returned as they are. */
export function explain(error: unknown, where: string): Error {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(where, message)
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR' || code === 'EEXIST') {
    return new StartError(
      `数据目录 ${where} 无法写入（${message}）。请检查权限，或用 DATA_DIR 指定一个可写的目录。`,
      `The data folder ${where} cannot be written (${message}): check its permissions, or choose a writable one with DATA_DIR.`,
      { cause: error },
    )
  }
  return error instanceof Error ? error : new Error(String(error))
}

/** The disk is full: what to say, with the measurement or the system's own words. */
export function diskFull(where: string, detail: string): StartError {
  return new StartError(
    `数据目录 ${where} 所在磁盘空间不足（${detail}）。请清理磁盘，或用 DATA_DIR 指定空间充足的目录；已有数据不受影响。`,
    `The disk of the data folder ${where} is full (${detail}): free some space, or choose a roomier folder with DATA_DIR; data already stored is safe.`,
  )
}
