import { caseStudy, chart, doc, recordTable } from '../../../../src/language/document.ts'
import { p } from '../prose.ts'

/** 3 服务贡献 */
export const service = {
  'service.industry': doc(
    p`学校面向装备制造、汽车、电子信息等产业开展技术服务和职工培训。统计年度新签横向技术服务${'q0.technical-services'}，服务中小微企业${'q0.technical-service-clients'}；横向技术服务到款${'q4.technical-service-payments'}（上一统计年度${'q4.technical-service-payments@previous'}），经委托单位证明产生经济效益${'q4.technical-service-benefit'}。`,
    chart('technical-service-money'),
    p`到款额按实际到账的日期统计。统计年度签订合同的总金额为${'q0.technical-service-contracted'}，与到款额是两个口径，差额为分期支付和跨年到账部分。`,
    p`统计年度完成非学历培训${'q4.training-projects'}，共${'q4.training-hours'}，培训${'q0.training-attendances'}，其中企业职工${'q0.employee-training-attendances'}；培训到账经费${'q4.training-payments'}。`,
    caseStudy(
      '小微企业的“技术门诊”',
      p`许多小微企业遇到的技术问题不大，却不知道该找谁。机械工程学院把每周三下午定为技术门诊，教师轮流坐诊，企业带着图纸、零件甚至一段异响的录音来问。能当场解答的不收费；需要试验的，转为横向项目；超出能力的，介绍给兄弟院校。`,
      p`坐诊记录在学院内共享，重复出现的问题成为选题来源。一位教师说，门诊最大的收获是知道了车间里真正缺什么，回来上课底气更足。`,
    ),
  ),
  'service.region': doc(
    p`学校主动对接区域发展规划，与地方人力资源、教育、农业等部门建立联系机制，围绕重点产业提供人才、培训和技术支持。毕业生到用人单位就业的${'q4.employed'}，其中留在当地就业${'q4.employed-local'}，到西部和东北地区就业${'q4.employed-west'}，到中小微企业等基层就业${'q4.employed-grassroots'}，到大型企业就业${'q4.employed-large'}。`,
    p`同一名毕业生可能同时属于几类，各类人数不相加。`,
    p`学校把专业教师编入地方产业服务小组，参加企业诊断和园区规划，形成的建议交由地方部门采用或参考。`,
  ),
  'service.rural': doc(
    p`服务乡村振兴以人才培训和技术帮扶为主。学校为乡村电商、农机维修、农产品加工等需要组织短期培训，教师利用假期到村入户指导。面向农民、退役军人和社区居民的公益培训共${'q4.training-public-benefit-hours'}，不向学员收费。`,
    p`学生暑期社会实践以专业团队为主，出发前与当地确认需要什么，结束后交付一件可以继续使用的成果，如一套线路检修图、一份导览设计或一门短课。`,
  ),
  'service.community': doc(
    p`学校与周边社区签订共建约定，把场馆、课程和志愿者向居民开放。学年内完成社区与志愿服务活动${'q0.community-services'}，开展${'q0.community-service-sessions'}，参加${'q0.community-service-attendances'}，服务时长${'q0.community-service-hours'}。`,
    p`活动按居民提出的需求安排，家电维修、课后托管、手机使用辅导等项目最受欢迎。学校为志愿者购买保险，并对首次参加的学生进行培训。`,
  ),
  'service.distinctive-region': doc(
    p`学校地处制造业集聚地区，服务的重点是让传统企业用得起、用得会新技术。教师团队以行业为单位，梳理数控设备联网、能耗监测、质量追溯等共性问题，形成可以分步实施的方案，由企业按自身条件选择。`,
    p`学校同时承担跨区域职业院校协作任务，与协作地区的院校互派教师、共享课程，为当地培训教学管理人员。`,
  ),
  'service.distinctive-college': doc(
    p`学校与地方老干部部门合作举办老年大学，设书画、声乐、舞蹈、摄影、智能手机使用等课程，由学校教师、学生志愿者和社会人士授课。开办以来累计开设${'q0.senior-university-classes'}，累计招生${'q0.senior-university-enrolments'}；本学年招生${'q0.senior-university-enrolments-of-year'}。`,
    recordTable('senior-university'),
    caseStudy(
      '手机课堂开到家门口',
      p`老年大学最早的手机课在教学楼上，一些老人嫌远，来过一两次就不再来。信息专业的学生把课搬到社区活动室，一名学生带两位老人，从挂号、缴费、看公交到识别诈骗短信，一次只学一件事，学会了再走。`,
      p`学生发现，老人记不住的不是步骤，而是界面一变就不敢点。他们为常用的几个功能画了大字图卡，每次改版后更新。图卡后来被多个社区要去张贴，参与的学生把这段经历写进了交互设计课程的作业。`,
    ),
  ),
} as const
