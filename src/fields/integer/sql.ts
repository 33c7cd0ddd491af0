import type { FieldSql } from '../sql.ts'

export const integerSql: FieldSql<'integer'> = {
  column: () => 'bigint',
  write: (value) => value,
  read(stored) {
    // The driver gives a bigint as text.
    const value = Number(stored)
    if (!Number.isSafeInteger(value))
      throw new Error(`An integer column holds ${String(stored)}, which is not a safe integer`)
    return value
  },
  sortable: true,
}
