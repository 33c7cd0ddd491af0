import { count, defineIndicator } from '../../../src/language/indicator.ts'
import { researchProjects } from '../../registers/research/research-projects.ts'

export const researchProjectsApproved = defineIndicator({
  code: 'q0.research-projects',
  label: { zh: '纵向科研立项数', en: 'Research projects approved' },
  unit: { zh: '项', en: 'items' },
  period: 'calendar-year',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）正文2.8',
  version: 1,
  definition: {
    zh: '自然年内批准立项的校外纵向科研项目数，校级项目不计。',
    en: 'Research projects approved by outside bodies in the calendar year.',
  },
  owner: 'research',
  value: count(researchProjects, { approvedOn: { within: '@period' }, level: { not: 'college' } }),
})

export const provincialResearchProjectsApproved = defineIndicator({
  code: 'q0.provincial-research-projects',
  label: { zh: '其中：省部级及以上立项数', en: 'Of which provincial or national' },
  unit: { zh: '项', en: 'items' },
  period: 'calendar-year',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）正文2.8',
  version: 1,
  definition: {
    zh: '自然年内批准立项的国家级、省部级科研项目数。',
    en: 'Research projects approved at provincial, ministerial or national level in the calendar year.',
  },
  owner: 'research',
  synonyms: ['省部级科研项目数'],
  value: count(researchProjects, { approvedOn: { within: '@period' }, level: ['national', 'provincial'] }),
})
