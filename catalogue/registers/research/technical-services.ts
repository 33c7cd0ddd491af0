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
import { industries } from '../../codes/industries.ts'
import { researchActivities } from '../../codes/research-activities.ts'
import { reviewed } from '../../lifecycles.ts'

/** Contracts by which the college works for enterprises and others who pay (横向项目). */
export const technicalServices = defineRegister({
  name: 'technical-services',
  label: { zh: '横向技术服务项目', en: 'Technical services' },
  area: 'research',
  help: {
    zh: '一份合同登记一条；到账金额另在“横向技术服务到账”登记，不在此累加。',
    en: 'One record per contract. Money that arrives is kept in "Technical service payments".',
  },
  title: 'name',
  unit: 'unit',
  person: 'leader',
  owner: 'research',
  fields: {
    number: text({ zh: '合同编号', en: 'Contract number' }, { required: true, maxLength: 32 }),
    name: text({ zh: '项目名称', en: 'Name' }, { required: true, maxLength: 200 }),
    client: reference({ zh: '委托单位', en: 'Client' }, 'partners', { required: true, indexed: true }),
    kind: choice(
      { zh: '合同类型', en: 'Kind of contract' },
      {
        development: { zh: '技术开发', en: 'Development' },
        consulting: { zh: '技术咨询', en: 'Consulting' },
        service: { zh: '技术服务', en: 'Service' },
        testing: { zh: '检验检测', en: 'Testing' },
        licence: { zh: '技术许可', en: 'Licence' },
      },
      { required: true, indexed: true },
    ),
    activity: choice({ zh: '科研活动类型', en: 'Activity' }, researchActivities, { secondary: true }),
    industry: choice({ zh: '服务行业', en: 'Industry served' }, industries, { indexed: true }),
    unit: unit({ zh: '承担部门', en: 'Unit' }, { required: true, indexed: true }),
    leader: person({ zh: '项目负责人', en: 'Leader' }, { required: true }),
    signedOn: date({ zh: '签订日期', en: 'Signed on' }, { required: true, indexed: true }),
    startOn: date({ zh: '开始日期', en: 'Starts on' }, { secondary: true }),
    endOn: date({ zh: '约定完成日期', en: 'Due on' }, { secondary: true }),
    completedOn: date({ zh: '验收日期', en: 'Accepted on' }, { secondary: true }),
    amount: money({ zh: '合同金额', en: 'Contract amount' }, { required: true, min: '0' }),
    registrationNumber: text(
      { zh: '技术合同登记编号', en: 'Technology contract registration' },
      { maxLength: 40, secondary: true },
    ),
    registeredOn: date({ zh: '认定登记日期', en: 'Registered on' }, { secondary: true }),
    teachers: integer({ zh: '参与教师数', en: 'Teachers taking part' }, { min: 1, secondary: true }),
    students: integer({ zh: '参与学生数', en: 'Students taking part' }, { min: 0, secondary: true }),
    benefit: money(
      { zh: '产生的经济效益', en: 'Economic benefit' },
      { min: '0', help: { zh: '以委托单位出具的效益证明为准', en: 'As certified by the client' } },
    ),
    benefitConfirmedOn: date({ zh: '效益证明日期', en: 'Benefit certified on' }, { indexed: true, secondary: true }),
    contract: files({ zh: '合同文本', en: 'Contract' }, { maxFiles: 5, secondary: true }),
    benefitProof: files({ zh: '效益证明', en: 'Proof of benefit' }, { maxFiles: 5, secondary: true }),
    summary: longText({ zh: '主要内容', en: 'Content' }, { maxLength: 2000, secondary: true }),
  },
  unique: [['number']],
  lifecycle: reviewed,
  counts: ['approved'],
  access: byUnit,
  check: (service) => [
    ...(service.startOn && service.endOn && service.startOn > service.endOn
      ? [{ field: 'endOn', message: { zh: '约定完成日期早于开始日期', en: 'The contract ends before it starts' } }]
      : []),
    ...(service.registeredOn && service.registeredOn < service.signedOn
      ? [
          {
            field: 'registeredOn',
            message: { zh: '登记日期早于签订日期', en: 'It was registered before it was signed' },
          },
        ]
      : []),
    ...(service.benefit !== null && service.benefitConfirmedOn === null
      ? [
          {
            field: 'benefitConfirmedOn',
            message: {
              zh: '填写了经济效益，须填写效益证明日期',
              en: 'A benefit needs the day on which it was certified',
            },
          },
        ]
      : []),
  ],
  statistics: [
    { count: 'all', by: 'kind' },
    { count: 'all', by: 'industry' },
    { sum: 'amount', by: 'unit' },
  ],
  order: '-signedOn',
})
