import type { Label } from './label.ts'

/** What travels about code lists. Days YYYY-MM-DD, times ISO 8601. */

export interface WireCodeList {
  readonly name: string
  readonly label: Label
  /** What an outside standard calls the list. */
  readonly officialName: string | null
  /** Values that may be chosen today. */
  readonly open: number
  /** Values that the college added, renamed or retired. */
  readonly changed: number
  /** Fields that take their values from it. */
  readonly uses: number
  /** Values that a search found, the first few. */
  readonly found: readonly { readonly value: string; readonly label: Label; readonly official: string | null }[]
}

export interface WireCodeValue {
  readonly value: string
  readonly label: Label
  /** The label as declared; null when the value is the college's own. */
  readonly declared: Label | null
  readonly official: string | null
  /** First day on which it may be chosen, and the first on which it may no longer be; null: no such day. */
  readonly from: string | null
  readonly retiredFrom: string | null
  /** May be chosen today. */
  readonly isOpen: boolean
  /** Of what the college changed; 0 when it is as declared. A change must say which one it has seen. */
  readonly version: number
}

export interface WireCodes {
  readonly name: string
  readonly label: Label
  readonly officialName: string | null
  readonly source: string | null
  readonly values: readonly WireCodeValue[]
  readonly usedBy: readonly {
    readonly register: string
    readonly registerLabel: Label
    readonly field: string
    readonly fieldLabel: Label
  }[]
  /** Whether the actor may change the list. */
  readonly canChange: boolean
}

export type CodeAction = 'add' | 'change' | 'retire' | 'reopen' | 'undo'

/** One version of a value: how the college had it from then on. */
export interface WireCodeChange {
  readonly value: string
  readonly version: number
  readonly action: CodeAction
  /** Null where the version has no name of its own: as declared, or gone. */
  readonly label: Label | null
  readonly official: string | null
  readonly from: string | null
  readonly retiredFrom: string | null
  readonly at: string
  readonly actorName: string
  readonly reason: string
}

/** What a sheet does to a list, or would do. */
export interface WireCodesImport {
  readonly adds: readonly string[]
  readonly changes: readonly string[]
  readonly unchanged: number
  readonly problems: readonly { readonly row: number; readonly column: string | null; readonly message: Label }[]
  /** Whether it was done: a preview does nothing, nor does a sheet with problems. */
  readonly isDone: boolean
}
