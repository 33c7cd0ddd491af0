import { createHash, generateKeyPairSync, createSign } from 'node:crypto'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { sql } from 'kysely'
import { v4 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asSystem } from '../src/engine/access/actor.ts'
import type { Tx } from '../src/engine/module-server.ts'
import { personAgent, recordActs } from '../src/modules/learning-records/index.ts'
import { SIGNATURE } from '../src/modules/learning-records/statement/check-signature.ts'
import { listStatements } from '../src/modules/learning-records/store/list-statements.ts'
import { makeClient, revokeClient } from '../src/modules/learning-records/store/clients.ts'
import { addUpCounts, overview } from '../src/modules/learning-records/store/overview.ts'
import type { Scope } from '../src/modules/learning-records/wire.ts'
import { createApp } from '../src/server/app.ts'
import { readSettings } from '../src/server/settings.ts'
import { makeTestCollege } from '../src/testing/actors.ts'
import { testCatalogue } from '../src/testing/college.ts'
import { openTestDatabase, type TestDatabase } from '../src/testing/database.ts'

/** The learning record store as a program outside meets it; the public conformance tests say the rest (see the module's README). */

const COURSE = 'http://adlnet.gov/expapi/activities/course'
let db: TestDatabase
let app: FastifyInstance
let college: string
let basic: string

const as = async (collegeId: string, ...scopes: Scope[]) => {
  const actor = asSystem(collegeId, 'test')
  const made = await db.engine.database.inCollege(collegeId, (tx) =>
    makeClient(db.engine, tx, actor, { name: '测试程序', scopes }),
  )
  return { ...made, basic: `Basic ${Buffer.from(`${made.client.key}:${made.secret}`).toString('base64')}` }
}

beforeAll(async () => {
  db = await openTestDatabase(testCatalogue())
  college = (await makeTestCollege(db.engine, 'A')).id
  app = await createApp({
    engine: db.engine,
    settings: readSettings({ DATA_DIR: db.engine.filesDir, LOG_LEVEL: 'silent' }),
  })
  ;({ basic } = await as(college, 'all'))
})
afterAll(async () => {
  await app.close()
  await db.close()
})

type Options = Omit<InjectOptions, 'url' | 'method'> & { auth?: string; version?: string }
function call(
  method: 'GET' | 'PUT' | 'POST' | 'DELETE',
  path: string,
  { auth, version, headers, ...more }: Options = {},
) {
  return app.inject({
    method,
    url: `/xapi/${path}`,
    headers: {
      authorization: auth ?? basic,
      'x-experience-api-version': version ?? '2.0.0',
      ...(more.payload !== undefined ? { 'content-type': 'application/json' } : {}),
      ...headers,
    },
    ...more,
  })
}
const student = (n: number | string) => ({
  account: { homePage: 'https://example.test', name: `s${n}` },
  name: `学生${n}（示）`,
})
const answered = (n: number | string, more: object = {}) => ({
  actor: student(n),
  verb: { id: 'http://adlnet.gov/expapi/verbs/answered', display: { 'zh-CN': '回答了' } },
  object: { id: 'https://example.test/quiz/1', definition: { name: { 'zh-CN': '随堂测验' } } },
  ...more,
})
const post = (statements: object, options: Options = {}) =>
  call('POST', 'statements', { payload: statements, ...options })
const list = async (query: string, options: Options = {}) => {
  const answer = await call('GET', `statements?${query}`, options)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<{ statements: { id: string }[]; more: string }>()
}
const ids = (page: { statements: { id: string }[] }) => page.statements.map((s) => s.id)

