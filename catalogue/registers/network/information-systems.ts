import { choice, defineRegister, text, unit, yesNo } from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'
import { informationSystemCategories } from '../../codes/national/information-system-categories.ts'
import { informationSystemSources } from '../../codes/national/information-system-sources.ts'
import { scenarioAccessWays } from '../../codes/national/scenario-access-ways.ts'

/** The college's information systems: what visits, integrations and data are counted by. */
export const informationSystems = defineRegister({
  name: 'information-systems',
  label: { zh: '信息化系统', en: 'Information systems' },
  area: 'network',
  owner: 'information',
  title: 'name',
  unit: 'unit',
  fields: {
    number: text(
      { zh: '系统编号', en: 'Number' },
      {
        required: true,
        maxLength: 60,
        help: { zh: '统一认证平台中的系统编号', en: 'Its number in the single sign-on' },
      },
    ),
    name: text({ zh: '系统全称', en: 'Name' }, { required: true, maxLength: 200 }),
    shortName: text({ zh: '系统简称', en: 'Short name' }, { required: true, maxLength: 64 }),
    unit: unit({ zh: '所属部门', en: 'Unit' }, { required: true, indexed: true }),
    category: choice({ zh: '系统分类', en: 'Category' }, informationSystemCategories, { required: true }),
    source: choice({ zh: '建设类型', en: 'Built or bought' }, informationSystemSources, { required: true }),
    address: text({ zh: '访问地址', en: 'Address' }, { required: true, maxLength: 1500, secondary: true }),
    featured: yesNo(
      { zh: '特色系统', en: 'Featured' },
      {
        required: true,
        default: false,
        help: { zh: '特色系统向国家平台开放应用场景', en: 'A featured system is open to the national platform' },
      },
    ),
    scenarioAccess: choice({ zh: '场景击穿接入方式', en: 'Way in for the national platform' }, scenarioAccessWays),
    description: text({ zh: '系统描述', en: 'Description' }, { required: true, maxLength: 150, secondary: true }),
  },
  unique: [['number']],
  access: openToMembers,
  order: 'number',
  statistics: [
    { count: 'all', by: 'category' },
    { count: 'all', by: 'source' },
  ],
  check: (system) =>
    system.featured && system.scenarioAccess === null
      ? [
          {
            field: 'scenarioAccess',
            message: {
              zh: '特色系统须填写场景击穿接入方式',
              en: 'Say how the national platform enters a featured system',
            },
          },
        ]
      : [],
})
