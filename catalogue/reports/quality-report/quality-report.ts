import { defineReport } from '../../../src/language/report.ts'
import { charts } from './charts.ts'
import { outline } from './outline.ts'
import { recordTables } from './record-tables.ts'

/** The annual quality report that every vocational college publishes; its annex has the six official tables. */
export const qualityReport = defineReport({
  name: 'quality-report',
  label: { zh: '中国职业教育质量报告', en: 'Quality report on vocational education' },
  cover: {
    publicForm: { zh: '学校网站', en: 'Web site of the college' },
    declaration: [
      {
        zh: '学校对本报告及附表、附件内容的真实性、完整性和准确性负责。',
        en: 'The college answers for the truth, completeness and accuracy of this report and its annex.',
      },
    ],
  },
  sections: outline,
  charts,
  recordTables,
  annex: ['talent', 'satisfaction', 'teaching-resources', 'service', 'international', 'policy'],
})
