import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../src/engine/access/actor.ts'
import { keepFile } from '../src/engine/files/store.ts'
import { extractLines } from '../src/modules/ability/extract-lines.ts'
import { besideOf, demandOf, evidenceOf } from '../src/modules/ability/inside/demand.ts'
import { exportDictionary, readDictionary } from '../src/modules/ability/inside/dictionary-file.ts'
import { fitCells, isOfIndustry } from '../src/modules/ability/inside/fit.ts'
import { beginImport, listImports, previewFile, runImport } from '../src/modules/ability/inside/imports.ts'
import { matchPlan } from '../src/modules/ability/inside/match-plan.ts'
import { classesOf, itemsOfText } from '../src/modules/ability/inside/plan-items.ts'
import { readAgain } from '../src/modules/ability/inside/read-again.ts'
import {
  type AskedDecision,
  decideTerm,
  listDecided,
  listTerms,
  openTerm,
  tryTerm,
  undoTerm,
} from '../src/modules/ability/inside/terms.ts'
import type { Columns } from '../src/modules/ability/wire.ts'
import { makeTestCollege, type TestCollege } from '../src/testing/actors.ts'
import { testCatalogue } from '../src/testing/college.ts'
import { openTestDatabase, type TestDatabase } from '../src/testing/database.ts'

/** Files of advertisements on their way into the counts, and back out as demand with its evidence. */

let db: TestDatabase
let college: TestCollege

beforeAll(async () => {
  db = await openTestDatabase(testCatalogue())
  college = await makeTestCollege(db.engine, 'ability')
})
afterAll(() => db.close())

const system = () => asSystem(college.id, 'test')
const within = <T>(work: Parameters<typeof db.engine.database.inCollege<T>>[1]) =>
  db.engine.database.inCollege(college.id, work)

async function send(name: string, content: string | Uint8Array): Promise<{ sha256: string; fileName: string }> {
  const { sha256 } = await within((tx) =>
    keepFile(
      db.engine,
      tx,
      system(),
      { name, type: 'text/csv', content: Readable.from([Buffer.from(content)]) },
      { maxBytes: 1e7 },
    ),
  )
  return { sha256, fileName: name }
}

async function bring(name: string, content: string | Uint8Array, columns?: Columns) {
  const file = await send(name, content)
  const preview = await within((tx) => previewFile(db.engine, tx, system(), file))
  const id = await within((tx) => beginImport(db.engine, tx, system(), file, columns ?? preview.columns))
  return { id, preview, ...(await runImport(db.engine, college.id, id)) }
}

const TEXT =
  '岗位职责：1、负责公司业务系统后端开发；2、参与需求分析与数据库设计。任职要求：1、熟悉Java、Spring Boot；2、熟练使用MySQL；3、有Redis经验者优先。'
const row = (title: string, city: string, pay: string, date: string, text = TEXT) => [
  title,
  '示例软件公司',
  city,
  pay,
  date,
  text,
]
const csv = (rows: readonly (readonly string[])[]) =>
  ['职位名称,公司名称,工作地点,薪资,发布日期,职位描述', ...rows.map((cells) => cells.join(','))].join('\n')
/** The same job in a hundred cities' worth of postings, two other jobs, and what cannot be read. */
const FILE = csv([
  ...['南昌', '九江', '赣州', '宜春', '上饶'].map((city, at) =>
    row(`Java开发工程师（${city}）`, city, '8-12K', `2023-0${at + 1}-05`),
  ),
  row('Java开发工程师', '南昌', '1-1元', '2099-01-01', `${TEXT}联系电话：13800001234，微信：abc12345`),
  row('电工', '南昌', '5千-7千/月', '2023-03-01', '任职要求：持低压电工证；能看懂电气图纸；吃苦耐劳'),
  ['', '', '', '', '', ''].map((_, at) => (at === 1 ? '只有公司' : '')),
])

