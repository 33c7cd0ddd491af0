import { sql } from 'kysely'
import type { Actor } from '../../../engine/access/actor.ts'
import { collegeRegister } from '../../../engine/codes/college-register.ts'
import type { Engine } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { visibleSql } from '../../../engine/records/list.ts'
import { columns, type Row, stored, table } from '../../../engine/records/stored.ts'
import type { WireFormerSheet } from '../wire.ts'
import { keptScheme } from './kept-scheme.ts'
import { score } from './score.ts'
import { entryKey, type Sheet, SHEETS } from './sheets.ts'
import type { ScoreValues } from './values.ts'

/** Rounds in their order. What experts say goes into the school's sheet as values, without their names. */
const ROUNDS = ['person', 'unit', 'group', 'school']
const MOST = 40

/**
 * What earlier rounds gave for the same plan and year, as far as the actor may see those sheets: each stays as it was
 * submitted, beside the others.
 */
export async function formerRounds(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  { record, digest }: Sheet,
): Promise<WireFormerSheet[]> {
  const { plan, round, period } = record.values
  const earlier = ROUNDS.slice(0, Math.max(0, ROUNDS.indexOf(String(round))))
  if (typeof plan !== 'string' || earlier.length === 0) return []
  const register = await collegeRegister(engine, tx, SHEETS)
  const field = register.fields['round']!
  const labels = field.kind === 'choice' ? field.codes.values : {}
  const rows = await tx.run<Row>(sql`
    SELECT ${columns(register)} FROM ${table(register)}
    WHERE ${visibleSql(register, actor, { where: [['plan', 'is', plan]] }, tx)} AND round = ANY(${earlier}::text[])
      AND period IS NOT DISTINCT FROM ${period} AND frozen IS NOT NULL
    ORDER BY array_position(${ROUNDS}::text[], round), name, id LIMIT ${MOST}`)
  const found: WireFormerSheet[] = []
  for (const row of rows) {
    const { id, state, values } = stored(register, row)
    const kept = await keptScheme(tx, String(values['scheme']))
    const points = score(kept.scheme, JSON.parse(String(values['frozen'])) as ScoreValues)
    found.push({
      id,
      name: String(values['name'] ?? ''),
      round: String(values['round']),
      roundLabel: labels[String(values['round'])] ?? field.label,
      state,
      total: typeof values['total'] === 'string' ? values['total'] : null,
      grade:
        typeof values['grade'] === 'string' && points.grade !== null ? kept.scheme.grades[points.grade]!.label : null,
      // Points of other rules say nothing of this sheet's items.
      points:
        kept.digest === digest
          ? Object.fromEntries(points.items.map(({ level, item, points: given }) => [entryKey(level, item.key), given]))
          : {},
    })
  }
  return found
}
