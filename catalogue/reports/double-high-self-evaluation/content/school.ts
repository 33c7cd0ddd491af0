import { doc, recordTable } from '../../../../src/language/document.ts'
import { p } from '../../quality-report/prose.ts'

/** 二、学校层面任务及绩效指标的完成情况。各板块的文字由责任部门按本校事实改写。 */
export const school = {
  'school.output': doc(
    p`截至本阶段末，学校层面任务点${'plan.school-tasks'}，已完成${'plan.school-tasks-completed'}，完成率${'plan.school-completion'}。绩效目标与实际值逐项列于下表，分板块的做法和成效随后说明。`,
    recordTable('school-goals'),
  ),
  'school.output.party': doc(
    p`党的建设和思想政治教育贯穿建设全过程。基层党组织按标准建设，思政课与课程思政协同，管理、服务和实践环节共同承担育人责任，形成了部门之间有分工、有检查的育人机制。`,
  ),
  'school.output.education': doc(
    p`以岗位能力为依据重新设计课程，把职业技能等级证书、竞赛项目和企业任务放进教学。课程按基础共享、方向分立、高层选修组织，教材和教法随之更新，实训条件按真实工作环境配置。`,
  ),
  'school.output.platforms': doc(
    p`围绕区域产业建设技术技能平台，完善科研评价与成果转化制度，把技术服务项目转化为教学案例，让学生在教师团队的项目中学习。`,
  ),
  'school.output.majors': doc(
    p`按产业需求调整专业：停招对接不足的专业，新增产业急需的专业，用信息技术改造传统专业，由高水平专业群带动校级专业群协同发展。`,
  ),
  'school.output.staff': doc(
    p`以人事制度改革带动队伍建设。高层次人才引进与培养并重，教师定期到企业实践，分类建立发展平台，以教学能力和技术服务能力评价教师。`,
  ),
  'school.output.partnership': doc(
    p`与行业企业共建职教集团、产业学院和实训基地，人员互聘、设备共用、标准共订，校企双方按协议承担培养责任并共享成果。`,
  ),
  'school.output.service': doc(
    p`面向中小企业提供技术服务，面向乡村开展培训，面向社会成员开放学习成果登记与转换，服务的规模和到款均以业务记录统计。`,
  ),
  'school.output.governance': doc(
    p`以章程为核心清理和修订制度，扩大二级学院自主权，建立以质量诊断为主线的内部治理机制，引入第三方开展绩效评价。`,
  ),
  'school.output.campus': doc(
    p`升级网络和数据中心，建设智慧教室，业务系统数据互通，课堂、实训和管理的数据用于改进教学，并与来访学校共享做法。`,
  ),
  'school.output.international': doc(
    p`与境外院校和走出去的企业共建培训基地，开发并输出课程和标准，引进优质资源，教师和学生的国际交流逐步扩大。`,
  ),
  'school.contribution': doc(
    p`从对行业、区域和同类学校的贡献看，建设中形成的培养模式、标准、平台和制度已在校外应用。各项贡献以成果登记和业务记录为据，级别、授予单位和时间可以查到，主要标志性成果见下表。`,
    recordTable('landmarks'),
  ),
  'school.recognition.students': doc(
    p`学生和家长满意度由在线调查得出，样本、题目和计算办法随调查记录保存，结果高于计划目标，见绩效目标表中“满意度”各行。`,
  ),
  'school.recognition.employers': doc(
    p`用人单位通过回访和问卷评价毕业生。企业以捐赠、共建和订单等方式参与建设，行业企业投入${'plan.arrived-industry'}。`,
  ),
  'school.recognition.peers': doc(
    p`在同类学校中的影响体现在承办赛事、参与标准研制、专家任职和接待交流等方面，均有文件或邀请函为证。`,
  ),
  'school.recognition.abroad': doc(
    p`国际影响体现在境外办学点、输出的课程与标准、来校学习的境外学员和国际赛事成绩等方面。`,
  ),
} as const
