import { defineRegister } from '../../../src/language/register.ts'
import { integer, period, reference, text, unit } from '../../../src/language/fields.ts'
import { byUnit } from '../../access.ts'
import { reviewed } from '../../lifecycles.ts'

/** Students of joint programmes by year of intake, once a year. */
export const jointProgrammeEnrolments = defineRegister({
  name: 'joint-programme-enrolments',
  label: { zh: '中外合作办学在校生', en: 'Students of joint programmes' },
  area: 'international',
  title: 'name',
  unit: 'unit',
  owner: 'international',
  fields: {
    name: text({ zh: '名称', en: 'Name' }, { required: true, maxLength: 100 }),
    edition: period({ zh: '统计期间', en: 'Period' }, { required: true, indexed: true }),
    programme: reference({ zh: '合作办学项目', en: 'Programme' }, 'joint-programmes', {
      required: true,
      indexed: true,
    }),
    cohort: integer({ zh: '年级', en: 'Year of intake' }, { required: true, min: 1985, max: 2100 }),
    unit: unit({ zh: '培养学院', en: 'Faculty' }, { required: true }),
    students: integer({ zh: '在校生数', en: 'Students' }, { required: true, min: 0 }),
  },
  unique: [['edition', 'programme', 'cohort']],
  lifecycle: reviewed,
  counts: ['approved'],
  access: byUnit,
  statistics: [{ sum: 'students', by: 'programme' }],
  order: '-edition',
})
