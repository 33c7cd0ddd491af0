import {
  choice,
  date,
  decimal,
  defineRegister,
  integer,
  longText,
  money,
  phone,
  reference,
  region,
  text,
  yesNo,
} from '../../../src/language/index.ts'
import { aboutPersons } from '../../access.ts'
import { inOrder } from '../../checks.ts'
import { industries } from '../../codes/industries.ts'
import { internshipArrangements } from '../../codes/national/internship-arrangements.ts'
import { internshipForms } from '../../codes/national/internship-forms.ts'
import { ofStudent } from '../students/whose-record.ts'

/** One internship of one student with one enterprise; a student who moves on to another has a second. */
export const internships = defineRegister({
  name: 'internships',
  label: { zh: '学生实习', en: 'Internships' },
  area: 'practice',
  owner: 'academic-affairs',
  title: 'enterprise',
  unit: 'unit',
  person: 'person',
  fields: {
    number: text(
      { zh: '实习编号', en: 'Number' },
      { maxLength: 32, help: { zh: '实习管理系统有编号的填写', en: 'Where the internship system gives one' } },
    ),
    ...ofStudent,
    term: reference({ zh: '学期', en: 'Term' }, 'terms'),
    enterprise: text({ zh: '实习企业名称', en: 'Enterprise' }, { required: true, maxLength: 200 }),
    partner: reference({ zh: '对应合作单位', en: 'Partner' }, 'partners', {
      help: { zh: '实习企业是学校合作单位的填写', en: 'When the enterprise is a partner of the college' },
    }),
    industry: choice({ zh: '实习企业行业类别', en: 'Industry' }, industries, { indexed: true }),
    place: region({ zh: '实习地点', en: 'Place' }, { help: { zh: '至少到市', en: 'The city at least' } }),
    content: longText({ zh: '实习内容', en: 'Work' }, { maxLength: 2000, secondary: true }),
    relevant: yesNo({ zh: '是否对口', en: 'Fits the major' }, { required: true, indexed: true }),
    arrangement: choice({ zh: '实习安排', en: 'Arranged by' }, internshipArrangements),
    form: choice({ zh: '实习形式', en: 'Form' }, internshipForms),
    startsOn: date({ zh: '实习开始日期', en: 'Starts on' }, { indexed: true }),
    endsOn: date({ zh: '实习结束日期', en: 'Ends on' }),
    weeks: integer({ zh: '实习时长', en: 'Length' }, { min: 0, max: 200, unit: { zh: '周', en: 'weeks' } }),
    started: yesNo({ zh: '实习是否开始', en: 'Has started' }, { required: true }),
    ended: yesNo({ zh: '实习是否结束', en: 'Has ended' }, { required: true, indexed: true }),
    score: decimal({ zh: '实习成绩', en: 'Score' }, { decimals: 1, min: '0', max: '100' }),
    teacher: reference({ zh: '校内指导教师', en: 'Teacher in charge' }, 'staff', { required: true }),
    mentor: text({ zh: '企业专门指导人员姓名', en: 'Mentor at the enterprise' }, { maxLength: 36, secondary: true }),
    mentorPhone: phone({ zh: '企业专门指导人员电话', en: 'Telephone of the mentor' }, { secondary: true }),
    pay: money(
      { zh: '支付实习学生生均报酬', en: 'Pay of a student' },
      { min: '0', max: '9999999.99', help: { zh: '本专业生均，每月', en: 'The average of the major, a month' } },
    ),
    complaintPhone: phone({ zh: '校级监督咨询电话', en: 'Telephone for complaints' }, { secondary: true }),
    agreementSigned: yesNo({ zh: '是否签订三方协议', en: 'Tripartite agreement signed' }, { required: true }),
    otherProvince: yesNo({ zh: '是否跨省实习', en: 'In another province' }, { required: true }),
    abroad: yesNo({ zh: '是否赴国外实习', en: 'Abroad' }, { required: true }),
  },
  unique: [['student', 'enterprise', 'startsOn'], ['number']],
  access: aboutPersons,
  order: '-startsOn',
  statistics: [
    { count: 'all', by: 'unit' },
    { count: 'all', by: 'relevant' },
    { count: 'all', by: 'agreementSigned' },
    { count: 'all', by: 'industry' },
  ],
  check: (internship) => [
    ...inOrder(internship.startsOn, internship.endsOn, 'endsOn'),
    ...(internship.ended && !internship.started
      ? [{ field: 'ended', message: { zh: '尚未开始的实习不能已结束', en: 'It cannot have ended before it started' } }]
      : []),
  ],
})
