import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { type Server, createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { StartError } from '../start-error.ts'
import { processStart } from './processes.ts'

const patience = 10 * 60_000

/**
 * Runs `work` while no other process of this machine runs its own for the same folder: starting, stopping and attaching
 * happen one at a time. The lock is an abstract socket, which the kernel frees when its process dies, so it is never
 * left behind. (It is named after the folder's device and inode: a folder reached by two paths is one folder.)
 */
export async function withLock<T>(folder: string, log: (line: string) => void, work: () => Promise<T>): Promise<T> {
  const { dev, ino } = statSync(folder)
  const name = `jiangxin-database-${dev}-${ino}`
  const server = await acquire(name, folder, log)
  try {
    return await work()
  } finally {
    await new Promise((resolve) => server.close(resolve))
  }
}

async function acquire(name: string, folder: string, log: (line: string) => void): Promise<Server> {
  const started = Date.now()
  for (let hasTold = false; ;) {
    const server = await listen(name)
    if (server) return server
    if (!hasTold && Date.now() - started > 2_000) {
      log(`另一个进程正在启动或停止数据库，等待中… / Another process is starting or stopping the database, waiting…`)
      hasTold = true
    }
    if (Date.now() - started > patience) {
      throw new StartError(
        `另一个匠心进程占用数据目录 ${folder} 已超过 10 分钟。请结束那个进程后重试。`,
        `Another Jiangxin process has been busy with the data folder ${folder} for 10 minutes: end it and start again.`,
      )
    }
    await sleep(30)
  }
}

function listen(name: string): Promise<Server | undefined> {
  const address =
    process.platform === 'linux'
      ? { path: `\0${name}` }
      : process.platform === 'win32'
        ? { path: `\\\\.\\pipe\\${name}` }
        : // No abstract sockets on macOS: a port made from the name; a clash with another program only makes it wait.
          {
            host: '127.0.0.1',
            port: 20_000 + ([...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9_973, 7) % 9_973),
          }
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    )
    server.listen(address, () => resolve(server))
    // Waiting for the lock or holding it never keeps the program alive by itself.
    server.unref()
  })
}

let attachments = 0

/** Notes that this process uses the server; the note counts while the process lives. Returns the note's file. */
export function attach(folder: string): string {
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, `${process.pid}-${processStart(process.pid)}-${attachments++}`)
  writeFileSync(file, '')
  return file
}

/** Whether any living process still uses the server; notes of the dead are thrown away. */
export function isAttached(folder: string): boolean {
  let isUsed = false
  for (const name of readdirSync(folder)) {
    const [pid, start] = name.split('-')
    if (processStart(Number(pid)) === start) isUsed = true
    else rmSync(path.join(folder, name), { force: true })
  }
  return isUsed
}
