import Fastify from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { declarations } from '../catalogue/index.gen.ts'
import { demoRows } from '../demo/index.ts'
import type { Tx } from '../src/database/connection.ts'
import { createAccount } from '../src/engine/access/accounts.ts'
import { type Actor, asSystem } from '../src/engine/access/actor.ts'
import { createCollege } from '../src/engine/colleges.ts'
import { act } from '../src/engine/records/act.ts'
import { createMany } from '../src/engine/records/write-many.ts'
import { Refusal } from '../src/engine/refusal.ts'
import { assembleCatalogue, firstState } from '../src/language/catalogue.ts'
import { listDuties, reportDuty } from '../src/modules/plan/inside/duties.ts'
import { listFills, saveFill } from '../src/modules/plan/inside/fills.ts'
import { leadersView } from '../src/modules/plan/inside/leaders.ts'
import { taskLedger } from '../src/modules/plan/inside/ledger.ts'
import { makeAgenda, openMeeting } from '../src/modules/plan/inside/meetings.ts'
import { remindPlans, urgeFills } from '../src/modules/plan/inside/remind.ts'
import { fillState, listReviews } from '../src/modules/plan/inside/reviews.ts'
import { planTasks } from '../src/modules/plan/inside/task-rows.ts'
import { runRoutes } from '../src/modules/plan/routes-run.ts'
import { createJobs } from '../src/engine/jobs/jobs.ts'
import { installErrorHandler } from '../src/server/errors.ts'
import { inOrder } from '../src/server/demo.ts'
import { guardList } from '../src/server/guard-list.ts'
import { openTestDatabase, type TestDatabase } from '../src/testing/database.ts'

/** How a plan is run: filled, reviewed, met about, checked, closed; under the guards that the server has. */

const WORKSHOP = 'workshop-2026'
const catalogue = assembleCatalogue(declarations)
const rows = demoRows()
const idOf = (register: string, key: string) => {
  const found = rows.get(register)!.find((row) => row.$key === key)
  if (!found) throw new Error(`${register} has no ${key}`)
  return found.$id
}

let db: TestDatabase
let collegeId: string
let system: Actor

beforeAll(async () => {
  // The demo's plan runs in this month.
  vi.useFakeTimers({ now: Date.parse('2026-11-22T02:00:00Z'), toFake: ['Date'] })
  db = await openTestDatabase(catalogue, guardList)
  collegeId = await createCollege(db.engine, { code: 'plan-run', name: '示例学院' }, false)
  system = asSystem(collegeId, 'test')
  await inCollege(async (tx) => {
    for (const register of inOrder(catalogue.registers))
      if (['units', 'people', 'appointments'].includes(register.name) || register.area === 'plan')
        await createMany(
          db.engine,
          tx,
          system,
          register.name,
          (rows.get(register.name) ?? []).map(({ $id, $key: _key, $state, ...values }) => ({
            id: $id,
            values,
            state: $state ?? register.counts?.[0] ?? firstState(register),
          })),
          { validate: false },
        )
  })
}, 300_000)
afterAll(async () => {
  vi.useRealTimers()
  await db.close()
})

const inCollege = <T>(work: (tx: Tx) => Promise<T>) => db.database.inCollege(collegeId, work)

/** Undoes what a test did. */
async function scratch(work: (tx: Tx) => Promise<void>): Promise<void> {
  const undo = new Error('undone')
  await inCollege(async (tx) => {
    await work(tx)
    throw undo
  }).catch((error: unknown) => {
    if (error !== undo) throw error
  })
}

