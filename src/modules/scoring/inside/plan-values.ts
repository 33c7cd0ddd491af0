import type { Actor } from '../../../engine/access/actor.ts'
import type { Engine } from '../../../engine/engine.ts'
import { Exact } from '../../../engine/indicators/exact.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { unitTree } from '../../../engine/units.ts'
import type { PlanMeasure, ScoreItem, ValueSource } from '../../../language/scoring.ts'
import { type PlanMeasures, planMeasures } from '../../plan/index.ts'
import { type Sheet, VETOES } from './sheets.ts'
import type { ItemValue } from './values.ts'

/** What the sheet's plan knows of a level, for an item or a veto; null for what it does not know. */
export type PlanValues = (level: string, source: ValueSource, rule?: ScoreItem['rule']) => ItemValue | null

/**
 * What a sheet's plan knows of itself, as far as the sheet's round looks: a person's own tasks, a unit's, or all.
 * @throws Refusal 403, 404
 */
export async function planValues(engine: Engine, tx: Tx, actor: Actor, { record }: Sheet): Promise<PlanValues | null> {
  const { plan, round, scorer, unit } = record.values
  if (typeof plan !== 'string') return null
  const duty =
    round === 'person'
      ? { owner: scorer as string }
      : round === 'unit'
        ? { units: (await unitTree(engine.database, tx)).below(unit as string) }
        : {}
  const known = await planMeasures(engine, tx, actor, plan, duty)
  return (level, source, rule) => {
    switch (source.from) {
      case 'plan': {
        const value = measured(known, source.of === 'plan' || level === VETOES ? null : level, source.measure)
        return value === null ? null : { value }
      }
      case 'plan-target': {
        const target = ofLevel(known, level, known.targets).find(({ name }) => name === source.name)
        return target?.actual == null ? null : { value: target.actual, target: target.target }
      }
      case 'plan-results': {
        const full = ofLevel(known, level, known.targets).find(({ name }) => name === source.full)
        if (!full || rule?.by !== 'results') return null
        const claims = ofLevel(known, level, known.landmarks, 'planLevel').filter(
          (claim) => claim.level in rule.levels && (!rule.ranks || claim.rank in rule.ranks),
        )
        return {
          target: full.target,
          claims: claims.map((claim) => ({ result: claim.result, level: claim.level, rank: claim.rank })),
        }
      }
      default:
        return null
    }
  }
}

/** The plan's level for the scheme's: groups answer to each other in order. Null stands for the whole plan. */
function planLevel({ levels }: PlanMeasures, level: string): string | null | undefined {
  if (level !== 'school' && !level.startsWith('group')) return null
  const wanted = level === 'school' ? 'school' : 'group'
  return levels.filter(({ kind }) => kind === wanted)[level === 'group-b' ? 1 : 0]?.id
}

function ofLevel<T, K extends keyof T & string>(
  known: PlanMeasures,
  level: string | null,
  all: readonly T[],
  field: K = 'level' as K,
): readonly T[] {
  const wanted = level === null ? null : planLevel(known, level)
  return wanted === null ? all : all.filter((one) => one[field] === wanted)
}

/** A share in per cent, two decimals; null for what the plan does not know. */
function measured(known: PlanMeasures, level: string | null, measure: PlanMeasure): string | null {
  const wanted = level === null ? null : planLevel(known, level)
  const { completion, money } = known
  const ofTasks = wanted === null ? completion.total : completion.byLevel.get(wanted ?? '')
  const ofMoney = wanted === null ? money?.total : money?.byLevel.get(wanted ?? '')
  const rate = (name: string) => ofMoney?.rates.find((one) => one.name === name)?.value ?? null
  switch (measure) {
    case 'tasks.completed':
      return ofTasks?.rate ?? null
    case 'tasks.on-time':
      return ofTasks?.dueRate ?? null
    case 'money.arrived-of-budget':
      return rate('arrival-uncapped')
    case 'money.used-of-budget':
      return rate('use-of-budget')
    case 'targets.reached':
      return mean(ofLevel(known, level, known.targets))
    default: {
      const aspect = measure.slice('targets.'.length)
      return mean(ofLevel(known, level, known.targets).filter((one) => one.aspect === aspect))
    }
  }
}

/** Every target weighs the same; one without a value is not reached at all. */
function mean(targets: readonly { readonly achieved: string | null }[]): string | null {
  if (targets.length === 0) return null
  const sum = targets.reduce((all, { achieved }) => all.plus(achieved ?? '0'), new Exact(0))
  return sum.div(targets.length).toFixed(2)
}
