import { bulletList, doc, listItem, recordTable } from '../../../language/document.ts'
import type { Facts } from './facts.ts'
import { cell, column, COUNT, countAdded, type Maker, otherAdded, p, rowsAdded, tableAdded } from './maker.ts'
import { monthWords, type Texts, wholeAdded } from './said.ts'

const PROBLEMS: Readonly<Record<string, string>> = {
  empty: '没有标题也没有正文，未保留',
  'no-date': '没有可信的日期，不计入任何月份',
  'future-date': '日期在将来，不计入任何月份',
  'unreadable-pay': '薪酬读不出，不计入薪酬统计',
  'no-place': '没有写明城市，不计入地区统计',
  'no-occupation': '判断不出职业，不计入任何职业',
  'unread-industry': '行业不在国家分类中，按职业归类',
  'not-json': '不是可读的记录，未保留',
}

/** Where the data comes from, how it is counted, and what it cannot say. */
export function dataChapter(maker: Maker, facts: Facts): Texts {
  const { files, demand, cityName } = facts
  const all = wholeAdded(maker, facts)
  const rows = files.map(({ id, name, on, n, meant, problems }, at) => {
    const told = Object.entries(problems).filter(([, times]) => times > 0)
    const unread = otherAdded(
      maker,
      `file.${at}.unread`,
      {
        label: { zh: `“${name}”中读不全的记录` },
        value: String(told.reduce((sum, [, times]) => sum + times, 0)),
        unit: { zh: '处', en: 'rows' },
        rows: told.length,
        definition: {
          zh: '导入时逐行记下的问题个数；除注明“未保留”的以外，其余内容照常统计。',
          en: 'Problems told at the import; but for those "not kept", the rest of a row counts.',
        },
      },
      {
        kind: 'rows',
        rows: told.map(([key, times]) => ({ label: PROBLEMS[key] ?? key, text: `${times} 行` })),
        sum: String(told.reduce((sum, [, times]) => sum + times, 0)),
      },
    )
    return [
      name,
      on,
      cell(maker, countAdded(maker, `file.${at}.n`, `文件“${name}”中的招聘信息`, { import: id }, n)),
      cell(
        maker,
        countAdded(
          maker,
          `file.${at}.meant`,
          `文件“${name}”中面向本专业职业的招聘信息`,
          { ...facts.base, import: id },
          meant,
        ),
      ),
      cell(maker, unread),
    ]
  })
  const table = tableAdded(
    maker,
    'files',
    { zh: '数据来源', en: 'Sources' },
    [
      column('file', '文件', 'File'),
      column('on', '导入日期', 'Brought in', { align: 'center' }),
      column('n', '招聘信息', 'Advertisements', COUNT),
      column('meant', '其中面向本专业职业', 'For this major', COUNT),
      column('unread', '读不全之处', 'Problems', { align: 'decimal', unit: { zh: '处', en: 'rows' } }),
    ],
    rows,
    [
      {
        zh: '同一岗位出现在几个文件中时，各文件都计入，因此各行之和可能大于总数；“读不全之处”可打开，逐项说明。',
        en: 'A job that stands in several files counts in each.',
      },
    ],
  )
  const undated = countAdded(
    maker,
    'undated.n',
    '没有日期的招聘信息',
    { ...facts.base, undated: true },
    demand.undated.n,
  )
  const occupations = rowsAdded(
    maker,
    'classes.n',
    '本专业面向的职业小类',
    '个',
    facts.match.occupations.map(({ key, name }) => ({ label: name, text: key })),
  )
  const dates =
    demand.from === null
      ? p`这些招聘信息都没有写明日期，因此本报告不作任何时间上的判断。`
      : p`写明日期的招聘信息发布于${[monthWords(demand.from)]}至${[monthWords(demand.to!)]}；另有${undated}没有写明日期，计入总数，不计入任何月份。`
  return {
    'data.sources': doc(
      p`本报告依据学校导入的招聘信息，${[cityName === undefined ? '不限地区' : `只取${cityName}`]}，取《职业分类大典（2022年版）》中本专业面向的${occupations}职业小类，共${all}。${[facts.match.occupations.map(({ key, name }) => `${name}（${key}）`).join('、')]}。`,
      dates,
      recordTable(table),
      p`每条招聘信息在保留之前去掉了联系方式；同一企业发布的同一岗位只保留一条，重复发布只记日期。职业、能力、薪酬、学历、经验和地点由程序按词典和规则从文字中读出，每一处都记下原文的位置，可以逐条打开核对。`,
    ),
    'data.limits': doc(
      p`以下各点请在使用本报告时一并考虑。`,
      bulletList(
        listItem(
          p`招聘信息说的是企业希望招到什么人，不是实际录用了什么人，也不是岗位数量：一条招聘信息可能招一人，也可能招多人。`,
        ),
        listItem(p`招聘网站上的企业不是全部企业；靠熟人、校招和内部推荐招人的岗位不在其中。`),
        listItem(p`招聘信息没有写的要求，不等于没有要求；写了的要求，也不等于入职时逐项考查。`),
        listItem(p`薪酬是招聘时写明的区间，不是实发工资；写明薪酬的与没有写明的岗位可能不同。`),
        listItem(p`要求某项能力的岗位薪酬较高，只说明两者同时出现，不说明学会它就能提高收入。`),
        listItem(p`条数少的项目，占比的误差大：表中列出百分之九十五置信区间，区间重叠的项目不宜比较先后。`),
        listItem(p`职业与能力由程序读出，会有读错之处；对重要的结论，请打开原文核对。`),
      ),
    ),
  }
}
