import type { FieldSql } from '../sql.ts'

export const dateTimeSql: FieldSql<'date-time'> = {
  column: () => 'timestamp(0) without time zone',
  write: (value) => value,
  read: (stored) => String(stored).slice(0, 19).replace(' ', 'T'),
  sortable: true,
}
