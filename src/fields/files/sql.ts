import type { FileRef } from '../../language/fields.ts'
import type { FieldSql } from '../sql.ts'

export const filesSql: FieldSql<'files'> = {
  column: () => 'jsonb',
  // The driver would turn a bare array into a PostgreSQL array.
  write: (value) => JSON.stringify(value),
  read: (stored) => (typeof stored === 'string' ? JSON.parse(stored) : stored) as readonly FileRef[],
  sortable: false,
}
