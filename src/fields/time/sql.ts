import type { FieldSql } from '../sql.ts'

export const timeSql: FieldSql<'time'> = {
  column: () => 'time(0) without time zone',
  write: (value) => value,
  read: (stored) => String(stored).slice(0, 8),
  sortable: true,
}
