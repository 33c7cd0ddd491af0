import { many, names, per, share } from '../figures.ts'
import type { MadeDocument } from '../made-document.ts'
import { relate } from '../relate.ts'

/** The midterm report of a development plan as plain text: contents with pages, tasks, money by source and year. */
export const planMidterm: MadeDocument = {
  name: 'plan-midterm',
  format: 'txt',
  figures: {
    'no.s1': '一',
    'no.s2': '二',
    'no.s3': '三',
    'no.s4': '四',
    'no.a1': '一',
    'no.a2': '二',
    'no.a3': '三',
    'no.t1': '1',
    'no.t2': '2',
    'no.t3': '3',
    tasks: '368',
    tasksSchool: '226',
    tasksGroup: '142',
    done: '361',
    doneSchool: '223',
    doneGroup: '138',
    doneShare: share(361, 368),
    doneSchoolShare: share(223, 226),
    doneGroupShare: share(138, 142),
    going: '7',
    budget: '8640.00',
    ...many('source', ['1800.00', '2950.00', '1240.00', '2650.00']),
    arrived: '8466.50',
    ...many('arrived', ['1800.00', '2950.00', '1148.50', '2568.00']),
    arrival: share('8466.5', '8640'),
    spent: '7912.36',
    ...many('spentYear', ['2316.42', '2784.19', '2811.75']),
    spentShare: share('7912.36', '8640'),
    spentArrived: share('7912.36', '8466.5'),
    perYear: per('7912.36', 3),
    'u.budget': '万元',
    'u.arrived': '万元',
    'u.service': '万元',
    results: '214',
    nationalResults: '46',
    teachers: '486',
    double: '402',
    doubleShare: share(402, 486),
    students: '8262',
    studentTeacher: per(8262, 486),
    firms: '132',
    groupFirms: '58',
    service: '1836.40',
    groupService: '724.60',
    serviceGroupShare: share('724.60', '1836.40'),
    contracts: '106',
    perContract: per('1836.40', 106),
    mooc: '64',
    ...many('mooc', [5, 21, 38]),
    books: '37',
    ...many('book', [9, 12, 16]),
    prizes: '128',
    ...many('prize', [17, 42, 69]),
    training: '46.82',
    credits: '12.65',
    schools: '73',
    colleges: '46',
    vocational: '27',
    certificate: '81.36',
    foreign: '58',
    abroad: '34',
    foreignDays: '1260',
    satisfied: '97.42',
    aim: '95.00',
    signed: '2022年6月8日',
  },
  text: `
# 明湖职业技术学院高水平建设计划中期自评报告
{signed}
目 录
{no.s1}、总体完成情况.....1
{no.s2}、主要建设成效.....2
{no.s3}、资金使用情况.....6
{no.s4}、存在问题与改进措施.....8
## {no.s1}、总体完成情况
学校2019年12月入选建设计划（教职成函〔2019〕14号），建设期为2019—2023年。截至2021年底，全部{tasks}个任务点中，学校层面{tasksSchool}个、专业群层面{tasksGroup}个；已完成{done}个，总体完成率{doneShare}%，尚在推进{going}个。其中，学校层面完成{doneSchool}个，完成率{doneSchoolShare}%；专业群层面完成{doneGroup}个，完成率{doneGroupShare}%。
取得省级及以上标志性成果{results}项，其中国家级{nationalResults}项。
表{no.t1} 任务点完成情况
| 层面 | 任务点（个） | 已完成（个） | 完成率（%） |
| 学校层面 | {tasksSchool} | {doneSchool} | {doneSchoolShare} |
| 专业群层面 | {tasksGroup} | {doneGroup} | {doneGroupShare} |
| 合计 | {tasks} | {done} | {doneShare} |
## {no.s2}、主要建设成效
### （{no.a1}）师资与课程
专任教师{teachers}人，其中“双师型”教师{double}人，占专任教师的{doubleShare}%。在校生{students}人，在校生与专任教师之比为{studentTeacher}:1。
建成在线开放课程{mooc}门，其中国家级{mooc1}门、省级{mooc2}门、校级{mooc3}门；出版新形态教材{books}部，其中国家规划教材{book1}部、省级规划教材{book2}部、校本教材{book3}部。1+X证书通过率{certificate}%，高于中期目标值。
学生在省级及以上技能竞赛中获奖{prizes}项，一等奖、二等奖、三等奖分别为{prize1}项、{prize2}项、{prize3}项。另在行业协会举办的比赛中获奖90余项。
### （{no.a2}）服务与合作
学校面向{firms}家企业提供技术服务，签订横向技术服务合同{contracts}项，到账{service}{u.service}，平均每项{perContract}万元。其中，专业群服务企业{groupFirms}家，到账{groupService}万元，占全校的{serviceGroupShare}%。开展各类培训{training}万人日，学分认定与转换{credits}万人次。
学分银行联盟成员学校{schools}所，其中高等院校{colleges}所、中等职业学校{vocational}所。
### （{no.a3}）国际交流
招收留学生{foreign}人，其中学历留学生{abroad}人；开展境外人员培训{foreignDays}人日。先后有泰国、老挝等五国来访10余次。
第三方调查显示，在校生满意度{satisfied}%，高于目标值{aim}%。
## {no.s3}、资金使用情况
项目预算总额{budget}{u.budget}，其中中央财政{source1}万元、地方财政{source2}万元、行业企业{source3}万元、学校自筹{source4}万元。截至2021年底，到位资金{arrived}{u.arrived}，其中中央财政{arrived1}万元、地方财政{arrived2}万元、行业企业{arrived3}万元、学校自筹{arrived4}万元，资金到位率{arrival}%。
表{no.t2} 分来源预算与到位情况（单位：万元）
| 资金来源 | 预算 | 到位 |
| 中央财政 | {source1} | {arrived1} |
| 地方财政 | {source2} | {arrived2} |
| 行业企业 | {source3} | {arrived3} |
| 学校自筹 | {source4} | {arrived4} |
| 合计 | {budget} | {arrived} |
三年累计支出{spent}万元，年均支出{perYear}万元，预算执行率{spentShare}%，占到位资金的{spentArrived}%。
表{no.t3} 分年度支出情况（单位：万元）
| 年度 | 支出 |
| 2019年 | {spentYear1} |
| 2020年 | {spentYear2} |
| 2021年 | {spentYear3} |
| 合计 | {spent} |
## {no.s4}、存在问题与改进措施
一是企业投入的到位进度偏慢，与计划相差不到100万元；二是部分课程资源更新不够及时；三是对外交流受疫情影响。下一步，学校将力争到2023年底在校生达到9000人左右，技术服务到账突破2000万元。
`,
  relations: [
    relate.numbering('no.s1@2', 'no.s2@2', 'no.s3@2', 'no.s4@2'),
    relate.numbering(...names('no.s', 4)),
    relate.numbering(...names('no.a', 3)),
    relate.numbering(...names('no.t', 3)),
    relate.parts('tasks', 'tasksSchool', 'tasksGroup'),
    relate.parts('done', 'doneSchool', 'doneGroup'),
    relate.difference('going', 'done', 'tasks'),
    relate.percentage('doneShare', 'done', 'tasks'),
    relate.percentage('doneSchoolShare', 'doneSchool', 'tasksSchool'),
    relate.percentage('doneGroupShare', 'doneGroup', 'tasksGroup'),
    relate.order('nationalResults', 'results'),
    relate.order('done', 'tasks'),
    relate.total('tasks@2', 'tasksSchool@2', 'tasksGroup@2'),
    relate.total('done@2', 'doneSchool@2', 'doneGroup@2'),
    relate.percentage('doneShare@2', 'done@2', 'tasks@2'),
    relate.percentage('doneSchoolShare@2', 'doneSchool@2', 'tasksSchool@2'),
    relate.percentage('doneGroupShare@2', 'doneGroup@2', 'tasksGroup@2'),
    relate.percentage('doubleShare', 'double', 'teachers'),
    relate.ratio('studentTeacher', 'students', 'teachers'),
    relate.parts('mooc', ...names('mooc', 3)),
    relate.parts('books', ...names('book', 3)),
    relate.parts('prizes', ...names('prize', 3)),
    relate.quotient('perContract', 'service', 'contracts'),
    relate.order('groupFirms', 'firms'),
    relate.order('groupService', 'service'),
    relate.percentage('serviceGroupShare', 'groupService', 'service'),
    relate.parts('schools', 'colleges', 'vocational'),
    relate.order('abroad', 'foreign'),
    relate.parts('budget', ...names('source', 4)),
    relate.parts('arrived', ...names('arrived', 4)),
    relate.percentage('arrival', 'arrived', 'budget'),
    relate.total('budget@2', ...names('source', 4).map((name) => `${name}@2`)),
    relate.total('arrived@2', ...names('arrived', 4).map((name) => `${name}@2`)),
    relate.percentage('spentShare', 'spent', 'budget'),
    relate.percentage('spentArrived', 'spent', 'arrived'),
    relate.total('spent@2', ...names('spentYear', 3)),
    relate.unit('budget', 'u.budget', '元'),
    relate.unit('arrived', 'u.arrived', '亿元'),
    relate.impossible('certificate', '181.36'),
    relate.impossible('foreign', '-58'),
    relate.impossible('signed', '2022年16月8日'),
    relate.impossible('satisfied', '197.42'),
    relate.mean('perYear', ...names('spentYear', 3)),
  ],
}
