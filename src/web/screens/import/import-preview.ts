import type { Label } from '../../../language/index.ts'

/** What a file would do, before it does it. */
export interface ImportPreview {
  readonly id: string
  readonly fileName: string
  readonly rows: number
  readonly creates: number
  readonly updates: number
  readonly unchanged: number
  readonly problems: readonly {
    readonly row: number
    readonly column: string | null
    readonly message: Label
  }[]
  readonly problemCount: number
  readonly unknownColumns: readonly string[]
  readonly missingColumns: readonly Label[]
  /** Columns that are known but not read, and why. */
  readonly ignoredColumns: readonly { readonly column: string; readonly message: Label }[]
  /** Accepting must say why: records that count in figures would change. */
  readonly needsComment: boolean
  readonly sample: readonly SampleRow[]
}

export interface SampleRow {
  readonly row: number
  readonly kind: 'create' | 'update' | 'unchanged' | 'wrong'
  /** What the row says; references by their texts. */
  readonly values: Readonly<Record<string, unknown>>
  readonly before?: Readonly<Record<string, unknown>>
}
