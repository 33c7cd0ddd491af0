import { choice, defineRegister, integer, period, text, unit } from '../../../src/language/index.ts'
import { byUnit } from '../../access.ts'
import { reviewed } from '../../lifecycles.ts'

/**
 * Learners in degree programmes who are not full-time students, counted once a year by kind:
 * 教发〔2004〕2号 gives each kind its weight in the equivalent number of students.
 */
export const partTimeLearners = defineRegister({
  name: 'part-time-learners',
  label: { zh: '成人学历学生数', en: 'Part-time learners' },
  area: 'students',
  owner: 'continuing-education',
  title: 'programme',
  unit: 'unit',
  fields: {
    period: period({ zh: '统计期间', en: 'Period' }, { required: true, indexed: true }),
    kind: choice(
      { zh: '学习形式', en: 'Kind' },
      {
        evening: { zh: '夜大（业余）学生', en: 'Evening classes' },
        correspondence: { zh: '函授生', en: 'Correspondence courses' },
      },
      { required: true },
    ),
    programme: text({ zh: '专业或班次', en: 'Programme' }, { required: true, maxLength: 100 }),
    unit: unit({ zh: '办学单位', en: 'Unit' }, { required: true, indexed: true }),
    learners: integer({ zh: '学生数', en: 'Learners' }, { required: true, min: 0, unit: { zh: '人', en: 'learners' } }),
  },
  unique: [['period', 'kind', 'programme', 'unit']],
  lifecycle: reviewed,
  counts: ['approved'],
  access: byUnit,
  order: '-period',
  statistics: [{ sum: 'learners', by: 'kind' }],
})
