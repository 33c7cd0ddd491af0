/** Figures about staff (table 6 rows 4 and 9, table 3 rows 1–3, chapters 1.2 and 1.4) as printed in the report that the demo college follows. */
export const golden = [
  { code: 'q6.established-posts', value: '884' },
  { code: 'q6.staff', value: '1079' },
  { code: 'q6.full-time-teachers', value: '918' },
  { code: 'q6.ideological-teachers', value: '52' },
  { code: 'q6.physical-education-teachers', value: '19' },
  { code: 'q6.art-teachers', value: '5' },
  { code: 'q6.counsellors', value: '86' },
  { code: 'q6.class-advisers', value: '40' },
  { code: 'q6.industry-mentors', value: '237', note: '表6；本年度有授课记录的人数' },
  { code: 'q6.industry-mentors-honoured', value: '3' },
  { code: 'q6.industry-mentor-hours', value: '46757.00' },
  { code: 'q6.industry-mentor-pay', value: '514.33', note: '46757 课时 × 110 元 = 514.327 万元' },
  {
    code: 'q3.student-teacher-ratio',
    value: '16.52',
    note: '17362 ÷ 1051：在校生 17045（不含留学生）+ 学历留学生 31×3 + 夜大 480×0.3 + 函授 800×0.1；专任 918 + 外聘 266×0.5',
  },
  { code: 'q3.double-qualified-share', value: '71.90', note: '660 ÷ 918' },
  { code: 'q3.senior-title-share', value: '32.14', note: '295 ÷ 918' },
  { code: 'q3.double-qualified-share-of-professional', value: '92', note: '1.4：644 ÷ 700，原文只给百分比' },
  { code: 'q0.double-qualified-teachers', value: '660', note: '1.4' },
  { code: 'q0.senior-titles', value: '295', note: '1.4' },
  { code: 'q0.professors', value: '88', note: '1.4' },
  { code: 'q0.research-degree-teachers', value: '737', note: '1.4' },
  { code: 'q0.research-degree-share', value: '80.28', note: '1.4；1.2 印作 80.3%' },
  { code: 'q0.doctor-teachers', value: '144', note: '1.4' },
  { code: 'q0.doctor-share', value: '15.7', note: '案例 1' },
  { code: 'q0.part-time-teachers', value: '266', note: '1.4 及表6 备注；统计时点在聘期内的人数' },
  { code: 'q0.part-time-share', value: '28.98', note: '1.4：266 ÷ 918' },
] as const

/** Not printed, but fixed by the printed figures and the definitions. */
export const derived = [
  { code: 'q0.students-equivalent', value: '17362.00' },
  { code: 'q0.teachers-total', value: '1051.0' },
  { code: 'q0.students-per-full-time-teacher', value: '18.57', note: '17045 ÷ 918' },
  { code: 'q3.double-qualified-share-of-teachers', value: '62.80', note: '660 ÷ 1051' },
  { code: 'q0.staff-on-establishment', value: '861' },
] as const

/** The edition before: 632 ÷ 893; 71.90 − 70.77 = 1.13 points, the rise printed in chapter 1.4. */
export const before = [{ code: 'q3.double-qualified-share', value: '70.77' }] as const

export const differs = [
  {
    code: 'q6.industry-mentors',
    value: '237',
    printed: '266',
    where: '表6 备注、1.4',
    why: '表6 印 237 而备注作 266：两个事实。237 人本年度实际授课（mentor-teaching），266 人在聘期内（q0.part-time-teachers）。',
  },
] as const
