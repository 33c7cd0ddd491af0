import { caseStudy, doc, recordTable } from '../../../../src/language/document.ts'
import { p } from '../prose.ts'

/** 5 国际合作 */
export const international = {
  'international.students': doc(
    p`本学年接收国外留学生${'q5.foreign-students'}，在${'q5.foreign-student-majors'}专业学习，包括学历生、交换生和短期研修生，其中短期研修部分以线上方式进行。接收国外访学教师${'q5.visiting-teachers'}。`,
    p`留学生管理遵守国家规定，入学、签证、保险、住宿由国际合作与交流处统一办理，教学由学院负责。学历生入学后先学习汉语，达到要求再进入专业学习；专业课配备双语助教。学校为留学生安排企业参观、民间工艺体验和节日活动，鼓励中外学生同组完成课程项目。`,
    p`留学生的学业标准与国内学生一致。对学习困难的学生，由任课教师和同学结对辅导。`,
  ),
  'international.programmes': doc(
    p`学校开设中外合作办学专业${'q5.joint-programme-majors'}，在校生${'q5.joint-programme-students'}。合作项目引进外方课程和评价方式，由双方教师共同授课，外方教师集中授课与线上辅导结合。`,
    p`学校对引进课程实行先试后用：先由本校教师听课并试讲一个单元，再确定采用、改编或放弃。合作办学的教学质量按校内标准检查，同时接受教育主管部门的评估。`,
  ),
  'international.standards': doc(
    p`本学年开发并被国外采用的职业教育标准${'q5.adopted-standards'}，其中专业标准${'q5.adopted-major-standards'}、课程标准${'q5.adopted-course-standards'}；被国外采用的教学资源${'q5.adopted-resources'}、装备${'q5.adopted-equipment'}。`,
    recordTable('adopted-standards'),
    p`标准的开发从使用方的需要出发，先了解当地的设备、课时和教师条件，再确定内容。交付后由使用院校反馈，学校每年修订一次。`,
    p`本学年师生在国外技能大赛中获奖${'q5.skills-awards'}。`,
  ),
  'international.belt-and-road': doc(
    p`学校结合自身专业，为“一带一路”共建国家的院校和“走出去”企业提供师资培训、技术指导和课程支持。本学年专任教师赴国外指导和开展培训${'q5.overseas-assignment-days'}；在国外组织担任职务的专任教师${'q5.overseas-post-holders'}。`,
    p`外派教师出发前完成外语、安全和跨文化培训，回国后提交总结，经验在校内交流。线上培训作为补充，主要用于理论课程和回访答疑。`,
  ),
  'international.abroad': doc(
    p`学校在国外合作开办学校${'q5.overseas-schools'}，开设专业${'q5.overseas-school-majors'}，在校生${'q5.overseas-school-students'}。学生先在当地学习语言和专业基础，再来校完成专业课程和实训。`,
    caseStudy(
      '海外分院的第一个学期',
      p`海外分院开课前，车辆工程学院的教师准备了一整套按校内标准写的教案。到了当地才发现，教室没有举升机，学生从未拆过一颗螺栓。教师把前几周的课全部改为认识工具：从扳手的规格讲起，用当地常见的摩托车做教具，边做边学中文词汇。`,
      p`一个学期后，学生能独立完成保养作业，并用中文填写工单。教师带回来的不是完成率，而是一本写满批注的教案和一份设备清单。学院据此重写了海外班的课程标准，第二批教师出发时少走了许多弯路。`,
    ),
  ),
  'international.distinctive': doc(
    p`学校参与区域性职业教育国际合作联盟的工作，承担论坛、师资研修和学生交流活动的组织任务，与成员院校共享课程和案例。联盟项目以小规模、可持续为原则，先做一门课、一个工坊，效果好再扩大。`,
  ),
} as const
