/** Chapter 2.12.5 as printed in the report that the demo college follows; its table 2 is not printed. */
export const golden = [
  { code: 'q2.students', value: '92.26' },
  { code: 'q2.students-classroom', value: '91.76' },
  { code: 'q2.students-outside-class', value: '90.77' },
  { code: 'q2.students-ideology', value: '97.07' },
  { code: 'q2.students-general', value: '94.63' },
  { code: 'q2.students-professional', value: '94.97' },
  { code: 'q2.students-answered', value: '2366', note: '1077 + 1289' },
  { code: 'q2.graduates', value: '98.54' },
  { code: 'q2.graduates-fresh', value: '98.02' },
  { code: 'q2.employers', value: '100.00' },
] as const

/** Made up: the report prints nothing about them. */
export const madeUp = [
  { code: 'q2.graduates-recent', value: '99.23', note: '使毕业生合计为 98.54' },
  { code: 'q2.staff', value: '96.79' },
  { code: 'q2.parents', value: '96.10' },
] as const

export const differs = [] as const
