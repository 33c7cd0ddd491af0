import type { Label } from '../../language/label.ts'

/** A state of a plan that can be compared: one of its editions, or another plan as it stands. */
export interface WireVersion {
  /** "code" for a plan as it stands, "code@3" for what its third edition came to. */
  readonly key: string
  readonly code: string
  readonly name: string
  readonly edition: number
  readonly state: string
  readonly from: string
  readonly to: string
}

/** What can be compared: the plan's own editions, the latest first, and other plans in sight, related ones first. */
export interface WireVersions {
  readonly plan: WireVersion
  readonly editions: readonly (WireVersion & {
    /** When the edition began, and by what; null for the first. */
    readonly since: { readonly at: string; readonly reason: string; readonly by: string } | null
  })[]
  readonly others: readonly (WireVersion & { readonly isRelated: boolean })[]
}

export const DIFFERENCE_KINDS = ['added', 'removed', 'moved', 'changed'] as const
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number]

/** One thing of a plan that is on one side alone, or differs. */
export interface WireDifference {
  readonly register: string
  readonly kind: DifferenceKind
  /** Number of the task it is, or belongs to: on the newer side, or on the older one when it is gone. */
  readonly task: string
  readonly name: string
  readonly fields: readonly {
    readonly field: string
    readonly label: Label
    readonly before: string | null
    readonly after: string | null
  }[]
}

export interface WireComparison {
  readonly left: WireVersion
  readonly right: WireVersion
  /** Labels and counts of what is compared, in order. */
  readonly registers: readonly {
    readonly register: string
    readonly label: Label
    readonly left: number
    readonly right: number
    readonly counts: Readonly<Record<DifferenceKind, number>>
  }[]
  /** Budgets of both sides in yuan; null for whoever may not see money. */
  readonly money: { readonly left: string; readonly right: string; readonly difference: string } | null
  readonly differences: readonly WireDifference[]
}
