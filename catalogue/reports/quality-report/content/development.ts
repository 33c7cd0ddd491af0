import {
  bulletList,
  caseStudy,
  chart,
  doc,
  figureTable,
  listItem,
  recordTable,
} from '../../../../src/language/document.ts'
import { p } from '../prose.ts'

/** 2 人才培养 */
export const development = {
  'development.party': doc(
    p`学校坚持党委领导下的校长负责制，党委会研究办学方向、干部队伍、思想政治工作和重大改革事项，议题办理情况定期向全体委员报告。二级学院党总支参与本单位人才引进、课程建设、评优评先等事项的把关。`,
    p`本年度学校按照上级部署开展主题教育，把理论学习与调查研究结合起来，由校领导牵头就学生实习、教师负担、课堂质量等师生反映集中的问题开展调研，形成问题清单并逐项整改。教师党支部与教研室设置基本对应，专业带头人担任支部书记的比例逐步提高。`,
  ),
  'development.morality': doc(
    p`学校把立德树人落实到课程、实践、文化、管理和服务各个环节，由学生工作处、马克思主义学院、团委和各二级学院共同推进。思政课教师${'q6.ideological-teachers'}，辅导员${'q6.counsellors'}，班主任${'q6.class-advisers'}，构成日常思想政治工作的基本队伍。`,
  ),
  'development.morality.education': doc(
    p`思想政治教育以主题班会为基本形式，每月一个主题，由辅导员和班主任共同组织。入学教育、国家安全教育、诚信教育、毕业教育按年级安排，形成贯穿三年的序列。学校为每个主题准备素材和讨论提纲，允许班级结合专业增减内容。`,
    p`网络思政注重回应学生关心的问题。学生工作处每周整理学生来信和留言，能答复的当周答复，涉及多个部门的转交办理并公布进展。`,
  ),
  'development.morality.teams': doc(
    p`学校按规定配备辅导员，辅导员与专任教师一样评聘职称、参加培训。新任辅导员由有经验的同事结对指导一年；每学期组织案例研讨，讨论材料隐去个人信息后编入案例集，供新同事学习。`,
  ),
  'development.morality.aid': doc(
    p`学生资助按“应助尽助”的原则执行国家和地方政策，困难认定采用学生申报、班级评议、学院复核、学校审批的程序，认定结果只在必要范围内知悉。资助工作注意保护学生尊严，把勤工助学岗位与专业实践、学业辅导结合起来，让受助学生有机会用自己的能力获得报酬。`,
  ),
  'development.morality.mind': doc(
    p`心理健康教育面向全体学生开设课程，新生入校后开展普测，对需要关注的学生由专职教师约谈，必要时按程序转介医疗机构。心理咨询记录单独保管，不进入教学和学籍系统。`,
    p`学校在每个班级设心理委员，在每栋宿舍设值班室，形成班级、学院、学校、医院四级联系。期末、毕业和实习离校三个时段加派值班人员。`,
  ),
  'development.morality.course': doc(
    p`马克思主义学院承担思想政治理论课教学，按要求开齐开足课程。教学改革的重点是让案例来自学生熟悉的行业和家乡：教师与专业课教师共同备课，把技术发展史、安全生产事故分析、工匠故事等写入教学单元。在校生对思想政治课教学的满意度为${'q2.students-ideology'}。`,
    p`实践教学列入课表，学生以小组为单位完成社会调查并在课堂汇报，成绩计入总评。`,
  ),
  'development.majors': doc(
    p`学校现有专业${'q3.majors'}，其中国家级重点专业${'q0.national-key-majors'}、省级重点专业${'q0.provincial-key-majors'}。专业按群组织，共建有专业群${'q3.major-groups'}，群内专业共用实训条件和基础课程，各自保留方向课程。`,
    chart('majors-by-category'),
    p`专业设置实行动态调整。每年秋季，教务处汇总各专业的报考、报到、就业、对口、企业评价等数据，连续两年明显偏低的专业进入预警，由学院提出改造或停招意见，经学术委员会论证后报校长办公会决定。`,
    recordTable('major-groups'),
    p`专业教学资源库${'q3.resource-libraries'}，其中国家级${'q3.resource-libraries-national'}、省级${'q3.resource-libraries-provincial'}。资源库由专业教师和企业技术人员共同更新，长期无人使用的资源每年清理一次。`,
    p`学校持续推进课程与职业技能等级证书的衔接。本年度教学计划内课证融通课程${'q3.certificate-courses'}，学生获得职业技能等级证书（含职业资格证书）的人数为${'q6.skill-certificates'}。`,
  ),
  'development.courses': doc(
    p`本年度教学计划内开设课程${'q3.courses'}，共${'q3.course-hours'}；其中开展网络教学的课程${'q3.online-taught-courses'}。在线精品课程${'q3.online-courses'}，其中国家级${'q3.online-courses-national'}、省级${'q3.online-courses-provincial'}、校级${'q3.online-courses-college'}；一门课程同时获得多级认定的分别计数。`,
  ),
  'development.courses.system': doc(
    p`课程体系由公共基础课、专业基础课、专业核心课和拓展课组成。专业核心课从岗位任务分析得出，由企业技术人员参与确定教学内容和考核标准，每三年全面修订一次，其间根据技术变化做小幅更新。`,
    p`选修课向各专业开放学分，学生可以跨学院选修。学校对选课人数和通过情况做持续跟踪，连续三个学期无人选修的课程退出课程库。`,
  ),
  'development.courses.values': doc(
    p`课程思政以教研室为单位备课，每门专业课在课程标准中写明要培养的职业态度和行为习惯，如安全规范、质量意识、合作与守信，并说明在哪些教学任务中体现、怎样考查。督导听课时把这些内容作为观察点，不另设形式上的检查。`,
  ),
  'development.courses.online': doc(
    p`在线课程坚持“建以致用”。在线精品课程课均学生数为${'q3.online-course-average-students'}；接入国家智慧教育平台的国家级课程${'q3.online-courses-national-on-platform'}、省级课程${'q3.online-courses-provincial-on-platform'}。`,
    recordTable('new-national-courses'),
    p`课程团队每学期查看学习数据，对完成率低的单元重新制作视频或调整作业。选课学生的提问由团队成员轮流回答。`,
  ),
  'development.courses.quality': doc(
    p`学校为每门课程建立质量档案，包括课程标准、教学日历、学生评价、同行听课意见、考核分析和改进记录。教学督导分校、院两级，听课意见当周反馈任课教师。在校生对专业课教学的满意度为${'q2.students-professional'}，对公共基础课教学的满意度为${'q2.students-general'}。`,
    caseStudy(
      '一门课的三轮诊改',
      p`“电气控制与编程”是多个专业的核心课。第一轮诊改时，教研室发现学生作业全对、上机却不会排故，原因是作业只考查画图。第二轮把作业改为在实训台上完成、由同伴验收，通过率一度下降，教师利用周末开放实训室补练。第三轮请企业师傅出故障点，考核只看能否在规定时间内恢复运行。`,
      p`三轮下来，课程标准改动不大，变的是考核方式和实训室的开放时间。任课教师总结：数据告诉我们哪里不对，怎么改仍要到实训台旁边去看。`,
    ),
  ),
  'development.teaching': doc(
    p`教师、教材、教法改革围绕课堂展开。学校鼓励小步试验：教研室提出问题、设计做法、用一个学期检验，有效的写入课程标准，无效的如实记录原因。`,
  ),
  'development.teaching.textbooks': doc(
    p`学校教师编写教材${'q3.textbooks'}，其中国家规划教材${'q3.textbooks-national'}，校企合作编写教材${'q3.textbooks-with-enterprise'}，活页式、工作手册式和数字化等新形态教材${'q3.textbooks-new-form'}。`,
    recordTable('national-textbooks'),
    p`教材选用实行“凡选必审”，由任课教师提出、教研室讨论、学院审核、学校教材建设委员会审定。境外教材和自编讲义同样纳入审核。教材使用一学期后由学生和教师分别评价，评价结果作为续用的依据。`,
  ),
  'development.teaching.methods': doc(
    p`教学方法改革以项目教学和理实一体化教学为主。学校把企业真实任务改写为教学任务，给出工单、图纸和验收标准，学生以小组完成，教师和企业技术人员共同验收。规模较大的公共课采用小班讨论、统一考核的方式。`,
    p`教学能力比赛被当作教研活动的一部分：参赛团队的教学设计向全校公开，赛后在本教研室至少实施一个学期，并提交实施报告。`,
  ),
  'development.teaching.staff': doc(
    p`教师培养分新任教师、骨干教师、专业带头人三个阶段安排，企业实践、国内研修、教学能力训练各有学时要求。聘请行业导师${'q6.industry-mentors'}，其中大国工匠、劳动模范${'q6.industry-mentors-honoured'}，全年授课${'q6.industry-mentor-hours'}，支付课酬${'q6.industry-mentor-pay'}。`,
    p`职称评审按教学为主、教学科研并重、技术服务为主等类型分别制定条件，代表性成果可以是一门课程、一项技术改进或一套教材。本年度教师在省级以上教学和技能竞赛中的获奖情况见本章技能大赛一节。`,
  ),
  'development.digital': doc(
    p`信息化建设以业务记录为中心：数据在业务发生时产生，一处登记、多处使用，报表由记录计算而来，不再另行填报。`,
  ),
  'development.digital.campus': doc(
    p`智慧校园以统一身份、统一数据标准为基础，教务、学工、人事、科研、资产等系统按国家数据标准交换数据。办事流程逐项梳理后再上线，能取消的环节先取消。校园网主干最大带宽${'q3.backbone-bandwidth'}，互联网出口带宽${'q3.internet-bandwidth'}。`,
  ),
  'development.digital.resources': doc(
    p`学校建有虚拟仿真实训基地${'q3.virtual-simulation-bases'}，其中国家级${'q3.virtual-simulation-bases-national'}、省级${'q3.virtual-simulation-bases-provincial'}。虚拟仿真主要用于高危险、高成本、难再现的实训任务，与真实设备配合使用，不替代动手训练。`,
  ),
  'development.digital.platforms': doc(
    p`课程资源通过多个在线平台向校内外开放，面向社会学习者的课程不设选课门槛。教师可以看到资源的使用情况，学校据此安排更新经费。接入国家智慧教育平台的校级资源库${'q3.resource-libraries-college-on-platform'}、校级虚拟仿真基地${'q3.virtual-simulation-bases-college-on-platform'}。`,
  ),
  'development.digital.skills': doc(
    p`教师信息化培训按需要选学，内容从课堂互动、资源制作到数据分析。学生的信息素养教育与专业结合，重点是检索、引用、数据安全和工具的恰当使用。`,
  ),
  'development.pathways': doc(
    p`职普融通以学生的选择为出发点，一头连接中等职业学校和本科院校，一头面向中小学开展职业启蒙。`,
  ),
  'development.pathways.articulated': doc(
    p`学校与中职学校、本科院校合作开展贯通培养，双方共同制定培养方案，课程内容前后衔接、不重复。合作院校之间每学期交换学生学习情况，教师互相听课。通过五年一贯制培养升学的毕业生${'q0.further-study-five-year'}。`,
  ),
  'development.pathways.schools': doc(
    p`学校实训室在课余时间向中小学生开放，由专业教师和学生志愿者带领体验。体验项目按年龄设计，以动手完成一件小作品为目标。科普讲座进入周边学校和社区，主题来自教师的研究和生活中的技术问题。`,
  ),
  'development.research': doc(
    p`学校把科研定位为服务企业技术进步、反哺教学的应用研究。统计年度获批纵向科研项目${'q0.research-projects'}，其中省部级及以上${'q0.provincial-research-projects'}；纵向科研经费到款${'q4.research-payments'}。`,
    p`获得授权专利${'q4.patents-granted'}，其中发明专利${'q4.invention-patents-granted'}；转让专利${'q4.patents-transferred'}，专利成果转化到款${'q4.patent-transfer-payments'}。学校不以专利数量作为考核目标，申请前由科研处组织价值评估，没有应用前景的不予资助。`,
    chart('patents-by-kind'),
    p`科研平台向学生开放。横向项目鼓励吸收学生参加，参加项目的学生可以用项目成果申请课程学分认定。教师把项目中的技术问题整理为教学案例，计入教学工作量。`,
    caseStudy(
      '一台检测装置走进课堂',
      p`一家生产汽车零部件的小企业请电子与物联网工程学院改造检测工位：人工目测漏检多，买成套设备又负担不起。教师带着学生用两个月做出样机，采用通用相机和自编算法，企业在此基础上自行复制到其他工位。`,
      p`项目结束后，教师没有把材料归档了事，而是把其中的光源选择、标定、误判分析拆成几个教学任务，放进“机器视觉应用”课程，样机留在实训室供学生调试。企业每年提供一批新的缺陷样件，课程也就有了常换常新的题目。`,
    ),
  ),
  'development.destinations': doc(
    p`本年度毕业生${'q1.graduates'}，分布在${'q0.graduate-majors'}专业。毕业去向落实人数${'q1.settled'}，毕业去向落实率${'q0.destination-rate'}。`,
    chart('destination-rate-trend'),
  ),
  'development.destinations.employment': doc(
    p`到统计时点，毕业生去向构成如下。`,
    figureTable('destinations'),
    chart('destinations'),
    p`毕业生面向三次产业就业${'q1.sectors'}（上一届${'q1.sectors@previous'}），其中第一产业${'q1.sector-primary'}、第二产业${'q1.sector-secondary'}、第三产业${'q1.sector-tertiary'}。毕业生本省去向落实率${'q1.settled-in-province-rate'}，专业对口率${'q0.related-to-major-rate'}，平均月收入${'q1.monthly-income'}。毕业三年晋升比例${'q1.promotion-rate'}，来自对往届毕业生的跟踪调查。`,
    chart('employer-kinds'),
    chart('graduate-industries'),
    chart('graduate-provinces'),
    p`就业工作以岗位质量为先。学校领导和二级学院负责人分片走访企业，走访记录写明岗位、薪酬、食宿和企业对毕业生的意见。对就业困难学生建立台账，由学院领导、辅导员、专业教师三人共同帮扶，直到落实去向或本人明确暂不就业。`,
    caseStudy(
      '从一张台账到一次握手',
      p`毕业前一个学期，经济与管理学院的一名学生因家庭原因迟迟没有参加招聘。辅导员没有反复催促，而是先弄清他的顾虑：不能离家太远，也担心表达能力不足。专业教师推荐了离家较近的两家物流企业，就业指导中心安排了模拟面试，学院请已经入职的学长陪同去企业看了一天。`,
      p`学生最终选择了其中一家，从仓储岗位做起。台账上“已落实”三个字背后，是三次谈话、一次陪访和一份改了四稿的简历。学院把这个过程写成工作流程，供新辅导员参考。`,
    ),
  ),
  'development.destinations.study': doc(
    p`本年度毕业生升学${'q1.further-study'}，升学率${'q0.further-study-rate'}（上一届${'q0.further-study-rate@previous'}），其中升入普通本科${'q0.further-study-academic-bachelor'}。学校为有升学意愿的学生提供公共课辅导和专业课答疑，同时提醒学生结合自身情况选择升学或就业，不以升学率评价班级。`,
    figureTable('further-study'),
    chart('further-study-trend'),
  ),
  'development.destinations.business': doc(
    p`创新创业教育面向全体学生开设基础课程，对有项目的学生提供导师、场地和小额启动支持。毕业生自主创业率${'q1.own-business-rate'}。本年度学生在创新创业大赛中获得国家级奖项${'q0.innovation-awards-national'}、省级奖项${'q0.innovation-awards-provincial'}。`,
    recordTable('innovation-awards'),
    p`学校重视比赛之后的发展：获奖项目由孵化基地跟踪两年，了解团队是否继续、遇到什么困难。没有继续的项目同样总结经验，供后来者借鉴。`,
  ),
  'development.competitions': doc(
    p`本年度学生在技能竞赛中获得国际级奖项${'q0.student-skill-awards-international'}、国家级奖项${'q0.student-skill-awards-national'}、省部级奖项${'q0.student-skill-awards-provincial'}；教师在国家级竞赛中获奖${'q0.teacher-skill-awards-national'}。`,
    recordTable('student-awards'),
    recordTable('teacher-awards'),
    chart('awards-by-level'),
    p`学校以竞赛标准推动课程更新：每个国家级赛项由一门课程承接，竞赛任务经改编后面向全体选课学生，参赛选手从课程考核中产生。集训期间停课选手的课程由教师单独补授，避免以赛代学。`,
  ),
  'development.growth': doc(
    p`学生发展以学业、体质、技能、品行多方面衡量。本年度参加国家学生体质健康标准测试${'q6.fitness-tested'}，合格率${'q6.fitness-pass-rate'}；学生获得职业技能等级证书${'q0.skill-certificates-issued'}（一人取得两证计两次）。`,
    p`学校实行学业预警，期中和期末各发布一次，由班主任与学生面谈并商定补救办法。体质测试不合格的学生编入专门的锻炼小组，由体育教师指导，下学期重测。`,
  ),
  'development.experience': doc(
    p`学生在校体验涵盖劳动、美育、社团、社区和满意度几个方面，由学生工作处、团委、后勤保障处等部门共同负责。`,
  ),
  'development.experience.labour': doc(
    p`劳动教育列入培养方案，由理论课、校内劳动周和专业劳动三部分组成。校内劳动周由学生承担教学楼保洁、实训设备保养、校园绿化等任务，岗位有明确的标准和安全要求。专业劳动与实训结合，强调整理、清洁和爱护工具的习惯。`,
  ),
  'development.experience.arts': doc(
    p`学校配备美育课专任教师${'q6.art-teachers'}，开设艺术欣赏、设计基础、民间工艺等课程。学生可以选修课程，也可以参加艺术社团，社团的训练和演出计入素质学分。`,
  ),
  'development.experience.clubs': doc(
    p`学生社团由学生自主管理，指导教师负责安全和方向。社团年审看活动是否正常开展、成员是否满意，不看获奖多少。志愿服务以专业所长为基础，家电维修、法律宣传、图书整理等项目长期进行。`,
    p`本年度完成社区与志愿服务活动${'q0.community-services'}，师生参加${'q0.community-service-attendances'}，服务时长${'q0.community-service-hours'}。`,
  ),
  'development.experience.community': doc(
    p`学生社区设一站式服务站，辅导员、心理教师、后勤人员在固定时间值守，学生不出宿舍区就能办理请假、报修、咨询等事项。楼栋管理委员会由学生选举产生，参与制定作息和公共空间使用规则。`,
  ),
  'development.experience.satisfaction': doc(
    p`学校通过网络问卷调查在校生满意度，答卷${'q2.students-answered'}。在校生满意度${'q2.students'}，其中课堂育人${'q2.students-classroom'}、课外育人${'q2.students-outside-class'}、思想政治课教学${'q2.students-ideology'}、公共基础课教学${'q2.students-general'}、专业课教学${'q2.students-professional'}。`,
    chart('student-satisfaction'),
    p`毕业生满意度${'q2.graduates'}，教职工满意度${'q2.staff'}，用人单位满意度${'q2.employers'}，家长满意度${'q2.parents'}。`,
    p`课外育人的满意度低于课堂教学。学生集中反映活动时间与实训冲突、热门场馆难以预约。学校已调整场馆开放时间，并要求学院在安排集中实训时避开全校性活动。`,
    bulletList(
      listItem(p`调查由质量管理办公室组织，问卷匿名，原始答卷不提供给任课教师和辅导员。`),
      listItem(p`满意度按各等级加权计算，口径与上一年度一致，便于比较。`),
    ),
  ),
} as const
