import { defineCodes } from '../../../src/language/codes.ts'

export const qualityCourseLevels = defineCodes({
  name: 'quality-course-levels',
  label: { zh: '精品课程级别', en: 'Level of quality course' },
  officialName: 'JPKCJBDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    national: { zh: '国家级', en: 'National' },
    provincial: { zh: '省级', en: 'Provincial' },
    college: { zh: '校级', en: 'College' },
    none: { zh: '无', en: 'None' },
  },
  official: {
    national: '1',
    provincial: '2',
    college: '3',
    none: '9',
  },
})