test('a file comes in once: the same job in many cities is one advertisement with its postings', async () => {
  const { preview, kept, again } = await bring('招聘.csv', FILE)
  expect(preview.columns).toMatchObject({
    title: ['职位名称'],
    text: ['职位描述'],
    place: ['工作地点'],
    pay: ['薪资'],
    date: ['发布日期'],
  })
  expect([kept, again]).toEqual([2, 5])
  const [one] = await within((tx) =>
    tx.run<{ postings: number; first: string; body: string }>(sql`
      SELECT postings, first_seen::text AS first, body FROM advertisements WHERE college_id = ${college.id} AND title LIKE 'Java%'`),
  )
  expect(one).toMatchObject({ postings: 6, first: '2023-01-05' })
  const [imported] = await within((tx) => listImports(tx))
  expect(imported).toMatchObject({
    state: 'done',
    done: 8,
    problems: { empty: 1, 'future-date': 1, 'unreadable-pay': 1 },
  })
})

test('the same file is refused, and a run that begins again counts nothing twice', async () => {
  await expect(bring('招聘.csv', FILE)).rejects.toThrow(/not counted twice/)
  const [{ id } = { id: '' }] = await within((tx) => listImports(tx))
  expect(await runImport(db.engine, college.id, id)).toEqual({ kept: 0, again: 0 })
  expect((await within((tx) => demandOf(tx, {}))).n).toBe(2)
})

test('what was brought in adds to the counts, in GB18030 and as JSON lines too', async () => {
  // 招聘 in GB18030: 职位名称,职位描述 / 焊工,要求：会氩弧焊
  const gb = Uint8Array.from([
    0xd6, 0xb0, 0xce, 0xbb, 0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xd6, 0xb0, 0xce, 0xbb, 0xc3, 0xe8, 0xca, 0xf6, 0x0a, 0xba,
    0xb8, 0xb9, 0xa4, 0x2c, 0xd2, 0xaa, 0xc7, 0xf3, 0xa3, 0xba, 0xbb, 0xe1, 0xeb, 0xb2, 0xbb, 0xa1, 0xba, 0xb8, 0x0a,
  ])
  expect(await bring('gb.csv', gb)).toMatchObject({ kept: 1 })
  const lines = [
    '{"title":"Java开发工程师","text":"要求：熟悉Java和Vue，本科，3年以上经验，1.5-2万"}',
    'not json',
    '{"title":"护士","text":"要求：持护士执业资格证"}',
  ]
  expect(await bring('ads.jsonl', lines.join('\n'))).toMatchObject({ kept: 2, preview: { unread: 1 } })
  const { skills, occupations, n } = await within((tx) => demandOf(tx, {}))
  expect(n).toBe(5)
  expect(skills.find(({ skill }) => skill === 'Java')).toMatchObject({ n: 2, required: 2 })
  expect(skills.find(({ skill }) => skill === '氩弧焊')).toMatchObject({ n: 1 })
  expect(occupations[0]).toMatchObject({ key: '2-02-10', n: 2 })
})

test('demand says how many, where and how sure; every claim opens to its words; contacts are gone', async () => {
  const filter = { classes: ['2-02-10'] }
  const demand = await within((tx) => demandOf(tx, filter, 'Redis'))
  expect(demand.n).toBe(2)
  const redis = demand.skills.find(({ skill }) => skill === 'Redis')!
  expect(redis).toMatchObject({
    n: 1,
    required: 0,
    share: { percent: '50.0' },
    payWith: { mean: 10000, n: 1 },
    payWithout: { mean: 17500, n: 1 },
  })
  expect(Number(redis.share.low)).toBeLessThan(50)
  expect(demand.months.reduce((sum, { withSkill }) => sum + (withSkill ?? 0), 0)).toBe(1)
  const inCity = await within((tx) => demandOf(tx, { ...filter, city: '360100' }))
  expect(inCity.n).toBe(1)
  const [evidence] = await within((tx) => evidenceOf(tx, filter, 'Redis'))
  expect(evidence).toMatchObject({ words: 'Redis', required: false, postings: 6 })
  expect(evidence!.before.endsWith('有')).toBe(true)
  const { beside } = await within((tx) => besideOf(tx, filter, 'Spring Boot'))
  expect(beside.map(({ key }) => key)).toContain('MySQL')
  const bodies = await within((tx) =>
    tx.run<{ body: string }>(sql`SELECT body FROM advertisements WHERE college_id = ${college.id}`),
  )
  expect(bodies.filter(({ body }) => /13800001234|abc12345/.test(body))).toEqual([])
})

