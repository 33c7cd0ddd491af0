import {
  choice,
  choices,
  date,
  defineRegister,
  integer,
  person,
  reference,
  text,
  unit,
  yesNo,
} from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'
import { courseRequirements } from '../../codes/national/course-requirements.ts'
import { courseResources } from '../../codes/national/course-resources.ts'
import { generalCourseCategories } from '../../codes/national/general-course-categories.ts'
import { qualityCourseLevels } from '../../codes/national/quality-course-levels.ts'

/** Courses that stand in teaching plans. A course that is dropped keeps its row and gets `inPlansUntil`. */
export const courses = defineRegister({
  name: 'courses',
  label: { zh: '课程', en: 'Courses' },
  area: 'teaching',
  owner: 'academic-affairs',
  title: 'name',
  unit: 'unit',
  fields: {
    code: text({ zh: '课程号', en: 'Course code' }, { required: true, maxLength: 20 }),
    name: text({ zh: '课程名称', en: 'Course name' }, { required: true, maxLength: 60 }),
    unit: unit({ zh: '开课单位', en: 'Unit' }, { required: true, indexed: true }),
    major: reference({ zh: '所属专业', en: 'Major' }, 'majors', {
      indexed: true,
      help: { zh: '公共课可为空', en: 'Empty for courses common to all majors' },
    }),
    kind: choice(
      { zh: '课程属性', en: 'Kind' },
      {
        general: { zh: '公共基础课', en: 'General' },
        foundation: { zh: '专业基础课', en: 'Professional foundation' },
        core: { zh: '专业核心课', en: 'Professional core' },
        extension: { zh: '专业拓展课', en: 'Professional extension' },
        practice: { zh: '实践性教学环节', en: 'Practice' },
      },
      { required: true, indexed: true },
    ),
    form: choice(
      { zh: '课程类型', en: 'Form' },
      {
        theory: { zh: '纯理论课（A类）', en: 'Theory' },
        mixed: { zh: '理论+实践课（B类）', en: 'Theory and practice' },
        practice: { zh: '纯实践课（C类）', en: 'Practice' },
      },
      { required: true },
    ),
    nature: choice(
      { zh: '课程性质', en: 'Nature' },
      {
        compulsory: { zh: '必修', en: 'Compulsory' },
        limited: { zh: '限选', en: 'Chosen from a list' },
        elective: { zh: '任选', en: 'Elective' },
      },
      { required: true },
    ),
    requirement: choice({ zh: '修读要求', en: 'Requirement' }, courseRequirements, { derived: true, secondary: true }),
    generalCategory: choice({ zh: '公共课类别', en: 'Category of general course' }, generalCourseCategories, {
      secondary: true,
    }),
    qualityLevel: choice({ zh: '精品课程级别', en: 'Quality course at level' }, qualityCourseLevels, {
      secondary: true,
    }),
    theoryHours: integer({ zh: '理论学时', en: 'Theory hours' }, { required: true, min: 0 }),
    practiceHours: integer({ zh: '实践学时', en: 'Practice hours' }, { required: true, min: 0 }),
    simulationHours: integer(
      { zh: '虚拟仿真实训学时', en: 'Hours of virtual simulation' },
      {
        required: true,
        min: 0,
        default: 0,
        secondary: true,
        help: { zh: '实践学时中的一部分', en: 'Part of the practice hours' },
      },
    ),
    hours: integer({ zh: '总学时', en: 'Hours' }, { derived: true, unit: { zh: '学时', en: 'hours' } }),
    certificate: reference({ zh: '融通的职业技能等级证书', en: 'Certificate taught towards' }, 'certificate-schemes', {
      indexed: true,
    }),
    certified: yesNo({ zh: '课证融通课程', en: 'Leads to a certificate' }, { derived: true, secondary: true }),
    contests: text(
      { zh: '相关竞赛', en: 'Contests' },
      { maxLength: 128, secondary: true, help: { zh: '多个竞赛用逗号隔开', en: 'Several are separated by commas' } },
    ),
    taughtOnline: yesNo({ zh: '网络教学课程', en: 'Taught online' }, { default: false, indexed: true }),
    onlineAddress: text(
      { zh: '线上课程网址', en: 'Address of the online course' },
      {
        maxLength: 500,
        secondary: true,
        pattern: 'https?://[!-~]+',
        help: { zh: '以 http:// 或 https:// 开头', en: 'Begins with http:// or https://' },
      },
    ),
    withEnterprise: yesNo({ zh: '校企合作开发', en: 'Developed with an enterprise' }, { default: false }),
    ideologicalModel: yesNo({ zh: '课程思政示范课', en: 'Model of ideological education' }, { default: false }),
    resources: choices({ zh: '主要选用课程资源', en: 'Resources mainly used' }, courseResources, { secondary: true }),
    leader: person({ zh: '课程负责人', en: 'Leader' }),
    inPlansFrom: date({ zh: '进入教学计划日期', en: 'In plans from' }, { required: true, indexed: true }),
    inPlansUntil: date({ zh: '退出教学计划日期', en: 'In plans until' }, { indexed: true }),
  },
  unique: [['code']],
  access: openToMembers,
  order: 'code',
  statistics: [
    { count: 'all', by: 'kind' },
    { count: 'all', by: 'unit' },
    { sum: 'hours', by: 'kind' },
  ],
  derive: (course) => ({
    hours: course.theoryHours + course.practiceHours,
    certified: course.certificate !== null,
    requirement:
      course.nature === 'compulsory' ? 'required' : course.kind === 'general' ? 'general-elective' : 'major-elective',
  }),
  check: (course) => [
    ...(course.inPlansUntil && course.inPlansUntil < course.inPlansFrom
      ? [
          {
            field: 'inPlansUntil',
            message: { zh: '退出日期早于进入日期', en: 'Leaves the plans before entering them' },
          },
        ]
      : []),
    ...(course.theoryHours + course.practiceHours === 0
      ? [{ field: 'theoryHours', message: { zh: '总学时不能为 0', en: 'A course needs hours' } }]
      : []),
    // The standard's column takes ten characters.
    ...((course.resources ?? []).length > 5
      ? [{ field: 'resources', message: { zh: '最多选择 5 项', en: 'Choose five at most' } }]
      : []),
    ...(course.simulationHours > course.practiceHours
      ? [
          {
            field: 'simulationHours',
            message: { zh: '虚拟仿真实训学时多于实践学时', en: 'More hours of simulation than of practice' },
          },
        ]
      : []),
    ...(course.generalCategory && course.kind !== 'general'
      ? [
          {
            field: 'generalCategory',
            message: { zh: '只有公共基础课填写公共课类别', en: 'Only a general course has such a category' },
          },
        ]
      : []),
    ...((course.form === 'theory' && course.practiceHours > 0) || (course.form === 'practice' && course.theoryHours > 0)
      ? [{ field: 'form', message: { zh: '课程类型与学时构成不符', en: 'The form does not fit the hours' } }]
      : []),
  ],
})
