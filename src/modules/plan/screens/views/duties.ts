import type { WirePlanTask } from '../../wire.ts'
import type { WireGap } from '../../wire-proof.ts'
import type { WireCoOwner, WirePlanParts } from '../../wire-views.ts'

interface Person {
  readonly id: string
  readonly name: string
  /** The unit of most of the person's tasks; null for who only co-owns. */
  readonly unit: string | null
}

/** Everybody who owns or co-owns a task, those with most tasks first. */
export function peopleOf(tasks: readonly WirePlanTask[], coOwners: readonly WireCoOwner[]): readonly Person[] {
  const people = new Map<string, Person & { tasks: number }>()
  const add = ({ id, name }: { readonly id: string; readonly name: string }, unit: string | null) => {
    const known = people.get(id)
    people.set(id, { id, name, unit: known?.unit ?? unit, tasks: (known?.tasks ?? 0) + 1 })
  }
  for (const { owner, unit } of tasks) if (owner) add(owner, unit.name)
  for (const { person } of coOwners) add(person, null)
  return [...people.values()].toSorted((a, b) => b.tasks - a.tasks || (a.id < b.id ? -1 : 1))
}

/**
 * What a person answers for: leaf tasks by board, co-owned tasks, and the evidence that is missing: the gaps of the
 * plan on their tasks, and tasks that are due without any.
 */
export function dutiesOf(
  person: string,
  tasks: readonly WirePlanTask[],
  { plan, coOwners, proven }: Pick<WirePlanParts, 'plan' | 'coOwners' | 'proven'>,
  gaps: readonly WireGap[],
) {
  const byId = new Map(tasks.map((task) => [task.id, task]))
  const missing = gaps.filter(({ owner }) => owner?.id === person)
  const known = new Set([...proven, ...missing.map(({ task }) => task.id)])
  const own = tasks.filter((task) => task.kind === 'leaf' && task.owner?.id === person)
  return {
    own,
    boards: [...Map.groupBy(own, (task) => boardOf(task, byId))].map(([board, below]) => ({ board, tasks: below })),
    co: coOwners.filter((one) => one.person.id === person),
    missing,
    unproven: own.filter(({ id, to }) => !known.has(id) && to <= plan.asOf),
  }
}

function boardOf(task: WirePlanTask, byId: ReadonlyMap<string, WirePlanTask>): string {
  const seen = new Set<string>()
  let at = task
  for (let up = byId.get(task.parent ?? ''); up && !seen.has(up.id); up = byId.get(up.parent ?? '')) {
    seen.add(up.id)
    at = up
  }
  // Whoever sees only their own tasks sees no board above them.
  return at === task ? '' : at.name
}
