import { defineCodes } from '../../../src/language/codes.ts'

export const partyMembershipStages = defineCodes({
  name: 'party-membership-stages',
  label: { zh: '新党员发展状态', en: 'Stage of joining the Party' },
  officialName: 'XDYFZZTDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    activist: { zh: '积极分子', en: 'Activist applicant' },
    'probationary-member': { zh: '预备党员', en: 'Probationary member' },
    'full-member': { zh: '正式党员', en: 'Full member' },
  },
  official: {
    activist: '1',
    'probationary-member': '2',
    'full-member': '3',
  },
})
