/** Values of table 5 as printed in the report that the demo college follows. */
export const golden = [
  { code: 'q5.foreign-student-majors', value: '9' },
  { code: 'q5.foreign-students', value: '89' },
  { code: 'q5.visiting-teachers', value: '10' },
  { code: 'q5.adopted-standards', value: '18' },
  { code: 'q5.adopted-major-standards', value: '3' },
  { code: 'q5.adopted-course-standards', value: '13' },
  { code: 'q5.adopted-resources', value: '2' },
  { code: 'q5.adopted-equipment', value: '1' },
  { code: 'q5.overseas-schools', value: '1' },
  { code: 'q5.overseas-school-majors', value: '1' },
  { code: 'q5.overseas-school-students', value: '16' },
  { code: 'q5.joint-programme-majors', value: '2' },
  { code: 'q5.joint-programme-students', value: '169' },
  { code: 'q5.overseas-assignment-days', value: '48' },
  { code: 'q5.overseas-post-holders', value: '21' },
  { code: 'q5.skills-awards', value: '5', note: '记录在“竞赛获奖”' },
] as const

export const differs = [
  {
    code: 'q5.adopted-standards',
    value: '18',
    printed: '21',
    where: '5.3',
    why: '正文的 21 项是标准 18、资源 2、装备 1 之和，附表分三行填写。',
  },
] as const
