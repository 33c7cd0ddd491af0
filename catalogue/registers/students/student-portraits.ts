import { date, defineRegister, integer, longText } from '../../../src/language/index.ts'
import { aboutPersons } from '../../access.ts'
import { ofStudent } from './whose-record.ts'

/** What the data centre makes of all that is known about a student. */
export const studentPortraits = defineRegister({
  name: 'student-portraits',
  label: { zh: '学生画像', en: 'Student portraits' },
  area: 'students',
  owner: 'information',
  title: 'generatedOn',
  unit: 'unit',
  person: 'person',
  fields: {
    ...ofStudent,
    generatedOn: date({ zh: '数据生成日期', en: 'Generated on' }, { required: true, indexed: true }),
    visits: integer({ zh: '数据看板访问次数', en: 'Visits of the dashboard' }, { min: 0, max: 9_999_999 }),
    lastVisitedOn: date({ zh: '数据看板最新访问日期', en: 'Dashboard last visited on' }, { required: true }),
    result: longText(
      { zh: '评价维度及结果', en: 'Dimensions and results' },
      {
        required: true,
        maxLength: 2000,
        secondary: true,
        readableBy: ['system-administrator', 'unit-head', 'unit-filler', 'student'],
        help: { zh: '按 {维度:{指标:结果}} 书写。', en: 'Written as {dimension:{measure:result}}.' },
      },
    ),
  },
  unique: [['student', 'generatedOn']],
  access: aboutPersons,
  order: '-generatedOn',
  statistics: [{ count: 'all', by: 'unit' }],
})
