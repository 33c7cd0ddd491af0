import { bulletList, doc, listItem, recordTable } from '../../../language/document.ts'
import type { Facts } from './facts.ts'
import { cell, column, countAdded, type Maker, otherAdded, p, rowsAdded, tableAdded } from './maker.ts'
import { narrowed, type Texts } from './said.ts'

const ITEMS = 120

/** Definitions, the advertisements behind samples, and what the plan says. */
export function appendixChapter(maker: Maker, facts: Facts): Texts {
  return {
    'appendix.definitions': doc(
      bulletList(
        listItem(
          p`招聘信息：一个企业的一个岗位。标题、企业和正文的主要内容相同的，不论发布几次、在几个地区，都算同一条。`,
        ),
        listItem(p`占比：符合条件的招聘信息条数除以所在范围的条数。所在范围写在表题或列名中。`),
        listItem(
          p`置信区间：占比用威尔逊区间，平均月薪用正态近似，都取百分之九十五。若把收集到的招聘信息看作从同类招聘信息中抽取的样本，用同样方法得到的区间，一百次中约有九十五次包含真值；收集的偏差不在其中。`,
        ),
        listItem(p`平均月薪：写明薪酬的招聘信息的薪酬区间中点，折合成每月元，取平均。`),
        listItem(p`必须具备：招聘信息写“必须、熟练掌握、要求”等，而不是“优先、加分”。`),
        listItem(p`职业：依《职业分类大典（2022年版）》的小类，由标题、职责和能力综合判断。`),
        listItem(p`本专业面向的职业：依《职业教育专业目录》与职业的对应，以及专业简介“职业面向”所列的职业。`),
        listItem(
          p`已覆盖：方案的课程、知识点或语句点名写到该能力或其别名。薄弱：只写到比它宽的内容。缺失：两者都没有。少有要求：方案写到，而要求它的招聘信息不到千分之三，且招聘信息不少于二百条。`,
        ),
        listItem(p`覆盖率：方案已覆盖的能力被要求的次数之和，除以所列能力被要求的次数之和。`),
        listItem(
          p`建议放入的课程：在要求所缺能力的招聘信息中，与之一同被要求得相对最多、且方案已覆盖的能力所在的课程；一同要求不到四分之一的，不提出课程。`,
        ),
        listItem(p`合并：两门课程共同写到的能力达到各自合计的六成，且不少于三项。`),
      ),
    ),
    'appendix.samples': samplesSection(maker, facts),
    'appendix.items': itemsSection(maker, facts),
  }
}

function samplesSection(maker: Maker, facts: Facts) {
  const rows = facts.samples.flatMap(({ skill, ads }) =>
    ads.map((ad, at) => [
      at === 0 ? { text: skill, rows: ads.length } : null,
      ad.title.slice(0, 40),
      [ad.company.slice(0, 30), ad.city, ad.postedOn ?? ''].filter(Boolean).join('，'),
      `…${ad.before.slice(-24)}【${ad.words}】${ad.after.slice(0, 24)}…`.replaceAll(/\s+/g, ' '),
      cell(
        maker,
        otherAdded(
          maker,
          `sample.${ad.id}.${skill}`,
          {
            label: { zh: `样本：${ad.title.slice(0, 40)}` },
            value: String(ad.postings),
            unit: { zh: '次', en: 'times' },
            rows: 1,
            definition: { zh: '这条招聘信息发布过的次数。', en: 'How often this advertisement was posted.' },
          },
          { kind: 'ads', of: { ids: [ad.id], skills: [skill] } },
        ),
      ),
    ]),
  )
  const of = facts.samples.flatMap(({ ads }) => ads.map(({ id }) => id))
  const ids = [...new Set(of)]
  const n = countAdded(maker, 'samples.n', '附录中的样本招聘信息', narrowed(facts, { ids }), ids.length)
  const name = tableAdded(
    maker,
    'samples',
    { zh: '样本招聘信息', en: 'Advertisements behind samples' },
    [
      column('skill', '能力', 'Skill', { width: 14 }),
      column('title', '岗位', 'Job', { width: 20 }),
      column('who', '企业、地区与日期', 'Who, where, when', { width: 20 }),
      column('words', '原文', 'Words', { width: 40 }),
      column('times', '发布', 'Posted', { align: 'decimal', unit: { zh: '次', en: 'times' }, width: 7 }),
    ],
    rows,
  )
  return doc(
    p`对要求最多的能力和缺失的能力，各列出最近的招聘信息若干条，共${n}，供核对程序读得是否正确。打开“发布”一列可见全文；其余招聘信息可由正文中的每个数字打开。`,
    recordTable(name),
  )
}

function itemsSection(maker: Maker, facts: Facts) {
  const { items, name: plan } = facts.plan
  const byCourse = [...Map.groupBy(items, ({ course, label }) => (course === '' ? label : course))]
  const named = new Map<string, Set<string>>()
  for (const [skill, of] of facts.items)
    for (const { course, label } of of) {
      const key = course === '' ? label : course
      named.set(key, (named.get(key) ?? new Set()).add(skill))
    }
  const table = tableAdded(
    maker,
    'items',
    { zh: '方案中的课程或条目，以及从中读到的能力', en: 'Items of the plan' },
    [
      column('item', '课程或条目', 'Item'),
      column('points', '内容', 'Contents', { align: 'decimal', unit: { zh: '条', en: 'items' } }),
      column('skills', '读到的能力', 'Skills'),
    ],
    byCourse.slice(0, ITEMS).map(([item, of], at) => [
      item.slice(0, 60),
      cell(
        maker,
        rowsAdded(
          maker,
          `item.${at}`,
          `“${item.slice(0, 40)}”的内容`,
          '条',
          of.map(({ label, text }) => ({ label, text })),
        ),
      ),
      [...(named.get(item) ?? [])].join('、') || '—',
    ]),
    byCourse.length > ITEMS ? [{ zh: '条目较多，只列前面的；其余可由正文中的数字打开。', en: 'The first only.' }] : [],
  )
  return doc(
    p`对照所用的方案是“${[plan || '所附文字']}”。下表列出其中的课程或条目，以及程序从中读到的能力；没有读到能力的，多为通识课程、教学安排或管理要求。`,
    recordTable(table),
  )
}
