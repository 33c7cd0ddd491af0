import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Item } from '../src/modules/item-bank/index.ts'
import type {
  WireCourse,
  WireImport,
  WireItem,
  WireItemPage,
  WirePoint,
  WireVersion,
} from '../src/modules/item-bank/wire.ts'
import { type LessonsCollege, openLessonsCollege } from './lessons-college.ts'

let college: LessonsCollege
beforeAll(async () => {
  college = await openLessonsCollege()
})
afterAll(() => college.close())

const single = (stem: string, right = 'A'): Item => ({
  kind: 'single',
  stem,
  points: '5',
  explanation: null,
  options: [
    { key: 'A', text: '磷酸铁锂' },
    { key: 'B', text: '三元锂' },
  ],
  right,
})
const body = (item: Item, more: object = {}) => ({
  item,
  difficulty: 'medium',
  knowledgePoints: [],
  shared: false,
  ...more,
})
async function make(item: Item, more: object = {}): Promise<WireItem> {
  const made = await college.teacher.call<WireItem>('POST', '/api/items', {
    course: college.course,
    ...body(item, more),
  })
  expect(made.status).toBe(201)
  return made.body
}
const list = async (query: string, browser = college.teacher) =>
  browser.call<WireItemPage>('GET', `/api/items?course=${college.course}&${query}`)

describe('the bank of a course', () => {
  it('is open to those who teach it, and to nobody else at any address', async () => {
    const own = await make(single('只有自己看得到'))
    const { teacher, otherTeacher, pupils, stranger } = college
    expect((await teacher.call<WireCourse[]>('GET', '/api/items/courses')).body.map(({ id }) => id)).toContain(
      college.course,
    )
    expect((await pupils[0]!.call<WireCourse[]>('GET', '/api/items/courses')).body).toEqual([])
    const change = { ...body(single('改')), revision: 1 }
    const routes: [method: 'GET' | 'POST' | 'PUT', url: string, body?: object][] = [
      ['GET', `/api/items?course=${college.course}`],
      ['GET', `/api/items/points?course=${college.course}`],
      ['POST', '/api/items', { course: college.course, ...body(single('别人的')) }],
      ['GET', `/api/items/${own.id}`],
      ['GET', `/api/items/${own.id}/versions`],
      ['PUT', `/api/items/${own.id}`, change],
      ['POST', `/api/items/${own.id}/retire`, { revision: 1, retired: true }],
    ]
    for (const browser of [pupils[0]!, stranger])
      for (const [method, url, sent] of routes)
        expect((await browser.call(method, url, sent)).status, `${method} ${url}`).toBe(404)
    // A colleague who teaches the course sees what is shared, and changes nothing of it.
    expect((await otherTeacher.call('GET', `/api/items/${own.id}`)).status).toBe(404)
    const shared = await make(single('大家都看得到'), { shared: true })
    expect((await otherTeacher.call<WireItem>('GET', `/api/items/${shared.id}`)).body.canWrite).toBe(false)
    expect((await otherTeacher.call('PUT', `/api/items/${shared.id}`, change)).status).toBe(403)
    expect((await list('search=看得到', otherTeacher)).body.items.map(({ item }) => item.stem)).toEqual([
      '大家都看得到',
    ])
  })

  it('finds by words, kind, point and difficulty, page by page', async () => {
    const [point] = (await college.teacher.call<WirePoint[]>('GET', `/api/items/points?course=${college.course}`)).body
    for (let i = 0; i < 5; i++)
      await make(single(`分页100%题${i}`), { difficulty: 'hard', knowledgePoints: i < 2 ? [point!.id] : [] })
    const page = (await list('search=100%25题&difficulty=hard&sort=stem&size=2&page=2')).body
    expect([page.total, page.items.map(({ item }) => item.stem)]).toEqual([5, ['分页100%题2', '分页100%题3']])
    expect((await list(`search=分页&point=${point!.id}`)).body.total).toBe(2)
    expect((await list('search=分页&kind=multiple')).body.total).toBe(0)
    expect((await list('search=分页1__题')).body.total).toBe(0)
  })

  it('refuses what cannot be asked, at the part to mend, and points of other courses', async () => {
    const refused = await college.teacher.call<{ error: { problems: { field: string }[] } }>('POST', '/api/items', {
      course: college.course,
      ...body(single('没有正确答案', 'Z')),
    })
    expect([refused.status, refused.body.error.problems[0]!.field]).toEqual([422, 'right'])
    const foreign = { course: college.course, ...body(single('题')), knowledgePoints: [college.course] }
    expect((await college.teacher.call('POST', '/api/items', foreign)).status).toBe(422)
  })

  it('keeps what was asked: a change of a used item is a new version, and hand-ins keep the old one', async () => {
    const item = await make(single('哪种电池的热稳定性更好？'))
    const change = (stem: string, revision: number) =>
      college.teacher.call<WireItem>('PUT', `/api/items/${item.id}`, { ...body(single(stem)), revision })
    // Not asked yet: the version is changed in place.
    expect((await change('哪种电池更安全？', 1)).body).toMatchObject({ version: 1, isUsed: false })
    expect((await change('同时改的', 1)).status).toBe(409)
    const task = await college.teacher.call<{ task: { id: string } }>(
      'POST',
      `/api/coursework/classes/${college.teachingClass}/tasks`,
      {
        kind: 'preview',
        lessonId: null,
        title: '预习',
        instructions: '',
        items: [item.id],
        rubric: [],
        accepts: { text: false, files: false },
        knowledgePoints: [],
        categoryId: null,
        dueAt: '2099-01-01T00:00:00Z',
        late: { kind: 'refused' },
        attempts: 1,
        peers: null,
        peersDueAt: null,
      },
    )
    expect(task.status).toBe(201)
    expect((await college.teacher.call<WireItem>('GET', `/api/items/${item.id}`)).body.isUsed).toBe(true)
    expect((await change('以后问的', 2)).body).toMatchObject({ version: 2, isUsed: false })
    const versions = (await college.teacher.call<WireVersion[]>('GET', `/api/items/${item.id}/versions`)).body
    expect(versions.map(({ item: { stem } }) => stem)).toEqual(['以后问的', '哪种电池更安全？'])
    const asked = await college.teacher.call<{ task: { items: { item: Item }[] } }>(
      'GET',
      `/api/coursework/tasks/${task.body.task.id}`,
    )
    expect(asked.body.task.items[0]!.item.stem).toBe('哪种电池更安全？')
  })

  it('takes items out of use and back', async () => {
    const item = await make(single('停用的题'))
    const retire = (retired: boolean, revision: number) =>
      college.teacher.call<WireItem>('POST', `/api/items/${item.id}/retire`, { revision, retired })
    expect((await retire(true, 1)).body.isRetired).toBe(true)
    expect((await list('search=停用的题')).body.total).toBe(0)
    expect((await list('search=停用的题&retired=true')).body.total).toBe(1)
    expect((await retire(false, 2)).body.isRetired).toBe(false)
  })

  it('tries an item as it would be asked, and keeps nothing', async () => {
    const tried = await college.teacher.call<{ asked: object; grade: { score: string } }>('POST', '/api/items/try', {
      item: single('试答', 'B'),
      answer: 'B',
    })
    expect(tried.body.grade.score).toBe('5')
    expect(tried.body.asked).not.toHaveProperty('right')
    expect((await list('search=试答')).body.total).toBe(0)
  })
})

