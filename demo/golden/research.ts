/** Values of table 4 (without row 1) and of chapter 3 as printed in the report that the demo college follows. */
export const golden = [
  { code: 'q4.technical-service-payments', value: '1946.59' },
  { code: 'q4.technical-service-benefit', value: '5500' },
  { code: 'q4.research-payments', value: '856.20' },
  { code: 'q4.technology-trade-income', value: '57.30' },
  { code: 'q4.intellectual-property', value: '110' },
  { code: 'q4.patents-granted', value: '110' },
  { code: 'q4.invention-patents-granted', value: '66' },
  { code: 'q4.patents-transferred', value: '67' },
  { code: 'q4.patent-transfer-payments', value: '57.30' },
  { code: 'q4.training-projects', value: '147' },
  { code: 'q4.training-hours', value: '17764.00' },
  { code: 'q4.training-public-benefit-hours', value: '5298.00' },
  { code: 'q4.training-payments', value: '1759.16' },
  { code: 'q0.technical-services', value: '147', note: '3.1：2022 年开展技术服务 147 项' },
  { code: 'q0.senior-university-classes', value: '378', note: '表 11 合计' },
  { code: 'q0.senior-university-enrolments', value: '12391', note: '表 11 合计' },
  { code: 'q0.community-services', value: '86', note: '3.4' },
  { code: 'q0.community-service-sessions', value: '239', note: '3.4' },
  { code: 'q0.community-service-attendances', value: '5620', note: '3.4' },
  { code: 'q0.community-service-hours', value: '24560', note: '3.4' },
] as const

/** Where the printed report says two things, the records decide. */
export const differs = [
  {
    code: 'q4.training-projects',
    value: '147',
    printed: '156',
    where: '前言',
    why: '附表按 2022 自然年计，前言写的是 2023 年；记录中 2023 年结束的项目为 156 项，将计入下一年度。',
  },
  {
    code: 'q0.training-attendances',
    value: '46872',
    printed: '53790',
    where: '前言',
    why: '前言的 53790 人次属于 2023 年；附表没有人次，2022 年的人次为演示数据。',
  },
  {
    code: 'q4.invention-patents-granted',
    value: '66',
    printed: '52',
    where: '前言',
    why: '附表为 2022 自然年授权数，前言的 52 项（另有实用新型 20 项）属于 2023 年。',
  },
  {
    code: 'q0.provincial-research-projects',
    value: '71',
    printed: '76（前言）、15（2.8）',
    where: '前言、2.8',
    why: '前言的 76 项属于 2023 年，2.8 的 15 项只是一个学院的立项数；2022 年的立项数为演示数据。',
  },
  {
    code: 'q0.technical-service-clients',
    value: '74',
    printed: '70 余',
    where: '3.1',
    why: '正文只给出约数。',
  },
  {
    code: 'q0.senior-university-enrolments-of-year',
    value: '5050',
    printed: '5000 以上',
    where: '3.6',
    why: '正文只给出年均约数；记录为 2022 年秋季与 2023 年春季之和。',
  },
] as const
