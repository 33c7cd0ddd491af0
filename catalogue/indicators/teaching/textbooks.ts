import { count, defineIndicator } from '../../../src/language/index.ts'
import { textbooks as register } from '../../registers/teaching/textbooks.ts'

/** Others' books that courses use are in the register too: they have no editor of the college. */
const published = { publishedOn: { atMost: '@end' }, editor: { not: null } } as const
const common = {
  unit: { zh: '本', en: 'books' },
  period: 'at-date',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）表3 第9行',
  version: 1,
  owner: 'academic-affairs',
} as const

export const textbooks = defineIndicator({
  ...common,
  code: 'q3.textbooks',
  label: { zh: '编写教材数', en: 'Textbooks written' },
  definition: {
    zh: '统计时点前出版、经审核登记的本校教师主编或参编的教材种数。',
    en: 'Textbooks by the college’s teachers that were published by the day and whose record is approved.',
  },
  value: count(register, published),
})
export const nationalTextbooks = defineIndicator({
  ...common,
  code: 'q3.textbooks-national',
  label: { zh: '国家规划教材数量', en: 'Of these: in the national plan' },
  definition: {
    zh: '编写教材中入选国家规划教材者，主编和参编均计入。',
    en: 'Textbooks in the national plan, whether a teacher is chief editor or contributor.',
  },
  rivals: ['q0.textbooks-national-chief'],
  value: count(register, { ...published, plan: 'national' }),
})
export const nationalTextbooksChief = defineIndicator({
  ...common,
  code: 'q0.textbooks-national-chief',
  label: { zh: '主编国家规划教材数量', en: 'Of these: in the national plan, as chief editor' },
  source: '中国职业教育质量报告（2023年度）2.5.1 教材建设',
  definition: {
    zh: '编写教材中入选国家规划教材、本校教师为主编者。',
    en: 'Textbooks in the national plan of which a teacher of the college is chief editor.',
  },
  rivals: ['q3.textbooks-national'],
  value: count(register, { ...published, plan: 'national', role: 'chief' }),
})
export const enterpriseTextbooks = defineIndicator({
  ...common,
  code: 'q3.textbooks-with-enterprise',
  label: { zh: '校企合作编写教材数量', en: 'Of these: written with an enterprise' },
  definition: { zh: '编写教材中与企业合作编写者。', en: 'Textbooks written together with an enterprise.' },
  value: count(register, { ...published, withEnterprise: true }),
})
export const newFormTextbooks = defineIndicator({
  ...common,
  code: 'q3.textbooks-new-form',
  label: { zh: '新形态教材数量', en: 'Of these: of a new form' },
  definition: {
    zh: '编写教材中的活页式、工作手册式和数字教材。',
    en: 'Loose-leaf, workbook and digital textbooks.',
  },
  value: count(register, { ...published, newForm: { not: null } }),
})
export const textbooksOnPlatform = defineIndicator({
  ...common,
  code: 'q3.textbooks-on-platform',
  label: { zh: '教材接入国家智慧教育平台数量', en: 'Of these: on the national platform' },
  definition: {
    zh: '编写教材中已接入国家智慧教育平台者。',
    en: 'Textbooks that are on the national platform.',
  },
  value: count(register, { ...published, onNationalPlatform: true }),
})
