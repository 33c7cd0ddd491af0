import { defineRegister } from '../../../src/language/register.ts'
import {
  choice,
  date,
  files,
  integer,
  longText,
  money,
  person,
  reference,
  text,
  unit,
} from '../../../src/language/fields.ts'
import { byUnit } from '../../access.ts'
import { reviewed } from '../../lifecycles.ts'

/** What was agreed with a partner, and what came of it. */
export const partnershipAgreements = defineRegister({
  name: 'partnership-agreements',
  label: { zh: '校企合作协议', en: 'Partnership agreements' },
  area: 'partnership',
  title: 'name',
  unit: 'unit',
  person: 'contactPerson',
  owner: 'industry-partnership',
  fields: {
    number: text({ zh: '协议编号', en: 'Number' }, { required: true, maxLength: 40 }),
    name: text({ zh: '协议名称', en: 'Name' }, { required: true, maxLength: 200 }),
    partner: reference({ zh: '合作单位', en: 'Partner' }, 'partners', { required: true, indexed: true }),
    kind: choice(
      { zh: '合作形式', en: 'Kind' },
      {
        strategic: { zh: '战略合作', en: 'Strategic' },
        'order-class': { zh: '订单培养', en: 'Order class' },
        'training-base': { zh: '共建实训基地', en: 'Training base' },
        'industry-college': { zh: '共建产业学院', en: 'Industry college' },
        internship: { zh: '实习就业基地', en: 'Internship base' },
        research: { zh: '共建技术中心', en: 'Technology centre' },
        training: { zh: '职工培训', en: 'Training of staff' },
      },
      { required: true, indexed: true },
    ),
    unit: unit({ zh: '牵头部门', en: 'Unit' }, { required: true, indexed: true }),
    contactPerson: person({ zh: '校方联系人', en: 'Contact at the college' }),
    major: reference({ zh: '面向专业', en: 'Major' }, 'majors'),
    signedOn: date({ zh: '签订日期', en: 'Signed on' }, { required: true, indexed: true }),
    validUntil: date({ zh: '有效期至', en: 'Valid until' }, { indexed: true }),
    orderStudents: integer({ zh: '订单培养人数', en: 'Students trained to order' }, { min: 0, secondary: true }),
    courses: integer(
      { zh: '共同开发课程数', en: 'Courses developed together' },
      { required: true, min: 0, default: 0, secondary: true },
    ),
    textbooks: integer({ zh: '共同开发教材数', en: 'Textbooks developed together' }, { min: 0, secondary: true }),
    partTimeTeachers: integer({ zh: '支持兼职教师数', en: 'Part-time teachers sent' }, { min: 0, secondary: true }),
    interns: integer({ zh: '接收实习学生数', en: 'Interns received' }, { min: 0, secondary: true }),
    graduates: integer({ zh: '接收毕业生数', en: 'Graduates hired' }, { min: 0, secondary: true }),
    serviceIncome: money(
      { zh: '学校为企业技术服务年收入', en: 'Yearly income from technical services' },
      { min: '0', secondary: true },
    ),
    file: files({ zh: '协议文本', en: 'Agreement' }, { maxFiles: 5, secondary: true }),
    content: longText({ zh: '合作内容', en: 'Content' }, { maxLength: 2000, secondary: true }),
  },
  unique: [['number']],
  lifecycle: reviewed,
  counts: ['approved'],
  access: byUnit,
  check: (agreement) =>
    agreement.validUntil && agreement.validUntil < agreement.signedOn
      ? [{ field: 'validUntil', message: { zh: '有效期早于签订日期', en: 'The agreement ends before it was signed' } }]
      : [],
  statistics: [
    { count: 'all', by: 'kind' },
    { count: 'all', by: 'unit' },
  ],
  order: '-signedOn',
})
