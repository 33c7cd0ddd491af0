import type { DemoContext, DemoPart, DemoRow } from './context.ts'
import { LEVELS } from './plan-outline.ts'
import { type PlanTask, planTree } from './plan-tree.ts'

type Aspect = 'quantity' | 'quality' | 'benefit' | 'satisfaction' | 'landmarks'
/** Board by its place within the level, from 1. */
type Goal = readonly [board: number, aspect: Aspect, name: string, measuredIn: string, target: string, actual: string]

/**
 * What the plan promised of its performance. Values are those that a published mid-term report prints; the targets, which
 * it does not print, are made up below them, as it says that all were reached.
 */
const GOALS: Readonly<Record<'school' | 'group', readonly Goal[]>> = {
  school: [
    [2, 'quantity', '学生获全国职业院校技能大赛奖', '项', '15', '17'],
    [2, 'quantity', '参与开发国家标准', '个', '15', '16'],
    [6, 'quantity', '1+X 考核站', '个', '20', '25'],
    [7, 'quantity', '授权发明专利', '项', '50', '53'],
    [2, 'quality', '1+X 证书通过率', '%', '75', '76.67'],
    [4, 'quality', '专业对接产业率', '%', '90', '93.18'],
    [5, 'quality', '专业教师双师比', '%', '80', '80.42'],
    [7, 'benefit', '技术服务产生经济效益', '万元', '15000', '19560'],
    [7, 'benefit', '线上线下培训', '万人日', '55', '60.8861'],
    [7, 'benefit', '学习成果认证与转换', '万人次', '8', '9.69'],
    [2, 'satisfaction', '在校生满意度', '%', '95', '97.86'],
    [2, 'satisfaction', '毕业生满意度', '%', '95', '99.67'],
    [5, 'satisfaction', '教职工满意度', '%', '95', '97.88'],
    [6, 'satisfaction', '用人单位满意度', '%', '94', '94.50'],
    [8, 'satisfaction', '家长满意度', '%', '95', '99.33'],
    [8, 'landmarks', '标志性成果分值', '分', '40', '60'],
  ],
  group: [
    [1, 'quantity', '学生获全国职业院校技能大赛奖', '项', '15', '16'],
    [3, 'quantity', '新型活页式、工作手册式教材', '部', '10', '10'],
    [6, 'quantity', '高水平论文', '篇', '60', '61'],
    [1, 'quality', '毕业生去向落实率', '%', '96', '97.98'],
    [1, 'quality', '专业对口率', '%', '80', '80.90'],
    [7, 'benefit', '技术服务产生社会效益', '万元', '6000', '6500'],
    [7, 'benefit', '科普服务惠及', '万人次', '7', '7.52'],
    [1, 'satisfaction', '在校生满意度', '%', '95', '99.34'],
    [1, 'satisfaction', '毕业生满意度', '%', '95', '99.83'],
    [4, 'satisfaction', '教职工满意度', '%', '95', '97.88'],
    [1, 'satisfaction', '用人单位满意度', '%', '94', '95.16'],
    [1, 'satisfaction', '家长满意度', '%', '95', '99.59'],
    [9, 'landmarks', '标志性成果分值', '分', '40', '60'],
  ],
}

export const planGoalsDemo: DemoPart = (demo) => {
  const boards = planTree(demo).filter((task) => task.kind === 'board')
  return [
    {
      register: 'plan-targets',
      rows: LEVELS.flatMap(({ key }) => {
        const own = boards.filter((task) => task.level.key === key)
        return GOALS[key].map((goal) => goalRow(demo, own[goal[0] - 1]!, goal))
      }),
    },
  ]
}

const goalRow = (demo: DemoContext, board: PlanTask, [, aspect, name, measuredIn, target, actual]: Goal): DemoRow => ({
  $key: `${board.number}/${name}`,
  task: demo.id('plan-tasks', board.number),
  unit: demo.id('units', board.unit),
  name,
  indicator: null,
  aspect,
  measuredIn,
  direction: 'up',
  year: 2021,
  base: null,
  target,
  actual,
})
