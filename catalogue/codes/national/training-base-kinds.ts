import { defineCodes } from '../../../src/language/codes.ts'

export const trainingBaseKinds = defineCodes({
  name: 'training-base-kinds',
  label: { zh: '实训基地类别', en: 'Kind of training base' },
  officialName: 'SXJDLBDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    'off-campus-practice': { zh: '大学生校外实践教学基地', en: 'Off-campus practice base' },
    'virtual-simulation': { zh: '校内虚拟仿真实训中心', en: 'Virtual simulation centre in the college' },
    production: { zh: '校内生产性实训基地', en: 'Production base in the college' },
    'other-on-campus': { zh: '其他校内实训基地', en: 'Other base in the college' },
  },
  official: {
    'off-campus-practice': '1',
    'virtual-simulation': '2',
    production: '3',
    'other-on-campus': '4',
  },
})
