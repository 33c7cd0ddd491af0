import type { Catalogue } from '../src/language/catalogue.ts'

/** A row of the demo: its id, its key, and its values by field. */
export type DemoRow = Readonly<Record<string, unknown>> & {
  readonly $id: string
  readonly $key: string
  readonly $state?: string
}

/**
 * Rows of the demo with everything that they refer to, by register and id.
 * @param without registers whose rows are not taken: what refers to them is for the caller to change
 */
export function closureOf(
  catalogue: Catalogue,
  rows: ReadonlyMap<string, readonly DemoRow[]>,
  seeds: readonly (readonly [register: string, row: DemoRow])[],
  without: readonly string[] = [],
): Map<string, Map<string, DemoRow>> {
  const taken = new Map<string, Map<string, DemoRow>>()
  const byId = new Map([...rows].map(([name, own]) => [name, new Map(own.map((row) => [row.$id, row]))]))
  const take = (register: string, row: DemoRow) => {
    const own = taken.get(register) ?? new Map<string, DemoRow>()
    taken.set(register, own)
    if (own.has(row.$id)) return
    own.set(row.$id, row)
    for (const [name, field] of Object.entries(catalogue.registers.get(register)!.fields)) {
      if (field.kind !== 'reference' || row[name] === null || row[name] === undefined) continue
      if (!without.includes(field.register)) take(field.register, byId.get(field.register)!.get(row[name] as string)!)
    }
  }
  for (const [register, row] of seeds) take(register, row)
  return taken
}
