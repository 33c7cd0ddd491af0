import { many, names, per, risen, share } from '../figures.ts'
import type { MadeDocument } from '../made-document.ts'
import { relate } from '../relate.ts'

const destinations = [1286, 214, 163, 96, 31, 58, 1145]
const before = [1241, 226, 158, 102, 44, 72, 1012]

/** The year before, as that college published it. */
const lastYear: MadeDocument = {
  name: 'annual-report-2022',
  format: 'docx',
  figures: {
    students: '9514',
    teachers: '487',
    graduates: '2987',
    settled: '2855',
    rate: share(2855, 2987),
    study: '1012',
    payments: '1104.20',
    patents: '103',
    double: '71.66',
    satisfied: '90.58',
  },
  text: `
# 云溪职业技术学院职业教育质量年度报告（2022年度）
## 一、办学概况
2022年，学校全日制在校生{students}人，专任教师{teachers}人，双师素质专任教师比例{double}%。
## 二、就业与服务
2022届毕业生{graduates}人，毕业去向落实人数{settled}人，毕业去向落实率{rate}%，升学{study}人。
2022年横向技术服务到款额{payments}万元，专利授权{patents}件。
在校生满意度{satisfied}%。
`,
  relations: [relate.percentage('rate', 'settled', 'graduates')],
}

