import { defineRegister, reference, text } from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'

/** Which information system a table of the national data standard comes from. */
export const dataMappings = defineRegister({
  name: 'data-mappings',
  label: { zh: '数据标准与系统映射', en: 'Sources of the standard’s tables' },
  area: 'network',
  owner: 'information',
  title: 'tableLabel',
  fields: {
    tableName: text(
      { zh: '数据子类英文名称', en: 'Name of the table' },
      {
        required: true,
        maxLength: 60,
        pattern: 'ODS_[A-Z0-9_]+',
        help: { zh: '数据标准中的名称，如 ODS_KCJBSJ', en: 'As the standard has it, such as ODS_KCJBSJ' },
      },
    ),
    tableLabel: text({ zh: '数据子类中文名称', en: 'Title of the table' }, { required: true, maxLength: 60 }),
    system: reference({ zh: '来源系统', en: 'Source system' }, 'information-systems', {
      required: true,
      indexed: true,
    }),
  },
  unique: [['tableName', 'system']],
  access: openToMembers,
  order: 'tableName',
  statistics: [{ count: 'all', by: 'system' }],
})
