import type { FieldSql } from '../sql.ts'

export const longTextSql: FieldSql<'long-text'> = {
  column: () => 'text',
  write: (value) => value,
  read: (stored) => String(stored),
  sortable: false,
}
