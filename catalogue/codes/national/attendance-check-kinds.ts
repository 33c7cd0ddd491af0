import { defineCodes } from '../../../src/language/codes.ts'

export const attendanceCheckKinds = defineCodes({
  name: 'attendance-check-kinds',
  label: { zh: '考勤类型', en: 'Kind of attendance check' },
  officialName: 'KQLXDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    'roll-call': { zh: '点名考勤', en: 'Roll call' },
    'sign-in': { zh: '签到考勤', en: 'Sign-in' },
    interaction: { zh: '课堂互动考勤', en: 'Interaction in class' },
    'spot-check': { zh: '抽查考勤', en: 'Spot check' },
    combined: { zh: '综合考勤', en: 'Combined' },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    'roll-call': '1',
    'sign-in': '2',
    interaction: '3',
    'spot-check': '4',
    combined: '5',
    other: '9',
  },
})
