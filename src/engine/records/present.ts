import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import { ruleOf } from '../../fields/rules.ts'
import type { AnyRegister } from '../../language/register.ts'
import type { WireRecord } from '../../language/wire.ts'
import type { Actor } from '../access/actor.ts'
import type { Engine } from '../engine.ts'
import { unitTree } from '../units.ts'
import { can, mayReadField } from './allowed.ts'
import { withheld } from './guards.ts'
import { column, type Stored, table } from './stored.ts'

/** Titles of records by id: what references are shown as. */
export async function titlesOf(
  engine: Engine,
  tx: Tx,
  registerName: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const register = engine.catalogue.registers.get(registerName)
  if (!register || ids.length === 0) return new Map()
  const rows = await tx.run<{ id: string; title: unknown }>(
    sql`SELECT id, ${column(register.title)} AS title FROM ${table(register)} WHERE college_id = ${tx.collegeId} AND id = ANY(${[...new Set(ids)]}::uuid[])`,
  )
  return new Map(rows.map((r) => [r.id, String(r.title ?? '')]))
}

/** The same for several registers in one statement: a round trip each would cost more than the titles do. */
async function titlesIn(
  engine: Engine,
  tx: Tx,
  wanted: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<Map<string, Map<string, string>>> {
  const found = new Map([...wanted].map(([name]) => [name, new Map<string, string>()]))
  const asked = new Map(wanted)
  const units = wanted.get('units')
  if (units) {
    // Nearly every record names one, and they are at hand; those out of use are not among them.
    const tree = await unitTree(engine.database, tx)
    const names = found.get('units')!
    for (const id of units) {
      const unit = tree.units.get(id)
      if (unit) names.set(id, unit.name)
    }
    if (names.size === units.size) asked.delete('units')
  }
  const parts = [...asked].flatMap(([name, ids]) => {
    const register = engine.catalogue.registers.get(name)
    return register
      ? [
          sql`SELECT ${sql.lit(name)} AS register, id, ${column(register.title)}::text AS title FROM ${table(register)} WHERE college_id = ${tx.collegeId} AND id = ANY(${[...ids]}::uuid[])`,
        ]
      : []
  })
  if (parts.length === 0) return found
  const rows = await tx.run<{ register: string; id: string; title: string | null }>(sql.join(parts, sql` UNION ALL `))
  for (const { register, id, title } of rows) found.get(register)!.set(id, title ?? '')
  return found
}

const referencesOf = (register: AnyRegister) =>
  Object.entries(register.fields).flatMap(([name, field]) =>
    field.kind === 'reference' ? [[name, field] as const] : [],
  )

/** The readable part of each record, with titles of what it refers to and what the actor can do next. */
export async function present(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  register: AnyRegister,
  records: readonly Stored[],
  isTitled = true,
): Promise<WireRecord[]> {
  const references = isTitled ? referencesOf(register) : []
  const wanted = new Map<string, Set<string>>()
  for (const [name, field] of references)
    for (const record of records) {
      const id = record.values[name]
      if (typeof id === 'string') wanted.set(field.register, (wanted.get(field.register) ?? new Set()).add(id))
    }
  const titles = await titlesIn(engine, tx, wanted)
  const refused = await withheld(engine, tx, actor, register.name, records)
  const names = Object.keys(register.fields)
  const closed = names.filter((name) => !mayReadField(register, actor, name))
  const isOpen = (name: string) => !closed.includes(name)
  const open = references.filter(([name]) => isOpen(name))
  return records.map((record) => {
    const masked: string[] = []
    let { values } = record
    if (closed.length > 0) {
      const shown: Record<string, unknown> = {}
      for (const name of names) {
        const value = values[name]
        if (isOpen(name)) shown[name] = value
        else if (value !== null && value !== undefined) {
          masked.push(name)
          shown[name] = ruleOf(register.fields[name]!).mask?.(value as never) ?? null
        }
      }
      values = shown
    }
    const named: Record<string, string> = {}
    for (const [name, field] of open) {
      const title = titles.get(field.register)?.get(record.values[name] as string)
      if (title !== undefined) named[name] = title
    }
    return {
      id: record.id,
      state: record.state,
      version: record.version,
      unitId: record.unitId,
      createdBy: record.createdBy ?? '',
      createdAt: record.createdAt,
      updatedAt: record.updatedAt,
      deletedAt: record.deletedAt,
      values,
      masked,
      titles: named,
      can: can(register, actor, record, refused.get(record.id)),
    }
  })
}
