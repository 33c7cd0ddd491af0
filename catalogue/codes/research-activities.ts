import { defineCodes } from '../../src/language/codes.ts'

export const researchActivities = defineCodes({
  name: 'research-activities',
  label: { zh: '科研活动类型', en: 'Kind of research activity' },
  officialName: 'KYHDLXDM',
  source: '职业院校数字基座高职数据标准及接口规范（试行）V3.0.2 KYHDLXDM',
  values: {
    basic: { zh: '基础研究', en: 'Basic research' },
    applied: { zh: '应用研究', en: 'Applied research' },
    development: { zh: '试验发展', en: 'Experimental development' },
    application: { zh: '成果应用', en: 'Application of results' },
    'other-services': { zh: '其他科技服务', en: 'Other scientific services' },
    other: { zh: '其他', en: 'Other' },
  },
  official: { basic: '10', applied: '20', development: '30', application: '40', 'other-services': '50', other: '99' },
})
