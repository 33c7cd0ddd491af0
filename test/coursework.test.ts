import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asSystem } from '../src/engine/access/actor.ts'
import type { Tx } from '../src/engine/module-server.ts'
import { act } from '../src/engine/records/act.ts'
import { readSheet } from '../src/engine/sheets/read-sheet.ts'
import { leftOpen, previewOf } from '../src/modules/coursework/index.ts'
import type {
  WireClass,
  WireClassPage,
  WireHandIn,
  WireLessonPage,
  WireOwnTask,
  WireTask,
  WireTaskPage,
  WireTopic,
} from '../src/modules/coursework/wire.ts'
import type { WireFiling } from '../src/modules/coursework/wire-filing.ts'
import type { WireColumnChange, WireGradebook, WireOwnGrades } from '../src/modules/coursework/wire-gradebook.ts'
import type { WireItem } from '../src/modules/item-bank/wire.ts'
import type { TestBrowser } from '../src/testing/sign-in-app.ts'
import { type LessonsCollege, openLessonsCollege } from './lessons-college.ts'

let college: LessonsCollege
let path: string
let item: WireItem
beforeAll(async () => {
  college = await openLessonsCollege()
  path = `/api/coursework/classes/${college.teachingClass}`
  const made = await college.teacher.call<WireItem>('POST', '/api/items', {
    course: college.course,
    item: {
      kind: 'number',
      stem: '3.2 V 的单体 100 个串联，总电压是多少？',
      points: '10',
      explanation: '相加',
      value: '320',
      tolerance: { kind: 'absolute', amount: '0' },
      unit: 'V',
    },
    difficulty: 'easy',
    knowledgePoints: [college.points[1]],
    shared: true,
  })
  item = made.body
})
afterAll(() => college.close())

const later = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
const input = (more: object = {}) => ({
  kind: 'homework',
  lessonId: null,
  title: '电池参数',
  instructions: '完成计算，写出过程',
  items: [item.id],
  rubric: [
    { id: 'steps', name: '过程', points: '20', levels: [] },
    { id: 'neat', name: '规范', points: '10', levels: [] },
  ],
  accepts: { text: true, files: true },
  knowledgePoints: [],
  categoryId: null,
  dueAt: later(1),
  late: { kind: 'minus', percent: '10', days: 3 },
  attempts: 2,
  peers: null,
  peersDueAt: null,
  ...more,
})
async function open(more: object = {}): Promise<WireTask> {
  const made = await college.teacher.call<WireTaskPage>('POST', `${path}/tasks`, input(more))
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  return step(made.body.task, 'open')
}
async function step(task: WireTask, name: string): Promise<WireTask> {
  const done = await college.teacher.call<WireTaskPage>('POST', `/api/coursework/tasks/${task.id}/${name}`, {
    revision: task.revision,
  })
  expect(done.status, JSON.stringify(done.body)).toBe(200)
  return done.body.task
}
const handIn = (browser: TestBrowser, task: WireTask, more: object = {}) =>
  browser.call<WireOwnTask>('POST', `/api/coursework/tasks/${task.id}/own`, {
    answers: ['320'],
    text: '串联电压相加',
    files: [],
    attempt: 0,
    ...more,
  })
const own = async (browser: TestBrowser, task: WireTask) =>
  (await browser.call<WireOwnTask>('GET', `/api/coursework/tasks/${task.id}/own`)).body
const grade = (task: WireTask, student: number, scores: Record<string, string>, more: object = {}) =>
  college.teacher.call<WireHandIn>(
    'PUT',
    `/api/coursework/tasks/${task.id}/students/${college.students[student]}/grade`,
    { itemScores: [null], rubricScores: scores, feedback: '', excused: false, excuse: '', revision: 0, ...more },
  )
/** As if the deadline had been some days ago. */
const makeDue = (task: WireTask, days: number) =>
  college.engine.database.inCollege(college.collegeId, (tx) =>
    tx.run(
      sql`UPDATE coursework_tasks SET due_at = ${later(-days)} WHERE college_id = ${tx.collegeId} AND id = ${task.id}`,
    ),
  )
