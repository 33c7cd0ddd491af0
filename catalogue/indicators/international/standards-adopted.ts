import { count, defineIndicator } from '../../../src/language/indicator.ts'
import { adoptedStandards } from '../../registers/international/adopted-standards.ts'

export const standardsAdopted = defineIndicator({
  code: 'q5.adopted-standards',
  label: { zh: '开发并被国外采用的职业教育标准数量', en: 'Standards adopted abroad' },
  unit: { zh: '个', en: 'items' },
  period: 'school-year',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）表5 第2行',
  version: 1,
  definition: {
    zh: '学年内由学校开发并获国外院校或机构采用的专业、课程、培训标准数，一项标准被几国采用只计一项。',
    en: 'Standards of majors, courses and training made by the college and adopted abroad in the school year; one standard used in several countries counts once.',
  },
  owner: 'international',
  synonyms: ['被国外采用的标准数'],
  value: count(adoptedStandards, { category: 'standard', adoptedOn: { within: '@period' } }),
})

export const majorStandardsAdopted = defineIndicator({
  code: 'q5.adopted-major-standards',
  label: { zh: '其中：专业标准', en: 'Of which standards of majors' },
  unit: { zh: '个', en: 'items' },
  period: 'school-year',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）表5 第2行',
  version: 1,
  definition: { zh: '被国外采用的职业教育标准中的专业标准数。', en: 'Standards of majors among those adopted.' },
  owner: 'international',
  value: count(adoptedStandards, { category: 'standard', kind: 'major-standard', adoptedOn: { within: '@period' } }),
})

export const courseStandardsAdopted = defineIndicator({
  code: 'q5.adopted-course-standards',
  label: { zh: '课程标准', en: 'Of which course standards' },
  unit: { zh: '个', en: 'items' },
  period: 'school-year',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）表5 第2行',
  version: 1,
  definition: { zh: '被国外采用的职业教育标准中的课程标准数。', en: 'Course standards among those adopted.' },
  owner: 'international',
  value: count(adoptedStandards, { category: 'standard', kind: 'course-standard', adoptedOn: { within: '@period' } }),
})

export const resourcesAdopted = defineIndicator({
  code: 'q5.adopted-resources',
  label: { zh: '开发并被国外采用的职业教育资源数量', en: 'Resources adopted abroad' },
  unit: { zh: '个', en: 'items' },
  period: 'school-year',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）表5 第2行',
  version: 1,
  definition: {
    zh: '学年内由学校开发并获国外采用的教学与培训资源数。',
    en: 'Teaching and training resources made by the college and adopted abroad in the school year.',
  },
  owner: 'international',
  value: count(adoptedStandards, { category: 'resource', adoptedOn: { within: '@period' } }),
})

export const equipmentAdopted = defineIndicator({
  code: 'q5.adopted-equipment',
  label: { zh: '开发并被国外采用的职业教育装备数量', en: 'Equipment adopted abroad' },
  unit: { zh: '个', en: 'items' },
  period: 'school-year',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）表5 第2行',
  version: 1,
  definition: {
    zh: '学年内由学校开发并获国外采用的教学装备数。',
    en: 'Teaching equipment made by the college and adopted abroad in the school year.',
  },
  owner: 'international',
  value: count(adoptedStandards, { category: 'equipment', adoptedOn: { within: '@period' } }),
})
