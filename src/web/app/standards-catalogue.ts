import { declaredStandards } from '../../../catalogue/standards.gen.ts'

/** The data standards that this platform declares, and their tables in the order of the standard. */
export const standardsCatalogue = {
  standards: new Map(declaredStandards.standards.map((standard) => [standard.name, standard])),
  standardTables: new Map(
    declaredStandards.standardTables.toSorted((a, b) => a.number - b.number).map((table) => [table.name, table]),
  ),
}