describe('who may', () => {
  it('asks for a program, and says so', async () => {
    const answer = await call('GET', 'statements', { auth: 'Basic bm9ib2R5Om5vdGhpbmc=' })
    expect(answer.statusCode).toBe(401)
    expect(answer.headers['www-authenticate']).toContain('Basic')
    expect((await call('GET', 'about', { auth: '' })).json()).toEqual({ version: ['2.0.0', '1.0.3'] })
  })

  it('keeps to the scopes of the program, and forgets one that was taken away', async () => {
    const writer = await as(college, 'statements/write', 'statements/read/mine')
    const [mine] = (await post(answered('scope'), { auth: writer.basic })).json<string[]>()
    const [foreign] = (await post(answered('scope'))).json<string[]>()
    expect(ids(await list('', { auth: writer.basic }))).toEqual([mine])
    expect((await call('GET', `statements?statementId=${foreign}`, { auth: writer.basic })).statusCode).toBe(404)
    expect((await call('GET', 'agents/profile?agent={}', { auth: writer.basic })).statusCode).toBe(403)
    await db.engine.database.inCollege(college, (tx) =>
      revokeClient(db.engine, tx, asSystem(college, 'test'), writer.client.id),
    )
    expect((await post(answered('scope'), { auth: writer.basic })).statusCode).toBe(401)
  })

  it('gives tokens with no more than the program has', async () => {
    const reader = await as(college, 'statements/read', 'state')
    const asked = await app.inject({
      method: 'POST',
      url: '/xapi/oauth/token',
      headers: { authorization: reader.basic, 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'grant_type=client_credentials&scope=statements/read+all',
    })
    const { access_token, scope } = asked.json<{ access_token: string; scope: string }>()
    expect(scope).toBe('statements/read')
    const auth = `Bearer ${access_token}`
    expect((await call('GET', 'statements', { auth })).statusCode).toBe(200)
    expect((await post(answered('token'), { auth })).statusCode).toBe(403)
  })

  it('never shows one college to the program of another', async () => {
    const other = (await makeTestCollege(db.engine, 'B')).id
    const stranger = await as(other, 'all')
    const [id] = (await post(answered('wall'))).json<string[]>()
    expect((await call('GET', `statements?statementId=${id}`, { auth: stranger.basic })).statusCode).toBe(404)
    expect(ids(await list('', { auth: stranger.basic }))).toEqual([])
    // The same id is free there.
    expect(
      (
        await call('PUT', `statements?statementId=${id}`, {
          auth: stranger.basic,
          payload: answered('wall', { result: { success: true } }),
        })
      ).statusCode,
    ).toBe(204)
    expect((await call('GET', `statements?statementId=${id}`)).json()).not.toHaveProperty('result')
  })
})

describe('statements', () => {
  it('come once, however often and from however many hands', async () => {
    const id = v4()
    const answers = await Promise.all(Array.from({ length: 12 }, () => post(answered('once', { id }))))
    expect(answers.map((a) => a.statusCode)).toEqual(answers.map(() => 200))
    const agent = encodeURIComponent(JSON.stringify(student('once')))
    expect(ids(await list(`agent=${agent}`))).toEqual([id])
    const another = await post(answered('once', { id, result: { success: false } }))
    expect(another.statusCode).toBe(409)
    expect(another.json<{ error: string }>().error).toContain(id)
  })

  it('are kept all or none', async () => {
    const id = v4()
    const answer = await post([answered('batch', { id }), answered('batch', { verb: { id: 'nothing' } })])
    expect(answer.statusCode).toBe(400)
    expect(answer.json<{ error: string }>().error).toContain('statements[1].verb.id')
    expect((await call('GET', `statements?statementId=${id}`)).statusCode).toBe(404)
  })

  it('are voided, also when the voiding comes first, and what voids cannot be voided', async () => {
    const id = v4()
    const voiding = (target: string) => ({
      actor: student('teacher'),
      verb: { id: 'http://adlnet.gov/expapi/verbs/voided' },
      object: { objectType: 'StatementRef', id: target },
    })
    const [first] = (await post(voiding(id))).json<string[]>()
    await post(answered('void', { id }))
    expect((await call('GET', `statements?statementId=${id}`)).statusCode).toBe(404)
    expect((await call('GET', `statements?voidedStatementId=${id}`)).json()).toMatchObject({ id })
    const [second] = (await post(voiding(first!))).json<string[]>()
    expect((await call('GET', `statements?statementId=${first}`)).statusCode).toBe(200)
    // Those that are about a voided one are found by what it was about, and so on.
    const agent = encodeURIComponent(JSON.stringify(student('void')))
    expect(ids(await list(`agent=${agent}`))).toEqual([second, first])
  })

  it('are voided also when both come at the same instant', async () => {
    for (let round = 0; round < 8; round++) {
      const id = v4()
      const voiding = {
        actor: student('teacher'),
        verb: { id: 'http://adlnet.gov/expapi/verbs/voided' },
        object: { objectType: 'StatementRef', id },
      }
      await Promise.all([post(answered('race', { id })), post(voiding)])
      expect((await call('GET', `statements?voidedStatementId=${id}`)).statusCode).toBe(200)
    }
  })

  it('are paged in the order of their arrival, with nothing lost between pages', async () => {
    const all = (
      await post(Array.from({ length: 7 }, (_, i) => answered('page', { result: { response: String(i) } })))
    ).json<string[]>()
    const agent = encodeURIComponent(JSON.stringify(student('page')))
    const found: string[] = []
    let at = `agent=${agent}&limit=3&ascending=true`
    for (;;) {
      const page = await list(at)
      found.push(...ids(page))
      if (page.more === '') break
      at = page.more.split('?')[1]!
    }
    expect(found).toEqual(all)
    // A token that somebody made up is refused, whatever stands in it.
    const first = await list(`agent=${agent}&limit=3`)
    const token = new URLSearchParams(first.more.split('?')[1]).get('more')!
    const more = JSON.parse(Buffer.from(token, 'base64url').toString()) as { query: object }
    for (const wrong of [
      {},
      { ...more, query: { ...more.query, after: 'x' } },
      { ...more, query: { ...more.query, since: 'yesterday' } },
      { ...more, query: { ...more.query, agent: { mbox: 7 } } },
      { ...more, query: { ...more.query, limit: 1_000_000 } },
      { ...more, query: { ...more.query, clientId: 'x' } },
    ]) {
      const made = Buffer.from(JSON.stringify(wrong)).toString('base64url')
      expect([wrong, (await call('GET', `statements?more=${made}`)).statusCode]).toEqual([wrong, 400])
    }
  })

  it('are chosen by verb, activity, registration and time together', async () => {
    const registration = v4()
    const [id] = (
      await post(
        answered('filter', {
          context: { registration, contextActivities: { parent: { id: 'https://example.test/course/9' } } },
        }),
      )
    ).json<string[]>()
    const verb = encodeURIComponent('http://adlnet.gov/expapi/verbs/answered')
    const course = encodeURIComponent('https://example.test/course/9')
    expect(ids(await list(`registration=${registration}&verb=${verb}`))).toEqual([id])
    expect(ids(await list(`activity=${course}`))).toEqual([])
    expect(ids(await list(`activity=${course}&related_activities=true`))).toEqual([id])
    expect(ids(await list(`registration=${registration}&since=2999-01-01T00:00:00Z`))).toEqual([])
  })

  it('bring their attachments, which must be what their hash says', async () => {
    const content = '实训照片'
    const sha2 = createHash('sha256').update(content).digest('hex')
    const statement = answered('file', {
      attachments: [
        {
          usageType: 'https://example.test/photo',
          display: { zh: '照片' },
          contentType: 'text/plain',
          length: Buffer.byteLength(content),
          sha2,
        },
      ],
    })
    const body = (hash: string) =>
      `--b\r\nContent-Type: application/json\r\n\r\n${JSON.stringify(statement)}\r\n--b\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: binary\r\nX-Experience-API-Hash: ${hash}\r\n\r\n${content}\r\n--b--\r\n`
    const headers = { 'content-type': 'multipart/mixed; boundary=b' }
    expect((await post({}, { payload: body('0'.repeat(64)), headers })).statusCode).toBe(400)
    expect((await post(statement)).statusCode).toBe(400)
    const [id] = (await post({}, { payload: body(sha2), headers })).json<string[]>()
    const answer = await call('GET', `statements?statementId=${id}&attachments=true`)
    expect(answer.headers['content-type']).toContain('multipart/mixed')
    expect(answer.body).toContain(content)
  })

  it('may be signed, and then say what was signed', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const statement = answered('signed', { id: v4() })
    const jws = (payload: object, alg = 'RS256') => {
      const head = `${Buffer.from(JSON.stringify({ alg })).toString('base64url')}.${Buffer.from(JSON.stringify(payload)).toString('base64url')}`
      return `${head}.${createSign('RSA-SHA256').update(head).sign(privateKey).toString('base64url')}`
    }
    const send = (signature: string) => {
      const sha2 = createHash('sha256').update(signature).digest('hex')
      const attachment = {
        usageType: SIGNATURE,
        display: { en: 'Signature' },
        contentType: 'application/octet-stream',
        length: signature.length,
        sha2,
      }
      return post(
        {},
        {
          headers: { 'content-type': 'multipart/mixed; boundary=b' },
          payload: `--b\r\nContent-Type: application/json\r\n\r\n${JSON.stringify({ ...statement, attachments: [attachment] })}\r\n--b\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: binary\r\nX-Experience-API-Hash: ${sha2}\r\n\r\n${signature}\r\n--b--\r\n`,
        },
      )
    }
    expect((await send(jws(statement, 'HS256'))).json<{ error: string }>().error).toContain('RS256')
    expect((await send(jws({ ...statement, result: { success: true } }))).json<{ error: string }>().error).toContain(
      'another statement',
    )
    expect((await send(jws(statement))).statusCode).toBe(200)
  })

  it('name what is wrong with the request', async () => {
    const wrong = async (path: string) => (await call('GET', path)).json<{ error: string }>().error
    expect(await wrong('statements?Verb=x')).toContain('"Verb"')
    expect(await wrong('statements?verb=x')).toContain('"verb"')
    expect(await wrong('statements?limit=-1')).toContain('"limit"')
    expect(await wrong('statements?agent=%7B')).toContain('JSON')
    expect((await post(answered('big', { result: { response: '多'.repeat(7_000_000) } }))).statusCode).toBe(413)
    expect((await post(answered('nul', { result: { response: '\u0000' } }))).statusCode).toBe(400)
    expect((await call('GET', 'statements', { version: '0.9' })).statusCode).toBe(400)
  })
})

