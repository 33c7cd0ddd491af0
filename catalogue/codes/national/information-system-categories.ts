import { defineCodes } from '../../../src/language/codes.ts'

export const informationSystemCategories = defineCodes({
  name: 'information-system-categories',
  label: { zh: '信息化系统分类', en: 'Category of information system' },
  officialName: 'XXHXTFLDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    'development-of-people': { zh: '师生发展', en: 'Development of teachers and students' },
    teaching: { zh: '教育教学', en: 'Education and teaching' },
    management: { zh: '管理服务', en: 'Management and services' },
    'digital-resources': { zh: '数字资源', en: 'Digital resources' },
    'network-security': { zh: '网络安全', en: 'Network security' },
    infrastructure: { zh: '支撑条件', en: 'Infrastructure' },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    'development-of-people': '1',
    teaching: '2',
    management: '3',
    'digital-resources': '4',
    'network-security': '5',
    infrastructure: '6',
    other: '9',
  },
})
