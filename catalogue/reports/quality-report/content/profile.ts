import { caseStudy, chart, doc, recordTable } from '../../../../src/language/document.ts'
import { p } from '../prose.ts'

/** 1 学校概况 */
export const profile = {
  'profile.basics': doc(
    p`学校是一所以工科为主的全日制公办高等职业学校，主要面向装备制造、汽车、电子信息、轨道交通、建筑、化工制药和现代服务业培养高素质技术技能人才。承担专业教学的二级学院按产业链设置，另有马克思主义学院、通识教育学院和体育教学部承担公共课教学。`,
    p`学校现有专业${'q3.majors'}，其中有在校生的专业${'q0.majors-with-students'}，覆盖专业大类${'q0.major-categories'}；建有专业群${'q3.major-groups'}。专业设置以区域主导产业为主线，同时保留服务民生的专业，每年根据招生、就业和产业需求做一次调整论证。`,
    p`学校坚持立德树人，把学生的成长、教师的发展和企业的需要作为安排工作的三个出发点。年度重点工作由校长办公会分解到部门，按季度检查，结果写入部门考核。`,
  ),
  'profile.conditions': doc(
    p`学校占地面积${'q0.land-area'}，校舍建筑面积${'q0.building-area'}，生均教学行政用房${'q0.teaching-area-per-student'}。教学科研仪器设备总值${'q0.equipment-value'}，生均教学科研仪器设备值${'q3.equipment-value-per-student'}；生均图书${'q0.books-per-student'}。`,
    p`校内外实践教学场所共${'q0.practice-sites'}，其中校内实训室${'q0.practice-sites-on-campus'}、校外实训基地${'q0.practice-sites-external'}；校内实践教学工位${'q0.workplaces'}，生均${'q3.workplaces-per-student'}。校园网主干带宽${'q3.backbone-bandwidth'}，互联网出口带宽${'q3.internet-bandwidth'}。`,
    p`基本办学条件指标按教育部规定的口径计算：生均设备值和生均图书以折合在校生为分母，生均用房以全日制在校生为分母。本年度各项指标均在合格线以上。`,
  ),
  'profile.students': doc(
    p`本年度录取新生${'q0.admitted'}，报到${'q0.arrived'}，报到率${'q0.arrival-rate'}，招生计划完成率${'q0.plan-completion'}。录取新生中男生${'q0.admitted-men'}、女生${'q0.admitted-women'}；本省生源占${'q0.admitted-local-share'}（上一年度${'q0.admitted-local-share@previous'}），普招新生中理工（物理）类占${'q0.admitted-science-share'}。各专业招生情况见下表。`,
    recordTable('admissions'),
    p`统计时点全日制在校生${'q6.students'}，折合在校生${'q0.students-equivalent'}。在校生以本省生源为主，外省生源集中在周边省份。`,
    chart('source-provinces'),
    p`报到率在不同招生类型之间存在差异。招生部门按专业回访未报到的录取考生，原因主要是选择复读、升入其他学校和家庭变动。回访结果用于下一年度的计划编制。`,
  ),
  'profile.staff': doc(
    p`学校教职工总数${'q6.staff'}，其中专任教师${'q6.full-time-teachers'}，生师比${'q3.student-teacher-ratio'}。专任教师中具有高级职称的${'q0.senior-titles'}（正高级${'q0.professors'}），占${'q3.senior-title-share'}；具有硕士及以上学位的${'q0.research-degree-teachers'}，占${'q0.research-degree-share'}，其中博士${'q0.doctor-teachers'}。`,
    p`认定为双师型的专任教师${'q0.double-qualified-teachers'}。双师比例有不同口径：以全部专任教师为分母为${'q3.double-qualified-share'}（上一年度${'q3.double-qualified-share@previous'}），以任教专业课的专任教师为分母为${'q3.double-qualified-share-of-professional'}。本报告除特别说明外使用前者。聘请行业企业兼职教师${'q0.part-time-teachers'}，相当于专任教师的${'q0.part-time-share'}。`,
    chart('teacher-titles'),
    chart('teacher-degrees'),
    caseStudy(
      '双师认定从交材料改为看记录',
      p`过去认定双师型教师，教师要集中准备一叠证明，评审专家在几天内看完。材料齐不齐，往往比做得好不好更影响结果。机械工程学院先行试点，把企业实践、横向项目、技能证书、指导竞赛等都作为平时的业务记录，由部门在发生时登记、归口部门审核，认定时由系统汇总，教师只补充说明。`,
      p`试点一年后，教师准备材料的时间明显减少，评审讨论转到“这段企业实践对课程有什么用”这样的问题上。认定结果与记录相连，任何一项都可以追溯到原始凭证。学校已将这一做法推广到各二级学院。`,
    ),
  ),
} as const
