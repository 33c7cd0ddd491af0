import { defineCodes } from './codes.ts'
import { choice, date, identityNumber, integer, person, phone, reference, text, unit, yesNo } from './fields.ts'

/**
 * What every college has, and what the engine itself reads: units, people, appointments, periods.
 * A catalogue declares them as registers with these fields (more may be added) and its own access.
 */

const unitKind = defineCodes({
  name: 'unit-kind',
  label: { zh: '单位类别', en: 'Kind of unit' },
  values: {
    college: { zh: '学校', en: 'College' },
    office: { zh: '职能部门', en: 'Office' },
    faculty: { zh: '二级学院', en: 'Faculty' },
    section: { zh: '教研室/科室', en: 'Section' },
    centre: { zh: '教辅机构', en: 'Support centre' },
  },
})

/** The unit tree with its history: renamed and merged units stay, with an end and a successor. */
export const unitFields = {
  code: text({ zh: '单位代码', en: 'Unit code' }, { required: true, maxLength: 20 }),
  name: text({ zh: '单位名称', en: 'Unit name' }, { required: true, maxLength: 100 }),
  englishName: text({ zh: '英文名称', en: 'English name' }, { maxLength: 200 }),
  kind: choice({ zh: '单位类别', en: 'Kind' }, unitKind, { required: true }),
  parent: unit({ zh: '上级单位', en: 'Parent unit' }),
  /** The duty it carries (catalogue/codes/offices.ts): registers and indicators name duties, not units. */
  office: text({ zh: '职能', en: 'Duty' }, { maxLength: 40 }),
  from: date({ zh: '成立日期', en: 'From' }),
  to: date({ zh: '撤销日期', en: 'Until' }),
  successor: unit({ zh: '并入或更名为', en: 'Merged into or renamed' }),
  order: integer({ zh: '排序', en: 'Order' }),
} as const

const personKind = defineCodes({
  name: 'person-kind',
  label: { zh: '人员类别', en: 'Kind of person' },
  values: {
    staff: { zh: '教职工', en: 'Staff' },
    student: { zh: '学生', en: 'Student' },
    external: { zh: '校外人员', en: 'External' },
  },
})

export const sex = defineCodes({
  name: 'sex',
  label: { zh: '性别', en: 'Sex' },
  source: 'GB/T 2261.1',
  values: { male: { zh: '男', en: 'Male' }, female: { zh: '女', en: 'Female' } },
  official: { male: '1', female: '2' },
})

/** Whoever may act or be named: staff, students, outsiders. */
export const personFields = {
  number: text({ zh: '工号/学号', en: 'Number' }, { required: true, maxLength: 30 }),
  name: text({ zh: '姓名', en: 'Name' }, { required: true, maxLength: 60 }),
  kind: choice({ zh: '人员类别', en: 'Kind' }, personKind, { required: true }),
  sex: choice({ zh: '性别', en: 'Sex' }, sex),
  unit: unit({ zh: '所属单位', en: 'Unit' }),
  identity: identityNumber(
    { zh: '身份证件号', en: 'Identity number' },
    { readableBy: ['system-administrator'], secondary: true },
  ),
  phone: phone({ zh: '手机号', en: 'Phone' }, { secondary: true }),
  email: text({ zh: '电子邮箱', en: 'Email' }, { maxLength: 120, secondary: true }),
} as const

/** A person's place in a unit; several at a time are usual. */
export const appointmentFields = {
  person: person({ zh: '人员', en: 'Person' }, { required: true }),
  unit: unit({ zh: '单位', en: 'Unit' }, { required: true }),
  post: text({ zh: '职务', en: 'Post' }, { required: true, maxLength: 60 }),
  primary: yesNo({ zh: '主要任职', en: 'Main post' }),
  from: date({ zh: '任职日期', en: 'From' }),
  to: date({ zh: '离任日期', en: 'Until' }),
} as const

/**
 * A reporting edition and the windows it means. The annual report counts teaching by school year
 * (1 Sep – 31 Aug) and money and research by calendar year; states are taken on one day.
 */
export const periodFields = {
  code: text({ zh: '期间代码', en: 'Code' }, { required: true, maxLength: 12 }),
  name: text({ zh: '期间名称', en: 'Name' }, { required: true, maxLength: 60 }),
  schoolYearFrom: date({ zh: '学年开始', en: 'School year from' }, { required: true }),
  schoolYearTo: date({ zh: '学年结束', en: 'School year to' }, { required: true }),
  calendarYearFrom: date({ zh: '自然年开始', en: 'Calendar year from' }, { required: true }),
  calendarYearTo: date({ zh: '自然年结束', en: 'Calendar year to' }, { required: true }),
  asOf: date({ zh: '时点', en: 'As of' }, { required: true }),
  /** The last day on which offices fill in their figures; offices are reminded from a week before. */
  figuresDueOn: date({ zh: '数据报送截止日', en: 'Figures due on' }),
  previous: reference({ zh: '上一期间', en: 'Period before' }, 'periods'),
  locked: yesNo({ zh: '已锁定', en: 'Locked' }, { default: false }),
} as const
