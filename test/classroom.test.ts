import { sql } from 'kysely'
import { v4 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asSystem } from '../src/engine/access/actor.ts'
import { act } from '../src/engine/records/act.ts'
import { codeAt, stepAt } from '../src/modules/classroom/inside/codes.ts'
import { loadFacts } from '../src/modules/classroom/inside/facts.ts'
import { closeOver } from '../src/modules/classroom/inside/open-lesson.ts'
import { codeSource, findSession } from '../src/modules/classroom/inside/session.ts'
import type {
  WireArrived,
  WireDay,
  WireRoom,
  WireScreen,
  WireSeat,
  WireTimelineAct,
} from '../src/modules/classroom/wire.ts'
import { testBrowser, type TestBrowser } from '../src/testing/sign-in-app.ts'
import { codeOnScreen, signInWith, softwarePhone } from './classroom-phone.ts'
import { createApp } from '../src/server/app.ts'
import { readSettings } from '../src/server/settings.ts'
import { type LessonsCollege, openLessonsCollege } from './lessons-college.ts'

/** Lessons over HTTP: who may do what, signing in, answering once and in order. */

let college: LessonsCollege
let session: string
beforeAll(async () => {
  college = await openLessonsCollege()
  session = await openExtra(college.teacher, college.lessons[0]!)
}, 300_000)
afterAll(() => college?.close())

const api = (path: string, of = session) => `/api/classroom/sessions/${of}${path}`

async function openExtra(teacher: TestBrowser, lesson: string): Promise<string> {
  const made = await teacher.call<{ id: string }>('POST', '/api/classroom/sessions', { lesson, extra: '补课' })
  expect(made.status).toBe(201)
  return made.body.id
}
const room = async () => (await college.teacher.call<WireRoom>('GET', api(''))).body
const seat = async (pupil: TestBrowser) => (await pupil.call<WireSeat>('GET', api('/me'))).body
const signIn = async (pupil: TestBrowser, phone = softwarePhone(), of = session) =>
  signInWith(pupil.call, phone, of, () => codeOnScreen(college.engine, college.collegeId, of))
const words = (answer: { body: unknown }) => (answer.body as { error: { message: { zh: string } } }).error.message.zh

async function make(activity: object, open = true): Promise<string> {
  const made = await college.teacher.call<{ id: string }>('POST', api('/activities'), { activity, open })
  expect(made.status).toBe(201)
  return made.body.id
}
const quiz = (stem: string) => ({ kind: 'quiz', quick: [{ stem, options: ['对', '错'], right: [0] }] })
const step = (id: string, name: 'open' | 'close' | 'show') =>
  college.teacher.call('POST', api(`/activities/${id}/${name}`))

/** One window of a browser, which numbers what it sends. */
function windowOf(browser: TestBrowser, client = v4()) {
  let sequence = 0
  const acts = (kind: string, activity: string | null, body: object, at = Date.now()) => ({
    sequence: ++sequence,
    kind,
    activity,
    at,
    body,
  })
  const send = (list: object[], sentAt = Date.now()) =>
    browser.call<WireArrived>('POST', api('/acts'), { client, sentAt, acts: list })
  return { acts, send, client }
}

