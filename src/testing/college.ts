import { defineCodes } from '../language/codes.ts'
import { type Catalogue, type Declarations, assembleCatalogue } from '../language/catalogue.ts'
import {
  choice,
  choices,
  date,
  decimal,
  files,
  identityNumber,
  integer,
  money,
  period,
  person,
  reference,
  text,
  unit,
  yesNo,
} from '../language/fields.ts'
import { appointmentFields, periodFields, personFields, unitFields } from '../language/foundation.ts'
import { count, defineIndicator, defineRule, defineTable, percent, sum, times } from '../language/indicator.ts'
import { defineRegister } from '../language/register.ts'
import { defineRole } from '../language/role.ts'
import { toolsReport } from './tools-report.ts'

/**
 * A made-up college for the tests of the core: a workshop that keeps tools and lends them. The core is
 * tested on nothing else, so that it cannot learn a real register.
 */
const all = {
  keeper: { read: 'college', write: 'college' },
  clerk: { read: 'unit', write: 'unit' },
  member: { read: 'own', write: 'own' },
  reader: { read: 'college' },
} as const
const people = ['clerk', 'keeper', 'member']

export const roles = [
  defineRole({
    name: 'keeper',
    label: { zh: '总管', en: 'Keeper' },
    permissions: [
      'accounts.manage',
      'settings.manage',
      'audit.read',
      'figures.enter',
      'figures.review',
      'figures.approve',
      'figures.publish',
      'figures.read-unapproved',
      'reports.write',
      'reports.review',
      'reports.sign-off',
      'reports.publish',
      'data.export',
      'codes.manage',
      'standards.manage',
    ],
  }),
  defineRole({
    name: 'clerk',
    label: { zh: '文员', en: 'Clerk' },
    permissions: ['figures.enter', 'figures.read-unapproved', 'data.export'],
  }),
  defineRole({ name: 'member', label: { zh: '成员', en: 'Member' }, permissions: [] }),
  defineRole({ name: 'writer', label: { zh: '撰稿人', en: 'Writer' }, permissions: ['reports.write'] }),
  defineRole({ name: 'reader', label: { zh: '读者', en: 'Reader' }, permissions: [] }),
]

export const units = defineRegister({
  name: 'units',
  label: { zh: '单位', en: 'Units' },
  area: 'demo',
  title: 'name',
  fields: unitFields,
  unique: [['code']],
  access: all,
  order: 'order',
})
export const persons = defineRegister({
  name: 'people',
  label: { zh: '人员', en: 'People' },
  area: 'demo',
  title: 'name',
  unit: 'unit',
  fields: { ...personFields, identity: identityNumber({ zh: '证件号', en: 'Identity' }, { readableBy: ['keeper'] }) },
  unique: [['number']],
  access: all,
})
const appointments = defineRegister({
  name: 'appointments',
  label: { zh: '任职', en: 'Appointments' },
  area: 'demo',
  title: 'post',
  unit: 'unit',
  person: 'person',
  fields: appointmentFields,
  access: all,
})
const periods = defineRegister({
  name: 'periods',
  label: { zh: '期间', en: 'Periods' },
  area: 'demo',
  title: 'name',
  fields: periodFields,
  unique: [['code']],
  access: all,
  order: '-code',
})

const toolKind = defineCodes({
  name: 'tool-kind',
  label: { zh: '工具类别', en: 'Kind of tool' },
  values: { hand: { zh: '手动', en: 'Hand' }, power: { zh: '电动', en: 'Power' } },
})

export const tools = defineRegister({
  name: 'tools',
  label: { zh: '工具', en: 'Tools' },
  area: 'demo',
  owner: 'stores',
  title: 'name',
  unit: 'workshop',
  person: 'keeper',
  fields: {
    number: text({ zh: '编号', en: 'Number' }, { required: true, maxLength: 20 }),
    name: text({ zh: '名称', en: 'Name' }, { required: true, maxLength: 80 }),
    kind: choice({ zh: '类别', en: 'Kind' }, toolKind, { required: true, indexed: true }),
    uses: choices({ zh: '用途', en: 'Uses' }, toolKind),
    boughtOn: date({ zh: '购置日期', en: 'Bought on' }),
    price: money({ zh: '单价', en: 'Price' }),
    pieces: integer({ zh: '件数', en: 'Pieces' }, { min: 0 }),
    weight: decimal({ zh: '重量', en: 'Weight' }, { decimals: 2, unit: { zh: '千克', en: 'kg' } }),
    total: money({ zh: '总价', en: 'Total' }, { derived: true }),
    secret: identityNumber({ zh: '证件号', en: 'Identity' }, { readableBy: ['keeper'] }),
    workshop: unit({ zh: '车间', en: 'Workshop' }, { required: true }),
    keeper: person({ zh: '保管人', en: 'Keeper' }),
    papers: files({ zh: '资料', en: 'Papers' }),
  },
  unique: [['number']],
  lifecycle: {
    draft: { submit: { to: 'submitted', by: people } },
    submitted: {
      approve: { to: 'kept', by: ['keeper'] },
      return: { to: 'draft', by: ['keeper'], comment: 'required' },
    },
    kept: { reopen: { to: 'draft', by: ['keeper'], comment: 'required' } },
  },
  counts: ['kept'],
  access: all,
  derive: (tool) =>
    tool.price !== null && tool.pieces !== null
      ? {
          total: (BigInt(tool.price.replace('.', '')) * BigInt(tool.pieces))
            .toString()
            .padStart(3, '0')
            .replace(/(\d\d)$/, '.$1'),
        }
      : { total: null },
  check: (tool) =>
    tool.kind === 'hand' && tool.weight !== null && Number(tool.weight) > 50
      ? [{ field: 'weight', message: { zh: '手动工具不超过 50 千克', en: 'A hand tool weighs at most 50 kg' } }]
      : [],
  statistics: [
    { count: 'all', by: 'kind' },
    { sum: 'total', by: 'workshop' },
  ],
  order: 'name',
})

