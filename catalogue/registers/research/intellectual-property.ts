import { defineRegister } from '../../../src/language/register.ts'
import { choice, date, files, integer, longText, person, reference, text, unit } from '../../../src/language/fields.ts'
import { byUnit } from '../../access.ts'
import { reviewed } from '../../lifecycles.ts'

/** What the college owns by grant or registration: patents, software copyrights and the like. */
export const intellectualProperty = defineRegister({
  name: 'intellectual-property',
  label: { zh: '知识产权', en: 'Intellectual property' },
  area: 'research',
  title: 'name',
  unit: 'unit',
  person: 'firstInventor',
  owner: 'research',
  fields: {
    number: text({ zh: '专利号/登记号', en: 'Patent or registration number' }, { required: true, maxLength: 50 }),
    name: text({ zh: '名称', en: 'Name' }, { required: true, maxLength: 200 }),
    kind: choice(
      { zh: '类型', en: 'Kind' },
      {
        invention: { zh: '发明专利', en: 'Invention patent' },
        'utility-model': { zh: '实用新型专利', en: 'Utility model' },
        design: { zh: '外观设计专利', en: 'Design patent' },
        software: { zh: '计算机软件著作权', en: 'Software copyright' },
        'circuit-layout': { zh: '集成电路布图设计', en: 'Circuit layout' },
        'plant-variety': { zh: '植物新品种', en: 'Plant variety' },
        other: { zh: '其他', en: 'Other' },
      },
      { required: true, indexed: true },
    ),
    unit: unit({ zh: '所属部门', en: 'Unit' }, { required: true, indexed: true }),
    firstInventor: person({ zh: '第一完成人', en: 'First inventor' }, { required: true }),
    otherInventors: text({ zh: '其他完成人', en: 'Other inventors' }, { maxLength: 200, secondary: true }),
    appliedOn: date({ zh: '申请日期', en: 'Applied on' }, { secondary: true }),
    grantedOn: date({ zh: '授权/登记日期', en: 'Granted on' }, { required: true, indexed: true }),
    expiresOn: date({ zh: '届满日期', en: 'Expires on' }, { secondary: true }),
    rank: choice(
      { zh: '权利人次序', en: 'Rank of the college' },
      { first: { zh: '第一权利人', en: 'First owner' }, joint: { zh: '共同权利人', en: 'Joint owner' } },
      { required: true, default: 'first' },
    ),
    status: choice(
      { zh: '法律状态', en: 'Legal status' },
      {
        'in-force': { zh: '有效', en: 'In force' },
        transferred: { zh: '已转让', en: 'Transferred' },
        lapsed: { zh: '失效', en: 'Lapsed' },
      },
      { required: true, default: 'in-force', indexed: true },
    ),
    project: reference({ zh: '来源纵向项目', en: 'From research project' }, 'research-projects', { secondary: true }),
    service: reference({ zh: '来源横向项目', en: 'From technical service' }, 'technical-services', { secondary: true }),
    certificate: files({ zh: '证书', en: 'Certificate' }, { maxFiles: 3, secondary: true }),
    abstract: longText({ zh: '摘要', en: 'Abstract' }, { maxLength: 2000, secondary: true }),
    year: integer({ zh: '授权年份', en: 'Year' }, { derived: true, indexed: true }),
  },
  unique: [['number']],
  lifecycle: reviewed,
  counts: ['approved'],
  access: byUnit,
  derive: (property) => ({ year: Number(property.grantedOn.slice(0, 4)) }),
  check: (property) => [
    ...(property.appliedOn && property.appliedOn > property.grantedOn
      ? [
          {
            field: 'grantedOn',
            message: { zh: '授权日期早于申请日期', en: 'It was granted before it was applied for' },
          },
        ]
      : []),
    ...(property.expiresOn && property.expiresOn < property.grantedOn
      ? [{ field: 'expiresOn', message: { zh: '届满日期早于授权日期', en: 'It expires before it is granted' } }]
      : []),
  ],
  statistics: [
    { count: 'all', by: 'kind' },
    { count: 'all', by: 'year' },
    { count: 'all', by: 'unit' },
  ],
  order: '-grantedOn',
})
