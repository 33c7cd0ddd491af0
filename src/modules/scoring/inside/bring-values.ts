import type { Actor } from '../../../engine/access/actor.ts'
import type { Engine } from '../../../engine/engine.ts'
import { listFigures } from '../../../engine/indicators/figures.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { itemsOf } from '../../../language/scoring.ts'
import { type Entered, enterValues } from './entries.ts'
import { entryKey, givenBy, openSheet, VETOES } from './sheets.ts'
import { planValues } from './plan-values.ts'
import { weightingOf } from './score.ts'

/**
 * Brings the values that the platform has: figures of the sheet's year and unit, and what its plan knows of itself.
 * What somebody entered by hand stays. What was brought is written into entries, so that it is frozen with them.
 * @returns how many entries changed
 * @throws Refusal 403, 404, 409
 */
export async function bringValues(engine: Engine, tx: Tx, actor: Actor, sheetId: string): Promise<number> {
  const sheet = await openSheet(engine, tx, actor, sheetId)
  const { scheme, record, entries } = sheet
  const levels = Object.keys(weightingOf(scheme, sheet.values.weighting).of)
  const places = [
    ...levels.flatMap((level) =>
      itemsOf(scheme.levels[level]!.of).map(({ item }) => ({
        level,
        item: item.key,
        source: item.source,
        rule: item.rule,
      })),
    ),
    ...scheme.vetoes.flatMap((veto) =>
      veto.when === 'below' ? [{ level: VETOES, item: veto.key, source: veto.source, rule: undefined }] : [],
    ),
  ].filter(({ level, item }) => {
    const known = entries.get(entryKey(level, item))
    return known?.values['source'] !== 'given' || givenBy(known) === null
  })
  const { period, unit } = record.values
  const codes = places.flatMap(({ source }) => (source.from === 'indicator' ? [source.code] : []))
  const figures =
    typeof period === 'string' && codes.length > 0
      ? await listFigures(engine, tx, actor, { period, unitId: unit as string, codes: [...new Set(codes)] })
      : []
  const byCode = new Map(figures.map((figure) => [figure.code, figure]))
  const ofPlan = await planValues(engine, tx, actor, sheet)
  const entered = places.flatMap(({ level, item, source, rule }): Entered[] => {
    const figure = source.from === 'indicator' ? byCode.get(source.code) : undefined
    const found =
      source.from !== 'indicator'
        ? (ofPlan?.(level, source, rule) ?? null)
        : figure?.value == null
          ? null
          : { value: figure.text.replaceAll(',', '') }
    if (found === null) return []
    const known = entries.get(entryKey(level, item))
    const before = givenBy(known)
    const value = { ...before, ...found }
    if (before !== null && JSON.stringify(value) === JSON.stringify(before)) return []
    return [
      {
        level,
        item,
        value,
        source: source.from === 'indicator' ? 'indicator' : 'plan',
        reason: source.from === 'indicator' ? `指标 ${source.code}，${String(period)}` : '取自建设计划',
        ...(known ? { version: known.version } : {}),
      },
    ]
  })
  if (entered.length > 0) await enterValues(engine, tx, actor, sheetId, entered)
  return entered.length
}
