import { date, defineRegister, files, longText, person, reference, text } from '../../../src/language/index.ts'
import type { Lifecycle } from '../../../src/language/register.ts'
import { planHeadAccess } from './access.ts'

const minutes = {
  planned: {
    publish: { to: 'published', by: ['quality-office'], label: { zh: '发布纪要', en: 'Publish the minutes' } },
  },
  published: {
    reopen: { to: 'planned', by: ['quality-office'], comment: 'required' },
  },
} as const satisfies Lifecycle<'planned' | 'published'>

/** The weekly meeting of a plan; its agenda and what it decided are `plan-decisions`. */
export const planMeetings = defineRegister({
  name: 'plan-meetings',
  label: { zh: '推进会', en: 'Plan meetings' },
  area: 'plan',
  owner: 'quality',
  help: {
    zh: '周例会和专题会。议程由平台从逾期、停滞、有问题和即将到期的任务生成，决议各有负责人和期限。',
    en: 'Weekly and special meetings. The platform makes the agenda of what is late, stuck, in trouble or due; each decision has a person and a date.',
  },
  title: 'name',
  fields: {
    plan: reference({ zh: '所属计划', en: 'Plan' }, 'plans', { required: true }),
    name: text({ zh: '会议名称', en: 'Name' }, { required: true, maxLength: 120 }),
    heldOn: date({ zh: '开会日期', en: 'Held on' }, { required: true, indexed: true }),
    place: text({ zh: '地点', en: 'Place' }, { maxLength: 80 }),
    chair: person({ zh: '主持人', en: 'Chair' }),
    attendees: text({ zh: '参会人员', en: 'Present' }, { maxLength: 500, secondary: true }),
    minutes: longText({ zh: '会议纪要', en: 'Minutes' }, { maxLength: 20000, secondary: true }),
    files: files({ zh: '会议材料', en: 'Papers' }, { maxFiles: 20, secondary: true }),
  },
  unique: [['plan', 'heldOn', 'name']],
  lifecycle: minutes,
  access: planHeadAccess,
  order: '-heldOn',
})
