import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { declarations } from '../catalogue/index.gen.ts'
import { demoRows } from '../demo/index.ts'
import type { Tx } from '../src/database/connection.ts'
import { type Actor, asSystem } from '../src/engine/access/actor.ts'
import { createCollege } from '../src/engine/colleges.ts'
import { act } from '../src/engine/records/act.ts'
import { createMany } from '../src/engine/records/write-many.ts'
import { Refusal } from '../src/engine/refusal.ts'
import { assembleCatalogue, firstState } from '../src/language/catalogue.ts'
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
afterAll(() => db.close())

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

  it('close a stage check together, not before', () =>
    scratch(async (tx) => {
      const close = on('plan-checks', 'workshop-2026-10', 'close')
      expect(await refusedWith(tx, () => act(db.engine, tx, office(), close))).toMatch(/还有 2 个问题没有整改验收/)
      const made = { ...rows.get('plan-findings')![0]!, $key: '', $id: '' }
      const values = { check: made['check'], unit: made['unit'], responsible: made['responsible'], what: '新问题' }
      const create = { register: 'plan-findings', action: 'create', values: { ...values, mendBy: '2026-12-31' } }
      expect(await refusedWith(tx, () => act(db.engine, tx, head(), create))).toMatch(/由双高办登记/)
    }))
})
