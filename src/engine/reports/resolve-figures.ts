import type { Tx } from '../../database/connection.ts'
import type { ResolvedFigure, ResolvedFigurePart, Words } from '../../language/document.ts'
import type { Formula, Indicator } from '../../language/indicator.ts'
import type { WireFigure } from '../../language/wire.ts'
import type { Actor } from '../access/actor.ts'
import type { Engine } from '../engine.ts'
import { Exact } from '../indicators/exact.ts'
import { getIndicator, listFigures } from '../indicators/figures.ts'
import { unitTree } from '../units.ts'
import type { UsedFigure } from './collect-references.ts'
import { formulaWords } from './formula-words.ts'

/** The figures a report uses, as the actor may see them, by `figureKey`: one look for each edition and unit. */
export async function lookUpFigures(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  used: ReadonlyMap<string, UsedFigure>,
): Promise<Map<string, WireFigure>> {
  const tree = await unitTree(engine.database, tx)
  const unitIds = new Map([...tree.units.values()].map((u) => [u.code, u.id]))
  const groups = Map.groupBy(used, ([, u]) => JSON.stringify([u.period, u.unit]))
  const found = new Map<string, WireFigure>()
  for (const group of groups.values()) {
    const { period, unit } = group[0]![1]
    const unitId = unit === null ? tree.root.id : (unitIds.get(unit) ?? tree.root.id)
    const figures = await listFigures(engine, tx, actor, {
      period,
      unitId,
      codes: [...new Set(group.map(([, u]) => u.code))],
    })
    const byCode = new Map(figures.map((f) => [f.code, f]))
    for (const [key, { code }] of group) found.set(key, byCode.get(code)!)
  }
  return found
}

/** Figures as the emitters print them: rounded as declared, with unit, definition and both sides of a fraction. */
export function resolveFigures(
  engine: Engine,
  used: ReadonlyMap<string, UsedFigure>,
  figures: ReadonlyMap<string, WireFigure>,
  asPublished: boolean,
): Record<string, ResolvedFigure> {
  return Object.fromEntries(
    [...used].map(([key, use]) => [key, resolveFigure(engine, use, figures.get(key)!, asPublished)]),
  )
}

function resolveFigure(engine: Engine, use: UsedFigure, figure: WireFigure, asPublished: boolean): ResolvedFigure {
  const indicator = getIndicator(engine, use.code)
  const unit = unitWords(figure.unit)
  const side = (name: 'numerator' | 'denominator'): ResolvedFigurePart | null => {
    if ('numerator' in indicator) return part(engine, indicator[name], figure[name])
    // A side asked of what is no fraction prints as missing; the blockers name the place.
    return use.parts.has(name) ? { label: figure.label, value: null, text: '', unit: null } : null
  }
  return {
    code: use.code,
    period: use.period,
    by: use.unit === null ? {} : { unit: use.unit },
    label: figure.label,
    value: figure.value === null ? null : figure.text,
    text: figure.text,
    unit,
    decimals: figure.decimals,
    definition: definitionOf(indicator),
    definitionVersion: String(figure.definitionVersion),
    status:
      figure.value === null
        ? 'missing'
        : asPublished
          ? 'published'
          : figure.status === 'entered'
            ? 'computed'
            : figure.status,
    numerator: side('numerator'),
    denominator: side('denominator'),
    rows: figure.entered ? null : figure.rows,
  }
}

/** A count prints as it is; a sum with no more digits than it has, four at most. */
function part(engine: Engine, formula: Formula, value: string | null): ResolvedFigurePart {
  const text = value === null ? '' : new Exact(value).toDecimalPlaces(4).toFixed()
  const used = formula.of === 'indicator' ? engine.catalogue.indicators.get(formula.code) : undefined
  return {
    label: formulaWords(engine.catalogue, formula),
    value: value === null ? null : text,
    text,
    unit: used ? unitWords(used.unit) : null,
  }
}

const unitWords = (unit: Words): Words | null => (unit.zh === '' ? null : unit)

/** The definition with its source, and that a value was typed in where it was. */
export function definitionOf(indicator: Indicator): { zh: string; en: string } {
  const { definition, source } = indicator
  const entered =
    'entered' in indicator
      ? { zh: '由责任部门填报，附佐证材料。', en: ' Entered by the office in charge, with evidence.' }
      : { zh: '', en: '' }
  return { zh: `${definition.zh}${entered.zh}来源：${source}`, en: `${definition.en}${entered.en} Source: ${source}` }
}