test('a plan is held against demand: covered, thin, missing', async () => {
  expect(classesOf('510203')).toEqual(['2-02-10'])
  const plan = '专业核心课程：Java程序设计、数据库技术、软件测试。'
  const { skills, coverage, items, advice } = await within((tx) =>
    matchPlan(tx, { classes: ['2-02-10'] }, { name: '软件技术', code: '510203', items: itemsOfText(plan) }),
  )
  const state = (skill: string) => skills.find((one) => one.skill === skill)
  expect(items).toBe(4)
  expect(state('Java')).toMatchObject({ state: 'covered', where: ['Java程序设计'] })
  expect(state('MySQL')).toMatchObject({ state: 'thin', through: '数据库', where: ['数据库技术'] })
  expect(state('Vue')).toMatchObject({ state: 'missing' })
  expect(coverage).toMatchObject({ covered: skills.find(({ skill }) => skill === 'Java')!.n })
  // Added where it is asked most together with what is taught; upgraded where only something wider is.
  expect(advice.find(({ kind, skill }) => kind === 'add' && skill === 'Vue')).toMatchObject({
    courses: ['Java程序设计'],
    beside: { skill: 'Java', n: 1, of: 1 },
  })
  expect(advice.find(({ kind, skill }) => kind === 'upgrade' && skill === 'MySQL')).toMatchObject({
    courses: ['数据库技术'],
  })
})

test('what has no date counts in no month, until a posting brings one', async () => {
  const months = () =>
    within(async (tx) => {
      const { n, months: all, undated } = await demandOf(tx, { classes: ['2-02-10'] }, 'Java')
      return { n, undated, dated: all.reduce((sum, one) => sum + one.n, 0) }
    })
  // The lines of JSON had no date.
  expect(await months()).toEqual({ n: 2, undated: { n: 1, withSkill: 1 }, dated: 1 })
  expect((await within((tx) => demandOf(tx, { classes: ['2-02-10'], to: '2099-12' }))).n).toBe(1)
  const again =
    '{"title":"Java开发工程师","text":"要求：熟悉Java和Vue，本科，3年以上经验，1.5-2万","date":"2022-06-09"}'
  expect(await bring('later.jsonl', again)).toMatchObject({ kept: 0, again: 1 })
  expect(await months()).toEqual({ n: 2, undated: { n: 0, withSkill: 0 }, dated: 2 })
  expect((await within((tx) => demandOf(tx, { to: '2022-06' }))).n).toBe(1)
})

