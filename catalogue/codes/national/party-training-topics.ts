import { defineCodes } from '../../../src/language/codes.ts'

export const partyTrainingTopics = defineCodes({
  name: 'party-training-topics',
  label: { zh: '党员干部学习培训内容', en: 'Topic of party training' },
  officialName: 'DYGBXXPXNRDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    'party-theory': { zh: '党的理论', en: 'Theory of the Party' },
    policy: { zh: '相关政策文件', en: 'Policy documents' },
    'rules-and-law': { zh: '党规党纪及国家法律法规', en: 'Party rules and law of the state' },
    teaching: { zh: '教育教学业务', en: 'Education and teaching' },
    management: { zh: '学校管理', en: 'College management' },
    culture: { zh: '文化建设', en: 'Cultural development' },
    economy: { zh: '经济方面', en: 'Economy' },
    'internet-and-media': { zh: '互联网与新媒体方面', en: 'Internet and new media' },
    'mental-health': { zh: '心理健康', en: 'Mental health' },
    'professional-ethics': { zh: '师德师风', en: 'Professional ethics of teachers' },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    'party-theory': '1',
    policy: '2',
    'rules-and-law': '3',
    teaching: '4',
    management: '5',
    culture: '6',
    economy: '7',
    'internet-and-media': '8',
    'mental-health': '9',
    'professional-ethics': '10',
    other: '99',
  },
})
