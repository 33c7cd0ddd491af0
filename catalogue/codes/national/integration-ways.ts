import { defineCodes } from '../../../src/language/codes.ts'

export const integrationWays = defineCodes({
  name: 'integration-ways',
  label: { zh: '系统集成方式', en: 'Way of system integration' },
  officialName: 'XTJCFSDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    api: { zh: 'API接口集成', en: 'By API' },
    sdk: { zh: 'SDK集成', en: 'By SDK' },
  },
  official: {
    api: '1',
    sdk: '2',
  },
})
