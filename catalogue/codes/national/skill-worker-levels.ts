import { defineCodes } from '../../../src/language/codes.ts'

export const skillWorkerLevels = defineCodes({
  name: 'skill-worker-levels',
  label: { zh: '鉴定等级', en: 'Level of skilled worker' },
  officialName: 'JDDJDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    'junior-worker': { zh: '初级工（五级）', en: 'Junior worker (level 5)' },
    'intermediate-worker': { zh: '中级工（四级）', en: 'Intermediate worker (level 4)' },
    'senior-worker': { zh: '高级工（三级）', en: 'Senior worker (level 3)' },
    technician: { zh: '技师（二级）', en: 'Technician (level 2)' },
    'senior-technician': { zh: '高级技师（一级）', en: 'Senior technician (level 1)' },
  },
  official: {
    'junior-worker': '1',
    'intermediate-worker': '2',
    'senior-worker': '3',
    technician: '4',
    'senior-technician': '5',
  },
})
