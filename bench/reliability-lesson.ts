import { declarations } from '../catalogue/index.gen.ts'
import { demoRows } from '../demo/index.ts'
import { createAccount } from '../src/engine/access/accounts.ts'
import { asSystem } from '../src/engine/access/actor.ts'
import type { Engine } from '../src/engine/engine.ts'
import { createMany } from '../src/engine/records/write-many.ts'
import type { Values } from '../src/engine/records/stored.ts'
import { assembleCatalogue, firstState } from '../src/language/catalogue.ts'
import { makeClient } from '../src/modules/learning-records/store/clients.ts'
import { inOrder } from '../src/server/demo.ts'
import type { TestCollege } from '../src/testing/actors.ts'
import { closureOf, type DemoRow } from '../test/demo-closure.ts'

/** A lesson with its teacher and students, who have accounts: `lecturer`, `pupil0`, `pupil1` … */
export interface Lesson {
  readonly lesson: string
  readonly teachingClass: string
  readonly students: readonly string[]
  /** Of a program that sends learning statements. */
  readonly key: string
  readonly secret: string
}

const PUPILS = 4
const COURSE = 'K0242'
const catalogue = assembleCatalogue(declarations)

/** Takes one lesson of the demo and its students into a college: all of them in one unit. */
export async function addLesson(engine: Engine, college: TestCollege, password: string): Promise<Lesson> {
  const rows: ReadonlyMap<string, readonly DemoRow[]> = demoRows()
  const course = rows.get('courses')!.find(({ $key }) => $key === COURSE)!.$id
  const lesson = rows.get('lessons')!.find((one) => one['course'] === course && one['teachingClass'])!
  const students = rows
    .get('students')!
    .filter((one) => one['className'] === lesson['className'] && !one['leftOn'])
    .slice(0, PUPILS)
  const seeds = [['lessons', lesson] as const, ...students.map((one) => ['students', one] as const)]
  const taken = closureOf(catalogue, rows, seeds, ['units'])
  const system = asSystem(college.id, 'bench')
  /** Every unit is the one that is here. */
  const here = (register: string, values: Readonly<Record<string, unknown>>): Values =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => {
        const field = catalogue.registers.get(register)!.fields[name]
        return [name, value && field?.kind === 'reference' && field.register === 'units' ? college.east : value]
      }),
    ) as Values
  const person = async (register: 'students' | 'staff', row: DemoRow, name: string, role: string) => {
    const values = { number: `L-${name}`, name, kind: register === 'staff' ? 'staff' : 'student', unit: college.east }
    const personId = await college.add('people', values)
    taken.get(register)!.set(row.$id, { ...row, person: personId })
    await engine.database.inCollege(college.id, (tx) =>
      createAccount(engine, tx, system, { name, password, personId, assignments: [{ role, unitId: college.east }] }),
    )
  }
  await person('staff', taken.get('staff')!.get(lesson['teacher'] as string)!, 'lecturer', 'teacher')
  for (const [i, student] of students.entries()) await person('students', student, `pupil${i}`, 'student')
  return engine.database.inCollege(college.id, async (tx) => {
    for (const register of inOrder(catalogue.registers)) {
      const own = [...(taken.get(register.name)?.values() ?? [])].map(({ $id, $key: _key, $state, ...values }) => ({
        id: $id,
        values: here(register.name, values),
        state: $state ?? register.counts?.[0] ?? firstState(register),
      }))
      if (own.length > 0) await createMany(engine, tx, system, register.name, own, { validate: false })
    }
    const admin = { ...system, held: [] }
    const made = await makeClient(engine, tx, admin, { name: '测试客户端', scopes: ['all'] })
    return {
      lesson: lesson.$id,
      teachingClass: lesson['teachingClass'] as string,
      students: students.map(({ $id }) => $id),
      key: made.client.key,
      secret: made.secret,
    }
  })
}
