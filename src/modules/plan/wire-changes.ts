import type { Label } from '../../language/label.ts'
import type { WireRecord } from '../../language/wire.ts'
import type { WirePlan } from './wire.ts'

/** Who has the last word on a change request. */
export type WireRoute = 'office' | 'finance' | 'leaders'

/** The change requests of one plan. */
export interface WirePlanChanges {
  readonly plan: WirePlan
  readonly canPropose: boolean
  readonly changes: readonly {
    readonly record: WireRecord
    /** How many records it changes. */
    readonly records: number
    /** Money that it moves, in yuan. */
    readonly moved: string
    readonly route: WireRoute
  }[]
}

/** One value, old beside new, in words. */
export interface WireFieldChange {
  readonly field: string
  readonly label: Label
  readonly before: string | null
  readonly after: string | null
  /** Somebody changed it after the request was made. */
  readonly isStale: boolean
}

export interface WireRecordChange {
  readonly register: string
  readonly label: Label
  readonly action: 'create' | 'update' | 'delete'
  readonly record: string
  readonly name: string
  /** The record was taken out of use after the request was made. */
  readonly isGone: boolean
  /** Of an adjustment that is not decided yet: the task's budget of that year and source, now and then, in yuan. */
  readonly budget: { readonly before: string; readonly after: string } | null
  readonly fields: readonly WireFieldChange[]
}

/** A change request with everything that it changes. */
export interface WirePlanChange {
  readonly record: WireRecord
  readonly moved: string
  readonly route: WireRoute
  readonly changes: readonly WireRecordChange[]
  /** The same as what was asked for, to be taken up again; null where the actor may not change the request. */
  readonly wishes: readonly WireWish[] | null
}

/** A change as it was asked for, with the values that the record has now. */
export interface WireWish {
  readonly register: string
  readonly action: 'create' | 'update' | 'delete'
  readonly record: string
  readonly name: string
  readonly values: Readonly<Record<string, unknown>>
  readonly was: Readonly<Record<string, unknown>>
  /** What values are shown as, by field: names of references. */
  readonly titles: Readonly<Record<string, string>>
  readonly wasTitles: Readonly<Record<string, string>>
}
