import { declarations } from '../catalogue/index.gen.ts'
import { createDemoContext } from '../demo/context.ts'
import { demoRows } from '../demo/index.ts'
import type { Tx } from '../src/database/connection.ts'
import { type Actor, asSystem } from '../src/engine/access/actor.ts'
import { createCollege, listColleges } from '../src/engine/colleges.ts'
import type { Engine } from '../src/engine/engine.ts'
import { createMany } from '../src/engine/records/write-many.ts'
import { unitTree } from '../src/engine/units.ts'
import { assembleCatalogue, firstState } from '../src/language/catalogue.ts'
import { loadClassroom } from '../src/server/demo-classroom.ts'
import { inOrder } from '../src/server/demo.ts'
import { openFilledDatabase } from '../src/testing/database.ts'

/** The demo's classroom in a college of its own: six classes of one course, with everything that happened in them. */
export interface TaughtCollege {
  readonly engine: Engine
  readonly collegeId: string
  idOf(register: string, key: string): string
  inCollege<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Somebody who holds a role at a unit; with the person of a staff or student number. */
  actor(role: string, unit: string, number?: string): Promise<Actor>
  close(): Promise<void>
}

const catalogue = assembleCatalogue(declarations)
const demo = createDemoContext()
const NAMES = [
  'units',
  'terms',
  'majors',
  'training-programmes',
  'courses',
  'programme-courses',
  'classrooms',
  'knowledge-points',
  'people',
]

async function fill(engine: Engine): Promise<void> {
  const collegeId = await createCollege(engine, { code: 'taught', name: '示例学院' }, false)
  const rows = demoRows()
  const lessons = (rows.get('lessons') ?? []).filter(({ $key }) => $key.includes('-K0242-Z'))
  const classes = new Set(lessons.map((lesson) => lesson['className']))
  const chosen = new Map([
    ['lessons', lessons],
    ['students', rows.get('students')!.filter((student) => classes.has(student['className']))],
    ['staff', rows.get('staff')!],
    ['course-selections', rows.get('course-selections')!.filter(({ $key }) => $key.endsWith('/K0242'))],
  ])
  await engine.database.inCollege(collegeId, async (tx) => {
    for (const register of inOrder(catalogue.registers)) {
      const own = chosen.get(register.name) ?? (NAMES.includes(register.name) ? rows.get(register.name) : undefined)
      if (!own) continue
      // What refers to registers that are not here refers to nothing.
      const gone = Object.entries(register.fields).flatMap(([name, field]) =>
        field.kind === 'reference' && !chosen.has(field.register) && !NAMES.includes(field.register) ? [name] : [],
      )
      await createMany(
        engine,
        tx,
        asSystem(collegeId, 'test'),
        register.name,
        own.map(({ $id, $key: _key, $state, ...values }) => ({
          id: $id,
          values: { ...values, ...Object.fromEntries(gone.map((name) => [name, null])) },
          state: $state ?? register.counts?.[0] ?? firstState(register),
        })),
        { validate: false },
      )
    }
    await loadClassroom(engine, tx, demo)
  })
}

export async function openTaughtCollege(): Promise<TaughtCollege> {
  const db = await openFilledDatabase(catalogue, 'taught', fill)
  const collegeId = (await listColleges(db.engine)).find(({ code }) => code === 'taught')!.id
  const inCollege: TaughtCollege['inCollege'] = (work) => db.database.inCollege(collegeId, work)
  let serial = 0
  return {
    engine: db.engine,
    collegeId,
    idOf: (register, key) => demo.id(register, key),
    inCollege,
    async actor(role, unit, number) {
      const tree = await inCollege((tx) => unitTree(db.database, tx))
      const unitId = unit === 'college' ? tree.root.id : demo.id('units', unit)
      const personId = number === undefined ? null : demo.id('people', number)
      const unitIds = tree.below(unitId)
      return {
        collegeId,
        accountId: `00000000-0000-7000-9000-${String(++serial).padStart(12, '0')}`,
        personId,
        name: role,
        lang: 'zh',
        held: [
          {
            role,
            unitId,
            unitIds,
            isRoot: unit === 'college',
            offices: unitIds.flatMap((id) => tree.units.get(id)?.office ?? []),
          },
        ],
      }
    },
    close: () => db.close(),
  }
}
