/** Chapters 1.3, 2.3 and 2.10 and the students' rows of table 6, as printed in the report that the demo college follows. */
export const golden = [
  { code: 'q6.students', value: '17045' },
  { code: 'q6.fitness-tested', value: '16056' },
  { code: 'q6.fitness-pass-rate', value: '81.40', note: '13070 ÷ 16056' },
  { code: 'q6.skill-certificates', value: '7921' },
  { code: 'q0.admitted', value: '6061', note: '正文表1，59 行合计' },
  { code: 'q0.arrived', value: '5624', note: '正文表1，59 行合计' },
  { code: 'q0.arrival-rate', value: '92.79' },
  { code: 'q0.plan-completion', value: '100' },
  { code: 'q0.admitted-men', value: '4067' },
  { code: 'q0.admitted-women', value: '1994' },
  { code: 'q0.admitted-men-per-woman', value: '2.04' },
  { code: 'q0.admitted-local-share', value: '87' },
  { code: 'q0.admitted-science-share', value: '65' },
  { code: 'q0.majors-with-students', value: '56', note: '2.3' },
  { code: 'q3.majors', value: '57', note: '表3 第4行：含 1 个无在校生的专业' },
  { code: 'q3.major-groups', value: '11', note: '表3 第4行' },
  { code: 'q0.major-categories', value: '10', note: '2.3' },
  { code: 'q0.national-key-majors', value: '16', note: '2.3' },
  { code: 'q0.provincial-key-majors', value: '14', note: '2.3' },
  { code: 'q0.student-skill-awards-international', value: '5', note: '正文表9' },
  { code: 'q0.student-skill-awards-national', value: '18', note: '正文表9：9 + 9' },
  { code: 'q0.student-skill-awards-provincial', value: '82', note: '正文表9：15 + 27 + 40' },
  { code: 'q0.teacher-skill-awards-national', value: '17', note: '正文表10：1 + 3 + 6 + 7' },
  { code: 'q0.innovation-awards-national', value: '7', note: '正文表8 第1–7行' },
  { code: 'q0.innovation-awards-provincial', value: '74', note: '正文表8 第8–81行' },
] as const

/** The edition before, where the report prints it. */
export const before = [
  { code: 'q0.admitted-men-per-woman', value: '2.32' },
  { code: 'q0.admitted-local-share', value: '90' },
  { code: 'q0.admitted-science-share', value: '63' },
] as const

/** Not printed, but fixed by the records. */
export const derived = [
  { code: 'q0.skill-certificates-issued', value: '8386', note: '7921 人，其中 465 人两证' },
] as const

/** Where the printed report says two things, the records decide. */
export const differs = [
  {
    code: 'q0.student-skill-awards-national',
    value: '18',
    printed: '6',
    where: '前言',
    why: '前言称职业院校技能大赛国家级奖项 6 项；2.10 正文和表9 为 9 项，另有行业一类赛 9 项。',
  },
  {
    code: 'q0.major-categories',
    value: '10',
    printed: '9',
    where: '2.3',
    why: '正文写 10 个大类而只列出 9 个；工程测量技术属于第 10 个大类（资源环境与安全）。',
  },
] as const
