import { fork } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import cookie from '@fastify/cookie'
import Fastify from 'fastify'
import { sql } from 'kysely'
import pg from 'pg'
import { v7 } from 'uuid'
import { declarations } from '../catalogue/index.gen.ts'
import { listColleges } from '../src/engine/colleges.ts'
import type { Engine } from '../src/engine/engine.ts'
import { assembleCatalogue } from '../src/language/catalogue.ts'
import { createApp } from '../src/server/app.ts'
import { loadDemo } from '../src/server/demo.ts'
import { readSettings } from '../src/server/settings.ts'
import type { Phones, PhonesResult } from './classroom-phones.ts'
import { openBench } from './college.ts'
import { takenBy } from './memory.ts'
import type { BenchRow } from './row.ts'

const PHONES = Number(process.env['BENCH_PHONES'] ?? 200)
/** People do not tap in the same millisecond, and a whole class answers within seconds; all at once is the worst. */
const SPREADS = [3000, 0] as const

/** What phones measured, and the processor time of this program and of its database meanwhile, in ms. */
type Measured = PhonesResult & { readonly program: number; readonly database: number }

const run = async (told: Phones): Promise<Measured> => {
  const child = fork(new URL('./classroom-phones.ts', import.meta.url))
  child.send(told)
  // They watch now; from here on they answer.
  await once(child, 'message')
  const before = process.cpuUsage()
  const { postgresSeconds } = takenBy(process.pid)
  const [result] = (await once(child, 'message')) as [PhonesResult]
  const { user, system } = process.cpuUsage(before)
  child.kill()
  return {
    ...result,
    program: (user + system) / 1000,
    database: (takenBy(process.pid).postgresSeconds - postgresSeconds) * 1000,
  }
}

const percentile = (times: readonly number[], share: number) =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN
const shown = ({ times, failed }: PhonesResult) =>
  `p95 ${Math.round(percentile(times, 0.95))} ms, median ${Math.round(percentile(times, 0.5))} ms${failed > 0 ? `, ${failed} FAILED` : ''}`
const work = ({ program, database }: Measured) =>
  `${(program / PHONES).toFixed(2)} ms + database ${(database / PHONES).toFixed(2)} ms`

type Headers = Readonly<Record<string, string>>

/** Signs an account in past the form. */
async function signedIn(engine: Engine, college: string, account: string): Promise<Headers> {
  const token = randomBytes(32).toString('base64url')
  const csrf = randomBytes(16).toString('base64url')
  await engine.database.inCollege(college, (tx) =>
    tx.run(sql`
      INSERT INTO sessions (college_id, token_hash, id, account_id, csrf, created_at, seen_at, expires_at)
      VALUES (${college}, ${createHash('sha256').update(token).digest()}, ${v7()}, ${account}, ${csrf}, now(), now(), now() + interval '1 day')`),
  )
  return { cookie: `jiangxin=${college}.${token}`, 'x-csrf': csrf }
}

/** A class of the demo's teacher, filled up to so many students, each with an account. */
async function fillClass(engine: Engine, college: string) {
  const [lesson] = await engine.database.inCollege(college, (tx) =>
    tx.run<{ id: string; class_name: string; account: string; unit: string }>(sql`
      SELECT l.id, l.class_name, a.id AS account, l.unit_id AS unit FROM records.lessons l
      JOIN records.staff t ON t.college_id = l.college_id AND t.id = l.teacher
      JOIN accounts a ON a.college_id = l.college_id AND a.person_id = t.person
      WHERE l.college_id = ${college} AND a.name = 'teacher' ORDER BY l.held_on LIMIT 1`),
  )
  const students = await engine.database.inCollege(college, async (tx) => {
    const rows = await tx.run<{ id: string; unit: string; name: string }>(sql`
      SELECT id, unit_id AS unit, name FROM records.students WHERE college_id = ${college} AND left_on IS NULL AND person IS NULL
      ORDER BY class_name = ${lesson!.class_name} DESC, number LIMIT ${PHONES}`)
    const made: { id: string; account: string }[] = []
    for (const [i, { id, unit, name }] of rows.entries()) {
      const [person, account] = [v7(), v7()]
      await tx.run(sql`
        INSERT INTO records.people (college_id, id, state, version, unit_id, created_at, updated_at, number, name, kind, unit)
        VALUES (${college}, ${person}, 'active', 1, ${unit}, now(), now(), ${`BENCH${i}`}, ${name}, 'student', ${unit})`)
      await tx.run(
        sql`UPDATE records.students SET person = ${person}, owner_id = ${person}, class_name = ${lesson!.class_name} WHERE college_id = ${college} AND id = ${id}`,
      )
      await tx.run(sql`
        INSERT INTO accounts (college_id, id, name, person_id, display_name, created_at, password_changed_at)
        VALUES (${college}, ${account}, ${`bench-${i}`}, ${person}, ${name}, now(), now())`)
      await tx.run(
        sql`INSERT INTO assignments (college_id, id, account_id, role, unit_id) VALUES (${college}, ${v7()}, ${account}, 'student', ${unit})`,
      )
      made.push({ id, account })
    }
    return made
  })
  const teacher = await signedIn(engine, college, lesson!.account)
  const phones: Headers[] = []
  for (const { account } of students) phones.push(await signedIn(engine, college, account))
  return { lesson: lesson!.id, students, teacher, phones }
}

