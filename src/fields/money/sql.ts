import { MOST_DIGITS } from '../decimal/rule.ts'
import type { FieldSql } from '../sql.ts'
import { canonicalMoney, decimalsOf } from './rule.ts'

export const moneySql: FieldSql<'money'> = {
  column: (field) => `numeric(${MOST_DIGITS},${decimalsOf(field)})`,
  write: (value) => value,
  read: (stored) => canonicalMoney(String(stored)),
  sortable: true,
}
