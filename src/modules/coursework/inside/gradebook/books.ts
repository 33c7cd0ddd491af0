import { sql } from 'kysely'
import type { Tx } from '../../../../engine/module-server.ts'
import { unknownRecord } from '../../../../engine/refusal.ts'
import type { TeachingClass } from '../classes.ts'
import type { Category } from './final-score.ts'

export interface BookInput {
  readonly categories: readonly (Category & { readonly withAttendance: boolean })[]
  readonly decimals: number
  readonly openToStudents: boolean
  readonly revision: number
}
export type Book = BookInput

/** What a book is before anybody has set it up: everything in one category. */
const UNSET: Book = { categories: [], decimals: 1, openToStudents: false, revision: 0 }

export async function findBook(tx: Tx, teachingClass: string): Promise<Book> {
  const [book] = await tx.run<Book>(sql`
    SELECT categories, decimals, open_to_students AS "openToStudents", revision FROM coursework_gradebooks
    WHERE college_id = ${tx.collegeId} AND teaching_class = ${teachingClass}`)
  return book ?? UNSET
}

/** @throws Refusal 404 for a category that the book of a class does not have; none is one */
export async function checkCategory(tx: Tx, of: TeachingClass, categoryId: string | null): Promise<void> {
  if (categoryId === null) return
  const { categories } = await findBook(tx, of.teachingClass)
  if (!categories.some(({ id }) => id === categoryId)) throw unknownRecord()
}
