import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import type { Engine } from '../engine.ts'

/** A day less than declared: the years were counted by another clock. */
const SLACK = '1 day'

/**
 * Records whose values are gone from history though history itself does not say why: that the record was taken out of
 * use, stayed so for the years that its register declares, and was then erased. All three are rows under seal.
 */
export function findUnfoundedErasures(
  engine: Engine,
  tx: Tx,
): Promise<{ subject: string; record: string; seal: number }[]> {
  const kept = [...engine.catalogue.registers.values()].flatMap((register) =>
    register.retentionYears === undefined ? [] : [{ name: register.name, years: register.retentionYears }],
  )
  const step = (name: string, action: string) =>
    sql`history ${sql.ref(name)} WHERE ${sql.ref(`${name}.college_id`)} = ${tx.collegeId} AND ${sql.ref(`${name}.subject`)} = gone.subject
      AND ${sql.ref(`${name}.subject_id`)} = gone.subject_id AND ${sql.ref(`${name}.action`)} = ${action}`
  return tx.run(sql`
    SELECT gone.subject, gone.subject_id AS record, 0 AS seal
    FROM (SELECT DISTINCT subject, subject_id FROM history WHERE college_id = ${tx.collegeId} AND erased IS NOT NULL) AS gone
    LEFT JOIN unnest(${kept.map((k) => k.name)}::text[], ${kept.map((k) => k.years)}::integer[]) AS kept(register, years) ON kept.register = gone.subject
    WHERE NOT EXISTS (SELECT FROM ${step('e', 'erase')} AND EXISTS (
      SELECT FROM ${step('d', 'delete')} AND (kept.years IS NULL OR d.at < e.at - make_interval(years => kept.years) + ${SLACK}::interval)))
    LIMIT 1000`)
}
