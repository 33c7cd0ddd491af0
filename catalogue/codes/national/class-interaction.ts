import { defineCodes } from '../../../src/language/codes.ts'

export const classInteraction = defineCodes({
  name: 'class-interaction',
  label: { zh: '课堂互动情况', en: 'Interaction in class' },
  officialName: 'KTHDQKDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    occasional: { zh: '偶尔', en: 'Occasional' },
    frequent: { zh: '经常', en: 'Frequent' },
    none: { zh: '无', en: 'None' },
  },
  official: {
    occasional: '1',
    frequent: '2',
    none: '0',
  },
})