const actsOf = (kind: string) =>
  college.engine.database.inCollege(college.collegeId, (tx) =>
    tx.run<{ student_id: string; item_id: string | null; correct: boolean | null; lesson_id: string | null }>(
      sql`SELECT student_id, item_id, correct, lesson_id FROM classroom_acts WHERE college_id = ${tx.collegeId} AND kind = ${kind} ORDER BY id`,
    ),
  )

describe('who may', () => {
  it('nobody but the teacher of a class and its students reaches anything of it, at any address', async () => {
    const task = await open()
    const draft = (await college.teacher.call<WireTaskPage>('POST', `${path}/tasks`, input())).body.task
    const [pupil] = college.pupils as [TestBrowser]
    const material = await college.teacher.call<{ id: string }>('POST', `${path}/materials`, {
      lessonId: college.lessons[0],
      title: '电池结构动画',
      file: null,
      address: 'https://video.example.edu.cn/battery',
      knowledgePoints: [],
      isPreview: true,
    })
    const topic = await college.teacher.call<{ id: string }>('POST', `${path}/topics`, { title: '讨论', text: '' })
    const [t, m, o] = [task.id, material.body.id, topic.body.id]
    const [me] = college.students
    const base = '/api/coursework'
    const plan = { aims: '', keyPoints: '', steps: [], knowledgePoints: [], afterthought: '', revision: 0 }
    const mark = { itemScores: [], rubricScores: {}, feedback: '', excused: false, excuse: '', revision: 0 }
    const book = {
      categories: [{ id: college.course, name: '作业', weight: '100', dropLowest: 0, withAttendance: false }],
      decimals: 1,
      openToStudents: true,
      revision: 0,
    }
    type Call = [method: 'GET' | 'POST' | 'PUT' | 'PATCH', url: string, body?: object]
    const teachers: Call[] = [
      ['GET', `${base}/lessons/${college.lessons[0]}`],
      ['PUT', `${base}/lessons/${college.lessons[0]}/plan`, plan],
      [
        'POST',
        `${path}/materials`,
        {
          lessonId: null,
          title: 'x',
          file: null,
          address: 'https://a.example.cn',
          knowledgePoints: [],
          isPreview: false,
        },
      ],
      ['POST', `${base}/materials/${m}/withdraw`],
      ['POST', `${path}/tasks`, input()],
      ['GET', `${base}/tasks/${t}`],
      ['PUT', `${base}/tasks/${t}`, { ...input(), revision: task.revision }],
      ['POST', `${base}/tasks/${t}/close`, { revision: task.revision }],
      ['POST', `${base}/tasks/${t}/release`, { revision: task.revision }],
      ['POST', `${base}/tasks/${t}/draw`, { revision: task.revision }],
      ['POST', `${base}/tasks/${t}/extensions`, { studentId: me, dueAt: later(9), reason: '病' }],
      ['GET', `${base}/tasks/${t}/students/${me}`],
      ['PUT', `${base}/tasks/${t}/students/${me}/grade`, mark],
      ['GET', `${base}/tasks/${t}/students/${me}/files/0`],
      ['POST', `${path}/topics`, { title: 'x', text: '' }],
      ['POST', `${base}/topics/${o}/posts/${o}/hide`, { reason: '无关' }],
      ['POST', `${base}/topics/${o}/close`],
      ['GET', `${path}/gradebook`],
      ['PUT', `${path}/gradebook`, book],
      ['POST', `${path}/gradebook/place`, { taskId: t, categoryId: null }],
      ['POST', `${path}/gradebook/columns`, { categoryId: college.course, title: 'x', maxScore: '10' }],
      ['PATCH', `${path}/gradebook/columns/${t}`, { categoryId: college.course, title: 'x', maxScore: '10' }],
      ['POST', `${path}/gradebook/columns/${t}/remove`, { reason: 'x' }],
      ['POST', `${path}/gradebook/columns/${t}/restore`],
      ['GET', `${path}/gradebook/changes`],
      ['PUT', `${path}/gradebook/columns/${t}`, { marks: [{ studentId: me, score: '1', excused: false, reason: '' }] }],
      ['GET', `${path}/gradebook.xlsx`],
    ]
    const students: Call[] = [
      ['POST', `${base}/tasks/${t}/own`, { answers: [], text: 'x', files: [], attempt: 0 }],
      ['GET', `${base}/tasks/${t}/own`],
      ['GET', `${base}/tasks/${t}/own/files/0`],
      ['PUT', `${base}/tasks/${t}/reviews/1`, { scores: {}, comment: '' }],
      ['GET', `${base}/tasks/${t}/reviews/1/files/0`],
      ['GET', `${path}/own-grades`],
      ['POST', `${path}/own-grades`, { scores: {} }],
    ]
    const both: Call[] = [
      ['GET', path],
      ['POST', `${base}/materials/${m}/open`],
      ['GET', `${base}/materials/${m}/file`],
      ['GET', `${base}/topics/${o}`],
      ['POST', `${base}/topics/${o}/posts`, { text: 'x', replyTo: null }],
    ]
    for (const browser of [college.otherTeacher, college.otherPupil, college.stranger])
      for (const [method, url, sent] of [...teachers, ...students, ...both])
        expect((await browser.call(method, url, sent)).status, `${method} ${url}`).toBe(404)
    for (const [method, url, sent] of teachers)
      expect((await pupil.call(method, url, sent)).status, `pupil ${method} ${url}`).toBe(403)
    for (const [method, url, sent] of students)
      expect((await college.teacher.call(method, url, sent)).status, `teacher ${method} ${url}`).toBe(403)
    // What is not opened yet is not there for students.
    expect((await pupil.call('GET', `${base}/tasks/${draft.id}/own`)).status).toBe(404)
    expect((await pupil.call<WireClassPage>('GET', path)).body.tasks.map(({ id }) => id)).not.toContain(draft.id)
    const classes = async (browser: TestBrowser) =>
      (await browser.call<WireClass[]>('GET', '/api/coursework/classes')).body.map((one) => [one.teachingClass, one.as])
    expect(await classes(pupil)).toEqual([[college.teachingClass, 'student']])
    expect(await classes(college.otherTeacher)).toEqual([[college.otherClass, 'teacher']])
  })
})

