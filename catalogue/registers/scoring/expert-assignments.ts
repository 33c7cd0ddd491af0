import { date, defineRegister, longText, person, reference, text } from '../../../src/language/index.ts'

/**
 * An outside expert's sheet and the evidence that goes with it. Opened once the expert has declared to have no tie: on
 * the page of scoring, since of the assignment itself the expert changes nothing; or on paper, which the office enters.
 */
export const expertAssignments = defineRegister({
  name: 'expert-assignments',
  label: { zh: '专家评审安排', en: 'Assignments of experts' },
  area: 'scoring',
  owner: 'quality',
  help: {
    zh: '专家只能看到安排给自己的评分表和材料；先在“考核评分”页声明没有利害关系，再打开评分表，应当回避的退出并说明。书面声明由组织部门登记。',
    en: 'An expert sees the sheets and the evidence assigned, no others: after declaring on the page of scoring to have no tie. Who has one steps back and says why. The office enters declarations made on paper.',
  },
  title: 'number',
  person: 'expert',
  fields: {
    number: text({ zh: '安排编号', en: 'Number' }, { required: true, maxLength: 60 }),
    expert: person({ zh: '专家', en: 'Expert' }, { required: true, indexed: true }),
    sheet: reference({ zh: '评分表', en: 'Sheet' }, 'score-sheets', { required: true }),
    plan: reference({ zh: '建设计划', en: 'Plan' }, 'plans', { required: true }),
    task: reference({ zh: '评审范围', en: 'Part of the plan' }, 'plan-tasks', {
      help: {
        zh: '只看这一板块或任务的材料；为空时看整个计划',
        en: 'Evidence of this task and those below it; of the whole plan when empty',
      },
    }),
    dueOn: date({ zh: '评审期限', en: 'Due on' }),
    note: longText({ zh: '说明', en: 'Note' }, { maxLength: 2000 }),
  },
  unique: [['number']],
  lifecycle: {
    assigned: {
      accept: {
        to: 'accepted',
        by: ['quality-office'],
        comment: 'required',
        label: { zh: '登记书面声明：无利害关系', en: 'Enter a declaration on paper: no tie' },
      },
      decline: {
        to: 'declined',
        by: ['quality-office'],
        comment: 'required',
        label: { zh: '登记退出', en: 'Enter that the expert steps back' },
      },
      withdraw: { to: 'withdrawn', by: ['quality-office'] },
    },
    accepted: { withdraw: { to: 'withdrawn', by: ['quality-office'], comment: 'required' } },
    declined: {},
    withdrawn: {},
  },
  counts: ['accepted'],
  access: {
    'system-administrator': { read: 'college', write: 'college' },
    'college-leader': { read: 'college' },
    'quality-office': { read: 'college', write: 'college' },
    'scoring-expert': { read: 'own' },
    auditor: { read: 'college' },
  },
  order: 'number',
})