describe('who may do what', () => {
  it('gives each what is theirs, and nobody else anything at any address', async () => {
    const { teacher, otherTeacher, pupils, otherPupil, stranger, students } = college
    const poll = await make({ kind: 'poll', title: '听懂了吗', options: ['懂了', '没有'] }, false)
    const { publicKey } = softwarePhone()
    const key = { publicKey, challenge: 'x', code: '0000', signature: 'x' }
    const hand = windowOf(pupils[0]!).acts('raised-hand', null, { up: true })
    const ofTeacher: [method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: object][] = [
      ['GET', ''],
      ['GET', '/screen'],
      ['GET', '/live?as=remote'],
      ['GET', '/live?as=screen'],
      ['GET', '/timeline'],
      ['GET', `/photos/${'0'.repeat(64)}`],
      ['PUT', '/stage', { stage: 'blank' }],
      ['POST', '/activities', { activity: quiz('别人的题'), open: true }],
      ['PATCH', `/activities/${poll}`, { note: '别人的板书' }],
      ['DELETE', `/activities/${poll}`],
      ['POST', `/activities/${poll}/open`],
      ['POST', '/pick', { activity: null, student: null }],
      ['PUT', `/sign-ins/${students[0]}`, { state: 'present', reason: '代签' }],
      ['POST', '/close'],
    ]
    const ofStudent: typeof ofTeacher = [
      ['GET', '/me'],
      ['GET', '/live?as=me'],
      ['POST', '/challenge', { publicKey }],
      ['POST', '/sign-in', key],
      ['POST', '/acts', { client: v4(), sentAt: Date.now(), acts: [hand] }],
    ]
    for (const browser of [otherTeacher, pupils[0]!, otherPupil, stranger])
      for (const [method, path, body] of ofTeacher)
        expect((await browser.call(method, api(path), body)).status, `${method} ${path}`).toBe(404)
    for (const browser of [teacher, otherTeacher, otherPupil, stranger])
      for (const [method, path, body] of ofStudent)
        expect((await browser.call(method, api(path), body)).status, `${method} ${path}`).toBe(404)
    for (const browser of [otherTeacher, pupils[0]!, stranger])
      expect(
        (await browser.call('POST', '/api/classroom/sessions', { lesson: college.lessons[1], extra: '补课' })).status,
      ).toBe(404)
    // A teacher's own acts are not for others, nor a student's for the teacher.
    const check = windowOf(pupils[0]!).acts('practised', poll, { student: students[0], step: 0, done: true })
    const sent = await pupils[0]!.call<WireArrived>('POST', api('/acts'), {
      client: v4(),
      sentAt: Date.now(),
      acts: [check],
    })
    expect(sent.body.refused).toHaveLength(1)
    expect((await room()).session).toMatchObject({ state: 'open', stage: 'code' })
    await teacher.call('DELETE', api(`/activities/${poll}`))
    expect((await room()).activities).toEqual([])
  })

  it('shows a teacher the own day, a student the lessons they belong to', async () => {
    const day = async (browser: TestBrowser) => (await browser.call<WireDay>('GET', '/api/classroom/day')).body
    expect(await day(college.teacher)).toMatchObject({ as: 'teacher', open: [{ session: { id: session } }] })
    expect(await day(college.pupils[0]!)).toMatchObject({ as: 'student', open: [{ session: { id: session } }] })
    expect(await day(college.otherPupil)).toMatchObject({ as: 'student', open: [], classes: [] })
    expect(await day(college.otherTeacher)).toMatchObject({ as: 'teacher', open: [] })
    expect(await day(college.stranger)).toMatchObject({ as: 'nobody', lessons: [], open: [] })
  })

  it('opens a lesson once, and no lesson of another day', async () => {
    expect(await openExtra(college.teacher, college.lessons[0]!)).toBe(session)
    const past = await college.teacher.call('POST', '/api/classroom/sessions', { lesson: college.lessons[0] })
    expect([past.status, words(past)]).toEqual([409, expect.stringContaining('已在')])
  })
})

