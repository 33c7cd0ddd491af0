import { defineCodes } from '../../../src/language/codes.ts'

export const socialPracticeKinds = defineCodes({
  name: 'social-practice-kinds',
  label: { zh: '实践类别', en: 'Kind of social practice' },
  officialName: 'SJLBDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    major: { zh: '专业实践', en: 'Practice of the major' },
    'community-service': { zh: '社会服务', en: 'Community service' },
    'survey-and-research': { zh: '社会调查与研究', en: 'Survey and research' },
    innovation: { zh: '创新创业实践', en: 'Innovation and start-ups' },
    'culture-and-sports': { zh: '校园文化与体育活动', en: 'Campus culture and sports' },
    international: { zh: '国际交流与合作', en: 'International exchange' },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    major: '1',
    'community-service': '2',
    'survey-and-research': '3',
    innovation: '4',
    'culture-and-sports': '5',
    international: '6',
    other: '9',
  },
})
