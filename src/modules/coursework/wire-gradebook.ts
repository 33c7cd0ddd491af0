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