/** What somebody would write by hand for one quiz: who asks, one row in one table, and a count to whoever watches. */
async function bareEndpoint(url: string, college: string, activity: string) {
  const pool = new pg.Pool({ connectionString: url, max: 12 })
  pool.on('error', () => {})
  const app = Fastify()
  await app.register(cookie)
  const watchers = new Set<ServerResponse>()
  let answered = 0
  app.get('/live', (_request, reply) => {
    reply.hijack()
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream' }).write('\n')
    watchers.add(reply.raw)
  })
  app.post('/answer', async (request) => {
    const token = request.cookies['jiangxin']?.split('.')[1] ?? ''
    const client = await pool.connect()
    try {
      await client.query(`BEGIN; SET LOCAL app.college = '${college}'`)
      const { rows } = await client.query<{ account_id: string }>({
        name: 'who',
        text: 'SELECT account_id FROM sessions WHERE college_id = $1 AND token_hash = $2 AND expires_at > now()',
        values: [college, createHash('sha256').update(token).digest()],
      })
      await client.query({
        name: 'keep',
        text: `INSERT INTO classroom_refusals (college_id, id, session_id, student_id, at, why)
          SELECT college_id, $2, id, $3, now(), $4 FROM classroom_sessions WHERE college_id = $1 LIMIT 1`,
        values: [college, v7(), rows[0]!.account_id, JSON.stringify(request.body)],
      })
      await client.query('COMMIT')
    } finally {
      client.release()
    }
    answered++
    for (const watcher of watchers) watcher.write(`data: {"id":"${activity}","answered":${answered}}\n\n`)
    return {}
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  return {
    port: (app.server.address() as { port: number }).port,
    restart: () => {
      answered = 0
    },
    close: async () => {
      for (const watcher of watchers) watcher.end()
      await app.close()
      await pool.end()
    },
  }
}

/** Simulated phones answer one quiz: how long until the teacher's screen shows it. */
export async function benchClassroom(): Promise<BenchRow[]> {
  const catalogue = assembleCatalogue(declarations)
  const db = await openBench(catalogue)
  await loadDemo(db.engine, () => {})
  const college = (await listColleges(db.engine)).find(({ demo }) => demo)!.id
  const { lesson, students, teacher, phones } = await fillClass(db.engine, college)
  const app = await createApp({
    engine: db.engine,
    settings: readSettings({ DATA_DIR: db.dataDir, LOG_LEVEL: 'silent' }),
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as { port: number }
  const post = async (path: string, body: object) => {
    const answer = await fetch(`http://127.0.0.1:${port}/api/classroom/sessions${path}`, {
      method: 'POST',
      headers: { ...teacher, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as { id: string }
  }
  const { id: session } = await post('', { lesson, extra: 'bench' })
  await db.engine.database.inCollege(college, (tx) =>
    tx.run(sql`
      INSERT INTO classroom_signins (college_id, session_id, student_id, state, how, at)
      SELECT ${college}::uuid, ${session}::uuid, student, 'present', 'manual', now() FROM unnest(${students.map(({ id }) => id)}::uuid[]) AS student`),
  )
  const rows: BenchRow[] = []
  global.gc?.()
  const before = process.memoryUsage().rss
  let most = before
  const bare = await bareEndpoint(db.appUrl, college, session)
  for (const spreadMs of SPREADS) {
    const quick = [{ stem: '1 + 1 = 2', options: ['对', '错'], right: [0] }]
    const { id: activity } = await post(`/${session}/activities`, { activity: { kind: 'quiz', quick }, open: true })
    const path = `/api/classroom/sessions/${session}`
    const common = { phones, teacher, spreadMs }
    const ours = await run({
      ...common,
      port,
      watch: `${path}/live?as=remote`,
      watchAsPhone: `${path}/live?as=me`,
      answer: `${path}/acts`,
      activity,
    })
    most = Math.max(most, process.memoryUsage().rss)
    bare.restart()
    const theirs = await run({
      ...common,
      port: bare.port,
      watch: '/live',
      watchAsPhone: null,
      answer: '/answer',
      activity: session,
    })
    rows.push({
      name: `${PHONES} phones answer one quiz ${spreadMs === 0 ? 'at once' : `within ${spreadMs / 1000} s`}, tap to teacher's screen`,
      ours: shown(ours),
      byHand: shown(theirs),
      ratio: (percentile(ours.times, 0.95) / percentile(theirs.times, 0.95)).toFixed(2),
      aim: 'p95 ≤ 300 ms',
    })
    rows.push({
      name: 'the same, processor time for each answer',
      ours: work(ours),
      byHand: work(theirs),
      ratio: ((ours.program + ours.database) / (theirs.program + theirs.database)).toFixed(2),
      aim: '–',
    })
  }
  rows.push({
    name: `memory with ${PHONES + 1} streams`,
    ours: `${Math.round(most / 1048576)} MB`,
    byHand: `${Math.round(before / 1048576)} MB before`,
    ratio: '–',
    aim: '–',
  })
  await bare.close()
  await app.close()
  await db.close()
  return rows
}