/** Somebody with a role at one unit of the demo, each with an account of their own. */
function actorAt(role: string, unit: string, person: string | null = null): Actor {
  const unitId = idOf('units', unit)
  const isRoot = unit === 'college'
  const unitIds = isRoot ? rows.get('units')!.map((row) => row.$id) : [unitId]
  return {
    collegeId,
    accountId: idOf('units', unit).replace(/^.{8}/, role.length.toString(16).padStart(8, 'a')),
    personId: person === null ? null : idOf('people', person),
    name: role,
    lang: 'zh',
    held: [{ role, unitId, unitIds, isRoot, offices: [] }],
  }
}
const teacher = () => actorAt('teacher', 'automotive', 'T0200')
const head = () => actorAt('unit-head', 'automotive')
const office = () => actorAt('quality-office', 'college')
const leader = () => actorAt('college-leader', 'college')

const TASK = 'GF-1-1-1'
const report = (values: Readonly<Record<string, unknown>> = {}, number = TASK) => ({
  register: 'task-progress',
  action: 'create',
  values: {
    task: idOf('plan-tasks', number),
    unit: idOf('units', 'automotive'),
    filledBy: idOf('people', 'T0200'),
    month: '2026-11',
    percent: 75,
    done: '完成水电安装',
    ...values,
  },
})
const on = (register: string, key: string, action: string, more: object = {}) => ({
  register,
  id: idOf(register, key),
  action,
  version: 1,
  ...more,
})

async function refusedWith(tx: Tx, work: () => Promise<unknown>): Promise<string> {
  await tx.run(sql`SAVEPOINT tried`)
  const said = await work().then(
    () => 'done',
    (error: unknown) => {
      if (!(error instanceof Refusal)) throw error
      return error.details.problems?.map(({ message }) => message.zh).join('；') ?? error.label.zh
    },
  )
  await tx.run(sql`ROLLBACK TO SAVEPOINT tried`)
  return said
}

describe('a monthly report', () => {
  it('is of a leaf task, of a month that has come, after the task began and before it was finished', () =>
    scratch(async (tx) => {
      const said = (values: Readonly<Record<string, unknown>>, number?: string) =>
        refusedWith(tx, () => act(db.engine, tx, system, report(values, number)))
      expect(await said({})).toBe('done')
      expect(await said({}, 'GF-1-1')).toMatch(/^GF-1-1 不是任务点/)
      expect(await said({ month: '2099-01' })).toMatch(/^2099-01 还没有到，最多填报到 \d{4}-\d\d/)
      expect(await said({ month: '2026-02' })).toMatch(/^GF-1-1-1 从 2026-03-01 开始/)
      expect(await said({}, 'GF-1-1-4')).toMatch(/^GF-1-1-4 已在 2026-06 完成并审定，不再填报.*重新打开 2026-06/)
    }))

  it('says why, where progress falls', () =>
    scratch(async (tx) => {
      const fallen = report({ percent: 60 })
      expect(await refusedWith(tx, () => act(db.engine, tx, teacher(), fallen))).toBe(
        '累计进度 60% 低于 2026-10 填报的 70%，请写明回退原因',
      )
      const explained = report({ percent: 60, reason: '一处墙体返工' })
      expect(await refusedWith(tx, () => act(db.engine, tx, teacher(), explained))).toBe('done')
    }))
})

