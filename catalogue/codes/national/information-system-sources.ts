import { defineCodes } from '../../../src/language/codes.ts'

export const informationSystemSources = defineCodes({
  name: 'information-system-sources',
  label: { zh: '信息化系统建设类型', en: 'Source of information system' },
  officialName: 'XXHXTJSLXDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    'self-built': { zh: '自建系统', en: 'Built by the college' },
    'public-platform': { zh: '国家或省级公共平台', en: 'National or provincial public platform' },
    commercial: { zh: '第三方商业系统', en: 'Commercial system' },
    'virtual-simulation-platform': {
      zh: '虚拟仿真实训教学管理及资源共享平台',
      en: 'Virtual simulation teaching and sharing platform',
    },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    'self-built': '1',
    'public-platform': '2',
    commercial: '3',
    'virtual-simulation-platform': '4',
    other: '9',
  },
})
