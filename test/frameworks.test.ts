import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { declarations } from '../catalogue/index.gen.ts'
import type { Tx } from '../src/database/connection.ts'
import { type Actor, asSystem } from '../src/engine/access/actor.ts'
import { act } from '../src/engine/records/act.ts'
import { assembleCatalogue } from '../src/language/catalogue.ts'
import { compareFrameworks, exportCase } from '../src/modules/frameworks/inside/export-case.ts'
import { importCase, previewCase } from '../src/modules/frameworks/inside/import-case.ts'
import { makeVersion } from '../src/modules/frameworks/inside/new-version.ts'
import { listFrameworks, showItem, showTree } from '../src/modules/frameworks/inside/show-framework.ts'
import { createApp } from '../src/server/app.ts'
import { guardList } from '../src/server/guard-list.ts'
import { readSettings } from '../src/server/settings.ts'
import { makeTestCollege, type TestCollege } from '../src/testing/actors.ts'
import { openTestDatabase, type TestDatabase } from '../src/testing/database.ts'
import { refused } from './plan-college.ts'

/** Frameworks from a file to a tree, to a new version, and out again, for people and for other systems. */

let db: TestDatabase
let college: TestCollege
let office: Actor
let app: FastifyInstance

beforeAll(async () => {
  db = await openTestDatabase(assembleCatalogue(declarations), guardList)
  college = await makeTestCollege(db.engine, 'frameworks')
  office = await college.actor(['quality-office', college.root])
  app = await createApp({
    engine: db.engine,
    settings: readSettings({ LOG_LEVEL: 'silent', PUBLIC_URL: 'https://bank.example' }),
  })
})
afterAll(async () => {
  await app.close()
  await db.close()
})

const run = <T>(work: (tx: Tx) => Promise<T>) => db.database.inCollege(college.id, work)
const id = (n: number) => `5d0c8f1a-93b2-4c1e-8a77-${n.toString(16).padStart(12, '0')}`
const node = (n: number) => ({ title: `第 ${n} 条`, identifier: id(n), uri: `https://case.example/${n}` })
const item = (n: number, code: string, statement: string, CFItemType = 'Unit') => ({
  identifier: id(n),
  uri: `https://case.example/${n}`,
  fullStatement: statement,
  humanCodingScheme: code,
  CFItemType,
  lastChangeDateTime: '2024-01-01T00:00:00Z',
  'x-hours': 16.0,
})
const below = (n: number, child: number, parent: number, sequenceNumber: number) => ({
  identifier: id(n),
  associationType: 'isChildOf',
  originNodeURI: node(child),
  destinationNodeURI: node(parent),
  sequenceNumber,
  lastChangeDateTime: '2024-01-01T00:00:00Z',
})
const welding = {
  CFDocument: {
    identifier: id(0),
    uri: 'https://case.example/0',
    title: '焊接能力标准',
    creator: '示例行业委员会',
    version: '2024',
    adoptionStatus: 'Adopted',
    lastChangeDateTime: '2024-01-01T00:00:00Z',
    extensions: { mine: ['甲', { deep: true }] },
  },
  CFItems: [
    item(1, 'W', '焊接作业', 'Standard'),
    item(2, 'W1', '焊前准备'),
    item(3, 'W2', '焊接操作'),
    item(4, 'W1.1', '能识读焊接工艺卡', 'Learning Outcome'),
  ],
  CFAssociations: [
    below(11, 1, 0, 1),
    below(12, 2, 1, 1),
    below(13, 3, 1, 2),
    below(14, 4, 2, 1),
    {
      identifier: id(15),
      associationType: 'exactMatchOf',
      originNodeURI: node(4),
      destinationNodeURI: { title: '别处', identifier: id(99), uri: 'https://elsewhere.example/99' },
      lastChangeDateTime: '2024-01-01T00:00:00Z',
    },
  ],
  CFDefinitions: { CFSubjects: [{ identifier: id(50), title: '焊接', hierarchyCode: '1' }] },
  unknown: { kept: [1, 2, 3] },
}
const file = (content: object) => Buffer.from(JSON.stringify(content))
const importOf = (content: object, version?: string) =>
  run((tx) => importCase(db.engine, tx, office, file(content), version))
const get = async (path: string) => {
  const answer = await app.inject({ url: `/colleges/frameworks/ims/case/v1p1${path}` })
  return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() }
}

