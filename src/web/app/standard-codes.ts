import { useQuery } from '@tanstack/react-query'
import type { Lang, StandardTable } from '../../language/index.ts'
import { pathsOf } from '../../language/index.ts'

interface Filled {
  readonly field: string
  readonly text: string
}

/** What standards say of registers: a comfort for whoever points at a field, so screens do not wait for it. */
export interface StandardCodes {
  /** By name, in the order of the standard. */
  readonly tables: ReadonlyMap<string, StandardTable>
  /** Which columns of a standard a field fills; undefined when none. */
  hint(register: string, field: string, lang: Lang): string | undefined
  /** The standard's tables that a register fills. */
  tablesOf(register: string): readonly StandardTable[]
}

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

/** What the given tables say. */
export function standardCodes(tables: ReadonlyMap<string, StandardTable>): StandardCodes {
  const all = [...tables.values()]
  // Columns by the field that fills them ("courses.code").
  const filledBy = Map.groupBy(all.flatMap(columnsOf), (one) => one.field)
  const byRegister = Map.groupBy(all, ({ register }) => register)
  return {
    tables,
    hint: (register, field, lang) => {
      const filled = filledBy.get(`${register}.${field}`)
      if (!filled) return undefined
      const told = filled.slice(0, TOLD).map(({ text }) => text)
      return [lang === 'zh' ? '数据标准：' : 'Data standard:', ...told, ...(filled.length > TOLD ? ['…'] : [])].join(
        '\n',
      )
    },
    tablesOf: (register) => byRegister.get(register) ?? [],
  }
}

const NONE: StandardCodes = standardCodes(new Map())

/** What standards say of registers; nothing until their declarations have come. */
export function useStandardCodes(): StandardCodes {
  const { data } = useQuery({
    queryKey: ['standard-codes'],
    queryFn: async () => standardCodes((await import('./standards-catalogue.ts')).standardsCatalogue.standardTables),
    staleTime: Infinity,
    gcTime: Infinity,
    networkMode: 'always',
  })
  return data ?? NONE
}
