import { sql } from 'kysely'
import type { Actor } from '../../../engine/access/actor.ts'
import { today } from '../../../engine/access/today.ts'
import { reachOf } from '../../../engine/access/reach.ts'
import { type Engine, getRegister } from '../../../engine/engine.ts'
import { Exact } from '../../../engine/indicators/exact.ts'
import type { Tx } from '../../../engine/module-server.ts'
import type { WirePlanProblem } from '../wire.ts'
import { findCircles } from './find-circles.ts'
import { levelScores } from './level-scores.ts'
import { openPlan, type PlanScope, taskTables } from './plan-scope.ts'

export interface TreeTask {
  readonly id: string
  readonly number: string
  readonly kind: string
  readonly plan: string
  readonly parent: string | null
  readonly level: string
  readonly from: string
  readonly to: string
  readonly weight: string | null
  readonly hasLeft: boolean
}

/**
 * What is wrong in a plan though each of its records is right by itself: circles, weights, dates, owners who left.
 * @param plan its id or its code
 * @throws Refusal 403, 404
 */
export async function planProblems(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  plan: string,
): Promise<readonly WirePlanProblem[]> {
  const scope = await openPlan(engine, tx, actor, plan)
  const tasks = await selectTree(scope)
  const links = await tx.run<{ from: string; to: string }>(sql`
    WITH ${await taskTables(scope)}
    SELECT a.number AS "from", b.number AS "to" FROM ${await scope.rows('plan-task-links')} AS link
      JOIN task AS a ON a.college_id = link.college_id AND a.id = link.task
      JOIN task AS b ON b.college_id = link.college_id AND b.id = link.predecessor`)
  const weights = (await levelScores(scope)).reduce((sum, level) => sum.plus(level.weight), new Exact(0))
  return [
    ...findCircles(links).map((circle): WirePlanProblem => ({
      kind: 'circular-predecessors',
      tasks: circle,
      message: {
        zh: `前置任务互相等待：${[...circle, circle[0]!].join(' → ')}；请去掉其中一条前置关系`,
        en: `Tasks wait for each other: ${[...circle, circle[0]!].join(' → ')}. Take one of these predecessors away`,
      },
    })),
    ...(weights.eq(100)
      ? []
      : [
          {
            kind: 'level-weights',
            tasks: [],
            message: {
              zh: `各层面权重合计为 ${weights.toFixed()}，应为 100；在数据表“计划层面”中修改`,
              en: `The levels’ weights are ${weights.toFixed()} together, not 100: change them in the register "Levels of plans"`,
            },
          } as const,
        ]),
    // Whoever sees a part of the tasks cannot say that there is none.
    ...(!reachOf(getRegister(engine, 'plan-tasks'), actor, 'read').all || tasks.some((task) => task.kind === 'leaf')
      ? []
      : [noLeaves]),
    ...treeProblems(tasks, [scope.plan]),
  ]
}

async function selectTree(scope: PlanScope): Promise<TreeTask[]> {
  const appointments = scope.canRead('appointments') ? await scope.rows('appointments') : null
  const current = sql`bool_or("to" IS NULL OR "to" >= ${today()})`
  const left = appointments
    ? sql`left_ones AS (SELECT college_id, person FROM ${appointments} AS a GROUP BY college_id, person HAVING NOT ${current})`
    : sql`left_ones AS (SELECT NULL::uuid AS college_id, NULL::uuid AS person WHERE false)`
  return scope.tx.run<TreeTask & Record<string, unknown>>(sql`
    WITH ${await taskTables(scope)}, ${left}
    SELECT id, number, kind, ${scope.plan.id}::uuid AS plan, parent, level, "from", "to", weight::text, left_ones.person IS NOT NULL AS "hasLeft"
    FROM task LEFT JOIN left_ones ON left_ones.college_id = task.college_id AND left_ones.person = task.owner
    ORDER BY number`)
}

/** Which kinds may stand below which. */
const PARENTS: Readonly<Record<string, readonly string[]>> = {
  board: [],
  task: ['board'],
  'sub-task': ['task', 'sub-task'],
  leaf: ['board', 'task', 'sub-task'],
}

const noLeaves: WirePlanProblem = {
  kind: 'no-leaves',
  tasks: [],
  message: {
    zh: '计划里还没有任务点；请先把任务分解到任务点',
    en: 'There is no leaf task yet: break the tasks down first',
  },
}

/**
 * What is wrong in a tree of tasks. A parent that is out of sight is not judged.
 * @param plans those the tasks belong to: what has no parent lies within its plan
 */
