import { count, defineIndicator } from '../../../src/language/index.ts'
import { virtualSimulationBases as register } from '../../registers/teaching/virtual-simulation-bases.ts'

const atDate = { recognisedOn: { atMost: '@end' } } as const
const common = {
  unit: { zh: '个', en: 'bases' },
  period: 'at-date',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）表3 第8行',
  version: 1,
  owner: 'academic-affairs',
} as const

export const virtualSimulationBases = defineIndicator({
  ...common,
  code: 'q3.virtual-simulation-bases',
  label: { zh: '虚拟仿真实训基地数', en: 'Virtual simulation bases' },
  definition: {
    zh: '统计时点已认定的虚拟仿真实训基地，具有多个级别的只计一次，因此可少于各级别数量之和。',
    en: 'Virtual simulation bases recognised by the day. What holds several levels counts once, so the total may be less than the sum of the levels.',
  },
  value: count(register, atDate),
})
export const nationalBases = defineIndicator({
  ...common,
  code: 'q3.virtual-simulation-bases-national',
  label: { zh: '虚拟仿真实训基地-国家级数量', en: 'Virtual simulation bases: national level' },
  definition: {
    zh: '认定级别包含国家级的虚拟仿真实训基地。',
    en: 'Virtual simulation bases whose levels include the national one.',
  },
  value: count(register, { ...atDate, levels: 'national' }),
})
export const nationalBasesOnPlatform = defineIndicator({
  ...common,
  code: 'q3.virtual-simulation-bases-national-on-platform',
  label: {
    zh: '虚拟仿真实训基地-国家级接入国家智慧教育平台数量',
    en: 'Virtual simulation bases: national level, on the national platform',
  },
  definition: {
    zh: '认定级别包含国家级且已接入国家智慧教育平台的虚拟仿真实训基地。',
    en: 'Virtual simulation bases whose levels include the national one and which are on the national platform.',
  },
  value: count(register, { ...atDate, levels: 'national', onNationalPlatform: true }),
})
export const provincialBases = defineIndicator({
  ...common,
  code: 'q3.virtual-simulation-bases-provincial',
  label: { zh: '虚拟仿真实训基地-省级数量', en: 'Virtual simulation bases: provincial level' },
  definition: {
    zh: '认定级别包含省级的虚拟仿真实训基地。',
    en: 'Virtual simulation bases whose levels include the provincial one.',
  },
  value: count(register, { ...atDate, levels: 'provincial' }),
})
export const provincialBasesOnPlatform = defineIndicator({
  ...common,
  code: 'q3.virtual-simulation-bases-provincial-on-platform',
  label: {
    zh: '虚拟仿真实训基地-省级接入国家智慧教育平台数量',
    en: 'Virtual simulation bases: provincial level, on the national platform',
  },
  definition: {
    zh: '认定级别包含省级且已接入国家智慧教育平台的虚拟仿真实训基地。',
    en: 'Virtual simulation bases whose levels include the provincial one and which are on the national platform.',
  },
  value: count(register, { ...atDate, levels: 'provincial', onNationalPlatform: true }),
})
export const collegeBases = defineIndicator({
  ...common,
  code: 'q3.virtual-simulation-bases-college',
  label: { zh: '虚拟仿真实训基地-校级数量', en: 'Virtual simulation bases: college level' },
  definition: {
    zh: '认定级别包含校级的虚拟仿真实训基地。',
    en: 'Virtual simulation bases whose levels include the college one.',
  },
  value: count(register, { ...atDate, levels: 'college' }),
})
export const collegeBasesOnPlatform = defineIndicator({
  ...common,
  code: 'q3.virtual-simulation-bases-college-on-platform',
  label: {
    zh: '虚拟仿真实训基地-校级接入国家智慧教育平台数量',
    en: 'Virtual simulation bases: college level, on the national platform',
  },
  definition: {
    zh: '认定级别包含校级且已接入国家智慧教育平台的虚拟仿真实训基地。',
    en: 'Virtual simulation bases whose levels include the college one and which are on the national platform.',
  },
  value: count(register, { ...atDate, levels: 'college', onNationalPlatform: true }),
})
