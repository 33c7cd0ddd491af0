import { count, defineIndicator } from '../../../src/language/index.ts'
import { resourceLibraries as register } from '../../registers/teaching/resource-libraries.ts'

const atDate = { recognisedOn: { atMost: '@end' } } as const
const common = {
  unit: { zh: '个', en: 'libraries' },
  period: 'at-date',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）表3 第6行',
  version: 1,
  owner: 'academic-affairs',
} as const

export const resourceLibraries = defineIndicator({
  ...common,
  code: 'q3.resource-libraries',
  label: { zh: '专业教学资源库数', en: 'Resource libraries' },
  definition: {
    zh: '统计时点已认定的专业教学资源库，具有多个级别的只计一次，因此可少于各级别数量之和。',
    en: 'Resource libraries recognised by the day. What holds several levels counts once, so the total may be less than the sum of the levels.',
  },
  value: count(register, atDate),
})
export const nationalLibraries = defineIndicator({
  ...common,
  code: 'q3.resource-libraries-national',
  label: { zh: '专业教学资源库-国家级数量', en: 'Resource libraries: national level' },
  definition: {
    zh: '认定级别包含国家级的专业教学资源库。',
    en: 'Resource libraries whose levels include the national one.',
  },
  value: count(register, { ...atDate, levels: 'national' }),
})
export const nationalLibrariesOnPlatform = defineIndicator({
  ...common,
  code: 'q3.resource-libraries-national-on-platform',
  label: {
    zh: '专业教学资源库-国家级接入国家智慧教育平台数量',
    en: 'Resource libraries: national level, on the national platform',
  },
  definition: {
    zh: '认定级别包含国家级且已接入国家智慧教育平台的专业教学资源库。',
    en: 'Resource libraries whose levels include the national one and which are on the national platform.',
  },
  value: count(register, { ...atDate, levels: 'national', onNationalPlatform: true }),
})
export const provincialLibraries = defineIndicator({
  ...common,
  code: 'q3.resource-libraries-provincial',
  label: { zh: '专业教学资源库-省级数量', en: 'Resource libraries: provincial level' },
  definition: {
    zh: '认定级别包含省级的专业教学资源库。',
    en: 'Resource libraries whose levels include the provincial one.',
  },
  value: count(register, { ...atDate, levels: 'provincial' }),
})
export const provincialLibrariesOnPlatform = defineIndicator({
  ...common,
  code: 'q3.resource-libraries-provincial-on-platform',
  label: {
    zh: '专业教学资源库-省级接入国家智慧教育平台数量',
    en: 'Resource libraries: provincial level, on the national platform',
  },
  definition: {
    zh: '认定级别包含省级且已接入国家智慧教育平台的专业教学资源库。',
    en: 'Resource libraries whose levels include the provincial one and which are on the national platform.',
  },
  value: count(register, { ...atDate, levels: 'provincial', onNationalPlatform: true }),
})
export const collegeLibraries = defineIndicator({
  ...common,
  code: 'q3.resource-libraries-college',
  label: { zh: '专业教学资源库-校级数量', en: 'Resource libraries: college level' },
  definition: {
    zh: '认定级别包含校级的专业教学资源库。',
    en: 'Resource libraries whose levels include the college one.',
  },
  value: count(register, { ...atDate, levels: 'college' }),
})
export const collegeLibrariesOnPlatform = defineIndicator({
  ...common,
  code: 'q3.resource-libraries-college-on-platform',
  label: {
    zh: '专业教学资源库-校级接入国家智慧教育平台数量',
    en: 'Resource libraries: college level, on the national platform',
  },
  definition: {
    zh: '认定级别包含校级且已接入国家智慧教育平台的专业教学资源库。',
    en: 'Resource libraries whose levels include the college one and which are on the national platform.',
  },
  value: count(register, { ...atDate, levels: 'college', onNationalPlatform: true }),
})
