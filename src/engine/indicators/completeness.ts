import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import type { WireCompleteness } from '../../language/wire-figures.ts'
import { type Actor, asSystem } from '../access/actor.ts'
import { today } from '../access/today.ts'
import type { Engine } from '../engine.ts'
import { unitTree } from '../units.ts'
import { daysBetween } from './deadline.ts'
import { listFigures } from './figures.ts'
import { getPeriod, type Period } from './periods.ts'
import { FIGURE } from './refresh.ts'

/**
 * How far each office is with the figures that it answers for, and whether it is late: past the edition's day with
 * figures that still have no value.
 */
export async function completeness(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  code: string,
  now = Date.now(),
): Promise<WireCompleteness[]> {
  const tree = await unitTree(engine.database, tx)
  const period = await getPeriod(tx, code)
  const figures = await listFigures(engine, tx, actor, { period: code })
  const missing = await missingByOffice(engine, tx, period)
  const active = await lastActivity(tx, period)
  const days = period.figuresDueOn === null ? 0 : Math.max(0, daysBetween(period.figuresDueOn, today(now)))
  const byOffice = Map.groupBy(figures, (f) => f.owner)
  return [...byOffice].map(([office, owned]) => {
    const unit = tree.ofOffice(office)
    const has = (...statuses: string[]) => owned.filter((f) => statuses.includes(f.status)).length
    // Judged on what there is, not on what the actor may see: a value not yet approved is no value missing.
    const isLate = days > 0 && missing.has(office)
    const acts = owned.flatMap((f) => active.get(f.code) ?? [])
    return {
      office,
      label: engine.catalogue.offices.values[office] ?? { zh: office, en: office },
      unitId: unit.id,
      unitName: unit.name,
      expected: owned.length,
      valued: owned.filter((f) => f.value !== null).length,
      reviewed: has('reviewed', 'approved', 'published'),
      approved: has('approved', 'published'),
      changed: owned.filter((f) => f.changed).length,
      missing: owned.filter((f) => f.value === null).map((f) => f.code),
      dueOn: period.figuresDueOn,
      isLate,
      lateDays: isLate ? days : 0,
      lastActivity: acts.sort().at(-1) ?? null,
    }
  })
}

/** How many figures of each office have no value; offices that miss none are absent. */
export async function missingByOffice(engine: Engine, tx: Tx, period: Period): Promise<Map<string, number>> {
  const figures = await listFigures(engine, tx, asSystem(tx.collegeId, 'completeness'), { period: period.code })
  const counts = new Map<string, number>()
  for (const { owner, value } of figures) if (value === null) counts.set(owner, (counts.get(owner) ?? 0) + 1)
  return counts
}

/** When a person last did something with a figure, by code; what the system computed does not count. */
async function lastActivity(tx: Tx, period: Period): Promise<Map<string, string>> {
  const system = asSystem(tx.collegeId, 'completeness').accountId
  // Subjects are '<period>/<code>/<unit>': a range of them uses the index. The character after '/' is '0'.
  const rows = await tx.run<{ code: string; at: string }>(sql`
    SELECT split_part(subject_id, '/', 2) AS code, max(at) AS at FROM history
    WHERE college_id = ${tx.collegeId} AND subject = ${FIGURE} AND subject_id >= ${`${period.code}/`} AND subject_id < ${`${period.code}0`}
      AND actor_id <> ${system} GROUP BY 1`)
  return new Map(rows.map((r) => [r.code, r.at]))
}