describe('before class', () => {
  it('a lesson is planned; who opened the material and did the preview is known, and becomes acts of the lesson', async () => {
    const lesson = college.lessons[1]!
    const plan = {
      aims: '会算荷电状态',
      keyPoints: '安时积分',
      steps: [{ minutes: 10, title: '导入', what: '提问' }],
      knowledgePoints: [college.points[2]],
      afterthought: '',
      revision: 0,
    }
    const url = `/api/coursework/lessons/${lesson}`
    expect((await college.teacher.call<WireLessonPage>('PUT', `${url}/plan`, plan)).body.plan).toMatchObject({
      aims: '会算荷电状态',
      revision: 1,
    })
    expect((await college.teacher.call('PUT', `${url}/plan`, plan)).status).toBe(409)
    const material = await college.teacher.call<{ id: string }>('POST', `${path}/materials`, {
      lessonId: lesson,
      title: '微课',
      file: null,
      address: 'https://video.example.edu.cn/soc',
      knowledgePoints: [],
      isPreview: true,
    })
    const preview = await open({
      kind: 'preview',
      lessonId: lesson,
      rubric: [],
      accepts: { text: false, files: false },
    })
    const [a, b] = college.pupils as [TestBrowser, TestBrowser]
    for (let i = 0; i < 2; i++)
      expect((await a.call('POST', `/api/coursework/materials/${material.body.id}/open`)).status).toBe(204)
    const wrong = await handIn(a, preview, { answers: ['32'] })
    // A preview says at once what was right, and the solution only when it is due.
    expect(wrong.body).toMatchObject({ result: { score: '0' }, perItem: [{ score: '0', solution: null }] })
    expect((await handIn(b, preview)).body.result.score).toBe('10')
    const page = (await college.teacher.call<WireLessonPage>('GET', url)).body
    expect(page.preview.students.filter(({ opened }) => opened > 0)).toHaveLength(1)
    expect(page.preview).toMatchObject({ materials: 1, tasks: 1 })
    const counted = await college.engine.database.inCollege(college.collegeId, (tx) =>
      previewOf(tx, { id: lesson, teachingClass: college.teachingClass }),
    )
    expect(counted.students.filter(({ handedIn }) => handedIn === 1)).toHaveLength(2)
    expect((await actsOf('opened-material')).map(({ lesson_id }) => lesson_id)).toEqual([lesson])
    expect((await actsOf('answered')).map(({ correct, item_id }) => [correct, item_id])).toEqual([
      [false, item.id],
      [true, item.id],
    ])
    // The bank knows now how hard the item was.
    const observed = (await college.teacher.call<WireItem>('GET', `/api/items/${item.id}`)).body.observed
    expect(observed).toEqual({ answers: 2, gained: '50.0' })
  })
})

