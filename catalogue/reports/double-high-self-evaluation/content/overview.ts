import { chart, doc, figureTable } from '../../../../src/language/document.ts'
import { p } from '../../quality-report/prose.ts'

/** 一、总体实现程度概述 */
export const overview = {
  'overview.goals': doc(
    p`学校对照建设方案和任务书，把建设内容分解为${'plan.tasks'}任务点，落实到人、到月、到资金。截至本阶段末，已完成任务点${'plan.tasks-completed'}，任务完成率${'plan.completion'}。`,
    p`按绩效评价方案逐条计分，学校层面自评${'plan.school-score'}，专业群层面自评${'plan.group-score'}，按层面权重折算，综合自评${'plan.score'}。任务进度和目标达成分开统计：进度不进入绩效得分，绩效只看指标的实际值。`,
    p`取得省级及以上成果${'plan.results'}，其中国家级（国际）${'plan.results-national'}。同一成果由多个任务申报的，按最高级别只计一次；省级及以上标志性成果均附案例，共${'plan.landmark-cases'}。`,
    figureTable('plan-scores'),
  ),
  'overview.money': doc(
    p`项目预算资金${'plan.budget'}，其中中央财政${'plan.budget-central'}、地方财政${'plan.budget-local'}、行业企业${'plan.budget-industry'}、学校自筹${'plan.budget-own'}。`,
    p`项目到位资金${'plan.arrived'}，其中中央财政${'plan.arrived-central'}、地方财政${'plan.arrived-local'}、行业企业${'plan.arrived-industry'}、学校自筹${'plan.arrived-own'}。资金到位率${'plan.arrival-capped'}；不封顶计为${'plan.arrival'}，超出部分来自行业企业的追加投入。`,
    p`项目使用资金${'plan.spent'}，其中中央财政${'plan.spent-central'}、地方财政${'plan.spent-local'}、行业企业${'plan.spent-industry'}、学校自筹${'plan.spent-own'}。累计资金使用率（支出÷预算）${'plan.use-of-budget'}，专业群资金使用率${'plan.group-use-of-budget'}；按支出÷到位计，使用率为${'plan.use-of-arrivals'}。`,
    figureTable('plan-money'),
    chart('budget-by-source'),
  ),
} as const
