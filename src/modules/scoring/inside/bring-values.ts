import type { Actor } from '../../../engine/access/actor.ts'
import type { Engine } from '../../../engine/engine.ts'
import { listFigures } from '../../../engine/indicators/figures.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { itemsOf, type PlanMeasure, type ValueSource } from '../../../language/scoring.ts'
import { planFigures, type WirePlanFigures } from '../../plan/index.ts'
import { type Entered, enterValues } from './entries.ts'
import { entryKey, givenBy, openSheet, VETOES } from './sheets.ts'
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
      itemsOf(scheme.levels[level]!.of).map(({ item }) => ({ level, item: item.key, source: item.source })),
    ),
    ...scheme.vetoes.flatMap((veto) =>
      veto.when === 'below' ? [{ level: VETOES, item: veto.key, source: veto.source }] : [],
    ),
  ].filter(({ level, item }) => {
    const known = entries.get(entryKey(level, item))
    return known?.values['source'] !== 'given' || givenBy(known) === null
  })
  const { period, unit, plan } = record.values
  const codes = places.flatMap(({ source }) => (source.from === 'indicator' ? [source.code] : []))
  const figures =
    typeof period === 'string' && codes.length > 0
      ? await listFigures(engine, tx, actor, { period, unitId: unit as string, codes: [...new Set(codes)] })
      : []
  const byCode = new Map(figures.map((figure) => [figure.code, figure]))
  const ofPlan = typeof plan === 'string' ? await planFigures(engine, tx, actor, plan) : null
  const valueOf = (level: string, source: ValueSource): string | null => {
    if (source.from === 'indicator') {
      const figure = byCode.get(source.code)
      return figure?.value == null ? null : figure.text.replaceAll(',', '')
    }
    return source.from === 'plan' && ofPlan ? planMeasure(ofPlan, level, source.measure) : null
  }
  const entered = places.flatMap(({ level, item, source }): Entered[] => {
    const value = valueOf(level, source)
    const known = entries.get(entryKey(level, item))
    const before = givenBy(known)
    if (value === null || value === before?.value || (source.from !== 'indicator' && source.from !== 'plan')) return []
    const reason =
      source.from === 'indicator' ? `指标 ${source.code}，${String(period)}` : `建设计划 ${ofPlan?.plan.code ?? ''}`
    return [
      {
        level,
        item,
        value: { ...before, value },
        source: source.from,
        reason,
        ...(known ? { version: known.version } : {}),
      },
    ]
  })
  if (entered.length > 0) await enterValues(engine, tx, actor, sheetId, entered)
  return entered.length
}

/** What a plan says of one level, in per cent; null for what it does not know. The scheme's groups are the plan's in order. */
function planMeasure(figures: WirePlanFigures, level: string, measure: PlanMeasure): string | null {
  const kinds = new Map(figures.scores.levels.map(({ id, kind }) => [id, kind]))
  /** The plan's part for the scheme's level; its total where the scheme looks at the whole plan. */
  const partOf = <T extends { readonly part: { readonly id: string } }, W>(
    parts: readonly T[],
    whole: W,
  ): T | W | undefined => {
    if (level === VETOES) return whole
    const wanted = level === 'school' ? 'school' : 'group'
    return parts.filter(({ part }) => kinds.get(part.id) === wanted)[level === 'group-b' ? 1 : 0]
  }
  const { completion, money } = figures
  const rate = (name: string) =>
    money && (partOf(money.byLevel, money.total)?.rates.find((one) => one.name === name)?.value ?? null)
  switch (measure) {
    case 'tasks.completed':
      return partOf(completion.byLevel, completion.total)?.rate ?? null
    case 'tasks.on-time':
      return partOf(completion.byLevel, completion.total)?.dueRate ?? null
    case 'money.arrived-of-budget':
      return rate('arrival-uncapped')
    case 'money.used-of-budget':
      return rate('use-of-budget')
    default:
      return null
  }
}
