import type { WirePlanTask } from '../../wire.ts'

export type BoardBy = 'state' | 'light'
export const STATES = ['waiting', 'doing', 'done'] as const
export const LIGHTS = ['red', 'yellow', 'green', 'grey'] as const
export type Column = (typeof STATES)[number] | (typeof LIGHTS)[number]

/** How far a leaf task is, by what was reported and approved. */
export function stateOf(
  task: Pick<WirePlanTask, 'leaves' | 'completed' | 'progress' | 'reported'>,
): (typeof STATES)[number] {
  if (task.leaves > 0 && task.completed === task.leaves) return 'done'
  return task.reported === null && Number(task.progress ?? 0) === 0 ? 'waiting' : 'doing'
}

/** The leaf tasks by column, what is due first on top. */
export function boardColumns(
  tasks: readonly WirePlanTask[],
  by: BoardBy,
): readonly { readonly column: Column; readonly tasks: readonly WirePlanTask[] }[] {
  const leaves = tasks
    .filter((task) => task.kind === 'leaf')
    .toSorted((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : a.number < b.number ? -1 : 1))
  const of = (task: WirePlanTask): Column => (by === 'state' ? stateOf(task) : task.light.colour)
  return (by === 'state' ? STATES : LIGHTS).map((column) => ({
    column,
    tasks: leaves.filter((task) => of(task) === column),
  }))
}
