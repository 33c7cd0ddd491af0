import { defineCodes } from '../../../src/language/codes.ts'

export const courseRequirements = defineCodes({
  name: 'course-requirements',
  label: { zh: '课程属性', en: 'Requirement of course' },
  officialName: 'KCSXDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    required: { zh: '必修课', en: 'Required' },
    'general-elective': { zh: '公共选修课', en: 'General elective' },
    'major-elective': { zh: '专业选修课', en: 'Elective of the major' },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    required: '1',
    'general-elective': '2',
    'major-elective': '3',
    other: '9',
  },
})
