import { defineCodes } from '../../../src/language/codes.ts'

export const furtherTrainingPlaces = defineCodes({
  name: 'further-training-places',
  label: { zh: '进修学习地点', en: 'Place of further training' },
  officialName: 'JXXXDDDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    'at-home': { zh: '国内进修培训', en: 'In China' },
    abroad: { zh: '国外进修培训', en: 'Abroad' },
  },
  official: {
    'at-home': '1',
    abroad: '2',
  },
})
