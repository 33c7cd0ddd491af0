import { defineCodes } from '../../../src/language/codes.ts'

export const internshipForms = defineCodes({
  name: 'internship-forms',
  label: { zh: '实习形式', en: 'Form of internship' },
  officialName: 'SXXSDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    'off-campus': { zh: '校外实习', en: 'Outside the college' },
    'real-setting-on-campus': { zh: '校内真实职业场景实习', en: 'In a real work setting of the college' },
    'virtual-simulation': { zh: '虚拟仿真实习', en: 'Virtual simulation' },
  },
  official: {
    'off-campus': '1',
    'real-setting-on-campus': '2',
    'virtual-simulation': '3',
  },
})
