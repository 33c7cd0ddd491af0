import { defineStandardTable } from '../../../../src/language/standard.ts'
import { virtualSimulationServiceKinds } from '../../../codes/national/virtual-simulation-service-kinds.ts'
import { virtualSimulationServiceUsers } from '../../../codes/national/virtual-simulation-service-users.ts'
import { simulationServices } from '../../../registers/practice/simulation-services.ts'
import { collectedAt, college, key } from '../columns.ts'
import { national } from '../standard.ts'

export const simulationServicesTable = defineStandardTable(national, simulationServices, {
  name: 'ODS_XNFZJDDWFWSJ',
  number: 18,
  code: 'ZYGJX0405',
  label: { zh: '虚拟仿真基地对外服务', en: 'Services of virtual simulation bases' },
  every: 'day',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  unique: [['DWFWBH']],
  columns: [
    key,
    college(),
    ['ZYGJX040501', 'DWFWBH', '对外服务编号', 'C10', 'M', 'number'],
    ['ZYGJX040502', 'DWFWLXM', '对外服务类型码', 'C1', 'M', 'kind', virtualSimulationServiceKinds],
    ['ZYGJX040503', 'XNFZSXXMBH', '虚拟仿真实训项目编号', 'C60', 'M', 'project.number'],
    ['ZYGJX040504', 'DWFWRC', '对外服务人次', 'N5', 'M', 'visits'],
    ['ZYGJX040505', 'DWFWDX', '对外服务对象', 'C1', 'M', 'users', virtualSimulationServiceUsers],
    ['ZYGJX040506', 'FWKSS', '服务课时数', 'N5', 'M', 'hours'],
    ['ZYGJX040507', 'FWRQ', '服务日期', 'C8', 'M', 'servedOn', 'GB/T 7408'],
    ['ZYGJX040508', 'FWDWMC', '服务单位名称', 'C100', 'O', 'client'],
    collectedAt(),
  ],
})
