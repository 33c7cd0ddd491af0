import { choice, date, defineRegister, integer, longText, reference, text } from '../../../src/language/index.ts'
import { confidential } from '../../access.ts'
import { psychologicalTestKinds } from '../../codes/national/psychological-test-kinds.ts'

/** Psychological assessments taken. Nobody is named: of the person only the major is known. */
export const psychologicalAssessments = defineRegister({
  name: 'psychological-assessments',
  label: { zh: '心理测评', en: 'Psychological assessments' },
  area: 'students',
  owner: 'student-affairs',
  help: { zh: '每次测评一行，不记姓名和学号。', en: 'One row for each taken; neither name nor number is kept.' },
  title: 'number',
  fields: {
    number: text({ zh: '测评记录号', en: 'Record number' }, { required: true, maxLength: 40 }),
    major: reference({ zh: '专业', en: 'Major' }, 'majors', { required: true, indexed: true }),
    assessedOn: date({ zh: '测评日期', en: 'Assessed on' }, { required: true, indexed: true }),
    scaleNumber: text({ zh: '量表编号', en: 'Number of the scale' }, { required: true, maxLength: 50 }),
    scaleName: text({ zh: '量表名称', en: 'Scale' }, { required: true, maxLength: 150, indexed: true }),
    minutes: integer(
      { zh: '所用时间', en: 'Time taken' },
      { required: true, min: 1, max: 99, unit: { zh: '分钟', en: 'minutes' } },
    ),
    kind: choice({ zh: '测评类型', en: 'Kind' }, psychologicalTestKinds, { required: true, indexed: true }),
    advice: longText(
      { zh: '指导建议', en: 'Advice' },
      { maxLength: 1000, secondary: true, readableBy: ['system-administrator', 'unit-head', 'unit-filler'] },
    ),
  },
  unique: [['number']],
  access: confidential,
  order: '-assessedOn',
  statistics: [
    { count: 'all', by: 'kind' },
    { count: 'all', by: 'scaleName' },
  ],
})
