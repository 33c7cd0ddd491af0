import type { FileRef } from '../../language/fields.ts'
import type { Label } from '../../language/label.ts'
import type { WireRecord } from '../../language/wire.ts'
import type { LightColour, WireLight, WirePart, WirePlan, WirePlanFigures } from './wire.ts'

/** What travels while a plan is run. Per cents of reports are whole numbers; rates are decimal strings. */

export interface WireTaskName {
  readonly id: string
  readonly number: string
  readonly name: string
}

interface WireReported {
  readonly month: string
  readonly percent: number
  readonly state: string
}

/** A leaf task that is to be reported for a month, and what is there already. */
export interface WireFill {
  readonly task: WireTaskName & {
    readonly from: string
    readonly to: string
    readonly deliverables: string | null
  }
  readonly plan: { readonly code: string; readonly name: string }
  readonly unit: WirePart
  readonly owner: WirePart | null
  readonly month: string
  /** The last day on which the month is reported in time. */
  readonly dueOn: string
  /** The last report before the month that was at least submitted. */
  readonly last: WireReported | null
  /** The report of the month, draft or further. */
  readonly current:
    | (WireReported & {
        readonly id: string
        readonly version: number
        readonly done: string
        readonly problems: string | null
        readonly reason: string | null
        readonly files: readonly FileRef[]
        /** Why it was given back, while it is a draft. */
        readonly returned: string | null
        readonly canFill: boolean
        readonly canWithdraw: boolean
      })
    | null
  /** Somebody else reported the month, in a record that is not the actor's to see. */
  readonly isFilledElsewhere: boolean
  readonly targets: readonly {
    readonly id: string
    readonly name: string
    readonly year: number
    readonly target: string
    readonly actual: string | null
    readonly measuredIn: string | null
  }[]
  /** By what is approved: progress against time. */
  readonly light: WireLight
}

/** A decision or a finding that somebody has to carry out and to report. */
export interface WireDuty {
  readonly record: WireRecord
  readonly kind: 'decision' | 'finding'
  readonly dueOn: string
  readonly isLate: boolean
}

/** A report that waits for a review, with what a reviewer compares it to. */
export interface WireReview {
  readonly record: WireRecord
  readonly task: WireTaskName & { readonly to: string }
  readonly plan: { readonly code: string; readonly name: string }
  readonly unit: WirePart
  readonly filledBy: string | null
  readonly last: WireReported | null
  readonly light: WireLight
  /** The way forward that the actor may take: review for the unit, approve for the office; null when they may only return it. */
  readonly onward: 'review' | 'approve' | null
}

/** How far the reports of a month are, by unit. */
export interface WireFillState {
  readonly plan: WirePlan
  readonly month: string
  readonly units: readonly {
    readonly unit: WirePart
    /** Leaf tasks that are to be reported. */
    readonly expected: number
    readonly draft: number
    readonly submitted: number
    readonly 'unit-reviewed': number
    readonly approved: number
    readonly missing: readonly (WireTaskName & { readonly owner: string | null })[]
  }[]
}

export interface WireMeeting {
  readonly meeting: WireRecord
  readonly plan: WirePlan
  /** Decisions of earlier meetings that were not checked off before this one. */
  readonly open: readonly WireItem[]
  readonly agenda: readonly WireItem[]
}
export interface WireItem {
  readonly record: WireRecord
  /** The task's light by approved progress; null where the item is of no task. */
  readonly light: WireLight | null
  readonly task: WireTaskName | null
}

/** One thing that happened to a task or to something of it. */
export interface WireLedgerEntry {
  /** A year, a month, a day, or a moment: as exactly as is known. */
  readonly at: string
  readonly register: string
  readonly id: string
  /** A step of a record; null where the matter of the record itself was at that time. */
  readonly action: string | null
  readonly who: string | null
  readonly reason: string | null
  /** What kind of record it is. */
  readonly label: Label
  /** The name of the record. */
  readonly title: string
  /** What the record says, or the fields that a step changed, as far as the actor may read it. */
  readonly facts: readonly { readonly label: Label; readonly text: Label | null }[]
  readonly state: string | null
  readonly task: WireTaskName
}
export interface WireLedger {
  readonly plan: WirePlan
  readonly task: WireTaskName & {
    readonly kind: string
    readonly unit: WirePart
    readonly owner: WirePart | null
    readonly from: string
    readonly to: string
    readonly progress: string | null
    readonly achieved: string | null
    readonly light: WireLight
  }
  readonly entries: readonly WireLedgerEntry[]
  /** There is more than is shown. */
  readonly more: boolean
}

/** A unit among the others, the best first. */
export interface WireUnitRank {
  readonly unit: WirePart
  readonly rank: number
  readonly leaves: number
  readonly completed: number
  readonly rate: string | null
  /** Mean of approved progress, and of achievement, of its leaf tasks: never added up. */
  readonly progress: string | null
  readonly achieved: string | null
  readonly used: string | null
  readonly lights: Readonly<Record<LightColour, number>>
}

/** Something that waits for somebody above the owner. */
export interface WirePending {
  readonly kind: 'waiting' | 'reopening' | 'decision' | 'finding' | 'red'
  readonly title: Label
  readonly detail: Label
  readonly link: string
  readonly dueOn: string | null
}

export interface WireLeaders {
  readonly figures: WirePlanFigures
  readonly progress: string | null
  readonly achieved: string | null
  readonly lights: Readonly<Record<LightColour, number>>
  readonly units: readonly WireUnitRank[]
  readonly pending: readonly WirePending[]
}
