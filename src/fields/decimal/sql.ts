import type { FieldSql } from '../sql.ts'
import { MOST_DIGITS } from './rule.ts'

export const decimalSql: FieldSql<'decimal'> = {
  column: (field) => `numeric(${MOST_DIGITS},${field.decimals})`,
  write: (value) => value,
  // PostgreSQL pads to the column's scale: the text is canonical already.
  read: (stored) => String(stored),
  sortable: true,
}
