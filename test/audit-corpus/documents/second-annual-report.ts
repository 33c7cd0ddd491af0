import { less, many, names, per, risen, share } from '../figures.ts'
import type { MadeDocument } from '../made-document.ts'
import { relate } from '../relate.ts'

const posts = [324, 486, 212, 68]
const staffBy = [52, 168, 214, 76]
const enrol = [3012, 3184, 3406]

/** Another annual report, as pages: spaces around figures, full-width signs, three years side by side. */
export const secondAnnualReport: MadeDocument = {
  name: 'second-annual-report',
  format: 'pdf',
  figures: {
    'no.h1': '1',
    'no.h2': '2',
    'no.h3': '3',
    'no.k1': '一',
    'no.k2': '二',
    'no.k3': '三',
    'no.k4': '四',
    'no.t1': '1',
    'no.t2': '2',
    'no.t3': '3',
    land: '62.40',
    built: '31.86',
    students: '9486',
    ...many('enrol', enrol),
    ...many('arrived', [2874, 3068, 3290]),
    ...many(
      'arrivedShare',
      [2874, 3068, 3290].map((n, i) => share(n, enrol[i]!)),
    ),
    enrolAll: String(enrol.reduce((a, b) => a + b, 0)),
    arrivedAll: '9232',
    arrivedAllShare: share(
      9232,
      enrol.reduce((a, b) => a + b, 0),
    ),
    enrolRise: risen(3184, 3406),
    teachers: '510',
    ...many('staff', staffBy),
    ...many(
      'staffShare',
      staffBy.map((n) => share(n, 510, 1)),
    ),
    doubleFrom: '298',
    doubleTo: '352',
    doubleRise: risen(298, 352),
    doubleShare: share(352, 510),
    hours: '186420',
    perHours: per(186420, 510, 1),
    industry: '148',
    provinceMajors: '14',
    majors: '41',
    stopped: '3',
    opened: '5',
    majorsBefore: '39',
    groupLeaders: '9',
    bases: '186',
    basesIn: '74',
    basesOut: '112',
    seats: '6128',
    graduates: '2916',
    local: '2043',
    localShare: share(2043, 2916),
    ...many('post', posts),
    posts: String(posts.reduce((a, b) => a + b, 0)),
    ...many(
      'postShare',
      posts.map((n) => share(n, 1090)),
    ),
    firmsFrom: '214',
    firmsTo: '263',
    firmsMore: '49',
    income: '4.62',
    incomeBefore: '4.15',
    incomeRise: risen('4.15', '4.62'),
    'u.income': '亿元',
    ...many('incomePart', ['3.08', '1.24', '0.30']),
    aid: '1826.4',
    'u.aid': '万元',
    aided: '5684',
    perAid: per(18264000, 5684, 0),
    ...many('aidPart', ['642.0', '815.6', '368.8']),
    awards: '156',
    awardsNation: '18',
    awardsProvince: '138',
    clubs: '64',
    members: '4218',
    perClub: per(4218, 64, 0),
    volunteers: '3650',
    questionnaires: '4000',
    returned: '3724',
    returnedShare: share(3724, 4000, 1),
    liked: '3486',
    likedShare: share(3486, 3724, 1),
    sealed: '2024 年 1 月 9 日',
    points: less(share(3290, 3406), share(3068, 3184)),
  },
  text: `
# 沅江工贸职业学院质量年报（2023）
{sealed}
## {no.h1} 学校概况
学校占地面积 {land} 万平方米，校舍建筑面积 {built} 万平方米。现有全日制在校生 {students} 人，招生专业 {majors} 个，其中省级特色专业 {provinceMajors} 个。2023 年停招专业 {stopped} 个、新增专业 {opened} 个（2022 年招生专业 {majorsBefore} 个）。
表 {no.t1}：近三年录取与报到情况
| 年份 | 录取数（人） | 报到数（人） | 报到率 |
| 2021 年 | {enrol1} | {arrived1} | {arrivedShare1}% |
| 2022 年 | {enrol2} | {arrived2} | {arrivedShare2}% |
| 2023 年 | {enrol3} | {arrived3} | {arrivedShare3}% |
| 总计 | {enrolAll} | {arrivedAll} | {arrivedAllShare}% |
2023 年录取新生 {enrol3} 人，同比增长 {enrolRise}%；报到率 {arrivedShare3}%，同比提高 {points} 个百分点。
## {no.h2} 教师与教学
### （{no.k1}）教师队伍
专任教师 {teachers} 人，按职称分：正高级 {staff1} 人、副高级 {staff2} 人、中级 {staff3} 人、初级及以下 {staff4} 人，占比分别为 {staffShare1}%、{staffShare2}%、{staffShare3}%、{staffShare4}%。“双师型”教师由 2022 年的 {doubleFrom} 人增至 2023 年的 {doubleTo} 人，增幅 {doubleRise}%，占专任教师总数的 {doubleShare}%。行业导师 {industry} 人，承担课时约 2 万学时。
全年专任教师共完成教学工作量 {hours} 学时，人均 {perHours} 学时。
### （{no.k2}）实践教学
建有实践教学基地 {bases} 个，其中校内 {basesIn} 个、校外 {basesOut} 个，校内实践教学工位 {seats} 个。
### （{no.k3}）学生成长
学生社团 {clubs} 个，参加学生 {members} 人，平均每个社团约 {perClub} 人；注册志愿者 {volunteers} 人。学生获省级以上竞赛奖励 {awards} 项，其中国家级 {awardsNation} 项，省级 {awardsProvince} 项。
学生满意度调查发放问卷 {questionnaires} 份，收回有效问卷 {returned} 份，有效回收率为 {returnedShare}%，其中表示满意的 {liked} 份，满意率为 {likedShare}%。
### （{no.k4}）就业
2023 届毕业生 {graduates} 人，留在本省就业 {local} 人，占 {localShare}%。
表 {no.t2}：部分毕业生岗位类别抽样（样本 {posts} 人）
| 岗位类别 | 人数 | 占样本比例 |
| 生产操作 | {post1} | {postShare1}% |
| 技术服务 | {post2} | {postShare2}% |
| 营销管理 | {post3} | {postShare3}% |
| 其他 | {post4} | {postShare4}% |
| 合计 | {posts} | 100.00% |
合作企业由 {firmsFrom} 家增加到 {firmsTo} 家，净增 {firmsMore} 家。
## {no.h3} 保障
2023 年学校总收入 {income}{u.income}，比 2022 年的 {incomeBefore} 亿元增长 {incomeRise}%；其中财政拨款 {incomePart1} 亿元、事业收入 {incomePart2} 亿元、其他收入 {incomePart3} 亿元。
全年资助学生 {aided} 人次，资助金额 {aid} {u.aid}，人次均 {perAid} 元。
表 {no.t3}：学生资助金额（单位：万元）
| 项目 | 金额 |
| 奖学金 | {aidPart1} |
| 助学金 | {aidPart2} |
| 勤工助学及其他 | {aidPart3} |
| 合计 | {aid} |
学校管理层中有 {groupLeaders} 名专业群带头人。“十四五”期间，力争在校生规模稳定在 1 万人左右。
`,
  relations: [
    relate.numbering(...names('no.h', 3)),
    relate.numbering(...names('no.k', 4)),
    relate.numbering(...names('no.t', 3)),
    relate.order('provinceMajors', 'majors'),
    ...[1, 2, 3].map((i) => relate.percentage(`arrivedShare${i}`, `arrived${i}`, `enrol${i}`)),
    ...[1, 2, 3].map((i) => relate.order(`arrived${i}`, `enrol${i}`)),
    relate.total('enrolAll', ...names('enrol', 3)),
    relate.total('arrivedAll', ...names('arrived', 3)),
    relate.percentage('arrivedAllShare', 'arrivedAll', 'enrolAll'),
    relate.difference('points', 'arrivedShare2', 'arrivedShare3'),
    relate.growth('enrolRise', 'enrol2', 'enrol3'),
    relate.parts('teachers', ...names('staff', 4)),
    ...[1, 2, 3, 4].map((i) => relate.percentage(`staffShare${i}`, `staff${i}`, 'teachers')),
    relate.growth('doubleRise', 'doubleFrom', 'doubleTo'),
    relate.percentage('doubleShare', 'doubleTo', 'teachers'),
    relate.quotient('perHours', 'hours', 'teachers'),
    relate.parts('bases', 'basesIn', 'basesOut'),
    relate.quotient('perClub', 'members', 'clubs'),
    relate.parts('awards', 'awardsNation', 'awardsProvince'),
    relate.percentage('returnedShare', 'returned', 'questionnaires'),
    relate.percentage('likedShare', 'liked', 'returned'),
    relate.impossible('returned', '4124'),
    relate.percentage('localShare', 'local', 'graduates'),
    relate.order('local', 'graduates'),
    relate.total('posts@2', ...names('post', 4)),
    ...[1, 2, 3, 4].map((i) => relate.percentage(`postShare${i}`, `post${i}`, 'posts@2')),
    relate.difference('firmsMore', 'firmsFrom', 'firmsTo'),
    relate.growth('incomeRise', 'incomeBefore', 'income'),
    relate.parts('income', ...names('incomePart', 3)),
    relate.total('aid@2', ...names('aidPart', 3)),
    relate.unit('income', 'u.income', '万元'),
    relate.unit('aid', 'u.aid', '元'),
    relate.impossible('likedShare', '103.6'),
    relate.impossible('sealed', '2024 年 1 月 39 日', '2204 年 1 月 9 日'),
    relate.impossible('volunteers', '-3650'),
  ],
}
