/** Table 1, table 4 row 1 and chapter 2.9 as printed in the report that the demo college follows. */
export const golden = [
  { code: 'q1.graduates', value: '6393', note: '表1 备注、1.3、2.9' },
  { code: 'q1.settled', value: '6217' },
  { code: 'q1.further-study', value: '2469' },
  { code: 'q1.further-study-bachelor', value: '2469' },
  { code: 'q1.settled-in-province-rate', value: '90.03', note: '5597 ÷ 6217' },
  { code: 'q1.monthly-income', value: '5011' },
  { code: 'q1.sectors', value: '3619', note: '2924 + 283 + 275 + 70 + 67' },
  { code: 'q1.sector-primary', value: '44' },
  { code: 'q1.sector-secondary', value: '1480' },
  { code: 'q1.sector-tertiary', value: '2095' },
  { code: 'q1.own-business-rate', value: '1.05', note: '67 ÷ 6393' },
  { code: 'q1.promotion-rate', value: '96.20', note: '2405 ÷ 2500' },
  { code: 'q4.employed', value: '3364', note: '2924 + 283 + 其他录用中有用人单位的 157' },
  { code: 'q4.employed-local', value: '3269' },
  { code: 'q4.employed-west', value: '3275' },
  { code: 'q4.employed-grassroots', value: '2257' },
  { code: 'q4.employed-large', value: '1026' },
  { code: 'q0.destination-rate', value: '97.25', note: '6217 ÷ 6393' },
  { code: 'q0.further-study-rate', value: '38.62' },
  { code: 'q0.further-study-five-year', value: '287', note: '正文表7' },
  { code: 'q0.further-study-academic-bachelor', value: '2469', note: '正文表7' },
  { code: 'q0.destination-agreement', value: '2924', note: '正文表6' },
  { code: 'q0.destination-agreement-share', value: '45.74' },
  { code: 'q0.destination-contract', value: '283' },
  { code: 'q0.destination-contract-share', value: '4.43' },
  { code: 'q0.destination-other-employment', value: '275' },
  { code: 'q0.destination-other-employment-share', value: '4.30' },
  { code: 'q0.destination-conscription', value: '129' },
  { code: 'q0.destination-conscription-share', value: '2.02' },
  { code: 'q0.destination-freelance', value: '70' },
  { code: 'q0.destination-freelance-share', value: '1.09' },
  { code: 'q0.destination-startup', value: '67' },
  { code: 'q0.destination-startup-share', value: '1.05' },
  { code: 'q0.destination-waiting', value: '176' },
  { code: 'q0.destination-waiting-share', value: '2.75' },
  { code: 'q0.employed-other-enterprise-share', value: '79.40', note: '2671 ÷ 3364' },
  { code: 'q0.employed-state-owned-share', value: '8.89', note: '299 ÷ 3364' },
  { code: 'q0.related-to-major', value: '5091' },
  { code: 'q0.graduate-majors', value: '53' },
] as const

/** The edition before, where the report prints it. */
export const before = [
  { code: 'q1.graduates', value: '6569', note: '正文表7' },
  { code: 'q1.further-study', value: '2410', note: '正文表7' },
  { code: 'q0.further-study-rate', value: '36.69', note: '正文表7' },
  { code: 'q0.further-study-five-year', value: '197', note: '正文表7' },
  { code: 'q0.further-study-academic-bachelor', value: '2410', note: '正文表7' },
  { code: 'q1.sectors', value: '3144', note: '2.9.1' },
] as const

/** Not printed, but fixed by the printed figures and the definitions. */
export const derived = [
  { code: 'q0.employed-in-province-rate', value: '97.18', note: '3269 ÷ 3364' },
  { code: 'q0.employment-rate', value: '95.51', note: '3748 ÷ 3924' },
  { code: 'q0.related-to-major-rate', value: '81.89', note: '5091 ÷ 6217' },
] as const

/** Where the printed report says two things, the records decide. */
export const differs = [
  {
    code: 'q1.graduates',
    value: '6393',
    printed: '6110',
    where: '附表 表1 第1行',
    why: '附表填 6110，备注、正文和去向分布均为 6393；按 6110 计去向落实率为 101.75%，不可能。',
  },
  {
    code: 'q0.related-to-major-rate',
    value: '81.89',
    printed: '83.56',
    where: '2.9.1',
    why: '83.56% 是毕业生调查的对口度，底数没有给出；记录给出 5091 ÷ 6217。',
  },
] as const
