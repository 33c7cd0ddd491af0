import { choice, date, defineRegister, reference, text } from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'
import { authenticationWays } from '../../codes/national/authentication-ways.ts'
import { integrationDirections } from '../../codes/national/integration-directions.ts'
import { integrationWays } from '../../codes/national/integration-ways.ts'
import { interfaceProtocols } from '../../codes/national/interface-protocols.ts'

/** How each information system is joined to the college's single sign-on. */
export const systemIntegrations = defineRegister({
  name: 'system-integrations',
  label: { zh: '信息化系统集成', en: 'Integration of systems' },
  area: 'network',
  owner: 'information',
  title: 'completedOn',
  fields: {
    system: reference({ zh: '信息化系统', en: 'System' }, 'information-systems', { required: true, indexed: true }),
    direction: choice({ zh: '集成方向', en: 'Direction' }, integrationDirections, { required: true }),
    way: choice({ zh: '集成方式', en: 'Way' }, integrationWays, { required: true }),
    integrationVersion: text({ zh: '集成版本', en: 'Version' }, { maxLength: 10 }),
    protocol: choice({ zh: '接口协议', en: 'Protocol' }, interfaceProtocols, { required: true }),
    interfaceVersion: text({ zh: '接口版本', en: 'Version of the interface' }, { maxLength: 10 }),
    authentication: choice({ zh: '认证方式', en: 'Authentication' }, authenticationWays, { required: true }),
    completedOn: date({ zh: '集成完成日期', en: 'Completed on' }, { required: true }),
  },
  unique: [['system', 'way', 'completedOn']],
  access: openToMembers,
  order: '-completedOn',
  statistics: [
    { count: 'all', by: 'authentication' },
    { count: 'all', by: 'way' },
  ],
})