test('a new term is accepted, merged or rejected after its effect was seen, and all of it can be undone', async () => {
  const ads = [
    ...['', '，有Redis经验者优先'].map((more) => `{"title":"流程开发","text":"任职要求：熟悉Zorbital框架${more}"}`),
    '{"title":"流程实施","text":"任职要求：熟悉zorbital框架，精通Vue"}',
    '{"title":"前端","text":"任职要求：熟悉VuePlus；掌握竹编榫接工艺"}',
    '{"title":"Zorbital 顾问","text":"岗位职责：用Zorbital搭建流程"}',
  ]
  await bring('terms.jsonl', ads.join('\n'))
  const list = (words?: string) => within((tx) => listTerms(tx, { words, sort: 'n', from: 0 }))
  const counts = async () => {
    const { skills } = await within((tx) => demandOf(tx, {}))
    return Object.fromEntries(skills.map(({ skill, n, kind }) => [skill, `${n} ${kind}`]))
  }
  const decide = async (asked: AskedDecision) => {
    const id = await within((tx) => decideTerm(db.engine, tx, system(), asked))
    return { id, ...(await readAgain(db.engine, college.id, id)) }
  }
  const before = await counts()
  const [zorbital] = (await list('zorb')).terms
  expect(zorbital).toMatchObject({ term: 'zorbital', shown: 'Zorbital', n: 3, kind: 'tool', words: 'Zorbital' })

  const opened = await within((tx) => openTerm(tx, 'zorbital'))
  expect(opened.ads.map(({ words }) => words)).toEqual(['zorbital', 'Zorbital', 'Zorbital'])
  expect(opened.beside.map(({ key }) => key)).toEqual(['Redis', 'Vue'])

  const accept = { term: 'Zorbital', decision: 'accept', name: 'Zorbital 引擎', kind: 'technique' } as const
  const effect = await within((tx) => tryTerm(db.engine, tx, system(), accept))
  // Once it is a skill it is found where no verb of knowing stands before it.
  expect(effect).toMatchObject({ total: 4, tried: 4, changed: 4 })
  expect(effect.skills).toContainEqual({ skill: 'Zorbital 引擎', more: 4, fewer: 0 })
  expect(await counts()).toEqual(before)
  const accepted = await decide(accept)
  expect(accepted).toMatchObject({ read: 4, changed: 4 })
  expect((await counts())['Zorbital 引擎']).toBe('4 technique')
  expect((await list('zorb')).total).toBe(0)
  await expect(decide(accept)).rejects.toThrow(/decided before/)

  await expect(decide({ term: 'VuePlus', decision: 'accept', name: 'vue.js', kind: 'tool' })).rejects.toThrow(/merge/)
  const vue = Number.parseInt(before['Vue']!, 10)
  const merged = await decide({ term: 'VuePlus', decision: 'merge', name: 'vue.js' })
  expect((await counts())['Vue']).toBe(`${vue + 1} tool`)
  const rejected = await decide({ term: '竹编榫接工艺', decision: 'reject' })
  expect((await counts())['竹编榫接工艺']).toBeUndefined()

  // What comes in later, and plans, are read by the same terms.
  await bring('later-terms.jsonl', '{"title":"流程顾问","text":"任职要求：熟悉ZORBITAL；掌握竹编榫接工艺"}')
  expect(await counts()).toMatchObject({ 'Zorbital 引擎': '5 technique' })
  const { skills } = await within((tx) =>
    matchPlan(tx, {}, { name: '流程', code: '', items: itemsOfText('Zorbital应用开发') }),
  )
  expect(skills.find(({ skill }) => skill === 'Zorbital 引擎')).toMatchObject({ state: 'covered' })

  const decided = await within((tx) => listDecided(tx))
  expect(decided.map(({ shown, state, changed }) => [shown, state, changed])).toEqual([
    ['竹编榫接工艺', 'done', 1],
    ['VuePlus', 'done', 1],
    ['Zorbital', 'done', 4],
  ])
  for (const { id } of [accepted, merged, rejected]) {
    await within((tx) => undoTerm(db.engine, tx, system(), id))
    await readAgain(db.engine, college.id, id)
  }
  expect(await counts()).toMatchObject({
    ...before,
    ZORBITAL: '1 tool',
    竹编榫接工艺: '2 technique',
  })
  const told = await within((tx) =>
    tx.run<{ action: string }>(sql`
      SELECT action FROM history WHERE college_id = ${college.id} AND subject = 'skill-terms' ORDER BY id`),
  )
  expect(told.map(({ action }) => action)).toEqual(['accept', 'merge', 'reject', 'undo', 'undo', 'undo'])
})

