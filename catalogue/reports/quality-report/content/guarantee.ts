import { chart, doc } from '../../../../src/language/document.ts'
import { p } from '../prose.ts'

/** 7 发展保障 */
export const guarantee = {
  'guarantee.policy': doc(
    p`学校认真执行国家和地方关于职业教育的法律和政策，及时将新政策转化为校内制度和年度任务，逐项明确责任部门和完成时间。教职员工额定编制${'q6.established-posts'}，在编教职工${'q0.staff-on-establishment'}；思政课、体育课、美育课专任教师分别为${'q6.ideological-teachers'}、${'q6.physical-education-teachers'}、${'q6.art-teachers'}。`,
    p`地方财政落实生均拨款制度，年生均财政拨款水平${'q6.appropriation-per-student'}，年财政专项拨款${'q6.special-appropriation'}。`,
  ),
  'guarantee.governance': doc(
    p`学校以章程为依据，健全党委领导、校长负责、教授治学、民主管理的治理结构。学术委员会、教学委员会、教职工代表大会和学生代表大会按规定运行，重大事项听取意见后决策。`,
    p`校院两级管理职责清楚：学校管方向、标准和监督，学院管专业、课程和教师。年度考核以任务完成和数据为依据，结果公示并允许申诉。`,
  ),
  'guarantee.quality': doc(
    p`学校建立内部质量保证体系，在学校、专业、课程、教师、学生五个层面设定目标和标准，以日常数据监测运行，发现偏差及时提醒，定期诊断改进。`,
    p`质量数据坚持一数一源。每项指标有固定的定义、来源、责任部门和版本，修改定义须经质量管理办公室审核并说明理由。已核定的数据发生变动时，系统提示责任部门说明原因。`,
    p`教学督导、学生评教、同行听课、用人单位回访构成外部和内部相结合的评价。评价结果首先反馈给被评价者，由其提出改进措施。`,
  ),
  'guarantee.funding': doc(
    p`本年度办学经费收入${'q0.income'}，其中财政拨款${'q0.appropriations'}，占${'q0.appropriation-share'}；自有收入${'q0.own-income'}，占${'q0.own-income-share'}。办学经费支出${'q0.spending'}。`,
    chart('income'),
    p`经费安排优先保证教学运行、教师培训、实训条件和学生资助。预算编制与任务挂钩，执行进度按季度公布，专项资金实行绩效评价，评价结果影响下一年度安排。`,
    p`学校健全内部控制制度，采购、合同、资产和科研经费管理有章可循，接受审计监督。资产实行全过程管理，大型设备购置前论证使用率，购置后公开使用情况。`,
  ),
} as const
