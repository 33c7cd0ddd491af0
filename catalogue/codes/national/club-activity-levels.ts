import { defineCodes } from '../../../src/language/codes.ts'

export const clubActivityLevels = defineCodes({
  name: 'club-activity-levels',
  label: { zh: '社团活动级别', en: 'Level of club activity' },
  officialName: 'STHDJBDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    college: { zh: '校级', en: 'College' },
    department: { zh: '院系级', en: 'Department' },
  },
  official: {
    college: '1',
    department: '2',
  },
})
