import type { FieldSql } from '../sql.ts'
import { dateText } from './rule.ts'

export const dateSql: FieldSql<'date'> = {
  column: () => 'date',
  write: (value) => value,
  read(stored) {
    // A driver without our type parser gives local midnight: its UTC day would be the day before.
    if (stored instanceof Date) return dateText(stored.getFullYear(), stored.getMonth() + 1, stored.getDate())
    return String(stored).slice(0, 10)
  },
  sortable: true,
}
