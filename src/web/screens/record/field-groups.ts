import type { AnyRegister, Field } from '../../../language/index.ts'
import { fieldsOf } from '../../app/catalogue.ts'

export interface FieldGroup {
  readonly key: 'main' | 'texts' | 'more'
  readonly fields: readonly (readonly [name: string, field: Field])[]
}

const isLong = (field: Field) => field.kind === 'long-text' || field.kind === 'files'

/** The fields of a record in the order of a page: what matters, long texts and files, the rest. */
export function fieldGroups(register: AnyRegister): readonly FieldGroup[] {
  const fields = fieldsOf(register)
  const groups: readonly FieldGroup[] = [
    { key: 'main', fields: fields.filter(([, field]) => !isLong(field) && !field.secondary) },
    { key: 'texts', fields: fields.filter(([, field]) => isLong(field)) },
    { key: 'more', fields: fields.filter(([, field]) => !isLong(field) && field.secondary) },
  ]
  return groups.filter((group) => group.fields.length > 0)
}