describe('a closed year', () => {
  it('takes no progress, money, target or result, and lets nothing in or out', () =>
    scratch(async (tx) => {
      const payment = rows.get('plan-payments')!.find((row) => String(row['paidOn']).startsWith('2020'))!
      const change = (values: object) =>
        refusedWith(tx, () =>
          act(db.engine, tx, system, on('plan-payments', payment.$key, 'update', { values, comment: '更正' })),
        )
      expect(await change({ purpose: '更正用途' })).toBe('done')
      expect(await change({ paidOn: '2019-12-01' })).toMatch(/2019 年度已关闭/)
      const arrival = rows.get('plan-arrivals')!.find((row) => String(row['arrivedOn']).startsWith('2019'))!
      expect(
        await refusedWith(tx, () =>
          act(db.engine, tx, system, on('plan-arrivals', arrival.$key, 'delete', { comment: '重复' })),
        ),
      ).toMatch(/中期.*2019 年度已关闭.*申请重新打开/)
      expect(
        await refusedWith(tx, () =>
          act(db.engine, tx, system, on('plan-years', 'double-high-midterm/2019', 'delete', { comment: '不要了' })),
        ),
      ).toMatch(/年度已关闭，不能停用/)
    }))

  it('opens when a leader agrees to what the office asked, and closes when nothing waits for a review', () =>
    scratch(async (tx) => {
      const year = 'double-high-midterm/2019'
      expect(await refusedWith(tx, () => act(db.engine, tx, office(), on('plan-years', year, 'approve')))).toMatch(
        /approve/,
      )
      const opened = await act(db.engine, tx, leader(), on('plan-years', year, 'approve'))
      expect(opened.state).toBe('open')
      const arrival = rows.get('plan-arrivals')!.find((row) => String(row['arrivedOn']).startsWith('2019'))!
      const gone = on('plan-arrivals', arrival.$key, 'delete', { comment: '重复' })
      expect(await refusedWith(tx, () => act(db.engine, tx, system, gone))).toBe('done')
      const close = on('plan-years', `${WORKSHOP}/2026`, 'close')
      expect(await refusedWith(tx, () => act(db.engine, tx, office(), close))).toMatch(/还有 4 条进度填报没有审完/)
    }))
})

describe('decisions and findings', () => {
  it('are complete when decided, reported by whoever answers for them, and checked by somebody else', () =>
    scratch(async (tx) => {
      const open = '2026-11-16/1'
      const say = (actor: Actor, values: object) =>
        refusedWith(tx, () =>
          act(db.engine, tx, actor, on('plan-decisions', open, 'update', { values, comment: '改' })),
        )
      expect(await say(teacher(), { dueOn: '2027-12-31' })).toMatch(/已商定的内容由双高办修改/)
      expect(await refusedWith(tx, () => act(db.engine, tx, teacher(), on('plan-decisions', open, 'report')))).toBe(
        '请先填写“落实情况”',
      )
      const told = await act(
        db.engine,
        tx,
        teacher(),
        on('plan-decisions', open, 'update', { values: { outcome: '已验收' }, comment: '落实' }),
      )
      const done = { register: 'plan-decisions', id: told.id }
      await act(db.engine, tx, teacher(), { ...done, action: 'report', version: told.version })
      const verify = { ...done, action: 'verify', version: told.version + 1 }
      const own = { ...office(), personId: idOf('people', 'T0200') }
      expect(await refusedWith(tx, () => act(db.engine, tx, own, verify))).toMatch(/不能自己核实/)
      expect((await act(db.engine, tx, office(), verify)).state).toBe('verified')
    }))

  it('stand among the tasks of whoever has to carry them out, and are reported there', () =>
    scratch(async (tx) => {
      const mine = await listDuties(db.engine, tx, teacher(), 'mine')
      expect(mine.map(({ kind, dueOn, isLate }) => [kind, dueOn, isLate])).toEqual([
        ['finding', '2026-11-15', true],
        ['decision', '2026-11-30', false],
      ])
      const [finding] = mine
      const said = { kind: 'finding', version: 1, said: '赶工方案已提交' } as const
      const reported = await reportDuty(db.engine, tx, teacher(), finding!.record.id, said)
      expect([reported.state, reported.values['mended']]).toEqual(['rectified', '赶工方案已提交'])
      expect((await listDuties(db.engine, tx, teacher(), 'mine')).map(({ kind }) => kind)).toEqual(['decision'])
      const empty = { kind: 'decision', version: 1, said: ' ' } as const
      expect(await refusedWith(tx, () => reportDuty(db.engine, tx, teacher(), mine[1]!.record.id, empty))).toBe(
        '请先填写“落实情况”',
      )
    }))

  it('close a stage check together, not before', () =>
    scratch(async (tx) => {
      const close = on('plan-checks', 'workshop-2026-10', 'close')
      expect(await refusedWith(tx, () => act(db.engine, tx, office(), close))).toMatch(/还有 2 个问题没有整改验收/)
      const made = rows.get('plan-findings')![0]!
      const values = { check: made['check'], unit: made['unit'], responsible: made['responsible'], what: '新问题' }
      const create = { register: 'plan-findings', action: 'create', values: { ...values, mendBy: '2026-12-31' } }
      expect(await refusedWith(tx, () => act(db.engine, tx, head(), create))).toMatch(/由双高办登记/)
    }))
})

