import dayjs from 'dayjs'
import { declaredRegisters } from '../../../catalogue/registers.gen.ts'
import { type CollegeCode, collegeLists } from '../../language/college-codes.ts'
import type { AnyRegister, Catalogue, Codes, Field } from '../../language/index.ts'
import { onOwnCodes } from './own-codes.ts'

// Whether the declarations hold together was asked when the server started.
const declared = {
  registers: new Map(declaredRegisters.registers.map((register) => [register.name, register])),
  codes: new Map(declaredRegisters.codes.map((list): [string, Codes] => [list.name, list])),
}

const registers = new Map(declared.registers)
const codes = new Map(declared.codes)

/**
 * The registers that this platform declares, with the college's own code lists: the screens read labels and fields from
 * here. Indicators, tables and reports come with `figures-catalogue.ts`, standards with `standards-catalogue.ts`: each
 * only where a screen needs it.
 */
export const catalogue: Pick<Catalogue, 'registers' | 'codes' | 'roles' | 'areas' | 'offices'> = {
  ...declaredRegisters,
  registers,
  codes,
  roles: new Map(declaredRegisters.roles.map((role) => [role.name, role])),
}

/** Takes the college's own values into the code lists, by the rule the server goes by. Screens drawn from then on have them. */
function takeOwnCodes(own: readonly CollegeCode[]): void {
  const now = collegeLists(declared, own, dayjs().format('YYYY-MM-DD'))
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
