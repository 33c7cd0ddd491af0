import { many, names, per } from '../figures.ts'
import type { MadeDocument } from '../made-document.ts'
import { relate } from '../relate.ts'

/** Only the tables that colleges attach to their annual report, two years side by side, as a workbook of sheets. */
export const indicatorTables: MadeDocument = {
  name: 'indicator-tables',
  format: 'xlsx',
  lastYear: {
    name: 'indicator-tables-2022',
    format: 'xlsx',
    figures: {
      graduates: '2456',
      settled: '2362',
      study: '604',
      students: '7428',
      payments: '864.50',
      training: '412.36',
      staff: '486',
      teachers: '372',
    },
    text: `
# 计分卡
表1 人才培养质量计分卡
| 序号 | 指标 | 单位 | 2022年 |
| 1 | 毕业生人数 | 人 | {graduates} |
| 2 | 毕业去向落实人数 | 人 | {settled} |
|  | 其中：毕业生升学人数 | 人 | {study} |
# 服务贡献
表2 服务贡献表
| 序号 | 指标 | 单位 | 2022年 |
| 1 | 横向技术服务到款额 | 万元 | {payments} |
| 2 | 非学历培训到账经费 | 万元 | {training} |
# 落实政策
表3 落实政策表
| 序号 | 指标 | 单位 | 2022年 |
| 1 | 全日制在校生人数 | 人 | {students} |
| 2 | 教职工总数 | 人 | {staff} |
|  | 其中：专任教师总数 | 人 | {teachers} |
`,
    relations: [],
  },
  figures: {
    'no.t1': '1',
    'no.t2': '2',
    'no.t3': '3',
    'no.t4': '4',
    'no.t5': '5',
    'no.t6': '6',
    graduates: '2538',
    graduatesBefore: '2456',
    settled: '2451',
    settledBefore: '2362',
    study: '683',
    studyBefore: '604',
    bachelor: '679',
    income: '4536',
    sectors: '1684',
    ...many('sector', [52, 794, 838]),
    own: '1.22',
    promoted: '68.40',
    satisfied: '93.25',
    graduatesContent: '96.18',
    employersContent: '98.02',
    ratio: '16.20',
    weighted: '7857',
    allTeachers: '485',
    senior: '33.51',
    double: '71.54',
    equipment: '13862.55',
    libraries: '9',
    ...many('library', [1, 3, 5]),
    courses: '72',
    ...many('course', [4, 23, 45]),
    planned: '986',
    certificate: '164',
    online: '212',
    firms: '1342',
    payments: '986.40',
    paymentsBefore: '864.50',
    property: '96',
    patents: '82',
    inventions: '21',
    trade: '64.30',
    transfer: '58.30',
    training: '468.75',
    trainingBefore: '412.36',
    hours: '15240.00',
    charity: '4120.00',
    standards: '12',
    majorStandards: '3',
    courseStandards: '9',
    foreign: '38',
    foreignMajors: '6',
    students: '7654',
    studentsBefore: '7428',
    funding: '13254.60',
    staff: '502',
    staffBefore: '486',
    teachers: '388',
    teachersBefore: '372',
    ideology: '24',
    sports: '12',
    art: '6',
    counsellors: '39',
    tested: '7216',
    fitness: '84.62',
    mentors: '126',
    honoured: '4',
    perStudent: per(7857, 485),
  },
  text: `
# 计分卡
表{no.t1} 人才培养质量计分卡
名称：桂湾职业技术学院
| 序号 | 指标 | 单位 | 2022年 | 2023年 |
| 1 | 毕业生人数 | 人 | {graduatesBefore} | {graduates} |
| 2 | 毕业去向落实人数 | 人 | {settledBefore} | {settled} |
|  | 其中：毕业生升学人数 | 人 | {studyBefore} | {study} |
|  | 升入本科人数 | 人 | 601 | {bachelor} |
| 3 | 月收入 | 元 | 4402 | {income} |
| 4 | 毕业生面向三次产业就业人数 | 人 | 1672 | {sectors} |
|  | 其中：面向第一产业 | 人 | 58 | {sector1} |
|  | 面向第二产业 | 人 | 802 | {sector2} |
|  | 面向第三产业 | 人 | 812 | {sector3} |
| 5 | 自主创业率 | % | 1.10 | {own} |
| 6 | 毕业三年晋升比例 | % | 66.75 | {promoted} |
# 满意度
表{no.t2} 满意度调查表
| 序号 | 指标 | 单位 | 2022年 | 2023年 |
| 1 | 在校生满意度 | % | 92.84 | {satisfied} |
| 2 | 毕业生满意度 | % | 95.90 | {graduatesContent} |
| 3 | 用人单位满意度 | % | 97.66 | {employersContent} |
# 教学资源
表{no.t3} 教学资源表
| 序号 | 指标 | 单位 | 2022年 | 2023年 |
| 1 | 生师比 | : | 16.85 | {ratio} |
| 2 | 双师素质专任教师比例 | % | 69.80 | {double} |
| 3 | 高级专业技术职务专任教师比例 | % | 32.10 | {senior} |
| 4 | 生均教学科研仪器设备值 | 元/生 | 13120.40 | {equipment} |
| 5 | 教学计划内课程总数 | 门 | 964 | {planned} |
|  | 教学计划内课程-课证融通课程数 | 门 | 150 | {certificate} |
|  | 教学计划内课程-网络教学课程数 | 门 | 205 | {online} |
| 6 | 专业教学资源库数 | 个 | 8 | {libraries} |
|  | 其中：国家级数量 | 个 | 1 | {library1} |
|  | 省级数量 | 个 | 3 | {library2} |
|  | 校级数量 | 个 | 4 | {library3} |
| 7 | 在线精品课程数 | 门 | 64 | {courses} |
|  | 其中：国家级数量 | 门 | 3 | {course1} |
|  | 省级数量 | 门 | 20 | {course2} |
|  | 校级数量 | 门 | 41 | {course3} |
备注：折合在校生{weighted}人，折合教师总数{allTeachers}人，生师比{perStudent}:1。
# 服务贡献
表{no.t4} 服务贡献表
| 序号 | 指标 | 单位 | 2022年 | 2023年 |
| 1 | 毕业生就业人数 | 人 | 1310 | {firms} |
|  | 其中：A类：留在当地就业 | 人 | 968 | 1005 |
|  | B类：到西部和东北地区就业 | 人 | 214 | 226 |
|  | C类：到中小微企业等基层就业 | 人 | 852 | 881 |
|  | D类：到大型企业就业 | 人 | 306 | 318 |
| 2 | 横向技术服务到款额 | 万元 | {paymentsBefore} | {payments} |
| 3 | 知识产权项目数 | 项 | 88 | {property} |
|  | 其中：专利授权数量 | 项 | 75 | {patents} |
|  | 发明专利授权数量 | 项 | 18 | {inventions} |
| 4 | 技术产权交易收入 | 万元 | 52.80 | {trade} |
|  | 专利成果转化到款额 | 万元 | 47.10 | {transfer} |
| 5 | 非学历培训学时 | 学时 | 14380.00 | {hours} |
|  | 公益项目培训学时 | 学时 | 3960.00 | {charity} |
| 6 | 非学历培训到账经费 | 万元 | {trainingBefore} | {training} |
备注：毕业生就业人数中A、B、C、D四类可重复统计。
# 国际影响
表{no.t5} 国际影响表
| 序号 | 指标 | 单位 | 2022年 | 2023年 |
| 1 | 接收国外留学生专业数 | 个 | 5 | {foreignMajors} |
|  | 接收国外留学生人数 | 人 | 31 | {foreign} |
| 2 | 开发并被国外采用的职业教育标准数量 | 个 | 10 | {standards} |
|  | 其中：专业标准 | 个 | 2 | {majorStandards} |
|  | 课程标准 | 个 | 8 | {courseStandards} |
# 落实政策
表{no.t6} 落实政策表
| 序号 | 指标 | 单位 | 2022年 | 2023年 |
| 1 | 全日制在校生人数 | 人 | {studentsBefore} | {students} |
| 2 | 年生均财政拨款水平 | 元 | 12980.25 | {funding} |
| 3 | 教职工总数 | 人 | {staffBefore} | {staff} |
|  | 其中：专任教师总数 | 人 | {teachersBefore} | {teachers} |
|  | 思政课教师数 | 人 | 22 | {ideology} |
|  | 体育课专任教师数 | 人 | 12 | {sports} |
|  | 美育课专任教师数 | 人 | 5 | {art} |
|  | 辅导员人数 | 人 | 37 | {counsellors} |
| 4 | 参加国家学生体质健康标准测试人数 | 人 | 6985 | {tested} |
|  | 其中：学生体质测评合格率 | % | 83.90 | {fitness} |
| 5 | 聘请行业导师人数 | 人 | 118 | {mentors} |
|  | 其中：聘请大国工匠、劳动模范人数 | 人 | 3 | {honoured} |
`,
  relations: [
    relate.numbering(...names('no.t', 6)),
    relate.parts('sectors', ...names('sector', 3)),
    relate.parts('libraries', ...names('library', 3)),
    relate.parts('courses', ...names('course', 3)),
    relate.ratio('perStudent', 'weighted', 'allTeachers'),
    relate.order('settled', 'graduates'),
    relate.order('settledBefore', 'graduatesBefore'),
    relate.order('study', 'settled'),
    relate.order('inventions', 'patents'),
    relate.order('teachers', 'staff'),
    relate.order('charity', 'hours'),
    relate.impossible('fitness', '184.62'),
    relate.impossible('promoted', '-68.40'),
    relate.impossible('own', '122.00'),
    relate.catalogue('ratio', '21.36'),
    relate.catalogue('senior', '13.51'),
    relate.catalogue('equipment', '3862.55'),
    relate.catalogue('satisfied', '53.25'),
    relate.catalogue('income', '1036'),
    relate.catalogue('funding', '9254.60'),
    relate.catalogue('certificate', '1164'),
    relate.catalogue('online', '1212'),
    relate.catalogue('library1', '11'),
    relate.catalogue('transfer', '85.30'),
    relate.catalogue('charity', '41200.00'),
    relate.catalogue('courseStandards', '19'),
    relate.catalogue('foreignMajors', '68'),
    relate.catalogue('honoured', '146'),
    relate.catalogue('art', '406'),
    relate.catalogue('firms', '1842'),
    relate.lastYear('graduatesBefore', 'graduates'),
    relate.lastYear('settledBefore', 'settled'),
    relate.lastYear('studyBefore', 'study'),
    relate.lastYear('paymentsBefore', 'payments'),
    relate.lastYear('trainingBefore', 'training'),
    relate.lastYear('studentsBefore', 'students'),
    relate.lastYear('staffBefore', 'staff'),
    relate.lastYear('teachersBefore', 'teachers'),
  ],
}
