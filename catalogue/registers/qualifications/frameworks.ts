import { choice, date, defineRegister, longText, reference, text } from '../../../src/language/index.ts'
import type { Lifecycle } from '../../../src/language/register.ts'
import { openToMembers } from '../../access.ts'
import { inOrder } from '../../checks.ts'

const keepers = ['quality-office', 'unit-head', 'reviewer'] as const

/** What is adopted no longer changes: who wants it otherwise makes a new version. */
const frameworkSteps = {
  draft: {
    adopt: { to: 'adopted', by: keepers, label: { zh: '采用', en: 'Adopt' } },
  },
  adopted: {
    deprecate: { to: 'deprecated', by: keepers, label: { zh: '废止', en: 'Deprecate' }, comment: 'required' },
  },
  deprecated: {},
} as const satisfies Lifecycle<'draft' | 'adopted' | 'deprecated'>

/** Qualifications frameworks and competency standards, each version of its own; exchanged as CASE 1.1 documents. */
export const frameworks = defineRegister({
  name: 'frameworks',
  label: { zh: '资历框架与能力标准', en: 'Frameworks and standards' },
  area: 'qualifications',
  owner: 'continuing-education',
  help: {
    zh: '树、比较和 CASE 导入导出在“资历框架”页。采用后内容不再改动，需要修改时建立新版本。',
    en: 'Tree, comparison and CASE exchange are on the page “Frameworks”. Once adopted it stays as it is: changes make a new version.',
  },
  title: 'name',
  fields: {
    number: text(
      { zh: '框架编号', en: 'Number' },
      {
        required: true,
        maxLength: 100,
        help: {
          zh: '各版本相同；从 CASE 导入的为其标识符',
          en: 'The same for all versions; of a CASE import its identifier',
        },
      },
    ),
    edition: text({ zh: '版本', en: 'Version' }, { required: true, maxLength: 60, default: '1' }),
    name: text({ zh: '名称', en: 'Name' }, { required: true, maxLength: 200 }),
    kind: choice(
      { zh: '类型', en: 'Kind' },
      {
        levels: { zh: '资历等级', en: 'Levels' },
        competency: { zh: '行业能力标准', en: 'Competency standard' },
        certificate: { zh: '证书标准', en: 'Certificate standard' },
        other: { zh: '其他', en: 'Other' },
      },
      { required: true, indexed: true, default: 'other' },
    ),
    industry: text({ zh: '行业', en: 'Industry' }, { maxLength: 100 }),
    issuer: text({ zh: '制定单位', en: 'Made by' }, { maxLength: 200 }),
    from: date({ zh: '生效日期', en: 'In force from' }),
    until: date({ zh: '失效日期', en: 'In force until' }),
    replaces: reference({ zh: '替代的版本', en: 'Replaces' }, 'frameworks', { secondary: true }),
    description: longText({ zh: '说明', en: 'Description' }, { maxLength: 20_000, secondary: true }),
  },
  unique: [['number', 'edition']],
  lifecycle: frameworkSteps,
  counts: ['adopted'],
  access: openToMembers,
  order: 'name',
  statistics: [{ count: 'all', by: 'kind' }],
  check: (framework) => inOrder(framework.from, framework.until, 'until'),
})
