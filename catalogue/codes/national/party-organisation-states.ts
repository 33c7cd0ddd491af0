import { defineCodes } from '../../../src/language/codes.ts'

export const partyOrganisationStates = defineCodes({
  name: 'party-organisation-states',
  label: { zh: '党组织状态', en: 'State of party organisation' },
  officialName: 'DZZZTDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    active: { zh: '正常', en: 'Active' },
    dissolved: { zh: '撤销', en: 'Dissolved' },
    merging: { zh: '合并中', en: 'Being merged' },
    merged: { zh: '已合并', en: 'Merged' },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    active: '1',
    dissolved: '2',
    merging: '3',
    merged: '4',
    other: '9',
  },
})
