import type { FieldSql } from '../sql.ts'

export const phoneSql: FieldSql<'phone'> = {
  column: () => 'text',
  write: (value) => value,
  read: (stored) => String(stored),
  sortable: true,
}
