import { defineCodes } from '../../src/language/codes.ts'

/** How far up a competition reaches. */
export const awardLevels = defineCodes({
  name: 'award-levels',
  label: { zh: '赛事级别', en: 'Level of competition' },
  source: '职业院校数字基座高职数据标准 JBDM',
  values: {
    international: { zh: '国际级', en: 'International' },
    national: { zh: '国家级', en: 'National' },
    provincial: { zh: '省部级', en: 'Provincial or ministerial' },
    municipal: { zh: '地市级', en: 'Municipal' },
    college: { zh: '校级', en: 'College' },
  },
  official: { international: '70', national: '10', provincial: '20', municipal: '30', college: '60' },
})
