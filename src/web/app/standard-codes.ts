import type { Lang, StandardTable } from '../../language/index.ts'
import { pathsOf } from '../../language/index.ts'
import { catalogue } from './catalogue.ts'

interface Filled {
  readonly field: string
  readonly text: string
}

/** Columns of standards' tables by the field that fills them ("courses.code"). Declared once for all: made at first use. */
let filledBy: ReadonlyMap<string, readonly Filled[]> | undefined

const columnsOf = (table: StandardTable): Filled[] =>
  table.columns.flatMap(([code, name, label, , , source]) => {
    const fields = new Set(pathsOf(source).map((path) => path.split('.')[0]))
    return [...fields].map((field) => ({
      field: `${table.register}.${field}`,
      text: `${table.name}.${name} ${label} ${code}`,
    }))
  })

/** More columns than this are not told: a reference may fill a dozen. */
const TOLD = 4

/** Which columns of a standard a field fills, for whoever points at it; undefined when none. */
export function standardHint(register: string, field: string, lang: Lang): string | undefined {
  filledBy ??= Map.groupBy([...catalogue.standardTables.values()].flatMap(columnsOf), (one) => one.field)
  const filled = filledBy.get(`${register}.${field}`)
  if (!filled) return undefined
  const told = filled.slice(0, TOLD).map(({ text }) => text)
  return [lang === 'zh' ? '数据标准：' : 'Data standard:', ...told, ...(filled.length > TOLD ? ['…'] : [])].join('\n')
}

/** The standard's tables that a register fills. */
export const standardTablesOf = (register: string): readonly StandardTable[] =>
  [...catalogue.standardTables.values()].filter((table) => table.register === register)
