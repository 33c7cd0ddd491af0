import { defineCodes } from '../../../src/language/codes.ts'

export const onlineCourseSources = defineCodes({
  name: 'online-course-sources',
  label: { zh: '网络课程来源', en: 'Source of online course' },
  officialName: 'WLKCLYDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    'college-platform': { zh: '校内平台', en: 'Platform of the college' },
    'third-party-platform': { zh: '第三方平台', en: 'Platform of a third party' },
  },
  official: {
    'college-platform': '1',
    'third-party-platform': '2',
  },
})