describe('my tasks of this month', () => {
  const text = { problems: null, reason: null, files: null }

  it('are the open leaf tasks of their owner, with the last report, the targets and the light', () =>
    scratch(async (tx) => {
      const fills = await listFills(db.engine, tx, teacher(), 'mine')
      const own = fills.filter((fill) => fill.plan.code === WORKSHOP)
      expect(own.map(({ task, last }) => [task.number, last?.month, last?.percent])).toEqual([
        ['GF-1-1-1', '2026-10', 70],
        ['GF-1-1-2', '2026-10', 70],
        ['GF-1-1-3', '2026-10', 15],
      ])
      expect(own[0]!.targets.map(({ name, measuredIn }) => [name, measuredIn])).toEqual([['受益学生', '人']])
      expect(own[0]!.light.colour).toBe('red')
      expect(fills.every(({ owner }) => owner?.id === idOf('people', 'T0200'))).toBe(true)
      const elsewhere = await listFills(db.engine, tx, actorAt('unit-filler', 'employment'), 'all')
      expect(new Set(elsewhere.map(({ unit }) => unit.id))).toEqual(new Set([idOf('units', 'employment')]))
      expect(await listFills(db.engine, tx, office(), 'mine')).toEqual([])
    }))

  it('are filled, submitted, reviewed by the unit and approved by the office: only then they count', () =>
    scratch(async (tx) => {
      const task = idOf('plan-tasks', TASK)
      const progressNow = async () =>
        (await planTasks(db.engine, tx, system, WORKSHOP)).tasks.find((one) => one.id === task)!.progress
      const fill = (await listFills(db.engine, tx, teacher(), 'mine')).find((one) => one.task.id === task)
      const said = { task, month: fill!.month, percent: 100, done: '完成并验收', ...text }
      const draft = await saveFill(db.engine, tx, teacher(), { ...said, submit: false })
      expect([draft.state, draft.version]).toEqual(['draft', 1])
      const sent = await saveFill(db.engine, tx, teacher(), { ...said, id: draft.id, version: 1, submit: true })
      expect(sent.state).toBe('submitted')
      expect(await progressNow()).toBe('70.00')

      const forHead = (await listReviews(db.engine, tx, head())).find(({ record }) => record.id === draft.id)!
      expect([forHead.onward, forHead.last?.percent, forHead.task.number]).toEqual(['review', 70, TASK])
      const take = async (actor: Actor, action: string, version: number) =>
        act(db.engine, tx, actor, { register: 'task-progress', id: draft.id, action, version })
      const passed = await take(head(), 'review', sent.version)
      expect((await listReviews(db.engine, tx, head())).some(({ record }) => record.id === draft.id)).toBe(false)
      const forOffice = (await listReviews(db.engine, tx, office())).find(({ record }) => record.id === draft.id)!
      expect(forOffice.onward).toBe('approve')
      await take(office(), 'approve', passed.version)
      expect(await progressNow()).toBe('100.00')
    }))

  it('tell why a report was given back', () =>
    scratch(async (tx) => {
      const waiting = rows
        .get('task-progress')!
        .find(({ $state, $key }) => $state === 'submitted' && $key.startsWith('DH'))!
      await act(db.engine, tx, office(), on('task-progress', waiting.$key, 'return', { comment: '缺少验收单' }))
      const fill = (await listFills(db.engine, tx, system, 'all')).find(({ task }) => task.id === waiting['task'])!
      // Figures of that plan end in 2021, so that is the month to report.
      expect([fill.month, fill.current?.state, fill.current?.returned]).toEqual(['2021-12', 'draft', '缺少验收单'])
    }))

  it('are counted by unit for the office, with the tasks that nobody has begun to report', () =>
    scratch(async (tx) => {
      const state = await fillState(db.engine, tx, office(), WORKSHOP)
      const unit = state.units.find((one) => one.unit.id === idOf('units', 'automotive'))!
      expect([unit.expected, unit.missing.length]).toEqual([5, 5])
      await act(db.engine, tx, teacher(), report({ month: state.month }))
      const after = await fillState(db.engine, tx, office(), WORKSHOP)
      const now = after.units.find((one) => one.unit.id === idOf('units', 'automotive'))!
      expect([now.draft, now.missing.length]).toEqual([1, 4])
    }))
})