describe('homework', () => {
  it('is handed in, graded, released; lateness is taken off, and given back by an extension with its reason', async () => {
    const task = await open()
    const [a, b] = college.pupils as [TestBrowser, TestBrowser]
    expect((await handIn(a, task, { answers: [''], text: ' ' })).status).toBe(422)
    const foreign = { sha256: '0'.repeat(64), name: '别人的.pdf', size: 1, type: 'application/pdf' }
    expect((await handIn(a, task, { files: [foreign] })).status).toBe(422)
    const first = await handIn(a, task)
    expect(first.body).toMatchObject({ result: { state: 'handed-in', score: null, attempt: 1 }, perItem: null })
    expect(JSON.stringify(first.body)).not.toContain('explanation')
    // The same window, sent twice: kept once.
    expect((await handIn(a, task)).status).toBe(409)
    await makeDue(task, 2)
    expect((await handIn(b, task, { answers: ['300'] })).status).toBe(200)
    const page = (await college.teacher.call<WireTaskPage>('GET', `/api/coursework/tasks/${task.id}`)).body
    expect(page.students.map(({ state }) => state).slice(0, 3)).toEqual(['handed-in', 'handed-in', 'late'])
    expect((await grade(task, 0, { steps: '21', neat: '10' })).status).toBe(422)
    expect((await grade(task, 0, { steps: '18.5', neat: '10' }, { feedback: '过程清楚' })).body.student).toMatchObject({
      earned: '38.5',
      score: '30.8',
      daysLate: 2,
    })
    expect((await grade(task, 0, { steps: '1', neat: '1' })).status).toBe(409)
    // As the deadline was moved, the first was two days late, this one has begun the third: 30 % is taken off.
    expect((await grade(task, 1, { steps: '20', neat: '10' })).body.student).toMatchObject({
      daysLate: 3,
      earned: '30',
      score: '21',
    })
    expect(await own(a, task)).toMatchObject({ result: { score: null, state: 'handed-in' }, perItem: null })
    const extended = await college.teacher.call<WireTaskPage>('POST', `/api/coursework/tasks/${task.id}/extensions`, {
      studentId: college.students[1],
      dueAt: later(1),
      reason: '住院',
    })
    expect(extended.body.students[1]).toMatchObject({ daysLate: 0, score: '30', extensionReason: '住院' })
    await step(
      (await college.teacher.call<WireTaskPage>('GET', `/api/coursework/tasks/${task.id}`)).body.task,
      'release',
    )
    expect(await own(a, task)).toMatchObject({
      result: { score: '30.8', feedback: '过程清楚' },
      perItem: [{ score: '10', solution: '320 V', explanation: '相加' }],
    })
    // Whoever has seen the solutions hands in no more; who was given longer still may.
    expect((await handIn(a, task, { attempt: 1 })).status).toBe(409)
    // Whoever belongs to the class was told when it was opened, and nobody else.
    const told = async (browser: TestBrowser) =>
      (await browser.call<{ rows: { link: string; text: { zh: string } }[] }>('GET', '/api/notices')).body.rows
        .filter(({ link }) => link === `/coursework/tasks/${task.id}/me`)
        .map(({ text }) => text.zh)
    expect(await told(college.pupils[4]!)).toEqual([expect.stringContaining(task.title)])
    expect([await told(college.otherPupil), await told(college.teacher)]).toEqual([[], []])
    // Who handed in sees themselves alone.
    expect(JSON.stringify(await own(a, task))).not.toContain(college.students[1])
  })

  it('may not change what was asked once somebody answered; excusing needs a reason; a missed one is over', async () => {
    const task = await open({ late: { kind: 'refused' } })
    await handIn(college.pupils[0]!, task)
    const url = `/api/coursework/tasks/${task.id}`
    expect((await college.teacher.call('PUT', url, { ...input({ items: [] }), revision: task.revision })).status).toBe(
      409,
    )
    expect(
      (await college.teacher.call('PUT', url, { ...input({ title: '改标题' }), revision: task.revision })).status,
    ).toBe(200)
    await makeDue(task, 1)
    expect((await college.pupils[1]!.call<{ error: { code: string } }>('GET', `${url}/own`)).body).toMatchObject({
      result: { state: 'late' },
    })
  })

  it('peers review those who handed in, unnamed, and the teacher decides', async () => {
    const task = await open({ items: [], peers: 2, peersDueAt: later(3) })
    // Three of the class hand in; all others are missing.
    const authors = college.pupils.slice(0, 3)
    for (const [i, pupil] of authors.entries()) await handIn(pupil, task, { answers: [], text: `第${i}份` })
    const draw = (revision: number) =>
      college.teacher.call<WireTaskPage>('POST', `/api/coursework/tasks/${task.id}/draw`, { revision })
    expect((await draw(task.revision)).status).toBe(409)
    await makeDue(task, 1)
    expect((await draw(task.revision)).status).toBe(200)
    expect((await own(college.pupils[4]!, task)).reviews).toEqual([])
    for (const [i, pupil] of authors.entries()) {
      const { reviews } = await own(pupil, task)
      expect(reviews.map(({ text }) => text)).not.toContain(`第${i}份`)
      expect(reviews).toHaveLength(2)
      const put = (place: number, scores: object) =>
        pupil.call('PUT', `/api/coursework/tasks/${task.id}/reviews/${place}`, { scores, comment: '条理清楚' })
      expect((await put(1, { steps: '5' })).status).toBe(422)
      expect((await put(3, { steps: '15', neat: '8' })).status).toBe(404)
      for (const place of [1, 2]) expect((await put(place, { steps: '15', neat: '8' })).status).toBe(200)
      // Their own work stays as their reviewers see it.
      expect((await handIn(pupil, task, { text: '改', attempt: 1 })).status).toBe(409)
    }
    const seen = (
      await college.teacher.call<WireHandIn>('GET', `/api/coursework/tasks/${task.id}/students/${college.students[0]}`)
    ).body
    expect(seen.student.peer).toEqual({
      asked: 2,
      done: 2,
      criteria: { steps: '15', neat: '8' },
      suggested: '23',
    })
    expect(seen.student.score).toBeNull()
    expect(await actsOf('reviewed-peer')).toHaveLength(6)
  })
})

