import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Tx } from '../src/database/connection.ts'
import type { Actor } from '../src/engine/access/actor.ts'
import type { Engine } from '../src/engine/engine.ts'
import { historyOf } from '../src/engine/history/read.ts'
import { type Act, act } from '../src/engine/records/act.ts'
import { getRecord, listRecords } from '../src/engine/records/list.ts'
import { copyPlan, planFigures, planProblems } from '../src/modules/plan/index.ts'
import { type Proposal, proposeChange } from '../src/modules/plan/inside/changes/propose.ts'
import { reviseChange } from '../src/modules/plan/inside/changes/revise.ts'
import { comparePlans, comparisonWorkbook, listVersions } from '../src/modules/plan/inside/versions/compare-plans.ts'
import { listChanges, showChange } from '../src/modules/plan/inside/changes/show.ts'
import { planParts } from '../src/modules/plan/inside/plan-parts.ts'
import { planTasks } from '../src/modules/plan/inside/task-rows.ts'
import { catalogue, openPlanCollege, type PlanCollege, refused, rows } from './plan-college.ts'

/** A plan in force changes by request: proposed, approved by whoever the money asks for, applied as a whole. */

const PLAN = 'double-high-midterm'

let college: PlanCollege
let engine: Engine
let office: Actor
let finance: Actor
let leader: Actor
let dean: Actor
const idOf = (register: string, key: string) => college.idOf(register, key)
const task = (number: string) => idOf('plan-tasks', number)
const inCollege = <T>(work: (tx: Tx) => Promise<T>) => college.inCollege(work)

beforeAll(async () => {
  college = await openPlanCollege()
  engine = college.engine
  office = college.actorAt('quality-office', 'college', ['quality'])
  finance = college.actorAt('unit-head', 'finance', ['finance'])
  leader = college.actorAt('college-leader', 'college')
  dean = college.actorAt('unit-head', 'automotive')
}, 300_000)
afterAll(() => college.close())

const run = (actor: Actor, request: Act) => inCollege((tx) => act(engine, tx, actor, request))
const valuesNow = async (register: string, id: string) =>
  (await inCollege((tx) => showRecord(tx, register, id))).values as Record<string, unknown>
const showRecord = (tx: Tx, register: string, id: string) =>
  getRecord(tx, college.system, catalogue.registers.get(register)!, id)

const propose = async (proposal: Omit<Proposal, 'title' | 'reason'>, actor = office) => {
  const id = await inCollege((tx) =>
    proposeChange(engine, tx, actor, PLAN, { title: '调整安排', reason: '外部条件变化', ...proposal }),
  )
  await run(actor, { register: 'plan-changes', id, action: 'submit', version: 1 })
  return id
}
const step = (actor: Actor, id: string, action: string, version = 2, comment?: string) =>
  run(actor, { register: 'plan-changes', id, action, version, ...(comment ? { comment } : {}) })
const LEAF = 'DH-G07-2-01'
const later = (to: string, number = LEAF) => ({
  changes: [{ register: 'plan-tasks' as const, action: 'update' as const, record: task(number), values: { to } }],
})

