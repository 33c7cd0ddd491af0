/** What a cmi5 course is made of (cmi5 section 13). Numbers of blocks and units are their places in the document. */

export const MOVE_ON = ['NotApplicable', 'Passed', 'Completed', 'CompletedAndPassed', 'CompletedOrPassed'] as const
export type MoveOn = (typeof MOVE_ON)[number]

/** A text by language; `und` where the package names none. */
export type Words = Readonly<Record<string, string>>

interface Named {
  /** What its publisher calls it: an address with its scheme, unique in the course. */
  readonly id: string
  readonly title: Words
  readonly description: Words
}

/** An assignable unit (AU): what a learner launches. */
export interface Unit extends Named {
  readonly kind: 'unit'
  /** From 0. */
  readonly number: number
  readonly objectives: readonly string[]
  readonly url: string
  readonly launchParameters?: string
  readonly entitlementKey?: string
  readonly moveOn: MoveOn
  /** From 0 to 1, as the package writes it. */
  readonly masteryScore?: string
  readonly launchMethod: 'AnyWindow' | 'OwnWindow'
  readonly activityType?: string
}

export interface Block extends Named {
  readonly kind: 'block'
  /** From 1: the course itself is 0. */
  readonly number: number
  readonly objectives: readonly string[]
  readonly children: readonly (Block | Unit)[]
}

export interface CourseStructure extends Named {
  readonly objectives: readonly Named[]
  readonly children: readonly (Block | Unit)[]
}

/** All units, in the order of the document. */
export const unitsOf = ({ children }: Pick<CourseStructure, 'children'>): Unit[] =>
  children.flatMap((child) => (child.kind === 'unit' ? [child] : unitsOf(child)))

/** All blocks, outer ones before those within. */
export const blocksOf = ({ children }: Pick<CourseStructure, 'children'>): Block[] =>
  children.flatMap((child) => (child.kind === 'block' ? [child, ...blocksOf(child)] : []))

/** How far a learner is with a unit. */
export interface Progress {
  readonly completed: boolean
  readonly passed: boolean
  readonly waived: boolean
}

/** Is the unit done, by its condition (cmi5 13.1.4)? */
export function isUnitSatisfied({ moveOn }: Pick<Unit, 'moveOn'>, progress: Progress | undefined): boolean {
  if (moveOn === 'NotApplicable') return true
  if (!progress) return false
  if (progress.waived) return true
  const { completed, passed } = progress
  const met: Readonly<Record<Exclude<MoveOn, 'NotApplicable'>, boolean>> = {
    Passed: passed,
    Completed: completed,
    CompletedAndPassed: completed && passed,
    CompletedOrPassed: completed || passed,
  }
  return met[moveOn]
}

/** Blocks by number all of whose units are done, inner ones before those around them, and last 0 for the course. */
export function satisfiedParts(course: CourseStructure, progress: ReadonlyMap<number, Progress>): number[] {
  const isDone = (child: Block | Unit) =>
    unitsOf(child.kind === 'unit' ? { children: [child] } : child).every((unit) =>
      isUnitSatisfied(unit, progress.get(unit.number)),
    )
  const blocks = blocksOf(course)
    .toReversed()
    .filter(isDone)
    .map(({ number }) => number)
  return course.children.every(isDone) ? [...blocks, 0] : blocks
}
