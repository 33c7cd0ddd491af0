import { sql } from 'kysely'
import type { Tx } from '../database/connection.ts'
import { waits } from '../language/wire-figures.ts'
import type { Actor } from './access/actor.ts'
import type { Engine } from './engine.ts'
import { listFigures } from './indicators/figures.ts'
import { listPeriods } from './indicators/periods.ts'

/** Figures of the newest open edition that wait for the actor, by the state they are in. */
export async function figuresWaiting(
  engine: Engine,
  tx: Tx,
  actor: Actor,
): Promise<{ status: string; count: number; period: string }[]> {
  const period = (await listPeriods(tx)).find((p) => !p.locked)
  if (!period) return []
  const figures = await listFigures(engine, tx, actor, { period: period.code })
  const open = figures.filter(waits)
  // A value that changed after approval is looked at first: it is a state of its own here.
  const byStatus = Map.groupBy(open, (f) => (f.changed ? 'changed' : f.status))
  return [...byStatus].map(([status, rows]) => ({ status, count: rows.length, period: period.code }))
}

export interface SectionDuty {
  readonly reportId: string
  readonly id: string
  readonly title: string
  readonly state: string
  readonly due: string | null
}

const MOST = 20

/** Sections of unpublished reports that the actor, or a unit they hold a role in, still owes. */
export async function sectionsOwed(tx: Tx, actor: Actor): Promise<SectionDuty[]> {
  const units = actor.held.filter((h) => !h.isRoot).flatMap((h) => [...h.unitIds])
  const rows = await tx.run<{ report_id: string; id: string; title: string; state: string; due: string | null }>(sql`
    SELECT s.report_id, s.id, s.title, s.state, s.due FROM report_sections s
    JOIN reports r ON r.college_id = s.college_id AND r.id = s.report_id
    WHERE s.college_id = ${tx.collegeId} AND r.state <> 'published' AND s.state = 'draft'
      AND (s.unit_id = ANY(${units}::uuid[]) ${actor.personId ? sql`OR s.person_id = ${actor.personId}` : sql``})
    ORDER BY s.due NULLS LAST, s.position LIMIT ${MOST}`)
  return rows.map((r) => ({ reportId: r.report_id, id: r.id, title: r.title, state: r.state, due: r.due }))
}
