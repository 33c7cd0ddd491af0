import { defineCodes } from '../../../src/language/codes.ts'

export const interfaceProtocols = defineCodes({
  name: 'interface-protocols',
  label: { zh: '接口协议', en: 'Interface protocol' },
  officialName: 'JKXYDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    http: { zh: 'http', en: 'HTTP' },
    https: { zh: 'https', en: 'HTTPS' },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    http: '1',
    https: '2',
    other: '9',
  },
})
