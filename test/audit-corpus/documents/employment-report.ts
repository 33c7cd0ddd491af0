import { less, many, names, per, share } from '../figures.ts'
import type { MadeDocument } from '../made-document.ts'
import { relate } from '../relate.ts'

/** Seven departments: graduates, men, women, settled, further study. */
const departments: readonly (readonly [string, number, number, number, number])[] = [
  ['智能制造学院', 512, 168, 664, 231],
  ['信息工程学院', 436, 205, 617, 198],
  ['现代商贸学院', 188, 402, 566, 176],
  ['建筑工程学院', 341, 96, 421, 118],
  ['健康护理学院', 64, 486, 538, 204],
]
const sumOf = (index: 1 | 2 | 3 | 4): number => departments.reduce((all, row) => all + row[index], 0)
const graduates = departments.map((row) => row[1] + row[2])
const all = graduates.reduce((a, b) => a + b, 0)
const regions = [1236, 270, 153, 120]
const sizes = [203, 464, 1112]

const lastYear: MadeDocument = {
  name: 'employment-report-2022',
  format: 'docx',
  figures: { all: '2811', settled: '2694', rate: share(2694, 2811), income: '4587', study: '856' },
  text: `
# 星桥职业学院2022届毕业生就业质量年度报告
2022届毕业生共{all}人，毕业去向落实人数{settled}人，毕业去向落实率{rate}%；升学{study}人。
2022届毕业生平均月收入{income}元。
`,
  relations: [relate.percentage('rate', 'settled', 'all')],
}

