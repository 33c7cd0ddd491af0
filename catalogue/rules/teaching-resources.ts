import { defineRule } from '../../src/language/index.ts'

// A multi-level total may be less than the sum of its levels, so each level is only held against the total.
const partOf = (name: string, part: string, whole: string, zh: string, en: string) =>
  defineRule({ name, label: { zh, en }, severity: 'error', rule: { part, whole } })

export const certificateCoursesWithinCourses = partOf(
  'certificate-courses-within-courses',
  'q3.certificate-courses',
  'q3.courses',
  '课证融通课程数不多于课程总数',
  'Courses towards a certificate are courses in plans',
)
export const certificateHoursWithinHours = partOf(
  'certificate-hours-within-hours',
  'q3.certificate-course-hours',
  'q3.course-hours',
  '课证融通课程学时不多于总学时',
  'Their hours are hours of courses in plans',
)
export const onlineTaughtWithinCourses = partOf(
  'online-taught-within-courses',
  'q3.online-taught-courses',
  'q3.courses',
  '网络教学课程数不多于课程总数',
  'Courses taught online are courses in plans',
)
export const onlineTaughtHoursWithinHours = partOf(
  'online-taught-hours-within-hours',
  'q3.online-taught-course-hours',
  'q3.course-hours',
  '网络教学课程学时不多于总学时',
  'Their hours are hours of courses in plans',
)

export const nationalLibrariesWithinAll = partOf(
  'resource-libraries-national-within-all',
  'q3.resource-libraries-national',
  'q3.resource-libraries',
  '国家级专业教学资源库不多于专业教学资源库总数',
  'National resource libraries are among all of them',
)
export const nationalLibrariesOnPlatform = partOf(
  'resource-libraries-national-on-platform',
  'q3.resource-libraries-national-on-platform',
  'q3.resource-libraries-national',
  '国家级专业教学资源库的接入数不多于其数量',
  'Those on the platform are among the national resource libraries',
)
export const provincialLibrariesWithinAll = partOf(
  'resource-libraries-provincial-within-all',
  'q3.resource-libraries-provincial',
  'q3.resource-libraries',
  '省级专业教学资源库不多于专业教学资源库总数',
  'Provincial resource libraries are among all of them',
)
export const provincialLibrariesOnPlatform = partOf(
  'resource-libraries-provincial-on-platform',
  'q3.resource-libraries-provincial-on-platform',
  'q3.resource-libraries-provincial',
  '省级专业教学资源库的接入数不多于其数量',
  'Those on the platform are among the provincial resource libraries',
)
export const collegeLibrariesWithinAll = partOf(
  'resource-libraries-college-within-all',
  'q3.resource-libraries-college',
  'q3.resource-libraries',
  '校级专业教学资源库不多于专业教学资源库总数',
  'College resource libraries are among all of them',
)
export const collegeLibrariesOnPlatform = partOf(
  'resource-libraries-college-on-platform',
  'q3.resource-libraries-college-on-platform',
  'q3.resource-libraries-college',
  '校级专业教学资源库的接入数不多于其数量',
  'Those on the platform are among the college resource libraries',
)
export const nationalOnlineCoursesWithinAll = partOf(
  'online-courses-national-within-all',
  'q3.online-courses-national',
  'q3.online-courses',
  '国家级在线精品课程不多于在线精品课程总数',
  'National online courses are among all of them',
)
export const nationalOnlineCoursesOnPlatform = partOf(
  'online-courses-national-on-platform',
  'q3.online-courses-national-on-platform',
  'q3.online-courses-national',
  '国家级在线精品课程的接入数不多于其数量',
  'Those on the platform are among the national online courses',
)
export const provincialOnlineCoursesWithinAll = partOf(
  'online-courses-provincial-within-all',
  'q3.online-courses-provincial',
  'q3.online-courses',
  '省级在线精品课程不多于在线精品课程总数',
  'Provincial online courses are among all of them',
)
export const provincialOnlineCoursesOnPlatform = partOf(
  'online-courses-provincial-on-platform',
  'q3.online-courses-provincial-on-platform',
  'q3.online-courses-provincial',
  '省级在线精品课程的接入数不多于其数量',
  'Those on the platform are among the provincial online courses',
)
export const collegeOnlineCoursesWithinAll = partOf(
  'online-courses-college-within-all',
  'q3.online-courses-college',
  'q3.online-courses',
  '校级在线精品课程不多于在线精品课程总数',
  'College online courses are among all of them',
)
export const collegeOnlineCoursesOnPlatform = partOf(
  'online-courses-college-on-platform',
  'q3.online-courses-college-on-platform',
  'q3.online-courses-college',
  '校级在线精品课程的接入数不多于其数量',
  'Those on the platform are among the college online courses',
)
export const nationalBasesWithinAll = partOf(
  'virtual-simulation-bases-national-within-all',
  'q3.virtual-simulation-bases-national',
  'q3.virtual-simulation-bases',
  '国家级虚拟仿真实训基地不多于虚拟仿真实训基地总数',
  'National virtual simulation bases are among all of them',
)
export const nationalBasesOnPlatform = partOf(
  'virtual-simulation-bases-national-on-platform',
  'q3.virtual-simulation-bases-national-on-platform',
  'q3.virtual-simulation-bases-national',
  '国家级虚拟仿真实训基地的接入数不多于其数量',
  'Those on the platform are among the national virtual simulation bases',
)
export const provincialBasesWithinAll = partOf(
  'virtual-simulation-bases-provincial-within-all',
  'q3.virtual-simulation-bases-provincial',
  'q3.virtual-simulation-bases',
  '省级虚拟仿真实训基地不多于虚拟仿真实训基地总数',
  'Provincial virtual simulation bases are among all of them',
)
export const provincialBasesOnPlatform = partOf(
  'virtual-simulation-bases-provincial-on-platform',
  'q3.virtual-simulation-bases-provincial-on-platform',
  'q3.virtual-simulation-bases-provincial',
  '省级虚拟仿真实训基地的接入数不多于其数量',
  'Those on the platform are among the provincial virtual simulation bases',
)
export const collegeBasesWithinAll = partOf(
  'virtual-simulation-bases-college-within-all',
  'q3.virtual-simulation-bases-college',
  'q3.virtual-simulation-bases',
  '校级虚拟仿真实训基地不多于虚拟仿真实训基地总数',
  'College virtual simulation bases are among all of them',
)
export const collegeBasesOnPlatform = partOf(
  'virtual-simulation-bases-college-on-platform',
  'q3.virtual-simulation-bases-college-on-platform',
  'q3.virtual-simulation-bases-college',
  '校级虚拟仿真实训基地的接入数不多于其数量',
  'Those on the platform are among the college virtual simulation bases',
)