describe('signing in', () => {
  it('takes the code on the screen from the own phone, once', async () => {
    const [pupil] = college.pupils
    const phone = softwarePhone()
    expect(await signIn(pupil!, phone)).toMatchObject({ status: 200, body: { state: 'present' } })
    expect(await signIn(pupil!, phone)).toMatchObject({ status: 200, body: { state: 'present' } })
    expect((await seat(pupil!)).me).toMatchObject({ state: 'present' })
    const row = (await room()).students.find(({ state }) => state !== null)!
    // Registered after the lesson began: the teacher is told, and nothing follows by itself.
    expect(row).toMatchObject({ how: 'code', doubts: ['new-phone'], refused: 0 })
  })

  it('refuses one phone for a thousand students', async () => {
    const phone = softwarePhone()
    const [, first, second] = college.pupils
    expect((await signIn(first!, phone)).status).toBe(200)
    for (let i = 0; i < 3; i++) expect((await signIn(second!, phone)).status).toBe(409)
    expect((await room()).students.filter(({ refusedWhy }) => refusedWhy === 'not-your-phone')).toHaveLength(1)
  })

  it('refuses an old code, a changed signature, and after six wrong ones all', async () => {
    const pupil = college.pupils[3]!
    const phone = softwarePhone()
    const held = await college.engine.database.inCollege(college.collegeId, (tx) => findSession(tx, session))
    const old = codeAt(codeSource(held!), stepAt(Date.now() - 60_000))
    const refused = await signInWith(pupil.call, phone, session, () => old)
    expect([refused.status, words(refused)]).toEqual([422, expect.stringContaining('换了')])
    const forged = { ...phone, sign: softwarePhone().sign }
    expect((await signIn(pupil, forged)).status).toBe(409)
    for (let i = 0; i < 5; i++) await signInWith(pupil.call, phone, session, () => old)
    const last = await signIn(pupil, phone)
    expect([last.status, words(last)]).toEqual([409, expect.stringContaining('手动签到')])
  })

  it('is corrected by hand, with a reason and a trail; then the code says nothing more', async () => {
    const [, , student] = college.students
    const put = (state: string, reason: string | null) =>
      college.teacher.call('PUT', api(`/sign-ins/${student}`), { state, reason })
    expect((await put('leave', null)).status).toBe(204)
    expect((await put('present', null)).status).toBe(422)
    expect((await put('present', '手机没电，本人在场')).status).toBe(204)
    const trail = (await college.teacher.call<WireTimelineAct[]>('GET', api('/timeline'))).body
    expect(trail.filter(({ kind }) => kind === 'corrected-sign-in').map((act) => act.words)).toEqual([
      '',
      '手机没电，本人在场',
    ])
    expect((await put('absent', '点名时不在')).status).toBe(204)
    const own = await signIn(college.pupils[2]!)
    expect([own.status, words(own)]).toEqual([409, expect.stringContaining('老师已经登记')])
    expect((await college.teacher.call('PUT', api(`/sign-ins/${v4()}`), { state: 'present' })).status).toBe(404)
  })

  it('refuses a student who is in another lesson at the same time', async () => {
    const pupil = college.pupils[4]!
    const student = college.students[4]!
    const elsewhere = v4()
    await college.engine.database.inCollege(college.collegeId, async (tx) => {
      await tx.run(sql`
        INSERT INTO classroom_sessions (college_id, id, lesson_id, course_id, teaching_class, teacher_id, unit_id, room_id, held_on, state, opened_at, opened_by, closes_at, late_after, secret)
        SELECT college_id, ${elsewhere}, lesson_id, course_id, 'another', teacher_id, unit_id, room_id, held_on, 'open', opened_at, opened_by, closes_at, late_after, secret
        FROM classroom_sessions WHERE college_id = ${tx.collegeId} AND id = ${session}`)
      await tx.run(sql`
        INSERT INTO classroom_signins (college_id, session_id, student_id, state, how, at)
        VALUES (${tx.collegeId}, ${elsewhere}, ${student}, 'present', 'manual', now())`)
    })
    const phone = softwarePhone()
    const refused = await signIn(pupil, phone)
    expect([refused.status, words(refused)]).toEqual([409, expect.stringContaining('两处')])
    // The other one is over, if only because its time is.
    await college.engine.database.inCollege(college.collegeId, async (tx) => {
      await tx.run(
        sql`UPDATE classroom_sessions SET closes_at = ${new Date(Date.now() - 1000).toISOString()} WHERE college_id = ${tx.collegeId} AND id = ${elsewhere}`,
      )
    })
    expect((await signIn(pupil, phone)).status).toBe(200)
  })
})

