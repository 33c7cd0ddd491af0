import type { Tx } from '../../database/connection.ts'
import type { WireFigure } from '../../language/wire.ts'
import type { Actor } from '../access/actor.ts'
import type { Engine } from '../engine.ts'
import { Exact } from './exact.ts'
import { figuresByUnit, listFigures } from './figures.ts'

export interface Outlier {
  readonly figure: WireFigure
  /** jump: against the edition before; apart: against the other units. */
  readonly kind: 'jump' | 'apart'
  /** Per cent of change, or the modified z-score. */
  readonly measure: string
  /** What it is compared with: last edition's value, or the middle value of the units. */
  readonly against: string
}

const JUMP_PERCENT = 30
/** Iglewicz and Hoaglin (1993): a modified z-score above 3.5 marks a possible outlier. */
const APART = 3.5
/** 1/0.6745, so that the score reads like a standard score. */
const CONSISTENT = '0.6745'
const FEWEST_UNITS = 6

/** Figures worth a second look: jumps since the edition before, and units far from the others in a rate. */
export async function findOutliers(engine: Engine, tx: Tx, actor: Actor, period: string): Promise<Outlier[]> {
  const found: Outlier[] = []
  for (const figure of await listFigures(engine, tx, actor, { period })) {
    const before = figure.previous?.value
    if (figure.value !== null && before && !new Exact(before).isZero()) {
      const change = new Exact(figure.value).minus(before).div(new Exact(before).abs()).times(100)
      if (change.abs().gt(JUMP_PERCENT))
        found.push({ figure, kind: 'jump', measure: change.toFixed(1), against: figure.previous!.text })
    }
    const indicator = engine.catalogue.indicators.get(figure.code)!
    // Only rates compare between units of different size.
    if (!('denominator' in indicator)) continue
    const units = (await figuresByUnit(engine, tx, actor, figure.code, period)).filter(
      (u) => u.unitId !== figure.unitId && u.value !== null,
    )
    if (units.length < FEWEST_UNITS) continue
    const middle = median(units.map((u) => new Exact(u.value!)))
    const spread = median(units.map((u) => new Exact(u.value!).minus(middle).abs()))
    if (spread.isZero()) continue
    for (const unit of units) {
      const score = new Exact(unit.value!).minus(middle).times(CONSISTENT).div(spread)
      if (score.abs().gt(APART))
        found.push({ figure: unit, kind: 'apart', measure: score.toFixed(1), against: middle.toFixed(figure.decimals) })
    }
  }
  return found
}

function median(values: readonly Exact[]): Exact {
  const sorted = [...values].sort((a, b) => a.comparedTo(b))
  const half = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[half]! : sorted[half - 1]!.plus(sorted[half]!).div(2)
}
