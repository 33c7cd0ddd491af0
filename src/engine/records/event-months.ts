import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import { tableOf } from '../../database/plan.ts'
import type { AnyRegister } from '../../language/register.ts'
import type { Values } from './stored.ts'

/** Makes the parts of an event register's table in which the rows will lie. */
export async function ensureMonths(
  tx: Tx,
  register: AnyRegister,
  rows: readonly { readonly values: Values }[],
): Promise<void> {
  const months = new Set(rows.map((row) => String(row.values[register.eventsAt!]).slice(0, 7)))
  for (const month of months)
    await tx.asOwner(sql`SELECT records.ensure_month(${tableOf(register)}, ${`${month}-01`}::date)`)
}
