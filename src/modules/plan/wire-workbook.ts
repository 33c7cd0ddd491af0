import type { Label } from '../../language/label.ts'

export interface WireWorkbookProblem {
  /** The sheet's name. */
  readonly sheet: string
  readonly row: number | null
  readonly column: string | null
  readonly message: Label
}

/** What one row of a workbook would make or change. */
export interface WireWorkbookRow {
  readonly row: number
  readonly kind: 'create' | 'update'
  readonly name: string
  readonly fields: readonly { readonly label: Label; readonly before: string | null; readonly after: string | null }[]
}

export interface WireWorkbookSheet {
  readonly register: string
  readonly label: Label
  readonly rows: number
  readonly creates: number
  readonly updates: number
  readonly unchanged: number
  /** The first of them. */
  readonly differences: readonly WireWorkbookRow[]
}

/** What a workbook would do to a plan, shown before it does it. */
export interface WireWorkbookPreview {
  /** Says what was seen: accepting names it, and is refused when the same file would now do something else. */
  readonly digest: string
  /** The plan is in force: accepting makes a change request. */
  readonly isRequest: boolean
  readonly sheets: readonly WireWorkbookSheet[]
  readonly problems: readonly WireWorkbookProblem[]
  /** What would be wrong in the plan as a whole; a draft may be saved so. */
  readonly warnings: readonly Label[]
  /** Sheets that the person may not fill, with their reasons. */
  readonly skipped: readonly { readonly sheet: string; readonly message: Label }[]
}

export interface WireWorkbookDone {
  /** The change request that was made, when the plan is in force. */
  readonly request: string | null
  readonly creates: number
  readonly updates: number
}
