import { sql } from 'kysely'
import type { FastifyInstance } from 'fastify'
import { expect } from 'vitest'
import { declarations } from '../catalogue/index.gen.ts'
import { demoRows } from '../demo/index.ts'
import { asSystem } from '../src/engine/access/actor.ts'
import { hashPassword } from '../src/engine/access/password-hash.ts'
import { createCollege, listColleges } from '../src/engine/colleges.ts'
import type { Engine } from '../src/engine/engine.ts'
import { act } from '../src/engine/records/act.ts'
import { createMany } from '../src/engine/records/write-many.ts'
import { assembleCatalogue, firstState } from '../src/language/catalogue.ts'
import { createApp } from '../src/server/app.ts'
import { inOrder } from '../src/server/demo.ts'
import { readSettings } from '../src/server/settings.ts'
import { openFilledDatabase } from '../src/testing/database.ts'
import { testBrowser, type TestBrowser } from '../src/testing/sign-in-app.ts'
import { closureOf, type DemoRow } from './demo-closure.ts'

/**
 * Two classes of one course with their lessons, students and teachers, taken from the demo, in a college of their own;
 * people sign in to it and use it over HTTP.
 */
export interface LessonsCollege {
  readonly engine: Engine
  readonly app: FastifyInstance
  readonly collegeId: string
  readonly course: string
  /** Of the teacher, and of another one. */
  readonly teachingClass: string
  readonly otherClass: string
  /** The lessons of the first class in their order. */
  readonly lessons: readonly string[]
  /** The students of the first class by number. */
  readonly students: readonly string[]
  readonly points: readonly string[]
  readonly teacher: TestBrowser
  readonly otherTeacher: TestBrowser
  readonly pupils: readonly TestBrowser[]
  /** Of the other class. */
  readonly otherPupil: TestBrowser
  /** Holds every role in a second college. */
  readonly stranger: TestBrowser
  close(): Promise<void>
}

const catalogue = assembleCatalogue(declarations)
const COURSE = 'K0242'
const PASSWORD = '新能源汽车都从电池学起呢'
const PUPILS = 5

async function load(engine: Engine): Promise<void> {
  const rows: ReadonlyMap<string, readonly DemoRow[]> = demoRows()
  const courseId = rows.get('courses')!.find(({ $key }) => $key === COURSE)!.$id
  const lessons = rows
    .get('lessons')!
    .filter(({ course, teachingClass }) => course === courseId && /-Z0[13]$/.test(teachingClass as string))
  const classes = new Set(lessons.map(({ className }) => className))
  const seeds: [string, DemoRow][] = [
    ...lessons.map((row): [string, DemoRow] => ['lessons', row]),
    ...rows
      .get('students')!
      .filter(({ className }) => classes.has(className))
      .map((row): [string, DemoRow] => ['students', row]),
    ...rows
      .get('knowledge-points')!
      .filter(({ course }) => course === courseId)
      .map((row): [string, DemoRow] => ['knowledge-points', row]),
  ]
  const taken = closureOf(catalogue, rows, seeds)
  const collegeId = await createCollege(engine, { code: 'lessons', name: '示例学院' }, false)
  const system = asSystem(collegeId, 'test')
  await engine.database.inCollege(collegeId, async (tx) => {
    for (const register of inOrder(catalogue.registers)) {
      const own = [...(taken.get(register.name)?.values() ?? [])]
      if (own.length > 0)
        await createMany(
          engine,
          tx,
          system,
          register.name,
          own.map(({ $id, $key: _key, $state, ...values }) => ({
            id: $id,
            values,
            state: $state ?? register.counts?.[0] ?? firstState(register),
          })),
        )
    }
  })
}

/**
 * Opens the college; whoever is named has an account.
 * @param pupilCount so many students of the first class have one
 */
