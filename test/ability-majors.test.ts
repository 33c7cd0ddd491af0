import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { declarations } from '../catalogue/index.gen.ts'
import { asSystem } from '../src/engine/access/actor.ts'
import { listColleges } from '../src/engine/colleges.ts'
import { keepFile } from '../src/engine/files/store.ts'
import { listRecords } from '../src/engine/records/list.ts'
import { assembleCatalogue } from '../src/language/catalogue.ts'
import { closingOf, courseFor } from '../src/modules/ability/inside/closing.ts'
import { fitOf, setIndustries } from '../src/modules/ability/inside/fit.ts'
import { beginImport, previewFile, runImport } from '../src/modules/ability/inside/imports.ts'
import { matchPlan } from '../src/modules/ability/inside/match-plan.ts'
import { comparePlans, keepMatch, listKept, rematchWatched } from '../src/modules/ability/inside/plan-changes.ts'
import { planOf, programmesOf } from '../src/modules/ability/inside/plan-items.ts'
import type { TestDatabase } from '../src/testing/database.ts'
import { openDemoDatabase } from './demo-database.ts'

/** The demo's majors, plans and courses held against its advertisements. */

let db: TestDatabase
let college: string

beforeAll(async () => {
  db = await openDemoDatabase(assembleCatalogue(declarations))
  college = (await listColleges(db.engine)).find(({ code }) => code === 'demo')!.id
}, 300_000)
afterAll(() => db.close())

const system = () => asSystem(college, 'test')
const within = <T>(work: Parameters<typeof db.engine.database.inCollege<T>>[1]) =>
  db.engine.database.inCollege(college, work)
const find = (register: string, name: string) =>
  within(async (tx) => {
    const { rows } = await listRecords(db.engine, tx, system(), { register, where: [['name', 'is', name]], limit: 10 })
    return rows[0]!.id
  })

test('the fit of majors with industries is what its definition says, row by row', async () => {
  const before = await within((tx) => fitOf(db.engine, tx, system(), undefined))
  expect(before.isShipped).toBe(true)
  expect(before.byMajors).toMatchObject({
    part: before.majors.filter(({ industries }) => industries.length > 0).length,
    whole: before.majors.length,
  })
  const software = { name: '软件与信息服务产业集群', classes: ['2-02-10', '4-04-05'], codes: [] }
  const care = { name: '康养产业', classes: ['2-05-08'], codes: [] }
  await within((tx) => setIndustries(db.engine, tx, system(), [software, care]))
  const fit = await within((tx) => fitOf(db.engine, tx, system(), undefined))
  const serving = fit.majors.filter(({ occupations }) => occupations.some(({ key }) => software.classes.includes(key)))
  expect(serving.map(({ name }) => name)).toContain('软件技术')
  expect(fit).toMatchObject({
    isShipped: false,
    byMajors: {
      part: serving.length,
      whole: fit.majors.length,
      percent: ((100 * serving.length) / fit.majors.length).toFixed(1),
    },
    unserved: [{ key: '2-05-08', industry: care.name }],
  })
  expect(fit.unserved[0]!.majors.map(({ name }) => name)).toContain('护理')
  const [asked, nurses] = fit.industries.map(({ n }) => n)
  expect(fit.byDemand).toMatchObject({ part: asked, whole: asked! + nurses! })
  // One city counts its own advertisements only.
  const city = await within((tx) => fitOf(db.engine, tx, system(), '360100'))
  expect(city.n).toBeLessThan(fit.n)
  await expect(within((tx) => setIndustries(db.engine, tx, system(), [care, care]))).rejects.toThrow(/listed twice/)
  await within((tx) => setIndustries(db.engine, tx, system(), []))
  expect((await within((tx) => fitOf(db.engine, tx, system(), undefined))).byMajors).toEqual(before.byMajors)
})

test('two years of a plan are compared against the same demand', async () => {
  const major = await find('majors', '软件技术')
  const versions = await within((tx) => programmesOf(db.engine, tx, system(), major))
  expect(versions.map(({ grade }) => grade)).toEqual(versions.map(({ grade }) => grade).toSorted((a, b) => b - a))
  const change = await within(async (tx) => {
    const earlier = await planOf(db.engine, tx, system(), { programme: versions.at(-1)!.id })
    const later = await planOf(db.engine, tx, system(), { major })
    expect(later).toMatchObject({ code: '510203', classes: ['2-02-10'] })
    return comparePlans(tx, { classes: later!.classes }, earlier!, later!)
  })
  expect(change.changes.length).toBeGreaterThan(0)
  for (const { was, is, whereBefore, whereAfter } of change.changes) {
    expect(was).not.toBe(is)
    expect(whereBefore.length > 0).toBe(was !== 'missing')
    expect(whereAfter.length > 0).toBe(is !== 'missing')
  }
})

