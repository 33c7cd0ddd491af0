import { defineCodes } from '../../../src/language/codes.ts'

export const updateWays = defineCodes({
  name: 'update-ways',
  label: { zh: '数据表更新方式', en: 'Way of update' },
  officialName: 'SJBGXFSDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    manual: { zh: '手动更新', en: 'Manual' },
    automatic: { zh: '自动更新', en: 'Automatic' },
  },
  official: {
    manual: '1',
    automatic: '2',
  },
})
