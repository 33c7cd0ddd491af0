import { choice, dateTime, defineRegister, text, unit } from '../../../src/language/index.ts'
import { accountStates } from '../../codes/national/account-states.ts'

/** Who signed in to the college's systems, and when. Only those who answer for the network see it. */
export const signIns = defineRegister({
  name: 'sign-ins',
  label: { zh: '统一认证登录', en: 'Sign-ins' },
  area: 'network',
  owner: 'information',
  title: 'account',
  eventsAt: 'signedInAt',
  fields: {
    signedInAt: dateTime({ zh: '登录时间', en: 'Signed in at' }, { required: true }),
    account: text({ zh: '登录账号', en: 'Account' }, { required: true, maxLength: 30 }),
    roles: text(
      { zh: '角色', en: 'Roles' },
      { maxLength: 60, help: { zh: '多个角色用逗号隔开', en: 'Several are separated by commas' } },
    ),
    // Not `unit` of the register: the row belongs to the office that runs the sign-on, not to where the person works.
    department: unit({ zh: '所在部门', en: 'Department' }),
    address: text({ zh: '登录 IP', en: 'IP address' }, { maxLength: 128, secondary: true }),
    accountState: choice({ zh: '账号状态', en: 'State of the account' }, accountStates, { required: true }),
  },
  unique: [['signedInAt', 'account']],
  access: {
    'system-administrator': { read: 'college', write: 'college' },
    'unit-head': { read: 'unit', write: 'unit' },
    'unit-filler': { read: 'unit', write: 'unit' },
    reviewer: { read: 'unit' },
    auditor: { read: 'college' },
  },
  order: '-signedInAt',
  statistics: [{ count: 'all', by: 'accountState' }],
})
