import { person, reference, unit } from '../../../src/language/index.ts'

const student = reference({ zh: '学生', en: 'Student' }, 'students', { required: true, indexed: true })
const theirPerson = person(
  { zh: '人员', en: 'Person' },
  {
    secondary: true,
    help: { zh: '填写后，学生本人可以查看这条记录。', en: 'When it is filled, the student may see this record.' },
  },
)

/** Whose record it is: the student, who may see it, and the faculty. */
export const ofStudent = {
  student,
  unit: unit({ zh: '院系', en: 'Faculty' }, { required: true, indexed: true }),
  person: theirPerson,
} as const

/** The same for what is no faculty's business: see `confidential` in access.ts. */
export const ofStudentAlone = { student, person: theirPerson } as const