/** An employment report in Word: a table by department with men and women, regions, sizes of firms, incomes. */
export const employmentReport: MadeDocument = {
  name: 'employment-report',
  format: 'docx',
  lastYear,
  figures: {
    'no.s1': '一',
    'no.s2': '二',
    'no.s3': '三',
    'no.t1': '1-1',
    'no.t2': '2-1',
    'no.t3': '2-2',
    'no.t4': '3-1',
    'no.f1': '1',
    'no.f2': '2',
    'no.f3': '3',
    'no.f4': '4',
    all: String(all),
    men: String(sumOf(1)),
    women: String(sumOf(2)),
    ratio: per(sumOf(1), sumOf(2)),
    settled: String(sumOf(3)),
    rate: share(sumOf(3), all),
    study: String(sumOf(4)),
    studyShare: share(sumOf(4), all),
    allBefore: '2811',
    settledBefore: '2694',
    rateBefore: share(2694, 2811),
    ratePoints: less(share(sumOf(3), all), share(2694, 2811)),
    studyBefore: '856',
    studyMore: String(sumOf(4) - 856),
    ...many(
      'men',
      departments.map((row) => row[1]),
    ),
    ...many(
      'women',
      departments.map((row) => row[2]),
    ),
    ...many('all', graduates),
    ...many(
      'settled',
      departments.map((row) => row[3]),
    ),
    ...many(
      'rate',
      departments.map((row, i) => share(row[3], graduates[i]!)),
    ),
    ...many(
      'study',
      departments.map((row) => row[4]),
    ),
    working: '1779',
    ...many('region', regions),
    ...many(
      'regionShare',
      regions.map((n) => share(n, 1779)),
    ),
    ...many('size', sizes),
    ...many(
      'sizeShare',
      sizes.map((n) => share(n, 1779)),
    ),
    income: '4785',
    incomeBefore: '4587',
    incomeMore: '198',
    ...many('income', ['5120', '5246', '4365', '4710', '4484']),
    posts: '26418',
    postsRatio: `1:${per(26418, all, 1)}`,
    fairs: '42',
    perFair: per(26418, 42, 0),
    match: '1488',
    matchShare: share(1488, 1779),
    sent: '2800',
    back: '2346',
    backShare: share(2346, 2800),
    pleased: '2198',
    pleasedShare: share(2198, 2346),
    closed: '2023年8月31日',
    joined: '68',
    own: '32',
  },
  text: `
# 星桥职业学院2023届毕业生就业质量年度报告
本报告数据统计截止日期为{closed}。调查咨询：0999-1234 567（工作日8:30—17:30）。
# {no.s1}、毕业生规模与去向
2023届毕业生共{all}人，其中男生{men}人、女生{women}人，男女生比例为{ratio}:1。毕业去向落实人数{settled}人，毕业去向落实率{rate}%，较2022届（毕业生{allBefore}人，落实{settledBefore}人，落实率{rateBefore}%）变化{ratePoints}个百分点。升学{study}人，占毕业生总数的{studyShare}%，比2022届的{studyBefore}人增加{studyMore}人。
表{no.t1} 2023届各学院毕业生人数及毕业去向落实率
| 学院 | 毕业生人数 | < | < | 毕业去向落实 | < | 升学人数 |
| ^ | 男 | 女 | 小计 | 人数 | 落实率 | ^ |
${departments
  .map((row, i) => {
    const n = i + 1
    return `| ${row[0]} | {men${n}} | {women${n}} | {all${n}} | {settled${n}} | {rate${n}}% | {study${n}} |`
  })
  .join('\n')}
| 合计 | {men} | {women} | {all} | {settled} | {rate}% | {study} |
图{no.f1} 各学院毕业去向落实率
“最低学院”与“最高学院”落实率相差不超过8个百分点。
# {no.s2}、就业流向
毕业去向落实的{settled}人中，升学{study}人、应征入伍{joined}人、自主创业{own}人，到用人单位就业{working}人。按地区看，省内{region1}人、长三角（不含本省）{region2}人、珠三角{region3}人、其他地区{region4}人。
表{no.t2} 就业地区分布
| 地区 | 人数 | 比例 |
| 省内 | {region1} | {regionShare1}% |
| 长三角（不含本省） | {region2} | {regionShare2}% |
| 珠三角 | {region3} | {regionShare3}% |
| 其他 | {region4} | {regionShare4}% |
| 合计 | {working} | 100% |
图{no.f2} 就业地区分布
表{no.t3} 就业单位规模分布
| 单位规模 | 人数 | 占比 |
| 大型企业 | {size1} | {sizeShare1}% |
| 中型企业 | {size2} | {sizeShare2}% |
| 小微企业 | {size3} | {sizeShare3}% |
| 总计 | {working} | 100% |
图{no.f3} 单位规模分布
到用人单位就业的毕业生中，专业对口{match}人，专业对口率{matchShare}%。全年举办校园招聘会{fairs}场，提供岗位{posts}个，平均每场提供岗位{perFair}个，毕业生与岗位供需比为{postsRatio}。
# {no.s3}、就业质量
2023届毕业生平均月收入{income}元，比2022届的{incomeBefore}元提高{incomeMore}元。
表{no.t4} 各学院毕业生平均月收入（单位：元）
| 学院 | 平均月收入 |
${departments.map((row, i) => `| ${row[0]} | {income${i + 1}} |`).join('\n')}
| 五个学院平均 | {income} |
图{no.f4} 月收入的区间分布
月收入在3000元以下的占6%左右，超过八成的毕业生月收入在3500—6500元。
向毕业生发放问卷{sent}份，回收{back}份，回收率{backShare}%；其中对就业现状表示满意的{pleased}人，就业满意度{pleasedShare}%。
`,
  relations: [
    relate.numbering(...names('no.s', 3)),
    relate.numbering(...names('no.f', 4)),
    relate.parts('all', 'men', 'women'),
    relate.ratio('ratio', 'men', 'women'),
    relate.percentage('rate', 'settled', 'all'),
    relate.order('settled', 'all'),
    relate.percentage('rateBefore', 'settledBefore', 'allBefore'),
    relate.order('settledBefore', 'allBefore'),
    relate.difference('ratePoints', 'rateBefore', 'rate'),
    relate.percentage('studyShare', 'study', 'all'),
    relate.order('study', 'settled'),
    relate.difference('studyMore', 'studyBefore', 'study'),
    ...departments.flatMap((_, i) => [
      relate.total(`all${i + 1}`, `men${i + 1}`, `women${i + 1}`),
      relate.percentage(`rate${i + 1}`, `settled${i + 1}`, `all${i + 1}`),
      relate.order(`study${i + 1}`, `settled${i + 1}`),
    ]),
    relate.total('men@2', ...names('men', 5)),
    relate.total('women@2', ...names('women', 5)),
    relate.total('all@2', ...names('all', 5)),
    relate.total('settled@2', ...names('settled', 5)),
    relate.total('study@2', ...names('study', 5)),
    relate.parts('settled@3', 'study@3', 'joined', 'own', 'working'),
    relate.parts('working', ...names('region', 4)),
    relate.total('working@2', ...names('region', 4).map((name) => `${name}@2`)),
    ...names('region', 4).map((name, i) => relate.percentage(`regionShare${i + 1}`, `${name}@2`, 'working@2')),
    relate.total('working@3', ...names('size', 3)),
    ...names('size', 3).map((name, i) => relate.percentage(`sizeShare${i + 1}`, name, 'working@3')),
    relate.percentage('matchShare', 'match', 'working'),
    relate.quotient('perFair', 'posts', 'fairs'),
    relate.ratio('postsRatio', 'posts', 'all'),
    relate.difference('incomeMore', 'incomeBefore', 'income'),
    relate.mean('income@2', ...names('income', 5)),
    relate.percentage('backShare', 'back', 'sent'),
    relate.percentage('pleasedShare', 'pleased', 'back'),
    relate.impossible('back', '2946'),
    relate.impossible('pleased', '2498'),
    relate.impossible('joined', '-68'),
    relate.impossible('closed', '2023年8月32日', '2123年8月31日'),
    relate.impossible('rate', '105.90'),
    relate.catalogue('income', '1278', '47850'),
    relate.catalogue('study', '2927'),
    relate.lastYear('allBefore', 'all'),
    relate.lastYear('settledBefore', 'settled'),
    relate.lastYear('rateBefore', 'rate'),
    relate.lastYear('studyBefore', 'study'),
    relate.lastYear('incomeBefore', 'income'),
  ],
}
