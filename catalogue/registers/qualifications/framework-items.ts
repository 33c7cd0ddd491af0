import { choice, defineRegister, integer, longText, reference, text } from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'

/** Characters of a statement by which lists and references name an item. */
const NAME_LENGTH = 60

/** The start of a statement on one line, for lists. */
const nameOf = (statement: string): string => {
  const line = [...statement.replace(/\s+/gu, ' ').trim()]
  return line.length > NAME_LENGTH ? `${line.slice(0, NAME_LENGTH - 1).join('')}…` : line.join('')
}

/** Levels, descriptors, standards, units and outcomes of a framework, each below another or at its top. */
export const frameworkItems = defineRegister({
  name: 'framework-items',
  label: { zh: '框架条目', en: 'Framework items' },
  area: 'qualifications',
  owner: 'continuing-education',
  title: 'name',
  fields: {
    framework: reference({ zh: '所属框架', en: 'Framework' }, 'frameworks', { required: true, indexed: true }),
    number: text(
      { zh: '条目编号', en: 'Number' },
      {
        required: true,
        maxLength: 100,
        help: {
          zh: '同一框架内不重复；从 CASE 导入的为其标识符',
          en: 'Unique in its framework; of a CASE import its identifier',
        },
      },
    ),
    code: text({ zh: '代码', en: 'Code' }, { maxLength: 100 }),
    kind: choice(
      { zh: '条目类型', en: 'Kind' },
      {
        level: { zh: '等级', en: 'Level' },
        descriptor: { zh: '等级描述', en: 'Descriptor' },
        standard: { zh: '能力标准', en: 'Standard' },
        unit: { zh: '能力单元', en: 'Unit' },
        outcome: { zh: '学习成果', en: 'Outcome' },
        other: { zh: '其他', en: 'Other' },
      },
      { required: true, default: 'other' },
    ),
    statement: longText({ zh: '内容', en: 'Statement' }, { required: true, maxLength: 20_000 }),
    name: text({ zh: '简称', en: 'Short' }, { maxLength: NAME_LENGTH, derived: true, secondary: true }),
    parent: reference({ zh: '上级条目', en: 'Below' }, 'framework-items', { indexed: true }),
    order: integer({ zh: '顺序', en: 'Order' }, { min: 0, max: 1_000_000, secondary: true }),
    notes: longText({ zh: '备注', en: 'Notes' }, { maxLength: 20_000, secondary: true }),
  },
  unique: [['framework', 'number']],
  access: openToMembers,
  order: 'number',
  statistics: [
    { count: 'all', by: 'framework' },
    { count: 'all', by: 'kind' },
  ],
  derive: (item) => ({ name: nameOf(item.statement) }),
})
