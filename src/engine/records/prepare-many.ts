import type { Tx } from '../../database/connection.ts'
import type { AnyRegister, Problem } from '../../language/register.ts'
import type { Actor } from '../access/actor.ts'
import { type Reach, reaches, reachesNothing, reachOf } from '../access/reach.ts'
import type { Engine } from '../engine.ts'
import { notAllowed } from '../refusal.ts'
import { growTree, type UnitTree, unitTree } from '../units.ts'
import { ownerOf } from './act.ts'
import { mayReadField, mayUpdate } from './allowed.ts'
import type { Stored, Values } from './stored.ts'
import { rememberedReadings, validate } from './validate.ts'

/** Steps 2 and 3 of `act`, for many records at once: what is asked of the database is asked only once. */
export interface Desk {
  readonly register: AnyRegister
  readonly actor: Actor
  readonly write: Reach
  readonly read: Reach
  /** Fields that the actor may not read, hence may not fill. */
  readonly closed: ReadonlySet<string>
  /** The unit of what names no unit. */
  readonly office: string
  readonly readings: ReturnType<typeof rememberedReadings>
  unitOf(values: Values, id: string): string
}

/** What a row comes to, before it is written. */
export interface Prepared {
  readonly values: Values
  readonly unitId: string
  readonly ownerId: string | null
  readonly problems: readonly Problem[]
}

/** A row of units as they are made together with their tree. */
interface UnitRow {
  readonly id: string
  readonly values: Values
}

/**
 * Opens a register for writing many records.
 * @param made units that are made in this batch: the first units of a college have no tree yet
 * @throws Refusal 403 when the actor may write nothing there
 */
export async function openDesk(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  register: AnyRegister,
  made: readonly UnitRow[] = [],
): Promise<Desk> {
  const write = reachOf(register, actor, 'write')
  if (reachesNothing(write)) throw notAllowed({ zh: `新增“${register.label.zh}”`, en: `add to "${register.label.en}"` })
  const root = register.name === 'units' ? made.find((row) => isRoot(row.values)) : undefined
  const tree = root ? treeOf(made) : await unitTree(engine.database, tx)
  const office = tree.ofOffice(register.owner).id
  return {
    register,
    actor,
    write,
    read: reachOf(register, actor, 'read'),
    closed: new Set(Object.keys(register.fields).filter((name) => !mayReadField(register, actor, name))),
    office,
    readings: rememberedReadings(),
    unitOf(values, id) {
      const named = register.unit === undefined ? null : values[register.unit]
      if (typeof named === 'string') return named
      return register.name === 'units' && isRoot(values) ? id : office
    },
  }
}

const isRoot = (values: Values) => (values['parent'] ?? null) === null

function treeOf(rows: readonly UnitRow[]): UnitTree {
  const text = (value: unknown) => (typeof value === 'string' ? value : null)
  return growTree(
    rows.map(({ id, values }) => ({
      id,
      code: String(values['code']),
      name: String(values['name']),
      kind: String(values['kind']),
      office: text(values['office']),
      parentId: text(values['parent']),
      order: 0,
      to: text(values['to']),
    })),
  )
}

/** Checks a new record as `act` would. */
export function prepareNew(desk: Desk, id: string, input: Values, check = validate): Prepared {
  const { register, actor } = desk
  const closed = closedProblems(desk, input)
  const { values, problems } = check(register, input, null, desk.readings)
  const unitId = desk.unitOf(values, id)
  const ownerId = ownerOf(register, values)
  const outside = !reaches(desk.write, actor, { unitId, ownerId, createdBy: actor.accountId })
  return { values, unitId, ownerId, problems: allOf(closed, problems, outside ? [outOfScope(register)] : []) }
}

/** Checks new values of a record as `act` would; whether the actor may change it at all is asked before: `mayChange`. */
export function prepareChange(desk: Desk, before: Stored, input: Values): Prepared {
  const { register, actor } = desk
  const closed = closedProblems(desk, input)
  const { values, problems } = validate(register, input, before.values, desk.readings)
  const unitId = desk.unitOf(values, before.id)
  const ownerId = ownerOf(register, values)
  const isMoved = unitId !== before.unitId || ownerId !== before.ownerId
  const outside = isMoved && !reaches(desk.write, actor, { unitId, ownerId, createdBy: before.createdBy })
  return { values, unitId, ownerId, problems: allOf(closed, problems, outside ? [outOfScope(register)] : []) }
}

/** Why the actor may not change this record at all; null when they may. */
export function changeRefused(desk: Desk, before: Stored): Problem | null {
  const { register, actor } = desk
  if (!reaches(desk.read, actor, before) || !reaches(desk.write, actor, before))
    return {
      message: { zh: '这条记录已存在，但不在您的权限范围内', en: 'This record exists already, outside your scope' },
    }
  if (mayUpdate(register, actor, before)) return null
  if (register.eventsAt)
    return {
      message: {
        zh: '这一事件已经登记，而且内容不同。事件不能修改：请先停用已有的那条，再导入',
        en: 'This event is recorded already, with other values. Events are not changed: take that one out of use first',
      },
    }
  return {
    message: {
      zh: `这条记录的状态（${before.state}）不允许您修改，请先退回或由有权限的人修改`,
      en: `This record is in state "${before.state}", in which you may not change it: have it returned, or ask whoever may`,
    },
  }
}

const NONE: readonly Problem[] = []

function allOf(...lists: readonly (readonly Problem[])[]): readonly Problem[] {
  const filled = lists.filter((list) => list.length > 0)
  return filled.length === 0 ? NONE : filled.flat()
}

function closedProblems({ register, closed }: Desk, input: Values): readonly Problem[] {
  if (closed.size === 0) return NONE
  return [...closed]
    .filter((field) => field in input && field in register.fields)
    .map((field) => ({ field, message: { zh: '您没有填写这一项的权限', en: 'You may not fill this field' } }))
}

function outOfScope(register: AnyRegister): Problem {
  const field = register.unit ?? register.person
  return {
    ...(field ? { field } : {}),
    message: {
      zh: '您只能登记自己权限范围内的单位或人员',
      en: 'You may only enter units or persons within your own scope',
    },
  }
}
