import { defineRegister, text } from '../../../src/language/index.ts'
import { aboutPersons } from '../../access.ts'
import { ofStudent } from './whose-record.ts'

/** The measures of a student's portrait, one by one. */
export const studentPortraitMeasures = defineRegister({
  name: 'student-portrait-measures',
  label: { zh: '学生画像评价维度', en: 'Measures of student portraits' },
  area: 'students',
  owner: 'information',
  title: 'measure',
  unit: 'unit',
  person: 'person',
  fields: {
    ...ofStudent,
    dimensionEnglish: text({ zh: '一级指标英文名称', en: 'Dimension in English' }, { required: true, maxLength: 150 }),
    dimension: text({ zh: '一级指标', en: 'Dimension' }, { required: true, maxLength: 150, indexed: true }),
    measureEnglish: text({ zh: '评价维度英文名称', en: 'Measure in English' }, { required: true, maxLength: 150 }),
    measure: text({ zh: '评价维度', en: 'Measure' }, { required: true, maxLength: 300 }),
    result: text(
      { zh: '评价结果', en: 'Result' },
      {
        required: true,
        maxLength: 300,
        readableBy: ['system-administrator', 'unit-head', 'unit-filler', 'student'],
      },
    ),
  },
  unique: [['student', 'dimensionEnglish', 'measureEnglish']],
  access: aboutPersons,
  order: 'dimension',
  statistics: [{ count: 'all', by: 'dimension' }],
})
