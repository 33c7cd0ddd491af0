import { defineCodes } from '../../../src/language/codes.ts'

export const campusKinds = defineCodes({
  name: 'campus-kinds',
  label: { zh: '学校单位层次', en: 'Kind of campus' },
  officialName: 'XXDWCCDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    main: { zh: '校本部', en: 'Main college' },
    branch: { zh: '分校', en: 'Branch college' },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    main: '1',
    branch: '2',
    other: '9',
  },
})