describe('a plan in force', () => {
  it('is not changed directly, but for wording by the office and what comes about while it runs', async () => {
    const update = (actor: Actor, register: string, id: string, values: object, version = 1) =>
      run(actor, { register, id, action: 'update', version, values: { ...values }, comment: '更正' })
    expect(await refused(update(office, 'plan-tasks', task(LEAF), { to: '2021-11-30' }))).toContain('已经生效')
    expect(await refused(update(dean, 'plan-tasks', task('DH-G07-1-01'), { name: '别的名称' }))).toContain('已经生效')
    await update(office, 'plan-tasks', task(LEAF), { name: '面向乡村与社区：调研和论证' })
    const milestone = rows.get('plan-milestones')!.at(-1)!.$id
    await update(office, 'plan-milestones', milestone, { reachedOn: '2021-12-30' })
    expect(await refused(update(office, 'plan-levels', idOf('plan-levels', 'group'), { weight: '60' }))).toContain(
      '已经生效',
    )
    expect(
      await refused(
        run(office, { register: 'plan-tasks', id: task(LEAF), action: 'delete', version: 2, comment: '删' }),
      ),
    ).toContain('变更申请')
    const canOf = async (actor: Actor, register: string) =>
      (await inCollege((tx) => listRecords(engine, tx, actor, { register, limit: 1 }))).rows[0]!.can
    const nothing = { update: false, delete: false, actions: [] }
    expect(await canOf(dean, 'plan-tasks')).toMatchObject(nothing)
    expect(await canOf(office, 'plan-tasks')).toMatchObject({ ...nothing, update: true })
    expect(await canOf(dean, 'plan-targets')).toMatchObject({ ...nothing, update: true })
    expect(await refused(update(office, 'plans', idOf('plans', PLAN), { to: '2022-12-31' }))).toContain('不再修改')
  })

  it('shows old beside new, and is changed by the approval of a request as a whole', async () => {
    const added = '0190aaaa-0000-7000-8000-000000000001'
    const id = await propose({
      changes: [
        ...later('2021-11-30').changes,
        {
          register: 'plan-tasks',
          action: 'create',
          record: added,
          values: {
            number: 'DH-G07-2-99',
            name: '乡村课堂',
            level: idOf('plan-levels', 'group'),
            kind: 'leaf',
            parent: task('DH-G07-2'),
            unit: idOf('units', 'automotive'),
            from: '2021-01-01',
            to: '2021-12-31',
          },
        },
        {
          register: 'plan-milestones',
          action: 'create',
          values: { task: added, year: 2021, what: '开课', dueOn: '2021-09-01' },
        },
      ],
    })
    const shown = await inCollege((tx) => showChange(engine, tx, office, id))
    expect(shown.route).toBe('office')
    expect(shown.changes.map(({ register, action, fields }) => [register, action, fields.length])).toEqual([
      ['plan-tasks', 'update', 1],
      ['plan-tasks', 'create', 9],
      ['plan-milestones', 'create', 5],
    ])
    expect(shown.changes[0]!.fields[0]).toMatchObject({ field: 'to', after: '2021-11-30', isStale: false })
    // Lines are written by asking alone, and a request stays with its plan.
    const line = { request: id, unit: idOf('units', 'automotive'), register: 'plan-tasks', action: 'delete' }
    const forged = { ...line, record: added, recordName: 'x', field: 'deleted', fieldName: '停用' }
    for (const [actor, words] of [
      [office, '权限'],
      [college.actorAt('system-administrator', 'college'), '不能直接填写'],
    ] as const)
      expect(await refused(run(actor, { register: 'plan-change-lines', action: 'create', values: forged }))).toContain(
        words,
      )
    const other = { plan: idOf('plans', 'workshop-2026') }
    expect(
      await refused(run(office, { register: 'plan-changes', id, action: 'update', version: 2, values: other })),
    ).toContain('另提申请')

    const before = (await valuesNow('plans', idOf('plans', PLAN)))['edition']
    await step(office, id, 'approve')
    expect(await valuesNow('plan-tasks', task(LEAF))).toMatchObject({ to: '2021-11-30' })
    expect(await valuesNow('plan-tasks', added)).toMatchObject({ number: 'DH-G07-2-99', plan: idOf('plans', PLAN) })
    expect((await valuesNow('plans', idOf('plans', PLAN)))['edition']).toBe(Number(before) + 1)
    const history = await inCollege((tx) => historyOf(tx, 'plan-tasks', task(LEAF)))
    expect(JSON.stringify(history)).toContain(`变更申请 BG-${PLAN}-004`)
    const { changes } = await inCollege((tx) => listChanges(engine, tx, office, PLAN))
    expect(changes.map(({ record, records }) => [record.state, records])).toEqual([
      ['approved', 3],
      ['draft', 1],
      ['submitted', 3],
      ['rejected', 1],
    ])
  })

  it('goes by finance where money moves, and by a leader from the plan’s limit on; money is exact', async () => {
    const budget = (number: string, amount: string) => ({
      register: 'plan-budgets' as const,
      action: 'create' as const,
      values: { task: task(number), year: 2021, source: 'own', amount },
    })
    const moved = await propose({ changes: [budget('DH-G07-1', '-1000'), budget('DH-G07-2', '1000')] })
    expect(await refused(step(office, moved, 'approve'))).toContain('送财务')
    const shown = await inCollege((tx) => showChange(engine, tx, office, moved))
    expect(shown.changes.map(({ budget }) => Number(budget!.after) - Number(budget!.before))).toEqual([-1000, 1000])
    await step(office, moved, 'to-finance')
    // The head of a faculty is not the finance office.
    expect(await refused(step(dean, moved, 'approve', 3))).toMatch(/财务部门|权限/)
    await step(finance, moved, 'approve', 3)
    const total = (await inCollege((tx) => planFigures(engine, tx, college.system, PLAN))).money!.total
    expect(total.budget.tenThousandYuan).toBe('9479.00')

    const tooMuch = await propose({ changes: [budget('DH-G07-1', '-9000000'), budget('DH-G07-2', '1000')] })
    await step(office, tooMuch, 'to-finance')
    await step(finance, tooMuch, 'to-leaders', 3)
    expect(await refused(step(leader, tooMuch, 'approve', 4))).toContain('不能低于 0')
    // The demo's own request waits for the same.
    const waiting = idOf('plan-changes', `BG-${PLAN}-002`)
    expect((await inCollege((tx) => showChange(engine, tx, office, waiting))).moved).toBe('20000.00')
    await step(office, waiting, 'to-finance', 1)
    await step(finance, waiting, 'approve')
    const after = (await inCollege((tx) => planFigures(engine, tx, college.system, PLAN))).money!.total
    expect(after.budget.tenThousandYuan).toBe('9479.00')

    const large = await propose({ changes: [budget('DH-G07-2', '500000')] })
    await step(office, large, 'to-finance')
    expect(await refused(step(finance, large, 'approve', 3))).toContain('校领导')
    await step(finance, large, 'to-leaders', 3)
    await step(leader, large, 'reject', 4, '本年度不再追加')
    expect(
      await refused(propose({ changes: [{ ...budget('DH-G07-2', '1'), action: 'update', record: task(LEAF) }] })),
    ).toContain('调整')
  })

  it('applies one of two requests for the same value; the other says what changed meanwhile', async () => {
    const one = await propose(later('2021-12-15'))
    const two = await propose(later('2021-12-20'))
    const outcomes = await Promise.allSettled([step(office, one, 'approve'), step(office, two, 'approve')])
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const [lost, won] = outcomes[0].status === 'rejected' ? [one, '2021-12-20'] : [two, '2021-12-15']
    expect((await valuesNow('plan-tasks', task(LEAF)))['to']).toBe(won)
    expect(await refused(step(office, lost, 'approve'))).toContain('在申请之后已被另外修改')
    const shown = await inCollege((tx) => showChange(engine, tx, office, lost))
    expect(shown.changes[0]!.fields[0]).toMatchObject({ isStale: true })
    expect(shown.record.state).toBe('submitted')
  })

  it('approves a request once, though two do it at the same moment', async () => {
    const id = await propose(later('2021-12-01'))
    const outcomes = await Promise.allSettled([step(office, id, 'approve'), step(office, id, 'approve')])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const history = await inCollege((tx) => historyOf(tx, 'plan-changes', id))
    expect(history.filter(({ action }) => action === 'approve')).toHaveLength(1)
  })

  it('stays whole: no circle, no dates outside, no leaf with children, no weights that do not add up', async () => {
    const links = rows.get('plan-task-links')!
    const bad: readonly [Proposal['changes'][number], RegExp][] = [
      [
        {
          register: 'plan-task-links',
          action: 'create',
          values: { task: links[0]!['predecessor'], predecessor: links[0]!['task'], note: '反向' },
        },
        /互相等待/,
      ],
      [{ register: 'plan-tasks', action: 'update', record: task(LEAF), values: { to: '2022-03-01' } }, /超出上级/],
      [{ register: 'plan-tasks', action: 'update', record: task('DH-G07-2'), values: { kind: 'leaf' } }, /任务点/],
      [{ register: 'plan-tasks', action: 'update', record: task(LEAF), values: { weight: '40' } }, /权重合计为 40/],
    ]
    for (const [change, words] of bad) {
      const id = await propose({ changes: [change] })
      expect(await refused(step(office, id, 'approve'))).toMatch(words)
      expect((await inCollege((tx) => showChange(engine, tx, office, id))).record.state).toBe('submitted')
    }
  })

  it('tells its views who co-owns what, what is proven, and what may be done', async () => {
    const parts = await inCollege((tx) => planParts(engine, tx, office, PLAN))
    expect(parts).toMatchObject({ canEdit: false, canPropose: true, canCopy: true, me: null })
    const milestones = rows.get('plan-milestones')!.flatMap(({ $id, $key }) => ($key.startsWith('DH-') ? [$id] : []))
    expect(parts.milestones.map(({ id }) => id)).toEqual(expect.arrayContaining(milestones))
    expect(parts.coOwners[0]).toMatchObject({ number: 'DH-G01-3', person: { name: expect.stringContaining('示') } })
    expect(Object.keys(parts.registers)).toContain('plan-budgets')
    const teacher = college.actorAt('teacher', 'automotive', [], 'T0200')
    const own = await inCollege((tx) => planParts(engine, tx, teacher, PLAN))
    expect(own).toMatchObject({ canCopy: false, canPropose: true, me: idOf('people', 'T0200') })
    expect(own.registers).not.toHaveProperty('plan-budgets')
    expect(own.milestones.length).toBeLessThan(parts.milestones.length)
  })

  it('takes a returned request up again: what was asked for before stays in history', async () => {
    const id = await propose({
      changes: [...later('2021-12-02').changes, ...later('2021-12-03', 'DH-G07-2-02').changes],
    })
    await step(office, id, 'return', 2, '请说明理由，第二项不必改')
    const shown = await inCollege((tx) => showChange(engine, tx, office, id))
    expect(shown.wishes!.map(({ record, values }) => [record, values])).toEqual([
      [task(LEAF), { to: '2021-12-02' }],
      [task('DH-G07-2-02'), { to: '2021-12-03' }],
    ])
    // The plan moved on meanwhile: old values are looked up anew.
    await step(office, await propose(later('2021-12-05')), 'approve')
    const budget = { task: task('DH-G07-2'), year: 2021, source: 'own', amount: '10' }
    const revise = (version: number, changes: Proposal['changes'], actor = office) =>
      inCollege((tx) =>
        reviseChange(engine, tx, actor, id, { version, title: '调整安排（二）', reason: '补充', changes }),
      )
    const more = [
      ...later('2021-12-02').changes,
      { register: 'plan-budgets', action: 'create', values: budget } as const,
    ]
    expect(await refused(revise(2, more))).toMatch(/已被|修改/)
    expect(await refused(revise(3, []))).toContain('没有任何变化')
    expect(await refused(revise(3, more, college.actorAt('auditor', 'college')))).toContain('权限')
    await revise(3, more)
    const now = await inCollege((tx) => showChange(engine, tx, office, id))
    expect(now).toMatchObject({ route: 'finance', record: { state: 'draft', values: { title: '调整安排（二）' } } })
    expect(now.changes.map(({ register, fields: [first] }) => [register, first!.before, first!.isStale])).toEqual([
      ['plan-tasks', '2021-12-05', false],
      ['plan-budgets', null, false],
    ])
    await step(office, id, 'submit', 4)
    expect(await refused(revise(5, more))).toContain('已经提交')
    const history = await inCollege((tx) => historyOf(tx, 'plan-changes', id))
    expect(history.map(({ action }) => action)).toEqual(['submit', 'update', 'return', 'submit', 'create'])
    const lines = await inCollege((tx) =>
      tx.run<{ gone: boolean }>(sql`
        SELECT deleted_at IS NOT NULL AS gone FROM records.plan_change_lines
        WHERE college_id = ${tx.collegeId} AND request = ${id} AND field = 'to' ORDER BY id`),
    )
    expect(lines.map(({ gone }) => gone)).toEqual([true, true, false])
    await step(office, id, 'return', 5, '不再需要')
  })

  it('is held against its own earlier edition: what requests have added, moved and changed, and the money', async () => {
    const versions = await inCollege((tx) => listVersions(engine, tx, office, PLAN))
    expect(versions.editions.length).toBe(versions.plan.edition)
    expect(versions.editions.at(-1)).toMatchObject({ key: `${PLAN}@1`, since: null })
    expect(versions.editions[0]!.since!.reason).toContain('变更申请 BG-')
    const found = await inCollege((tx) => comparePlans(engine, tx, office, `${PLAN}@1`, PLAN))
    const of = (register: string, kind: string) =>
      found.differences.filter((one) => one.register === register && one.kind === kind)
    expect(of('plan-tasks', 'added').map(({ task: number, name }) => [number, name])).toEqual([
      ['DH-G07-2-99', '乡村课堂'],
    ])
    expect(of('plan-tasks', 'removed')).toEqual([])
    expect(of('plan-milestones', 'added').map(({ task: number, name }) => [number, name])).toEqual([
      ['DH-G07-2-99', '开课'],
    ])
    const [leaf] = of('plan-tasks', 'changed').filter(({ task: number }) => number === LEAF)
    expect(leaf!.fields).toContainEqual(expect.objectContaining({ field: 'to', after: '2021-12-05' }))
    expect(found.money).toMatchObject({ difference: '0.00' })
    expect(of('plan-budgets', 'changed').map(({ fields }) => fields.map(({ field }) => field))).toContainEqual([
      'amount',
    ])
    expect((await inCollege((tx) => comparePlans(engine, tx, office, PLAN, PLAN))).differences).toEqual([])
    expect(await refused(inCollege((tx) => comparePlans(engine, tx, office, `${PLAN}@99`, PLAN)))).toContain(
      '没有第 99 版',
    )
    // A unit sees its own tasks on both sides, and nothing else.
    const own = await inCollege((tx) => comparePlans(engine, tx, dean, `${PLAN}@1`, PLAN))
    expect(own.registers[0]!.right).toBeLessThan(
      found.registers.find(({ register }) => register === 'plan-tasks')!.right,
    )
    const book = await inCollege((tx) => comparisonWorkbook(engine, tx, office, `${PLAN}@1`, PLAN))
    expect(book.bytes.length).toBeGreaterThan(1000)
  })

  it('is not asked to change by nothing, nor by what belongs elsewhere', async () => {
    expect(
      await refused(propose({ changes: [{ register: 'plan-tasks', action: 'update', record: task(LEAF) }] })),
    ).toContain('没有任何变化')
    const elsewhere = rows.get('plan-tasks')!.find((row) => row['plan'] !== idOf('plans', PLAN))!
    expect(
      await refused(
        propose({
          changes: [{ register: 'plan-tasks', action: 'update', record: elsewhere.$id, values: { weight: '1' } }],
        }),
      ),
    ).toContain('不属于本计划')
    expect(await refused(propose(later('2021-02-31')))).toMatch(/日期|2021-02-31/)
  })
})

