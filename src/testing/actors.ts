import type { Actor, Held } from '../engine/access/actor.ts'
import { asSystem } from '../engine/access/actor.ts'
import { createCollege } from '../engine/colleges.ts'
import { act } from '../engine/records/act.ts'
import type { Values } from '../engine/records/stored.ts'
import type { Engine } from '../engine/engine.ts'
import { unitTree } from '../engine/units.ts'

let serial = 0
const testId = () => `00000000-0000-7000-9000-${(++serial).toString().padStart(12, '0')}`

export interface TestCollege {
  readonly id: string
  readonly root: string
  readonly east: string
  readonly eastRoom: string
  readonly west: string
  readonly stores: string
  /** An actor holding roles at units. */
  actor(...held: readonly (readonly [role: string, unit: string])[]): Promise<Actor>
  person(name: string, unit: string): Promise<string>
  /** Makes a record as the system and gives its id. */
  add(register: string, values: Values): Promise<string>
}

/** A college with a root, two workshops (one with a room below it) and the stores office; periods 2022 and 2023. */
export async function makeTestCollege(engine: Engine, code: string): Promise<TestCollege> {
  const id = await createCollege(engine, { code, name: `示例学院 ${code}` })
  const system = asSystem(id, 'test')
  const add = async (register: string, values: Values) =>
    (await engine.database.inCollege(id, (tx) => act(engine, tx, system, { register, action: 'create', values }))).id
  const tree = () => engine.database.inCollege(id, (tx) => unitTree(engine.database, tx))
  const root = (await tree()).root.id
  const unit = (unitCode: string, parent: string, more: Values = {}) =>
    add('units', { code: unitCode, name: `${unitCode} 单位`, kind: 'faculty', parent, ...more })
  const east = await unit('east', root)
  const eastRoom = await unit('east-room', east, { kind: 'section' })
  const west = await unit('west', root)
  const stores = await unit('stores', root, { kind: 'office', office: Object.keys(engine.catalogue.offices.values)[0] })
  const year = (y: number) => ({
    code: String(y),
    name: `${y} 年度`,
    schoolYearFrom: `${y - 1}-09-01`,
    schoolYearTo: `${y}-08-31`,
    calendarYearFrom: `${y - 1}-01-01`,
    calendarYearTo: `${y - 1}-12-31`,
    asOf: `${y}-08-31`,
  })
  const previous = await add('periods', year(2022))
  await add('periods', { ...year(2023), previous })
  return {
    id,
    root,
    east,
    eastRoom,
    west,
    stores,
    add,
    person: (name, inUnit) => add('people', { number: `P${++serial}`, name, kind: 'staff', unit: inUnit }),
    async actor(...pairs) {
      const units = await tree()
      const held: Held[] = pairs.map(([role, unitId]) => {
        const unitIds = units.below(unitId)
        return {
          role,
          unitId,
          unitIds,
          isRoot: unitId === root,
          offices: unitIds.flatMap((u) => units.units.get(u)?.office ?? []),
        }
      })
      return {
        collegeId: id,
        accountId: testId(),
        personId: null,
        name: pairs.map(([role]) => role).join('+'),
        lang: 'zh',
        held,
      }
    },
  }
}
