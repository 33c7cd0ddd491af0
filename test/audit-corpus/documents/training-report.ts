import { grouped, many, names, per, risen, share } from '../figures.ts'
import type { MadeDocument } from '../made-document.ts'
import { relate } from '../relate.ts'

const people = [4860, 3275, 2140, 1725]
const peopleBefore = [4520, 3310, 1865, 1405]
const classes = [86, 52, 41, 21]

/** A year of continuing education in Word: quarters and kinds, small headings with Arabic numbers, money in yuan. */
export const trainingReport: MadeDocument = {
  name: 'training-report',
  format: 'docx',
  lastYear: {
    name: 'training-report-2022',
    format: 'docx',
    figures: { people: '11100', classes: '178', money: '986.50', certificates: '3120' },
    text: `
# 继续教育学院2022年工作总结
全年举办培训班{classes}个，培训{people}人次，培训到账经费{money}万元，发放证书{certificates}本。
`,
    relations: [],
  },
  figures: {
    'no.1': '1',
    'no.2': '2',
    'no.3': '3',
    'no.4': '4',
    'no.t1': '1',
    'no.t2': '2',
    people: '12000',
    peopleBefore: '11100',
    peopleRise: risen(11100, 12000, 1),
    ...many('people', people),
    ...many('before', peopleBefore),
    ...many(
      'rise',
      people.map((n, i) => risen(peopleBefore[i]!, n, 1)),
    ),
    ...many('class', classes),
    classes: '200',
    classesBefore: '178',
    classesMore: '22',
    perClass: per(12000, 200, 0),
    ...many('quarter', [2150, 3680, 3420, 2750]),
    money: '1164.80',
    moneyBefore: '986.50',
    moneyRise: risen('986.50', '1164.80', 1),
    'u.money': '万元',
    ...many('money', ['512.60', '368.40', '196.20', '87.60']),
    ...many(
      'moneyShare',
      ['512.60', '368.40', '196.20', '87.60'].map((n) => share(n, '1164.80', 1)),
    ),
    perPerson: grouped(per('11648000', 12000, 2)),
    trainers: '164',
    inside: '96',
    outside: '68',
    outsideShare: share(68, 164, 1),
    certificates: '3568',
    certificatesBefore: '3120',
    ...many('certificate', [1846, 1302, 420]),
    passed: '3568',
    sat: '3920',
    passShare: share(3568, 3920, 1),
    villages: '26',
    farmers: '1480',
    farmersShare: share(1480, 12000, 1),
    online: '5260',
    offline: '6740',
    ratio: per(6740, 5260),
    pleased: '98.6',
    signed: '2024年1月22日',
    courses: '三',
    sites: '15',
    sitesTown: '9',
    sitesVillage: '6',
  },
  text: `
# 继续教育学院2023年工作总结
（{signed}）
## {no.1}．总体情况
2023年，学院举办各类培训班{classes}个，较2022年的{classesBefore}个增加{classesMore}个；培训{people}人次，较2022年的{peopleBefore}人次增长{peopleRise}%，平均每班{perClass}人次。从季度看，一至四季度分别培训{quarter1}人次、{quarter2}人次、{quarter3}人次、{quarter4}人次。从方式看，线下培训{offline}人次、线上培训{online}人次，线下与线上之比为{ratio}:1。
表{no.t1} 各类培训完成情况
| 培训类别 | 班次（个） | 2022年（人次） | 2023年（人次） | 增长率（%） |
| 企业职工培训 | {class1} | {before1} | {people1} | {rise1} |
| 职业教师培训 | {class2} | {before2} | {people2} | {rise2} |
| 社区与老年教育 | {class3} | {before3} | {people3} | {rise3} |
| 新型农民培训 | {class4} | {before4} | {people4} | {rise4} |
| 总计 | {classes} | {peopleBefore} | {people} | {peopleRise} |
## {no.2}．经费与师资
培训到账经费{money}{u.money}，同比（2022年为{moneyBefore}万元）增长{moneyRise}%，人次均收入{perPerson}元。培训教师{trainers}人，其中校内教师{inside}人、校外专家{outside}人，校外专家占{outsideShare}%。课酬标准为每学时120~300元。
表{no.t2} 培训经费来源（万元）
| 来源 | 金额 | 比重（%） |
| 企业委托 | {money1} | {moneyShare1} |
| 政府购买服务 | {money2} | {moneyShare2} |
| 个人缴费 | {money3} | {moneyShare3} |
| 其他 | {money4} | {moneyShare4} |
| 合计 | {money} | 100.0 |
## {no.3}．证书与考核
参加职业技能等级考核{sat}人，合格{passed}人，合格率{passShare}%；发放证书{certificates}本（2022年{certificatesBefore}本），其中初级{certificate1}本、中级{certificate2}本、高级{certificate3}本。
## {no.4}．服务乡村
在{villages}个村开展新型农民培训，覆盖农户1480户左右；设立教学点{sites}个，其中乡镇{sitesTown}个、村{sitesVillage}个。培训农民{farmers}人次，占培训总人次的{farmersShare}%。学员满意率{pleased}%。编写乡土教材{courses}种，印数超过6000册。
`,
  relations: [
    relate.numbering('no.1', 'no.2', 'no.3', 'no.4'),
    relate.numbering(...names('no.t', 2)),
    relate.difference('classesMore', 'classesBefore', 'classes'),
    relate.growth('peopleRise', 'peopleBefore', 'people'),
    relate.quotient('perClass', 'people', 'classes'),
    relate.parts('people', ...names('quarter', 4)),
    relate.ratio('ratio', 'offline', 'online'),
    relate.total('classes@2', ...names('class', 4)),
    relate.total('peopleBefore@2', ...names('before', 4)),
    relate.total('people@2', ...names('people', 4)),
    ...[1, 2, 3, 4].map((i) => relate.growth(`rise${i}`, `before${i}`, `people${i}`)),
    relate.growth('moneyRise', 'moneyBefore', 'money'),
    relate.parts('trainers', 'inside', 'outside'),
    relate.percentage('outsideShare', 'outside', 'trainers'),
    relate.total('money@2', ...names('money', 4)),
    ...[1, 2, 3, 4].map((i) => relate.percentage(`moneyShare${i}`, `money${i}`, 'money@2')),
    relate.percentage('passShare', 'passed', 'sat'),
    relate.order('passed', 'sat'),
    relate.parts('certificates', ...names('certificate', 3)),
    relate.parts('sites', 'sitesTown', 'sitesVillage'),
    relate.order('farmers', 'people@2'),
    relate.percentage('farmersShare', 'farmers', 'people'),
    relate.unit('money', 'u.money', '元'),
    relate.impossible('pleased', '198.6'),
    relate.impossible('signed', '2024年1月42日'),
    relate.impossible('trainers', '-164'),
    relate.lastYear('peopleBefore', 'people'),
    relate.lastYear('classesBefore', 'classes'),
    relate.lastYear('moneyBefore', 'money'),
    relate.lastYear('certificatesBefore', 'certificates'),
  ],
}