describe('discussion', () => {
  it('students and teacher write; a hidden post is seen by its writer and the teacher alone', async () => {
    const topic = (
      await college.teacher.call<{ id: string }>('POST', `${path}/topics`, { title: '为什么要均衡？', text: '' })
    ).body.id
    const [a, b] = college.pupils as [TestBrowser, TestBrowser]
    const url = `/api/coursework/topics/${topic}`
    const posted = (await a.call<WireTopic>('POST', `${url}/posts`, { text: '单体有差异', replyTo: null })).body
      .posts[0]!
    const open_ = await college.engine.database.inCollege(college.collegeId, (tx) =>
      leftOpen(tx, college.teachingClass, '2099-01-01'),
    )
    expect(open_.unanswered).toEqual([{ topicId: topic, title: '为什么要均衡？', posts: 1 }])
    await college.teacher.call('POST', `${url}/posts/${posted.id}/hide`, { reason: '请先看材料' })
    const read = async (browser: TestBrowser) => (await browser.call<WireTopic>('GET', url)).body.posts[0]
    expect(await read(b)).toMatchObject({ text: '', hiddenReason: '请先看材料' })
    expect(await read(a)).toMatchObject({ text: '单体有差异', isMine: true })
    await college.teacher.call('POST', `${url}/close`)
    expect((await b.call('POST', `${url}/posts`, { text: '晚了', replyTo: null })).status).toBe(409)
  })
})

