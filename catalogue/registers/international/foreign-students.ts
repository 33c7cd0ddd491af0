import { defineRegister } from '../../../src/language/register.ts'
import { choice, date, reference, text, unit, yesNo } from '../../../src/language/fields.ts'
import { sex } from '../../../src/language/foundation.ts'
import { aboutPersons } from '../../access.ts'
import { countries } from '../../codes/countries.ts'
import { reviewed } from '../../lifecycles.ts'

/** Students from abroad, for a degree or for a stay. */
export const foreignStudents = defineRegister({
  name: 'foreign-students',
  label: { zh: '国外留学生', en: 'Foreign students' },
  area: 'international',
  title: 'name',
  unit: 'unit',
  owner: 'international',
  fields: {
    number: text({ zh: '学号', en: 'Number' }, { required: true, maxLength: 30 }),
    name: text({ zh: '中文姓名', en: 'Chinese name' }, { required: true, maxLength: 60 }),
    passportName: text({ zh: '护照姓名', en: 'Name in passport' }, { required: true, maxLength: 100 }),
    passportNumber: text(
      { zh: '护照号', en: 'Passport number' },
      { maxLength: 30, readableBy: ['system-administrator', 'unit-head'], secondary: true },
    ),
    sex: choice({ zh: '性别', en: 'Sex' }, sex, { required: true }),
    bornOn: date({ zh: '出生日期', en: 'Born on' }, { secondary: true }),
    country: choice({ zh: '国籍', en: 'Country' }, countries, { required: true, indexed: true }),
    major: reference({ zh: '学习专业', en: 'Major' }, 'majors', { required: true, indexed: true }),
    unit: unit({ zh: '培养学院', en: 'Faculty' }, { required: true, indexed: true }),
    kind: choice(
      { zh: '学习类别', en: 'Kind of stay' },
      {
        degree: { zh: '学历教育', en: 'For a degree' },
        exchange: { zh: '交换学习', en: 'Exchange' },
        language: { zh: '语言进修', en: 'Language' },
        'short-term': { zh: '短期研修', en: 'Short course' },
      },
      { required: true, indexed: true },
    ),
    mode: choice(
      { zh: '学习方式', en: 'Mode' },
      { onsite: { zh: '来华学习', en: 'In China' }, online: { zh: '线上学习', en: 'Online' } },
      { required: true, default: 'onsite' },
    ),
    enrolledOn: date({ zh: '入学日期', en: 'Enrolled on' }, { required: true, indexed: true }),
    leftOn: date({ zh: '离校日期', en: 'Left on' }, { indexed: true }),
    scholarship: choice(
      { zh: '经费来源', en: 'Paid by' },
      {
        government: { zh: '中国政府奖学金', en: 'Chinese government scholarship' },
        local: { zh: '地方政府奖学金', en: 'Local scholarship' },
        college: { zh: '学校奖学金', en: 'College scholarship' },
        self: { zh: '自费', en: 'Themselves' },
      },
      { secondary: true },
    ),
    chineseLevel: choice(
      { zh: '汉语水平', en: 'Level of Chinese' },
      {
        none: { zh: '无', en: 'None' },
        'hsk-3': { zh: 'HSK 三级', en: 'HSK 3' },
        'hsk-4': { zh: 'HSK 四级', en: 'HSK 4' },
        'hsk-5': { zh: 'HSK 五级及以上', en: 'HSK 5 or above' },
      },
      { secondary: true },
    ),
    insured: yesNo({ zh: '已购医疗保险', en: 'Has medical insurance' }, { secondary: true }),
    residenceUntil: date({ zh: '居留许可有效期', en: 'Residence permit until' }, { secondary: true }),
  },
  unique: [['number']],
  lifecycle: reviewed,
  counts: ['approved'],
  access: aboutPersons,
  check: (student) =>
    student.leftOn && student.leftOn < student.enrolledOn
      ? [{ field: 'leftOn', message: { zh: '离校日期早于入学日期', en: 'The student left before enrolling' } }]
      : [],
  statistics: [
    { count: 'all', by: 'country' },
    { count: 'all', by: 'major' },
    { count: 'all', by: 'kind' },
  ],
  order: '-enrolledOn',
})
