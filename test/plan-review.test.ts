import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { declarations } from '../catalogue/index.gen.ts'
import { createAccount } from '../src/engine/access/accounts.ts'
import { asSystem } from '../src/engine/access/actor.ts'
import { act } from '../src/engine/records/act.ts'
import type { FileRef } from '../src/language/fields.ts'
import { assembleCatalogue } from '../src/language/catalogue.ts'
import type { WireError, WireRecord } from '../src/language/wire.ts'
import { packageJob } from '../src/modules/plan/jobs-proof.ts'
import type { WirePackage, WireProof } from '../src/modules/plan/wire-proof.ts'
import type { WireAssignedProof, WireMyScoring, WireScoreSheet } from '../src/modules/scoring/wire.ts'
import { createApp } from '../src/server/app.ts'
import { guardList } from '../src/server/guard-list.ts'
import { readSettings } from '../src/server/settings.ts'
import { makeTestCollege, type TestCollege } from '../src/testing/actors.ts'
import { openTestDatabase, type TestDatabase } from '../src/testing/database.ts'
import { type TestBrowser, testBrowser } from '../src/testing/sign-in-app.ts'

/** From a claim without proof to an expert's mark, over HTTP as the screens go. */

const PASSWORD = '借出的工具都要归还'.repeat(2)
const CONTENT = '验收结论：合格'
let db: TestDatabase
let app: FastifyInstance
let college: TestCollege
const people = new Map<string, TestBrowser>()
const ids: Record<string, string> = {}

beforeAll(async () => {
  db = await openTestDatabase(assembleCatalogue(declarations), guardList)
  app = await createApp({
    engine: db.engine,
    settings: readSettings({ DATA_DIR: db.engine.filesDir, LOG_LEVEL: 'silent', SECURE_COOKIES: '0' }),
  })
  college = await makeTestCollege(db.engine, 'review')
  const quality = { code: 'q', name: '质量处', kind: 'office', parent: college.root, office: 'quality' }
  await college.add('units', quality)
  const dates = { from: '2023-01-01', to: '2023-12-31' }
  const plan = { code: 'p1', name: '计划', kind: 'college', asOf: '2023-12-31', ...dates }
  ids['plan'] = await college.add('plans', plan)
  const level = { code: 'L', plan: ids['plan'], kind: 'school', name: '学校', weight: '100' }
  ids['level'] = await college.add('plan-levels', level)
  ids['person'] = await college.person('张示教', college.east)
  ids['outsider'] = await college.add('people', { number: 'X1', name: '吴示评', kind: 'external' })
  const place = { plan: ids['plan'], level: ids['level'], unit: college.east, owner: ids['person'], ...dates }
  const task = (number: string, kind: string, parent: string | null) =>
    college.add('plan-tasks', { number, name: number, kind, parent, ...place })
  ids['board'] = await task('B1', 'board', null)
  ids['leaf'] = await task('B1-1', 'leaf', ids['board'])
  ids['other'] = await task('B2', 'board', null)
  const report = {
    task: ids['leaf'],
    unit: college.east,
    filledBy: ids['person'],
    month: '2023-11',
    percent: 100,
    done: '完成',
  }
  const filled = await college.add('task-progress', report)
  const system = asSystem(college.id, 'test')
  for (const action of ['submit', 'review', 'approve'])
    await db.database.inCollege(college.id, (tx) =>
      act(db.engine, tx, system, { register: 'task-progress', id: filled, action }),
    )
  await account('teacher', 'teacher', college.east, ids['person'])
  await account('filler', 'unit-filler', college.east)
  await account('quality', 'quality-office', college.root)
  await account('expert', 'scoring-expert', college.root, ids['outsider'])
})
afterAll(async () => {
  await app.close()
  await db.close()
})

