import { defineCodes } from '../language/codes.ts'
import { assembleCatalogue, type Catalogue } from '../language/catalogue.ts'
import { choice, dateTime, decimal, reference, text, time } from '../language/fields.ts'
import { defineRegister } from '../language/register.ts'
import { type Column, defineStandard, defineStandardTable } from '../language/standard.ts'
import { loans, testDeclarations, tools } from './college.ts'

/** The made-up college of tests, whose machines tell what they use, and which reports its tools to an inspectorate. */
const phases = defineCodes({
  name: 'phases',
  label: { zh: '相位', en: 'Phases' },
  officialName: 'XWDM',
  values: { one: { zh: '单相', en: 'One' }, three: { zh: '三相', en: 'Three' } },
  official: { one: '1', three: '3' },
})

export const readings = defineRegister({
  name: 'readings',
  label: { zh: '电表读数', en: 'Meter readings' },
  area: 'demo',
  owner: 'stores',
  title: 'at',
  eventsAt: 'at',
  fields: {
    at: dateTime({ zh: '时刻', en: 'At' }, { required: true }),
    tool: reference({ zh: '工具', en: 'Tool' }, 'tools', { required: true, indexed: true }),
    phase: choice({ zh: '相位', en: 'Phase' }, phases),
    energy: decimal({ zh: '电量', en: 'Energy' }, { decimals: 2, min: '0', unit: { zh: '度', en: 'kWh' } }),
    shiftFrom: time({ zh: '班次开始', en: 'Shift from' }),
    note: text({ zh: '备注', en: 'Note' }, { maxLength: 40 }),
  },
  unique: [['at', 'tool']],
  access: { keeper: { read: 'college', write: 'college' }, reader: { read: 'college' } },
  order: '-at',
})

const inspectorate = defineStandard({
  name: 'inspectorate',
  label: { zh: '检查标准', en: 'Inspectorate' },
  version: '1',
  source: '示例标准',
  college: 'units',
})
const official = defineCodes({
  name: 'official-kinds',
  label: { zh: '工具类别代码', en: 'Kinds of tools' },
  officialName: 'GJLBDM',
  values: { hand: { zh: '手动', en: 'Hand' }, power: { zh: '电动', en: 'Power' }, other: { zh: '其他', en: 'Other' } },
  official: { hand: '1', power: '2', other: '9' },
})
const key: Column<Record<never, never>> = ['K0', 'KEY', '主键', 'C32', 'M', { computed: 'key' }]

export const toolTable = defineStandardTable(inspectorate, tools, {
  name: 'ODS_TOOL',
  number: 1,
  code: 'A01',
  label: { zh: '工具', en: 'Tools' },
  every: 'month',
  unique: [['GJH']],
  needs: [{ column: 'ZL', when: 'LBM', is: ['2'] }],
  columns: [
    key,
    ['A1', 'DWDM', '单位代码', 'C10', 'M', { college: 'code' }],
    ['A2', 'GJH', '工具号', 'C8', 'M', 'number'],
    ['A3', 'GJMC', '工具名称', 'C20', 'M', 'name'],
    ['A4', 'LBM', '类别码', 'C1', 'M', { from: 'kind', to: { hand: '1', power: '2' } }, official],
    ['A5', 'GZRQ', '购置日期', 'C8', 'O', 'boughtOn', 'GB/T 7408'],
    ['A6', 'DJ', '单价', 'M8', 'O', 'price'],
    ['A7', 'ZL', '重量', 'N6,1', 'O', 'weight'],
    ['A8', 'CJMC', '车间名称', 'C30', 'M', 'workshop.name'],
    ['A9', 'BGRDH', '保管人电话', 'C30', 'O', 'keeper.phone', 'phone'],
    ['A10', 'QDH', '渠道号', 'C10', 'O', { none: { zh: '学校不登记渠道', en: 'The college keeps no channels' } }],
    ['A11', 'SJCJSJ', '采集时间', 'C15', 'M', { computed: 'collected-at' }, 'GB/T 7408'],
  ],
})
export const loanTable = defineStandardTable(inspectorate, loans, {
  name: 'ODS_LOAN',
  number: 2,
  code: 'A02',
  label: { zh: '借用', en: 'Loans' },
  every: 'day',
  where: { damaged: false },
  order: [['JCRQ', 'GHRQ']],
  columns: [
    key,
    ['B1', 'JTH', '借条号', 'C20', 'M', 'number'],
    ['B2', 'GJH', '工具号', 'C8', 'M', 'tool.number'],
    ['B3', 'GJDW', '工具所在车间', 'C30', 'O', 'tool.workshop.name'],
    ['B4', 'JCRQ', '借出日期', 'C8', 'M', 'lentOn', 'GB/T 7408'],
    ['B5', 'GHRQ', '归还日期', 'C8', 'O', 'returnedOn', 'GB/T 7408'],
    ['B6', 'XN', '学年', 'C9', 'O', 'year'],
    ['B7', 'SFSH', '是否损坏', 'C1', 'M', 'damaged'],
    ['B8', 'LY', '来源', 'C2', 'M', { always: '01' }],
  ],
})
export const readingTable = defineStandardTable(inspectorate, readings, {
  name: 'ODS_READING',
  number: 3,
  code: 'A03',
  label: { zh: '读数', en: 'Readings' },
  every: 'day',
  unique: [['DSJ', 'GJH']],
  columns: [
    key,
    ['C1', 'DSRQ', '读数日期', 'C8', 'M', { from: 'at', as: 'date' }, 'GB/T 7408'],
    ['C2', 'DSSJ', '读数时间', 'C6', 'M', { from: 'at', as: 'time' }, 'GB/T 7408'],
    ['C3', 'DSJ', '读数时刻', 'C15', 'M', 'at', 'GB/T 7408'],
    ['C4', 'GJH', '工具号', 'C8', 'M', 'tool.number'],
    ['C5', 'XWM', '相位码', 'C1', 'O', 'phase', phases],
    ['C6', 'XWMC', '相位名称', 'C10', 'O', { from: 'phase', as: 'name' }],
    ['C7', 'DL', '电量', 'N10,2', 'O', 'energy'],
    ['C8', 'BZ', '备注', 'T40', 'O', { first: ['note', 'tool.name'] }],
  ],
})

export const reportingCatalogue = (): Catalogue =>
  assembleCatalogue({
    ...testDeclarations,
    registers: [...testDeclarations.registers, readings],
    codes: [...(testDeclarations.codes ?? []), phases, official],
    standards: [inspectorate],
    standardTables: [readingTable, loanTable, toolTable],
  })