describe('senders that are not as they should be', () => {
  it('may have clocks that are hours off: what counts is when it came, and their own moment stays beside it', async () => {
    const timestamp = new Date(Date.now() + 9 * 3_600_000).toISOString()
    const [id] = (await post(answered('clock', { timestamp }))).json<string[]>()
    const kept = (await call('GET', `statements?statementId=${id}`)).json<{ timestamp: string; stored: string }>()
    expect(kept.timestamp).toBe(timestamp)
    expect(Math.abs(Date.parse(kept.stored) - Date.now())).toBeLessThan(3_600_000)
    const agent = encodeURIComponent(JSON.stringify(student('clock')))
    const since = new Date(Date.parse(kept.stored) - 1).toISOString()
    expect(ids(await list(`agent=${agent}&since=${since}&until=${kept.stored}&ascending=true`))).toEqual([id])
    expect(ids(await list(`agent=${agent}&since=${kept.stored}`))).toEqual([])
  })

  it('may send a statement of five megabytes, which comes back as it was', async () => {
    const response = '多'.repeat(1_750_000)
    const [id] = (await post(answered('big', { result: { response } }))).json<string[]>()
    const kept = (await call('GET', `statements?statementId=${id}`)).json<{ result: { response: string } }>()
    expect(kept.result.response === response).toBe(true)
  })
})

