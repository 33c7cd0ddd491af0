import { choice, date, defineRegister, integer, reference, text } from '../../../src/language/index.ts'
import { byUnit } from '../../access.ts'
import { updateFrequencies } from '../../codes/national/update-frequencies.ts'
import { updateWays } from '../../codes/national/update-ways.ts'

/** What the college's data centre holds of each source table, a row for each day on which it was updated. */
export const dataIntegrations = defineRegister({
  name: 'data-integrations',
  label: { zh: '数据集成情况', en: 'Data integration' },
  area: 'network',
  owner: 'information',
  title: 'tableName',
  eventsAt: 'updatedOn',
  fields: {
    updatedOn: date({ zh: '更新日期', en: 'Updated on' }, { required: true }),
    system: reference({ zh: '来源系统', en: 'Source system' }, 'information-systems', {
      required: true,
      indexed: true,
    }),
    database: text({ zh: '数据库名称', en: 'Database' }, { required: true, maxLength: 60 }),
    tableName: text({ zh: '数据表名称', en: 'Table' }, { required: true, maxLength: 60 }),
    tableLabel: text({ zh: '数据表说明', en: 'What the table holds' }, { required: true, maxLength: 60 }),
    frequency: choice({ zh: '更新频率', en: 'Updated every' }, updateFrequencies, { required: true }),
    way: choice({ zh: '更新方式', en: 'Updated by' }, updateWays, { required: true }),
    rowsHeld: integer(
      { zh: '数据汇聚量', en: 'Rows held' },
      {
        required: true,
        min: 0,
        unit: { zh: '条', en: 'rows' },
        help: { zh: '截至当天累计汇聚的条数', en: 'All rows brought together up to that day' },
      },
    ),
    calls: integer(
      { zh: '接口服务调用量', en: 'Calls of its interfaces' },
      { required: true, min: 0, unit: { zh: '次', en: 'times' } },
    ),
  },
  unique: [['updatedOn', 'database', 'tableName']],
  access: byUnit,
  order: '-updatedOn',
  statistics: [{ count: 'all', by: 'frequency' }],
})
