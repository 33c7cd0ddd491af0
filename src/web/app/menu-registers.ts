import { useMemo } from 'react'
import { areas } from '../../../catalogue/areas.ts'
import type { Label } from '../../language/index.ts'
import { useSession } from './session.tsx'

/** What a menu says of a register: without its declaration, which most screens do not need. */
export interface MenuRegister {
  readonly name: string
  readonly label: Label
  readonly area: string
  /** Whether it concerns the person, of those that they may read. */
  readonly isOwn: boolean
}

/** The registers that the person may read, in the catalogue's order of areas. */
export function useMenuRegisters(): readonly MenuRegister[] {
  const { registers } = useSession()
  return useMemo(() => {
    const order = Object.keys(areas)
    return Object.entries(registers)
      .map(([name, register]) => ({ name, ...register }))
      .toSorted((a, b) => order.indexOf(a.area) - order.indexOf(b.area))
  }, [registers])
}

/** Registers by area, in their order. */
export const byArea = <R extends { readonly area: string }>(
  registers: readonly R[],
): readonly (readonly [string, readonly R[]])[] => [...Map.groupBy(registers, (register) => register.area)]
