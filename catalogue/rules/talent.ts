import { defineRule } from '../../src/language/index.ts'

export const settledAmongGraduates = defineRule({
  name: 'talent.settled-among-graduates',
  label: { zh: '毕业去向落实人数不大于毕业生人数', en: 'Those settled are among the graduates' },
  severity: 'error',
  rule: { part: 'q1.settled', whole: 'q1.graduates' },
})

export const furtherStudyAmongSettled = defineRule({
  name: 'talent.further-study-among-settled',
  label: { zh: '毕业生升学人数不大于毕业去向落实人数', en: 'Those in further study are among the settled' },
  severity: 'error',
  rule: { part: 'q1.further-study', whole: 'q1.settled' },
})

export const bachelorAmongFurtherStudy = defineRule({
  name: 'talent.bachelor-among-further-study',
  label: {
    zh: '升入本科人数不大于毕业生升学人数',
    en: 'Those in a bachelor programme are among those in further study',
  },
  severity: 'error',
  rule: { part: 'q1.further-study-bachelor', whole: 'q1.further-study' },
})

export const fiveYearAmongFurtherStudy = defineRule({
  name: 'talent.five-year-among-further-study',
  label: {
    zh: '五年一贯制升学人数不大于毕业生升学人数',
    en: 'Those who came through a five-year programme are among those in further study',
  },
  severity: 'error',
  rule: { part: 'q0.further-study-five-year', whole: 'q1.further-study' },
})

export const sectorsAddUp = defineRule({
  name: 'talent.sectors-add-up',
  label: { zh: '三次产业就业人数之和等于合计', en: 'The three sectors add up' },
  severity: 'error',
  rule: { parts: ['q1.sector-primary', 'q1.sector-secondary', 'q1.sector-tertiary'], whole: 'q1.sectors' },
})

export const sectorsAmongSettled = defineRule({
  name: 'talent.sectors-among-settled',
  label: { zh: '三次产业就业人数不大于毕业去向落实人数', en: 'Those at work in the sectors are among the settled' },
  severity: 'error',
  rule: { part: 'q1.sectors', whole: 'q1.settled' },
})

export const destinationsAddUp = defineRule({
  name: 'talent.destinations-add-up',
  label: { zh: '各去向人数之和等于毕业生人数', en: 'The destinations add up to the graduates' },
  severity: 'error',
  rule: {
    parts: [
      'q0.destination-agreement',
      'q0.destination-contract',
      'q0.destination-other-employment',
      'q0.destination-conscription',
      'q0.destination-freelance',
      'q0.destination-startup',
      'q0.destination-waiting',
      'q1.further-study',
    ],
    whole: 'q1.graduates',
  },
})

export const employedAmongSectors = defineRule({
  name: 'talent.employed-among-sectors',
  label: {
    zh: '到用人单位就业人数（表4）不大于三次产业就业人数（表1）',
    en: 'Those employed by an employer (table 4) are among those at work in the sectors (table 1)',
  },
  severity: 'warning',
  rule: { part: 'q4.employed', whole: 'q1.sectors' },
})

export const ratesWithinHundred = defineRule({
  name: 'talent.destination-rate-within-hundred',
  label: { zh: '毕业去向落实率在 0 与 100 之间', en: 'The share settled lies between 0 and 100' },
  severity: 'error',
  rule: { of: 'q0.destination-rate', between: ['0', '100'] },
})

export const incomePlausible = defineRule({
  name: 'talent.income-plausible',
  label: { zh: '月收入在 1500 与 20000 元之间', en: 'The monthly income lies between 1,500 and 20,000 yuan' },
  severity: 'warning',
  rule: { of: 'q1.monthly-income', between: ['1500', '20000'] },
})

export const graduatesSteady = defineRule({
  name: 'talent.graduates-steady',
  label: { zh: '毕业生人数与上年相差不超过 20%', en: 'The graduates change by at most 20% a year' },
  severity: 'warning',
  rule: { of: 'q1.graduates', changesAtMostPercent: '20' },
})

export const studentsSteady = defineRule({
  name: 'talent.students-steady',
  label: { zh: '全日制在校生人数与上年相差不超过 20%', en: 'The students change by at most 20% a year' },
  severity: 'warning',
  rule: { of: 'q6.students', changesAtMostPercent: '20' },
})

export const arrivedAmongAdmitted = defineRule({
  name: 'talent.arrived-among-admitted',
  label: { zh: '报到数不大于录取数', en: 'Those who arrived are among the admitted' },
  severity: 'error',
  rule: { part: 'q0.arrived', whole: 'q0.admitted' },
})

export const sexesAddUp = defineRule({
  name: 'talent.sexes-add-up',
  label: { zh: '录取男生与女生之和等于录取数', en: 'Admitted men and women add up' },
  severity: 'error',
  rule: { parts: ['q0.admitted-men', 'q0.admitted-women'], whole: 'q0.admitted' },
})

export const majorsWithStudentsAmongMajors = defineRule({
  name: 'talent.majors-with-students-among-majors',
  label: { zh: '有在校生专业数不大于专业数量', en: 'Majors with students are among the majors' },
  severity: 'error',
  rule: { part: 'q0.majors-with-students', whole: 'q3.majors' },
})

export const fitnessPassWithinHundred = defineRule({
  name: 'talent.fitness-pass-rate-within-hundred',
  label: {
    zh: '学生体质测评合格率在 0 与 100 之间',
    en: 'The share that passed the fitness test lies between 0 and 100',
  },
  severity: 'error',
  rule: { of: 'q6.fitness-pass-rate', between: ['0', '100'] },
})

export const certificateHoldersAmongCertificates = defineRule({
  name: 'talent.certificate-holders-among-certificates',
  label: { zh: '获证人数不大于获证人次', en: 'There are no more holders than certificates' },
  severity: 'error',
  rule: { part: 'q6.skill-certificates', whole: 'q0.skill-certificates-issued' },
})
