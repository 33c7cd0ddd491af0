import { choice, date, defineRegister, integer, reference, text } from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'
import { virtualSimulationServiceKinds } from '../../codes/national/virtual-simulation-service-kinds.ts'
import { virtualSimulationServiceUsers } from '../../codes/national/virtual-simulation-service-users.ts'

/** What the bases of virtual simulation do for others than the college's own students. */
export const simulationServices = defineRegister({
  name: 'simulation-services',
  label: { zh: '虚拟仿真基地对外服务', en: 'Simulation services' },
  area: 'practice',
  owner: 'assets',
  title: 'number',
  fields: {
    number: text({ zh: '对外服务编号', en: 'Number' }, { required: true, maxLength: 10 }),
    kind: choice({ zh: '对外服务类型', en: 'Kind' }, virtualSimulationServiceKinds, { required: true, indexed: true }),
    project: reference({ zh: '虚拟仿真实训项目', en: 'Project' }, 'practice-projects', { required: true }),
    users: choice({ zh: '对外服务对象', en: 'For whom' }, virtualSimulationServiceUsers, {
      required: true,
      indexed: true,
    }),
    visits: integer(
      { zh: '对外服务人次', en: 'Visits' },
      { required: true, min: 0, max: 99999, unit: { zh: '人次', en: 'visits' } },
    ),
    hours: integer(
      { zh: '服务课时数', en: 'Hours' },
      { required: true, min: 0, max: 99999, unit: { zh: '学时', en: 'hours' } },
    ),
    servedOn: date({ zh: '服务日期', en: 'Served on' }, { required: true, indexed: true }),
    client: text({ zh: '服务单位名称', en: 'Client' }, { maxLength: 100 }),
  },
  unique: [['number']],
  access: openToMembers,
  order: '-servedOn',
  statistics: [
    { sum: 'visits', by: 'kind' },
    { sum: 'visits', by: 'users' },
  ],
})
