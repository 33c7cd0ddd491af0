import { createAccount } from '../src/engine/access/accounts.ts'
import { asSystem } from '../src/engine/access/actor.ts'
import { listColleges } from '../src/engine/colleges.ts'
import { createMany } from '../src/engine/records/write-many.ts'
import type { Values } from '../src/engine/records/stored.ts'
import { makeTestCollege } from '../src/testing/actors.ts'
import { addLesson, type Lesson } from './reliability-lesson.ts'
import { type Opened, openEngine } from '../src/server/open.ts'
import { readSettings } from '../src/server/settings.ts'

export const PASSWORD = 'reliability password 1'
export const YEAR = 2024

/** What clients need to know of the college that they write to. */
export interface College {
  readonly id: string
  readonly person: string
  readonly task: string
  readonly unit: string
  readonly learner: string
  readonly issuer: string
  readonly lesson: Lesson
}

/** Opens the engine on a data folder, beside the running program. */
export const openOn = (dataDir: string): Promise<Opened> => openEngine(readSettings({ DATA_DIR: dataDir }))

/** A college with people, a plan with money, a credit bank, a lesson, and an account for everybody who has a step to take. */
export async function makeCollege(dataDir: string): Promise<College> {
  const { engine, close } = await openOn(dataDir)
  try {
    const college = await makeTestCollege(engine, 'reliability')
    const { add, east, root } = college
    const unit = (code: string, name: string, office: string) =>
      add('units', { code, name, kind: 'office', parent: root, office })
    const finance = await unit('fin', '财务处', 'finance')
    const bank = await unit('ce', '继续教育学院', 'continuing-education')
    const plan = await add('plans', { code: 'p1', name: '计划', kind: 'college', from: '2024-01-01', to: '2025-12-31' })
    const level = await add('plan-levels', { code: 'L', plan, kind: 'school', name: '学校', weight: '100' })
    const node = (number: string, kind: string, parent: string | null) =>
      add('plan-tasks', {
        number,
        name: number,
        plan,
        level,
        kind,
        parent,
        unit: east,
        from: '2024-01-01',
        to: '2025-12-31',
      })
    const task = await node('B1-1', 'task', await node('B1', 'board', null))
    const leaf = await node('B1-1-1', 'leaf', task)
    const system = asSystem(college.id, 'bench')
    const budget: Values = {
      number: 'B',
      task,
      unit: east,
      year: YEAR,
      source: 'own',
      kind: 'budget',
      amount: '90000000',
    }
    await engine.database.inCollege(college.id, (tx) =>
      createMany(engine, tx, system, 'plan-budgets', [{ values: budget, state: 'approved' }]),
    )
    const person = await college.person('张示教', east)
    const issuer = await add('credit-institutions', {
      code: 'firm',
      name: '评价机构',
      kind: 'assessment-body',
      joinedOn: '2020-01-01',
    })
    const learner = await add('credit-learners', {
      number: 'XZ-1',
      name: '焊示工',
      proof: 'verified',
      identity: '110101199003070038',
      stage: 'worker',
      openedOn: '2024-01-01',
    })
    const accounts: readonly [string, string, string, string | null][] = [
      ['admin', 'system-administrator', root, null],
      ['teacher', 'teacher', east, person],
      ['head', 'unit-head', east, null],
      ['finance', 'reviewer', finance, null],
      ['bank', 'reviewer', bank, null],
      ['quality', 'quality-office', root, null],
    ]
    for (const [name, role, unitId, personId] of accounts)
      await engine.database.inCollege(college.id, (tx) =>
        createAccount(engine, tx, system, {
          name,
          password: PASSWORD,
          assignments: [{ role, unitId }],
          ...(personId === null ? {} : { personId }),
        }),
      )
    const lesson = await addLesson(engine, college, PASSWORD)
    return { id: college.id, person, task: leaf, unit: east, learner, issuer, lesson }
  } finally {
    await close()
  }
}

/** The only college on a data folder. */
export async function onlyCollege({ engine }: Opened): Promise<string> {
  const [college] = await listColleges(engine)
  return college!.id
}
