import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { v4 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAccount } from '../src/engine/access/accounts.ts'
import { asSystem } from '../src/engine/access/actor.ts'
import type { Tx } from '../src/engine/module-server.ts'
import { writeZip } from '../src/engine/reports/zip.ts'
import { abandonOldSessions } from '../src/modules/learning-records/cmi5/sessions.ts'
import type { WireCoursewareList, WireCoursewarePage, WireResults } from '../src/modules/learning-records/cmi5/wire.ts'
import { CATEGORY, EXTENSION } from '../src/modules/learning-records/cmi5/words.ts'
import { makeClient } from '../src/modules/learning-records/store/clients.ts'
import { createApp } from '../src/server/app.ts'
import { readSettings } from '../src/server/settings.ts'
import { makeTestCollege, type TestCollege } from '../src/testing/actors.ts'
import { testCatalogue } from '../src/testing/college.ts'
import { openTestDatabase, type TestDatabase } from '../src/testing/database.ts'
import { type TestBrowser, testBrowser } from '../src/testing/sign-in-app.ts'

/** Courseware from the package to the result, with a made-up course whose units speak as cmi5 asks. */

const PASSWORD = '先学会再动手'.repeat(3)
let db: TestDatabase
let app: FastifyInstance
let college: TestCollege
let teacher: TestBrowser
let student: TestBrowser
let reader: string

beforeAll(async () => {
  db = await openTestDatabase(testCatalogue())
  college = await makeTestCollege(db.engine, 'ware')
  app = await createApp({
    engine: db.engine,
    settings: readSettings({ DATA_DIR: db.engine.filesDir, LOG_LEVEL: 'silent', TRUST_PROXY: '1' }),
  })
  teacher = await signedIn(college, 'ware', 'keeper', '10.9.1.1')
  student = await signedIn(college, 'ware', 'member', '10.9.1.2')
  const made = await inCollege((tx) =>
    makeClient(db.engine, tx, asSystem(college.id, 'test'), { name: '读', scopes: ['all/read'] }),
  )
  reader = `Basic ${Buffer.from(`${made.client.key}:${made.secret}`).toString('base64')}`
}, 300_000)
afterAll(async () => {
  await app.close()
  await db.close()
})

const inCollege = <T>(work: (tx: Tx) => Promise<T>) => db.database.inCollege(college.id, work)

async function signedIn(of: TestCollege, code: string, role: string, address: string): Promise<TestBrowser> {
  await db.database.inCollege(of.id, (tx) =>
    createAccount(db.engine, tx, asSystem(of.id, 'test'), {
      name: role,
      personName: `${role}（示）`,
      password: PASSWORD,
      assignments: [{ role, unitId: of.root }],
    }),
  )
  const browser = testBrowser(app, address)
  await browser.call('POST', '/api/session', { college: code, name: role, password: PASSWORD })
  return browser
}

const words = (text: string) =>
  `<title><langstring lang="zh-CN">${text}</langstring></title><description><langstring lang="zh-CN">${text}</langstring></description>`
const unit = (id: string, more: string) =>
  `<au id="https://example.test/au/${id}" ${more}>${words(id)}<url>${id}.html?room=3</url></au>`
const course = (body: string) =>
  `<?xml version="1.0"?><courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
   <course id="https://example.test/course">${words('电路基础')}</course>${body}</courseStructure>`
const COURSE = course(`
  <block id="https://example.test/block/1">${words('第一章')}
    ${unit('read', 'moveOn="Completed"')}
    ${unit('test', 'moveOn="CompletedAndPassed" masteryScore="0.8"')}
  </block>
  ${unit('more', '')}`)

const zipOf = (xml: string) =>
  writeZip(
    Object.entries({
      'cmi5.xml': xml,
      'read.html': '<!doctype html><title>读</title>',
      'test.html': '<!doctype html>',
      'more.html': '<!doctype html>',
      '片/电路.mp4': '0123456789',
    }).map(([name, text]) => ({ name, bytes: Buffer.from(text) })),
    new Date(0),
  )

