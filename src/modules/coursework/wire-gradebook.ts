import type { Category, Entry, FinalScore } from './inside/gradebook/final-score.ts'

/** The gradebook between server and screens. */
export type { FinalScore }
export interface WireCategory extends Category {
  readonly withAttendance: boolean
}
export interface WireColumn {
  readonly id: string
  readonly categoryId: string
  readonly title: string
  readonly maxScore: string
}
/** Something that became of a column, as its teacher reads it. */
export interface WireColumnChange {
  readonly id: string
  readonly columnId: string
  readonly at: string
  readonly by: string
  readonly action: 'added' | 'changed' | 'removed' | 'restored'
  readonly before: Omit<WireColumn, 'id'> | null
  readonly after: Omit<WireColumn, 'id'> | null
  readonly reason: string | null
  /** It is still removed, and may come back. */
  readonly canRestore: boolean
}
export interface WireGradeRow {
  readonly studentId: string
  readonly number: string
  readonly name: string
  readonly final: FinalScore
}
export interface WireGradebook {
  readonly teachingClass: string
  readonly courseName: string
  readonly categories: readonly WireCategory[]
  readonly decimals: number
  readonly openToStudents: boolean
  readonly revision: number
  readonly columns: readonly WireColumn[]
  readonly entries: readonly Entry[]
  readonly rows: readonly WireGradeRow[]
}
export interface WireOwnGrades {
  readonly courseName: string
  readonly isOpen: boolean
  readonly final: FinalScore | null
  readonly supposed: FinalScore | null
}
