import { defineCodes } from '../../../src/language/codes.ts'

export const integrationDirections = defineCodes({
  name: 'integration-directions',
  label: { zh: '系统集成方向', en: 'Direction of system integration' },
  officialName: 'XTJCFXDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    outward: { zh: '向外集成', en: 'Outward' },
    inward: { zh: '向内集成', en: 'Inward' },
    both: { zh: '双向集成', en: 'Both ways' },
  },
  official: {
    outward: '1',
    inward: '2',
    both: '3',
  },
})
