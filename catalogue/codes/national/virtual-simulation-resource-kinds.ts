import { defineCodes } from '../../../src/language/codes.ts'

export const virtualSimulationResourceKinds = defineCodes({
  name: 'virtual-simulation-resource-kinds',
  label: { zh: '虚拟仿真资源类型', en: 'Kind of virtual simulation resource' },
  officialName: 'XNFZZYLXDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    'purely-virtual': { zh: '以实带虚的纯虚拟资源', en: 'Purely virtual, after reality' },
    modular: { zh: '以虚助实的模块化资源', en: 'Modules supporting reality' },
    'digital-twin': { zh: '虚实结合的数字孪生资源', en: 'Digital twin' },
  },
  official: {
    'purely-virtual': '1',
    modular: '2',
    'digital-twin': '3',
  },
})
