import { defineCodes } from '../../../src/language/codes.ts'

export const highLevelCollegeKinds = defineCodes({
  name: 'high-level-college-kinds',
  label: { zh: '高水平学校性质', en: 'Kind of high-level college' },
  officialName: 'GSPXXXZDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    college: { zh: '高水平学校建设单位', en: 'High-level college' },
    'major-group': { zh: '高水平专业群建设单位', en: 'High-level group of majors' },
    'college-and-major-group': {
      zh: '高水平学校建设单位和高水平专业群建设单位',
      en: 'High-level college and group of majors',
    },
    none: { zh: '无', en: 'None' },
  },
  official: {
    college: '1',
    'major-group': '2',
    'college-and-major-group': '3',
    none: '9',
  },
})