it('is imported as it was shown, served to others, exported equal, and then changed only by a new version', async () => {
  const preview = await run((tx) => previewCase(db.engine, tx, office, file(welding)))
  expect(preview).toMatchObject({ name: '焊接能力标准', version: '2024', items: 4, places: 4, links: 1 })
  expect(preview.problems.map(({ severity }) => severity)).toEqual(['warning'])
  expect((await run((tx) => listFrameworks(db.engine, tx, office))).rows).toEqual([])
  const done = await importOf(welding)
  expect(done).toMatchObject({ state: 'adopted', items: 4, links: 1 })

  const exported = await run((tx) => exportCase(db.engine, tx, office, done.id, 'https://bank.example/ims/case/v1p1'))
  expect(JSON.parse(exported.text)).toEqual(welding)
  expect((await get(`/CFPackages/${id(0)}`)).body).toEqual(welding)

  const tree = await run((tx) => showTree(db.engine, tx, office, done.id))
  const codes = new Map(tree.items.map((one) => [one.id, one.code]))
  expect(tree.items.map((one) => [one.code, codes.get(one.parent ?? '') ?? null])).toEqual([
    ['W', null],
    ['W1', 'W'],
    ['W1.1', 'W1'],
    ['W2', 'W'],
  ])
  const frozen = await refused(
    run((tx) =>
      act(db.engine, tx, office, {
        register: 'framework-items',
        action: 'create',
        values: { framework: done.id, number: 'W3', statement: '焊后检验' },
      }),
    ),
  )
  expect(frozen).toContain('已采用或废止')
  expect(await refused(importOf(welding))).toContain('“2024”版已经存在')

  const draft = await run((tx) => makeVersion(db.engine, tx, office, done.id, '2025'))
  const copied = await run((tx) => showTree(db.engine, tx, office, draft.id))
  const idOf = (code: string) => copied.items.find((one) => one.code === code)!.id
  const change = (code: string, values: Record<string, unknown>, action = 'update') =>
    run((tx) =>
      act(db.engine, tx, office, {
        register: 'framework-items',
        id: idOf(code),
        action,
        version: 1,
        values,
        ...(action === 'delete' ? { comment: '不再需要' } : {}),
      }),
    )
  expect(await refused(change('W', { parent: idOf('W1.1') }))).toContain('形成循环：')
  expect(await refused(change('W1', {}, 'delete'))).toContain('下面还有“W1.1”')
  expect(await refused(change('W1', { parent: tree.items[0]!.id }))).toContain('不在同一框架中')
  await change('W1.1', { statement: '能识读并解释焊接工艺卡', parent: idOf('W2') })
  await run((tx) =>
    act(db.engine, tx, office, {
      register: 'framework-items',
      action: 'create',
      values: { framework: draft.id, number: 'W3', code: 'W3', kind: 'unit', statement: '焊后检验', parent: idOf('W') },
    }),
  )
  const { same, differences } = await run((tx) => compareFrameworks(db.engine, tx, office, done.id, draft.id))
  expect(same).toBe(3)
  expect(differences.map(({ kind, code, from, to }) => [kind, code, from, to])).toEqual([
    ['changed', 'W1.1', null, null],
    ['moved', 'W1.1', 'W1', 'W2'],
    ['added', 'W3', null, null],
  ])
  const changed = JSON.parse(
    (await run((tx) => exportCase(db.engine, tx, office, draft.id, 'https://bank.example/ims/case/v1p1'))).text,
  ) as typeof welding
  expect(changed.CFDocument).toMatchObject({
    version: '2025',
    adoptionStatus: 'Draft',
    extensions: welding.CFDocument.extensions,
  })
  expect(changed.CFItems.slice(0, 3)).toEqual(welding.CFItems.slice(0, 3))
  expect(changed.CFItems[3]).toMatchObject({ fullStatement: '能识读并解释焊接工艺卡', 'x-hours': 16 })
  expect(changed.CFItems).toHaveLength(5)
  expect(changed.CFAssociations[3]).toMatchObject({ destinationNodeURI: { identifier: id(3) }, sequenceNumber: 1 })
  // What was changed here can be read as a package of its own.
  expect(
    (await run((tx) => previewCase(db.engine, tx, office, file(changed), '2026'))).problems.filter(
      (p) => p.severity === 'error',
    ),
  ).toEqual([])
})

