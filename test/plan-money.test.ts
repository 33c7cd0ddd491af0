import { Readable } from 'node:stream'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { declarations } from '../catalogue/index.gen.ts'
import type { Tx } from '../src/database/connection.ts'
import { type Actor, asSystem } from '../src/engine/access/actor.ts'
import { keepFile } from '../src/engine/files/store.ts'
import { act } from '../src/engine/records/act.ts'
import type { Values } from '../src/engine/records/stored.ts'
import { createMany } from '../src/engine/records/write-many.ts'
import { Refusal } from '../src/engine/refusal.ts'
import { assembleCatalogue } from '../src/language/catalogue.ts'
import type { WireRecord } from '../src/language/wire.ts'
import { differences } from '../src/modules/plan/inside/spending/settle.ts'
import { roomOf } from '../src/modules/plan/inside/spending/room.ts'
import { guardList } from '../src/server/guard-list.ts'
import { makeTestCollege, type TestCollege } from '../src/testing/actors.ts'
import { openTestDatabase, type TestDatabase } from '../src/testing/database.ts'

/** Money of a plan from the claim to the payment and back: what is allowed, what is refused, and the ledger beneath. */

const YEAR = 2024
let db: TestDatabase
let college: TestCollege
let system: Actor
let teacher: Actor
let head: Actor
let finance: Actor
let leader: Actor
/** Ids: a task with a budget of 1,000 yuan of its own funds, an open leaf below it, and one that is finished. */
let task: string
let leaf: string
let finished: string

beforeAll(async () => {
  db = await openTestDatabase(assembleCatalogue(declarations), guardList)
})
afterAll(() => db.close())

beforeEach(async () => {
  college = await makeTestCollege(db.engine, `m-${Math.random().toString(36).slice(2, 12)}`)
  system = asSystem(college.id, 'test')
  const office = await college.add('units', {
    code: 'fin',
    name: '财务处',
    kind: 'office',
    parent: college.root,
    office: 'finance',
  })
  await college.add('units', { code: 'q', name: '质量处', kind: 'office', parent: college.root, office: 'quality' })
  teacher = {
    ...(await college.actor(['teacher', college.east])),
    personId: await college.person('张示教', college.east),
  }
  head = await college.actor(['unit-head', college.east])
  finance = await college.actor(['reviewer', office])
  leader = await college.actor(['college-leader', college.root])
  const plan = await college.add('plans', {
    code: 'p1',
    name: '计划',
    kind: 'college',
    from: '2024-01-01',
    to: '2025-12-31',
  })
  const level = await college.add('plan-levels', { code: 'L', plan, kind: 'school', name: '学校', weight: '100' })
  const add = (number: string, kind: string, parent: string | null) =>
    college.add('plan-tasks', {
      number,
      name: number,
      plan,
      level,
      kind,
      parent,
      unit: college.east,
      from: '2024-01-01',
      to: '2025-12-31',
    })
  const board = await add('B1', 'board', null)
  task = await add('B1-1', 'task', board)
  leaf = await add('B1-1-1', 'leaf', task)
  finished = await add('B1-1-2', 'leaf', task)
  await made('task-progress', { task: finished, unit: college.east, month: '2024-03', percent: 100, done: '完成' })
  await made('plan-budgets', { number: 'B', ...cell(), kind: 'budget', amount: '1000' })
})

const cell = () => ({ task, unit: college.east, year: YEAR, source: 'own' })
const inCollege = <T>(work: (tx: Tx) => Promise<T>) => db.database.inCollege(college.id, work)
/** As the system keeps what happened elsewhere: counted at once. */
const made = (register: string, values: Values, state = 'approved') =>
  inCollege((tx) => createMany(db.engine, tx, system, register, [{ values, state }]))
const create = (actor: Actor, register: string, values: Values) =>
  inCollege((tx) => act(db.engine, tx, actor, { register, action: 'create', values }))
const step = (actor: Actor, record: WireRecord, action: string, values?: Values, register = 'plan-claims') =>
  inCollege((tx) =>
    act(db.engine, tx, actor, {
      register,
      id: record.id,
      version: record.version,
      action,
      comment: '测试',
      ...(values ? { values } : {}),
    }),
  )
