import { defineCodes } from '../../../src/language/codes.ts'

export const accountStates = defineCodes({
  name: 'account-states',
  label: { zh: '账号状态', en: 'State of account' },
  officialName: 'ZHZTDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    normal: { zh: '正常', en: 'Normal' },
    locked: { zh: '锁定', en: 'Locked' },
    disabled: { zh: '禁用', en: 'Disabled' },
  },
  official: {
    normal: '1',
    locked: '2',
    disabled: '3',
  },
})