describe('the weekly meeting', () => {
  const meeting = () => idOf('plan-meetings', '2026-11-23')

  it('begins with what is still open, and its agenda is what is late, in trouble, stuck or due', () =>
    scratch(async (tx) => {
      const before = await openMeeting(db.engine, tx, office(), meeting())
      expect(before.agenda).toEqual([])
      expect(before.open.map(({ record, task }) => [record.state, task?.number])).toEqual(
        expect.arrayContaining([
          ['open', 'GF-1-1-1'],
          ['done', 'GF-1-2-2'],
        ]),
      )
      const { added } = await makeAgenda(db.engine, tx, office(), meeting())
      const { agenda } = await openMeeting(db.engine, tx, office(), meeting())
      expect(agenda.length).toBe(added)
      expect(agenda.map(({ record }) => [record.values['reason'], record.values['subject']])).toEqual([
        ['problem', 'GF-2-1-3 课程与教材：建成资源库并上线'],
        ['due', 'GF-2-2-2 就业与服务：面向社区开展技能服务'],
      ])
      expect(agenda[0]!.record.values['facts']).toBe(
        '2026-08 填报的问题：服务器扩容未到位，资源上传受限；2026-08 以后 3 个月没有进展（15%）',
      )
      // Pressed again, nothing stands there twice.
      expect(await makeAgenda(db.engine, tx, office(), meeting())).toEqual({ added: 0 })
    }))

  it('decides who does what by when; the next one begins with it', () =>
    scratch(async (tx) => {
      await makeAgenda(db.engine, tx, office(), meeting())
      const { agenda } = await openMeeting(db.engine, tx, office(), meeting())
      const item = agenda[0]!.record
      const decide = { register: 'plan-decisions', id: item.id, action: 'decide' }
      expect(await refusedWith(tx, () => act(db.engine, tx, office(), { ...decide, version: item.version }))).toBe(
        '请先填写“决议”；请先填写“完成期限”',
      )
      const filled = await act(db.engine, tx, office(), {
        ...decide,
        action: 'update',
        version: item.version,
        values: { decision: '协调信息中心两周内扩容', dueOn: '2026-12-07' },
        comment: '会议决定',
      })
      await act(db.engine, tx, office(), { ...decide, version: filled.version })
      const next = await act(db.engine, tx, office(), {
        register: 'plan-meetings',
        action: 'create',
        values: { plan: idOf('plans', WORKSHOP), name: '第 39 次周例会', heldOn: '2026-11-30' },
      })
      const { open } = await openMeeting(db.engine, tx, office(), next.id)
      expect(open.map(({ record }) => record.id)).toContain(item.id)
    }))
})

