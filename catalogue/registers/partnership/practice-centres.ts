import { date, defineRegister, integer, money, reference, text, unit, yesNo } from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'
import { reviewed } from '../../lifecycles.ts'

/** Open regional centres for practice, built with enterprises (开放型区域产教融合实践中心). */
export const practiceCentres = defineRegister({
  name: 'practice-centres',
  label: { zh: '开放型区域产教融合实践中心', en: 'Regional practice centres' },
  area: 'partnership',
  owner: 'industry-partnership',
  title: 'name',
  unit: 'unit',
  fields: {
    name: text({ zh: '中心名称', en: 'Name' }, { required: true, maxLength: 100 }),
    unit: unit({ zh: '牵头单位', en: 'Unit' }, { required: true, indexed: true }),
    withEnterprise: yesNo({ zh: '与企业共建', en: 'Built with an enterprise' }, { required: true }),
    partner: reference({ zh: '主要共建企业', en: 'Main partner' }, 'partners'),
    otherPartners: text({ zh: '其他共建单位', en: 'Other partners' }, { maxLength: 200 }),
    site: reference({ zh: '对应实践场所', en: 'Site' }, 'teaching-sites'),
    invested: money({ zh: '总投资', en: 'Invested' }, { min: '0', unit: 'ten-thousand-yuan' }),
    trainedPeople: integer({ zh: '累计社会培训人次', en: 'People trained' }, { min: 0 }),
    practisedStudents: integer({ zh: '累计学生实训人次', en: 'Students in practice' }, { min: 0 }),
    openedOn: date({ zh: '成立日期', en: 'Opened on' }, { required: true, indexed: true }),
    closedOn: date({ zh: '撤销日期', en: 'Closed on' }),
  },
  unique: [['name']],
  lifecycle: reviewed,
  counts: ['approved'],
  access: openToMembers,
  check: (centre) =>
    centre.withEnterprise && !centre.partner
      ? [
          {
            field: 'partner',
            message: { zh: '与企业共建须填写主要共建企业', en: 'Name the enterprise it is built with' },
          },
        ]
      : [],
})
