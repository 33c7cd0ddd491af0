import { useCallback, useState } from 'react'
import type { AnyRegister } from '../../../language/index.ts'

/** All columns of a register, the title first. */
export function allColumns(register: AnyRegister): readonly string[] {
  const names = Object.keys(register.fields).filter((name) => name !== register.title)
  return [register.title, ...(register.lifecycle ? ['state'] : []), ...names, 'updatedAt']
}

/** What a list shows until the person chooses: short fields that are not secondary, at most nine. */
export function usualColumns(register: AnyRegister): readonly string[] {
  return allColumns(register)
    .filter((name) => {
      if (name === register.title || name === 'state') return true
      const field = register.fields[name]
      return field !== undefined && !field.secondary && field.kind !== 'long-text' && field.kind !== 'files'
    })
    .slice(0, 9)
}

/** The chosen columns of a register, kept in this browser. Columns that no longer exist are forgotten. */
export function useColumns(
  register: AnyRegister,
): readonly [columns: readonly string[], choose: (columns: readonly string[] | undefined) => void] {
  const key = `jiangxin.columns.${register.name}`
  const [columns, set] = useState<readonly string[]>(() => read(key, register))
  const choose = useCallback(
    (next: readonly string[] | undefined) => {
      if (next) localStorage.setItem(key, JSON.stringify(next))
      else localStorage.removeItem(key)
      set(next ?? usualColumns(register))
    },
    [key, register],
  )
  return [columns, choose]
}

function read(key: string, register: AnyRegister): readonly string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    const known = new Set(allColumns(register))
    const kept = Array.isArray(stored)
      ? stored.filter((name): name is string => typeof name === 'string' && known.has(name))
      : []
    return kept.length > 0 ? kept : usualColumns(register)
  } catch {
    return usualColumns(register)
  }
}
