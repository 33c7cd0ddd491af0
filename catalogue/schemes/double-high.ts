import {
  defineScheme,
  type Label,
  type PlanMeasure,
  type ScoreGroup,
  type ScoreItem,
} from '../../src/language/index.ts'

/** A share in per cent, of which all earns all points; more than all earns no more. */
const share = (key: string, label: Label, points: string, measure: PlanMeasure): ScoreItem => ({
  key,
  label,
  points,
  rule: { by: 'ratio', target: '100' },
  source: { from: 'plan', measure },
})

/**
 * A plan's money is in one account, for which the school answers: its level is judged by the rate of the whole plan. A
 * published self-evaluation (中期绩效评价自评报告, 2022) prints the rate of the project and that of the group, and none of
 * the school's own tasks.
 */
const moneyShare = (isSchool: boolean, ...item: Parameters<typeof share>): ScoreItem => ({
  ...share(...item),
  source: { from: 'plan', measure: item[3], ...(isSchool ? { of: 'plan' } : {}) },
})

/** What outside experts judge. Of five scores or more the highest and the lowest are left out. */
const judged = (key: string, label: Label, points: string): ScoreItem => ({
  key,
  label,
  points,
  rule: { by: 'experts', outOf: '100', outliers: { drop: 'ends', from: 5 } },
  source: { from: 'experts' },
})

const satisfied = (key: string, label: Label, points: string): ScoreItem => ({
  key,
  label,
  points,
  rule: { by: 'ratio', target: { zh: '绩效目标值（%）', en: 'Target of the plan (%)' } },
  source: { from: 'plan-target', name: label.zh },
})

/** The school and each group of majors are scored by one tree. */
const tree = (isSchool: boolean): readonly ScoreGroup[] => [
  {
    key: 'output',
    label: { zh: '产出', en: 'Output' },
    points: '40',
    of: [
      {
        key: 'quantity',
        label: { zh: '数量', en: 'Quantity' },
        points: '15',
        of: [
          share(
            'quantity-targets',
            { zh: '数量指标达成度', en: 'Targets of quantity reached' },
            '15',
            'targets.quantity',
          ),
        ],
      },
      {
        key: 'quality',
        label: { zh: '质量', en: 'Quality' },
        points: '15',
        of: [
          share('quality-targets', { zh: '质量指标达成度', en: 'Targets of quality reached' }, '15', 'targets.quality'),
        ],
      },
      {
        key: 'time',
        label: { zh: '时效', en: 'Timeliness' },
        points: '5',
        of: [share('tasks-on-time', { zh: '任务按期完成率', en: 'Tasks completed in time' }, '5', 'tasks.on-time')],
      },
      {
        key: 'cost',
        label: { zh: '成本', en: 'Cost' },
        points: '5',
        of: [
          moneyShare(
            isSchool,
            'budget-used',
            { zh: '资金使用率（支出÷预算）', en: 'Money used (spent ÷ budget)' },
            '5',
            'money.used-of-budget',
          ),
        ],
      },
    ],
  },
  {
    key: 'benefit',
    label: { zh: '效益', en: 'Benefit' },
    points: '20',
    of: [
      share('benefit-targets', { zh: '效益指标达成度', en: 'Targets of benefit reached' }, '10', 'targets.benefit'),
      {
        key: 'landmarks',
        label: { zh: '标志性成果', en: 'Landmark results' },
        points: '5',
        rule: {
          by: 'results',
          levels: {
            international: { label: { zh: '国际级', en: 'International' }, weight: '12' },
            national: { label: { zh: '国家级', en: 'National' }, weight: '10' },
            provincial: { label: { zh: '省部级', en: 'Provincial or ministerial' }, weight: '4' },
            college: { label: { zh: '校级', en: 'College' }, weight: '1' },
          },
          ranks: {
            none: { label: { zh: '不分等级', en: 'Not ranked' }, weight: '1' },
            grand: { label: { zh: '特等', en: 'Grand' }, weight: '1.5' },
            first: { label: { zh: '一等', en: 'First' }, weight: '1' },
            second: { label: { zh: '二等', en: 'Second' }, weight: '0.8' },
            third: { label: { zh: '三等', en: 'Third' }, weight: '0.6' },
          },
          full: { zh: '计划约定的成果分值', en: 'Weight of results that the plan promises' },
        },
        source: { from: 'plan-results', full: '标志性成果分值' },
      },
      judged('contribution', { zh: '贡献度', en: 'Contribution' }, '5'),
    ],
  },
  {
    key: 'satisfaction',
    label: { zh: '满意度', en: 'Satisfaction' },
    points: '10',
    of: [
      satisfied('students', { zh: '在校生满意度', en: 'Students' }, '3'),
      satisfied('graduates', { zh: '毕业生满意度', en: 'Graduates' }, '2'),
      satisfied('staff', { zh: '教职工满意度', en: 'Staff' }, '1'),
      satisfied('employers', { zh: '用人单位满意度', en: 'Employers' }, '2'),
      satisfied('parents', { zh: '家长满意度', en: 'Parents' }, '2'),
    ],
  },
  {
    key: 'management',
    label: { zh: '管理与执行', en: 'Management and execution' },
    points: '30',
    of: [
      judged('mechanism', { zh: '项目推进机制', en: 'How the work is run' }, '10'),
      moneyShare(
        isSchool,
        'money-arrived',
        { zh: '资金到位率（到位÷预算）', en: 'Money arrived (arrived ÷ budget)' },
        '5',
        'money.arrived-of-budget',
      ),
      {
        key: 'compliance',
        label: { zh: '资金使用合规性', en: 'Rules of spending kept' },
        points: '10',
        rule: { by: 'deduction' },
        source: { from: 'given' },
        less: {
          finding: {
            label: { zh: '审计或检查发现的一般问题', en: 'Finding of an audit or check' },
            each: '1',
            most: '5',
          },
          serious: { label: { zh: '违规违纪支出', en: 'Spending against the rules' }, each: '5' },
        },
      },
      {
        key: 'evidence',
        label: { zh: '佐证材料与台账', en: 'Evidence and ledger' },
        points: '5',
        rule: { by: 'manual' },
        source: { from: 'given' },
        less: {
          'case-missing': {
            label: {
              zh: '省级及以上标志性成果缺案例',
              en: 'Landmark result of provincial level or above without its case',
            },
            each: '0.5',
            most: '5',
          },
        },
      },
    ],
  },
]

