import { defineCodes } from '../../../src/language/codes.ts'

export const publisherLevels = defineCodes({
  name: 'publisher-levels',
  label: { zh: '出版社级别', en: 'Level of publisher' },
  officialName: 'CBSJBDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    central: { zh: '中央出版社', en: 'Central publisher' },
    local: { zh: '地方出版社', en: 'Local publisher' },
    foreign: { zh: '国外（境外）出版社', en: 'Publisher abroad' },
  },
  official: {
    central: '1',
    local: '2',
    foreign: '3',
  },
})