describe('answering', () => {
  const correctOf = async (id: string) => {
    const { activities } = await room()
    const [item] = activities.find((one) => one.id === id)!.result.items!
    return [item!.answered, item!.right]
  }

  it('keeps each act once and in order, however often and in whatever pieces it is sent', async () => {
    const id = await make(quiz('一加一等于二'))
    const { acts, send } = windowOf(college.pupils[0]!)
    const [first, second, third] = [
      acts('answered', id, { place: 0, answer: 'B' }),
      acts('answered', id, { place: 0, answer: 'A' }),
      acts('raised-hand', null, { up: true }),
    ]
    expect((await send([first])).body).toMatchObject({ arrived: 1, refused: [] })
    // The answer was lost: everything is sent again, and more.
    expect((await send([first, second])).body).toMatchObject({ arrived: 2 })
    expect(await correctOf(id)).toEqual([1, 1])
    // After a gap nothing is taken, until what is missing has come.
    const fourth = acts('raised-hand', null, { up: false })
    expect((await send([fourth])).body).toMatchObject({ arrived: 2 })
    const both = await Promise.all([send([third, fourth]), send([third, fourth])])
    expect(both.map(({ body }) => body.arrived)).toEqual([4, 4])
    const trail = (await college.teacher.call<WireTimelineAct[]>('GET', api('/timeline'))).body
    expect(trail.filter(({ kind }) => kind === 'answered')).toHaveLength(2)
    expect(trail.filter(({ kind }) => kind === 'raised-hand')).toHaveLength(2)
    // Each act is a learning record, by the same id.
    const [records] = await college.engine.database.inCollege(college.collegeId, (tx) =>
      tx.run<{ n: number }>(sql`
        SELECT count(*) AS n FROM classroom_acts a JOIN learning_statement_ids s ON s.college_id = a.college_id AND s.id = a.id
        WHERE a.college_id = ${tx.collegeId} AND a.session_id = ${session} AND a.kind = 'answered'`),
    )
    expect(records!.n).toBe(2)
  })

  it('lets nobody send in the window of another', async () => {
    const id = await make(quiz('别人的窗口'))
    const mine = windowOf(college.pupils[0]!)
    await mine.send([mine.acts('answered', id, { place: 0, answer: 'A' })])
    const theirs = windowOf(college.pupils[1]!, mine.client)
    expect((await theirs.send([theirs.acts('answered', id, { place: 0, answer: 'A' })])).body.arrived).toBe(0)
    expect(await correctOf(id)).toEqual([1, 1])
  })

  it('takes what a class sends in one moment, and refuses who may not without keeping the others back', async () => {
    const id = await make(quiz('大家同时作答'))
    const { app, pupils, otherPupil, stranger, teacher } = college
    const nobody = testBrowser(app)
    const oldPage = Object.assign(testBrowser(app), { cookie: pupils[4]!.cookie, csrf: 'of yesterday' })
    const answer = (browser: TestBrowser) => {
      const { acts, send } = windowOf(browser)
      return send([acts('answered', id, { place: 0, answer: 'A' })])
    }
    const senders = [pupils[0]!, nobody, pupils[1]!, otherPupil, oldPage, stranger, teacher, pupils[4]!]
    const statuses = (await Promise.all(senders.map(answer))).map(({ status }) => status)
    expect(statuses).toEqual([200, 401, 200, 404, 403, 404, 404, 200])
    expect((await correctOf(id))[0]).toBe(3)
  })

  it('shows on one program what was sent to another', async () => {
    const { engine, pupils, teacher } = college
    const id = await make(quiz('两台服务器'))
    const second = await createApp({
      engine,
      settings: readSettings({ DATA_DIR: engine.filesDir, LOG_LEVEL: 'silent' }),
    })
    const address = await second.listen({ host: '127.0.0.1', port: 0 })
    const stream = await fetch(`${address}${api('/live?as=remote')}`, { headers: { cookie: teacher.cookie } })
    const parts = stream.body!.pipeThrough(new TextDecoderStream()).getReader()
    let seen = ''
    const until = async (count: number) => {
      while (!new RegExp(`"id":"${id}".*"answered":${count}`).test(seen)) seen += (await parts.read()).value ?? ''
    }
    await until(0)
    const { acts, send } = windowOf(pupils[0]!)
    await send([acts('answered', id, { place: 0, answer: 'A' })])
    await until(1)
    await second.close()
  })

  it('counts by the server’s clock, with a clock wrong by hours, and nothing after the end or the result', async () => {
    const id = await make(quiz('钟差三小时'))
    const off = 3 * 3_600_000
    const [first, second] = [windowOf(college.pupils[0]!), windowOf(college.pupils[1]!)]
    const now = () => Date.now() + off
    const early = first.acts('answered', id, { place: 0, answer: 'A' }, now() - 5000)
    await step(id, 'close')
    // It was done before the end, and arrives after it; the clock is wrong by as much both times.
    const arrived = (await first.send([early], now())).body
    expect(arrived).toMatchObject({ arrived: 1, refused: [] })
    expect(Math.round(arrived.clockOff / 3_600_000)).toBe(-3)
    const late = second.acts('answered', id, { place: 0, answer: 'A' })
    expect((await second.send([late])).body.refused[0]).toMatchObject({
      sequence: 1,
      zh: expect.stringContaining('已结束'),
    })
    await step(id, 'show')
    const after = second.acts('answered', id, { place: 0, answer: 'A' }, Date.now() - 60_000)
    expect((await second.send([after])).body.refused[0]).toMatchObject({ zh: expect.stringContaining('已公布') })
    expect((await step(id, 'open')).status).toBe(409)
    expect(await correctOf(id)).toEqual([1, 1])
  })

  it('shows a student no key and nobody else’s answer before the result, and the projector neither', async () => {
    const id = await make(quiz('钥匙在哪里'))
    const [pupil, other] = college.pupils
    const mine = windowOf(pupil!)
    await mine.send([mine.acts('answered', id, { place: 0, answer: 'B' })])
    const own = async (browser: TestBrowser) => (await seat(browser)).activities.find((one) => one.id === id)!
    const screen = async () => (await college.teacher.call<WireScreen>('GET', api('/screen'))).body.activity!
    expect(await own(pupil!)).toMatchObject({ mine: { 0: 'B' }, shown: null })
    expect(await own(other!)).toMatchObject({ mine: {}, shown: null })
    for (const view of [await own(other!), await screen()])
      expect(JSON.stringify(view)).not.toMatch(/"right"|solution|correct"/)
    expect((await screen()).result).toEqual({ answered: 1 })
    await step(id, 'show')
    expect((await own(pupil!)).shown).toMatchObject({ correct: { 0: false } })
    expect((await own(other!)).shown).toMatchObject({ correct: {}, result: { items: [{ answered: 1, right: 0 }] } })
    expect((await screen()).result.items).toMatchObject([{ solution: 'A' }])
  })

  it('takes votes, words and posts, and what is none of them not', async () => {
    const [pupil, other] = college.pupils
    const poll = await make({ kind: 'poll', title: '听懂了吗', options: ['懂了', '没有'] })
    const cloud = await make({ kind: 'words', title: '一个词形容今天' })
    const board = await make({ kind: 'board', title: '问题墙' })
    const one = windowOf(pupil!)
    const two = windowOf(other!)
    await one.send([
      one.acts('polled', poll, { options: [0] }),
      one.acts('worded', cloud, { text: '动力电池的安全' }),
      one.acts('posted', board, { text: '为什么会热失控？' }),
    ])
    const bad = await two.send([
      two.acts('polled', poll, { options: [7] }),
      two.acts('polled', poll, { options: [0, 1] }),
      two.acts('worded', cloud, { text: '安全' }),
      two.acts('posted', cloud, { text: '不是白板' }),
    ])
    expect(bad.body).toMatchObject({ arrived: 4, refused: [{ sequence: 1 }, { sequence: 2 }, { sequence: 4 }] })
    const { activities } = await room()
    const result = (id: string) => activities.find((activity) => activity.id === id)!.result
    expect(result(poll).bars!.map(({ count }) => count)).toEqual([1, 0])
    expect(result(cloud).words![0]).toEqual({ word: '安全', count: 2 })
    const [post] = result(board).posts!
    await college.teacher.call('PATCH', api(`/activities/${board}`), { hide: post!.id, note: '先看第一问' })
    const screen = (await college.teacher.call<WireScreen>('GET', api('/screen'))).body.activity!
    expect([screen.notes, screen.result.posts]).toEqual([['先看第一问'], []])
  })

  it('checks practice off and gives points within the rubric, and shows each student their own', async () => {
    const practice = await make({
      kind: 'practice',
      title: '更换采样线束',
      steps: ['断高压', '挂锁'],
      rubric: [{ label: '安全', max: 10 }],
    })
    const desk = windowOf(college.teacher)
    const [student, other] = college.students
    const sent = await desk.send([
      desk.acts('practised', practice, { student, step: 0, done: true }),
      desk.acts('practised', practice, { student, step: 1, done: true }),
      desk.acts('practised', practice, { student, step: 1, done: false }),
      desk.acts('graded', practice, { student, points: { 安全: '8.5' }, note: '先验电' }),
      desk.acts('graded', practice, { student: other, points: { 安全: '11' } }),
    ])
    expect(sent.body).toMatchObject({ arrived: 5, refused: [{ sequence: 5 }] })
    const own = async (pupil: TestBrowser) =>
      (await seat(pupil)).activities.find(({ id }) => id === practice)!.practice!.mine
    expect(await own(college.pupils[0]!)).toMatchObject({ done: [0], points: { 安全: '8.5' }, note: '先验电' })
    expect(await own(college.pupils[1]!)).toBeNull()
    // A photo hangs on whose work it is: they see it, nobody else does; removed, it is gone for both.
    const head =
      '--x\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\ncontent-type: image/jpeg\r\n\r\n'
    const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex')
    const { cookie, csrf } = college.teacher
    const sentUp = await college.app.inject({
      method: 'POST',
      url: '/api/files',
      headers: { cookie, 'x-csrf': csrf, 'content-type': 'multipart/form-data; boundary=x' },
      payload: Buffer.concat([Buffer.from(head), jpeg, Buffer.from('\r\n--x--\r\n')]),
    })
    const { sha256 } = sentUp.json<{ sha256: string }>()
    await desk.send([desk.acts('graded', practice, { student, points: {}, photos: [sha256] })])
    const see = async (browser: TestBrowser) =>
      (await college.app.inject({ url: api(`/photos/${sha256}`), headers: { cookie: browser.cookie } })).statusCode
    expect(await own(college.pupils[0]!)).toMatchObject({ done: [0], photos: [sha256] })
    expect(await Promise.all([college.teacher, ...college.pupils.slice(0, 2)].map(see))).toEqual([200, 200, 404])
    const away = await desk.send([
      desk.acts('graded', practice, { student, points: {}, removed: [sha256] }),
      desk.acts('graded', practice, { student, points: {}, photos: [] }),
    ])
    // What says nothing is no record.
    expect(away.body.refused).toMatchObject([{ sequence: 8 }])
    expect(await own(college.pupils[0]!)).toMatchObject({ photos: [] })
    expect(await Promise.all([college.teacher, college.pupils[0]!].map(see))).toEqual([404, 404])
  })
})

describe('picking and grouping', () => {
  it('comes to everybody here before anybody twice, and groups everybody', async () => {
    const here = (await room()).students.filter(({ state }) => state === 'present').map(({ id }) => id)
    const activity = await make({ kind: 'pick' })
    const picked: string[] = []
    for (const _ of here) {
      const { body } = await college.teacher.call<{ student: string }>('POST', api('/pick'), {
        activity,
        student: null,
      })
      picked.push(body.student)
    }
    expect(picked.toSorted()).toEqual(here.toSorted())
    const groups = await make({ kind: 'groups', count: 2, by: 'mastery' })
    const { activities } = await room()
    const made = activities.find(({ id }) => id === groups)!.result.groups!
    expect(
      made
        .flat()
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(here.toSorted())
    expect((await seat(college.pupils[0]!)).activities.find(({ id }) => id === groups)!.group!.number).toBeGreaterThan(
      0,
    )
  })
})

describe('the end', () => {
  it('makes absent who did not come, takes no more, and can be undone', async () => {
    // Leave that was granted is leave, for whoever did not come after all.
    const excused = college.students[7]!
    await college.engine.database.inCollege(college.collegeId, async (tx) => {
      const [of] = await tx.run<{ term: string; staff: string; unit: string; day: string }>(sql`
        SELECT l.term, l.teacher AS staff, l.unit_id AS unit, s.held_on AS day FROM classroom_sessions s
        JOIN records.lessons l ON l.college_id = s.college_id AND l.id = s.lesson_id WHERE s.college_id = ${tx.collegeId} AND s.id = ${session}`)
      const { term, staff, unit, day } = of!
      await act(college.engine, tx, asSystem(college.collegeId, 'test'), {
        register: 'leave-requests',
        action: 'create',
        values: {
          student: excused,
          unit,
          term,
          kind: 'sick',
          from: day,
          until: day,
          reason: '感冒',
          decidedOn: day,
          decidedBy: staff,
        },
      })
    })
    const before = await room()
    expect(before.students.find(({ id }) => id === excused)).toMatchObject({ state: null, onLeave: true })
    expect((await college.teacher.call('POST', api('/close'))).status).toBe(204)
    const after = await room()
    expect(after.session.state).toBe('closed')
    expect(after.activities.every(({ state }) => state !== 'open')).toBe(true)
    const missing = before.students.filter(({ state }) => state === null).length
    expect(after.students.filter(({ how }) => how === 'closing')).toHaveLength(missing)
    expect(after.students.filter(({ state }) => state === 'leave').map(({ id }) => id)).toEqual([excused])
    const window = windowOf(college.pupils[0]!)
    const sent = await window.send([window.acts('raised-hand', null, { up: true }, Date.now() + 1000)])
    expect(sent.body.refused).toHaveLength(1)
    expect(
      (await college.teacher.call('POST', api('/activities'), { activity: quiz('太晚'), open: true })).status,
    ).toBe(409)
    // Another extra lesson of the class is another lesson.
    const next = await openExtra(college.teacher, college.lessons[0]!)
    expect(next).not.toBe(session)
    await college.engine.database.inCollege(college.collegeId, async (tx) => {
      await tx.run(
        sql`UPDATE classroom_sessions SET closes_at = ${new Date(Date.now() - 1000).toISOString()} WHERE college_id = ${tx.collegeId} AND id = ${next}`,
      )
      // Nobody closed it: it ended by itself.
      expect(await closeOver(tx)).toBeGreaterThan(0)
      expect((await loadFacts(tx, next))!.session.state).toBe('closed')
    })
  })
})
