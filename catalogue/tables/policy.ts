import { defineTable } from '../../src/language/index.ts'

export const policy = defineTable({
  name: 'policy',
  label: { zh: '表6：落实政策表', en: 'Table 6: Policy and support' },
  rows: [
    { no: '1', level: 0, label: { zh: '全日制在校生人数', en: 'Full-time students' }, indicator: 'q6.students' },
    {
      no: '2',
      level: 0,
      label: { zh: '年生均财政拨款水平', en: 'Appropriation per student' },
      indicator: 'q6.appropriation-per-student',
    },
    {
      no: '3',
      level: 0,
      label: { zh: '年财政专项拨款', en: 'Special appropriations' },
      indicator: 'q6.special-appropriation',
    },
    {
      no: '4',
      level: 0,
      label: { zh: '教职员工额定编制数', en: 'Established posts' },
      indicator: 'q6.established-posts',
    },
    { level: 0, label: { zh: '教职工总数', en: 'Staff' }, indicator: 'q6.staff' },
    { level: 1, label: { zh: '其中：专任教师总数', en: 'Full-time teachers' }, indicator: 'q6.full-time-teachers' },
    {
      level: 2,
      label: { zh: '思政课教师数', en: 'Teachers of ideological and political theory' },
      indicator: 'q6.ideological-teachers',
    },
    {
      level: 2,
      label: { zh: '体育课专任教师数', en: 'Teachers of physical education' },
      indicator: 'q6.physical-education-teachers',
    },
    { level: 2, label: { zh: '美育课专任教师数', en: 'Teachers of art' }, indicator: 'q6.art-teachers' },
    { level: 1, label: { zh: '辅导员人数', en: 'Counsellors' }, indicator: 'q6.counsellors' },
    { level: 1, label: { zh: '班主任人数', en: 'Class advisers' }, indicator: 'q6.class-advisers' },
    {
      no: '5',
      level: 0,
      label: { zh: '参加国家学生体质健康标准测试人数', en: 'Students tested for fitness' },
      indicator: 'q6.fitness-tested',
    },
    { level: 1, label: { zh: '其中：学生体质测评合格率', en: 'Passed' }, indicator: 'q6.fitness-pass-rate' },
    {
      no: '6',
      level: 0,
      label: { zh: '职业技能等级证书（含职业资格证书）获取人数', en: 'Holders of skill certificates' },
      indicator: 'q6.skill-certificates',
    },
    {
      no: '7',
      level: 0,
      label: { zh: '企业提供的校内实践教学设备值', en: 'Value of equipment provided by enterprises on campus' },
      indicator: 'q6.enterprise-equipment',
    },
    {
      no: '8',
      level: 0,
      label: { zh: '与企业共建开放型区域产教融合实践中心', en: 'Regional practice centres built with enterprises' },
      indicator: 'q6.practice-centres',
    },
    { no: '9', level: 0, label: { zh: '聘请行业导师人数', en: 'Industry mentors' }, indicator: 'q6.industry-mentors' },
    {
      level: 1,
      label: { zh: '其中：聘请大国工匠、劳动模范人数', en: 'National craftsmen and model workers' },
      indicator: 'q6.industry-mentors-honoured',
    },
    {
      level: 1,
      label: { zh: '行业导师年课时总量', en: 'Hours taught by industry mentors' },
      indicator: 'q6.industry-mentor-hours',
    },
    {
      level: 1,
      label: { zh: '年支付行业导师课酬', en: 'Pay of industry mentors' },
      indicator: 'q6.industry-mentor-pay',
    },
    {
      no: '10',
      level: 0,
      label: { zh: '年实习专项经费', en: 'Spending on internships' },
      indicator: 'q6.internship-expenses',
    },
    {
      level: 1,
      label: { zh: '其中：年实习责任保险经费', en: 'Liability insurance' },
      indicator: 'q6.internship-insurance',
    },
  ],
  notes: {
    zh: '行业导师人数按本年度实际授课计；聘期内的兼职教师人数另见“聘请兼职教师数”。',
    en: 'Industry mentors are those who taught in the year; those engaged are counted as part-time teachers.',
  },
})
