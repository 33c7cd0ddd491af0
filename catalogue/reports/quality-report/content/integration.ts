import { caseStudy, doc, recordTable } from '../../../../src/language/document.ts'
import { p } from '../prose.ts'

/** 6 产教融合 */
export const integration = {
  'integration.practice': doc(
    p`实习实训由教务处、资产与实训管理处、产教融合办公室和二级学院共同组织，安全和权益保障放在首位。`,
  ),
  'integration.practice.management': doc(
    p`学生实习执行国家有关规定：实习前签订三方协议，学校统一购买实习责任保险，实习岗位与专业相关，不安排加班和夜班，不收取任何费用。指导教师每周与学生联系，异常情况当日报告。本年度实习专项经费${'q6.internship-expenses'}，其中责任保险经费${'q6.internship-insurance'}。`,
    p`实训室实行“一室一档”，设备、耗材、课表和安全检查记录完整可查。大型设备由专人管理，开放使用需预约。`,
  ),
  'integration.practice.bases': doc(
    p`学校有校内实训室${'q0.practice-sites-on-campus'}、校外实训基地${'q0.practice-sites-external'}，校内实践教学工位${'q0.workplaces'}。企业提供的校内实践教学设备值${'q6.enterprise-equipment'}，企业捐赠设备总值${'q0.donated-equipment'}。`,
    recordTable('new-practice-sites'),
    p`实训基地建设以课程需要为依据，先定教学任务、再定设备清单。老旧设备能改造的改造，改造方案优先交给师生完成。`,
  ),
  'integration.practice.assessment': doc(
    p`学校开展职业技能等级认定，按国家职业标准组织考核，考评人员与培训人员分开。本年度学生获得职业技能等级证书（含职业资格证书）的人数为${'q6.skill-certificates'}。考核不合格的学生可以在下一批次补考，期间由实训教师辅导。`,
  ),
  'integration.dual': doc(
    p`统计时点，合作协议在有效期内的合作单位${'q0.agreement-partners'}，本学年新签协议${'q0.agreements-signed'}。合作形式包括订单培养、共建实训基地、实习就业基地、技术中心和职工培训，每份协议明确双方负责人和年度任务，到期评估后决定是否续签。`,
    p`学校建有产业学院${'q0.industry-colleges'}，由学校与企业共同组成理事会，商定专业方向、投入和收益分配。`,
    recordTable('industry-colleges'),
    p`产业学院的课程由校企共同承担，企业课程在企业上，由企业技术人员考核。学生在企业学习期间的学籍、保险和食宿由学校负责协调。`,
  ),
  'integration.apprenticeship': doc(
    p`学校在${'q0.apprenticeship-majors'}专业实施现代学徒制，学徒${'q0.apprentices'}。学徒具有学生和企业准员工双重身份，学校、企业、学生签订协议，写明岗位、课程、师傅、待遇和退出办法。`,
    caseStudy(
      '两位导师合写一本手册',
      p`学徒班最初有两本手册：学校的一本写知识点，企业的一本写岗位任务，学生两头填，谁也说不清哪项本领是在哪里学会的。轨道交通与航空服务学院请学校导师和企业师傅坐到一起，用三天时间把任务逐条对齐：哪一项先在实训室练、哪一项必须到现场学、由谁验收。`,
      p`合写的手册只有原来一半厚，每项任务后面有两个签名。学生说，现在知道今天学的明天用在哪里；师傅说，以前带徒弟靠感觉，现在知道学校已经教到哪一步。`,
    ),
    p`学徒的考核由学校和企业共同进行，企业师傅的意见占主要部分。师傅带徒的工作量由企业认可，学校支付课酬并颁发聘书。`,
  ),
  'integration.city': doc(
    p`学校牵头的市域产教联合体${'q0.city-consortia-led'}，由产业园区、学校和骨干企业组成，共同研究园区的人才需求，安排课程、师资和实训条件的共享。联合体定期发布紧缺岗位清单，成员院校据此调整招生方向。`,
  ),
  'integration.communities': doc(
    p`学校牵头的行业产教融合共同体${'q0.industry-communities-led'}，面向智能网联汽车、电子信息、检测装备、化工、模具、软件等行业，联合上下游企业和院校制定教学标准、开发课程、组织师资研修。`,
    recordTable('alliances'),
    p`共同体工作以项目推进，每个项目有牵头单位、成果形式和完成时间，结果向全体成员公开。`,
  ),
  'integration.centres': doc(
    p`学校与企业共建开放型区域产教融合实践中心${'q6.practice-centres'}，集实践教学、社会培训、真实生产和技术服务于一体，向周边院校和企业开放。实践中心按成本收取使用费，收入用于设备维护和更新。`,
  ),
  'integration.distinctive': doc(
    p`学校形成了“企业出题、师生答题、车间阅卷”的合作方式：企业每学期提交技术问题，学院筛选后作为课程项目或毕业设计题目，成果由企业试用评价。没有被采用的成果同样给出意见，学生由此了解真实的要求。`,
    p`学校设立校企合作联络员，由专业教师兼任，每人固定联系若干企业，负责走访、回访和问题协调，联络记录作为教师企业实践的依据之一。`,
  ),
} as const
