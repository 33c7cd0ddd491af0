import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs'
import { connect as connectTo, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { chooseAccount } from '../src/database/embedded/account.ts'
import { processStart } from '../src/database/embedded/processes.ts'
import { createAccount } from '../src/engine/access/accounts.ts'
import { asSystem } from '../src/engine/access/actor.ts'
import { createCollege, listColleges } from '../src/engine/colleges.ts'
import { unitTree } from '../src/engine/units.ts'
import type { WireAccount, WireError, WireRecord } from '../src/language/wire.ts'
import { startServer } from '../src/server/main.ts'
import { openEngine } from '../src/server/open.ts'
import { readSettings } from '../src/server/settings.ts'
import { dropDatabase } from '../src/testing/drop-database.ts'

const root = path.resolve(import.meta.dirname, '..')
const program = path.join(root, 'src/cli/main.ts')
const isRoot = process.getuid?.() === 0
const place = mkdtempSync(path.join(realpathSync(tmpdir()), 'jiangxin-faults-'))
chmodSync(place, 0o755)
/** The college of most tests: two programs make it at once. */
const dataDir = path.join(place, 'college')
const PASSWORD = 'demo-jiangxin'

const children = new Set<ChildProcess>()
afterEach(() => {
  for (const child of children) child.kill('SIGKILL')
  children.clear()
})
afterAll(async () => {
  await stopDatabase(dataDir)
  rmSync(place, { recursive: true, force: true })
})

interface Running {
  readonly child: ChildProcess
  readonly url: string
  readonly said: () => string
}

/** Starts the whole program as a person would; resolves once it serves. */
async function start(
  folder: string,
  options: { env?: Record<string, string>; uid?: number; gid?: number } = {},
): Promise<Running> {
  const { env, ...as } = options
  const child = spawn(process.execPath, [program, 'start', '--json'], {
    cwd: '/',
    env: { PATH: process.env['PATH'], HOME: place, DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'silent', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...as,
  })
  children.add(child)
  let said = ''
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (part: Buffer) => {
      said += String(part)
      const [, found] = /"url":\s*"([^"]+)"/.exec(said) ?? []
      if (found) resolve(found)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('exit', (code) => reject(new Error(`It ended with ${code}: ${said}`)))
  })
  return { child, url, said: () => said }
}

async function stop({ child }: Running, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
  children.delete(child)
}

const postmasterOf = (folder: string): number =>
  Number(readFileSync(path.join(folder, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0])

async function stopDatabase(folder: string): Promise<void> {
  try {
    const pid = postmasterOf(folder)
    process.kill(pid, 'SIGINT')
    for (let waited = 0; waited < 200 && processStart(pid) !== undefined; waited++) await sleep(50)
  } catch {
    // It is not running.
  }
}

interface Session {
  readonly cookie: string
  readonly csrf: string
}

async function signIn(url: string, name = 'admin', password = PASSWORD): Promise<Session> {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, password }),
  })
  expect(answer.status).toBe(200)
  return {
    cookie: String(answer.headers.get('set-cookie')).split(';')[0]!,
    csrf: ((await answer.json()) as WireAccount).csrf,
  }
}

