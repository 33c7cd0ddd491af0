import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { createAccount } from '../src/engine/access/accounts.ts'
import type { Actor } from '../src/engine/access/actor.ts'
import { act } from '../src/engine/records/act.ts'
import { mayAdd } from '../src/engine/records/guards.ts'
import { listRecords } from '../src/engine/records/list.ts'
import { listDuties, reportDuty } from '../src/modules/plan/inside/duties.ts'
import { leadersView } from '../src/modules/plan/inside/leaders.ts'
import { taskLedger } from '../src/modules/plan/inside/ledger.ts'
import { makeAgenda, openMeeting } from '../src/modules/plan/inside/meetings.ts'
import { remindPlans, urgeFills } from '../src/modules/plan/inside/remind.ts'
import {
  TASK,
  WORKSHOP,
  closePlans,
  collegeId,
  db,
  head,
  idOf,
  leader,
  office,
  on,
  openPlans,
  refusedWith,
  report,
  rows,
  scratch,
  system,
  teacher,
} from './plan-run-college.ts'

/** How a plan is steered: meetings and checks, the ledger, the leaders' look, reminders. */

beforeAll(openPlans, 300_000)
afterAll(closePlans)

describe('decisions and findings', () => {
  it('are complete when decided, reported by whoever answers for them, and checked by somebody else', () =>
    scratch(async (tx) => {
      const open = '2026-11-16/1'
      const canOf = async (actor: Actor) =>
        (
          await listRecords(db.engine, tx, actor, {
            register: 'plan-decisions',
            also: sql`id = ${idOf('plan-decisions', open)}`,
          })
        ).rows[0]!.can
      // What the rules would refuse is not offered: a unit fills in what was done, the office does the rest.
      expect([await canOf(head()), await canOf(office())]).toMatchObject([
        { update: true, delete: false },
        { update: true, delete: true },
      ])
      expect([head(), office()].map((actor) => mayAdd(db.engine, actor, 'plan-decisions'))).toEqual([false, true])
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
      const steps = async (actor: Actor) => (await canOf(actor)).actions.map(({ name }) => name)
      expect([await steps(own), await steps(office())]).toEqual([['return'], ['verify', 'return']])
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

it('urges at once what was not submitted, once a day, for those who review', () =>
  scratch(async (tx) => {
    expect(await urgeFills(db.engine, tx, head(), WORKSHOP)).toEqual({ told: 5 })
    expect(await urgeFills(db.engine, tx, office(), WORKSHOP)).toEqual({ told: 5 })
    expect(await urgeFills(db.engine, tx, office(), WORKSHOP)).toEqual({ told: 0 })
    expect(await refusedWith(tx, () => urgeFills(db.engine, tx, teacher(), WORKSHOP))).toMatch(/催办填报/)
  }))
