import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { declarations } from '../catalogue/index.gen.ts'
import { createAccount } from '../src/engine/access/accounts.ts'
import { asSystem } from '../src/engine/access/actor.ts'
import { act } from '../src/engine/records/act.ts'
import { createMany } from '../src/engine/records/write-many.ts'
import type { FileRef } from '../src/language/fields.ts'
import { assembleCatalogue } from '../src/language/catalogue.ts'
import type { WireError, WireRecord } from '../src/language/wire.ts'
import type {
  WireCircular,
  WireClaimChoices,
  WireClaims,
  WireInvoiceReading,
  WireLastReconciliation,
  WireMoneyAlert,
  WireSpending,
} from '../src/modules/plan/wire-money.ts'
import { createApp } from '../src/server/app.ts'
import { guardList } from '../src/server/guard-list.ts'
import { readSettings } from '../src/server/settings.ts'
import { makeTestCollege, type TestCollege } from '../src/testing/actors.ts'
import { openTestDatabase, type TestDatabase } from '../src/testing/database.ts'
import { type TestBrowser, testBrowser } from '../src/testing/sign-in-app.ts'

/** A claim over HTTP, as the screens go: its invoice read from a file, decided on by three, paid, told and reconciled. */

const PASSWORD = '借出的工具都要归还'.repeat(2)
const YEAR = 2024
let db: TestDatabase
let app: FastifyInstance
let college: TestCollege
let office: string
const people = new Map<string, TestBrowser>()
const ids: Record<string, string> = {}

beforeAll(async () => {
  db = await openTestDatabase(assembleCatalogue(declarations), guardList)
  app = await createApp({
    engine: db.engine,
    settings: readSettings({ DATA_DIR: db.engine.filesDir, LOG_LEVEL: 'silent', SECURE_COOKIES: '0' }),
  })
  college = await makeTestCollege(db.engine, 'claims')
  const unit = (code: string, duty: string) =>
    college.add('units', { code, name: code, kind: 'office', parent: college.root, office: duty })
  office = await unit('finance', 'finance')
  await unit('quality', 'quality')
  const plan = await college.add('plans', {
    code: 'p1',
    name: '计划',
    kind: 'college',
    from: '2024-01-01',
    to: '2024-12-31',
    asOf: '2024-12-31',
  })
  const level = await college.add('plan-levels', { code: 'L', plan, kind: 'school', name: '学校', weight: '100' })
  const task = (number: string, kind: string, parent: string | null) =>
    college.add('plan-tasks', {
      number,
      name: number,
      plan,
      level,
      kind,
      parent,
      unit: college.east,
      owner: ids['person'],
      from: '2024-01-01',
      to: '2024-12-31',
    })
  ids['person'] = await college.person('张示教', college.east)
  ids['board'] = await task('B1', 'board', null)
  ids['task'] = await task('B1-1', 'task', ids['board'])
  ids['leaf'] = await task('B1-1-1', 'leaf', ids['task'])
  const place = { task: ids['task'], unit: college.east }
  await made('plan-budgets', { number: 'B', ...place, year: YEAR, source: 'own', kind: 'budget', amount: '1000' })
  await made('plan-targets', {
    ...place,
    name: '成果',
    year: YEAR,
    direction: 'up',
    measuredIn: '项',
    target: '100',
    actual: '40',
  })
  await account('teacher', 'teacher', college.east, ids['person'])
  await account('head', 'unit-head', college.east)
  await account('finance', 'reviewer', office)
  await account('quality', 'quality-office', college.root)
})
afterAll(async () => {
  await app.close()
  await db.close()
})

const made = (register: string, values: Record<string, unknown>) =>
  db.database.inCollege(college.id, (tx) =>
    createMany(db.engine, tx, asSystem(college.id, 'test'), register, [
      { values, state: db.engine.catalogue.registers.get(register)!.lifecycle ? 'approved' : 'active' },
    ]),
  )

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
    payload: `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file}"\r\ncontent-type: text/xml\r\n\r\n${content}\r\n--${boundary}--\r\n`,
  })
  expect(answer.statusCode).toBe(201)
  return answer.json<FileRef>()
}
const INVOICE =
  '<EInvoice><EIid>24312000000012345678</EIid><SellerName>示例公司</SellerName><TotalTax-includedAmount>950.00</TotalTax-includedAmount><IssueTime>2024-05-06</IssueTime></EInvoice>'
const claimValues = () => ({
  task: ids['leaf'],
  unit: college.east,
  year: YEAR,
  source: 'own',
  kind: 'purchase',
  amount: '950',
  purpose: '软件采购',
  payee: '示例公司',
})