describe('what programs may say', () => {
  it('is not who vouches for it, nor what an activity is called without the scope for it', async () => {
    const writer = await as(college, 'statements/write')
    const object = { id: 'https://example.test/named', definition: { name: { 'zh-CN': '别人起的名' } } }
    const authority = { mbox: 'mailto:dean@example.test' }
    const [id] = (await post(answered('vouch', { object, authority }), { auth: writer.basic })).json<string[]>()
    expect((await call('GET', `statements?statementId=${id}`)).json()).toMatchObject({
      authority: { account: { name: writer.client.key } },
    })
    const known = await call('GET', `activities?activityId=${encodeURIComponent(object.id)}`)
    expect(known.json()).toEqual({ objectType: 'Activity', id: object.id })
  })

  it('is refused in words when it is nested beyond what can be written', async () => {
    const deep = `${'['.repeat(60_000)}${']'.repeat(60_000)}`
    const statement = JSON.stringify(answered('deep', { result: { extensions: { 'https://example.test/x': 0 } } }))
    const answer = await post(
      {},
      { payload: statement.replace('"https://example.test/x":0', `"https://example.test/x":${deep}`) },
    )
    expect([answer.statusCode, answer.json<{ error: string }>().error]).toEqual([
      400,
      expect.stringContaining('nested'),
    ])
  })
})

