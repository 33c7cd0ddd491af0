import { defineTable } from '../../src/language/indicator.ts'

/** Printed in the text beside the section on further study. */
export const furtherStudyTable = defineTable({
  name: 'further-study',
  label: { zh: '学生升学情况', en: 'Further study' },
  rows: [
    { no: '1', label: { zh: '毕业生数', en: 'Graduates' }, level: 0, indicator: 'q1.graduates' },
    { no: '2', label: { zh: '升学数', en: 'In further study' }, level: 0, indicator: 'q1.further-study' },
    {
      label: { zh: '通过五年一贯制培养升学人数', en: 'By the five-year programme' },
      level: 1,
      indicator: 'q0.further-study-five-year',
    },
    {
      label: { zh: '升入普通本科人数', en: 'To a bachelor programme' },
      level: 1,
      indicator: 'q0.further-study-academic-bachelor',
    },
    { no: '3', label: { zh: '升学率', en: 'Share in further study' }, level: 0, indicator: 'q0.further-study-rate' },
  ],
})
