import type { Tx } from '../../database/connection.ts'
import { asSystem } from '../access/actor.ts'
import type { Engine } from '../engine.ts'
import { hearChanges } from '../outbox.ts'
import { Refusal } from '../refusal.ts'
import { unitTree } from '../units.ts'
import { Exact } from './exact.ts'
import { getIndicator, listFigures } from './figures.ts'

/** A figure as programs outside take it: Chinese words, decimal strings. */
export interface PrintedFigure {
  readonly code: string
  readonly label: string
  readonly unit: string
  readonly period: string
  /** Rounded as declared; null when there is nothing to count. */
  readonly value: string | null
  readonly numerator: string | null
  readonly denominator: string | null
  readonly status: string
  /** What is counted, with the definition's version and source. */
  readonly definition: string
  /** The value before rounding. */
  readonly exact: string | null
  /** Records behind the value. */
  readonly rows: number
  /** What records now give, where they changed after review or approval. */
  readonly changed: string | null
}

/** All figures of a period, of the college or of one unit (by code), brought up to date first. @throws Refusal 404 */
export async function printFigures(
  engine: Engine,
  tx: Tx,
  query: { readonly period: string; readonly unit?: string },
): Promise<PrintedFigure[]> {
  while (await hearChanges(engine, tx));
  const tree = await unitTree(engine.database, tx)
  const unit = query.unit === undefined ? tree.root : [...tree.units.values()].find((u) => u.code === query.unit)
  if (!unit)
    throw new Refusal('not-found', { zh: `没有代码为“${query.unit}”的单位`, en: `There is no unit "${query.unit}"` })
  const figures = await listFigures(engine, tx, asSystem(tx.collegeId, 'figures printed'), {
    period: query.period,
    unitId: unit.id,
  })
  return figures.map((f) => {
    const { definition, source, version } = getIndicator(engine, f.code)
    const plain = (value: string | null) => (value === null ? null : new Exact(value).toFixed())
    return {
      code: f.code,
      label: f.label.zh,
      unit: f.unit.zh,
      period: f.period,
      value: f.value === null ? null : f.text,
      numerator: plain(f.numerator),
      denominator: plain(f.denominator),
      status: f.status,
      definition: `${definition.zh}（第 ${version} 版；来源：${source}）`,
      exact: plain(f.value),
      rows: f.rows,
      changed: f.changed === null ? null : f.changed.text,
    }
  })
}
