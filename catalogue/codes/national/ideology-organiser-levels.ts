import { defineCodes } from '../../../src/language/codes.ts'

export const ideologyOrganiserLevels = defineCodes({
  name: 'ideology-organiser-levels',
  label: { zh: '思政活动主办单位级别', en: 'Level of organiser of ideological education' },
  officialName: 'SZHDZBDWJBDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    national: { zh: '国家级', en: 'National' },
    provincial: { zh: '省级', en: 'Provincial' },
    college: { zh: '校级', en: 'College' },
    department: { zh: '院系级', en: 'Department' },
  },
  official: {
    national: '1',
    provincial: '2',
    college: '3',
    department: '4',
  },
})