export const loans = defineRegister({
  name: 'loans',
  label: { zh: '借用', en: 'Loans' },
  area: 'demo',
  owner: 'stores',
  title: 'number',
  person: 'borrower',
  fields: {
    number: text({ zh: '借条号', en: 'Slip' }, { required: true }),
    tool: reference({ zh: '工具', en: 'Tool' }, 'tools', { required: true }),
    borrower: person({ zh: '借用人', en: 'Borrower' }),
    lentOn: date({ zh: '借出日期', en: 'Lent on' }, { required: true }),
    returnedOn: date({ zh: '归还日期', en: 'Returned on' }),
    year: period({ zh: '期间', en: 'Period' }),
    damaged: yesNo({ zh: '损坏', en: 'Damaged' }, { default: false }),
  },
  unique: [['number']],
  access: all,
  check: (loan) =>
    loan.returnedOn && loan.returnedOn < loan.lentOn
      ? [{ field: 'returnedOn', message: { zh: '归还早于借出', en: 'Returned before lent' } }]
      : [],
})

const indicator = {
  unit: { zh: '件', en: 'pieces' },
  decimals: 0,
  source: '示例规定',
  version: 1,
  definition: { zh: '示例', en: 'Example' },
  owner: 'stores',
} as const
export const toolCount = defineIndicator({
  ...indicator,
  code: 't.tools',
  label: { zh: '工具数', en: 'Tools' },
  period: 'at-date',
  value: count(tools, { boughtOn: { emptyOr: { atMost: '@end' } } }),
})
export const powerShare = defineIndicator({
  ...indicator,
  code: 't.power-share',
  label: { zh: '电动比例', en: 'Power share' },
  unit: { zh: '%', en: '%' },
  decimals: 2,
  period: 'at-date',
  ...percent(count(tools, { kind: 'power' }), count(tools)),
})
export const toolValue = defineIndicator({
  ...indicator,
  code: 't.value',
  label: { zh: '工具总价', en: 'Value of tools' },
  unit: { zh: '万元', en: '10,000 yuan' },
  decimals: 2,
  period: 'at-date',
  value: times(sum(tools, 'total'), '0.0001'),
})
export const loanCount = defineIndicator({
  ...indicator,
  code: 't.loans',
  label: { zh: '借用次数', en: 'Loans' },
  period: 'school-year',
  value: count(loans, { lentOn: { within: '@period' } }),
})
export const powerLoans = defineIndicator({
  ...indicator,
  code: 't.power-loans',
  label: { zh: '电动工具借用次数', en: 'Loans of power tools' },
  period: 'school-year',
  value: count(loans, { lentOn: { within: '@period' }, 'tool.kind': 'power' }),
})
export const area = defineIndicator({
  ...indicator,
  code: 't.area',
  label: { zh: '面积', en: 'Area' },
  unit: { zh: '平方米', en: 'm²' },
  decimals: 2,
  period: 'at-date',
  entered: true,
})

export const testTable = defineTable({
  name: 'tools-table',
  label: { zh: '工具表', en: 'Table of tools' },
  rows: [
    { no: '1', label: { zh: '工具数', en: 'Tools' }, level: 0, indicator: 't.tools' },
    { label: { zh: '借用次数', en: 'Loans' }, level: 0, no: '2', indicator: 't.loans' },
    { label: { zh: '其中：电动', en: 'Of which power' }, level: 1, indicator: 't.power-loans' },
  ],
})
const partOfLoans = defineRule({
  name: 'power-loans-within-loans',
  label: { zh: '电动借用不超过全部', en: 'Power loans within loans' },
  severity: 'error',
  rule: { part: 't.power-loans', whole: 't.loans' },
})

export const testDeclarations: Declarations = {
  registers: [units, persons, appointments, periods, tools, loans],
  indicators: [toolCount, powerShare, toolValue, loanCount, powerLoans, area],
  tables: [testTable],
  rules: [partOfLoans],
  reports: [toolsReport],
  roles,
  areas: { demo: { zh: '示例', en: 'Example' } },
  offices: {
    name: 'offices',
    label: { zh: '职能', en: 'Duty' },
    values: { stores: { zh: '库房', en: 'Stores' }, yard: { zh: '场地', en: 'Yard' } },
  },
  codes: [toolKind],
}

export const testCatalogue = (): Catalogue => assembleCatalogue(testDeclarations)