test('a major that is watched is compared anew when advertisements come in', async () => {
  const major = await find('majors', '软件技术')
  await within(async (tx) => {
    const plan = (await planOf(db.engine, tx, system(), { major }))!
    const match = await matchPlan(tx, { classes: plan.classes }, plan)
    await keepMatch(tx, match, { major, classes: plan.classes }, '测试')
  })
  // Nothing new, nothing kept.
  expect(await rematchWatched(db.engine, college)).toBe(0)
  const lines = Array.from({ length: 40 }, (_, at) =>
    JSON.stringify({
      title: `数据库开发工程师${'甲乙丙丁戊己庚辛壬癸'[at % 10]}`,
      text: `任职要求：熟悉数据结构；精通Zig语言第${at}版；第${'一二三四'[Math.floor(at / 10)]}组`,
      company: `示例公司${at}`,
    }),
  )
  await within(async (tx) => {
    const { sha256 } = await keepFile(
      db.engine,
      tx,
      system(),
      { name: 'new.jsonl', type: 'text/plain', content: Readable.from([Buffer.from(lines.join('\n'))]) },
      { maxBytes: 1e6 },
    )
    const sent = { sha256, fileName: 'new.jsonl' }
    const { columns } = await previewFile(db.engine, tx, system(), sent)
    return beginImport(db.engine, tx, system(), sent, columns)
  }).then((id) => runImport(db.engine, college, id))
  expect(await rematchWatched(db.engine, college)).toBe(1)
  const [latest, first] = await within((tx) => listKept(tx, '510203'))
  expect(latest).toMatchObject({ keptBy: '', plan: '软件技术' })
  expect(latest!.n).toBeGreaterThan(first!.n)
  expect(latest!.newlyAsked).toContain('数据结构')
  // A major that is gone is watched no more, and holds no import up.
  await within((tx) =>
    tx.run(sql`
      INSERT INTO plan_matches SELECT college_id, ${college}::uuid, '999999', plan, jsonb_build_object('major', ${college}::text, 'classes', '[]'::jsonb),
        0, 0, 0, '[]', kept_at, '' FROM plan_matches WHERE college_id = ${college} LIMIT 1`),
  )
  expect(await rematchWatched(db.engine, college)).toBe(0)
  expect(first).toMatchObject({ keptBy: '测试', gained: [], lost: [], newlyAsked: [] })
})

test('a gap is closed by courses, certificates and outcomes of the credit bank', async () => {
  const [plc, nothing, english] = await within((tx) =>
    closingOf(db.engine, tx, system(), ['PLC', '竹编榫接工艺', '英语']),
  )
  expect(plc!.courses.map(({ name }) => name)).toContain('可编程控制器应用')
  expect(nothing).toEqual({ skill: '竹编榫接工艺', courses: [], certificates: [], outcomes: [] })
  expect(english!.outcomes[0]).toMatchObject({ target: '大学英语' })
})

test('a course is held against the occupations of its major; a common course has none', async () => {
  const [own, common] = await within(async (tx) => {
    const first = async (condition: 'filled' | 'empty', name: string) => {
      const { rows } = await listRecords(db.engine, tx, system(), {
        register: 'courses',
        where: [
          ['name', 'is', name],
          ['major', condition, true],
        ],
        limit: 1,
      })
      return rows[0]!.id
    }
    return [await first('filled', '数据库技术'), await first('empty', '大学英语一')]
  })
  const course = await within((tx) => courseFor(db.engine, tx, system(), own))
  expect(course.taught.length).toBeGreaterThan(0)
  for (const { where } of course.taught) expect(where.join()).toContain('数据库技术')
  for (const { courses } of course.advice) expect(courses).toContain('数据库技术')
  await expect(within((tx) => courseFor(db.engine, tx, system(), common))).rejects.toThrow(/common to all majors/)
})

test('what was listed and kept stands in the history', async () => {
  const told = await within((tx) =>
    tx.run<{ action: string }>(sql`
      SELECT action FROM history WHERE college_id = ${college} AND subject = 'city-industries' ORDER BY id`),
  )
  expect(told.map(({ action }) => action)).toEqual(['set', 'set'])
})