test('a shipped skill is renamed and merged in a layer of the college, seen first, undone, and taken along as a file', async () => {
  await bring('layer.jsonl', '{"title":"前端开发","text":"任职要求：熟悉Vue.js和React"}')
  const counts = async () =>
    Object.fromEntries((await within((tx) => demandOf(tx, {}))).skills.map(({ skill, n }) => [skill, n]))
  const decide = async (asked: AskedDecision) => {
    const id = await within((tx) => decideTerm(db.engine, tx, system(), asked))
    await readAgain(db.engine, college.id, id)
    return id
  }
  const before = await counts()
  const rename = { term: 'Vue', decision: 'rename', name: 'Vue 框架' } as const
  const effect = await within((tx) => tryTerm(db.engine, tx, system(), rename))
  expect(effect.skills).toContainEqual({ skill: 'Vue 框架', more: before['Vue'], fewer: 0 })
  expect(await counts()).toEqual(before)
  await expect(decide({ term: 'Vue', decision: 'rename', name: 'react' })).rejects.toThrow(/already/)
  await expect(decide({ term: 'Vue', decision: 'join', name: 'vue.js' })).rejects.toThrow(/no other skill/)
  await expect(decide({ term: '没有这一项', decision: 'rename', name: '甲' })).rejects.toThrow(/has no skill/)
  const renamed = await decide(rename)
  expect(await counts()).toMatchObject({ 'Vue 框架': before['Vue'] })
  expect((await counts())['Vue']).toBeUndefined()
  // Every way of writing it is the renamed skill, also where another skill comes to count as it.
  const joined = await decide({ term: 'React', decision: 'join', name: 'vue.js' })
  const both = (await counts())['Vue 框架']!
  expect(both).toBeGreaterThanOrEqual(Math.max(before['Vue']!, before['React']!))
  expect((await counts())['React']).toBeUndefined()
  await expect(within((tx) => undoTerm(db.engine, tx, system(), renamed))).rejects.toThrow(/undo that first/)

  const file = JSON.stringify(await within((tx) => exportDictionary(tx)))
  const dictionary = readDictionary(file)
  if ('zh' in dictionary) throw new Error(dictionary.en)
  const line = '{"id":1,"title":"前端","text":"任职要求：熟悉React"}'
  const read = async (own?: typeof dictionary) => {
    for await (const one of extractLines(Readable.from([line]), own)) return 'skills' in one ? one.skills[0]!.name : ''
    return ''
  }
  expect([await read(), await read(dictionary)]).toEqual(['React', 'Vue 框架'])
  expect(readDictionary('{"format":"other"}')).toMatchObject({ en: expect.stringContaining('no exported dictionary') })

  for (const id of [joined, renamed]) {
    await within((tx) => undoTerm(db.engine, tx, system(), id))
    await readAgain(db.engine, college.id, id)
  }
  expect(await counts()).toEqual(before)
})

test('an industry that a file names by code or name is kept, and counts for the fit before the occupation does', async () => {
  const ad = (at: number, industry: string) =>
    JSON.stringify({
      title: `Java开发工程师${at}`,
      公司名称: `示例${at}`,
      行业: industry,
      text: `任职要求：熟悉Java；第${at}版`,
    })
  const counts = await bring(
    'industries.jsonl',
    [ad(1, '6513'), ad(2, '汽车制造业'), ad(3, ''), ad(4, '不知道')].join('\n'),
  )
  expect(counts).toMatchObject({ kept: 4 })
  const [last] = await within((tx) => listImports(tx))
  expect(last!.problems).toMatchObject({ 'unread-industry': 1 })
  const cells = await within((tx) => fitCells(tx, undefined))
  const named = cells.filter(({ industry }) => industry !== '').map(({ key, industry, n }) => [key, industry, n])
  expect(named.toSorted()).toEqual([
    ['2-02-10', 'C36', 1],
    ['2-02-10', 'I6513', 1],
  ])
  const software = { classes: ['2-02-10'], codes: ['I65'] }
  expect(
    cells
      .filter((cell) => isOfIndustry(software, cell))
      .map(({ industry }) => industry)
      .toSorted(),
  ).toEqual(['', 'I6513'])
  expect(isOfIndustry({ classes: [], codes: ['C'] }, { key: '2-02-10', industry: 'C36' })).toBe(true)
})

test('an empty file and a file without a column for the title are refused in words', async () => {
  await expect(bring('empty.csv', '')).rejects.toThrow(/empty/i)
  await expect(bring('no.csv', 'a,b\n1,2\n3,4')).rejects.toThrow(/which column holds the title/)
})
