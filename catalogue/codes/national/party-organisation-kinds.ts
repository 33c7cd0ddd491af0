import { defineCodes } from '../../../src/language/codes.ts'

export const partyOrganisationKinds = defineCodes({
  name: 'party-organisation-kinds',
  label: { zh: '党组织类型', en: 'Kind of party organisation' },
  officialName: 'DZZLXDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    committee: { zh: '党委', en: 'Party committee' },
    'general-branch': { zh: '党总支', en: 'General party branch' },
    branch: { zh: '党支部', en: 'Party branch' },
  },
  official: {
    committee: '1',
    'general-branch': '2',
    branch: '3',
  },
})
