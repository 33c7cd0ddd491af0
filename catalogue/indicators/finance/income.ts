import { constant, defineIndicator, percent, plus, ratio, sum } from '../../../src/language/index.ts'
import { appropriations } from '../../registers/finance/appropriations.ts'
import { ownIncome as register } from '../../registers/finance/own-income.ts'

const appropriated = sum(appropriations, 'amount', { arrivedOn: { within: '@period' } })
const earned = sum(register, 'amount', { arrivedOn: { within: '@period' } })
const common = {
  period: 'calendar-year',
  source: '中国职业教育质量报告（2023年度）7.4 经费投入',
  version: 1,
  owner: 'finance',
} as const
const hundredMillion = { unit: { zh: '亿元', en: '100 million yuan' }, decimals: 2 } as const
const share = { unit: { zh: '%', en: '%' }, decimals: 1 } as const

export const income = defineIndicator({
  ...common,
  ...hundredMillion,
  code: 'q0.income',
  label: { zh: '办学经费收入', en: 'Income' },
  definition: {
    zh: '自然年内到账的财政拨款与自有收入之和。',
    en: 'Appropriations and own income that arrived in the calendar year.',
  },
  ...ratio(plus(appropriated, earned), constant('100000000')),
})
export const appropriationTotal = defineIndicator({
  ...common,
  ...hundredMillion,
  code: 'q0.appropriations',
  label: { zh: '财政拨款', en: 'Appropriations' },
  definition: {
    zh: '自然年内到账的各类财政拨款之和，含专项。',
    en: 'All appropriations that arrived in the calendar year, special funds included.',
  },
  ...ratio(appropriated, constant('100000000')),
})
export const appropriationShare = defineIndicator({
  ...common,
  ...share,
  code: 'q0.appropriation-share',
  label: { zh: '财政拨款占总收入比例', en: 'Share of appropriations in income' },
  definition: { zh: '财政拨款 ÷（财政拨款 + 自有收入）。', en: 'Appropriations ÷ (appropriations + own income).' },
  ...percent(appropriated, plus(appropriated, earned)),
})
export const ownIncome = defineIndicator({
  ...common,
  ...hundredMillion,
  code: 'q0.own-income',
  label: { zh: '自有收入', en: 'Own income' },
  definition: {
    zh: '自然年内到账的学费、住宿费、科研、培训等非财政拨款收入之和。',
    en: 'Tuition, accommodation, research, training and other income that is not an appropriation, in the calendar year.',
  },
  ...ratio(earned, constant('100000000')),
})
export const ownIncomeShare = defineIndicator({
  ...common,
  ...share,
  code: 'q0.own-income-share',
  label: { zh: '自有收入占总收入比例', en: 'Share of own income in income' },
  definition: { zh: '自有收入 ÷（财政拨款 + 自有收入）。', en: 'Own income ÷ (appropriations + own income).' },
  ...percent(earned, plus(appropriated, earned)),
})