const send = (url: string, session: Session, method: string, address: string, body?: object) =>
  fetch(`${url}${address}`, {
    method,
    headers: {
      cookie: session.cookie,
      'x-csrf': session.csrf,
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
    signal: AbortSignal.timeout(20_000),
  })

/** What a client was told: for each record the last version whose answer arrived. */
type Acknowledged = Map<string, { id: string; version: number }>

let serial = 0

/** Writes until the connection breaks: makes a record, changes it, makes the next. @returns the statuses that were no success */
async function writeUntilBroken(
  url: string,
  session: Session,
  acknowledged: Acknowledged,
  refused: number[],
): Promise<void> {
  for (;;) {
    const number = `F${++serial}`
    try {
      const made = await send(url, session, 'POST', '/api/registers/people', {
        values: { number, name: `写入 ${number}`, kind: 'external' },
      })
      if (made.status !== 201) {
        refused.push(made.status)
        if (made.status === 503) return
        continue
      }
      const { id } = (await made.json()) as WireRecord
      acknowledged.set(number, { id, version: 1 })
      const changed = await send(url, session, 'PATCH', `/api/registers/people/${id}`, {
        version: 1,
        values: { name: `改名 ${number}` },
        comment: '更正',
      })
      if (changed.status !== 200) {
        refused.push(changed.status)
        if (changed.status === 503) return
        continue
      }
      acknowledged.set(number, { id, version: ((await changed.json()) as WireRecord).version })
    } catch {
      return
    }
  }
}

/** Compares what clients were told with what the database holds. */
async function expectNothingLost(acknowledged: Acknowledged): Promise<void> {
  const { engine, close } = await openEngine(readSettings({ DATA_DIR: dataDir }))
  try {
    const [college] = await listColleges(engine)
    await engine.database.inCollege(college!.id, async (tx) => {
      const rows = await tx.run<{ number: string; id: string; version: number; happened: number; told: string }>(sql`
        SELECT p.number, p.id, p.version, p.name AS told,
          (SELECT count(*) FROM history h WHERE h.college_id = p.college_id AND h.subject = 'people' AND h.subject_id = p.id::text) AS happened
        FROM records.people p WHERE p.college_id = ${college!.id} AND p.number LIKE 'F%'`)
      const kept = new Map(rows.map((row) => [row.number, row]))
      expect(rows.length).toBe(kept.size)
      expect(
        [...acknowledged].filter(
          ([number, { id, version }]) => kept.get(number)?.id !== id || kept.get(number)!.version < version,
        ),
      ).toEqual([])
      // A record and its history were written together or not at all, also those nobody was told of.
      expect(rows.filter((row) => row.happened !== row.version || row.version > 2)).toEqual([])
      const [orphan] = await tx.run<{ n: number }>(sql`
        SELECT count(*) AS n FROM history h WHERE h.college_id = ${college!.id} AND h.subject = 'people' AND h.after->>'number' LIKE 'F%'
          AND NOT EXISTS (SELECT 1 FROM records.people p WHERE p.college_id = h.college_id AND p.id::text = h.subject_id)`)
      expect(orphan!.n).toBe(0)
    })
  } finally {
    await close()
  }
}

describe('the whole program', () => {
  it(
    'started twice at once on an empty folder makes one college, and either may leave',
    { timeout: 300_000 },
    async () => {
      const [one, two] = await Promise.all([start(dataDir), start(dataDir)])
      for (const { url } of [one, two]) {
        const colleges = (await (await fetch(`${url}/api/colleges`)).json()) as object[]
        expect(colleges).toHaveLength(1)
        await signIn(url)
      }
      await stop(one)
      expect((await fetch(`${two.url}/api/colleges`)).status).toBe(200)
      const pid = postmasterOf(dataDir)
      await stop(two)
      expect(processStart(pid)).toBeUndefined()
    },
  )

  it(
    'killed three times amid the writes of 16 clients has lost, doubled and halved nothing',
    { timeout: 300_000 },
    async () => {
      const acknowledged: Acknowledged = new Map()
      const refused: number[] = []
      let session: Session | undefined
      for (let round = 1; round <= 3; round++) {
        const running = await start(dataDir)
        // Whoever was signed in before the kill still is.
        session ??= await signIn(running.url)
        const before = acknowledged.size
        const clients = Array.from({ length: 16 }, () => writeUntilBroken(running.url, session!, acknowledged, refused))
        while (acknowledged.size < before + 60) await sleep(20)
        await stop(running, 'SIGKILL')
        await Promise.all(clients)
      }
      await expectNothingLost(acknowledged)
      expect(acknowledged.size).toBeGreaterThan(150)
      expect(refused).toEqual([])
    },
  )

  it(
    'whose database is killed twice amid writes says so, starts it again by itself and has lost nothing',
    { timeout: 300_000 },
    async () => {
      const acknowledged: Acknowledged = new Map()
      const refused: number[] = []
      const running = await start(dataDir)
      const session = await signIn(running.url)
      for (let round = 1; round <= 2; round++) {
        const before = acknowledged.size
        const clients = Array.from({ length: 16 }, () => writeUntilBroken(running.url, session, acknowledged, refused))
        while (acknowledged.size < before + 40) await sleep(20)
        process.kill(postmasterOf(dataDir), 'SIGKILL')
        await Promise.all(clients)
        expect(running.child.exitCode).toBeNull()
        const answer = await untilItAnswers(running.url, session)
        expect(answer.status).toBe(200)
      }
      expect(refused.length).toBeGreaterThan(0)
      expect(refused.filter((status) => status !== 503)).toEqual([])
      await stop(running)
      await expectNothingLost(acknowledged)
      expect(acknowledged.size).toBeGreaterThan(70)
    },
  )

  it(
    'runs as an ordinary user; nobody else may use the folder, and root runs it as its owner',
    { timeout: 120_000 },
    async () => {
      const folder = path.join(place, 'ordinary')
      mkdirSync(folder)
      const account = isRoot ? chooseAccount(path.join(place, 'none')) : undefined
      if (account) chownSync(folder, account.uid, account.gid)
      const as = account ? { uid: account.uid, gid: account.gid } : {}
      const env = { DEMO: '0' }
      const running = await start(folder, { ...as, env })
      expect((await fetch(`${running.url}/health`)).status).toBe(200)
      expect(statSync(path.join(folder, 'postgres/cluster')).uid).toBe(account?.uid ?? process.getuid?.())
      await stop(running)
      if (!account) return
      const again = await start(folder, { env })
      expect(statSync(path.join(folder, 'postgres/cluster/postmaster.pid')).uid).toBe(account.uid)
      await stop(again)
      await expect(start(dataDir, { ...as, env })).rejects.toThrow(/It ended with 1: [\s\S]*DATA_DIR/)
    },
  )
})

/** Asks until the answer is no 503; every refusal meanwhile must be a clear one. */
async function untilItAnswers(url: string, session: Session): Promise<Response> {
  for (let waited = 0; ; waited += 100) {
    const answer = await send(url, session, 'GET', '/api/registers/people?limit=1')
    if (answer.status !== 503 || waited > 30_000) return answer
    const { error } = (await answer.json()) as WireError
    expect([error.code, answer.headers.get('retry-after')]).toEqual(['unavailable', '2'])
    expect(error.message.zh).toContain('数据库')
    await sleep(100)
  }
}

describe('a database server that is gone for some seconds', () => {
  const { adminUrl, appUrl } = inject('database')
  const name = `faults_${process.pid}`
  const sockets = new Set<Socket>()
  /** Stands between the program and PostgreSQL, so that the network can fail. */
  let isUp = true
  const between = createServer((client) => {
    if (!isUp) return client.destroy()
    const server = connectTo(Number(new URL(adminUrl).port), '127.0.0.1')
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const) {
      sockets.add(from)
      from.on('error', () => to.destroy()).on('close', () => sockets.delete(from))
      from.pipe(to)
    }
  })
  const asAdmin = async (work: (client: pg.Client) => Promise<unknown>) => {
    const client = new pg.Client({ connectionString: adminUrl })
    await client.connect()
    await work(client)
    await client.end()
  }
  beforeAll(async () => {
    await asAdmin(async (client) => {
      await client.query(`CREATE DATABASE ${name} TEMPLATE template0`)
      await client.query(`GRANT CONNECT ON DATABASE ${name} TO jiangxin_app`)
    })
    between.listen(0, '127.0.0.1')
    await once(between, 'listening')
  })
  afterAll(async () => {
    between.close()
    for (const socket of sockets) socket.destroy()
    await asAdmin((client) => dropDatabase(client, name))
  })

  it('is told to people as such, and used again once it is back', { timeout: 60_000 }, async () => {
    const through = (address: string) => {
      const url = new URL(address)
      url.port = String((between.address() as { port: number }).port)
      url.pathname = `/${name}`
      return url.toString()
    }
    const env = {
      DATA_DIR: path.join(place, 'files'),
      DATABASE_URL: through(adminUrl),
      DATABASE_APP_URL: through(appUrl),
      PORT: '0',
      DEMO: '0',
      LOG_LEVEL: 'silent',
    }
    const { engine, close } = await openEngine(readSettings(env))
    const collegeId = await createCollege(engine, { code: 'A', name: '示例学院' })
    await engine.database.inCollege(collegeId, async (tx) => {
      const unitId = (await unitTree(engine.database, tx)).root.id
      await createAccount(engine, tx, asSystem(collegeId, 'test'), {
        name: 'admin',
        password: PASSWORD.repeat(2),
        assignments: [{ role: 'system-administrator', unitId }],
      })
    })
    await close()
    const server = await startServer(readSettings(env), () => {})
    try {
      const session = await signIn(server.url, 'admin', PASSWORD.repeat(2))
      const acknowledged: Acknowledged = new Map()
      const refused: number[] = []
      const clients = Array.from({ length: 8 }, () => writeUntilBroken(server.url, session, acknowledged, refused))
      while (acknowledged.size < 20) await sleep(10)
      isUp = false
      for (const socket of sockets) socket.destroy()
      await Promise.all(clients)
      expect(new Set(refused)).toEqual(new Set([503]))
      for (let i = 0; i < 5; i++) {
        const answer = await send(server.url, session, 'GET', '/api/registers/people')
        expect([answer.status, ((await answer.json()) as WireError).error.code]).toEqual([503, 'unavailable'])
        await sleep(300)
      }
      expect((await fetch(`${server.url}/health`)).status).toBe(200)
      isUp = true
      expect((await untilItAnswers(server.url, session)).status).toBe(200)
      const made = await send(server.url, session, 'POST', '/api/registers/people', {
        values: { number: 'back', name: '回来了', kind: 'external' },
      })
      expect(made.status).toBe(201)
    } finally {
      await server.close()
    }
  })
})
