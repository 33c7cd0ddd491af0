import { less, many, meanOf, names, per, share, sum } from '../figures.ts'
import type { MadeDocument } from '../made-document.ts'
import { relate } from '../relate.ts'

/** Who was asked, by year: sent, back, valid. */
const years: readonly (readonly [string, number, number, number])[] = [
  ['2021级', 1200, 1086, 1052],
  ['2022级', 1300, 1214, 1180],
  ['2023级', 1500, 1438, 1402],
]
const column = (index: 1 | 2 | 3): number => years.reduce((all, row) => all + row[index], 0)
const [sent, back, valid] = [column(1), column(2), column(3)]

/** Six questions: very satisfied, satisfied, fairly, not, not at all. */
const questions: readonly (readonly [string, readonly number[]])[] = [
  ['课堂教学', [1684, 1352, 456, 98, 44]],
  ['实践教学', [1542, 1398, 532, 112, 50]],
  ['课外活动', [1396, 1427, 638, 121, 52]],
  ['食堂服务', [1108, 1286, 862, 254, 124]],
  ['宿舍条件', [1176, 1304, 805, 236, 113]],
]
const contentOf = (answers: readonly number[]): string => share(sum(...answers.slice(0, 3)), valid)
const mean = meanOf(questions.map(([, answers]) => contentOf(answers)))