export function treeProblems(
  tasks: readonly TreeTask[],
  plans: readonly { readonly id: string; readonly code: string; readonly from: string; readonly to: string }[] = [],
): WirePlanProblem[] {
  const planOf = new Map(plans.map((plan) => [plan.id, plan]))
  const byId = new Map(tasks.map((task) => [task.id, task]))
  const parentOf = (task: TreeTask) => (task.parent === null ? undefined : byId.get(task.parent))
  const circles = findCircles(
    tasks.flatMap((task) => {
      const parent = parentOf(task)
      return parent ? [{ from: task.number, to: parent.number }] : []
    }),
  )
  return [
    ...circles.map((circle): WirePlanProblem => ({
      kind: 'circular-parents',
      tasks: circle,
      message: {
        zh: `上级任务成环：${[...circle, circle[0]!].join(' → ')}；请改其中一个任务的上级`,
        en: `Parents go in a circle: ${[...circle, circle[0]!].join(' → ')}. Change the parent of one of them`,
      },
    })),
    ...tasks.flatMap((task) => {
      const parent = parentOf(task)
      const plan = task.parent === null ? planOf.get(task.plan) : undefined
      return [
        ...(parent ? belowProblems(task, parent) : []),
        ...(plan ? outsideProblems(task, { ...plan, number: plan.code }) : []),
        ...ownerProblems(task),
      ]
    }),
    ...weightProblems(tasks, byId),
  ]
}

/** A task ends with what it is a part of: its parent, or the plan. */
function outsideProblems(task: TreeTask, whole: Pick<TreeTask, 'number' | 'from' | 'to'>): WirePlanProblem[] {
  if (task.from >= whole.from && task.to <= whole.to) return []
  return [
    {
      kind: 'outside-parent',
      tasks: [task.number, whole.number],
      message: {
        zh: `${task.number} 的起止日期（${task.from} 至 ${task.to}）超出上级 ${whole.number}（${whole.from} 至 ${whole.to}）`,
        en: `${task.number} (${task.from} to ${task.to}) lies outside its parent ${whole.number} (${whole.from} to ${whole.to})`,
      },
    },
  ]
}

function belowProblems(task: TreeTask, parent: TreeTask): WirePlanProblem[] {
  const tasks = [task.number, parent.number]
  const problems = outsideProblems(task, parent)
  if (parent.kind === 'leaf')
    problems.push({
      kind: 'leaf-with-children',
      tasks,
      message: {
        zh: `任务点 ${parent.number} 下面还有 ${task.number}：请把它改为子任务，或移走下级`,
        en: `Leaf task ${parent.number} has ${task.number} below it: make it a sub-task, or move what is below`,
      },
    })
  else if (task.plan !== parent.plan || task.level !== parent.level || !PARENTS[task.kind]?.includes(parent.kind))
    problems.push({
      kind: 'wrong-parent',
      tasks,
      message: {
        zh: `${task.number} 不能放在 ${parent.number} 之下：计划、层面或任务层次不符`,
        en: `${task.number} cannot stand below ${parent.number}: the plan, the level or the kind does not fit`,
      },
    })
  return problems
}

const ownerProblems = (task: TreeTask): WirePlanProblem[] =>
  task.hasLeft
    ? [
        {
          kind: 'owner-left',
          tasks: [task.number],
          message: {
            zh: `${task.number} 的负责人已离任，请换人`,
            en: `The owner of ${task.number} has left: name another`,
          },
        },
      ]
    : []

function weightProblems(tasks: readonly TreeTask[], byId: ReadonlyMap<string, TreeTask>): WirePlanProblem[] {
  const families = Map.groupBy(
    tasks.filter((task) => task.kind !== 'board'),
    (task) => task.parent ?? '',
  )
  return [...families].flatMap(([parent, children]): WirePlanProblem[] => {
    const given = children.flatMap((task) => task.weight ?? [])
    if (given.length === 0) return []
    const sum = given.reduce((total, weight) => total.plus(weight), new Exact(0))
    if (given.length === children.length && sum.eq(100)) return []
    const number = byId.get(parent)?.number ?? ''
    const missing = children.length - given.length
    return [
      {
        kind: 'task-weights',
        tasks: [number, ...children.map((task) => task.number)],
        message: {
          zh: `${number} 下级的权重合计为 ${sum.toFixed()}，应为 100${missing > 0 ? `，其中 ${missing} 个未填` : ''}`,
          en: `The weights below ${number} are ${sum.toFixed()} together, not 100${missing > 0 ? `; ${missing} have none` : ''}`,
        },
      },
    ]
  })
}
