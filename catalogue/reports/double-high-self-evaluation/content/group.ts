import { doc, recordTable } from '../../../../src/language/document.ts'
import { p } from '../../quality-report/prose.ts'

/** 三、专业群层面任务及绩效指标的完成情况。 */
export const group = {
  'group.output': doc(
    p`截至本阶段末，专业群各板块任务点${'plan.group-tasks'}全面启动，已完成${'plan.group-tasks-completed'}，完成率${'plan.group-completion'}。绩效目标与实际值逐项列于下表。`,
    recordTable('group-goals'),
  ),
  'group.output.model': doc(
    p`专业群由对接同一产业链的专业组成，校企共同制定培养方案，按基础、核心、综合分段培养，专业教育与创新创业教育结合。`,
  ),
  'group.output.courses': doc(
    p`按共享、分立、互选三层重构课程，以职业能力分析的结果更新资源，企业工程师参与课程开发和审定。`,
  ),
  'group.output.textbooks': doc(
    p`把企业的工作过程改写为教学案例，开发活页式和工作手册式教材，课堂采用混合式教学，学习过程数据用于评价和反馈。`,
  ),
  'group.output.team': doc(
    p`引进和培养并行，明确教师从新任到骨干、到带头人的发展路径，聘请产业导师，团队建设与国家级教师基地结合。`,
  ),
  'group.output.practice': doc(
    p`校内外基地按生产环境建设，对外开放共享，承担教学、培训、考证和技术服务，虚拟仿真用于高成本和高风险的训练。`,
  ),
  'group.output.platforms': doc(
    p`与头部企业共建协同创新平台和技能大师工作室，为企业开发新技术，把成果转化为课程案例和学生项目。`,
  ),
  'group.output.service': doc(
    p`为中小企业提供技术服务，为乡村和社区提供培训与科普，参与地方和行业标准制定，学习成果纳入学分银行。`,
  ),
  'group.output.international': doc(
    p`开发双语课程资源，参与国际竞赛标准制定和国际认证，为境外学员提供培训，教师参加国际交流。`,
  ),
  'group.output.guarantee': doc(
    p`成立多部门参加的项目组和专业发展委员会，以质量诊断和专业认证为核心建立保证体系，任务、资金和责任逐级落实。`,
  ),
  'group.contribution': doc(
    p`专业群的标准、资源和平台被同类专业采用，为区域支柱产业和新兴产业培养人才，带动校内其他专业群建设。`,
  ),
  'group.recognition': doc(
    p`学生、家长、毕业生和用人单位的满意度见绩效目标表中“满意度”各行，均高于计划目标；专业群在业内和国际上的影响以任职、赛事、报道和交流记录为据。`,
  ),
} as const
