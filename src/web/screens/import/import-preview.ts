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
    readonly message: Label | string
  }[]
  readonly problemCount: number
  readonly unknownColumns: readonly string[]
  readonly missingColumns: readonly (string | Label)[]
  readonly sample: readonly SampleRow[]
}

export interface SampleRow {
  readonly row: number
  readonly kind: 'create' | 'update' | 'unchanged' | 'wrong'
  readonly values: Readonly<Record<string, unknown>>
  readonly before?: Readonly<Record<string, unknown>>
}
