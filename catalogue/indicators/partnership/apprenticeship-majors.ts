import { defineIndicator, distinct, sum } from '../../../src/language/indicator.ts'
import { apprenticeshipProgrammes } from '../../registers/partnership/apprenticeship-programmes.ts'

export const apprenticeshipMajors = defineIndicator({
  code: 'q0.apprenticeship-majors',
  label: { zh: '现代学徒制实施专业数', en: 'Majors taught as apprenticeships' },
  unit: { zh: '个', en: 'items' },
  period: 'school-year',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）正文6.3',
  version: 1,
  definition: {
    zh: '学年内实施现代学徒制培养的专业数，同一专业只计一次。',
    en: 'Majors taught as apprenticeships during the school year, each counted once.',
  },
  owner: 'industry-partnership',
  synonyms: ['学徒制专业数'],
  value: distinct(apprenticeshipProgrammes, 'major', {
    startedOn: { atMost: '@end' },
    endedOn: { emptyOr: { atLeast: '@start' } },
  }),
})

export const apprentices = defineIndicator({
  code: 'q0.apprentices',
  label: { zh: '现代学徒制学徒人数', en: 'Apprentices' },
  unit: { zh: '人', en: 'persons' },
  period: 'school-year',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）正文6.3',
  version: 1,
  definition: {
    zh: '学年内现代学徒制项目的学徒人数之和。',
    en: 'Apprentices of the programmes that ran during the school year.',
  },
  owner: 'industry-partnership',
  value: sum(apprenticeshipProgrammes, 'apprentices', {
    startedOn: { atMost: '@end' },
    endedOn: { emptyOr: { atLeast: '@start' } },
  }),
})
