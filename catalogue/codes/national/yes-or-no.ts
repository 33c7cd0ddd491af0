import { defineCodes } from '../../../src/language/codes.ts'

/** The mark that the standard puts in 33 fields. A field of ours is of kind yes-no; this list is what it is sent as. */
export const yesOrNo = defineCodes({
  name: 'yes-or-no',
  label: { zh: '是否', en: 'Yes or no' },
  officialName: 'SFBZDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    no: { zh: '否', en: 'No' },
    yes: { zh: '是', en: 'Yes' },
  },
  official: {
    no: '0',
    yes: '1',
  },
})