/** The report of a questionnaire as a web page: responses by year, answers by question. */
export const surveyReport: MadeDocument = {
  name: 'survey-report',
  format: 'html',
  figures: {
    'no.s1': '1',
    'no.s2': '2',
    'no.s3': '3',
    'no.t1': '1',
    'no.t2': '2',
    'no.t3': '3',
    sent: String(sent),
    back: String(back),
    valid: String(valid),
    backShare: share(back, sent),
    validShare: share(valid, back),
    invalid: String(back - valid),
    ...many(
      'sent',
      years.map((row) => row[1]),
    ),
    ...many(
      'back',
      years.map((row) => row[2]),
    ),
    ...many(
      'valid',
      years.map((row) => row[3]),
    ),
    ...many(
      'backShare',
      years.map((row) => share(row[2], row[1])),
    ),
    ...Object.fromEntries(
      questions.flatMap(([, answers], i) => [
        ...Object.entries(many(`q${i + 1}a`, answers)),
        [`content${i + 1}`, contentOf(answers)],
      ]),
    ),
    best: contentOf(questions[0]![1]),
    worst: contentOf(questions[3]![1]),
    gap: less(contentOf(questions[0]![1]), contentOf(questions[3]![1])),
    mean,
    meanBefore: '92.18',
    points: less(mean, '92.18'),
    men: '2018',
    women: '1616',
    ratio: per(2018, 1616),
    score: '4.27',
    ...many('age', [412, 2786, 436]),
    ...many(
      'ageShare',
      [412, 2786, 436].map((n) => share(n, valid, 1)),
    ),
    teachersSent: '260',
    teachersBack: '243',
    teachersShare: share(243, 260),
    employersSent: '150',
    employersBack: '128',
    employersShare: share(128, 150),
    employersContent: '98.44',
    firstDay: '2023年10月9日',
  },
  text: `
# 白鹭职业学院2023年学生满意度调查报告
## {no.s1} 调查概况
调查于{firstDay}启动，历时三周，采用网络问卷匿名填答。共发放学生问卷{sent}份，回收{back}份，回收率{backShare}%；剔除答题时间过短的问卷{invalid}份，得到有效问卷{valid}份，有效率{validShare}%。
表{no.t1} 学生问卷发放与回收情况
| 年级 | 发放（份） | 回收（份） | 回收率 | 有效（份） |
${years.map((row, i) => `| ${row[0]} | {sent${i + 1}} | {back${i + 1}} | {backShare${i + 1}}% | {valid${i + 1}} |`).join('\n')}
| 合计 | {sent} | {back} | {backShare}% | {valid} |
有效样本中，男生{men}人、女生{women}人，男女比例{ratio}:1。
表{no.t2} 有效样本年龄分布
| 年龄 | 人数 | 占比 |
| 18岁及以下 | {age1} | {ageShare1}% |
| 19—21岁 | {age2} | {ageShare2}% |
| 22岁及以上 | {age3} | {ageShare3}% |
| 合计 | {valid} | 100% |
另向教师发放问卷{teachersSent}份，回收{teachersBack}份，回收率{teachersShare}%；向用人单位发放问卷{employersSent}份，回收{employersBack}份，回收率{employersShare}%，用人单位满意度{employersContent}%。
## {no.s2} 调查结果
表{no.t3} 学生对各方面的评价（单位：人）
| 调查内容 | 评价人数 | < | < | < | < | 满意度 |
| ^ | 非常满意 | 满意 | 基本满意 | 不满意 | 很不满意 | ^ |
${questions
  .map(
    ([label], i) =>
      `| ${label} | {q${i + 1}a1} | {q${i + 1}a2} | {q${i + 1}a3} | {q${i + 1}a4} | {q${i + 1}a5} | {content${i + 1}}% |`,
  )
  .join('\n')}
注：满意度为非常满意、满意、基本满意人数之和占有效问卷数的比例。
五个方面中，学生对课堂教学的满意度最高，为{best}%；对食堂服务的满意度最低，为{worst}%，两者相差{gap}个百分点。五个方面满意度的平均值为{mean}%，2022年为{meanBefore}%，提高{points}个百分点。
课堂教学一项，选择非常满意、满意、基本满意的学生分别为{q1a1}人、{q1a2}人、{q1a3}人。
以5分制计，学生总体评分{score}分（得分区间为1—5分）。每题均为单选，“最需改进的方面”一题为多选，选择食堂、宿舍、网络的学生分别有1568人、1420人、1206人。
## {no.s3} 改进建议
约两成学生建议延长图书馆开放时间；近六成学生希望增加实训课时。联系人：质量处，电话0632-7700 889。
`,
  relations: [
    relate.numbering(...names('no.s', 3)),
    relate.numbering(...names('no.t', 3)),
    relate.percentage('backShare', 'back', 'sent'),
    relate.percentage('validShare', 'valid', 'back'),
    relate.difference('invalid', 'valid', 'back'),
    relate.order('back', 'sent'),
    relate.order('valid', 'back'),
    relate.total('sent@2', ...names('sent', 3)),
    relate.total('back@2', ...names('back', 3)),
    relate.total('valid@2', ...names('valid', 3)),
    ...[1, 2, 3].flatMap((i) => [
      relate.percentage(`backShare${i}`, `back${i}`, `sent${i}`),
      relate.order(`valid${i}`, `back${i}`),
      relate.order(`back${i}`, `sent${i}`),
    ]),
    relate.parts('valid', 'men', 'women'),
    relate.ratio('ratio', 'men', 'women'),
    relate.total('valid@3', ...names('age', 3)),
    ...[1, 2, 3].map((i) => relate.percentage(`ageShare${i}`, `age${i}`, 'valid@3')),
    relate.percentage('teachersShare', 'teachersBack', 'teachersSent'),
    relate.percentage('employersShare', 'employersBack', 'employersSent'),
    relate.difference('gap', 'worst', 'best'),
    relate.mean('mean', ...names('content', 5)),
    relate.difference('points', 'meanBefore', 'mean'),
    relate.impossible('back', '4738'),
    relate.impossible('teachersBack', '283'),
    relate.impossible('employersBack', '168'),
    relate.impossible('employersContent', '198.44'),
    relate.impossible('score', '6.27'),
    relate.impossible('firstDay', '2023年10月39日', '2123年10月9日'),
    relate.impossible('q1a5', '-44'),
    relate.catalogue('employersContent', '118.44'),
  ],
}
