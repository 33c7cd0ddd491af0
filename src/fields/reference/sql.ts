import type { FieldSql } from '../sql.ts'

export const referenceSql: FieldSql<'reference'> = {
  column: () => 'uuid',
  write: (value) => value,
  read: (stored) => String(stored),
  sortable: false,
}
