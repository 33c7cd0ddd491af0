import {
  choice,
  date,
  decimal,
  defineRegister,
  longText,
  person,
  reference,
  text,
  unit,
} from '../../../src/language/index.ts'
import { inOrder } from '../../checks.ts'
import { planAccess } from './access.ts'

/** The tree of a plan: boards, tasks, sub-tasks, and the leaf tasks that are filled and counted. */
export const planTasks = defineRegister({
  name: 'plan-tasks',
  label: { zh: '建设任务', en: 'Plan tasks' },
  area: 'plan',
  owner: 'quality',
  help: {
    zh: '板块、任务、子任务和任务点构成一棵树。只有任务点计入完成率。导入时上级可以在同一张表中，先后不限。',
    en: 'Boards, tasks, sub-tasks and leaf tasks make a tree. Leaf tasks alone count as completed. A sheet may hold parents and children in any order.',
  },
  title: 'name',
  unit: 'unit',
  person: 'owner',
  fields: {
    number: text(
      { zh: '任务编号', en: 'Number' },
      {
        required: true,
        maxLength: 40,
        help: {
          zh: '全校唯一，凭证和填报都写它；宜以计划代号开头',
          en: 'One for the whole college: vouchers and reports cite it. Begin with the plan’s code',
        },
      },
    ),
    name: text({ zh: '任务名称', en: 'Name' }, { required: true, maxLength: 200 }),
    plan: reference({ zh: '所属计划', en: 'Plan' }, 'plans', { required: true }),
    level: reference({ zh: '所属层面', en: 'Level' }, 'plan-levels', { required: true }),
    kind: choice(
      { zh: '任务层次', en: 'Kind' },
      {
        board: { zh: '板块', en: 'Board' },
        task: { zh: '任务', en: 'Task' },
        'sub-task': { zh: '子任务', en: 'Sub-task' },
        leaf: { zh: '任务点', en: 'Leaf task' },
      },
      { required: true, indexed: true },
    ),
    parent: reference({ zh: '上级任务', en: 'Parent' }, 'plan-tasks'),
    unit: unit({ zh: '责任单位', en: 'Unit' }, { required: true }),
    owner: person({ zh: '负责人', en: 'Owner' }),
    from: date({ zh: '开始日期', en: 'From' }, { required: true }),
    to: date({ zh: '完成期限', en: 'Due on' }, { required: true, indexed: true }),
    weight: decimal(
      { zh: '权重', en: 'Weight' },
      {
        decimals: 2,
        min: '0',
        max: '100',
        unit: { zh: '%', en: '%' },
        help: {
          zh: '在同一上级之下的份额，合计 100；都不填时各任务等权',
          en: 'Its share among the tasks of one parent, which add up to 100; all weigh the same when none is given',
        },
      },
    ),
    deliverables: longText({ zh: '预期成果', en: 'Deliverables' }, { maxLength: 2000, secondary: true }),
  },
  unique: [['number']],
  access: planAccess,
  order: 'number',
  statistics: [
    { count: 'all', by: 'kind' },
    { count: 'all', by: 'unit' },
  ],
  check: (task) => [
    ...inOrder(task.from, task.to, 'to', { zh: '完成期限早于开始日期', en: 'It is due before it begins' }),
    ...(task.kind === 'board' && task.parent !== null
      ? [
          {
            field: 'parent',
            message: { zh: '板块是最上一层，没有上级', en: 'A board is at the top: it has no parent' },
          },
        ]
      : []),
    ...(task.kind !== 'board' && task.parent === null
      ? [{ field: 'parent', message: { zh: '请填写上级任务', en: 'Name the task it belongs to' } }]
      : []),
  ],
})
