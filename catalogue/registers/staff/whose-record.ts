import { person, reference, unit } from '../../../src/language/index.ts'

/** Whose record it is: the member of staff, who may see it, and the unit. */
export const ofTeacher = {
  teacher: reference({ zh: '教师', en: 'Teacher' }, 'staff', { required: true }),
  unit: unit({ zh: '所属单位', en: 'Unit' }, { required: true }),
  person: person(
    { zh: '人员', en: 'Person' },
    {
      secondary: true,
      help: { zh: '填写后，本人可以查看这条记录。', en: 'When it is filled, the person may see this record.' },
    },
  ),
} as const
