import { defineRegister, text } from '../../../src/language/index.ts'
import { aboutPersons } from '../../access.ts'
import { ofTeacher } from './whose-record.ts'

const name = { required: true, maxLength: 150 } as const

/** The measures of a teacher's portrait, one by one: what each is called and what it says of the teacher. */
export const teacherPortraitMeasures = defineRegister({
  name: 'teacher-portrait-measures',
  label: { zh: '教师画像评价维度', en: 'Measures of teacher portraits' },
  area: 'staff',
  owner: 'personnel',
  title: 'measure',
  unit: 'unit',
  person: 'person',
  fields: {
    ...ofTeacher,
    group: text({ zh: '一级指标', en: 'Group' }, { ...name, indexed: true }),
    groupInEnglish: text({ zh: '一级指标英文名称', en: 'Group in English' }, { ...name, secondary: true }),
    measure: text({ zh: '评价维度', en: 'Measure' }, { required: true, maxLength: 300 }),
    measureInEnglish: text({ zh: '评价维度英文名称', en: 'Measure in English' }, name),
    result: text({ zh: '评价结果', en: 'Result' }, { required: true, maxLength: 300 }),
  },
  unique: [['teacher', 'groupInEnglish', 'measureInEnglish']],
  access: aboutPersons,
  order: 'group',
})
