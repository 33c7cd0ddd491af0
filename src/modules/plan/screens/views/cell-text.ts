import { ruleOf } from '../../../../fields/rules.ts'
import type { Field } from '../../../../language/fields.ts'
import type { Lang } from '../../../../language/label.ts'

/** A value in one line; '' for nothing. @param title what a reference leads to */
export function cellText(field: Field, value: unknown, title: string | undefined, lang: Lang): string {
  if (value === null || value === undefined || value === '') return ''
  if (field.kind === 'reference') return title ?? '…'
  return ruleOf(field).write(value as never, field, lang)
}
