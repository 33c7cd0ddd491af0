import { count, defineIndicator, sum } from '../../../src/language/indicator.ts'
import { trainingProjects } from '../../registers/research/training-projects.ts'

export const trainingProjectsCompleted = defineIndicator({
  code: 'q4.training-projects',
  label: { zh: '非学历培训项目数', en: 'Training projects' },
  unit: { zh: '项', en: 'items' },
  period: 'calendar-year',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）表4 第6行',
  version: 1,
  definition: {
    zh: '自然年内结束的非学历培训项目数，一个项目无论开设几班只计一项。',
    en: 'Training projects that ended in the calendar year; a project with several classes counts once.',
  },
  owner: 'continuing-education',
  synonyms: ['培训项目数'],
  value: count(trainingProjects, { endOn: { within: '@period' } }),
})

export const trainingHours = defineIndicator({
  code: 'q4.training-hours',
  label: { zh: '非学历培训学时', en: 'Hours of training' },
  unit: { zh: '学时', en: 'hours' },
  period: 'calendar-year',
  decimals: 2,
  source: '中国职业教育质量报告（2023年度）表4 第6行',
  version: 1,
  definition: {
    zh: '自然年内结束的非学历培训项目的学时之和。',
    en: 'Hours of the training projects that ended in the calendar year.',
  },
  owner: 'continuing-education',
  synonyms: ['培训学时'],
  value: sum(trainingProjects, 'hours', { endOn: { within: '@period' } }),
})

export const publicBenefitTrainingHours = defineIndicator({
  code: 'q4.training-public-benefit-hours',
  label: { zh: '公益项目培训学时', en: 'Hours of training for the public benefit' },
  unit: { zh: '学时', en: 'hours' },
  period: 'calendar-year',
  decimals: 2,
  source: '中国职业教育质量报告（2023年度）表4 第6行',
  version: 1,
  definition: {
    zh: '自然年内结束的、不向学员和委托方收费的公益培训项目的学时之和。',
    en: 'Hours of the projects that ended in the calendar year and were free of charge.',
  },
  owner: 'continuing-education',
  synonyms: ['公益培训学时'],
  value: sum(trainingProjects, 'hours', { endOn: { within: '@period' }, publicBenefit: true }),
})