describe('acts in the college itself', () => {
  const act = (id: string) => ({
    id,
    actor: personAgent(college, v4()),
    verb: { id: 'https://example.test/verbs/signed-in', display: { 'zh-CN': '签到' } },
    object: { id: 'https://example.test/lessons/7', definition: { name: { 'zh-CN': '第七次课' } } },
    context: { contextActivities: { grouping: [{ id: 'https://example.test/courses/2' }] } },
  })
  it('are statements that the college vouches for, each once', async () => {
    const one = act(v4())
    const record = () => db.engine.database.inCollege(college, (tx) => recordActs(tx, [one]))
    expect(await record()).toEqual([one.id])
    expect(await record()).toEqual([one.id])
    expect((await call('GET', `statements?statementId=${one.id}`)).json()).toMatchObject({
      authority: { account: { homePage: `urn:uuid:${college}`, name: 'college' } },
      verb: one.verb,
    })
    const course = encodeURIComponent('https://example.test/courses/2')
    expect(ids(await list(`activity=${course}&related_activities=true`))).toEqual([one.id])
  })

  it('are kept with what they belong to, or not at all', async () => {
    const one = act(v4())
    const failing = db.engine.database.inCollege(college, async (tx) => {
      await recordActs(tx, [one])
      throw new Error('the lesson was closed meanwhile')
    })
    await expect(failing).rejects.toThrow('closed meanwhile')
    expect((await call('GET', `statements?statementId=${one.id}`)).statusCode).toBe(404)
    const wrong = { ...one, verb: { id: 'nothing' } }
    await expect(db.engine.database.inCollege(college, (tx) => recordActs(tx, [wrong]))).rejects.toThrow(
      'acts[0].verb.id',
    )
  })
})

describe('documents', () => {
  const at = `activities/state?stateId=bookmark&activityId=${encodeURIComponent('https://example.test/course/1')}&agent=${encodeURIComponent(JSON.stringify(student('doc')))}`
  it('are replaced only by who has seen the last one, and put together as JSON', async () => {
    expect((await call('PUT', at, { payload: { page: 1 } })).statusCode).toBe(204)
    const { etag } = (await call('GET', at)).headers
    expect((await call('PUT', at, { payload: { page: 2 } })).statusCode).toBe(409)
    const tries = await Promise.all(
      [3, 4].map((page) => call('PUT', at, { payload: { page }, headers: { 'if-match': etag } })),
    )
    expect(tries.map((t) => t.statusCode).toSorted()).toEqual([204, 412])
    await call('POST', at, { payload: { note: '看到这里' } })
    expect((await call('GET', at)).json()).toMatchObject({ note: '看到这里', page: expect.any(Number) as number })
    expect((await call('DELETE', at)).statusCode).toBe(204)
    expect((await call('GET', at)).statusCode).toBe(404)
  })
})

