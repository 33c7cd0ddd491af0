import type { AnyRegister } from '../../language/register.ts'

interface Who {
  readonly roles: readonly { readonly role: string }[]
  /** Duties of the units at which the roles are held. */
  readonly offices: readonly string[]
}

/**
 * Registers that concern a person, of those that they may read: their office's duty; what a person of their role
 * enters about themself; for a unit without an office's duty, what every unit enters about itself; what a role with a
 * narrow duty may write. A role that may write nearly everything says nothing about what concerns whoever holds it.
 */
export function ownRegisters(readable: readonly AnyRegister[], who: Who): readonly AnyRegister[] {
  const roles = new Set(who.roles.map(({ role }) => role))
  const isNarrow = new Map(
    [...roles].map((role) => [
      role,
      readable.filter(({ access }) => access[role]?.write === 'college').length * 2 <= readable.length,
    ]),
  )
  return readable.filter((register) => {
    if (register.owner !== undefined && who.offices.includes(register.owner)) return true
    return [...roles].some((role) => {
      const scope = register.access[role]?.write
      if (scope === 'own') return true
      if (scope === 'unit') return register.unit !== undefined && who.offices.length === 0
      return scope === 'college' && isNarrow.get(role) === true
    })
  })
}
