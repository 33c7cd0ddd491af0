import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import type { Actor } from '../access/actor.ts'
import type { Engine } from '../engine.ts'
import { append } from '../history/append.ts'
import { notAllowed, Refusal } from '../refusal.ts'
import { unitTree } from '../units.ts'
import { getIndicator, mayMark } from './figures.ts'
import { FIGURE, figureId } from './refresh.ts'

/** Marks a figure for a second look, with a note; or takes the mark away. For whoever may enter or review it. */
export async function markFigure(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  mark: { code: string; period: string; unitId?: string; marked: boolean; note: string | null },
): Promise<void> {
  const indicator = getIndicator(engine, mark.code)
  if (!mayMark(engine, actor, indicator)) throw notAllowed({ zh: '标记这个指标', en: 'mark this figure' })
  const unitId = mark.unitId ?? (await unitTree(engine.database, tx)).root.id
  const n = await tx.change(sql`
    UPDATE figures SET marked = ${mark.marked}, note = coalesce(${mark.note}, note)
    WHERE college_id = ${tx.collegeId} AND period = ${mark.period} AND code = ${mark.code} AND unit_id = ${unitId}`)
  if (n === 0)
    throw new Refusal('not-found', {
      zh: '这个指标还没有值，无法标记',
      en: 'This figure has no value yet and cannot be marked',
    })
  await append(tx, actor, new Date().toISOString(), [
    {
      subject: FIGURE,
      subjectId: figureId(mark.period, mark.code, unitId),
      action: mark.marked ? 'marked' : 'unmarked',
      reason: mark.note,
    },
  ])
}
