import { defineRegister, integer, longText, reference, text, unit, yesNo } from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'

/** Projects that students carry out in practice teaching, in rooms of the college or elsewhere. */
export const practiceProjects = defineRegister({
  name: 'practice-projects',
  label: { zh: '实训项目', en: 'Practice projects' },
  area: 'practice',
  owner: 'academic-affairs',
  title: 'name',
  unit: 'unit',
  fields: {
    number: text({ zh: '实训项目编号', en: 'Number' }, { required: true, maxLength: 60 }),
    name: text({ zh: '实训项目名称', en: 'Name' }, { required: true, maxLength: 150 }),
    major: reference({ zh: '归口专业', en: 'Major in charge' }, 'majors', { required: true }),
    unit: unit({ zh: '院系', en: 'Faculty' }),
    plannedCourse: reference({ zh: '所属计划课程', en: 'Course of the programme' }, 'programme-courses'),
    term: reference({ zh: '开设学期', en: 'Term' }, 'terms', { required: true }),
    hours: integer(
      { zh: '学生实训课时数', en: 'Hours of a student' },
      { required: true, min: 0, max: 2000, unit: { zh: '学时', en: 'hours' } },
    ),
    virtual: yesNo({ zh: '是否虚拟仿真实训项目', en: 'Virtual simulation' }, { required: true, indexed: true }),
    room: reference({ zh: '校内实训室', en: 'Training room' }, 'teaching-sites'),
    otherPlace: text({ zh: '其他实训地点', en: 'Other place' }, { maxLength: 180, secondary: true }),
    task: text({ zh: '典型任务名称', en: 'Typical task' }, { maxLength: 128, secondary: true }),
    skills: longText({ zh: '技能要求', en: 'Skills' }, { maxLength: 999, secondary: true }),
    resources: longText(
      { zh: '配套实训资源名称', en: 'Resources' },
      { maxLength: 500, secondary: true, help: { zh: '多个名称用逗号隔开', en: 'Several are separated by commas' } },
    ),
    assessment: text({ zh: '考核方式', en: 'Assessment' }, { maxLength: 180, secondary: true }),
    modules: integer({ zh: '模块数量', en: 'Modules' }, { min: 0, max: 1000, secondary: true }),
    openToOthers: yesNo({ zh: '是否对外服务', en: 'Open to others' }, { indexed: true }),
  },
  unique: [['number']],
  access: openToMembers,
  order: 'number',
  statistics: [
    { count: 'all', by: 'unit' },
    { count: 'all', by: 'virtual' },
    { sum: 'hours', by: 'unit' },
  ],
})