describe('a draft', () => {
  const values = { name: '校内计划', kind: 'college', from: '2030-01-01', to: '2031-12-31' }
  const create = (register: string, more: object) => run(office, { register, action: 'create', values: { ...more } })

  it('comes into force when nothing is wrong in it, and takes the place of the plan that it replaces', async () => {
    const old = await create('plans', { ...values, code: 'old-plan' })
    const plan = await create('plans', { ...values, code: 'new-plan', replaces: old.id })
    const enforce = (id: string) => run(office, { register: 'plans', id, action: 'enforce', version: 1 })
    expect(await refused(enforce(plan.id))).toMatch(/权重合计为 0.*还没有任务点/s)
    for (const { id, values: own } of [old, plan]) {
      const code = String(own['code'])
      const level = await create('plan-levels', { code, plan: id, kind: 'school', name: '学校', weight: '100' })
      const common = {
        plan: id,
        level: level.id,
        unit: idOf('units', 'automotive'),
        from: '2030-01-01',
        to: '2030-12-31',
      }
      const board = await create('plan-tasks', { ...common, number: `${code}-1`, name: '板块', kind: 'board' })
      await create('plan-tasks', { ...common, number: `${code}-1-1`, name: '点', kind: 'leaf', parent: board.id })
    }
    await enforce(old.id)
    await enforce(plan.id)
    const states = await inCollege(async (tx) =>
      Promise.all([old, plan].map(async ({ id }) => (await showRecord(tx, 'plans', id)).state)),
    )
    expect(states).toEqual(['replaced', 'in-force'])
  })

  it('refuses owners who left, dates outside, children of leaves, and taking away what has children', async () => {
    const plan = await create('plans', { ...values, code: 'draft-plan' })
    const level = await create('plan-levels', {
      code: 'draft',
      plan: plan.id,
      kind: 'school',
      name: '学校',
      weight: '100',
    })
    const common = {
      plan: plan.id,
      level: level.id,
      unit: idOf('units', 'automotive'),
      from: '2030-01-01',
      to: '2030-12-31',
    }
    const board = await create('plan-tasks', { ...common, number: 'd-1', name: '板块', kind: 'board' })
    const leaf = await create('plan-tasks', { ...common, number: 'd-1-1', name: '点', kind: 'leaf', parent: board.id })
    const gone = await run(college.system, {
      register: 'people',
      action: 'create',
      values: { number: 'GONE1', name: '赵示安', kind: 'staff', unit: idOf('units', 'automotive') },
    })
    const [appointment] = rows.get('appointments')!
    const { $id: _id, $key: _key, $state: _state, ...held } = appointment!
    await run(college.system, {
      register: 'appointments',
      action: 'create',
      values: { ...held, person: gone.id, from: '2020-01-01', to: '2021-01-01' },
    })
    const task = (more: object) =>
      create('plan-tasks', { ...common, number: 'd-x', name: '点', kind: 'leaf', parent: board.id, ...more })
    expect(await refused(task({ owner: gone.id }))).toContain('赵示安 已经离任')
    expect(
      await refused(create('plan-co-owners', { task: leaf.id, person: gone.id, unit: common.unit, duty: '材料' })),
    ).toContain('已经离任')
    expect(await refused(task({ to: '2031-01-01' }))).toContain('超出上级')
    expect(await refused(task({ parent: leaf.id }))).toContain('任务点 d-1-1 下面还有')
    expect(
      await refused(create('plan-tasks', { ...common, number: 'd-2', name: '板块', kind: 'board', to: '2032-01-01' })),
    ).toContain('超出上级 draft-plan')
    expect(
      await refused(run(office, { register: 'plan-tasks', id: board.id, action: 'delete', version: 1, comment: '撤' })),
    ).toContain('d-1-1')
  })
})

