import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { StartError } from '../start-error.ts'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { type Folders, diskFull, explain } from './folders.ts'
import { readPassword } from './roles.ts'

/**
 * Makes sure there is a cluster this PostgreSQL can open, creating it the first time.
 * @throws StartError when the cluster belongs to another major version, or it cannot be created
 */
export function prepareCluster(folders: Folders, binaries: Binaries, account: Account | undefined): void {
  for (const name of readdirSync(folders.home)) {
    if (name.startsWith('cluster.new')) rmSync(path.join(folders.home, name), { recursive: true, force: true })
  }
  if (!existsSync(folders.cluster)) createCluster(folders, binaries, account)
  checkVersion(folders.cluster, binaries.major)
  // A folder copied or restored by root belongs to root; PostgreSQL wants its own, closed to others.
  if (account && statSync(folders.cluster).uid !== account.uid) giveTo(account, folders.cluster)
  if (account || statSync(folders.cluster).uid === process.getuid?.()) chmodSync(folders.cluster, 0o700)
}

function checkVersion(cluster: string, major: number): void {
  const file = path.join(cluster, 'PG_VERSION')
  const found = existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
  if (found === String(major)) return
  if (found === '') {
    throw new StartError(
      `${cluster} 不是 PostgreSQL 数据目录（缺少 PG_VERSION）。请用 jiangxin restore 恢复备份，或用 DATA_DIR 另选目录。`,
      `${cluster} is not a PostgreSQL data folder (PG_VERSION is missing): restore a backup with jiangxin restore, or choose another folder with DATA_DIR.`,
    )
  }
  const isNewer = Number(found) > major
  throw new StartError(
    `数据目录 ${cluster} 由 PostgreSQL ${found} 创建，此版本的匠心自带 PostgreSQL ${major}，无法打开。${isNewer ? '请使用更新版本的匠心' : '请用原来的版本导出后再导入'}，或用 DATA_DIR 另选目录，或设置 DATABASE_URL 连接 PostgreSQL ${found} 服务器。`,
    `The data folder ${cluster} was made by PostgreSQL ${found} and this Jiangxin brings PostgreSQL ${major}, which cannot open it: ${isNewer ? 'use a newer Jiangxin' : 'export with the version that made it and import here'}, or choose another folder with DATA_DIR, or set DATABASE_URL to a PostgreSQL ${found} server.`,
  )
}

/** Runs initdb in a folder of its own and renames the result: whatever interrupts it, no half-made cluster is left. */
function createCluster(folders: Folders, binaries: Binaries, account: Account | undefined): void {
  const workshop = `${folders.cluster}.new`
  const fresh = path.join(workshop, 'cluster')
  const passwordFile = path.join(workshop, 'password')
  try {
    mkdirSync(workshop, { mode: 0o700 })
    writeFileSync(passwordFile, readPassword(folders, 'superuser'), { mode: 0o600 })
  } catch (error) {
    throw explain(error, folders.home)
  }
  if (account) giveTo(account, workshop)
  const { status, stderr, stdout, error } = spawnSync(
    binaries.initdb,
    [
      '-D',
      fresh,
      '-U',
      'postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--data-checksums',
      // The builtin provider sorts the same on every machine and never changes with the C library.
      '-E',
      'UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--lc-collate=C',
      '--lc-ctype=C.UTF-8',
      '--no-instructions',
      '-c',
      'timezone=UTC',
      '-c',
      'log_timezone=UTC',
    ],
    {
      cwd: workshop,
      encoding: 'utf8',
      env: serverEnvironment(),
      ...(account && { uid: account.uid, gid: account.gid }),
    },
  )
  if (status !== 0) {
    const said = error?.message ?? `${stdout}\n${stderr}`.trim().split('\n').slice(-5).join('\n')
    rmSync(workshop, { recursive: true, force: true })
    if (/No space left on device|Disk quota exceeded/.test(said)) throw diskFull(folders.home, said)
    throw new StartError(
      `无法在 ${folders.home} 新建数据库（initdb 退出码 ${status}）：${said}`,
      `Could not create the database in ${folders.home} (initdb exited with ${status}): ${said}`,
      { cause: error },
    )
  }
  renameSync(fresh, folders.cluster)
  rmSync(workshop, { recursive: true, force: true })
}

/** The environment of PostgreSQL's programs: nothing of ours, above all no secret and no PG… variable. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return {
    PATH: '/usr/local/bin:/usr/bin:/bin',
    LC_ALL: 'C',
    ...(process.env['SystemRoot'] && { SystemRoot: process.env['SystemRoot'] }),
  }
}

function giveTo(account: Account, folder: string): void {
  chownSync(folder, account.uid, account.gid)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) giveTo(account, file)
    else if (!entry.isSymbolicLink()) chownSync(file, account.uid, account.gid)
  }
}
