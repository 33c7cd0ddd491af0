import { date, defineRegister, integer, longText } from '../../../src/language/index.ts'
import { aboutPersons } from '../../access.ts'
import { ofTeacher } from './whose-record.ts'

/** A teacher as the college's figures show them on one day. What is measured stands in teacher-portrait-measures too. */
export const teacherPortraits = defineRegister({
  name: 'teacher-portraits',
  label: { zh: '教师画像', en: 'Teacher portraits' },
  area: 'staff',
  owner: 'personnel',
  title: 'generatedOn',
  unit: 'unit',
  person: 'person',
  fields: {
    ...ofTeacher,
    generatedOn: date({ zh: '数据生成日期', en: 'Generated on' }, { required: true, indexed: true }),
    results: longText(
      { zh: '评价维度及结果', en: 'Measures and results' },
      {
        required: true,
        maxLength: 2000,
        secondary: true,
        help: { zh: '如 {"教学":{"学评教":"93.5"}}', en: 'Such as {"Teaching":{"Rating":"93.5"}}' },
      },
    ),
    visits: integer({ zh: '数据看板访问次数', en: 'Visits of the dashboard' }, { min: 0 }),
    visitedOn: date({ zh: '数据看板最新访问日期', en: 'Dashboard last visited on' }, { required: true }),
  },
  unique: [['teacher', 'generatedOn']],
  access: aboutPersons,
  order: '-generatedOn',
})
