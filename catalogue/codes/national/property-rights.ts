import { defineCodes } from '../../../src/language/codes.ts'

export const propertyRights = defineCodes({
  name: 'property-rights',
  label: { zh: '产权', en: 'Property rights' },
  officialName: 'CQDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    owned: { zh: '学校独立产权', en: 'Owned by the college' },
    'exclusive-use': { zh: '产权非学校但独立使用', en: 'Not owned, used by the college alone' },
    'shared-use': { zh: '产权非属学校共同使用', en: 'Not owned, used together with others' },
  },
  official: {
    owned: '1',
    'exclusive-use': '2',
    'shared-use': '3',
  },
})
