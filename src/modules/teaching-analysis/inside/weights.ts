import { sql } from 'kysely'
import type { Tx } from '../../../engine/module-server.ts'
import { DIMENSION_NAMES, dimensionOf, type DimensionName } from '../model/evaluation-model.ts'

export interface Weights {
  readonly of: Readonly<Record<DimensionName, string>>
  /** The day from which the latest of them holds; null while all are the model's own. */
  readonly since: string | null
}

/** The weights that hold on a day: what the college laid down last before it, else the model's. */
export async function weightsOn(tx: Tx, day: string): Promise<Weights> {
  const rows = await tx.run<{ dimension: string; weight: string; from: string }>(sql`
    SELECT DISTINCT ON (dimension) dimension, weight, "from"::text FROM records.teaching_weights
    WHERE college_id = ${tx.collegeId} AND deleted_at IS NULL AND "from" <= ${day}::date ORDER BY dimension, "from" DESC`)
  const laid = new Map(rows.map(({ dimension, weight }) => [dimension, weight]))
  return {
    of: Object.fromEntries(
      DIMENSION_NAMES.map((name) => [name, laid.get(name) ?? dimensionOf(name).weight]),
    ) as Weights['of'],
    since:
      rows
        .map(({ from }) => from)
        .toSorted()
        .at(-1) ?? null,
  }
}