it('a ledger holds what happened to a task in order of time, with its steps and their reasons', () =>
  scratch(async (tx) => {
    const task = idOf('plan-tasks', TASK)
    const made = await act(db.engine, tx, teacher(), report({ month: '2026-11' }))
    const sent = await act(db.engine, tx, teacher(), {
      register: 'task-progress',
      id: made.id,
      action: 'submit',
      version: 1,
    })
    const back = { register: 'task-progress', id: made.id, action: 'return', version: sent.version }
    await act(db.engine, tx, office(), { ...back, comment: '请补充照片' })
    const { entries, task: head, more } = await taskLedger(db.engine, tx, system, WORKSHOP, task, false)
    expect([head.number, head.light.colour, more]).toEqual([TASK, 'red', false])
    expect(entries.map(({ at }) => at)).toEqual(
      entries
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    )
    expect(entries.map(({ register }) => register)).toEqual(
      expect.arrayContaining(['task-progress', 'plan-targets', 'plan-decisions', 'plan-findings']),
    )
    expect(entries.find(({ register }) => register === 'plan-decisions')?.at).toBe('2026-11-16')
    expect(entries.find(({ action }) => action === 'return')).toMatchObject({
      reason: '请补充照片',
      who: 'quality-office',
    })
    const board = await taskLedger(db.engine, tx, system, WORKSHOP, idOf('plan-tasks', 'GF-1'), true)
    expect(board.entries.length).toBeGreaterThan(entries.length)
    // A teacher sees the ledger of their own task, without what is not theirs to read.
    const own = await taskLedger(db.engine, tx, teacher(), WORKSHOP, task, false)
    expect(own.entries.length).toBeGreaterThan(0)
    await expect(taskLedger(db.engine, tx, teacher(), WORKSHOP, idOf('plan-tasks', 'GF-2-1-1'), false)).rejects.toThrow(
      'This plan has no such task',
    )
  }))

it('leaders see progress beside achievement, money, risk, units in order and what needs a decision', () =>
  scratch(async (tx) => {
    const view = await leadersView(db.engine, tx, leader(), 'double-high-midterm')
    expect(view.figures.completion.total.rate).toBe('99.27')
    expect(view.figures.money!.total.rates.map(({ value }) => value)).toContain('97.54')
    expect(Object.values(view.lights).reduce((a, b) => a + b)).toBe(412)
    expect(view.units.map(({ rank }) => rank)).toEqual(view.units.map(({ rank }) => rank).toSorted((a, b) => a - b))
    expect(view.units.reduce((sum, unit) => sum + unit.leaves, 0)).toBe(412)
    expect(view.pending.filter(({ kind }) => kind !== 'waiting').map(({ kind, title }) => [kind, title.zh])).toEqual([
      ['reopening', '2019 年度'],
      ['red', expect.stringMatching(/^DH-G09-3-05 /)],
    ])
    const workshop = await leadersView(db.engine, tx, leader(), WORKSHOP)
    expect(workshop.pending.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['finding', 'red']))
    expect(workshop.progress).not.toBe(workshop.achieved)
  }))

