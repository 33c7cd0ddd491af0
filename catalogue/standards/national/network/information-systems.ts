import { defineStandardTable } from '../../../../src/language/standard.ts'
import { informationSystemCategories } from '../../../codes/national/information-system-categories.ts'
import { informationSystemSources } from '../../../codes/national/information-system-sources.ts'
import { scenarioAccessWays } from '../../../codes/national/scenario-access-ways.ts'
import { yesOrNo } from '../../../codes/national/yes-or-no.ts'
import { informationSystems } from '../../../registers/network/information-systems.ts'
import { collectedAt, college, key } from '../columns.ts'
import { national } from '../standard.ts'

export const informationSystemsTable = defineStandardTable(national, informationSystems, {
  name: 'ODS_XXHXTJSSJ',
  number: 2,
  code: 'ZYGXX0102',
  label: { zh: '信息化系统建设', en: 'Information systems' },
  every: 'term',
  covers: { zh: '全量数据', en: 'All records' },
  unique: [['XXHXTBH']],
  needs: [{ column: 'CJJCJRFS', when: 'SFTSXXHXT', is: ['1'] }],
  columns: [
    key,
    college(),
    ['ZYGXX010201', 'BMMC', '所属部门名称', 'C200', 'M', 'unit.name'],
    ['ZYGXX010202', 'XXHXTBH', '信息化系统编号', 'C60', 'M', 'number'],
    ['ZYGXX010203', 'XXHXTFLM', '信息化系统分类码', 'C2', 'M', 'category', informationSystemCategories],
    ['ZYGXX010204', 'XXHXTJC', '信息化系统简称', 'C64', 'M', 'shortName'],
    ['ZYGXX010205', 'XXHXTQC', '信息化系统全称', 'C200', 'M', 'name'],
    ['ZYGXX010206', 'XXHXTFWDZ', '信息化系统访问地址', 'C1500', 'M', 'address'],
    ['ZYGXX010207', 'SFTSXXHXT', '是否特色信息化系统', 'C1', 'M', 'featured', yesOrNo],
    ['ZYGXX010208', 'CJJCJRFS', '场景击穿接入方式', 'C1', 'O', 'scenarioAccess', scenarioAccessWays],
    ['ZYGXX010209', 'XXHXTMS', '信息化系统描述', 'C300', 'M', 'description'],
    ['ZYGXX010210', 'XXHXTJSLXM', '信息化系统建设类型码', 'C2', 'M', 'source', informationSystemSources],
    collectedAt('ZYGXX010130'),
  ],
})