it('is filed with its invoice, held, decided on, paid, told and reconciled; its invoice is used up', async () => {
  const choices = await does<WireClaimChoices>('teacher', 'GET', '/api/plans/p1/claim-choices')
  expect(choices.tasks.map(({ number }) => number)).toEqual(['B1-1', 'B1-1-1'])
  const room = `/api/plan-money/room?task=${ids['leaf']}&year=${YEAR}&source=own`
  expect(await does('teacher', 'GET', room)).toMatchObject({ holder: 'B1-1', room: '1000.00' })
  const file = await send('teacher', 'invoice.xml', INVOICE)
  const read = await does<WireInvoiceReading>('teacher', 'POST', '/api/plan-money/invoices/read', {
    sha256: file.sha256,
  })
  expect(read).toMatchObject({
    number: '24312000000012345678',
    amount: '950.00',
    seller: '示例公司',
    issuedOn: '2024-05-06',
    kind: 'digital',
    used: null,
    notes: [],
  })
  const { number, amount, seller, issuedOn, kind } = read
  const invoice = { number, amount, seller, issuedOn, kind, file: [file] }
  const claim = await does<WireRecord>('teacher', 'POST', '/api/plan-money/claims', {
    values: claimValues(),
    invoices: [invoice],
    submit: true,
  })
  expect(claim).toMatchObject({
    state: 'submitted',
    values: { number: expect.stringMatching(/^C\d{8}-001$/), claimant: ids['person'] },
  })

  // The same invoice under another name: said when it is read, refused when it is sent; nothing is left of the attempt.
  const renamed = await send('teacher', 'another.xml', INVOICE)
  const again = await does<WireInvoiceReading>('teacher', 'POST', '/api/plan-money/invoices/read', {
    sha256: renamed.sha256,
  })
  expect(again.used!.zh).toContain('已用于报账')
  const refused = await as('teacher').call<WireError>('POST', '/api/plan-money/claims', {
    values: { ...claimValues(), amount: '10' },
    invoices: [{ ...invoice, number: '２４３１ ２０００ ００００ １２３４ ５６７８', file: [renamed] }],
    submit: false,
  })
  expect(refused.status).toBe(422)
  expect(refused.body.error.problems![0]!.field).toMatch(/^invoices\.0\./)

  const steps = async (name: string) => (await does<WireClaims>(name, 'GET', '/api/plans/p1/claims')).claims
  expect((await steps('teacher')).map(({ record }) => record.can.actions.map((action) => action.name))).toEqual([
    ['withdraw', 'cancel'],
  ])
  const take = async (name: string, action: string) => {
    const [open] = await steps(name)
    expect(open!.record.can.actions.map((one) => one.name)).toContain(action)
    return does<WireRecord>(name, 'POST', `/api/registers/plan-claims/${claim.id}/actions/${action}`, {
      version: open!.record.version,
    })
  }
  expect((await steps('head'))[0]!.invoices).toMatchObject([
    { number: '24312000000012345678', file: { name: 'invoice.xml' } },
  ])
  await take('head', 'review')
  const agreed = await take('finance', 'approve')
  const address = `/api/registers/plan-claims/${claim.id}`
  await does('finance', 'PATCH', address, { version: agreed.version, values: { paidOn: '2024-06-07' } })
  await take('finance', 'pay')

  const money = await does<WireSpending>('quality', 'GET', '/api/plans/p1/money')
  expect(money.total).toMatchObject({ budget: '1000.00', held: '0.00', spent: '950.00', room: '50.00' })
  expect(money.canClaim).toBe(false)
  const circular = await does<WireCircular>('quality', 'GET', '/api/plans/p1/circular?month=2024-06')
  expect(circular.lines).toMatchObject([{ spentInMonth: '950.00', rank: 1 }])
  expect(await does('quality', 'POST', '/api/plans/p1/circular/send', { month: '2024-06' })).toEqual({ sent: 1 })
  expect(await does('quality', 'POST', '/api/plans/p1/circular/send', { month: '2024-06' })).toEqual({ sent: 0 })
  const notices = await does<{ rows: { text: { zh: string } }[] }>('head', 'GET', '/api/notices')
  expect(notices.rows[0]!.text.zh).toMatch(
    /2024-06 资金通报：.*支出 950\.00 元（本月 950\.00 元）.*资金使用率（按预算） 95\.00%.*排名 1\/1/,
  )
  const word = await app.inject({
    url: '/api/plans/p1/circular.docx?month=2024-06',
    headers: { cookie: as('quality').cookie },
  })
  expect([word.statusCode, word.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK'])

  const found = await does<WireLastReconciliation>('finance', 'POST', '/api/plan-money/reconciliation', { post: false })
  expect(found.last).toMatchObject({ unequal: 0, records: 0 })
  expect((await as('head').call('POST', '/api/plan-money/reconciliation', { post: true })).status).toBe(403)
}, 60_000)

it('whose money runs ahead of the goal gives an alert, and a correction is closed only when that is gone', async () => {
  const [alert] = await does<WireMoneyAlert[]>('quality', 'GET', '/api/plans/p1/money-alerts')
  expect(alert).toMatchObject({
    alert: 'money-ahead-of-goal',
    colour: 'red',
    reason: { zh: '资金已用 95.00%（≥ 90%），目标达成 40.00%（≤ 40%）' },
    correction: null,
  })
  const order = await does<WireRecord>('quality', 'POST', '/api/registers/plan-corrections', {
    values: {
      number: 'Z1',
      task: alert!.task.id,
      unit: college.east,
      alert: alert!.alert,
      wrong: '目标滞后',
      wanted: '补齐',
      dueOn: '2025-01-31',
    },
  })
  const path = `/api/registers/plan-corrections/${order.id}`
  const open = await does<WireRecord>('quality', 'POST', `${path}/actions/issue`, { version: order.version })
  const early = await as('head').call<WireError>('POST', `${path}/actions/report`, { version: open.version })
  expect(early.body.error.problems![0]!.message.zh).toBe('请先填写整改结果')
  const filled = await does<WireRecord>('head', 'PATCH', path, {
    version: open.version,
    values: { done: '已补齐' },
    comment: '整改',
  })
  const reported = await does<WireRecord>('head', 'POST', `${path}/actions/report`, { version: filled.version })
  const close = () =>
    as('quality').call<WireError>('POST', `${path}/actions/close`, { version: reported.version, comment: '核查' })
  const standing = await close()
  expect(standing.body.error.problems![0]!.message.zh).toContain('预警尚未解除，不能销号：资金已用 95.00%')
  expect((await does<WireMoneyAlert[]>('quality', 'GET', '/api/plans/p1/money-alerts'))[0]!.correction).toMatchObject({
    number: 'Z1',
    state: 'rectified',
  })
  const targets = await does<{ rows: WireRecord[] }>('quality', 'GET', '/api/registers/plan-targets')
  await does('quality', 'PATCH', `/api/registers/plan-targets/${targets.rows[0]!.id}`, {
    version: 1,
    values: { actual: '90' },
    comment: '核实',
  })
  expect((await close()).status).toBe(200)
})

it('is looked back on each quarter; a ledger that lost something is found out and mended', async () => {
  const quarter = { year: YEAR, quarter: 4 }
  expect(await does('quality', 'POST', '/api/plans/p1/quarterly-reviews', quarter)).toEqual({ made: 1, kept: 0 })
  expect(await does('quality', 'POST', '/api/plans/p1/quarterly-reviews', quarter)).toEqual({ made: 0, kept: 1 })
  const reviews = await does<{ rows: WireRecord[] }>('quality', 'GET', '/api/registers/plan-quarterly-reviews')
  expect(reviews.rows[0]!.values).toMatchObject({
    spent: '950.00',
    used: '95.00',
    achieved: '90.00',
    conclusion: 'watch',
    // Nothing has arrived.
    opinion: expect.stringContaining('B1 时间已过 100.00%（≥ 50%），资金到位 0.00%（≤ 60%）'),
  })

  // A budget that came in past the guards, as from an older version.
  await db.database.inCollege(college.id, async (tx) => {
    const place = { task: ids['task'], unit: college.east, year: YEAR, source: 'own', kind: 'budget' }
    const silent = { ...db.engine, guards: [] }
    const kept = await act(silent, tx, asSystem(college.id, 'test'), {
      register: 'plan-budgets',
      action: 'create',
      values: { number: 'OLD', ...place, amount: '5' },
    })
    for (const [i, action] of ['submit', 'approve'].entries())
      await act(silent, tx, asSystem(college.id, 'test'), {
        register: 'plan-budgets',
        id: kept.id,
        version: i + 1,
        action,
      })
  })
  const path = '/api/plan-money/reconciliation'
  const found = await does<WireLastReconciliation>('finance', 'POST', path, { post: false })
  expect(found.last).toMatchObject({ unequal: 2, records: 1 })
  expect(found.last!.differences.map(({ voucher, inRegister, inLedger }) => [voucher, inRegister, inLedger])).toEqual([
    ['OLD', '5.00', '0.00'],
    ['OLD', '-5.00', '0.00'],
  ])
  const told = await does<{ rows: { kind: string }[] }>('finance', 'GET', '/api/notices')
  expect(told.rows[0]!.kind).toBe('ledger-differs')
  const mended = await does<WireLastReconciliation>('finance', 'POST', path, { post: true })
  expect(mended.last).toMatchObject({ unequal: 0, records: 0, differences: [] })
}, 30_000)
