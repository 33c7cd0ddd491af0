import { count, defineIndicator, sum } from '../../../src/language/index.ts'
import { creditConversions } from '../../registers/credit-bank/credit-conversions.ts'
import { creditInstitutions } from '../../registers/credit-bank/credit-institutions.ts'
import { creditLearners } from '../../registers/credit-bank/credit-learners.ts'
import { learningOutcomes } from '../../registers/credit-bank/learning-outcomes.ts'

const common = {
  period: 'at-date',
  decimals: 0,
  source: '双高计划中期绩效评价自评报告 二（二）：学分银行',
  version: 1,
  owner: 'continuing-education',
} as const
const UP_TO = { zh: '截至统计日。', en: 'Up to the day of the edition.' }

export const learnerFiles = defineIndicator({
  ...common,
  code: 'bank.files',
  label: { zh: '学习者档案', en: 'Learner files' },
  unit: { zh: '份', en: 'files' },
  definition: {
    zh: `学分银行的学习账户，已合并、已注销的不计。${UP_TO.zh}`,
    en: `Accounts of the credit bank; those merged or closed do not count. ${UP_TO.en}`,
  },
  value: count(creditLearners, { openedOn: { atMost: '@end' } }),
})
export const outcomesRegistered = defineIndicator({
  ...common,
  code: 'bank.outcomes',
  label: { zh: '认定学习成果', en: 'Outcomes accredited' },
  unit: { zh: '项', en: 'outcomes' },
  definition: {
    zh: `已认定且在有效期内的学习成果。${UP_TO.zh}`,
    en: `Learning outcomes that are accredited and have not run out. ${UP_TO.en}`,
  },
  value: count(learningOutcomes, { issuedOn: { atMost: '@end' } }),
})
export const conversionsMade = defineIndicator({
  ...common,
  code: 'bank.conversions',
  label: { zh: '学分转换', en: 'Conversions' },
  unit: { zh: '次', en: 'conversions' },
  definition: {
    zh: `已同意且未冲销的学分转换。${UP_TO.zh}`,
    en: `Conversions that were approved and not reversed. ${UP_TO.en}`,
  },
  value: count(creditConversions, { appliedOn: { atMost: '@end' } }),
})
export const creditsConverted = defineIndicator({
  ...common,
  code: 'bank.credits-converted',
  label: { zh: '转换学分', en: 'Credits converted' },
  unit: { zh: '学分', en: 'credits' },
  decimals: 1,
  definition: {
    zh: `已同意且未冲销的转换所给的学分之和。${UP_TO.zh}`,
    en: `Credits given by conversions that were approved and not reversed. ${UP_TO.en}`,
  },
  value: sum(creditConversions, 'credits', { appliedOn: { atMost: '@end' } }),
})
export const schoolsServed = defineIndicator({
  ...common,
  code: 'bank.schools',
  label: { zh: '学分银行服务学校', en: 'Schools served' },
  unit: { zh: '所', en: 'schools' },
  definition: {
    zh: `加入学分银行且未退出的院校。${UP_TO.zh}`,
    en: `Schools, colleges and universities that take part and have not left. ${UP_TO.en}`,
  },
  value: count(creditInstitutions, {
    kind: ['secondary-vocational', 'vocational-college', 'university', 'open-university'],
    joinedOn: { atMost: '@end' },
    leftOn: null,
  }),
})
export const firmsServed = defineIndicator({
  ...common,
  code: 'bank.firms',
  label: { zh: '学分银行服务企业', en: 'Firms served' },
  unit: { zh: '家', en: 'firms' },
  definition: {
    zh: `加入学分银行且未退出的企业。${UP_TO.zh}`,
    en: `Firms that take part and have not left. ${UP_TO.en}`,
  },
  value: count(creditInstitutions, { kind: 'firm', joinedOn: { atMost: '@end' }, leftOn: null }),
})
