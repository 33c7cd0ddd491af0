import { choice, date, defineRegister, text } from '../../../src/language/index.ts'
import { aboutPersons } from '../../access.ts'
import { insuranceBuyers } from '../../codes/national/insurance-buyers.ts'
import { insuranceKinds } from '../../codes/national/insurance-kinds.ts'
import { ofStudent } from '../students/whose-record.ts'

/** Insurance bought for a student's internship: a row for each student, also where one policy covers many. */
export const internshipInsurances = defineRegister({
  name: 'internship-insurances',
  label: { zh: '实习保险', en: 'Internship insurances' },
  area: 'practice',
  owner: 'academic-affairs',
  title: 'policyNumber',
  unit: 'unit',
  person: 'person',
  fields: {
    ...ofStudent,
    policyNumber: text({ zh: '保单号', en: 'Policy number' }, { required: true, maxLength: 64 }),
    name: text({ zh: '保险险种名称', en: 'Insurance' }, { required: true, maxLength: 120 }),
    kind: choice({ zh: '购买保险种类', en: 'Kind' }, insuranceKinds, { indexed: true }),
    buyer: choice({ zh: '保险购买方', en: 'Bought by' }, insuranceBuyers),
    payer: text({ zh: '保险费出资方名称', en: 'Paid by' }, { required: true, maxLength: 200 }),
    boughtOn: date({ zh: '保险购买日期', en: 'Bought on' }, { required: true, indexed: true }),
  },
  unique: [['student', 'policyNumber']],
  access: aboutPersons,
  order: '-boughtOn',
  statistics: [
    { count: 'all', by: 'kind' },
    { count: 'all', by: 'unit' },
  ],
})
