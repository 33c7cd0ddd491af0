import type { Field, FieldKind, FieldKinds } from '../language/fields.ts'
import { choiceRule } from './choice/rule.ts'
import { choicesRule } from './choices/rule.ts'
import { dateRule } from './date/rule.ts'
import { dateTimeRule } from './date-time/rule.ts'
import { decimalRule } from './decimal/rule.ts'
import { filesRule } from './files/rule.ts'
import { identityNumberRule } from './identity-number/rule.ts'
import { integerRule } from './integer/rule.ts'
import { longTextRule } from './long-text/rule.ts'
import { moneyRule } from './money/rule.ts'
import { monthRule } from './month/rule.ts'
import { periodRule } from './period/rule.ts'
import { phoneRule } from './phone/rule.ts'
import { referenceRule } from './reference/rule.ts'
import { regionRule } from './region/rule.ts'
import type { FieldRule } from './rule.ts'
import { textRule } from './text/rule.ts'
import { timeRule } from './time/rule.ts'
import { yesNoRule } from './yes-no/rule.ts'

/** What every kind of field means. */
export const rules = {
  text: textRule,
  'long-text': longTextRule,
  integer: integerRule,
  decimal: decimalRule,
  money: moneyRule,
  date: dateRule,
  'date-time': dateTimeRule,
  time: timeRule,
  month: monthRule,
  period: periodRule,
  'yes-no': yesNoRule,
  choice: choiceRule,
  choices: choicesRule,
  reference: referenceRule,
  files: filesRule,
  region: regionRule,
  'identity-number': identityNumberRule,
  phone: phoneRule,
} satisfies { [K in FieldKind]: FieldRule<K> }

/** The value of a field whose kind is known; unknown when it may be any. */
type Known<K extends FieldKind> = FieldKind extends K ? unknown : FieldKinds[K]['value']

/** What this field means: `ruleOf(field).check(input, field)`. */
export function ruleOf<F extends Field>(field: F): FieldRule<F['kind'], Known<F['kind']>> {
  // The compiler cannot see that the entry at a field's kind is made for that field.
  return rules[field.kind] as unknown as FieldRule<F['kind'], Known<F['kind']>>
}
