import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Tx } from '../../database/connection.ts'
import { makeTestCollege, type TestCollege } from '../../testing/actors.ts'
import { openTestDatabase, type TestDatabase } from '../../testing/database.ts'
import { reportingCatalogue } from '../../testing/reporting-college.ts'
import type { Actor } from '../access/actor.ts'
import { act } from '../records/act.ts'
import { Refusal } from '../refusal.ts'
import { checkStandardsJob } from './check-job.ts'
import { faultsOwed } from './faults-owed.ts'
import { actOnFaults, listFaults } from './faults.ts'
import { describeColumns, listStandardTables } from './list-tables.ts'

let db: TestDatabase
let college: TestCollege
let keeper: Actor
let clerk: Actor
let eastTool: string

const inCollege = <T>(work: (tx: Tx) => Promise<T>) => db.database.inCollege(college.id, work)
const check = () =>
  checkStandardsJob.run({
    engine: db.engine,
    college: college.id,
    data: {},
    signal: new AbortController().signal,
    log: { error: () => {}, warn: () => {} },
    progress: async () => {},
  })
const open = (actor: Actor, more = {}) =>
  inCollege(async (tx) => (await listFaults(db.engine, tx, actor, { standard: 'inspectorate', ...more })).rows)
const tables = () => inCollege((tx) => listStandardTables(db.engine, tx, keeper, 'inspectorate'))

beforeAll(async () => {
  db = await openTestDatabase(reportingCatalogue())
  college = await makeTestCollege(db.engine, 'faults')
  keeper = await college.actor(['keeper', college.root])
  clerk = await college.actor(['clerk', college.east])
  const tool = { kind: 'power', pieces: 1 }
  eastTool = await college.add('tools', { ...tool, number: 'T-100001', name: '钻', workshop: college.east })
  await college.add('tools', { ...tool, number: 'T-100002-long', name: '刨', weight: '9.00', workshop: college.west })
  await inCollege((tx) => tx.run(sql`UPDATE records.tools SET state = 'kept' WHERE college_id = ${college.id}`))
})
afterAll(() => db.close())

it('a check keeps what it finds: each person sees the faults of the records they reach', async () => {
  expect(await check()).toEqual({ tables: 3, rows: 2, faults: 2 })
  expect((await open(keeper)).map((f) => [f.title, f.columnLabel, f.kind])).toEqual(
    expect.arrayContaining([
      ['钻', '重量', 'needs'],
      ['刨', '工具号', 'length'],
    ]),
  )
  expect((await open(clerk)).map((f) => f.title)).toEqual(['钻'])
  expect(await open(await college.actor(['writer', college.root]))).toEqual([])
  const [first] = await tables()
  expect(first).toMatchObject({ name: 'ODS_TOOL', open: 2, check: { rows: 2, valid: 0, score: '0.00' }, overdue: true })
})

it('pages through faults without losing one', async () => {
  const page = await inCollege((tx) => listFaults(db.engine, tx, keeper, { standard: 'inspectorate', limit: 1 }))
  const rest = await open(keeper, { after: page.next! })
  expect([...page.rows, ...rest]).toHaveLength(2)
})

it('faults are assigned with a notice, waived with a reason, and mended by mending the record', async () => {
  const [fault] = (await open(keeper)).filter((f) => f.kind === 'needs')
  const [other] = (await open(keeper)).filter((f) => f.kind === 'length')
  await inCollege((tx) =>
    tx.run(sql`INSERT INTO accounts (college_id, id, name, display_name, created_at)
      VALUES (${college.id}, ${clerk.accountId}, 'clerk', '文员', now())`),
  )
  const assign = { do: 'assign', to: clerk.accountId, dueOn: '2023-12-01' } as const
  await expect(inCollege((tx) => actOnFaults(db.engine, tx, clerk, [fault!.id], assign))).rejects.toThrow(Refusal)
  expect(await inCollege((tx) => actOnFaults(db.engine, tx, keeper, [fault!.id], assign))).toEqual({ changed: 1 })
  expect(await open(clerk, { assignee: clerk.accountId })).toEqual([
    expect.objectContaining({ dueOn: '2023-12-01', assignee: { id: clerk.accountId, name: '文员' } }),
  ])
  expect(await inCollege((tx) => faultsOwed(db.engine, tx, clerk))).toEqual({
    count: 1,
    more: false,
    dueOn: '2023-12-01',
  })
  const notices = await inCollege((tx) =>
    tx.run(sql`SELECT 1 FROM notices WHERE college_id = ${college.id} AND account_id = ${clerk.accountId}`),
  )
  expect(notices).toHaveLength(1)

  const waive = (reason: string) =>
    inCollege((tx) => actOnFaults(db.engine, tx, keeper, [other!.id], { do: 'waive', reason }))
  await expect(waive(' ')).rejects.toThrow(Refusal)
  await waive('编号规则待上级调整')
  expect(await open(keeper, { state: 'waived' })).toEqual([expect.objectContaining({ id: other!.id })])

  await inCollege((tx) =>
    act(db.engine, tx, keeper, {
      register: 'tools',
      id: eastTool,
      action: 'update',
      version: 1,
      values: { weight: '3.00' },
      comment: '称过',
    }),
  )
  await check()
  expect(await open(keeper)).toEqual([])
  expect(await open(keeper, { state: 'mended' })).toEqual([expect.objectContaining({ id: fault!.id })])
  // What was waived stays waived when it is seen again.
  expect(await open(keeper, { state: 'waived' })).toHaveLength(1)
  expect((await tables())[0]).toMatchObject({ open: 0, check: { valid: 1, score: '50.00' } })
})

it('tells nobody a value that comes from a record out of their reach', async () => {
  const member = await college.actor(['member', college.east])
  const [long] = await inCollege((tx) =>
    tx.run<{ id: string }>(
      sql`SELECT id FROM records.tools WHERE college_id = ${college.id} AND number = 'T-100002-long'`,
    ),
  )
  await inCollege((tx) =>
    act(db.engine, tx, member, {
      register: 'loans',
      action: 'create',
      values: { number: `J${'0'.repeat(20)}`, tool: long!.id, lentOn: '2023-09-01' },
    }),
  )
  await check()
  const ofLoans = async (actor: Actor) =>
    (await open(actor, { table: 'ODS_LOAN' })).map((f) => `${f.column} ${f.kind} ${f.message.zh}`).toSorted()
  const [tool, slip] = await ofLoans(keeper)
  expect(tool).toMatch(/^GJH length/)
  expect(slip).toMatch(/^JTH length/)
  // The loan is the member's own, and none of the tools are.
  expect(await ofLoans(member)).toEqual([slip])
  expect(await ofLoans(clerk)).toEqual([])
})

it('says in words where each value comes from', () => {
  const columns = describeColumns(db.engine, db.engine.catalogue.standardTables.get('ODS_LOAN')!)
  expect(columns.map((c) => c.source.zh)).toEqual([
    '系统生成的唯一标识',
    '借条号',
    '工具 › 编号',
    '工具 › 车间 › 单位名称',
    '借出日期',
    '归还日期',
    '期间',
    '损坏',
    '固定为“01”',
  ])
})