let serial = 0
const claimOf = (more: Values = {}): Values => ({
  number: `C-${++serial}`,
  ...cell(),
  task: leaf,
  claimant: teacher.personId,
  kind: 'labour',
  amount: '100',
  purpose: '专家咨询',
  payee: '某某',
  ...more,
})
const newClaim = (more: Values = {}, actor = teacher) => create(actor, 'plan-claims', claimOf(more))
const submitted = async (more: Values = {}) => step(teacher, await newClaim(more), 'submit')
const approved = async (more: Values = {}) =>
  step(finance, await step(head, await submitted(more), 'review'), 'approve')
const paid = async (more: Values = {}) =>
  step(finance, await step(finance, await approved(more), 'update', { paidOn: `${YEAR}-06-01` }), 'pay')
const invoice = (claim: WireRecord, more: Values = {}, actor = teacher) =>
  create(actor, 'plan-invoices', {
    claim: claim.id,
    unit: college.east,
    number: `2431200000000000${++serial}`,
    issuedOn: '2024-05-01',
    amount: '100',
    seller: '示例公司',
    ...more,
  })
const room = (at = task) => inCollege((tx) => roomOf(db.engine, tx, { task: at, year: YEAR, source: 'own' }))
const payments = () =>
  inCollege((tx) =>
    tx.run<{ number: string; amount: string; state: string }>(sql`
      SELECT number, amount::text AS amount, state FROM records.plan_payments
      WHERE college_id = ${tx.collegeId} AND deleted_at IS NULL ORDER BY number`),
  )
const accounts = () =>
  inCollege(async (tx) =>
    Object.fromEntries(
      (
        await tx.run<{ account: string; sum: string }>(sql`
          SELECT account, sum(amount)::text AS sum FROM records.ledger_entries WHERE college_id = ${tx.collegeId}
          GROUP BY account HAVING sum(amount) <> 0 ORDER BY account`)
      ).map(({ account, sum }) => [account, sum]),
    ),
  )
const ledgerDiffers = () => inCollege((tx) => differences(db.engine, tx, 'all'))
/** The words of a refusal: of its problems, or its own. */
const refusal = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => new Error('it was allowed'),
    (caught: unknown) => caught,
  )
  if (!(error instanceof Refusal)) throw error
  return error.details.problems?.map(({ message }) => message.zh).join('；') ?? error.label.zh
}