it('leads from one framework to another by crosswalks, both ways', async () => {
  const levels = await importOf({
    CFDocument: { identifier: id(100), title: '资历等级', frameworkType: 'Levels' },
    CFItems: [{ identifier: id(101), fullStatement: '第四级', CFItemType: 'Level' }],
  })
  expect(levels.state).toBe('draft')
  const map = await importOf({
    CFDocument: { identifier: id(200), title: '对照', version: '1' },
    CFItems: [{ identifier: id(201), fullStatement: '高级焊工', humanCodingScheme: 'GZ' }],
    CFAssociations: [
      {
        identifier: id(211),
        associationType: 'hasSkillLevel',
        originNodeURI: node(201),
        destinationNodeURI: node(101),
      },
    ],
  })
  const [own] = (await run((tx) => showTree(db.engine, tx, office, map.id))).items
  const [level] = (await run((tx) => showTree(db.engine, tx, office, levels.id))).items
  const page = await run((tx) => showItem(db.engine, tx, office, own!.id))
  expect(page.links[0]).toMatchObject({ kind: { zh: '等级为' }, to: { item: level!.id, where: '资历等级' } })
  const back = await run((tx) => showItem(db.engine, tx, office, level!.id))
  expect(back.links[0]).toMatchObject({ from: { item: own!.id, text: '高级焊工' } })
  // So do frameworks that were made here and are brought in again: their items are known by their ids.
  const made = await college.add('frameworks', { number: 'OWN', name: '自建等级' })
  const one = await college.add('framework-items', { framework: made, number: 'L1', statement: '一级' })
  const again = await importOf({
    CFDocument: { identifier: id(400), title: '又一对照' },
    CFItems: [{ identifier: id(401), fullStatement: '初级焊工' }],
    CFAssociations: [
      {
        identifier: id(411),
        associationType: 'hasSkillLevel',
        originNodeURI: node(401),
        destinationNodeURI: { title: '一级', identifier: one, uri: `https://bank.example/${one}` },
      },
    ],
  })
  const [known] = (await run((tx) => showTree(db.engine, tx, office, again.id))).items
  expect((await run((tx) => showItem(db.engine, tx, office, known!.id))).links[0]).toMatchObject({ to: { item: one } })
  // Drafts are nobody's business outside.
  expect((await get(`/CFPackages/${id(100)}`)).status).toBe(404)
})

it('writes nothing of a package with errors, and nothing for those who may not', async () => {
  const wrong = {
    ...welding,
    CFDocument: { ...welding.CFDocument, identifier: id(300) },
    CFItems: [item(1, 'a', 'x'), item(1, 'b', 'y')],
  }
  const before = (await run((tx) => listFrameworks(db.engine, tx, office))).rows.length
  const text = await refused(importOf(wrong))
  expect(text).toContain(`CFItems[1].identifier：标识符 ${id(1)} 与 CFItems[0] 重复`)
  expect((await run((tx) => listFrameworks(db.engine, tx, office))).rows).toHaveLength(before)
  const student = await college.actor(['student', college.east])
  expect(await refused(run((tx) => previewCase(db.engine, tx, student, file(welding))))).toContain('导入框架')
  expect(
    await refused(run((tx) => previewCase(db.engine, tx, asSystem(college.id, 'test'), Buffer.alloc(65 * 1_048_576)))),
  ).toContain('最大 64 MB')
})

it('answers other systems as CASE 1.1 says', async () => {
  expect((await get('/CFDocuments')).body['CFDocuments']).toEqual([welding.CFDocument])
  expect((await get('/CFDocuments?fields=title&limit=1')).body['CFDocuments']).toEqual([{ title: '焊接能力标准' }])
  expect((await get(`/CFDocuments/${id(0)}`)).body).toEqual(welding.CFDocument)
  const CFDocumentURI = { identifier: id(0), title: '焊接能力标准' }
  expect((await get(`/CFItems/${id(4)}`)).body).toMatchObject({ ...welding.CFItems[3], CFDocumentURI })
  const { CFItem, CFAssociations } = (await get(`/CFItemAssociations/${id(2)}`)).body
  expect(CFItem).toMatchObject({ identifier: id(2) })
  expect((CFAssociations as { identifier: string }[]).map(({ identifier }) => identifier).toSorted()).toEqual([
    id(12),
    id(14),
  ])
  for (const n of [12, 15])
    expect((await get(`/CFAssociations/${id(n)}`)).body).toMatchObject({ identifier: id(n), CFDocumentURI })
  expect((await get(`/CFSubjects/${id(50)}`)).body).toEqual({ CFSubjects: [welding.CFDefinitions.CFSubjects[0]] })
  const missing = await get(`/CFItems/${id(77)}`)
  expect(missing.status).toBe(404)
  expect(missing.body).toMatchObject({ imsx_codeMajor: 'failure' })
  expect((await get('/CFItems/%00')).status).toBeLessThan(500)
})
