import { sex } from '../../../src/language/foundation.ts'
import {
  choice,
  date,
  defineRegister,
  identityNumber,
  integer,
  person,
  phone,
  reference,
  region,
  text,
  unit,
} from '../../../src/language/index.ts'
import { aboutPersons } from '../../access.ts'
import { entryKinds } from '../../codes/entry-kinds.ts'
import { politicalStatus } from '../../codes/political-status.ts'

export const students = defineRegister({
  name: 'students',
  label: { zh: '学生', en: 'Students' },
  area: 'students',
  owner: 'academic-affairs',
  help: {
    zh: '学籍。在某日在校：入学日期不晚于该日，且未离校或离校日期在该日之后。',
    en: 'The school roll. Enrolled on a day: entered by that day, and not left or left after it.',
  },
  title: 'name',
  unit: 'unit',
  person: 'person',
  fields: {
    number: text({ zh: '学号', en: 'Student number' }, { required: true, maxLength: 20 }),
    name: text({ zh: '姓名', en: 'Name' }, { required: true, maxLength: 60 }),
    sex: choice({ zh: '性别', en: 'Sex' }, sex, { required: true }),
    /** The full-time kinds of 教发〔2004〕2号; foreign students and part-time learners have registers of their own. */
    kind: choice(
      { zh: '学生类别', en: 'Kind of student' },
      {
        'junior-college': { zh: '普通专科生', en: 'Junior college student' },
        'vocational-bachelor': { zh: '职业本科生', en: 'Vocational bachelor student' },
        preparatory: { zh: '预科生', en: 'Preparatory student' },
        'further-training': { zh: '进修生', en: 'Further training student' },
        'adult-full-time': { zh: '成人脱产', en: 'Adult, full-time' },
      },
      { required: true, indexed: true, default: 'junior-college' },
    ),
    unit: unit({ zh: '院系', en: 'Faculty' }, { required: true, indexed: true }),
    major: reference({ zh: '专业', en: 'Major' }, 'majors', { required: true, indexed: true }),
    grade: integer({ zh: '年级', en: 'Year of entry' }, { required: true, indexed: true, min: 1950, max: 2100 }),
    className: text({ zh: '班级', en: 'Class' }, { maxLength: 60, indexed: true }),
    entryKind: choice({ zh: '招生类型', en: 'Way of admission' }, entryKinds),
    years: integer({ zh: '学制', en: 'Years' }, { min: 1, max: 6, unit: { zh: '年', en: 'years' } }),
    enteredOn: date({ zh: '入学日期', en: 'Entered on' }, { required: true, indexed: true }),
    leftOn: date(
      { zh: '离校日期', en: 'Left on' },
      {
        indexed: true,
        help: {
          zh: '毕业、结业、退学等离校的日期；在校生为空。',
          en: 'The day of graduation or leaving; empty while enrolled.',
        },
      },
    ),
    rollState: choice(
      { zh: '学籍状态', en: 'State on the roll' },
      {
        enrolled: { zh: '在读', en: 'Enrolled' },
        suspended: { zh: '休学', en: 'Suspended' },
        'in-service': { zh: '保留学籍（应征入伍）', en: 'Place kept during military service' },
        graduated: { zh: '毕业', en: 'Graduated' },
        completed: { zh: '结业', en: 'Completed without diploma' },
        withdrawn: { zh: '退学', en: 'Withdrawn' },
        transferred: { zh: '转学', en: 'Transferred' },
      },
      { required: true, indexed: true, default: 'enrolled' },
    ),
    origin: region({ zh: '生源地', en: 'Home province' }, { level: 'province' }),
    birthOn: date({ zh: '出生日期', en: 'Born on' }, { secondary: true }),
    politicalStatus: choice({ zh: '政治面貌', en: 'Political status' }, politicalStatus, { secondary: true }),
    identity: identityNumber(
      { zh: '身份证件号', en: 'Identity number' },
      { secondary: true, readableBy: ['system-administrator'] },
    ),
    phone: phone(
      { zh: '手机号', en: 'Phone' },
      { secondary: true, readableBy: ['system-administrator', 'unit-head', 'unit-filler'] },
    ),
    person: person({ zh: '人员', en: 'Person' }, { secondary: true }),
  },
  unique: [['number']],
  access: aboutPersons,
  order: 'number',
  statistics: [
    { count: 'all', by: 'unit' },
    { count: 'all', by: 'grade' },
    { count: 'all', by: 'sex' },
    { count: 'all', by: 'rollState' },
    { count: 'all', by: 'origin' },
  ],
  check: (student) => {
    if (student.leftOn && student.leftOn < student.enteredOn)
      return [{ field: 'leftOn', message: { zh: '离校日期早于入学日期', en: 'The student leaves before entering' } }]
    const gone = ['graduated', 'completed', 'withdrawn', 'transferred'].includes(student.rollState)
    if (gone && !student.leftOn)
      return [
        {
          field: 'leftOn',
          message: { zh: '已离校的学生要填离校日期', en: 'A student who has left needs the day of leaving' },
        },
      ]
    if (!gone && student.leftOn)
      return [
        {
          field: 'rollState',
          message: {
            zh: '填了离校日期的学生不能是在校状态',
            en: 'A student with a day of leaving cannot be on the roll',
          },
        },
      ]
    return []
  },
})
