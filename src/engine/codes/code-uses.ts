import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import type { Catalogue } from '../../language/catalogue.ts'
import type { Codes } from '../../language/codes.ts'
import type { AnyRegister } from '../../language/register.ts'
import type { Engine } from '../engine.ts'
import { column, table } from '../records/stored.ts'

/** A field that takes its values from a list. */
export interface CodeUse {
  readonly register: AnyRegister
  readonly field: string
}

const known = new WeakMap<Catalogue, ReadonlyMap<Codes, readonly CodeUse[]>>()

/** The fields that take their values from a list, by what is declared. */
export function usesOf(catalogue: Catalogue, list: Codes): readonly CodeUse[] {
  let uses = known.get(catalogue)
  if (!uses) {
    const all = [...catalogue.registers.values()].flatMap((register) =>
      Object.entries(register.fields).flatMap(([field, declared]) =>
        'codes' in declared ? [{ register, field, codes: declared.codes }] : [],
      ),
    )
    uses = Map.groupBy(all, ({ codes }) => codes)
    known.set(catalogue, uses)
  }
  return uses.get(list) ?? []
}

/** Whether any record of the college holds a value, those out of use included: they may come back. */
export async function isHeld(engine: Engine, tx: Tx, list: Codes, value: string): Promise<boolean> {
  for (const { register, field } of usesOf(engine.catalogue, list)) {
    const holds =
      register.fields[field]?.kind === 'choices'
        ? sql`${value} = ANY(${column(field)})`
        : sql`${column(field)} = ${value}`
    const [row] = await tx.run(
      sql`SELECT 1 FROM ${table(register)} WHERE college_id = ${tx.collegeId} AND ${holds} LIMIT 1`,
    )
    if (row) return true
  }
  return false
}
