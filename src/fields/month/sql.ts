import type { FieldSql } from '../sql.ts'

export const monthSql: FieldSql<'month'> = {
  column: () => 'text',
  write: (value) => value,
  read: (stored) => String(stored),
  sortable: true,
}
