import dayjs from 'dayjs'
import { declarations } from '../../../catalogue/index.gen.ts'
import { type CollegeCode, collegeCatalogue } from '../../language/college-codes.ts'
import type { AnyRegister, Catalogue, Field } from '../../language/index.ts'
import { assembleCatalogue } from '../../language/index.ts'
import { onOwnCodes } from './own-codes.ts'

const declared = assembleCatalogue(declarations)
const registers = new Map(declared.registers)
const codes = new Map(declared.codes)

/** What this platform declares, with the college's own code lists: the screens read labels and fields from here. */
export const catalogue: Catalogue = { ...declared, registers, codes }

/** Takes the college's own values into the code lists, by the rule the server goes by. Screens drawn from then on have them. */
function takeOwnCodes(own: readonly CollegeCode[]): void {
  const now = collegeCatalogue(declared, own, dayjs().format('YYYY-MM-DD'))
  for (const [name, register] of now.registers) registers.set(name, register)
  for (const [name, list] of now.codes) codes.set(name, list)
}

onOwnCodes(takeOwnCodes)

/** A register by its name in the address; undefined when nobody declares it. */
export function findRegister(name: string | undefined): AnyRegister | undefined {
  return name === undefined ? undefined : catalogue.registers.get(name)
}

/** A register's fields in declared order. */
export function fieldsOf(register: AnyRegister): readonly (readonly [name: string, field: Field])[] {
  return Object.entries(register.fields)
}
