import type { FieldSql } from '../sql.ts'

export const choiceSql: FieldSql<'choice'> = {
  column: () => 'text',
  write: (value) => value,
  read: (stored) => String(stored),
  sortable: true,
}