describe('a claim', () => {
  it('is held when submitted, paid once, and taken back', async () => {
    const claim = await submitted()
    expect(await room()).toMatchObject({
      holder: 'B1-1',
      budget: '1000.00',
      held: '100.00',
      spent: '0.00',
      room: '900.00',
    })
    expect(await accounts()).toEqual({ available: '900.00', budget: '-1000.00', held: '100.00' })
    const agreed = await step(finance, await step(head, claim, 'review'), 'approve')
    expect(await refusal(step(finance, agreed, 'pay'))).toBe('请先填写支付日期')
    const dated = await step(finance, agreed, 'update', { paidOn: `${YEAR}-06-01` })
    const done = await step(finance, dated, 'pay')
    expect(await payments()).toEqual([{ number: claim.values['number'], amount: '100.00', state: 'approved' }])
    expect(await accounts()).toEqual({
      available: '900.00',
      budget: '-1000.00',
      cash: '-100.00',
      expense: '100.00',
      spent: '100.00',
    })
    // Whoever saw it approved, and pays again.
    expect(await refusal(step(finance, dated, 'pay'))).toContain('已先一步办理了这条记录（支付）')
    expect(await refusal(step(finance, done, 'pay'))).toContain('没有')
    const back = await step(finance, done, 'reverse')
    expect(back.state).toBe('reversed')
    expect((await payments()).map(({ amount }) => amount)).toEqual(['100.00', '-100.00'])
    expect(await accounts()).toEqual({ available: '1000.00', budget: '-1000.00' })
    expect(await ledgerDiffers()).toEqual([])
  })

  it('that is cancelled or returned gives its hold back', async () => {
    await step(teacher, await submitted(), 'cancel')
    await step(head, await submitted(), 'return')
    expect(await room()).toMatchObject({ held: '0.00', room: '1000.00' })
    expect(await accounts()).toEqual({ available: '1000.00', budget: '-1000.00' })
  })

  it('does not pass the budget, unless an exception was approved', async () => {
    await paid({ amount: '800' })
    const claim = await newClaim({ amount: '300' })
    expect(await refusal(step(teacher, claim, 'submit'))).toMatch(
      /^超出 B1-1 2024 年“自筹”预算 100\.00 元：预算 1000\.00 元，连同本次已支出 800\.00 元、占用 300\.00 元/,
    )
    expect(await refusal(step(teacher, await newClaim({ source: 'central' }), 'submit'))).toContain(
      '没有来自“中央财政”的预算',
    )
    const exception = { number: 'E1', ...cell(), amount: '100', reason: '价格上涨' }
    await made('budget-exceptions', exception, 'reviewed')
    const [row] = await inCollege((tx) =>
      tx.run<{ id: string }>(sql`SELECT id FROM records.budget_exceptions WHERE college_id = ${tx.collegeId}`),
    )
    const granted = await step(
      leader,
      { id: row!.id, version: 1 } as WireRecord,
      'approve',
      undefined,
      'budget-exceptions',
    )
    expect((await step(teacher, claim, 'submit')).state).toBe('submitted')
    // What is in use cannot be taken away again.
    expect(await refusal(step(leader, granted, 'reopen', undefined, 'budget-exceptions'))).toContain('超出 B1-1')
  })

  it('for a finished task is refused', async () => {
    expect(await refusal(newClaim({ task: finished }))).toContain('任务 B1-1-2 已经完成')
  })

  it('of a closed year is refused', async () => {
    const [row] = await inCollege((tx) =>
      tx.run<{ plan: string }>(
        sql`SELECT plan FROM records.plan_tasks WHERE college_id = ${tx.collegeId} AND id = ${task}`,
      ),
    )
    const kept = await newClaim()
    await made('plan-years', { plan: row!.plan, year: YEAR }, 'locked')
    expect(await refusal(newClaim())).toContain('年度已关闭')
    expect(await refusal(step(teacher, kept, 'submit'))).toContain('年度已关闭')
  })

  it('is decided by others, at finance by finance, and by the leaders from their amount on', async () => {
    await made('plan-budgets', { number: 'B2', ...cell(), kind: 'budget', amount: '500000' })
    const own = await step(head, await newClaim({ claimant: null }, head), 'submit')
    expect(await refusal(step(head, own, 'review'))).toContain('不能审批、支付或冲销自己的报账')
    const elsewhere = await college.actor(['reviewer', college.east])
    const reviewed = await step(leader, own, 'review')
    expect(await refusal(step(elsewhere, reviewed, 'approve'))).toContain('由财务部门的审核员办理')
    const large = await step(head, await submitted({ amount: '300000' }), 'review')
    expect(await refusal(step(finance, large, 'approve'))).toContain('50000 元及以上的报账须由校领导批准')
    const up = await step(finance, large, 'report')
    expect(await refusal(step(leader, up, 'approve'))).toContain('300000 元及以上属“三重一大”')
    const decided = await step(leader, up, 'update', { decision: '党委会〔2024〕3号' })
    expect((await step(leader, decided, 'approve')).state).toBe('approved')
    await college.add('claim-rules', { name: '小额', from: '50', needsLeader: true, needsDecision: false })
    const small = await step(head, await submitted({ amount: '60' }), 'review')
    expect(await refusal(step(finance, small, 'approve'))).toContain('50 元及以上')
  })

  it('has one winner when two approve it at once', async () => {
    const claim = await step(head, await submitted(), 'review')
    const other = await college.actor(['reviewer', college.root])
    const both = await Promise.allSettled([step(finance, claim, 'approve'), step(other, claim, 'approve')])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const lost = both.find((one) => one.status === 'rejected') as PromiseRejectedResult
    expect((lost.reason as Refusal).code).toBe('stale')
    expect((lost.reason as Refusal).label.zh).toContain('已先一步办理了这条记录（财务审核通过）')
  })

  it('does not change once it was submitted, and its payment goes its way', async () => {
    const claim = await submitted()
    expect(await refusal(step(head, claim, 'update', { amount: '90' }))).toContain('报账提交后内容不能改')
    await paid()
    const [payment] = await inCollege((tx) =>
      tx.run<{ id: string; version: number }>(sql`
        SELECT id, version FROM records.plan_payments WHERE college_id = ${tx.collegeId}`),
    )
    const reopen = step(finance, payment as unknown as WireRecord, 'reopen', undefined, 'plan-payments')
    expect(await refusal(reopen)).toContain('请在报账中冲销')
  })
})

