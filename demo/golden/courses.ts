/** Table 3 rows 5–9 as printed in the report that the demo college follows. */
export const golden = [
  { code: 'q3.courses', value: '1465' },
  { code: 'q3.course-hours', value: '203563.00' },
  { code: 'q3.certificate-courses', value: '263' },
  { code: 'q3.certificate-course-hours', value: '24633.00' },
  { code: 'q3.online-taught-courses', value: '256' },
  { code: 'q3.online-taught-course-hours', value: '20816.00' },
  { code: 'q3.resource-libraries', value: '10' },
  { code: 'q3.resource-libraries-national', value: '2' },
  { code: 'q3.resource-libraries-national-on-platform', value: '2' },
  { code: 'q3.resource-libraries-provincial', value: '6' },
  { code: 'q3.resource-libraries-provincial-on-platform', value: '4' },
  { code: 'q3.resource-libraries-college', value: '8' },
  { code: 'q3.resource-libraries-college-on-platform', value: '8' },
  { code: 'q3.online-courses', value: '137', note: '6 + 29 + 110 = 145：8 门课程兼有两个级别' },
  { code: 'q3.online-course-hours', value: '18873.00' },
  { code: 'q3.online-course-average-students', value: '422.58', note: '57893 ÷ 137' },
  { code: 'q3.online-courses-national', value: '6' },
  { code: 'q3.online-courses-national-on-platform', value: '6' },
  { code: 'q3.online-courses-provincial', value: '29' },
  { code: 'q3.online-courses-provincial-on-platform', value: '6' },
  { code: 'q3.online-courses-college', value: '110' },
  { code: 'q3.online-courses-college-on-platform', value: '34' },
  { code: 'q3.virtual-simulation-bases', value: '14' },
  { code: 'q3.virtual-simulation-bases-national', value: '1' },
  { code: 'q3.virtual-simulation-bases-national-on-platform', value: '1' },
  { code: 'q3.virtual-simulation-bases-provincial', value: '1' },
  { code: 'q3.virtual-simulation-bases-provincial-on-platform', value: '0' },
  { code: 'q3.virtual-simulation-bases-college', value: '12' },
  { code: 'q3.virtual-simulation-bases-college-on-platform', value: '12' },
  { code: 'q3.textbooks', value: '182' },
  { code: 'q3.textbooks-national', value: '18' },
  { code: 'q3.textbooks-with-enterprise', value: '72' },
  { code: 'q3.textbooks-new-form', value: '62' },
  { code: 'q3.textbooks-on-platform', value: '0' },
  { code: 'q0.textbooks-national-chief', value: '17', note: '2.5.1：学校为主编单位' },
] as const

/** Counted over the registers of majors, which another part fills. */
export const majors = [
  { code: 'q3.major-groups', value: '11' },
  { code: 'q3.majors', value: '57', note: '2.3 另有“有在校生专业 56 个”' },
] as const

export const differs = [
  {
    code: 'q3.textbooks-national',
    value: '18',
    printed: '17',
    where: '前言、2.5.1',
    why: '表3 印 18，正文印 17（注明学校为主编单位）：第 18 本为参编，主编口径见 q0.textbooks-national-chief。',
  },
] as const
