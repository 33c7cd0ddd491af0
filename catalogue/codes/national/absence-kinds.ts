import { defineCodes } from '../../../src/language/codes.ts'

export const absenceKinds = defineCodes({
  name: 'absence-kinds',
  label: { zh: '缺勤类型', en: 'Kind of absence' },
  officialName: 'QQLXDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    'sick-leave': { zh: '病假', en: 'Sick leave' },
    'personal-leave': { zh: '事假', en: 'Personal leave' },
    'late-or-early': { zh: '迟到早退', en: 'Late or left early' },
    truancy: { zh: '旷课', en: 'Truancy' },
  },
  official: {
    'sick-leave': '1',
    'personal-leave': '2',
    'late-or-early': '3',
    truancy: '4',
  },
})
