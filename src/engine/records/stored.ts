import { type RawBuilder, sql } from 'kysely'
import { snake, tableOf } from '../../database/plan.ts'
import { sqlOf } from '../../fields/sqls.ts'
import type { AnyRegister } from '../../language/register.ts'

export type Values = Readonly<Record<string, unknown>>

/** A record as the engine holds it. */
export interface Stored {
  readonly id: string
  readonly state: string
  readonly version: number
  readonly unitId: string
  readonly ownerId: string | null
  readonly createdBy: string | null
  readonly createdAt: string
  readonly updatedAt: string
  readonly deletedAt: string | null
  readonly values: Values
}

export const table = (register: { name: string }) => sql.table(`records.${tableOf(register)}`)
export const column = (field: string) => sql.ref(snake(field))

const SYSTEM = ['id', 'state', 'version', 'unit_id', 'owner_id', 'created_by', 'created_at', 'updated_at', 'deleted_at']
const lists = new WeakMap<AnyRegister, RawBuilder<unknown>>()

/** Everything of a record, in the order of the declaration. Worked out once: every list and record asks for it. */
export function columns(register: AnyRegister): RawBuilder<unknown> {
  const known = lists.get(register)
  if (known) return known
  const made = sql.raw([...SYSTEM, ...Object.keys(register.fields).map(snake)].map((name) => `"${name}"`).join(', '))
  lists.set(register, made)
  return made
}

export type Row = Readonly<Record<string, unknown>>

interface Reader {
  readonly name: string
  readonly column: string
  readonly read: (value: unknown) => unknown
}

/** How each field is read, worked out once: exports read a hundred thousand rows. */
const readers = new WeakMap<AnyRegister, readonly Reader[]>()

function readersOf(register: AnyRegister): readonly Reader[] {
  const known = readers.get(register)
  if (known) return known
  const made = Object.entries(register.fields).map(([name, field]) => ({
    name,
    column: snake(name),
    read: sqlOf(field).read,
  }))
  readers.set(register, made)
  return made
}

/** A row of the register's table as a record. */
export function stored(register: AnyRegister, row: Row): Stored {
  const values: Record<string, unknown> = {}
  for (const { name, column, read } of readersOf(register)) {
    const value = row[column]
    values[name] = value === null || value === undefined ? null : read(value)
  }
  return {
    id: row['id'] as string,
    state: row['state'] as string,
    version: row['version'] as number,
    unitId: row['unit_id'] as string,
    ownerId: row['owner_id'] as string | null,
    createdBy: row['created_by'] as string | null,
    createdAt: row['created_at'] as string,
    updatedAt: row['updated_at'] as string,
    deletedAt: row['deleted_at'] as string | null,
    values,
  }
}

/** Whether two values of a field are equal. Values are canonical, so their texts are. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' && typeof b !== 'object') return (a ?? null) === (b ?? null)
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
}

/** A value as the driver takes it. */
export function written(register: AnyRegister, name: string, value: unknown): unknown {
  const field = register.fields[name]
  return value === null || value === undefined || !field ? null : sqlOf(field).write(value as never)
}

/**
 * Records whose reference leads to one of these. A record's unit and person stand in unit_id and owner_id as well:
 * asked there first, because the index is there.
 */
export function refersTo(register: AnyRegister, field: string, ids: readonly string[]): RawBuilder<unknown> {
  const direct = sql`${column(field)} = ANY(${[...ids]}::uuid[])`
  const twin = field === register.unit ? 'unit_id' : field === register.person ? 'owner_id' : null
  return twin ? sql`(${sql.ref(twin)} = ANY(${[...ids]}::uuid[]) AND ${direct})` : direct
}