describe('Excel and QTI 3', () => {
  const send = async (name: string, content: Buffer, accept: boolean, browser = college.teacher) => {
    const head = `--x\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
    const answer = await college.app.inject({
      method: 'POST',
      url: `/api/items/imports?course=${college.course}&accept=${accept}`,
      headers: { cookie: browser.cookie, 'x-csrf': browser.csrf, 'content-type': 'multipart/form-data; boundary=x' },
      payload: Buffer.concat([Buffer.from(head), content, Buffer.from('\r\n--x--\r\n')]),
    })
    return { status: answer.statusCode, body: answer.json<WireImport>() }
  }
  const take = async (file: string) =>
    (
      await college.app.inject({
        url: `/api/items/${file}?course=${college.course}&search=${encodeURIComponent('换着用')}`,
        headers: { cookie: college.teacher.cookie },
      })
    ).rawPayload

  it('what went out is there already when it comes in; what is new is shown first and written once', async () => {
    await make(single('换着用的题'))
    for (const [file, name] of [
      ['export.xlsx', '题目.xlsx'],
      ['export.zip', '题目.zip'],
    ] as const)
      expect((await send(name, await take(file), true)).body).toMatchObject({ written: 0, drafts: [{ state: 'same' }] })
    const sheet = Buffer.from(
      '题型,题干,选项A,选项B,答案,知识点\n单选题,新的题,是,否,A,1.1\n单选题,新的题,是,否,A,1.1\n判断题,没有这种,,,对,\n单选题,答案不在,是,否,C,\n单选题,点不对,是,否,A,99\n',
    )
    const preview = await send('新题.csv', sheet, false)
    expect(preview.body.drafts.map(({ state, where }) => [state, where])).toEqual([
      ['new', '第 2 行'],
      ['same', '第 3 行'],
      ['faulty', '第 4 行'],
      ['faulty', '第 5 行'],
      ['faulty', '第 6 行'],
    ])
    expect((await list('search=新的题')).body.total).toBe(0)
    expect((await send('新题.csv', sheet, true)).body.written).toBe(1)
    expect((await send('新题.csv', sheet, true)).body.written).toBe(0)
    expect((await list('search=新的题')).body.total).toBe(1)
  })

  it('files that are none, bombs and strangers are refused', async () => {
    expect((await send('a.zip', Buffer.from('PK不是压缩包'), false)).status).toBe(422)
    expect((await send('a.csv', Buffer.from('甲,乙\n1,2\n'), false)).status).toBe(422)
    for (const browser of [college.pupils[0]!, college.stranger])
      expect((await send('a.csv', Buffer.from('题型,题干\n'), false, browser)).status).toBe(404)
    const out = await college.app.inject({
      url: `/api/items/export.zip?course=${college.course}`,
      headers: { cookie: college.pupils[0]!.cookie },
    })
    expect(out.statusCode).toBe(404)
  })
})
