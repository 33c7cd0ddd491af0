import { defineRule } from '../../src/language/indicator.ts'

export const renewableAmongElectricity = defineRule({
  name: 'energy.renewable-among-electricity',
  label: { zh: '可再生能源电量不大于全年用电量', en: 'Renewable electricity is part of the electricity used' },
  severity: 'error',
  rule: { part: 'local.renewable-electricity', whole: 'local.electricity' },
})

export const electricityMovesLittle = defineRule({
  name: 'energy.electricity-moves-little',
  label: { zh: '用电量与上年相差不超过 30 %', en: 'Electricity moves by at most 30 % in a year' },
  severity: 'warning',
  rule: { of: 'local.electricity', changesAtMostPercent: '30' },
})

export const waterMovesLittle = defineRule({
  name: 'energy.water-moves-little',
  label: { zh: '用水量与上年相差不超过 30 %', en: 'Water moves by at most 30 % in a year' },
  severity: 'warning',
  rule: { of: 'local.water', changesAtMostPercent: '30' },
})

export const renewableIsNotNegative = defineRule({
  name: 'energy.renewable-is-not-negative',
  label: { zh: '可再生能源电量不为负', en: 'Renewable electricity is not negative' },
  severity: 'warning',
  rule: { of: 'local.renewable-electricity', between: ['0', null] },
})
