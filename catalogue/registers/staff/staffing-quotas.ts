import { date, defineRegister, files, integer, period, text } from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'

/** The number of established posts granted to the college, once per edition. */
export const staffingQuotas = defineRegister({
  name: 'staffing-quotas',
  label: { zh: '人员编制', en: 'Staffing quotas' },
  area: 'staff',
  owner: 'personnel',
  title: 'document',
  fields: {
    period: period({ zh: '统计期间', en: 'Period' }, { required: true }),
    posts: integer(
      { zh: '额定编制数', en: 'Established posts' },
      { required: true, min: 0, unit: { zh: '人', en: 'posts' } },
    ),
    document: text({ zh: '批复文件', en: 'Granted by document' }, { required: true, maxLength: 120 }),
    grantedOn: date({ zh: '批复日期', en: 'Granted on' }),
    files: files({ zh: '附件', en: 'Files' }, { maxFiles: 5 }),
  },
  unique: [['period']],
  access: openToMembers,
  order: '-period',
})