/** Another college's annual report in Word: contents, numbered tables, the six tables' rows, cases. */
export const annualReport: MadeDocument = {
  name: 'annual-report',
  format: 'docx',
  lastYear,
  figures: {
    'no.t1': '1',
    'no.t2': '2',
    'no.t3': '3',
    'no.t4': '4',
    'no.t5': '5',
    'no.c1': '1',
    'no.c2': '2',
    'no.c3': '3',
    'no.f1': '1',
    'no.f2': '2',
    'no.f3': '3',
    students: '9862',
    ...many('grade', [3215, 3308, 3339]),
    studentsBefore: '9514',
    studentsRise: risen(9514, 9862),
    admitted: '3412',
    men: '1987',
    women: '1425',
    arrived: '3339',
    arrival: share(3339, 3412),
    staff: '612',
    teachers: '508',
    teachersBefore: '487',
    teachersMore: '21',
    professors: '42',
    associate: '121',
    senior: '163',
    seniorShare: share(163, 508),
    double: '376',
    doubleShare: share(376, 508),
    doubleBefore: '71.66',
    doublePoints: '2.36',
    masters: '389',
    mastersShare: share(389, 508),
    doctors: '58',
    weighted: '10148.5',
    teachersWeighted: '574.5',
    ratio: per('10148.5', '574.5'),
    equipment: '15062.72',
    books: '77.51',
    bandwidth: '10000',
    backbone: '40000',
    majors: '46',
    groups: '8',
    groupsProvince: '2',
    groupsOwn: '6',
    courses: '58',
    ...many('course', [3, 17, 38]),
    libraries: '7',
    ...many('library', [1, 2, 4]),
    national: '11',
    ...many('nat', [2, 5, 4]),
    provincial: '87',
    ...many('prov', [21, 30, 36]),
    graduates: '3104',
    settled: '2993',
    rate: share(2993, 3104),
    ...many('way', destinations),
    ...many(
      'wayShare',
      destinations.map((n) => share(n, 3104)),
    ),
    waiting: '111',
    waitingShare: share(111, 3104),
    studyRate: share(1145, 3104),
    graduatesBefore: '2987',
    settledBefore: '2855',
    rateBefore: share(2855, 2987),
    studyBefore: String(before[6]),
    studyRateBefore: share(1012, 2987),
    studyPoints: '3.01',
    bachelor: '1138',
    sectors: '1752',
    ...many('sector', [38, 861, 853]),
    income: '4862',
    satisfied: '91.36',
    satisfiedGraduates: '98.12',
    satisfiedStaff: '96.20',
    satisfiedEmployers: '97.85',
    asked: '5200',
    answered: '4986',
    answerRate: share(4986, 5200),
    payments: '1286.35',
    paymentsBefore: '1104.20',
    paymentsRise: risen('1104.20', '1286.35'),
    contracts: '94',
    perContract: per('1286.35', 94),
    'u.payments': '万元',
    'u.benefit': '万元',
    benefit: '6350',
    patents: '127',
    ...many('patent', [31, 84, 12]),
    patentsBefore: '103',
    patentsMore: '24',
    training: '38642',
    classes: '213',
    perClass: per(38642, 213, 0),
    charity: '12450',
    foreign: '46',
    countries: '11',
    ideology: '31',
    sports: '14',
    counsellors: '52',
    funding: '13862.40',
    published: '2024年1月10日',
  },
  text: `
# 云溪职业技术学院职业教育质量年度报告（2023年度）
发布日期：{published}  联系电话：0558-8012 3456
本报告依据《关于做好2023年度职业教育质量报告编制工作的通知》（云教职函〔2023〕28号）编制，数据除特别说明外，学年数据统计时段为2022年9月1日至2023年8月31日，经费与科研数据按自然年统计。
# 1 学校概况
## 1.1 基本情况
学校创建于1958年，1999年升格为高等职业学校，占地约860亩，现有专业{majors}个，专业群{groups}个，其中省级高水平专业群{groupsProvince}个、校级高水平专业群{groupsOwn}个。校园网主干最大带宽{backbone}Mbps，互联网出口带宽{bandwidth}Mbps。
## 1.2 学生规模
2023年，学校全日制在校生{students}人，较上年的{studentsBefore}人增长{studentsRise}%。其中，2021级{grade1}人、2022级{grade2}人、2023级{grade3}人。
2023年共录取新生{admitted}人（男生{men}人、女生{women}人），报到{arrived}人，报到率{arrival}%。
## 1.3 师资队伍
学校现有教职工{staff}人，其中专任教师{teachers}人，比上年（{teachersBefore}人）增加{teachersMore}人。专任教师中，正高级职称{professors}人、副高级职称{associate}人，高级职称教师合计{senior}人，占专任教师的{seniorShare}%；具有硕士及以上学位的{masters}人，占{mastersShare}%，其中博士{doctors}人。双师素质专任教师{double}人，占专任教师的{doubleShare}%，较上年的{doubleBefore}%提高{doublePoints}个百分点。
折合在校生{weighted}人，折合教师总数{teachersWeighted}人，生师比为{ratio}:1。另聘请行业企业兼职教师近140人，课时费标准为每课时80—150元。
案例{no.c1}：一支队伍两种本领
近三年，学校先后选派教师200余人次到企业实践，遴选“双岗”骨干30名左右，形成了可推广的做法。
# 2 人才培养
## 2.1 课程与资源
学校建有在线精品课程{courses}门，其中国家级{course1}门、省级{course2}门、校级{course3}门；专业教学资源库{libraries}个，其中国家级{library1}个、省级{library2}个、校级{library3}个。
图{no.f1} 在线课程建设情况
## 2.2 技能大赛
2023年，学生在全国职业院校技能大赛中获奖{national}项，其中一等奖{nat1}项、二等奖{nat2}项、三等奖{nat3}项；在省级职业院校技能大赛中获奖{provincial}项，其中一等奖{prov1}项、二等奖{prov2}项、三等奖{prov3}项。往年（2022年）省级获奖80项。
图{no.f2} 学生备赛现场
案例{no.c2}：以赛促教十二年
## 2.3 毕业去向
2023届毕业生{graduates}人，毕业去向落实人数{settled}人，毕业去向落实率{rate}%；2022届毕业生{graduatesBefore}人，毕业去向落实人数{settledBefore}人，毕业去向落实率{rateBefore}%。2023届升学{way7}人，升学率{studyRate}%，比2022届（升学{studyBefore}人，升学率{studyRateBefore}%）提高{studyPoints}个百分点。
表{no.t1} 2023届毕业生毕业去向分布
| 毕业去向 | 人数 | 占毕业生比例 |
| 签就业协议形式就业 | {way1} | {wayShare1}% |
| 签劳动合同形式就业 | {way2} | {wayShare2}% |
| 其他录用形式就业 | {way3} | {wayShare3}% |
| 应征义务兵 | {way4} | {wayShare4}% |
| 自主创业 | {way5} | {wayShare5}% |
| 自由职业 | {way6} | {wayShare6}% |
| 升学 | {way7} | {wayShare7}% |
| 待就业 | {waiting} | {waitingShare}% |
| 合计 | {graduates} | 100.00% |
毕业生面向三次产业就业{sectors}人，其中第一产业{sector1}人、第二产业{sector2}人、第三产业{sector3}人。到西部和东北地区就业905人，到中小微企业等基层就业1310人，到大型企业就业396人（以上三类按去向分别统计，同一毕业生可计入多类）。
图{no.f3} 近三届毕业生去向变化
## 2.4 满意度
学校面向在校生发放问卷{asked}份，回收有效问卷{answered}份，有效回收率{answerRate}%。
表{no.t2} 满意度调查表
| 序号 | 指标 | 单位 | 2023年 |
| 1 | 在校生满意度 | % | {satisfied} |
| 2 | 毕业生满意度 | % | {satisfiedGraduates} |
| 3 | 教职工满意度 | % | {satisfiedStaff} |
| 4 | 用人单位满意度 | % | {satisfiedEmployers} |
注：在校生满意度为{satisfied}%，样本为有效问卷。
# 3 服务贡献
2023年，学校横向技术服务项目{contracts}项，横向技术服务到款额{payments}{u.payments}，比上年的{paymentsBefore}万元增长{paymentsRise}%，平均每项到款{perContract}万元；横向技术服务产生的经济效益{benefit}{u.benefit}。专利授权{patents}件，其中发明专利{patent1}件、实用新型专利{patent2}件、外观设计专利{patent3}件，比上年的{patentsBefore}件增加{patentsMore}件。
全年举办各类非学历培训{classes}期，培训{training}人次，平均每期约{perClass}人次，其中公益性培训{charity}人次。
案例{no.c3}：把课堂搬到茶山上
服务的三个乡镇户均增收5000元以上，带动农户超过1200户。
# 4 国际合作
学校接收国（境）外留学生{foreign}人，来自{countries}个国家；与3所国（境）外院校保持合作。
# 附表
表{no.t3} 人才培养质量计分卡
| 序号 | 指标 | 单位 | 2022年 | 2023年 |
| 1 | 毕业生人数 | 人 | {graduatesBefore} | {graduates} |
| 2 | 毕业去向落实人数 | 人 | {settledBefore} | {settled} |
|   | 其中：毕业生升学人数 | 人 | {studyBefore} | {way7} |
|   | 升入本科人数 | 人 | 1004 | {bachelor} |
| 3 | 月收入 | 元 | 4715 | {income} |
| 4 | 毕业生面向三次产业就业人数 | 人 | 1741 | {sectors} |
|   | 其中：面向第一产业 | 人 | 41 | {sector1} |
|   | 面向第二产业 | 人 | 842 | {sector2} |
|   | 面向第三产业 | 人 | 858 | {sector3} |
表{no.t4} 教学资源与服务贡献表
| 序号 | 指标 | 单位 | 2023年 |
| 1 | 生师比 | : | {ratio} |
| 2 | 双师素质专任教师比例 | % | {doubleShare} |
| 3 | 高级专业技术职务专任教师比例 | % | {seniorShare} |
| 4 | 专业群数量 | 个 | {groups} |
|   | 专业数量 | 个 | {majors} |
| 5 | 在线精品课程数 | 门 | {courses} |
|   | 其中：国家级数量 | 门 | {course1} |
|   | 省级数量 | 门 | {course2} |
|   | 校级数量 | 门 | {course3} |
| 6 | 生均教学科研仪器设备值 | 元/生 | {equipment} |
| 7 | 生均图书 | 册/生 | {books} |
| 8 | 横向技术服务到款额 | 万元 | {payments} |
|   | 横向技术服务产生的经济效益 | 万元 | {benefit} |
表{no.t5} 落实政策表
| 序号 | 指标 | 单位 | 2023年 |
| 1 | 全日制在校生人数 | 人 | {students} |
| 2 | 年生均财政拨款水平 | 元 | {funding} |
| 3 | 教职工总数 | 人 | {staff} |
|   | 其中：专任教师总数 | 人 | {teachers} |
|   | 思政课教师数 | 人 | {ideology} |
|   | 体育课专任教师数 | 人 | {sports} |
|   | 辅导员人数 | 人 | {counsellors} |
`,
  relations: [
    relate.numbering(...names('no.t', 5)),
    relate.numbering(...names('no.c', 3)),
    relate.numbering(...names('no.f', 3)),
    relate.parts('groups', 'groupsProvince', 'groupsOwn'),
    relate.parts('students', ...names('grade', 3)),
    relate.growth('studentsRise', 'studentsBefore', 'students'),
    relate.parts('admitted', 'men', 'women'),
    relate.percentage('arrival', 'arrived', 'admitted'),
    relate.order('arrived', 'admitted'),
    relate.order('teachers', 'staff'),
    relate.order('teachers@2', 'staff@2'),
    relate.difference('teachersMore', 'teachersBefore', 'teachers'),
    relate.parts('senior', 'professors', 'associate'),
    relate.percentage('seniorShare', 'senior', 'teachers'),
    relate.percentage('mastersShare', 'masters', 'teachers'),
    relate.order('doctors', 'masters'),
    relate.percentage('doubleShare', 'double', 'teachers'),
    relate.difference('doublePoints', 'doubleBefore', 'doubleShare'),
    relate.ratio('ratio', 'weighted', 'teachersWeighted'),
    relate.parts('courses', ...names('course', 3)),
    relate.parts('libraries', ...names('library', 3)),
    relate.parts('courses@2', 'course1@2', 'course2@2', 'course3@2'),
    relate.parts('national', ...names('nat', 3)),
    relate.parts('provincial', ...names('prov', 3)),
    relate.percentage('rate', 'settled', 'graduates'),
    relate.order('settled', 'graduates'),
    relate.order('settled@2', 'graduates@3'),
    relate.percentage('rateBefore', 'settledBefore', 'graduatesBefore'),
    relate.percentage('studyRate', 'way7', 'graduates'),
    relate.difference('studyPoints', 'studyRateBefore', 'studyRate'),
    relate.total('graduates@2', 'way1', 'way2', 'way3', 'way4', 'way5', 'way6', 'way7@2', 'waiting'),
    ...names('way', 6).map((way, i) => relate.percentage(`wayShare${i + 1}`, way, 'graduates@2')),
    relate.percentage('wayShare7', 'way7@2', 'graduates@2'),
    relate.parts('sectors', ...names('sector', 3)),
    relate.parts('sectors@2', 'sector1@2', 'sector2@2', 'sector3@2'),
    relate.percentage('answerRate', 'answered', 'asked'),
    relate.impossible('answered', '5286'),
    relate.impossible('rate', '103.42'),
    relate.impossible('satisfied', '191.36'),
    relate.impossible('foreign', '-46'),
    relate.impossible('published', '2124年1月10日', '2024年13月10日'),
    relate.growth('paymentsRise', 'paymentsBefore', 'payments'),
    relate.quotient('perContract', 'payments', 'contracts'),
    relate.quotient('perClass', 'training', 'classes'),
    relate.order('charity', 'training'),
    relate.parts('patents', ...names('patent', 3)),
    relate.difference('patentsMore', 'patentsBefore', 'patents'),
    relate.unit('payments', 'u.payments', '元'),
    relate.unit('benefit', 'u.benefit', '亿元'),
    relate.order('way7@3', 'settled@2'),
    relate.order('bachelor', 'way7@3'),
    relate.order('bandwidth', 'backbone'),
    relate.order('ideology', 'teachers@2'),
    relate.catalogue('ratio@2', '19.62'),
    relate.catalogue('seniorShare@2', '12.09'),
    relate.catalogue('equipment', '1506.27'),
    relate.catalogue('books', '27.51'),
    relate.catalogue('satisfied', '51.36'),
    relate.catalogue('income', '862', '48620'),
    relate.catalogue('funding', '8862.40'),
    relate.catalogue('ideology', '531'),
    relate.catalogue('counsellors', '652'),
    relate.catalogue('bachelor', '2138'),
    relate.lastYear('studentsBefore', 'students'),
    relate.lastYear('teachersBefore', 'teachers'),
    relate.lastYear('doubleBefore', 'double'),
    relate.lastYear('graduatesBefore', 'graduates'),
    relate.lastYear('graduatesBefore@2', 'graduates'),
    relate.lastYear('settledBefore', 'settled'),
    relate.lastYear('settledBefore@2', 'settled'),
    relate.lastYear('studyBefore', 'study'),
    relate.lastYear('studyBefore@2', 'study'),
    relate.lastYear('rateBefore', 'rate'),
    relate.lastYear('paymentsBefore', 'payments'),
    relate.lastYear('patentsBefore', 'patents'),
  ],
}