describe('the gradebook', () => {
  it('weighs, drops, explains; a student sees only their own row, what is released, and what would be if', async () => {
    const [homework, other] = ['00000000-0000-7000-8000-00000000000a', '00000000-0000-7000-8000-00000000000b']
    const category = { dropLowest: 0, withAttendance: false }
    const set = await college.teacher.call<WireGradebook>('PUT', `${path}/gradebook`, {
      categories: [
        { id: homework, name: '作业', weight: '40', ...category },
        { id: other, name: '实训', weight: '60', ...category },
      ],
      decimals: 1,
      openToStudents: false,
      revision: 0,
    })
    expect(set.status).toBe(200)
    const pupil = college.pupils[0]!
    expect((await pupil.call<WireOwnGrades>('GET', `${path}/own-grades`)).body).toMatchObject({
      isOpen: false,
      final: null,
    })
    const made = await college.teacher.call<WireGradebook>('POST', `${path}/gradebook/columns`, {
      categoryId: other,
      title: '拆装',
      maxScore: '50',
    })
    const column = made.body.columns[0]!.id
    const task = await open({ categoryId: homework, rubric: [], accepts: { text: false, files: false } })
    await handIn(pupil, task)
    const mark = (studentId: string | undefined, score: string | null, excused = false, reason = '') => ({
      studentId,
      score,
      excused,
      reason,
    })
    const url = `${path}/gradebook/columns/${column}`
    expect((await college.teacher.call('PUT', url, { marks: [mark(college.students[0], '51')] })).status).toBe(422)
    expect((await college.teacher.call('PUT', url, { marks: [mark(college.students[1], null, true)] })).status).toBe(
      422,
    )
    const filled = await college.teacher.call<WireGradebook>('PUT', url, {
      marks: [mark(college.students[0], '41.5'), mark(college.students[1], null, true, '参赛')],
    })
    // 0.4 × 100 + 0.6 × 83 = 89.8
    expect(filled.body.rows[0]!.final.score).toBe('89.8')
    expect(filled.body.rows[1]!.final.score).toBeNull()
    // Renamed, moved and with another maximum: never below what somebody has. Removed, it counts nothing; it comes back whole.
    const renamed = { categoryId: other, title: '电池包拆装', maxScore: '50' }
    expect((await college.teacher.call('PATCH', url, { ...renamed, maxScore: '40' })).status).toBe(409)
    expect((await college.otherTeacher.call('PATCH', url, renamed)).status).toBe(404)
    const after = await college.teacher.call<WireGradebook>('PATCH', url, renamed)
    expect(after.body.columns).toEqual([{ id: column, ...renamed }])
    expect((await college.teacher.call('POST', `${url}/remove`, { reason: '' })).status).toBe(400)
    const without = await college.teacher.call<WireGradebook>('POST', `${url}/remove`, { reason: '改到期末考' })
    expect([without.body.columns, without.body.rows[0]!.final.score]).toEqual([[], '100.0'])
    const changes = async () =>
      (await college.teacher.call<WireColumnChange[]>('GET', `${path}/gradebook/changes`)).body
    expect(await changes()).toMatchObject([
      { action: 'removed', reason: '改到期末考', canRestore: true, before: renamed },
      { action: 'changed', before: { title: '拆装' }, after: renamed },
      { action: 'added', after: { title: '拆装' } },
    ])
    const back = await college.teacher.call<WireGradebook>('POST', `${url}/restore`)
    expect(back.body.rows[0]!.final.score).toBe('89.8')
    expect((await changes()).map(({ action, canRestore }) => [action, canRestore])[0]).toEqual(['restored', false])
    expect((await college.teacher.call('POST', `${url}/restore`)).status).toBe(404)
    await college.teacher.call('PUT', `${path}/gradebook`, {
      categories: set.body.categories,
      decimals: 1,
      openToStudents: true,
      revision: 1,
    })
    const mine = (await pupil.call<WireOwnGrades>('GET', `${path}/own-grades`)).body
    // The task is not released: it does not count for the student yet.
    expect(mine.final!.score).toBe('83.0')
    const supposed = await pupil.call<WireOwnGrades>('POST', `${path}/own-grades`, { scores: { [task.id]: '5' } })
    expect(supposed.body.supposed!.score).toBe('69.8')
    expect(JSON.stringify(mine)).not.toContain(college.students[1])
    const file = await college.app.inject({
      url: `${path}/gradebook.xlsx`,
      headers: { cookie: college.teacher.cookie },
    })
    const sheet = await readSheet(file.rawPayload, 'grades.xlsx')
    expect(sheet.headers.at(-1)).toBe('总评')
    expect(sheet.rows[0]!.cells.at(-1)).toBe('89.8')
  })
})

