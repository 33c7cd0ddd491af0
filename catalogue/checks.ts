import type { Label } from '../src/language/label.ts'
import type { Problem } from '../src/language/register.ts'

const ENDS_BEFORE = { zh: '结束早于开始', en: 'It ends before it begins' }

/** What begins ends no earlier: a problem at the field of the end. Dates, moments and times of day compare as they are kept. */
export const inOrder = (
  from: string | null,
  to: string | null,
  endField: string,
  message: Label = ENDS_BEFORE,
): readonly Problem[] => (from !== null && to !== null && from > to ? [{ field: endField, message }] : [])

/** A record of somebody who is a student or a member of staff: one of the two is named. */
export const studentOrStaff = (record: { readonly student: string | null; readonly staff: string | null }) =>
  (record.student === null) === (record.staff === null)
    ? [{ field: 'student', message: { zh: '学生和教职工填写其中一项', en: 'Name a student or a member of staff' } }]
    : []
