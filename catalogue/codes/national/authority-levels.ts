import { defineCodes } from '../../../src/language/codes.ts'

/** How high up an authority, resource or project stands. Competitions use `awardLevels`. */
export const authorityLevels = defineCodes({
  name: 'authority-levels',
  label: { zh: '级别', en: 'Level of authority' },
  officialName: 'JBDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    national: { zh: '国家级', en: 'National' },
    provincial: { zh: '省部级', en: 'Provincial or ministerial' },
    municipal: { zh: '地市级', en: 'Municipal' },
    county: { zh: '区县级', en: 'County' },
    township: { zh: '乡镇级', en: 'Township' },
    college: { zh: '校级', en: 'College' },
    department: { zh: '院系级', en: 'Department' },
    major: { zh: '专业级', en: 'Major' },
    international: { zh: '国际', en: 'International' },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    national: '10',
    provincial: '20',
    municipal: '30',
    county: '40',
    township: '50',
    college: '60',
    department: '61',
    major: '62',
    international: '70',
    other: '99',
  },
})
