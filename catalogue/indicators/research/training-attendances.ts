import { defineIndicator, sum } from '../../../src/language/indicator.ts'
import { trainingProjects } from '../../registers/research/training-projects.ts'

export const trainingAttendances = defineIndicator({
  code: 'q0.training-attendances',
  label: { zh: '非学历培训人次', en: 'Attendances of training' },
  unit: { zh: '人次', en: 'attendances' },
  period: 'calendar-year',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）正文前言、3.1',
  version: 1,
  definition: {
    zh: '自然年内结束的非学历培训项目的培训人次之和，一人参加两期计两人次。',
    en: 'Attendances of the training projects that ended in the calendar year; one person in two courses counts twice.',
  },
  owner: 'continuing-education',
  synonyms: ['培训人次'],
  value: sum(trainingProjects, 'personTimes', { endOn: { within: '@period' } }),
})

export const employeeTrainingAttendances = defineIndicator({
  code: 'q0.employee-training-attendances',
  label: { zh: '其中：企业职工培训人次', en: 'Of which employees' },
  unit: { zh: '人次', en: 'attendances' },
  period: 'calendar-year',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）正文3.1',
  version: 1,
  definition: {
    zh: '自然年内结束的、以企业职工为对象的培训人次之和。',
    en: 'Attendances of training for employees of enterprises that ended in the calendar year.',
  },
  owner: 'continuing-education',
  value: sum(trainingProjects, 'personTimes', { endOn: { within: '@period' }, audience: 'employees' }),
})
