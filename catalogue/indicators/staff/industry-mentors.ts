import { constant, defineIndicator, distinct, ratio, sum } from '../../../src/language/index.ts'
import { mentorTeaching } from '../../registers/staff/mentor-teaching.ts'

const taught = { period: { within: '@period' } } as const
const common = {
  source: '中国职业教育质量报告（2023年度）表6 第9行',
  version: 1,
  owner: 'personnel',
} as const

export const industryMentors = defineIndicator({
  ...common,
  code: 'q6.industry-mentors',
  label: { zh: '聘请行业导师人数', en: 'Industry mentors who taught' },
  unit: { zh: '人', en: 'people' },
  period: 'school-year',
  decimals: 0,
  definition: {
    zh: '本年度有经审核的授课记录的行业导师，同一人只计一次；只聘任未授课者不计入。',
    en: 'Industry mentors with approved teaching in the year, each once; those engaged who did not teach are not counted.',
  },
  synonyms: ['行业导师人数'],
  rivals: ['q0.part-time-teachers'],
  value: distinct(mentorTeaching, 'mentor', taught),
})

export const honouredMentors = defineIndicator({
  ...common,
  code: 'q6.industry-mentors-honoured',
  label: { zh: '聘请大国工匠、劳动模范人数', en: 'Of these: national craftsmen and model workers' },
  unit: { zh: '人', en: 'people' },
  period: 'school-year',
  decimals: 0,
  definition: {
    zh: '本年度授课的行业导师中具有大国工匠或劳动模范荣誉者。',
    en: 'Industry mentors who taught in the year and hold the honour of national craftsman or model worker.',
  },
  value: distinct(mentorTeaching, 'mentor', { ...taught, 'mentor.honour': { not: null } }),
})

export const mentorHours = defineIndicator({
  ...common,
  code: 'q6.industry-mentor-hours',
  label: { zh: '行业导师年课时总量', en: 'Hours taught by industry mentors' },
  unit: { zh: '课时', en: 'hours' },
  period: 'school-year',
  decimals: 2,
  definition: {
    zh: '行业导师本年度授课课时之和。',
    en: 'Hours taught by industry mentors in the year.',
  },
  value: sum(mentorTeaching, 'hours', taught),
})

export const mentorPay = defineIndicator({
  ...common,
  code: 'q6.industry-mentor-pay',
  label: { zh: '年支付行业导师课酬', en: 'Pay of industry mentors' },
  unit: { zh: '万元', en: '10,000 yuan' },
  period: 'school-year',
  decimals: 2,
  definition: {
    zh: '按本年度授课记录支付给行业导师的课酬之和。',
    en: 'Pay of industry mentors for the teaching of the year.',
  },
  ...ratio(sum(mentorTeaching, 'pay', taught), constant('10000')),
})