async function account(name: string, role: string, unitId: string, personId?: string): Promise<void> {
  await db.database.inCollege(college.id, (tx) =>
    createAccount(db.engine, tx, asSystem(college.id, 'test'), {
      name,
      password: PASSWORD,
      assignments: [{ role, unitId }],
      ...(personId ? { personId } : {}),
    }),
  )
  const browser = testBrowser(app)
  const { status } = await browser.call('POST', '/api/session', { name, password: PASSWORD })
  expect([name, status]).toEqual([name, 200])
  people.set(name, browser)
}

const as = (name: string) => people.get(name)!
async function does<T>(name: string, method: 'GET' | 'POST' | 'PATCH', url: string, body?: object): Promise<T> {
  const answer = await as(name).call<T>(method, url, body)
  expect([url, answer.status, answer.status < 300 ? '' : answer.body]).toEqual([url, expect.any(Number), ''])
  return answer.body
}
const refused = async (name: string, method: 'GET' | 'POST', url: string, body?: object) => {
  const { status, body: said } = await as(name).call<WireError>(method, url, body)
  return [status, said.error.message.zh] as const
}
async function send(name: string, file: string, content: string): Promise<FileRef> {
  const boundary = 'a-boundary'
  const answer = await app.inject({
    method: 'POST',
    url: '/api/files',
    headers: {
      cookie: as(name).cookie,
      'x-csrf': as(name).csrf,
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload: `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file}"\r\ncontent-type: application/pdf\r\n\r\n${content}\r\n--${boundary}--\r\n`,
  })
  expect(answer.statusCode).toBe(201)
  return answer.json<FileRef>()
}
const fetched = (name: string, url: string) => app.inject({ method: 'GET', url, headers: { cookie: as(name).cookie } })
const gaps = () => does<WireProof>('quality', 'GET', '/api/plans/p1/gaps')

it('a gap is told to the owner, who files the proof; approved, it closes the gap', async () => {
  expect((await gaps()).gaps.map(({ kind, task }) => [kind, task.number])).toEqual([['task-unproven', 'B1-1']])
  expect(await refused('filler', 'POST', '/api/plans/p1/gaps/tell', {})).toEqual([
    403,
    expect.stringContaining('催办佐证'),
  ])
  expect(await does('quality', 'POST', '/api/plans/p1/gaps/tell', {})).toEqual({ told: 1, withoutAccount: 0 })
  const { rows } = await does<{ rows: { text: { zh: string } }[] }>('teacher', 'GET', '/api/notices')
  expect(rows[0]!.text.zh).toContain('1 处缺佐证，例如 B1-1')
  const file = await send('teacher', '验收.pdf', CONTENT)
  const values = {
    number: 'ZL-1',
    name: '验收结论',
    task: ids['leaf'],
    unit: college.east,
    proves: 'progress',
    kind: 'file',
    files: [file],
    collectedOn: '2023-11-30',
    collectedBy: ids['person'],
  }
  const filed = await does<WireRecord>('teacher', 'POST', '/api/registers/plan-evidence', { values })
  const at = `/api/registers/plan-evidence/${filed.id}/actions`
  await does('teacher', 'POST', `${at}/submit`, { version: 1 })
  expect((await gaps()).counts['task-unproven']).toBe(1)
  await does('quality', 'POST', `${at}/approve`, { version: 2 })
  const { counts } = await gaps()
  expect([counts['task-unproven'], counts['file-not-scanned']]).toEqual([0, 1])
})

it('a package is made in the background, fetched by whoever may see all of it, and can be cancelled', async () => {
  const path = '/api/plans/p1/packages'
  expect((await refused('filler', 'POST', path, {}))[0]).toBe(403)
  const { id } = await does<{ id: string }>('quality', 'POST', path, {})
  const [waiting] = await does<WirePackage[]>('quality', 'GET', path)
  expect(waiting).toMatchObject({ id, state: 'waiting' })
  expect((await refused('quality', 'GET', `/api/plan-packages/${id}/file`))[0]).toBe(409)
  const run = (name: string) =>
    packageJob.run({
      engine: db.engine,
      college: college.id,
      data: { package: name },
      signal: new AbortController().signal,
      log: { error() {}, warn() {} },
      progress: async () => {},
    })
  expect(await run(id)).toEqual({ files: 1, problems: 0 })
  const [ready] = await does<WirePackage[]>('quality', 'GET', path)
  expect(ready).toMatchObject({ id, state: 'ready', files: 1, problems: 0 })
  const archive = await fetched('quality', `/api/plan-packages/${id}/file`)
  expect(archive.headers['content-type']).toBe('application/zip')
  expect(createHash('sha256').update(archive.rawPayload).digest('hex')).toBe(ready!.digest)
  expect((await fetched('filler', `/api/plan-packages/${id}/file`)).statusCode).toBe(404)
  const { id: second } = await does<{ id: string }>('quality', 'POST', path, {})
  expect((await refused('filler', 'POST', `/api/plan-packages/${second}/cancel`, {}))[0]).toBe(403)
  await does('quality', 'POST', `/api/plan-packages/${second}/cancel`, {})
  // The run that had begun finds out, and leaves nothing behind.
  expect(await run(second)).toEqual({ files: 0, problems: 0 })
  expect((await refused('quality', 'POST', `/api/plan-packages/${second}/cancel`, {}))[0]).toBe(409)
})

it('an expert declares, sees the evidence assigned, opens its files, and marks', async () => {
  const asked = {
    scheme: 'double-high',
    round: 'experts',
    unit: college.root,
    plan: ids['plan'],
    scorer: ids['outsider'],
  }
  const sheet = await does<WireScoreSheet>('quality', 'POST', '/api/scoring/sheets', asked)
  const values = { number: 'A1', expert: ids['outsider'], sheet: sheet.id, plan: ids['plan'], task: ids['board'] }
  const assigned = await does<WireRecord>('quality', 'POST', '/api/registers/expert-assignments', { values })
  const path = `/api/scoring/sheets/${sheet.id}`
  for (const at of [path, `${path}/proof`])
    expect(await refused('expert', 'GET', at)).toEqual([409, expect.stringContaining('声明没有利害关系')])
  expect(await does<WireMyScoring>('expert', 'GET', '/api/scoring/mine')).toMatchObject({
    canMake: false,
    canArrange: false,
    assignments: [{ id: assigned.id, plan: '计划' }],
  })
  await does('expert', 'POST', `/api/scoring/assignments/${assigned.id}/accept`, { version: 1 })
  const proof = await does<WireAssignedProof>('expert', 'GET', `${path}/proof`)
  expect(proof.files.map(({ task, what, name }) => [task, what, name])).toEqual([['B1-1', '验收结论', '验收.pdf']])
  const [file] = proof.files
  const opened = await fetched('expert', `${path}/proof/${file!.sha256}`)
  expect(opened.body).toBe(CONTENT)
  // The same file by its hash, and what was not assigned, stay closed.
  expect((await fetched('expert', `/api/files/${file!.sha256}`)).statusCode).toBeGreaterThanOrEqual(400)
  expect((await fetched('expert', `${path}/proof/${'0'.repeat(64)}`)).statusCode).toBe(404)
  expect((await fetched('filler', `${path}/proof`)).statusCode).toBe(404)
  for (const closed of ['/api/plans/p1/gaps', '/api/registers/plan-evidence', '/api/registers/plan-results'])
    expect((await fetched('expert', closed)).statusCode).toBe(403)
  const entries = ['school', 'group'].flatMap((level) =>
    ['contribution', 'mechanism'].map((item) => ({
      level,
      item,
      value: { scores: [{ expert: '吴示评', score: '91' }] },
    })),
  )
  await does('expert', 'POST', `${path}/entries`, { entries })
  const submitted = await does<WireScoreSheet>('expert', 'POST', `${path}/submit`, { version: 1 })
  expect(submitted).toMatchObject({ state: 'submitted', isFrozen: true, can: { fill: false, steps: [] } })
})
