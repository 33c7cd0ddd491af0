import { defineCodes } from '../../../src/language/codes.ts'

export const ideologyActivityKinds = defineCodes({
  name: 'ideology-activity-kinds',
  label: { zh: '思政活动类型', en: 'Kind of ideological education activity' },
  officialName: 'SZHDLXDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    lecture: { zh: '讲座报告', en: 'Lecture' },
    'essay-and-speech': { zh: '征文演讲', en: 'Essay and speech contest' },
    performance: { zh: '文艺表演', en: 'Performance' },
    visit: { zh: '参观走访', en: 'Visit' },
    volunteering: { zh: '志愿服务', en: 'Volunteering' },
    'social-practice': { zh: '社会实践', en: 'Social practice' },
    sharing: { zh: '分享交流', en: 'Sharing and exchange' },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    lecture: '1',
    'essay-and-speech': '2',
    performance: '3',
    visit: '4',
    volunteering: '5',
    'social-practice': '6',
    sharing: '7',
    other: '9',
  },
})