export async function openLessonsCollege(pupilCount = PUPILS): Promise<LessonsCollege> {
  const db = await openFilledDatabase(catalogue, 'lessons', load)
  const collegeId = (await listColleges(db.engine))[0]!.id
  const elsewhere = await createCollege(db.engine, { code: 'elsewhere', name: '邻校' })
  const app = await createApp({
    engine: db.engine,
    settings: readSettings({ DATA_DIR: db.engine.filesDir, LOG_LEVEL: 'silent' }),
  })
  await app.ready()
  const facts = await db.database.inCollege(collegeId, async (tx) => {
    const lessons = await tx.run<{ id: string; tc: string; course: string; teacher: string }>(sql`
      SELECT id, teaching_class AS tc, course, teacher FROM records.lessons WHERE college_id = ${collegeId} ORDER BY teaching_class, held_on`)
    const [unit] = await tx.run<{ id: string }>(
      sql`SELECT id FROM records.units WHERE college_id = ${collegeId} AND parent IS NULL`,
    )
    const students = await tx.run<{ id: string; name: string; unit: string }>(sql`
      SELECT s.id, s.class_name AS name, s.unit_id AS unit FROM records.students s WHERE s.college_id = ${collegeId} AND s.left_on IS NULL ORDER BY s.number`)
    const points = await tx.run<{ id: string }>(
      sql`SELECT id FROM records.knowledge_points WHERE college_id = ${collegeId} ORDER BY place`,
    )
    const [room] = await tx.run<{ name: string }>(
      sql`SELECT class_name AS name FROM records.lessons WHERE college_id = ${collegeId} AND teaching_class = ${lessons[0]!.tc} LIMIT 1`,
    )
    return { lessons, unit: unit!.id, students, points, className: room!.name }
  })
  const hash = await hashPassword(PASSWORD)
  let serial = 0
  const addAccount = (
    college: string,
    roles: readonly string[],
    unit: string,
    record?: ['students' | 'staff', string],
  ) =>
    db.database.inCollege(college, async (tx) => {
      const name = `someone${++serial}`
      const at = new Date().toISOString()
      const id = `00000000-0000-7000-9100-${String(serial).padStart(12, '0')}`
      let person: string | null = null
      if (record) {
        const table = sql.table(`records.${record[0]}`)
        // Most of the demo's students have no account, and so no person.
        const [known] = await tx.run<{ person: string | null }>(
          sql`SELECT person FROM ${table} WHERE college_id = ${college} AND id = ${record[1]}`,
        )
        person =
          known!.person ??
          (
            await act(db.engine, tx, asSystem(college, 'test'), {
              register: 'people',
              action: 'create',
              values: { number: `P${serial}`, name, kind: record[0] === 'staff' ? 'staff' : 'student', unit },
            })
          ).id
        await tx.run(
          sql`UPDATE ${table} SET person = ${person}, owner_id = ${person} WHERE college_id = ${college} AND id = ${record[1]}`,
        )
      }
      await tx.run(sql`
        INSERT INTO accounts (college_id, id, name, password_hash, person_id, display_name, created_at, password_changed_at)
        VALUES (${college}, ${id}, ${name}, ${hash}, ${person}, ${name}, ${at}, ${at})`)
      for (const [i, role] of roles.entries())
        await tx.run(sql`
          INSERT INTO assignments (college_id, id, account_id, role, unit_id)
          VALUES (${college}, ${`00000000-0000-7000-93${String(i).padStart(2, '0')}-${String(serial).padStart(12, '0')}`}, ${id}, ${role}, ${unit})`)
      return name
    })
  const signIn = async (college: string, name: string) => {
    const browser = testBrowser(app, `10.8.${++serial}.1`)
    const { status } = await browser.call('POST', '/api/session', { college, name, password: PASSWORD })
    expect(status).toBe(200)
    return browser
  }
  const sign = async (roles: readonly string[], record: ['students' | 'staff', string]) =>
    signIn('lessons', await addAccount(collegeId, roles, facts.unit, record))
  const [own, others] = [facts.lessons.at(0)!.tc, facts.lessons.at(-1)!.tc]
  const ofClass = facts.students.filter(({ name }) => name === facts.className).map(({ id }) => id)
  const ofOther = facts.students.find(({ name }) => name !== facts.className)!.id
  const teacherOf = (tc: string) => facts.lessons.find((lesson) => lesson.tc === tc)!.teacher
  const pupils: TestBrowser[] = []
  for (const id of ofClass.slice(0, pupilCount)) pupils.push(await sign(['student'], ['students', id]))
  const root = await db.database.inCollege(elsewhere, async (tx) =>
    tx.run<{ id: string }>(sql`SELECT id FROM records.units WHERE college_id = ${elsewhere} AND parent IS NULL`),
  )
  return {
    engine: db.engine,
    app,
    collegeId,
    course: facts.lessons[0]!.course,
    teachingClass: own,
    otherClass: others,
    lessons: facts.lessons.filter(({ tc }) => tc === own).map(({ id }) => id),
    students: ofClass,
    points: facts.points.map(({ id }) => id),
    teacher: await sign(['teacher'], ['staff', teacherOf(own)]),
    otherTeacher: await sign(['teacher'], ['staff', teacherOf(others)]),
    pupils,
    otherPupil: await sign(['student'], ['students', ofOther]),
    stranger: await signIn('elsewhere', await addAccount(elsewhere, [...catalogue.roles.keys()], root[0]!.id)),
    async close() {
      await app.close()
      await db.close()
    },
  }
}
