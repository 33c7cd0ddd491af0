import type { Tx } from '../../database/connection.ts'
import type { StandardTable } from '../../language/standard.ts'
import type { Engine } from '../engine.ts'
import { type Fault, referencesOf, tableChecker } from './check-rows.ts'
import { standardRows } from './standard-rows.ts'

export interface TableCheck {
  readonly table: StandardTable
  readonly rows: number
  /** Rows that the standard would take as they are. */
  readonly valid: number
  /** How many things are wrong: more than `faults` holds when there are very many. */
  readonly faultCount: number
  readonly faults: readonly Fault[]
}

/** More faults of one table than this are counted, not listed: nobody mends them one by one. */
const LISTED = 10_000

/**
 * Checks what would be reported of each table: every row, every column, keys across tables. Reads as the college;
 * whoever shows faults to a person asks for their scope first.
 */
export async function* checkTables(
  engine: Engine,
  tx: Tx,
  tables: readonly StandardTable[],
): AsyncGenerator<TableCheck> {
  const all = [...engine.catalogue.standardTables.values()]
  const references = new Map(tables.map((table) => [table, referencesOf(table, all, engine.catalogue.registers)]))
  const known = await valuesOf(engine, tx, new Set([...references.values()].flatMap((r) => Object.values(r))))
  for (const table of tables) {
    const checker = tableChecker(table, references.get(table)!, (column) => known.get(column))
    const faults: Fault[] = []
    let rows = 0
    let valid = 0
    let faultCount = 0
    for await (const batch of standardRows(engine, tx, table))
      for (const row of batch) {
        rows++
        const found = checker.check(row)
        if (found.length === 0) valid++
        faultCount += found.length
        if (faults.length < LISTED) faults.push(...found)
      }
    yield { table, rows, valid, faultCount, faults }
  }
}

/** The values of columns that others refer to: "ODS_KCJBSJ.KCH" → all course codes. */
export async function valuesOf(
  engine: Engine,
  tx: Tx,
  columns: ReadonlySet<string>,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const found = new Map<string, Set<string>>()
  const byTable = Map.groupBy(columns, (column) => column.split('.')[0]!)
  for (const [name, wanted] of byTable) {
    const table = engine.catalogue.standardTables.get(name)
    if (!table) continue
    const positions = wanted.map((column) => {
      const values = new Set<string>()
      found.set(column, values)
      return { at: table.columns.findIndex(([, own]) => own === column.split('.')[1]), values }
    })
    for await (const batch of standardRows(engine, tx, table))
      for (const row of batch)
        for (const { at, values } of positions) {
          const value = row.values[at]
          if (value) values.add(value)
        }
  }
  return found
}

/** Rows that the standard would take, of a hundred, to two decimals; null where there are no rows. */
export function scoreOf({ rows, valid }: { readonly rows: number; readonly valid: number }): string | null {
  if (rows === 0) return null
  // Whole numbers all the way: hundredths of a percent, half up.
  const hundredths = Math.floor((valid * 20_000 + rows) / (2 * rows))
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`
}
