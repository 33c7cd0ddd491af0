import type { Fields } from '../../language/fields.ts'
import type { Label } from '../../language/label.ts'
import type { WireRecord } from '../../language/wire.ts'
import type { WirePart, WirePlan } from './wire.ts'

export interface WireMilestone {
  readonly id: string
  readonly task: string
  readonly what: string
  readonly dueOn: string
  readonly reachedOn: string | null
}

/** Somebody who answers for a task beside its owner; the task is told, for who co-owns it may know what it is. */
export interface WireCoOwner {
  readonly task: string
  readonly number: string
  readonly name: string
  readonly from: string
  readonly to: string
  readonly person: WirePart
  readonly duty: string
}

/** What the views of a plan show beside its tasks, and what the person may do with it. */
export interface WirePlanParts {
  readonly plan: WirePlan
  /** The plan's own record: its version, and the steps that it can take. */
  readonly head: WireRecord
  /** The plan is a draft, and the person may write tasks. */
  readonly canEdit: boolean
  /** The plan is in force, and the person may ask for changes. */
  readonly canPropose: boolean
  readonly canCopy: boolean
  readonly links: readonly { readonly task: string; readonly predecessor: string }[]
  readonly milestones: readonly WireMilestone[]
  readonly coOwners: readonly WireCoOwner[]
  /** Leaf tasks with approved evidence in the register plan-evidence. */
  readonly proven: readonly string[]
  /** The person who asks, when the account belongs to one. */
  readonly me: string | null
  /** The declarations of what a plan is made of, with the college's own code lists: screens draw cells and forms by them. */
  readonly registers: Readonly<Record<string, WireDeclared>>
}

export interface WireDeclared {
  readonly label: Label
  readonly fields: Fields
}
