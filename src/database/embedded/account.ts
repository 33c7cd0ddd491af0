import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { StartError } from '../start-error.ts'

/** The unprivileged user a root process runs PostgreSQL as, because PostgreSQL refuses to run as root. */
export type Account = { name: string; uid: number; gid: number }

/**
 * Chooses who runs the server of a cluster.
 * @param cluster the cluster's folder; when it exists, whoever owns it stays its owner
 * @returns undefined when this process runs it as itself
 * @throws StartError when the cluster belongs to someone else, or the machine knows no unprivileged user
 */
export function chooseAccount(cluster: string): Account | undefined {
  const self = process.getuid?.()
  if (self === undefined) return undefined
  const owner = statSync(cluster, { throwIfNoEntry: false })
  if (self !== 0) {
    if (!owner || owner.uid === self) return undefined
    throw new StartError(
      `数据目录 ${cluster} 属于用户 ${nameOf(owner.uid)}，当前用户是 ${nameOf(self)}。请改用原来启动它的用户（或 root）运行，或用 DATA_DIR 另选目录。`,
      `The data folder ${cluster} belongs to ${nameOf(owner.uid)} and this is ${nameOf(self)}: run as the user that started it before (or root), or choose another folder with DATA_DIR.`,
    )
  }
  if (owner && owner.uid !== 0) return { name: nameOf(owner.uid), uid: owner.uid, gid: owner.gid }
  // initdb looks its user up by name, so a number that no account has would not do.
  const known = listAccounts().filter((account) => account.uid !== 0)
  const chosen = ['nobody', 'postgres', 'daemon'].map((name) => known.find((account) => account.name === name))
  const account = chosen.find((candidate) => candidate !== undefined) ?? known[0]
  if (account) return account
  throw new StartError(
    'PostgreSQL 不能以 root 运行，而本机没有其他用户。请新建一个用户（如 useradd jiangxin）后重试，或设置 DATABASE_URL。',
    'PostgreSQL refuses to run as root and this machine has no other user: create one (useradd jiangxin) and start again, or set DATABASE_URL.',
  )
}

/**
 * Whether an account can pass through a folder or run a file: every folder above it counts, and so do access lists,
 * which is why the kernel is asked as that user instead of reading mode bits.
 */
export function canReach(account: Account | undefined, target: string): boolean {
  const as = account ? { uid: account.uid, gid: account.gid } : {}
  return spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', target], { cwd: '/', ...as }).status === 0
}

/**
 * The data folder to use when nobody chose one.
 * @param preferred normally `data` in the repository; a root process may not be able to use it, because the
 *   unprivileged user that runs PostgreSQL cannot get there (root's home is closed)
 */
export function chooseDataFolder(preferred: string): string {
  if (process.getuid?.() !== 0) return preferred
  const account = chooseAccount(path.join(preferred, 'postgres', 'cluster'))
  return canReach(account, path.dirname(preferred)) ? preferred : '/var/lib/jiangxin'
}

function listAccounts(): Account[] {
  try {
    return readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
      .filter((fields) => fields.length >= 4)
      .map(([name, , uid, gid]) => ({ name: name ?? '', uid: Number(uid), gid: Number(gid) }))
  } catch {
    return []
  }
}

const nameOf = (uid: number) => listAccounts().find((account) => account.uid === uid)?.name ?? `uid ${uid}`
