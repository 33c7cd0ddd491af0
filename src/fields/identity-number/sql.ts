import type { FieldSql } from '../sql.ts'

export const identityNumberSql: FieldSql<'identity-number'> = {
  column: () => 'text',
  write: (value) => value,
  read: (stored) => String(stored),
  sortable: true,
}
