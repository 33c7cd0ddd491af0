import { defineRule } from '../../src/language/index.ts'

export const studentSatisfactionPlausible = defineRule({
  name: 'satisfaction.students-plausible',
  label: { zh: '在校生满意度在 60 与 100 之间', en: 'The satisfaction of students lies between 60 and 100' },
  severity: 'warning',
  rule: { of: 'q2.students', between: ['60', '100'] },
})

export const studentSatisfactionSteady = defineRule({
  name: 'satisfaction.students-steady',
  label: { zh: '在校生满意度与上年相差不超过 10%', en: 'The satisfaction of students changes by at most 10% a year' },
  severity: 'warning',
  rule: { of: 'q2.students', changesAtMostPercent: '10' },
})

export const graduateSatisfactionWithinHundred = defineRule({
  name: 'satisfaction.graduates-within-hundred',
  label: { zh: '毕业生满意度在 0 与 100 之间', en: 'The satisfaction of graduates lies between 0 and 100' },
  severity: 'error',
  rule: { of: 'q2.graduates', between: ['0', '100'] },
})

export const employerSatisfactionWithinHundred = defineRule({
  name: 'satisfaction.employers-within-hundred',
  label: { zh: '用人单位满意度在 0 与 100 之间', en: 'The satisfaction of employers lies between 0 and 100' },
  severity: 'error',
  rule: { of: 'q2.employers', between: ['0', '100'] },
})