async function bring(content: Uint8Array, by = teacher) {
  const boundary = 'package'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="course.zip"\r\ncontent-type: application/zip\r\n\r\n`
  return app.inject({
    method: 'POST',
    url: '/api/courseware',
    headers: {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      cookie: by.cookie,
      'x-csrf': by.csrf,
      'x-forwarded-for': by.address,
    },
    payload: Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  })
}
const brought = async () => (await bring(zipOf(COURSE))).json<{ id: string }>().id

/** A unit as its publisher would write it: reads where it is, takes its token, and says what happens. */
async function openUnit(id: string, number: number, mode = 'Normal', by = student) {
  const launched = await by.call<{ url: string }>('POST', `/api/courseware/${id}/launch`, { unit: number, mode })
  expect(launched.status, JSON.stringify(launched.body)).toBe(200)
  const url = new URL(launched.body.url)
  const asked = (name: string) => url.searchParams.get(name)!
  const local = (address: string) => {
    const { pathname, search } = new URL(address)
    return `${pathname}${search}`
  }
  const given = (await app.inject({ method: 'POST', url: local(asked('fetch')) })).json<Record<string, string>>()
  const headers = { authorization: `Basic ${given['auth-token']}`, 'x-experience-api-version': '1.0.3' }
  const [actor, registration, activityId] = [
    JSON.parse(asked('actor')) as object,
    asked('registration'),
    asked('activityId'),
  ]
  const of = new URLSearchParams({ activityId, agent: asked('actor'), registration, stateId: 'LMS.LaunchData' })
  const state = `/xapi/activities/state?${of}`
  const data = (await app.inject({ url: state, headers })).json<{
    contextTemplate: Record<string, object>
    moveOn: string
  }>()
  const preferences = `/xapi/agents/profile?${new URLSearchParams({ agent: asked('actor'), profileId: 'cmi5LearnerPreferences' })}`
  expect((await app.inject({ url: preferences, headers })).statusCode).toBe(200)
  const statement = (verb: string, result?: object, more: object = {}) => {
    const decides = ['completed', 'passed', 'failed'].includes(verb)
    const grouping = (data.contextTemplate['contextActivities'] as { grouping: object[] }).grouping
    return {
      id: v4(),
      timestamp: new Date().toISOString(),
      actor,
      verb: { id: `http://adlnet.gov/expapi/verbs/${verb}` },
      object: { id: activityId },
      ...(result ? { result } : {}),
      context: {
        registration,
        contextActivities: {
          grouping,
          category: [{ id: CATEGORY.cmi5 }, ...(decides ? [{ id: CATEGORY.moveOn }] : [])],
        },
        extensions: { ...data.contextTemplate['extensions'], ...(decides ? { [EXTENSION.masteryScore]: 0.8 } : {}) },
      },
      ...more,
    }
  }
  const send = async (one: object) => {
    const answer = await app.inject({ method: 'POST', url: '/xapi/statements', headers, payload: one })
    return answer.statusCode === 200 ? 200 : `${answer.statusCode} ${answer.json<{ error: string }>().error}`
  }
  const say = (verb: string, result?: object, more?: object) => send(statement(verb, result, more))
  return {
    url,
    local,
    headers,
    state,
    data,
    registration,
    activityId,
    statement,
    send,
    say,
    fetch: local(asked('fetch')),
  }
}
const duration = 'PT60S'

describe('a package', () => {
  it('is read with its blocks and units, and refused in words when it does not follow cmi5', async () => {
    const id = await brought()
    const { body } = await student.call<WireCoursewarePage>('GET', `/api/courseware/${id}`)
    expect(body).toMatchObject({ title: { 'zh-CN': '电路基础' }, units: 3, done: null })
    expect(body.children).toMatchObject([
      {
        kind: 'block',
        number: 1,
        children: [
          { number: 0, moveOn: 'Completed' },
          { number: 1, masteryScore: '0.8' },
        ],
      },
      { kind: 'unit', number: 2, moveOn: 'NotApplicable', launchMethod: 'AnyWindow' },
    ])
    const entity = `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${COURSE.replace('电路', '&x;')}`
    for (const [xml, said] of [
      [entity, 'DOCTYPE'],
      [COURSE.replace('more.html', 'gone.html'), 'no such file'],
      [COURSE.replace('more.html?room=3', '../../etc/passwd'), 'no such file'],
      [COURSE.replace('more.html?room=3', 'more.html?actor=x'), '"actor"'],
      [COURSE.replace('more.html?room=3', 'javascript:alert(1)'), 'http'],
      [COURSE.replace('masteryScore="0.8"', 'masteryScore="8"'), 'from 0 to 1'],
      [COURSE.replace('moveOn="Completed"', 'moveOn="Always"'), 'none of'],
      [COURSE.replace('au/more', 'au/read'), 'twice'],
      [COURSE.replace('</block>', ''), 'XML'],
      [COURSE.replace('第一章', '第\0章'), 'XML'],
      [course(''), '<au> or <block>'],
    ]) {
      const answer = await bring(zipOf(xml!))
      expect([answer.statusCode, answer.body]).toEqual([422, expect.stringContaining(said!.replaceAll('"', '\\"'))])
    }
    expect((await bring(Buffer.from('no zip'))).statusCode).toBe(422)
    expect((await bring(zipOf(COURSE).subarray(0, 300))).statusCode).toBe(422)
    expect((await bring(zipOf(COURSE), student)).statusCode).toBe(403)
  })
})

