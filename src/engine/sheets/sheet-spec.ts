export type ColumnKind = 'text' | 'integer' | 'decimal' | 'date' | 'datetime' | 'yes-no'

export interface SheetColumn {
  header: string
  /** Width in characters of the default font; a Chinese character takes two. */
  width?: number
  kind: ColumnKind
  /** Digits shown after the point; the value itself is never rounded. */
  decimals?: number
  required?: boolean
  /** What to fill in; shown when pointing at the header and on the guide sheet. */
  note?: string
  /** What the drop-down offers; nothing else is accepted in Excel. */
  choices?: readonly string[]
}

/**
 * A value to write. Numbers may come as decimal text; dates are 'YYYY-MM-DD' and 'YYYY-MM-DDTHH:MM[:SS]' without a
 * time zone. What its column's kind cannot hold exactly is written as text.
 */
export type WriteCell = string | number | bigint | boolean | null | undefined

export type WriteRows = Iterable<readonly WriteCell[]> | AsyncIterable<readonly WriteCell[]>

export interface SheetSpec {
  sheetName: string
  columns: readonly SheetColumn[]
  rows: WriteRows
  freezeHeader?: boolean
  /** Lines for the head of the guide sheet 填写说明, which is added when this is given, be it empty. */
  notes?: readonly string[]
  /** Words for true and false; 是 and 否 unless stated. */
  yesNo?: readonly [string, string]
}

export const defaultYesNo: readonly [string, string] = ['是', '否']
