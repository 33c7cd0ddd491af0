import { choice, defineRegister, integer, longText, reference, text } from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'

/** What two items are to each other beside their place in the tree; named as CASE 1.1 names them. */
const linkKinds = {
  isChildOf: { zh: '从属于', en: 'is child of' },
  isPartOf: { zh: '是其一部分', en: 'is part of' },
  isPeerOf: { zh: '并列于', en: 'is peer of' },
  exactMatchOf: { zh: '等同于', en: 'exactly matches' },
  isRelatedTo: { zh: '相关于', en: 'is related to' },
  precedes: { zh: '先于', en: 'precedes' },
  replacedBy: { zh: '被替代为', en: 'is replaced by' },
  exemplar: { zh: '示例为', en: 'has the example' },
  hasSkillLevel: { zh: '等级为', en: 'has the level' },
  isTranslationOf: { zh: '是其译文', en: 'is translation of' },
  other: { zh: '其他关系', en: 'other' },
} as const

/** Crosswalks within and between frameworks; one end may lie outside this college, named by its address. */
export const frameworkLinks = defineRegister({
  name: 'framework-links',
  label: { zh: '框架对照', en: 'Framework links' },
  area: 'qualifications',
  owner: 'continuing-education',
  title: 'number',
  fields: {
    framework: reference({ zh: '所属框架', en: 'Framework' }, 'frameworks', { required: true, indexed: true }),
    number: text({ zh: '对照编号', en: 'Number' }, { required: true, maxLength: 100 }),
    kind: choice({ zh: '关系', en: 'Relation' }, linkKinds, { required: true, default: 'isRelatedTo' }),
    from: reference({ zh: '从条目', en: 'From' }, 'framework-items', { indexed: true }),
    fromAddress: text({ zh: '从校外条目', en: 'From outside' }, { maxLength: 500, secondary: true }),
    to: reference({ zh: '到条目', en: 'To' }, 'framework-items', { indexed: true }),
    toAddress: text({ zh: '到校外条目', en: 'To outside' }, { maxLength: 500, secondary: true }),
    order: integer({ zh: '顺序', en: 'Order' }, { min: 0, max: 1_000_000, secondary: true }),
    notes: longText({ zh: '说明', en: 'Notes' }, { maxLength: 20_000 }),
  },
  unique: [['framework', 'number']],
  access: openToMembers,
  order: 'number',
  statistics: [{ count: 'all', by: 'kind' }],
  check: (link) => [
    ...oneEnd(link.from, link.fromAddress, 'from'),
    ...oneEnd(link.to, link.toAddress, 'to'),
    ...(link.from !== null && link.from === link.to
      ? [{ field: 'to', message: { zh: '条目不能与自己对照', en: 'An item is not linked to itself' } }]
      : []),
  ],
})

const oneEnd = (item: string | null, address: string | null, field: string) =>
  (item === null) === (address === null)
    ? [
        {
          field,
          message: {
            zh: '条目与校外地址填写其中一项',
            en: 'Name an item or the address of one outside, not both',
          },
        },
      ]
    : []
