import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import { ruleOf } from '../../fields/rules.ts'
import type { AnyRegister } from '../../language/register.ts'
import type { WireRecord } from '../../language/wire.ts'
import type { Actor } from '../access/actor.ts'
import type { Engine } from '../engine.ts'
import { can, mayReadField } from './allowed.ts'
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

/** The readable part of each record, with titles of what it refers to and what the actor can do next. */
export async function present(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  register: AnyRegister,
  records: readonly Stored[],
): Promise<WireRecord[]> {
  const references = Object.entries(register.fields).filter(([, f]) => f.kind === 'reference')
  const wanted = new Map<string, string[]>()
  for (const [name, field] of references)
    if (field.kind === 'reference')
      for (const record of records) {
        const id = record.values[name]
        if (typeof id === 'string') wanted.set(field.register, [...(wanted.get(field.register) ?? []), id])
      }
  const titles = new Map<string, Map<string, string>>()
  for (const [target, ids] of wanted) titles.set(target, await titlesOf(engine, tx, target, ids))
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
      can: can(register, actor, record),
    }
  })
}
