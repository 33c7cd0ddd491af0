import type { FieldSql } from '../sql.ts'

export const choicesSql: FieldSql<'choices'> = {
  column: () => 'text[]',
  write: (value) => [...value],
  read(stored) {
    if (!Array.isArray(stored))
      throw new Error(`A text[] column was read as ${typeof stored}: the driver must parse arrays`)
    return stored.map(String)
  },
  sortable: false,
}
