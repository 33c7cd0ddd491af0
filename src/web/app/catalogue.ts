import { declarations } from '../../../catalogue/index.gen.ts'
import type { AnyRegister, Field } from '../../language/index.ts'
import { assembleCatalogue } from '../../language/index.ts'

/** What this platform declares: the screens read labels and fields from here. */
export const catalogue = assembleCatalogue(declarations)

/** A register by its name in the address; undefined when nobody declares it. */
export function findRegister(name: string | undefined): AnyRegister | undefined {
  return name === undefined ? undefined : catalogue.registers.get(name)
}

/** A register's fields in declared order. */
export function fieldsOf(register: AnyRegister): readonly (readonly [name: string, field: Field])[] {
  return Object.entries(register.fields)
}