it('reminds before, on and after the date, one step higher each time, and never the same twice', () =>
  scratch(async (tx) => {
    const at = (day: string) => Date.parse(`${day}T01:00:00Z`)
    const sent = (day: string) =>
      tx.run<{ kind: string; days: number; audience: string; what: string }>(sql`
        SELECT kind, days, audience, what FROM records.plan_reminders
        WHERE college_id = ${collegeId} AND sent_on = ${day} ORDER BY kind, what, days, audience`)
    const about = async (day: string, what: string) =>
      (await sent(day)).filter((row) => row.what.includes(what)).map((row) => [row.kind, row.days, row.audience])
    const account = async (name: string, more: object) =>
      (await createAccount(db.engine, tx, system, { name, password: 'kept-for-the-test-7', ...more })).account.id
    const unitId = idOf('units', 'automotive')
    const owner = await account('owner', { personId: idOf('people', 'T0200') })
    const dean = await account('dean', { assignments: [{ role: 'unit-head', unitId }] })
    const noticesOf = async (id: string) =>
      (
        await tx.run<{ kind: string; body: { zh: string } }>(sql`
          SELECT kind, body FROM notices WHERE college_id = ${collegeId} AND account_id = ${id} ORDER BY kind`)
      ).map(({ kind, body }) => `${kind} ${body.zh}`)
    expect((await remindPlans(db.engine, tx, at('2026-11-22'))).told).toBeGreaterThan(0)
    // One notice for each kind of matter, however many there are.
    expect(await noticesOf(owner)).toEqual([
      expect.stringMatching(/^plan-fill 本月进度未提交：.*（2026-11-25 到期，还有 3 天）/),
      expect.stringMatching(/^plan-finding 检查问题待整改：场地改造滞后，无赶工方案（期限 2026-11-15，已逾期 7 天）$/),
      expect.stringMatching(/^plan-task 任务到期提醒：/),
    ])
    // Owners without an account are told by way of their head.
    expect(await noticesOf(dean)).toEqual([
      expect.stringMatching(/^plan-fill .*GF-1-2-/),
      expect.stringMatching(/^plan-finding /),
      expect.stringMatching(
        /^plan-task 任务到期提醒：GF-1-1-1 .*（期限 2026-10-31，已逾期 22 天）；GF-1-2-2 .*还有 13 天）$/,
      ),
    ])
    expect(await remindPlans(db.engine, tx, at('2026-11-22'))).toEqual({ told: 0 })
    expect(await about('2026-11-22', '企业工坊：选聘产业导师')).toEqual(
      expect.arrayContaining([['task', -30, 'owner']]),
    )
    expect(await about('2026-11-22', '场地改造滞后')).toEqual([
      ['finding', 7, 'office'],
      ['finding', 7, 'owner'],
      ['finding', 7, 'unit'],
    ])
    await remindPlans(db.engine, tx, at('2026-11-28'))
    expect((await about('2026-11-28', '企业工坊：选聘产业导师')).filter(([kind]) => kind === 'task')).toEqual([
      ['task', -7, 'owner'],
      ['task', -7, 'unit'],
    ])
    await remindPlans(db.engine, tx, at('2026-12-06'))
    expect(await about('2026-12-06', '场地改造滞后')).toEqual([
      ['finding', 21, 'leader'],
      ['finding', 21, 'office'],
      ['finding', 21, 'owner'],
      ['finding', 21, 'unit'],
    ])
  }))

it('answers over HTTP: what is wrong stands at its field, minutes come as a Word file', async () => {
  const app = Fastify()
  installErrorHandler(app)
  let actor = teacher()
  runRoutes(app, {
    engine: db.engine,
    jobs: createJobs(db.engine, []),
    withActor: (_request, work) => inCollege((tx) => work(tx, actor)),
  })
  const fill = { task: idOf('plan-tasks', TASK), month: '2026-11', done: '一处返工', problems: null, reason: null }
  const refused = await app.inject({
    method: 'POST',
    url: '/api/plan-fills',
    payload: { ...fill, percent: 40, files: null, submit: true },
  })
  expect(refused.statusCode).toBe(422)
  expect(refused.json().error.problems.map(({ field }: { readonly field: string }) => field)).toEqual(['reason'])
  // Refused as a whole: there is no draft of it either.
  const listed = await app.inject({ method: 'GET', url: '/api/plan-fills' })
  const mine = (listed.json() as Awaited<ReturnType<typeof listFills>>).find(({ task }) => task.number === TASK)
  expect(mine?.current).toBeNull()
  actor = office()
  const minutes = await app.inject({
    method: 'GET',
    url: `/api/plan-meetings/${idOf('plan-meetings', '2026-11-16')}/minutes.docx`,
  })
  expect([minutes.statusCode, minutes.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK'])
  await app.close()
})

it('urges at once what was not submitted, once a day, for those who review', () =>
  scratch(async (tx) => {
    expect(await urgeFills(db.engine, tx, head(), WORKSHOP)).toEqual({ told: 5 })
    expect(await urgeFills(db.engine, tx, office(), WORKSHOP)).toEqual({ told: 5 })
    expect(await urgeFills(db.engine, tx, office(), WORKSHOP)).toEqual({ told: 0 })
    expect(await refusedWith(tx, () => urgeFills(db.engine, tx, teacher(), WORKSHOP))).toMatch(/催办填报/)
  }))
