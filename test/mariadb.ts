import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { accessSync, chownSync, constants, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import mysql from 'mysql2/promise'
import { chooseAccount } from '../src/database/embedded/account.ts'

export interface MariaDb {
  readonly port: number
  /** A connection that may do everything. */
  readonly root: mysql.Connection
  close(): Promise<void>
}

/**
 * A MariaDB (or MySQL) of the system's own packages, in a temporary folder, on a free port of the loopback address, as
 * an unprivileged user.
 * @throws Error that says what to install
 */
export async function startMariaDb(): Promise<MariaDb> {
  const program = find()
  const folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'jiangxin-mariadb-'))
  const account = chooseAccount(path.join(folder, 'data'))
  if (account) chownSync(folder, account.uid, account.gid)
  const as = account ? { uid: account.uid, gid: account.gid } : {}
  const data = path.join(folder, 'data')
  const socket = path.join(folder, 'socket')
  const environment = { PATH: process.env['PATH'] ?? '', HOME: folder, TMPDIR: folder }
  const installer = program.endsWith('mariadbd') ? whereIs('mariadb-install-db') : undefined
  const made = installer
    ? spawnSync(
        installer,
        ['--no-defaults', `--datadir=${data}`, '--auth-root-authentication-method=normal', '--skip-test-db'],
        { ...as, env: environment, encoding: 'utf8' },
      )
    : spawnSync(program, ['--no-defaults', '--initialize-insecure', `--datadir=${data}`], {
        ...as,
        env: environment,
        encoding: 'utf8',
      })
  if (made.status !== 0) throw new Error(`MariaDB could not make its data folder: ${made.stdout}${made.stderr}`)
  const port = await freePort()
  const log = path.join(folder, 'log')
  const server = spawn(
    program,
    [
      '--no-defaults',
      `--datadir=${data}`,
      `--socket=${socket}`,
      `--port=${port}`,
      `--pid-file=${path.join(folder, 'pid')}`,
      `--log-error=${log}`,
      '--bind-address=127.0.0.1',
      '--innodb-buffer-pool-size=64M',
      '--character-set-server=utf8mb4',
    ],
    { ...as, env: environment, stdio: 'ignore' },
  )
  const ended = once(server, 'exit')
  const stop = async () => {
    if (server.exitCode === null) {
      server.kill('SIGTERM')
      await ended
    }
    rmSync(folder, { recursive: true, force: true })
  }
  for (let tries = 0; ; tries++) {
    try {
      const root = await mysql.createConnection({ socketPath: socket, user: 'root', multipleStatements: true })
      return {
        port,
        root,
        async close() {
          await root.end()
          await stop()
        },
      }
    } catch (error) {
      if (server.exitCode === null && tries < 600) {
        await sleep(100)
        continue
      }
      const told = readFileSync(log, 'utf8').split('\n').slice(-15).join('\n')
      await stop()
      throw new Error(`MariaDB did not start: ${told}`, { cause: error })
    }
  }
}

function whereIs(name: string): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin', '/usr/bin']
  return folders
    .map((folder) => path.join(folder, name))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK)
        return true
      } catch {
        return false
      }
    })
}

/** The server's program; installed from Debian's packages where that is possible. */
function find(): string {
  const look = () => whereIs('mariadbd') ?? whereIs('mysqld')
  const found = look()
  if (found) return found
  if (process.getuid?.() === 0 && whereIs('apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const apt = (...words: string[]) => spawnSync('apt-get', words, { stdio: ['ignore', 2, 2], env }).status === 0
    if (apt('update', '-qq')) apt('install', '-y', '-qq', '--no-install-recommends', 'mariadb-server')
  }
  const installed = look()
  if (installed) return installed
  throw new Error('There is neither mariadbd nor mysqld. Install one: sudo apt-get install mariadb-server')
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}
