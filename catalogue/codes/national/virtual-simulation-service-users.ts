import { defineCodes } from '../../../src/language/codes.ts'

export const virtualSimulationServiceUsers = defineCodes({
  name: 'virtual-simulation-service-users',
  label: { zh: '虚拟仿真基地对外服务对象', en: 'Users served by virtual simulation bases' },
  officialName: 'XNFZJDDWFWDXDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    enterprise: { zh: '企业人员', en: 'People of enterprises' },
    'other-college': { zh: '他校人员', en: 'People of other colleges' },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    enterprise: '1',
    'other-college': '2',
    other: '3',
  },
})
