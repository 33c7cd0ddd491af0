import { defineRule } from '../../src/language/index.ts'

const partOf = (name: string, part: string, whole: string, zh: string, en: string) =>
  defineRule({ name, label: { zh, en }, severity: 'error', rule: { part, whole } })

export const teachersWithinStaff = partOf(
  'teachers-within-staff',
  'q6.full-time-teachers',
  'q6.staff',
  '专任教师数不多于教职工总数',
  'Full-time teachers are staff',
)
export const ideologicalWithinTeachers = partOf(
  'ideological-within-teachers',
  'q6.ideological-teachers',
  'q6.full-time-teachers',
  '思政课教师数不多于专任教师数',
  'Teachers of ideological theory are full-time teachers',
)
export const physicalEducationWithinTeachers = partOf(
  'physical-education-within-teachers',
  'q6.physical-education-teachers',
  'q6.full-time-teachers',
  '体育课教师数不多于专任教师数',
  'Teachers of physical education are full-time teachers',
)
export const artWithinTeachers = partOf(
  'art-within-teachers',
  'q6.art-teachers',
  'q6.full-time-teachers',
  '美育课教师数不多于专任教师数',
  'Teachers of art are full-time teachers',
)
export const counsellorsWithinStaff = partOf(
  'counsellors-within-staff',
  'q6.counsellors',
  'q6.staff',
  '辅导员数不多于教职工总数',
  'Counsellors are staff',
)
export const classAdvisersWithinStaff = partOf(
  'class-advisers-within-staff',
  'q6.class-advisers',
  'q6.staff',
  '班主任数不多于教职工总数',
  'Class advisers are staff',
)
export const establishmentNotExceeded = partOf(
  'establishment-not-exceeded',
  'q0.staff-on-establishment',
  'q6.established-posts',
  '在编教职工数不多于额定编制数',
  'No more staff on the establishment than posts',
)
export const honouredWithinMentors = partOf(
  'honoured-within-mentors',
  'q6.industry-mentors-honoured',
  'q6.industry-mentors',
  '大国工匠、劳动模范人数不多于行业导师人数',
  'Honoured mentors are mentors',
)
/** A warning only: who taught in autumn may have ended the engagement before the day. */
export const mentorsWithinPartTime = defineRule({
  name: 'mentors-within-part-time',
  label: { zh: '授课的行业导师一般不多于聘期内的兼职教师', en: 'Those who taught are usually still engaged' },
  severity: 'warning',
  rule: { part: 'q6.industry-mentors', whole: 'q0.part-time-teachers' },
})
export const insuranceWithinInternships = partOf(
  'insurance-within-internships',
  'q6.internship-insurance',
  'q6.internship-expenses',
  '实习责任保险经费不多于实习专项经费',
  'Liability insurance is spending on internships',
)
export const appropriationsWithinIncome = partOf(
  'appropriations-within-income',
  'q0.appropriations',
  'q0.income',
  '财政拨款不多于总收入',
  'Appropriations are income',
)
export const incomeAddsUp = defineRule({
  name: 'income-adds-up',
  label: { zh: '财政拨款与自有收入之和等于总收入', en: 'Appropriations and own income make up income' },
  severity: 'error',
  rule: { parts: ['q0.appropriations', 'q0.own-income'], whole: 'q0.income' },
})
export const professorsWithinSenior = partOf(
  'professors-within-senior',
  'q0.professors',
  'q0.senior-titles',
  '正高级教师数不多于高级职称教师数',
  'Professors hold a senior title',
)
export const doctorsWithinResearchDegrees = partOf(
  'doctors-within-research-degrees',
  'q0.doctor-teachers',
  'q0.research-degree-teachers',
  '博士数不多于硕士及以上学位教师数',
  'Doctors hold a research degree',
)
export const staffChangesLittle = defineRule({
  name: 'staff-changes-little',
  label: { zh: '教职工总数较上年变化一般不超过 10%', en: 'The number of staff rarely changes by more than 10 %' },
  severity: 'warning',
  rule: { of: 'q6.staff', changesAtMostPercent: '10' },
})
export const appropriationChangesLittle = defineRule({
  name: 'appropriation-changes-little',
  label: {
    zh: '生均财政拨款较上年变化一般不超过 20%',
    en: 'The appropriation per student rarely changes by more than 20 %',
  },
  severity: 'warning',
  rule: { of: 'q6.appropriation-per-student', changesAtMostPercent: '20' },
})
/** 财教〔2014〕352号 asks it of a province's average from 2017 on; for one college it is a warning. */
export const appropriationAboveFloor = defineRule({
  name: 'appropriation-above-floor',
  label: {
    zh: '生均财政拨款水平不低于 12000 元（财教〔2014〕352号）',
    en: 'At least 12,000 yuan per student (财教〔2014〕352号)',
  },
  severity: 'warning',
  rule: { of: 'q6.appropriation-per-student', between: ['12000', null] },
})
