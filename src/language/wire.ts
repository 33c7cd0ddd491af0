import type { Label } from './label.ts'

/**
 * The shapes that travel between server and screens. Values of records travel as JSON:
 * numbers of kind decimal and money as strings, dates as YYYY-MM-DD, references as ids.
 */

/** What the actor may do next with a record. The screens show exactly these. */
export interface Can {
  readonly update: boolean
  readonly delete: boolean
  readonly restore: boolean
  /** Lifecycle actions open to the actor now. */
  readonly actions: readonly { readonly name: string; readonly label: Label; readonly comment: boolean }[]
}

export interface WireRecord {
  readonly id: string
  readonly state: string
  readonly version: number
  readonly unitId: string
  readonly createdBy: string
  readonly createdAt: string
  readonly updatedAt: string
  readonly deletedAt: string | null
  /** Only fields the actor may read; a field that is masked holds the mask and is named in `masked`. */
  readonly values: Readonly<Record<string, unknown>>
  readonly masked: readonly string[]
  /** Titles of the records that references lead to, by field. */
  readonly titles: Readonly<Record<string, string>>
  readonly can: Can
}

/** One screenful of a list. `next` continues after the last row (keyset paging); null at the end. */
export interface WirePage {
  readonly rows: readonly WireRecord[]
  readonly next: string | null
  /** Exact up to a limit; `more` says that there are more than `total`. */
  readonly total: number
  readonly more: boolean
}

/** A condition in an address: ?where=[["kind","is","invention"],["grantedOn","atLeast","2023-01-01"]] */
export type WireCondition = readonly [field: string, operator: WireOperator, value: unknown]
export type WireOperator = 'is' | 'in' | 'not' | 'contains' | 'atLeast' | 'atMost' | 'empty' | 'filled'

export interface WireHistory {
  readonly id: string
  readonly at: string
  readonly actor: string
  readonly actorName: string
  readonly action: string
  readonly reason: string | null
  readonly before: Readonly<Record<string, unknown>> | null
  readonly after: Readonly<Record<string, unknown>> | null
}

/** Every refusal: what, where and what to do. */
export interface WireError {
  readonly error: {
    readonly code: string
    readonly message: Label
    readonly problems?: readonly {
      readonly field?: string
      readonly row?: number
      readonly column?: string
      readonly message: Label
    }[]
    /** On a lost race: the record as it now stands, and who changed what since. */
    readonly current?: WireRecord
    readonly changes?: readonly WireHistory[]
    readonly requestId?: string
  }
}

export type FigureStatus = 'computed' | 'entered' | 'reviewed' | 'approved' | 'published'

export interface WireFigure {
  readonly code: string
  readonly label: Label
  readonly unit: Label
  readonly decimals: number
  readonly period: string
  readonly unitId: string
  readonly unitName: string
  /** Decimal strings, unrounded; null when there is nothing to count or to divide by. */
  readonly value: string | null
  readonly numerator: string | null
  readonly denominator: string | null
  /** `value` rounded as declared: what is printed. */
  readonly text: string
  readonly status: FigureStatus
  readonly version: number
  /** The definition's version that made the value. */
  readonly definitionVersion: number
  /** Records behind the value. */
  readonly rows: number
  /** Set when records changed after review or approval: what they now give. */
  readonly changed: { readonly value: string | null; readonly text: string; readonly at: string } | null
  readonly previous: { readonly period: string; readonly value: string | null; readonly text: string } | null
  readonly entered: boolean
  readonly note: string | null
  readonly marked: boolean
  readonly owner: string
  readonly locked: boolean
  /** Nothing of the kind was recorded in the period at all: its 0 says that nobody has begun, not that there is none. */
  readonly empty: boolean
  readonly can: readonly FigureDoing[]
}

/** What a person may do with a figure: its steps, a mark for a second look, and closing or opening its edition. */
export type FigureDoing = 'enter' | 'review' | 'approve' | 'return' | 'accept' | 'mark' | 'lock' | 'unlock'

export interface WireAccount {
  readonly id: string
  readonly name: string
  readonly personName: string
  readonly lang: 'zh' | 'en'
  readonly college: { readonly id: string; readonly code: string; readonly name: string }
  readonly roles: readonly {
    readonly role: string
    readonly unitId: string
    readonly unitName: string
    readonly to: string | null
  }[]
  readonly permissions: readonly string[]
  /** Duties of the units at which the roles are held; none at the college as a whole. */
  readonly offices: readonly string[]
  /** Per register: what the actor may do at all. Registers that may not be read are absent. */
  readonly registers: Readonly<
    Record<
      string,
      {
        readonly read: boolean
        readonly create: boolean
        readonly export: boolean
        readonly label: Label
        readonly area: string
        /** Whether it concerns the person, of those that they may read. */
        readonly isOwn: boolean
      }
    >
  >
  readonly csrf: string
  /** Until it is done, everything else is refused with 'must-change-password'. */
  readonly mustChangePassword: boolean
  /** Roles that count only once the person signs in with a passkey. */
  readonly withheldRoles: readonly string[]
}
