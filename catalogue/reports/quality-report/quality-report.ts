import { defineReport } from '../../../src/language/report.ts'
import { charts } from './charts.ts'
import { outline } from './outline.ts'
import { recordTables } from './record-tables.ts'

/** The annual quality report that every vocational college publishes; its annex has the six official tables. */
export const qualityReport = defineReport({
  name: 'quality-report',
  label: { zh: '中国职业教育质量报告', en: 'Quality report on vocational education' },
  sections: outline,
  charts,
  recordTables,
  annex: ['talent', 'satisfaction', 'teaching-resources', 'service', 'international', 'policy'],
})
