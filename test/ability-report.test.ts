import { afterAll, beforeAll, expect, test } from 'vitest'
import { declarations } from '../catalogue/index.gen.ts'
import { asSystem } from '../src/engine/access/actor.ts'
import { listColleges } from '../src/engine/colleges.ts'
import { listRecords } from '../src/engine/records/list.ts'
import { actOnReport } from '../src/engine/reports/act-on-report.ts'
import { createReport } from '../src/engine/reports/create-report.ts'
import { compile } from '../src/engine/reports/compile.ts'
import { findBlockers } from '../src/engine/reports/find-blockers.ts'
import { publishReport } from '../src/engine/reports/publish-report.ts'
import { listPublications } from '../src/engine/reports/publications.ts'
import { readReport } from '../src/engine/reports/read-report.ts'
import { openReport, resolveOpened } from '../src/engine/reports/resolve-report.ts'
import { actOnSection, saveSection } from '../src/engine/reports/sections.ts'
import { markOutdated } from '../src/engine/reports/supplies.ts'
import { walkDocument } from '../src/engine/reports/walk-document.ts'
import { assembleCatalogue } from '../src/language/catalogue.ts'
import { doc, paragraph } from '../src/language/document.ts'
import { makeDemandReport } from '../src/modules/ability/demand-report/make-demand-report.ts'
import { openBehind } from '../src/modules/ability/demand-report/open-behind.ts'
import { planOf } from '../src/modules/ability/inside/plan-items.ts'
import type { TestDatabase } from '../src/testing/database.ts'
import { openDemoDatabase } from './demo-database.ts'

/** The demand report of a major of the demo: every number opens, and it goes the way of all reports. */

let db: TestDatabase
let college: string
let id: string

const system = () => asSystem(college, 'test')
const within = <T>(work: Parameters<typeof db.engine.database.inCollege<T>>[1]) =>
  db.engine.database.inCollege(college, work)
const make = () =>
  within(async (tx) => {
    const { rows } = await listRecords(db.engine, tx, system(), {
      register: 'majors',
      where: [['name', 'is', '软件技术']],
      limit: 1,
    })
    const plan = (await planOf(db.engine, tx, system(), { major: rows[0]!.id }))!
    return makeDemandReport(db.engine, tx, system(), plan, { classes: plan.classes })
  })
const opened = () => within((tx) => openReport(db.engine, tx, id))

beforeAll(async () => {
  db = await openDemoDatabase(assembleCatalogue(declarations))
  college = (await listColleges(db.engine)).find(({ code }) => code === 'demo')!.id
  id = await make()
}, 300_000)
afterAll(() => db.close())

test('every number of it opens to what it was counted from, and is what is counted there', async () => {
  const { around, sections } = await opened()
  const supply = around.supply!
  const codes = Object.keys(supply.figures)
  expect(codes.length).toBeGreaterThan(400)
  const wrong: string[] = []
  const empty: string[] = []
  await within(async (tx) => {
    for (const code of codes) {
      const found = await openBehind(db.engine, tx, system(), supply.id, code, 0)
      if (found.now !== found.value) wrong.push(`${code}: ${found.value} printed, ${found.now} counted`)
      const isNothing = /^(?:0|0\.0)$/.test(found.value) || found.total === 0
      if (found.rows.length === 0 && found.ads.length === 0 && !isNothing) empty.push(code)
    }
  })
  expect(wrong).toEqual([])
  expect(empty).toEqual([])
  // No number stands in the text that is not a figure; years, months and codes of occupations say no quantity.
  const typed = sections.flatMap(({ content }) =>
    [...walkDocument(content.content)].flatMap((node) =>
      node.type === 'text' ? [node.text.replaceAll(/\d{4}年(?:\d{1,2}月|版)?|\d-\d\d-\d\d/g, '')] : [],
    ),
  )
  expect(typed.filter((words) => /\d/.test(words))).toEqual([])
  const cells = Object.entries(supply.tables).flatMap(([name, { columns, rows }]) =>
    rows.flatMap(({ cells: of }) =>
      of.flatMap((cell, at) =>
        columns[at]!.align === 'decimal' && typeof cell === 'string' && cell !== '—' ? [`${name}: ${cell}`] : [],
      ),
    ),
  )
  expect(cells).toEqual([])
})

test('it is printed in every form', async () => {
  const { resolved, failures } = await within(async (tx) =>
    resolveOpened(db.engine, tx, system(), await openReport(db.engine, tx, id)),
  )
  expect(failures).toEqual([])
  const outputs = await compile(resolved, {
    outputs: ['staff.html', 'report.pdf', 'report.docx'],
    createdAt: '2024-01-01T00:00:00Z',
  })
  const page = Buffer.from(outputs['staff.html']!).toString()
  expect(page).toContain(`href="/ability/behind/`)
  expect(page).not.toContain('？〕')
})

test('it is made anew without losing what somebody wrote, and goes the way of all reports', async () => {
  const template = { name: 'demand-report', period: '2023' }
  await expect(within((tx) => createReport(db.engine, tx, system(), template))).rejects.toThrow(/choose the major/)
  const first = await opened()
  const [summary] = first.sections
  const own = doc(paragraph('自己写的摘要。'))
  await within((tx) =>
    saveSection(
      db.engine,
      tx,
      system(),
      { reportId: id, id: summary!.id },
      { version: summary!.version, content: own },
    ),
  )
  await within((tx) => markOutdated(tx, 'demand-report'))
  const stale = async () =>
    (await within(async (tx) => findBlockers(db.engine, tx, system(), await openReport(db.engine, tx, id)))).filter(
      ({ kind }) => kind === 'stale',
    )
  expect(await stale()).toHaveLength(1)
  expect(await make()).toBe(id)
  expect(await stale()).toEqual([])
  const second = await opened()
  expect(second.around.supply!.id).not.toBe(first.around.supply!.id)
  expect(second.sections[0]!.content).toEqual(own)
  expect(second.sections[1]!.content).toEqual(first.sections[1]!.content)
  for (const { id: section, version } of second.sections) {
    const place = { reportId: id, id: section }
    await within((tx) => actOnSection(db.engine, tx, system(), place, { action: 'submit', version }))
    await within((tx) => actOnSection(db.engine, tx, system(), place, { action: 'approve', version: version + 1 }))
  }
  for (const action of ['review', 'sign-off'] as const)
    await within((tx) => actOnReport(db.engine, tx, system(), id, { action }))
  await expect(make()).rejects.toThrow(/reopen/)
  await publishReport(db.engine, system(), id)
  const report = await within((tx) => readReport(db.engine, tx, system(), id))
  expect(report).toMatchObject({ state: 'published', subject: '510203' })
  expect(report.publicPath).toMatch(/\/demand-report\/\d+-510203\/$/)
  expect(await within((tx) => listPublications(tx, id))).toHaveLength(1)
})