describe('an invoice', () => {
  it('covers its claim', async () => {
    const claim = await newClaim({ kind: 'purchase' })
    expect(await refusal(step(teacher, claim, 'submit'))).toBe(
      '0 张发票合计 0.00 元，少于报账金额 100.00 元：请补充发票或调减金额',
    )
    const kept = await invoice(claim)
    await step(teacher, claim, 'submit')
    expect(await refusal(step(teacher, kept, 'delete', undefined, 'plan-invoices'))).toContain('发票不能再增减或修改')
  })

  it('is used once: full-width digits, blanks, a left-out code or another file name do not make another one', async () => {
    const file = await inCollege((tx) =>
      keepFile(
        db.engine,
        tx,
        teacher,
        { name: '发票.pdf', type: 'application/pdf', content: Readable.from([Buffer.from('one invoice')]) },
        { maxBytes: 1000 },
      ),
    )
    const first = await newClaim({ kind: 'purchase' })
    await invoice(first, { number: '24312000000012345678', file: [file] })
    await invoice(first, { number: '12345678', code: '033002100111' })
    const second = await newClaim({ kind: 'purchase' })
    for (const number of [
      '24312000000012345678',
      '２４３１ ２０００ ００００ １２３４ ５６７８',
      ' 2431-2000-0000-1234-5678 ',
    ])
      expect([number, await refusal(invoice(second, { number }))]).toEqual([
        number,
        expect.stringMatching(/已用于报账|已经存在/),
      ])
    expect(await refusal(invoice(second, { number: '12345678' }))).toContain(
      `已用于报账 ${String(first.values['number'])}`,
    )
    expect(await refusal(invoice(second, { number: '999', file: [{ ...file, name: '另一张.pdf' }] }))).toContain(
      '改名后也不能再报',
    )
    // Another code is another invoice.
    await invoice(second, { number: '12345678', code: '033002100112' })
  })

  it('is used once by two who send it at the same moment', async () => {
    const claims = await Promise.all([newClaim({ kind: 'purchase' }), newClaim({ kind: 'purchase' })])
    const both = await Promise.allSettled([
      invoice(claims[0], { number: '87654321' }),
      invoice(claims[1], { number: '87654321', code: '033002100111' }),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  it('is free again when its claim is cancelled', async () => {
    const claim = await newClaim({ kind: 'purchase' })
    await invoice(claim, { number: '777' })
    await step(teacher, await step(teacher, claim, 'submit'), 'cancel')
    const again = await newClaim({ kind: 'purchase' })
    expect((await invoice(again, { number: '777' })).values['number']).toBe('777')
  })
})

describe('a contract', () => {
  const contract = async (amount: string) => {
    const kept = await create(head, 'plan-commitments', {
      number: `K-${++serial}`,
      name: '软件采购',
      ...cell(),
      amount,
      supplier: '示例公司',
      signedOn: '2024-02-01',
    })
    return step(head, kept, 'submit', undefined, 'plan-commitments')
  }

  it('keeps its money, from which its claims are paid', async () => {
    const agreed = await step(finance, await contract('600'), 'approve', undefined, 'plan-commitments')
    expect(await room()).toMatchObject({ committed: '600.00', room: '400.00' })
    await paid({ task, commitment: agreed.id, amount: '250' })
    expect(await room()).toMatchObject({ committed: '350.00', spent: '250.00', room: '400.00' })
    const more = await newClaim({ task, commitment: agreed.id, amount: '351' })
    expect(await refusal(step(teacher, more, 'submit'))).toContain('连同本次已报账 601.00 元，超出合同')
    await step(finance, agreed, 'complete', undefined, 'plan-commitments')
    expect(await room()).toMatchObject({ committed: '0.00', room: '750.00' })
    expect(await accounts()).toMatchObject({ available: '750.00', spent: '250.00' })
    expect(await ledgerDiffers()).toEqual([])
  })

  it('is not approved beyond the budget', async () => {
    await submitted({ amount: '500' })
    const kept = await contract('600')
    expect(await refusal(step(finance, kept, 'approve', undefined, 'plan-commitments'))).toContain('超出 B1-1 2024 年')
  })
})

describe('budgets', () => {
  it('are not lowered below what is in use; payments by voucher keep to them too', async () => {
    await submitted({ amount: '900' })
    const lower = { number: 'B-', ...cell(), kind: 'adjustment', amount: '-200', reason: '调减' }
    await made('plan-budgets', lower, 'submitted')
    const [row] = await inCollege((tx) =>
      tx.run<{ id: string }>(
        sql`SELECT id FROM records.plan_budgets WHERE college_id = ${tx.collegeId} AND number = 'B-'`,
      ),
    )
    const request = { id: row!.id, version: 1 } as WireRecord
    const inDraft = asSystem(college.id, 'change request')
    expect(await refusal(step(inDraft, request, 'approve', undefined, 'plan-budgets'))).toContain('超出 B1-1')
    const voucher = {
      number: 'V1',
      task,
      unit: college.east,
      purpose: '购买',
      source: 'own',
      amount: '101',
      paidOn: '2024-07-01',
    }
    const kept = await create(finance, 'plan-payments', voucher).catch(() => create(system, 'plan-payments', voucher))
    const sent = await step(system, kept, 'submit', undefined, 'plan-payments')
    expect(await refusal(step(finance, sent, 'approve', undefined, 'plan-payments'))).toContain('超出 B1-1')
  })

  it('of a task of their own are apart from those above it', async () => {
    await made('plan-budgets', { number: 'BL', ...cell(), task: leaf, kind: 'budget', amount: '50' })
    expect(await refusal(submitted({ amount: '60' }))).toContain('超出 B1-1-1')
    await submitted({ amount: '50' })
    await submitted({ task, amount: '1000' })
    expect(await room()).toMatchObject({ room: '0.00' })
    expect(await room(leaf)).toMatchObject({ holder: 'B1-1-1', room: '0.00' })
  })
})

describe('the ledger', () => {
  it('is written by the system alone and never changed', async () => {
    const admin = await college.actor(['system-administrator', college.root])
    const [entry] = await inCollege((tx) =>
      tx.run<{ id: string; values: Values }>(
        sql`SELECT id FROM records.ledger_entries WHERE college_id = ${tx.collegeId} LIMIT 1`,
      ),
    )
    const remove = step(admin, { id: entry!.id, version: 1 } as WireRecord, 'delete', undefined, 'ledger-entries')
    expect(await refusal(remove)).toContain('账簿由系统记账，只增不改')
    const line = {
      postedOn: '2024-01-01',
      transaction: 't',
      line: 1,
      voucher: 'v',
      kind: 'budget',
      account: 'budget',
      ...cell(),
      amount: '5',
      register: 'x',
      record: 'y',
    }
    expect(await refusal(create(admin, 'ledger-entries', line))).toContain('只增不改')
    expect(await refusal(create(system, 'ledger-entries', line))).toContain('各行合计为 5.00 元，应为零')
  })
})

it('whatever many people claim, pay, cancel and reverse at once, no task passes its budget and the ledger agrees', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          amount: fc.integer({ min: 1, max: 700 }),
          end: fc.constantFrom('hold', 'pay', 'cancel', 'reverse'),
        }),
        { minLength: 4, maxLength: 8 },
      ),
      async (wanted) => {
        const before = await room()
        await Promise.allSettled(
          wanted.map(async ({ amount, end }) => {
            const claim = await submitted({ amount: String(amount) })
            if (end === 'hold') return
            if (end === 'cancel') return void (await step(teacher, claim, 'cancel'))
            const agreed = await step(finance, await step(head, claim, 'review'), 'approve')
            const dated = await step(finance, agreed, 'update', { paidOn: `${YEAR}-06-01` })
            // Twice at once: one of them is refused.
            const twice = await Promise.allSettled([step(finance, dated, 'pay'), step(finance, dated, 'pay')])
            expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
            const won = twice.find((one) => one.status === 'fulfilled')
            if (end === 'reverse' && won?.status === 'fulfilled') await step(finance, won.value, 'reverse')
          }),
        )
        const after = await room()
        expect(Number(after.room)).toBeGreaterThanOrEqual(0)
        expect(Number(after.room)).toBeLessThanOrEqual(Number(before.room))
        expect(await ledgerDiffers()).toEqual([])
        const numbers = (await payments()).map(({ number }) => number)
        expect(new Set(numbers).size).toBe(numbers.length)
      },
    ),
    { numRuns: 6 },
  )
}, 120_000)