describe('a copy', () => {
  it('is a draft under new numbers, moved in time, without progress, actual values and money', async () => {
    const copied = await inCollege((tx) =>
      copyPlan(engine, tx, office, PLAN, { code: 'own-2027', name: '学校自设计划', from: '2027-01-15' }),
    )
    expect(copied.made).toMatchObject({ 'plan-levels': 2, 'plan-milestones': expect.any(Number) })
    const { tasks, plan } = await inCollege((tx) => planTasks(engine, tx, office, 'own-2027'))
    expect(plan).toMatchObject({ state: 'draft', edition: 1, from: '2027-01-15', to: '2029-03-31', kind: 'college' })
    expect(tasks.length).toBe(copied.made['plan-tasks'])
    expect(tasks.filter(({ kind }) => kind === 'leaf').length).toBeGreaterThanOrEqual(412)
    expect(tasks[0]).toMatchObject({ number: 'own-2027-S01', from: '2027-01-15', to: '2029-03-31' })
    const figures = await inCollege((tx) => planFigures(engine, tx, office, 'own-2027'))
    expect(figures.completion.total).toMatchObject({ completed: 0 })
    expect(figures.money!.total.budget.yuan).toBe('0.00')
    expect(figures.scores.total).toBeNull()
    expect(await inCollege((tx) => planProblems(engine, tx, office, 'own-2027'))).toEqual(
      await inCollege((tx) => planProblems(engine, tx, office, PLAN)),
    )
    // Held against its original, every task is found again: days have moved, nothing is new or gone but the money.
    const held = await inCollege((tx) => comparePlans(engine, tx, office, PLAN, 'own-2027'))
    for (const register of ['plan-levels', 'plan-tasks', 'plan-milestones', 'plan-targets'])
      expect(held.registers.find((one) => one.register === register)!.counts).toMatchObject({
        added: 0,
        removed: 0,
        moved: 0,
      })
    const fields = new Set(
      held.differences.flatMap((one) => (one.register === 'plan-tasks' ? one.fields.map(({ field }) => field) : [])),
    )
    expect([...fields].toSorted()).toEqual(['from', 'to'])
    expect(held.money).toMatchObject({ right: '0.00' })
    await run(office, { register: 'plans', id: copied.id, action: 'enforce', version: 1 })
    const again = { code: 'own-2027', name: '同名', from: '2027-01-01' }
    expect(await refused(inCollege((tx) => copyPlan(engine, tx, office, PLAN, again)))).toContain('已经存在')
    const long = { code: 'a'.repeat(36), name: '代号太长', from: '2027-01-01' }
    expect(await refused(inCollege((tx) => copyPlan(engine, tx, office, PLAN, long)))).toContain('更短的计划代号')
    expect(await refused(inCollege((tx) => copyPlan(engine, tx, dean, PLAN, { ...again, code: 'mine' })))).toContain(
      '权限',
    )
  })
})
