import { defineIndicator, ratio, times, valueOf } from '../../../src/language/index.ts'

/** Bills and meters are kept outside the platform: the office types the year's sums, with the bills as evidence. */
const common = {
  period: 'calendar-year',
  version: 1,
  owner: 'logistics',
  source: '公共机构能源资源消费统计调查制度',
} as const
const electric = { unit: { zh: '万千瓦时', en: '10⁴ kWh' }, decimals: 2 } as const

export const electricityUsed = defineIndicator({
  ...common,
  ...electric,
  code: 'local.electricity',
  label: { zh: '全年用电量', en: 'Electricity used in the year' },
  definition: {
    zh: '按电费账单合计的全校用电量；出租、承包经营场所单独计量的不计。',
    en: 'Electricity of the whole college by its bills; what is let and metered apart is not counted.',
  },
  entered: true,
})

export const renewableElectricity = defineIndicator({
  ...common,
  ...electric,
  code: 'local.renewable-electricity',
  label: { zh: '可再生能源电量', en: 'Renewable electricity' },
  definition: {
    zh: '全年用电量中自发自用的光伏、风力等电量，以及购买的绿色电力。',
    en: 'Of the electricity used: own solar and wind power, and green power bought.',
  },
  entered: true,
})

export const waterUsed = defineIndicator({
  ...common,
  unit: { zh: '万立方米', en: '10⁴ m³' },
  decimals: 2,
  code: 'local.water',
  label: { zh: '全年用水量', en: 'Water used in the year' },
  definition: { zh: '按水费账单合计的全校用水量。', en: 'Water of the whole college by its bills.' },
  entered: true,
})

export const electricityPerStudent = defineIndicator({
  ...common,
  unit: { zh: '千瓦时/生', en: 'kWh per student' },
  decimals: 2,
  code: 'local.electricity-per-student',
  label: { zh: '生均用电量', en: 'Electricity per student' },
  definition: {
    zh: '全年用电量 ÷ 全日制在校生数。',
    en: 'Electricity used in the year ÷ full-time students.',
  },
  ...ratio(times(valueOf('local.electricity'), '10000'), valueOf('q6.students')),
})
