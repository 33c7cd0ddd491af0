import type { Tx } from '../../database/connection.ts'
import { codesOfRule } from '../../language/catalogue.ts'
import type { IndicatorTable } from '../../language/indicator.ts'
import type { WireEntryBackground } from '../../language/wire-figures.ts'
import { type Actor, may } from '../access/actor.ts'
import { commentsOf } from '../comments/comments.ts'
import type { Engine } from '../engine.ts'
import { historiesOf } from '../history/read.ts'
import { listFigures } from './figures.ts'
import { FIGURE, figureId } from './refresh.ts'

/** Steps of each figure that an entry form shows. */
const MOST = 8

/**
 * What an entry form needs beside its figures, in one answer, so that it is at hand when the connection is lost:
 * what happened to each entered figure and was said about it, and the figures of other tables that rules compare with.
 */
export async function entryBackground(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  table: IndicatorTable,
  query: { readonly period: string; readonly unitId: string },
): Promise<WireEntryBackground> {
  const codes = new Set(table.rows.map((row) => row.indicator))
  const figures = await listFigures(engine, tx, actor, { ...query, codes: [...codes] })
  const seesAll = may(engine.catalogue, actor, 'figures.read-unapproved')
  // A hidden value must not be told by its history.
  const open = figures.filter((f) => f.entered && f.version > 0 && (f.value !== null || seesAll))
  const ids = new Map(open.map((f) => [figureId(f.period, f.code, f.unitId), f.code]))
  const histories = await historiesOf(tx, FIGURE, [...ids.keys()], MOST)
  const comments = await commentsOf(tx, FIGURE, [...ids.keys()])
  const others = new Set(
    engine.catalogue.rules
      .map(codesOfRule)
      .filter((used) => used.some((code) => codes.has(code)))
      .flat()
      .filter((code) => !codes.has(code)),
  )
  return {
    about: Object.fromEntries(
      [...ids].map(([id, code]) => [code, { history: histories.get(id) ?? [], comments: comments.get(id) ?? [] }]),
    ),
    others: await listFigures(engine, tx, actor, { ...query, codes: [...others] }),
  }
}
