import type { AnyRegister, StandardTable } from '../../language/index.ts'
import { pinyinInitials } from '../../language/pinyin-initials.ts'

/** A register that was found, and by what, where its own name does not say. */
export interface FoundRegister {
  readonly register: AnyRegister
  /** "ODS_KCJBSJ 课程基本数据", "KCH 课程号", a field's label; null when it was found by its name. */
  readonly by: string | null
  /** The smaller, the closer: 0 for exactly that name; up to `BY_TABLE` the register itself. */
  readonly distance: number
}

/** Beyond this distance, a column or a field was found, not the register itself. */
export const BY_TABLE = 4

/**
 * Registers by what people call them: Chinese or English name, pinyin initials, the official name of a table that they
 * fill, a column of it, a field. Every word must be found; the closest come first, in the catalogue's order.
 */
export function findRegisters(
  registers: readonly AnyRegister[],
  tables: ReadonlyMap<string, StandardTable>,
  q: string,
): readonly FoundRegister[] {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return registers.map((register) => ({ register, by: null, distance: 0 }))
  const filled = Map.groupBy(tables.values(), (table) => table.register)
  return registers
    .flatMap((register): FoundRegister[] => {
      const found = words.map((word) => findIn(register, filled.get(register.name) ?? [], word))
      const known = found.filter((one) => one !== null)
      if (known.length < found.length) return []
      const farthest = known.reduce((a, b) => (b.distance > a.distance ? b : a))
      return [{ register, ...farthest }]
    })
    .toSorted((a, b) => a.distance - b.distance)
}

/** The closest place where one word stands; null when it stands nowhere. */
function findIn(
  { label, name, fields }: AnyRegister,
  tables: readonly StandardTable[],
  word: string,
): Omit<FoundRegister, 'register'> | null {
  const names = [label.zh, label.en.toLowerCase(), name]
  if (names.includes(word)) return { by: null, distance: 0 }
  const initials = pinyinInitials(label.zh)
  if (initials === word || names.some((one) => one.startsWith(word))) return { by: null, distance: 1 }
  if (initials.startsWith(word)) return { by: null, distance: 2 }
  if (names.some((one) => one.includes(word)) || initials.includes(word)) return { by: null, distance: 3 }
  const table = tables.find(
    (one) =>
      one.name.toLowerCase().includes(word) ||
      `${one.label.zh} ${one.label.en.toLowerCase()}`.includes(word) ||
      pinyinInitials(one.label.zh).startsWith(word),
  )
  if (table) return { by: `${table.name} ${table.label.zh}`, distance: BY_TABLE }
  // One letter or character stands in nearly every column.
  if (word.length < 2) return null
  for (const { columns } of tables) {
    const column = columns.find(
      ([code, own, text]) => own.toLowerCase() === word || code.toLowerCase() === word || text.includes(word),
    )
    if (column) return { by: `${column[1]} ${column[2]}`, distance: 5 }
  }
  const field = Object.values(fields).find((one) => `${one.label.zh} ${one.label.en.toLowerCase()}`.includes(word))
  return field ? { by: field.label.zh, distance: 6 } : null
}