describe('results', () => {
  const filing = () => `/api/coursework/classes/${college.otherClass}/gradebook/filing`
  const look = async (credits?: string) =>
    (await college.otherTeacher.call<WireFiling>('GET', `${filing()}${credits ? `?credits=${credits}` : ''}`)).body
  const file = (preview: WireFiling, reason = '') =>
    college.otherTeacher.call<WireFiling>('POST', filing(), { credits: preview.credits, reason, seen: preview.seen })
  const inCollege = <T>(work: (tx: Tx) => Promise<T>) => college.engine.database.inCollege(college.collegeId, work)
  const records = () =>
    inCollege((tx) =>
      tx.run<{
        id: string
        student: string
        version: number
        core_score: string
        core_credits: string
        general_score: string
      }>(
        sql`SELECT id, student, version, core_score, core_credits, general_score FROM records.term_results WHERE deleted_at IS NULL`,
      ),
    )

  it('are filed as they were shown, go into the records of the term, follow corrections, and leave the office alone', async () => {
    const { engine, otherTeacher, otherPupil, teacher, otherClass } = college
    const book = `/api/coursework/classes/${otherClass}/gradebook`
    const category = '00000000-0000-7000-8000-00000000000c'
    await otherTeacher.call('PUT', book, {
      categories: [{ id: category, name: '期末', weight: '100', dropLowest: 0, withAttendance: false }],
      decimals: 1,
      openToStudents: false,
      revision: 0,
    })
    const made = await otherTeacher.call<WireGradebook>('POST', `${book}/columns`, {
      categoryId: category,
      title: '考试',
      maxScore: '100',
    })
    const students = made.body.rows.map(({ studentId }) => studentId)
    const give = (marks: readonly [student: string, score: string][]) =>
      otherTeacher.call('PUT', `${book}/columns/${made.body.columns[0]!.id}`, {
        marks: marks.map(([studentId, score]) => ({ studentId, score, excused: false, reason: '' })),
      })
    expect((await file(await look())).status).toBe(422)
    // All but the last have their mark.
    await give(students.slice(0, -1).map((student) => [student, '80']))
    const lacking = await look()
    expect(lacking.rows.at(-1)).toMatchObject({ score: null, term: null })
    expect(lacking.rows[0]).toMatchObject({
      score: '80.0',
      before: null,
      term: { change: 'lacks', lacks: ['general', 'foundation', 'extension'] },
    })
    // Other teachers filed courses of the other natures; of one student the office has a record already.
    const term = await inCollege(async (tx) => {
      const system = asSystem(college.collegeId, '教务处')
      const [of] = await tx.run<{ term: string; unit: string }>(
        sql`SELECT term, unit FROM records.lessons WHERE teaching_class = ${otherClass} LIMIT 1`,
      )
      for (const [i, kind] of ['general', 'foundation', 'extension'].entries()) {
        const course = await act(engine, tx, system, {
          register: 'courses',
          action: 'create',
          values: {
            code: `R${i}`,
            name: `示例课${i}`,
            unit: of!.unit,
            kind,
            form: 'theory',
            nature: 'compulsory',
            theoryHours: 32,
            practiceHours: 0,
            inPlansFrom: '2020-09-01',
          },
        })
        await tx.run(sql`
          INSERT INTO coursework_filings (college_id, id, teaching_class, course_id, term_id, credits, results, reason, filed_at, filed_by)
          VALUES (${college.collegeId}, gen_random_uuid(), ${`R${i}`}, ${course.id}, ${of!.term}, 2, ${JSON.stringify(Object.fromEntries(students.map((id) => [id, '70'])))}::jsonb, '', now(), gen_random_uuid())`)
      }
      const [unit] = await tx.run<{ unit: string }>(sql`SELECT unit FROM records.students WHERE id = ${students[1]}`)
      const values = Object.fromEntries(
        ['general', 'foundation', 'core', 'extension'].flatMap((kind) => [
          [`${kind}Credits`, '5.0'],
          [`${kind}Score`, '66.0'],
        ]),
      )
      await act(engine, tx, system, {
        register: 'term-results',
        action: 'create',
        values: { student: students[1]!, unit: unit!.unit, term: of!.term, ...values, enteredOn: '2024-01-10' },
      })
      return of!.term
    })
    expect(term).toBeTruthy()
    const preview = await look('3.5')
    expect(preview.rows.slice(0, 2).map((row) => row.term!.change)).toEqual(['made', 'office'])
    // Neither students nor other teachers file, nor see what would be.
    expect((await otherPupil.call('GET', filing())).status).toBe(403)
    expect((await otherPupil.call('POST', filing(), { credits: '1', reason: '', seen: preview.seen })).status).toBe(403)
    expect((await teacher.call('GET', filing())).status).toBe(404)
    // What was not seen is not filed.
    expect((await file(lacking)).status).toBe(409)
    const filed = await file(preview)
    expect(filed.body).toMatchObject({ credits: '3.5', isChanged: false })
    const byStudent = async () => new Map((await records()).map((row) => [row.student, row]))
    const first = await byStudent()
    expect(first.size).toBe(students.length - 1)
    expect(first.get(students[0]!)).toMatchObject({
      core_score: '80.0',
      core_credits: '3.5',
      general_score: '70.0',
      version: 1,
    })
    expect(first.get(students[1]!)).toMatchObject({ core_score: '66.0', version: 1 })

    // Filed again, nothing changes; after a correction what it concerns does, and says why.
    await give([[students[0]!, '59']])
    const corrected = await look()
    expect(corrected).toMatchObject({ isChanged: true })
    expect(corrected.rows.slice(0, 3).map((row) => row.term!.change)).toEqual(['changed', 'office', 'same'])
    expect((await file(corrected)).status).toBe(422)
    expect((await file(corrected, '试卷复核')).status).toBe(200)
    const second = await byStudent()
    expect(second.get(students[0]!)).toMatchObject({ core_score: '59.0', core_credits: '0.0', version: 2 })
    expect(second.get(students[2]!)).toEqual(first.get(students[2]!))
    // What the office changed of ours is the office's from then on.
    await inCollege((tx) =>
      act(engine, tx, asSystem(college.collegeId, '教务处'), {
        register: 'term-results',
        id: second.get(students[2]!)!.id,
        action: 'update',
        version: 1,
        values: { coreScore: '88.0' },
      }),
    )
    await give([[students[2]!, '30']])
    const last = await look()
    expect(last.rows[2]!.term!.change).toBe('office')
    expect((await file(last, '登分有误')).status).toBe(200)
    expect((await byStudent()).get(students[2]!)).toMatchObject({ core_score: '88.0', version: 2 })
  })
})
