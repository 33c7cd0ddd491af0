import type { FieldSql } from '../sql.ts'

export const yesNoSql: FieldSql<'yes-no'> = {
  column: () => 'boolean',
  write: (value) => value,
  read: (stored) => stored === true || stored === 't',
  sortable: true,
}
