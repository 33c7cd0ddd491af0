import type { FieldSql } from '../sql.ts'

export const phoneSql: FieldSql<'phone'> = {
  column: () => 'text',
  write: (value) => value,
  read: (stored) => String(stored),
  // The order would tell something of values that the reader may not see.
  sortable: false,
}
