import { count, defineIndicator, distinct } from '../../../src/language/index.ts'
import { students } from '../../registers/students/students.ts'
import { majors } from '../../registers/teaching/majors.ts'

const common = {
  unit: { zh: '个', en: 'items' },
  period: 'at-date',
  decimals: 0,
  version: 1,
  owner: 'academic-affairs',
  source: '中国职业教育质量报告（2023年度）2.3',
} as const
const onTheBooks = { openedOn: { atMost: '@end' }, stoppedOn: { emptyOr: { over: '@end' } } } as const

export const majorsWithStudents = defineIndicator({
  ...common,
  code: 'q0.majors-with-students',
  label: { zh: '有在校生专业数', en: 'Majors with students' },
  definition: {
    zh: '8月31日有在校生的专业个数；已停止招生但未撤销、没有在校生的专业不计。',
    en: 'Majors with students on the roll on 31 August; those that are on the books without students do not count.',
  },
  synonyms: ['在校生专业数'],
  rivals: ['q3.majors'],
  value: distinct(students, 'major', { enteredOn: { atMost: '@end' }, leftOn: { emptyOr: { over: '@end' } } }),
})

export const majorCategoriesCovered = defineIndicator({
  ...common,
  code: 'q0.major-categories',
  label: { zh: '涵盖专业大类数', en: 'Categories of majors covered' },
  definition: {
    zh: '8月31日设置的专业涉及的专业大类个数。',
    en: 'Categories of the majors on the books on 31 August.',
  },
  value: distinct(majors, 'category', onTheBooks),
})

export const nationalKeyMajors = defineIndicator({
  ...common,
  code: 'q0.national-key-majors',
  label: { zh: '国家级重点专业数', en: 'National key majors' },
  definition: {
    zh: '8月31日设置的专业中重点专业级别为国家级的个数。',
    en: 'Majors on the books recognised at national level.',
  },
  value: count(majors, { ...onTheBooks, keyLevel: 'national' }),
})

export const provincialKeyMajors = defineIndicator({
  ...common,
  code: 'q0.provincial-key-majors',
  label: { zh: '省级重点专业数', en: 'Provincial key majors' },
  definition: {
    zh: '8月31日设置的专业中重点专业级别为省级的个数。',
    en: 'Majors on the books recognised at provincial level.',
  },
  value: count(majors, { ...onTheBooks, keyLevel: 'provincial' }),
})
