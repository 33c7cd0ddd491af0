/** Filters that several indicators share: graduates and admissions of the edition, students on the roll on the day. */
export const ofTheYear = { period: { within: '@period' } } as const

export const onTheRoll = { enteredOn: { atMost: '@end' }, leftOn: { emptyOr: { over: '@end' } } } as const

/** Everything but looking for work. */
export const settled = {
  ...ofTheYear,
  destination: { not: 'waiting' },
} as const

/** At work in any form: the base of the three sectors. */
export const atWork = {
  ...ofTheYear,
  destination: ['agreement', 'contract', 'other-employment', 'freelance', 'startup'],
} as const

/** Works for an employer: the base of the service table. Who works without one has no kind of employer. */
export const employed = {
  ...ofTheYear,
  destination: ['agreement', 'contract', 'other-employment'],
  employerKind: { not: null },
} as const

export const persons = { zh: '人', en: 'persons' } as const
export const perCent = { zh: '%', en: '%' } as const