describe('a launch', () => {
  it('gives its token once, and shows files that cannot act as the person who is signed in', async () => {
    const id = await brought()
    const one = await openUnit(id, 0)
    expect(one.url.searchParams.get('room')).toBe('3')
    expect((await app.inject({ method: 'POST', url: one.fetch })).json()).toMatchObject({ 'error-code': '1' })
    const page = await app.inject({ url: one.local(String(one.url)) })
    expect(page.body).toContain('<title>读</title>')
    const policy = String(page.headers['content-security-policy'])
    expect(policy).toContain('sandbox allow-scripts')
    expect(policy).not.toContain('allow-same-origin')
    expect(policy).not.toContain('allow-top-navigation')
    // No address but the store's and its own files, and none of them believes a cookie.
    expect(policy).toMatch(/default-src \S+\/xapi\/ data: blob:/)
    const asked = await app.inject({ url: '/xapi/statements', headers: { cookie: student.cookie } })
    expect(asked.statusCode).toBe(401)
    expect((await app.inject({ method: 'OPTIONS', url: '/xapi/statements' })).headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-headers': expect.stringContaining('authorization') as string,
    })
    expect(page.headers['access-control-allow-credentials']).toBeUndefined()
    const film = one.local(new URL(encodeURI('片/电路.mp4'), one.url).href)
    const piece = await app.inject({ url: film, headers: { range: 'bytes=2-4' } })
    expect([piece.statusCode, piece.body, piece.headers['content-range']]).toEqual([206, '234', 'bytes 2-4/10'])
    // The address of the files is in the statement "launched": it gives no token.
    const ticket = /content\/([^/]+)\//.exec(one.url.pathname)![1]!
    expect((await app.inject({ method: 'POST', url: `/xapi/cmi5/fetch/${ticket}` })).json()).toMatchObject({
      'error-code': '2',
    })
    const other = one.local(String(one.url)).replace(ticket.slice(-8), 'AAAAAAAA')
    expect((await app.inject({ url: other })).statusCode).toBe(404)
  })

  it('leads into the package, however its address is written', async () => {
    const xml = COURSE.replace('read.html?', '../../../read.html?').replace('test.html?', '//test.html?')
    const astray = (await bring(zipOf(xml.replace('//test', '/test')))).json<{ id: string }>().id
    for (const number of [0, 1]) {
      const { url, local } = await openUnit(astray, number)
      expect(url.pathname).toMatch(/^\/xapi\/cmi5\/content\/ware\.[^/]+\/(read|test)\.html$/)
      expect((await app.inject({ url: local(String(url)) })).statusCode).toBe(200)
    }
    expect((await bring(zipOf(xml))).body).toContain('full or relative')
  })

  it('lets a unit speak for its learner, itself and its session alone', async () => {
    const one = await openUnit(await brought(), 0)
    const { say, statement, headers } = one
    expect(await say('experienced', undefined, {})).toContain('403 cmi5: the session is not initialized')
    expect(await say('initialized')).toBe(200)
    expect(await say('initialized')).toContain('came already')
    const forged = { account: { homePage: `urn:uuid:${college.id}`, name: v4() } }
    expect(await say('completed', { completion: true, duration }, { actor: forged })).toContain('not the learner')
    expect(await say('completed', { completion: true })).toContain('duration')
    expect(await say('completed', { completion: true, success: true, duration })).toContain('result.success')
    expect(await say('launched')).toContain('for the platform to say')
    const context = statement('completed').context
    const without = { ...context, extensions: {} }
    expect(await say('completed', { completion: true, duration }, { context: without })).toContain('sessionid')
    const voiding = {
      verb: { id: 'http://adlnet.gov/expapi/verbs/voided' },
      object: { objectType: 'StatementRef', id: v4() },
    }
    expect(await say('voided', undefined, voiding)).toContain('may not void')
    for (const method of ['PUT', 'DELETE'] as const)
      expect((await app.inject({ method, url: one.state, headers, payload: {} })).statusCode).toBe(403)
    const strange = one.state.replace(encodeURIComponent(one.activityId), encodeURIComponent('https://example.test/x'))
    expect((await app.inject({ url: strange, headers })).statusCode).toBe(403)
    // What was sent and not answered is sent again: it is the same one, and no second.
    const done = statement('completed', { completion: true, duration })
    expect([await one.send(done), await one.send(done)]).toEqual([200, 200])
    expect(await say('terminated', { duration })).toBe(200)
    expect(await say('experienced')).toContain('401')
  })

  it('ends the session before it that was left open, and time ends the others', async () => {
    const id = await brought()
    const first = await openUnit(id, 0)
    await first.say('initialized')
    const second = await openUnit(id, 0)
    expect(second.registration).toBe(first.registration)
    expect(await first.say('completed', { completion: true, duration })).toContain('401')
    expect(await second.say('initialized')).toBe(200)
    await inCollege((tx) =>
      tx.run(
        sql`UPDATE courseware_sessions SET expires_at = ${new Date(0).toISOString()} WHERE college_id = ${college.id} AND ended_at IS NULL AND registration_id = ${first.registration}`,
      ),
    )
    expect(await second.say('completed', { completion: true, duration })).toContain('401')
    expect((await abandonOldSessions.run({ engine: db.engine, college: college.id } as never)).sessions).toBe(1)
    expect(await verbsOf(first.registration)).toEqual([
      'launched',
      'initialized',
      'abandoned',
      'launched',
      'initialized',
      'abandoned',
    ])
  })
})

