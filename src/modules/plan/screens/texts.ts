import type { Label } from '../../../language/label.ts'

/** The words of the screens of plans. */
export const planTexts = {
  'plans.title': { zh: '建设计划', en: 'Plans' },
  'plans.hint': {
    zh: '任务、进度、目标和资金；进度与达成分开计算。',
    en: 'Tasks, progress, targets and money; progress and achievement are kept apart.',
  },
  'plans.none': { zh: '还没有建设计划', en: 'No plan yet' },
  'plans.none-hint': {
    zh: '先在数据表“建设计划”中新建，再用导入导出把任务书导入“建设任务”。',
    en: 'Make one in the register “Plans”, then import its tasks into “Plan tasks”.',
  },
  'plans.open-register': { zh: '打开数据表', en: 'Open the register' },
  'plans.span': { zh: '{from} 至 {to}，统计截至 {asOf}', en: '{from} to {to}, figures up to {asOf}' },

  'plans.edition': { zh: '第 {n} 版', en: 'Edition {n}' },

  'sum.completion': { zh: '任务完成率', en: 'Completion' },
  'sum.completed': { zh: '{n}/{all} 个任务点', en: '{n} of {all} leaf tasks' },
  'sum.definition-completion': {
    zh: '进度填报为 100% 并已审定的任务点 ÷ 全部任务点',
    en: 'Leaf tasks reported as 100 % and approved ÷ all leaf tasks',
  },
  'sum.show-open': { zh: '查看未完成', en: 'Show what is open' },
  'sum.score': { zh: '自评得分', en: 'Self-evaluation' },
  'sum.weighed': { zh: '各层面得分按权重合计', en: 'Levels by their weights' },
  'sum.weight': { zh: '权重 {n}%', en: 'weight {n} %' },
  'sum.money': { zh: '资金', en: 'Money' },
  'sum.source': { zh: '来源', en: 'Source' },
  'sum.all': { zh: '合计', en: 'Total' },
  'sum.lights': { zh: '任务点预警', en: 'Lights of leaf tasks' },
  'sum.results': { zh: '成果（同一成果计一次）', en: 'Results, each once' },

  'task.name': { zh: '任务', en: 'Task' },
  'task.light': { zh: '状态与原因', en: 'Light and reason' },
  'task.progress': { zh: '进度', en: 'Progress' },
  'task.achieved': { zh: '目标达成', en: 'Achieved' },
  'task.unit': { zh: '责任单位', en: 'Unit' },
  'task.owner': { zh: '负责人', en: 'Owner' },
  'task.due': { zh: '期限', en: 'Due' },
  'task.budget': { zh: '预算', en: 'Budget' },
  'task.arrived': { zh: '到位', en: 'Arrived' },
  'task.spent': { zh: '支出', en: 'Spent' },
  'task.open': { zh: '展开 {name}', en: 'Open {name}' },
  'task.close': { zh: '收起 {name}', en: 'Close {name}' },
  'task.ten-thousand': { zh: '{label}（万元）', en: '{label} (10k yuan)' },
  'task.of': { zh: '{n}/{all}', en: '{n}/{all}' },
  'task.money-line': {
    zh: '预算 {budget} · 支出 {spent} 万元',
    en: 'budget {budget} · spent {spent} (10k yuan)',
  },

  'filter.search': { zh: '任务、编号、负责人、单位', en: 'Task, number, owner, unit' },
  'filter.level': { zh: '全部层面', en: 'All levels' },
  'filter.unit': { zh: '全部单位', en: 'All units' },
  'filter.light': { zh: '全部状态', en: 'All lights' },
  'filter.open': { zh: '只看未完成的任务点', en: 'Open leaf tasks only' },
  'filter.clear': { zh: '清除筛选', en: 'Clear' },
  'filter.found': { zh: '{n} 项', en: '{n} tasks' },
  'filter.expand': { zh: '全部展开', en: 'Open all' },
  'filter.collapse': { zh: '全部收起', en: 'Close all' },
  'filter.none': { zh: '没有符合条件的任务', en: 'No task matches' },
  'filter.none-hint': { zh: '换一个条件，或清除筛选。', en: 'Try another condition, or clear the filter.' },

  'light.red': { zh: '红', en: 'Red' },
  'light.yellow': { zh: '黄', en: 'Yellow' },
  'light.green': { zh: '绿', en: 'Green' },
  'light.grey': { zh: '灰', en: 'Grey' },

  'problems.title': { zh: '计划本身的问题（{n}）', en: 'What is wrong in the plan ({n})' },
} as const satisfies Readonly<Record<string, Label>>
