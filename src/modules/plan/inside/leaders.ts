import { sql } from 'kysely'
import type { Actor } from '../../../engine/access/actor.ts'
import { today } from '../../../engine/access/today.ts'
import type { Engine } from '../../../engine/engine.ts'
import { Exact } from '../../../engine/indicators/exact.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { waitingFor } from '../../../engine/workbench.ts'
import type { LightColour, WirePlanFigures, WirePlanTask } from '../wire.ts'
import type { WireLeaders, WirePending, WireUnitRank } from '../wire-run.ts'
import { planFigures } from './figures.ts'
import { visibleRows } from './open-leaves.ts'
import { planTasks } from './task-rows.ts'

const COLOURS: readonly LightColour[] = ['red', 'yellow', 'green', 'grey']

/**
 * One look at a plan for those who lead: progress and achievement side by side, money, risk, units in order, and what
 * needs a decision.
 * @param plan its id or its code
 * @throws Refusal 403, 404
 */
export async function leadersView(engine: Engine, tx: Tx, actor: Actor, plan: string): Promise<WireLeaders> {
  const figures = await planFigures(engine, tx, actor, plan)
  const { tasks } = await planTasks(engine, tx, actor, plan)
  const leaves = tasks.filter((task) => task.kind === 'leaf')
  return {
    figures,
    progress: meanOf(leaves, 'progress'),
    achieved: meanOf(tasks, 'achieved'),
    lights: lightsOf(leaves),
    units: rankUnits(figures, tasks),
    pending: await pendingOf(engine, tx, actor, figures, leaves),
  }
}

/** The mean of what is known, two decimals, half up. Of boards' achievement where a task has targets of its own. */
function meanOf(tasks: readonly WirePlanTask[], name: 'progress' | 'achieved'): string | null {
  const counted = name === 'progress' ? tasks : tasks.filter((task) => task.kind === 'board')
  const known = counted.flatMap((task) => task[name] ?? [])
  return known.length === 0
    ? null
    : known
        .reduce((sum, value) => sum.plus(value), new Exact(0))
        .div(known.length)
        .toFixed(2)
}

const lightsOf = (leaves: readonly WirePlanTask[]): Record<LightColour, number> =>
  Object.fromEntries(
    COLOURS.map((colour) => [colour, leaves.filter((task) => task.light.colour === colour).length]),
  ) as Record<LightColour, number>

/** Units by completion, then by progress, then by fewer red lights; equal ones share a rank. */
function rankUnits(
  figures: Pick<WirePlanFigures, 'completion' | 'money'>,
  tasks: readonly WirePlanTask[],
): WireUnitRank[] {
  const rows = figures.completion.byUnit.map(({ part, leaves: all, completed, rate }) => {
    const own = tasks.filter((task) => task.unit.id === part.id)
    const leaves = own.filter((task) => task.kind === 'leaf')
    const line = figures.money?.byUnit.find((one) => one.part.id === part.id)
    return {
      unit: part,
      leaves: all,
      completed,
      rate,
      progress: meanOf(leaves, 'progress'),
      achieved: achievedOf(own),
      used: line?.rates.find((one) => one.name === 'use-of-budget')?.value ?? null,
      lights: lightsOf(leaves),
    }
  })
  const key = (row: (typeof rows)[number]) =>
    [new Exact(row.rate ?? 0), new Exact(row.progress ?? 0), new Exact(-row.lights.red)] as const
  const compare = (a: (typeof rows)[number], b: (typeof rows)[number]) => {
    const other = key(b)
    const [at] = key(a).flatMap((value, i) => (value.eq(other[i]!) ? [] : [other[i]!.cmp(value)]))
    return at ?? 0
  }
  const sorted = rows.toSorted((a, b) => compare(a, b) || (a.unit.name < b.unit.name ? -1 : 1))
  let rank = 0
  return sorted.map((row, i) => {
    const before = sorted[i - 1]
    if (!before || compare(before, row) !== 0) rank = i + 1
    return { ...row, rank }
  })
}

/** Achievement of the tasks that have targets themselves: those nothing below which has any. */
function achievedOf(own: readonly WirePlanTask[]): string | null {
  const parents = new Set(own.filter((task) => task.achieved !== null).map((task) => task.parent))
  const known = own.filter((task) => !parents.has(task.id)).flatMap((task) => task.achieved ?? [])
  return known.length === 0
    ? null
    : known
        .reduce((sum, value) => sum.plus(value), new Exact(0))
        .div(known.length)
        .toFixed(2)
}

/** What waits for a word from above: reopenings asked for, decisions and findings past their day, and what is red. */
async function pendingOf(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  { plan }: WirePlanFigures,
  leaves: readonly WirePlanTask[],
): Promise<WirePending[]> {
  const rows = (name: string) => visibleRows(engine, tx, actor, name)
  const late = await tx.run<{
    kind: 'reopening' | 'decision' | 'finding'
    id: string
    title: string
    due: string | null
    note: string | null
  }>(sql`
    SELECT 'reopening' AS kind, y.id, y.name AS title, NULL::text AS due, y.note FROM ${await rows('plan-years')} AS y
      WHERE y.plan = ${plan.id} AND y.state = 'pending'
    UNION ALL
    SELECT 'decision', d.id, d.subject, d.due_on::text, d.decision FROM ${await rows('plan-decisions')} AS d
      JOIN ${await rows('plan-meetings')} AS m ON m.college_id = d.college_id AND m.id = d.meeting
      WHERE m.plan = ${plan.id} AND d.state = 'open' AND d.due_on < ${today()}
    UNION ALL
    SELECT 'finding', f.id, f.what, f.mend_by::text, f.demand FROM ${await rows('plan-findings')} AS f
      JOIN ${await rows('plan-checks')} AS c ON c.college_id = f.college_id AND c.id = f."check"
      WHERE c.plan = ${plan.id} AND f.state = 'open' AND f.mend_by < ${today()}
    ORDER BY 1, 4`)
  const registers = { reopening: 'plan-years', decision: 'plan-decisions', finding: 'plan-findings' } as const
  // Of all plans: what a record's own lifecycle asks of the actor, such as a claim or a change above the limit.
  const waiting = (await waitingFor(engine, tx, actor)).filter(
    ({ register }) => register !== 'plan-years' && engine.catalogue.registers.get(register)?.area === 'plan',
  )
  return [
    ...waiting.map(({ register, label, state, count, action }) => ({
      kind: 'waiting' as const,
      title: label,
      detail: { zh: `${count} 条：${action.zh}`, en: `${count}: ${action.en}` },
      link: `/registers/${register}?where=${encodeURIComponent(JSON.stringify([['state', 'is', state]]))}`,
      dueOn: null,
    })),
    ...late.map(({ kind, id, title, due, note }) => ({
      kind,
      title: { zh: title, en: title },
      detail: { zh: note ?? '', en: note ?? '' },
      link: `/registers/${registers[kind]}/${id}`,
      dueOn: due,
    })),
    ...leaves
      .filter((task) => task.light.colour === 'red')
      .map((task) => ({
        kind: 'red' as const,
        title: { zh: `${task.number} ${task.name}`, en: `${task.number} ${task.name}` },
        detail: {
          zh: task.light.reasons.map((reason) => reason.zh).join('；'),
          en: task.light.reasons.map((reason) => reason.en).join('; '),
        },
        link: `/plans/${encodeURIComponent(plan.code)}/tasks/${task.id}/ledger`,
        dueOn: task.to,
      })),
  ]
}