const school = { zh: '学校层面', en: 'School' }
const level = (label: Label, isSchool = false) => ({ label, points: '100', of: tree(isSchool) })

export const doubleHigh = defineScheme({
  name: 'double-high',
  version: 1,
  label: { zh: '双高计划绩效评价', en: 'Performance of the Double-High plan' },
  source:
    '教职成厅函〔2024〕1号：层面权重 30/70 与 50/25/25、等级分数线、四项一票否决、产出 40 分（其中数量 15 分）。' +
    '凭常识拟定、以正式文件为准：质量 15、时效 5、成本 5、效益 20、满意度 10、管理与执行 30，以及各组以下的条目、分值和规则',
  levels: {
    school: level(school, true),
    group: level({ zh: '专业群层面', en: 'Group of majors' }),
    'group-a': level({ zh: '专业群 A', en: 'Group of majors A' }),
    'group-b': level({ zh: '专业群 B', en: 'Group of majors B' }),
  },
  weightings: {
    'group-project': {
      label: { zh: '高水平专业群建设单位', en: 'Group-type project' },
      of: { school: '30', group: '70' },
    },
    'school-project': {
      label: { zh: '高水平学校建设单位', en: 'School-type project' },
      of: { school: '50', 'group-a': '25', 'group-b': '25' },
    },
    // A task group scores the level that it works for.
    'school-level': { label: { zh: '任务组：学校层面', en: 'Task group: school' }, of: { school: '100' } },
    'group-level': { label: { zh: '任务组：专业群层面', en: 'Task group: group of majors' }, of: { group: '100' } },
  },
  vetoes: [
    {
      key: 'tasks-completed',
      label: { zh: '任务完成率低于 80 %', en: 'Less than 80 % of the tasks completed' },
      grade: 'poor',
      when: 'below',
      least: '80',
      source: { from: 'plan', measure: 'tasks.completed' },
    },
    {
      key: 'management',
      label: { zh: '任一层面管理与执行低于 18 分', en: 'Management and execution below 18 at a level' },
      grade: 'poor',
      when: 'group-below',
      least: '18',
      group: 'management',
    },
    {
      key: 'off-target',
      label: { zh: '建设偏离目标', en: 'The plan has left its goal' },
      grade: 'poor',
      when: 'said',
    },
    {
      key: 'moral-education',
      label: { zh: '违反立德树人根本要求', en: 'Violation of moral education' },
      grade: 'poor',
      when: 'said',
    },
    {
      key: 'false-reporting',
      label: { zh: '数据、材料严重弄虚作假', en: 'Seriously false reporting' },
      grade: 'poor',
      when: 'said',
    },
  ],
  grades: {
    excellent: { label: { zh: '优', en: 'Excellent' }, from: '90' },
    good: { label: { zh: '良', en: 'Good' }, from: '80' },
    fair: { label: { zh: '中', en: 'Fair' }, from: '60' },
    poor: { label: { zh: '差', en: 'Poor' }, from: '0' },
  },
  decimals: { items: 2, levels: 2, total: 2 },
})