describe('the alternate syntax of 1.0', () => {
  it('carries a PUT in the form of a POST', async () => {
    const id = v4()
    const form = new URLSearchParams({
      statementId: id,
      content: JSON.stringify(answered('form')),
      Authorization: basic,
      'X-Experience-API-Version': '1.0.3',
    })
    const answer = await app.inject({
      method: 'POST',
      url: '/xapi/v1/statements?method=PUT',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: form.toString(),
    })
    expect(answer.statusCode, answer.body).toBe(204)
    expect((await call('GET', `statements?statementId=${id}`)).json()).toMatchObject({ version: '1.0.0' })
  })
})

describe('the overview', () => {
  it('is the same before and after the counts are added up', async () => {
    const look = () => db.engine.database.inCollege(college, (tx) => overview(db.engine, tx, asSystem(college, 'test')))
    const before = await look()
    const [kept] = await db.engine.database.inCollege(college, (tx) =>
      tx.run<{ n: number }>(sql`SELECT count(*)::integer AS n FROM learning_statements WHERE college_id = ${college}`),
    )
    expect(before.statements).toBe(kept!.n)
    expect(before.activities[0]).toMatchObject({
      id: 'https://example.test/quiz/1',
      name: { 'zh-CN': '随堂测验' },
    })
    await db.engine.database.inCollege(college, (tx) =>
      tx.run(sql`UPDATE learning_counts SET hour = hour - INTERVAL '2 hours' WHERE college_id = ${college}`),
    )
    await addUpCounts.run({ engine: db.engine, college } as never)
    expect(await look()).toEqual(before)
  })

  it('counts by course and who took part, and lists the statements behind a sum', async () => {
    const read = <T>(work: (tx: Tx) => Promise<T>) => db.engine.database.inCollege(college, work)
    const actor = asSystem(college, 'test')
    const course = { id: 'https://example.test/courses/weld', definition: { type: COURSE, name: { 'zh-CN': '焊接' } } }
    const before = await read((tx) => overview(db.engine, tx, actor))
    const grouped = { context: { contextActivities: { grouping: [course] } } }
    const [id] = (await post([answered('weld', grouped), answered('weld', grouped), answered('weld-2', grouped)])).json<
      string[]
    >()
    const after = await read((tx) => overview(db.engine, tx, actor))
    expect(after.courses).toContainEqual({ id: course.id, name: { 'zh-CN': '焊接' }, statements: 3 })
    expect(after.actors - before.actors).toBe(2)
    expect(after.days.at(-1)).toMatchObject({ statements: after.statements, actors: after.actors })
    const day = after.days.at(-1)!.day
    const list = (filter: object) => read((tx) => listStatements(db.engine, tx, actor, filter))
    const found = await list({ course: course.id, day })
    expect(found).toMatchObject({
      next: null,
      statements: [{ actor: '学生weld-2（示）' }, {}, { id, object: { name: { 'zh-CN': '随堂测验' } } }],
    })
    expect((await list({ course: course.id, day: '2020-01-01' })).statements).toEqual([])
    await post(Array.from({ length: 45 }, () => answered('many')))
    const first = await list({ activity: 'https://example.test/quiz/1' })
    expect(first.statements).toHaveLength(50)
    const next = await list({ activity: 'https://example.test/quiz/1', after: first.next! })
    expect(next.statements.some((one) => first.statements.some((other) => other.id === one.id))).toBe(false)
  })
})
