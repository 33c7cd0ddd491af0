import { defineTable } from '../../src/language/indicator.ts'

export const internationalTable = defineTable({
  name: 'international',
  label: { zh: '表5：国际影响表', en: 'Table 5: international influence' },
  rows: [
    {
      no: '1',
      label: { zh: '接收国外留学生专业数', en: 'Majors with foreign students' },
      level: 0,
      indicator: 'q5.foreign-student-majors',
    },
    { label: { zh: '接收国外留学生人数', en: 'Foreign students' }, level: 0, indicator: 'q5.foreign-students' },
    { label: { zh: '接收国外访学教师人数', en: 'Visiting teachers' }, level: 0, indicator: 'q5.visiting-teachers' },
    {
      no: '2',
      label: { zh: '开发并被国外采用的职业教育标准数量', en: 'Standards adopted abroad' },
      level: 0,
      indicator: 'q5.adopted-standards',
    },
    {
      label: { zh: '其中：专业标准', en: 'Of which standards of majors' },
      level: 1,
      indicator: 'q5.adopted-major-standards',
    },
    { label: { zh: '课程标准', en: 'Of which course standards' }, level: 1, indicator: 'q5.adopted-course-standards' },
    {
      label: { zh: '开发并被国外采用的职业教育资源数量', en: 'Resources adopted abroad' },
      level: 0,
      indicator: 'q5.adopted-resources',
    },
    {
      label: { zh: '开发并被国外采用的职业教育装备数量', en: 'Equipment adopted abroad' },
      level: 0,
      indicator: 'q5.adopted-equipment',
    },
    { no: '3', label: { zh: '在国外开办学校数', en: 'Schools abroad' }, level: 0, indicator: 'q5.overseas-schools' },
    { label: { zh: '其中：专业数量', en: 'Their majors' }, level: 1, indicator: 'q5.overseas-school-majors' },
    { label: { zh: '在校生数', en: 'Their students' }, level: 1, indicator: 'q5.overseas-school-students' },
    {
      no: '4',
      label: { zh: '中外合作办学专业数', en: 'Majors of joint programmes' },
      level: 0,
      indicator: 'q5.joint-programme-majors',
    },
    { label: { zh: '其中：在校生数', en: 'Their students' }, level: 1, indicator: 'q5.joint-programme-students' },
    {
      no: '5',
      label: { zh: '专任教师赴国外指导和开展培训时间', en: 'Days of guidance and training abroad' },
      level: 0,
      indicator: 'q5.overseas-assignment-days',
    },
    {
      no: '6',
      label: { zh: '在国外组织担任职务的专任教师数', en: 'Teachers holding posts in foreign organisations' },
      level: 0,
      indicator: 'q5.overseas-post-holders',
    },
    {
      no: '7',
      label: { zh: '国外技能大赛获奖数量', en: 'Awards in skills competitions abroad' },
      level: 0,
      indicator: 'q5.skills-awards',
    },
  ],
})
