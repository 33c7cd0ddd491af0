import { useLang } from '../kit/use-lang.tsx'
import { useTexts } from '../kit/use-texts.ts'
import { catalogue } from './catalogue.ts'
import { standardsCatalogue } from './standards-catalogue.ts'
import { type FoundRegister, findRegisters } from './find-registers.ts'
import { MenuItem } from './menu-item.tsx'
import { type MenuRegister, useMenuRegisters } from './menu-registers.ts'

const FOUND = 12

/** Those of the given registers that are meant by what was typed. */
export function foundOf(registers: readonly MenuRegister[], q: string): readonly FoundRegister[] {
  const declared = registers.flatMap(({ name }) => catalogue.registers.get(name) ?? [])
  return findRegisters(declared, standardsCatalogue.standardTables, q)
}

/** Registers that the menu's search finds; a part of its own, for it brings all declarations. */
export function FoundRegisters({ q, onLeave }: { readonly q: string; readonly onLeave: () => void }) {
  const t = useTexts()
  const { lang } = useLang()
  const found = foundOf(useMenuRegisters(), q).slice(0, FOUND)
  if (found.length === 0)
    return (
      <p className="side-menu-none" role="status">
        {t('registers.none')}
      </p>
    )
  return (
    <ul onClick={onLeave}>
      {found.map(({ register, by }) => (
        <MenuItem
          key={register.name}
          to={`/registers/${register.name}`}
          text={register.label[lang]}
          {...(by ? { hint: by } : {})}
        />
      ))}
    </ul>
  )
}
