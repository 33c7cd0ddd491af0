import type { FieldSql } from '../sql.ts'

export const periodSql: FieldSql<'period'> = {
  column: () => 'text',
  write: (value) => value,
  read: (stored) => String(stored),
  sortable: true,
}
