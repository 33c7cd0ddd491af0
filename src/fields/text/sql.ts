import type { FieldSql } from '../sql.ts'

export const textSql: FieldSql<'text'> = {
  column: () => 'text',
  write: (value) => value,
  read: (stored) => String(stored),
  sortable: true,
}
