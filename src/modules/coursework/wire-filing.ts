import type { Nature } from './inside/results/term-result.ts'

/**
 * What becomes of a student's record of the term: it is made · changed · as it should be · entered by the office, and so
 * left alone · not written, as marks of some natures are not known yet · taken out of use, as they no longer are.
 */
export interface WireTermChange {
  readonly change: 'made' | 'changed' | 'same' | 'office' | 'lacks' | 'removed'
  readonly lacks: readonly Nature[]
}
export interface WireFilingRow {
  readonly studentId: string
  readonly number: string
  readonly name: string
  /** null while something is not graded yet: nothing is filed of them. */
  readonly score: string | null
  /** As it is filed already. */
  readonly before: string | null
  readonly term: WireTermChange | null
}
/** What would be filed of a gradebook now. */
export interface WireFiling {
  readonly termCode: string
  readonly credits: string
  readonly filedAt: string | null
  readonly isChanged: boolean
  readonly rows: readonly WireFilingRow[]
  /** Says exactly this preview. */
  readonly seen: string
}
