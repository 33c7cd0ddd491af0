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

/** The readable part of each record, with titles of what it refers to and what the actor can do next. */
export async function present(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  register: AnyRegister,
  records: readonly Stored[],
  isTitled = true,
): Promise<WireRecord[]> {
  const references = isTitled ? Object.entries(register.fields).filter(([, f]) => f.kind === 'reference') : []
  const wanted = new Map<string, Set<string>>()
  for (const [name, field] of references)
    if (field.kind === 'reference')
      for (const record of records) {
        const id = record.values[name]
        if (typeof id === 'string') wanted.set(field.register, (wanted.get(field.register) ?? new Set()).add(id))
      }
  const titles = await titlesIn(engine, tx, wanted)
  const refused = await withheld(engine, tx, actor, register.name, records)
  const open = new Map(Object.keys(register.fields).map((name) => [name, mayReadField(register, actor, name)]))
  return records.map((record) => {
    const values: Record<string, unknown> = {}
    const masked: string[] = []
    const named: Record<string, string> = {}
    for (const [name, field] of Object.entries(register.fields)) {
      const value = record.values[name]
      if (open.get(name)) values[name] = value
      else if (value !== null && value !== undefined) {
        masked.push(name)
        values[name] = ruleOf(field).mask?.(value as never) ?? null
      }
      if (field.kind === 'reference' && open.get(name) && typeof value === 'string') {
        const title = titles.get(field.register)?.get(value)
        if (title !== undefined) named[name] = title
      }
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
