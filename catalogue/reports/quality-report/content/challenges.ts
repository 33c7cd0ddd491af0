import { doc } from '../../../../src/language/document.ts'
import { p } from '../prose.ts'

/** 8 面临挑战 */
export const challenges = {
  'challenges.main': doc(p`对照职业教育改革的要求和学校发展目标，当前主要面临以下挑战。`),
  'challenges.main.industry': doc(
    p`产业升级快于专业调整。智能化、绿色化改造使岗位边界变化，部分专业的课程和设备更新滞后，教师对新技术的掌握参差不齐。横向技术服务以中小项目为主，承接企业关键技术问题的能力还不强。`,
  ),
  'challenges.main.type': doc(
    p`类型教育的特征还不够鲜明。企业参与教学的深度不均衡，一些合作停留在提供岗位；贯通培养的课程衔接仍有重复；学生学习基础差异大，统一的教学安排难以兼顾。课外育人的满意度为${'q2.students-outside-class'}，低于课堂教学，说明学生课外支持仍有不足。`,
  ),
  'challenges.main.international': doc(
    p`国际合作的规模和质量有待提高。本学年专任教师赴国外指导和开展培训${'q5.overseas-assignment-days'}，与企业海外业务的需要相比仍然偏少；能用外语讲授专业课的教师不足，被国外采用的标准需要持续维护。`,
  ),
  'challenges.measures': doc(p`针对上述挑战，学校下一年度重点采取以下举措，进展将在下一年度报告中说明。`),
  'challenges.measures.research': doc(
    p`以科教融汇提升服务能力。集中力量建设少数应用技术平台，面向行业共性问题组织跨学院团队；完善成果转化收益分配，让参与的教师和学生受益；把技术服务项目转化为教学资源列入项目验收要求。`,
  ),
  'challenges.measures.majors': doc(
    p`以专业改造和课堂质量为主线提高培养水平。完成一轮专业核心课程的岗位任务再分析，更新实训任务；扩大分层教学和学业支持；延长场馆和实训室开放时间，改善课外育人条件；稳步推进贯通培养课程一体化设计。`,
  ),
  'challenges.measures.cooperation': doc(
    p`以项目为抓手拓展合作。与“走出去”企业共同确定外派和培训计划，建立外派教师储备；对已被采用的标准逐项回访修订；支持学生赴境外实习和参加国际技能竞赛，保障安全和权益。`,
  ),
} as const
