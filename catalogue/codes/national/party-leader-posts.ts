import { defineCodes } from '../../../src/language/codes.ts'

export const partyLeaderPosts = defineCodes({
  name: 'party-leader-posts',
  label: { zh: '党内领导人员职务', en: 'Post in the party organisation' },
  officialName: 'DNLDRYZWDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    secretary: { zh: '书记', en: 'Secretary' },
    'deputy-secretary': { zh: '副书记', en: 'Deputy secretary' },
    'organisation-member': { zh: '组织委员', en: 'Member for organisation' },
    'publicity-member': { zh: '宣传委员', en: 'Member for publicity' },
    'discipline-member': { zh: '纪检委员', en: 'Member for discipline inspection' },
    'youth-member': { zh: '青年委员', en: 'Member for youth' },
    'united-front-member': { zh: '统战委员', en: 'Member for united front work' },
    'confidentiality-member': { zh: '保密委员', en: 'Member for confidentiality' },
    'women-member': { zh: '妇女委员', en: 'Member for women' },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    secretary: '1',
    'deputy-secretary': '2',
    'organisation-member': '3',
    'publicity-member': '4',
    'discipline-member': '5',
    'youth-member': '6',
    'united-front-member': '7',
    'confidentiality-member': '8',
    'women-member': '9',
    other: '99',
  },
})
