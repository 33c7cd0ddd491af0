import { choice, defineRegister, longText, person, reference, text, unit } from '../../../src/language/index.ts'
import type { RoleAccess } from '../../../src/language/register.ts'
import { planAccess } from './access.ts'

/** Nobody writes lines by hand, which the module's guard sees to: what is approved must be what was shown. */
const readOnly = {
  ...Object.fromEntries(
    Object.entries(planAccess).map(([role, { read }]): [string, RoleAccess] => [role, read ? { read } : {}]),
  ),
  'system-administrator': { read: 'college', write: 'college' },
} as const

/** One value that a change request changes: what it was when the request was made, and what it shall be. */
export const planChangeLines = defineRegister({
  name: 'plan-change-lines',
  label: { zh: '变更明细', en: 'Lines of change requests' },
  area: 'plan',
  owner: 'finance',
  help: {
    zh: '由计划页面的“变更”写入，在此查阅和导出。',
    en: 'Written by the plan’s page, under “Changes”; read and exported here.',
  },
  title: 'recordName',
  unit: 'unit',
  person: 'proposer',
  fields: {
    request: reference({ zh: '变更申请', en: 'Request' }, 'plan-changes', { required: true }),
    unit: unit({ zh: '申请单位', en: 'Unit' }, { required: true }),
    proposer: person({ zh: '申请人', en: 'Proposed by' }),
    register: choice(
      { zh: '内容', en: 'Of' },
      {
        'plan-tasks': { zh: '建设任务', en: 'Plan tasks' },
        'plan-co-owners': { zh: '协同负责人', en: 'Co-owners' },
        'plan-task-links': { zh: '前置任务', en: 'Predecessors' },
        'plan-milestones': { zh: '年度节点', en: 'Milestones' },
        'plan-targets': { zh: '绩效目标', en: 'Targets' },
        'plan-budgets': { zh: '任务预算', en: 'Budgets of tasks' },
      },
      { required: true, indexed: true },
    ),
    action: choice(
      { zh: '方式', en: 'How' },
      {
        create: { zh: '新增', en: 'New' },
        update: { zh: '修改', en: 'Change' },
        delete: { zh: '停用', en: 'Take out of use' },
      },
      { required: true },
    ),
    record: text(
      { zh: '记录', en: 'Record' },
      {
        required: true,
        maxLength: 36,
        pattern: '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}',
        secondary: true,
      },
    ),
    recordName: text({ zh: '名称', en: 'Name' }, { required: true, maxLength: 400 }),
    field: text({ zh: '字段代码', en: 'Field' }, { required: true, maxLength: 60, secondary: true }),
    fieldName: text({ zh: '字段', en: 'Field name' }, { required: true, maxLength: 80 }),
    before: longText({ zh: '原值', en: 'Before' }, { maxLength: 4000 }),
    after: longText({ zh: '新值', en: 'After' }, { maxLength: 4000 }),
    was: longText({ zh: '原值（存储）', en: 'Before, as stored' }, { maxLength: 4000, secondary: true }),
    value: longText({ zh: '新值（存储）', en: 'After, as stored' }, { maxLength: 4000, secondary: true }),
  },
  unique: [['request', 'record', 'field']],
  access: readOnly,
  statistics: [{ count: 'all', by: 'register' }],
})
