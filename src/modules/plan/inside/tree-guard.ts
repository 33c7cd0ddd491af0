import { sql } from 'kysely'
import { type Engine, getRegister } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import type { Guard, GuardProblem } from '../../../engine/records/guards.ts'
import { isSame, table } from '../../../engine/records/stored.ts'
import type { WirePlanProblem } from '../wire.ts'
import { type TreeTask, treeProblems } from './plan-problems.ts'
import { plansOf } from './plan-of.ts'
import { whoLeft } from './who-left.ts'

/** What of a task places it in the tree. */
const PLACE = ['plan', 'level', 'kind', 'parent', 'from', 'to'] as const
/** Weights are not among them: they add up only once all of a family are written. */
const REFUSED: ReadonlySet<WirePlanProblem['kind']> = new Set(['outside-parent', 'wrong-parent', 'leaf-with-children'])

/** A task stands within its parent's dates and level, a leaf has nothing below it, nothing hangs below what is gone. */
export const treeGuard: Guard = {
  registers: ['plan-tasks'],
  async hear(engine, tx, _actor, written) {
    const touched = written.filter(
      ({ before, after, action }) =>
        action === 'delete' || PLACE.some((name) => !isSame(before?.values[name], after.values[name])),
    )
    if (touched.length === 0) return []
    const ids = touched.map(({ id }) => id)
    const plans = await plansOf(engine, tx, 'plan-tasks', touched)
    const gone = new Set(touched.filter(({ after }) => after.deletedAt !== null).map(({ id }) => id))
    const near = await tasksAround(engine, tx, ids)
    const numbers = new Map(near.map((task) => [task.id, task.number]))
    const own = new Set(ids.flatMap((id) => numbers.get(id) ?? []))
    const idOf = new Map(near.map((task) => [task.number, task.id]))
    return [
      ...near
        .filter((task) => task.parent !== null && gone.has(task.parent))
        .map((task): GuardProblem => ({
          id: task.parent!,
          message: {
            zh: `下面还有 ${task.number}，不能停用：请先移走或停用下级`,
            en: `${task.number} is still below it: move or take out of use what is below first`,
          },
        })),
      ...treeProblems(near, [...plans.values()].flat()).flatMap((problem): GuardProblem[] => {
        const at = problem.tasks.find((number) => own.has(number))
        return at !== undefined && REFUSED.has(problem.kind)
          ? [{ id: idOf.get(at)!, field: fieldOf(problem, own), message: problem.message }]
          : []
      }),
    ]
  },
}

const fieldOf = ({ kind, tasks }: WirePlanProblem, own: ReadonlySet<string>) =>
  kind === 'outside-parent' ? 'to' : kind === 'leaf-with-children' && own.has(tasks[1]!) ? 'kind' : 'parent'

/** These tasks, what they stand below, and what stands below them. */
async function tasksAround(engine: Engine, tx: Tx, ids: readonly string[]): Promise<TreeTask[]> {
  const tasks = table(getRegister(engine, 'plan-tasks'))
  const these = sql`${[...ids]}::uuid[]`
  return tx.run<TreeTask & Record<string, unknown>>(sql`
    SELECT id, number, kind, plan, parent, level, "from", "to", weight::text, false AS "hasLeft" FROM ${tasks} AS t
    WHERE college_id = ${tx.collegeId} AND deleted_at IS NULL AND (id = ANY(${these}) OR parent = ANY(${these}) OR id IN (
      SELECT parent FROM ${tasks} AS own WHERE own.college_id = ${tx.collegeId} AND own.id = ANY(${these})))
    ORDER BY number`)
}

/** Nobody who has left is given a task. */
export const ownerGuard: Guard = {
  registers: ['plan-tasks', 'plan-co-owners'],
  async hear(engine, tx, _actor, written) {
    const field = written[0]?.register === 'plan-tasks' ? 'owner' : 'person'
    const given = written.filter(
      ({ before, after }) =>
        after.deletedAt === null && after.values[field] !== null && !isSame(before?.values[field], after.values[field]),
    )
    if (given.length === 0) return []
    const names = await whoLeft(
      engine,
      tx,
      given.map(({ after }) => String(after.values[field])),
    )
    return given.flatMap(({ id, after }): GuardProblem[] => {
      const name = names.get(String(after.values[field]))
      return name === undefined
        ? []
        : [
            {
              id,
              field,
              message: { zh: `${name} 已经离任，请另选负责人`, en: `${name} has left: choose somebody else` },
            },
          ]
    })
  },
}
