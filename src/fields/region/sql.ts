import type { FieldSql } from '../sql.ts'

export const regionSql: FieldSql<'region'> = {
  column: () => 'text',
  write: (value) => value,
  read: (stored) => String(stored),
  sortable: true,
}