export const nationalTextbooksWithinAll = partOf(
  'textbooks-national-within-all',
  'q3.textbooks-national',
  'q3.textbooks',
  '国家规划教材数不多于编写教材数',
  'Textbooks of the national plan are among all textbooks',
)
export const chiefTextbooksWithinNational = partOf(
  'textbooks-chief-within-national',
  'q0.textbooks-national-chief',
  'q3.textbooks-national',
  '主编的国家规划教材数不多于国家规划教材数',
  'Those with a chief editor of the college are among those of the national plan',
)
export const enterpriseTextbooksWithinAll = partOf(
  'textbooks-with-enterprise-within-all',
  'q3.textbooks-with-enterprise',
  'q3.textbooks',
  '校企合作编写教材数不多于编写教材数',
  'Textbooks written with an enterprise are among all textbooks',
)
export const newFormTextbooksWithinAll = partOf(
  'textbooks-new-form-within-all',
  'q3.textbooks-new-form',
  'q3.textbooks',
  '新形态教材数不多于编写教材数',
  'Textbooks of a new form are among all textbooks',
)
export const textbooksOnPlatformWithinAll = partOf(
  'textbooks-on-platform-within-all',
  'q3.textbooks-on-platform',
  'q3.textbooks',
  '接入平台的教材数不多于编写教材数',
  'Textbooks on the platform are among all textbooks',
)

/** 教发〔2004〕2号: above 18 students per teacher a college of this kind gets a yellow card. */
export const studentTeacherRatioWithinLimit = defineRule({
  name: 'student-teacher-ratio-within-limit',
  label: { zh: '生师比不高于合格线 18（教发〔2004〕2号）', en: 'At most 18 students per teacher (教发〔2004〕2号)' },
  severity: 'warning',
  rule: { of: 'q3.student-teacher-ratio', between: ['1', '18'] },
})
export const seniorTitleShareAboveLimit = defineRule({
  name: 'senior-title-share-above-limit',
  label: {
    zh: '高级职务教师比例不低于合格线 15%（教发〔2004〕2号）',
    en: 'At least 15 % of teachers with a senior title (教发〔2004〕2号)',
  },
  severity: 'warning',
  rule: { of: 'q3.senior-title-share', between: ['15', '100'] },
})
export const equipmentValueAboveLimit = defineRule({
  name: 'equipment-value-above-limit',
  label: {
    zh: '生均教学科研仪器设备值不低于合格线 4000 元（教发〔2004〕2号）',
    en: 'At least 4,000 yuan of equipment per student (教发〔2004〕2号)',
  },
  severity: 'warning',
  rule: { of: 'q3.equipment-value-per-student', between: ['4000', null] },
})
export const teachingAreaAboveLimit = defineRule({
  name: 'teaching-area-above-limit',
  label: {
    zh: '生均教学行政用房不低于合格线 16 平方米（教发〔2004〕2号，工科）',
    en: 'At least 16 m² of teaching area per student (教发〔2004〕2号, engineering)',
  },
  severity: 'warning',
  rule: { of: 'q0.teaching-area-per-student', between: ['16', null] },
})
export const booksAboveLimit = defineRule({
  name: 'books-above-limit',
  label: {
    zh: '生均图书不低于合格线 60 册（教发〔2004〕2号，工科）',
    en: 'At least 60 volumes per student (教发〔2004〕2号, engineering)',
  },
  severity: 'warning',
  rule: { of: 'q0.books-per-student', between: ['60', null] },
})
export const doubleQualifiedShareIsAShare = defineRule({
  name: 'double-qualified-share-is-a-share',
  label: { zh: '双师素质专任教师比例在 0 与 100 之间', en: 'The double-qualified share lies between 0 and 100' },
  severity: 'error',
  rule: { of: 'q3.double-qualified-share', between: ['0', '100'] },
})
export const practiceSitesAddUp = defineRule({
  name: 'practice-sites-add-up',
  label: {
    zh: '校内实训室与校外实训基地之和等于实践教学场所数',
    en: 'Training rooms and outside bases are all practice sites',
  },
  severity: 'error',
  rule: { parts: ['q0.practice-sites-on-campus', 'q0.practice-sites-external'], whole: 'q0.practice-sites' },
})