async function verbsOf(registration: string) {
  const answer = await app.inject({
    url: `/xapi/statements?registration=${registration}&ascending=true`,
    headers: { authorization: reader, 'x-experience-api-version': '2.0.0' },
  })
  return answer
    .json<{ statements: { verb: { id: string }; object: { definition?: { type?: string } } }[] }>()
    .statements.map(({ verb, object }) => [verb.id.split('/').at(-1), object.definition?.type?.split('/').at(-1)])
    .map(([verb, type]) => (verb === 'satisfied' ? `${verb}/${type}` : verb))
}

describe('the way through a course', () => {
  it('is judged by its conditions, told in statements, and seen by the teacher with the score', async () => {
    const id = await brought()
    const read = await openUnit(id, 0)
    await read.say('initialized')
    await read.say('completed', { completion: true, duration })
    await read.say('terminated', { duration })
    const failing = await openUnit(id, 1)
    await failing.say('initialized')
    expect(await failing.say('passed', { success: true, duration, score: { scaled: 0.79 } })).toContain('0.8')
    expect(await failing.say('failed', { success: false, duration, score: { scaled: 0.5 } })).toBe(200)
    await failing.say('terminated', { duration })
    const results = async () => (await teacher.call<WireResults>('GET', `/api/courseware/${id}/results`)).body.learners
    expect(await results()).toMatchObject([
      { name: 'member（示）', satisfiedAt: null, units: { 1: { score: '0.5', isSatisfied: false } } },
    ])
    const passing = await openUnit(id, 1)
    await passing.say('initialized')
    expect(await passing.say('passed', { success: true, duration, score: { scaled: 0.8 } })).toBe(200)
    expect(await passing.say('failed', { success: false, duration, score: { scaled: 0.1 } })).toContain('came already')
    expect(await passing.say('completed', { completion: true, duration })).toBe(200)
    await passing.say('terminated', { duration })
    expect(await verbsOf(read.registration)).toEqual(
      [
        'launched initialized completed terminated',
        'launched initialized failed terminated',
        'launched initialized passed completed satisfied/block satisfied/course terminated',
      ].flatMap((session) => session.split(' ')),
    )
    const [own] = await results()
    expect(own).toMatchObject({ units: { 0: { isSatisfied: true }, 1: { score: '0.8', isSatisfied: true } } })
    expect(own!.satisfiedAt).not.toBeNull()
    const { body } = await student.call<WireCoursewareList>('GET', '/api/courseware')
    expect(body.courseware.find((one) => one.id === id)).toMatchObject({
      done: 3,
      isSatisfied: true,
      mayOversee: false,
    })
    expect((await student.call('GET', `/api/courseware/${id}/results`)).status).toBe(403)
  })

  it('counts nothing in a preview, and what is waived as done, for a reason', async () => {
    const id = await brought()
    expect((await student.call('POST', `/api/courseware/${id}/launch`, { unit: 0, mode: 'Browse' })).status).toBe(403)
    const look = await openUnit(id, 0, 'Browse', teacher)
    await look.say('initialized')
    expect(await look.say('completed', { completion: true, duration })).toContain('Browse')
    const { registration } = await openUnit(id, 0)
    const { body } = await teacher.call<WireResults>('GET', `/api/courseware/${id}/results`)
    const { learner } = body.learners.find(({ name }) => name.startsWith('member'))!
    const waive = (number: number) =>
      teacher.call('POST', `/api/courseware/${id}/waive`, { learner, unit: number, reason: '已有证书' })
    expect([(await waive(0)).status, (await waive(0)).status, (await waive(1)).status]).toEqual([200, 409, 200])
    expect(await verbsOf(registration)).toEqual(['launched', 'waived', 'waived', 'satisfied/block', 'satisfied/course'])
    expect((await teacher.call('POST', `/api/courseware/${id}/withdraw`, {})).status).toBe(200)
    expect((await student.call('POST', `/api/courseware/${id}/launch`, { unit: 0 })).status).toBe(409)
  })
})
