/** Table 6 rows 2, 3 and 10 and chapter 7.4 as printed in the report that the demo college follows: the calendar year 2022. */
export const golden = [
  { code: 'q6.appropriation-per-student', value: '12451.15', note: '生均定额拨款 212229851.75 ÷ 17045' },
  { code: 'q6.special-appropriation', value: '10232.80' },
  { code: 'q6.internship-expenses', value: '161.19' },
  { code: 'q6.internship-insurance', value: '27.01' },
  { code: 'q0.income', value: '5.04', note: '7.4' },
  { code: 'q0.spending', value: '5.47', note: '7.4' },
  { code: 'q0.appropriations', value: '3.37', note: '7.4' },
  { code: 'q0.appropriation-share', value: '66.9', note: '7.4' },
  { code: 'q0.own-income', value: '1.67', note: '7.4' },
  { code: 'q0.own-income-share', value: '33.1', note: '7.4' },
] as const

/** The edition before (calendar year 2021), by the changes printed in chapter 7.4. */
export const before = [
  { code: 'q0.income', value: '5.01' },
  { code: 'q0.appropriations', value: '3.22' },
  { code: 'q0.own-income', value: '1.79' },
  { code: 'q0.spending', value: '5.18' },
] as const

export const differs = [] as const
