import { choice, date, defineRegister, integer, reference, text, unit } from '../../../src/language/index.ts'
import type { RoleAccess } from '../../../src/language/register.ts'
import { planAccess } from './access.ts'

/** Written by the platform; an administrator may take out what was sent in error. */
const access: Readonly<Record<string, RoleAccess>> = {
  ...Object.fromEntries(Object.entries(planAccess).map(([role, { read }]) => [role, read ? { read } : {}])),
  'system-administrator': { read: 'college', write: 'college' },
}

/** Whom the platform reminded of what, at which step: kept, so that nobody is told the same twice. */
export const planReminders = defineRegister({
  name: 'plan-reminders',
  label: { zh: '督办提醒', en: 'Reminders of plans' },
  area: 'plan',
  owner: 'quality',
  help: {
    zh: '由平台按督办规则发出：到期前、到期日和逾期后，逐级提醒负责人、单位负责人、双高办和校领导。',
    en: 'Sent by the platform: before, on and after the date, to the owner, the head of the unit, the office and the leaders in turn.',
  },
  title: 'what',
  unit: 'unit',
  fields: {
    key: text({ zh: '提醒编号', en: 'Key' }, { required: true, maxLength: 120, secondary: true }),
    plan: reference({ zh: '所属计划', en: 'Plan' }, 'plans', { required: true }),
    task: reference({ zh: '任务', en: 'Task' }, 'plan-tasks'),
    unit: unit({ zh: '责任单位', en: 'Unit' }, { required: true }),
    kind: choice(
      { zh: '事项', en: 'About' },
      {
        fill: { zh: '月度填报', en: 'Monthly fill' },
        task: { zh: '任务到期', en: 'Due task' },
        decision: { zh: '会议决议', en: 'Decision' },
        finding: { zh: '检查整改', en: 'Finding' },
      },
      { required: true, indexed: true },
    ),
    what: text({ zh: '内容', en: 'What' }, { required: true, maxLength: 400 }),
    dueOn: date({ zh: '期限', en: 'Due on' }, { required: true }),
    days: integer(
      { zh: '距期限', en: 'Days from the date' },
      {
        required: true,
        min: -400,
        max: 4000,
        unit: { zh: '天', en: 'days' },
        help: { zh: '负数为到期前', en: 'Negative before the date' },
      },
    ),
    audience: choice(
      { zh: '提醒对象', en: 'Told' },
      {
        owner: { zh: '负责人', en: 'Owner' },
        unit: { zh: '单位负责人', en: 'Head of the unit' },
        office: { zh: '双高办', en: 'Office' },
        leader: { zh: '校领导', en: 'Leaders' },
      },
      { required: true, indexed: true },
    ),
    told: integer(
      { zh: '送达人数', en: 'Persons told' },
      { required: true, min: 0, unit: { zh: '人', en: 'persons' } },
    ),
    sentOn: date({ zh: '提醒日期', en: 'Sent on' }, { required: true, indexed: true }),
  },
  unique: [['key']],
  access,
  order: '-sentOn',
  statistics: [
    { count: 'all', by: 'kind' },
    { count: 'all', by: 'audience' },
  ],
})
