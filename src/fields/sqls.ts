import type { Field, FieldKind, FieldKinds } from '../language/fields.ts'
import { choiceSql } from './choice/sql.ts'
import { choicesSql } from './choices/sql.ts'
import { dateSql } from './date/sql.ts'
import { dateTimeSql } from './date-time/sql.ts'
import { decimalSql } from './decimal/sql.ts'
import { filesSql } from './files/sql.ts'
import { identityNumberSql } from './identity-number/sql.ts'
import { integerSql } from './integer/sql.ts'
import { longTextSql } from './long-text/sql.ts'
import { moneySql } from './money/sql.ts'
import { monthSql } from './month/sql.ts'
import { periodSql } from './period/sql.ts'
import { phoneSql } from './phone/sql.ts'
import { referenceSql } from './reference/sql.ts'
import { regionSql } from './region/sql.ts'
import type { FieldSql } from './sql.ts'
import { textSql } from './text/sql.ts'
import { timeSql } from './time/sql.ts'
import { yesNoSql } from './yes-no/sql.ts'

/** How every kind of field is kept. */
export const sqls = {
  text: textSql,
  'long-text': longTextSql,
  integer: integerSql,
  decimal: decimalSql,
  money: moneySql,
  date: dateSql,
  'date-time': dateTimeSql,
  time: timeSql,
  month: monthSql,
  period: periodSql,
  'yes-no': yesNoSql,
  choice: choiceSql,
  choices: choicesSql,
  reference: referenceSql,
  files: filesSql,
  region: regionSql,
  'identity-number': identityNumberSql,
  phone: phoneSql,
} satisfies { [K in FieldKind]: FieldSql<K> }

/** The value of a field whose kind is known; unknown when it may be any. */
type Known<K extends FieldKind> = FieldKind extends K ? unknown : FieldKinds[K]['value']

/** How this field is kept: `sqlOf(field).column(field)`. */
export function sqlOf<F extends Field>(field: F): FieldSql<F['kind'], Known<F['kind']>> {
  // The compiler cannot see that the entry at a field's kind is made for that field.
  return sqls[field.kind] as unknown as FieldSql<F['kind'], Known<F['kind']>>
}
