import type { WirePlanTask } from '../wire.ts'

/** What a person wants to see of a tree; empty means everything. */
export interface TaskFilter {
  readonly q: string
  readonly level: string
  readonly unit: string
  readonly light: string
  /** Only leaf tasks that are not completed. */
  readonly isOpenOnly: boolean
}

export interface ShownTask {
  readonly task: WirePlanTask
  readonly depth: number
  readonly hasChildren: boolean
  readonly isOpen: boolean
}

const isFiltering = (filter: TaskFilter) =>
  filter.q.trim() !== '' || filter.level !== '' || filter.unit !== '' || filter.light !== '' || filter.isOpenOnly

function matches(task: WirePlanTask, { q, level, unit, light, isOpenOnly }: TaskFilter): boolean {
  const words = q.trim().toLowerCase()
  return (
    (level === '' || task.level === level) &&
    (unit === '' || task.unit.id === unit) &&
    (light === '' || task.light.colour === light) &&
    (!isOpenOnly || (task.kind === 'leaf' && task.completed === 0)) &&
    (words === '' ||
      [task.number, task.name, task.owner?.name ?? '', task.unit.name].some((text) =>
        text.toLowerCase().includes(words),
      ))
  )
}

/**
 * The rows of a tree, parents before children: what a filter finds with everything above it, or else what stands open.
 * A task whose parent is out of sight stands at the top.
 * @param opened ids of the tasks that the person opened
 */
export function visibleTasks(
  tasks: readonly WirePlanTask[],
  filter: TaskFilter,
  opened: ReadonlySet<string>,
): { readonly rows: readonly ShownTask[]; readonly found: number } {
  const byId = new Map(tasks.map((task) => [task.id, task]))
  const parentOf = (task: WirePlanTask) => (task.parent === null ? undefined : byId.get(task.parent))
  const children = Map.groupBy(tasks, (task) => parentOf(task)?.id ?? '')
  const filtering = isFiltering(filter)
  const found = filtering ? tasks.filter((task) => matches(task, filter)) : tasks
  const kept = new Set<string>()
  for (const task of found)
    for (let at: WirePlanTask | undefined = task; at && !kept.has(at.id); at = parentOf(at)) kept.add(at.id)
  const rows: ShownTask[] = []
  const visit = (task: WirePlanTask, depth: number) => {
    if (!kept.has(task.id)) return
    const below = (children.get(task.id) ?? []).filter((child) => kept.has(child.id))
    const isOpen = filtering || opened.has(task.id)
    rows.push({ task, depth, hasChildren: below.length > 0, isOpen })
    if (isOpen) for (const child of below) visit(child, depth + 1)
  }
  for (const task of children.get('') ?? []) visit(task, 0)
  return { rows, found: found.length }
}
