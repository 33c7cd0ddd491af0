import { expect, test } from 'vitest'
import { auditDocument } from '../audit-document.ts'
import { readText } from '../reading/read-text.ts'

const read = (text: string) => readText('report.md', text)
const said = (findings: readonly { kind: string; values: readonly string[] }[]) =>
  findings.map(({ kind, values }) => `${kind}: ${values.join(' ')}`)

const last = read(
  '某学院质量年度报告（2022 年度）\n\n2022 年毕业生 6100 人，全日制在校生 17000 人，横向技术服务到款额 1900 万元。\n',
)

test('what a report says of the year before is what the report of that year says', () => {
  const now = (before: string) =>
    auditDocument(read(`某学院质量年度报告（2023 年度）\n\n2022 年毕业生 ${before} 人。2023 年毕业生 6393 人。\n`), {
      against: last,
    })
  expect(now('6100')).toEqual([])
  // The figure before the year is this year's.
  const beside = (text: string) =>
    said(auditDocument(read(`某学院质量年度报告（2023 年度）\n\n${text}\n`), { against: last }))
  expect(beside('学校现有毕业生 6393 人，2022 年毕业生 6100 人。')).toEqual([])
  expect(beside('学校现有毕业生 6393 人，2022 年为 6010 人。')).toEqual(['year-on-year: 6010 6100'])
  expect(beside('毕业生 6393 人，比上年增加 293 人（2022 年：6100 人）。')).toEqual([])
  expect(beside('毕业生 6393 人（上年 6010 人）。')).toEqual(['year-on-year: 6010 6100'])
  expect(said(now('6010'))).toEqual(['year-on-year: 6010 6100'])
})

test('a figure that is a thousand times last year’s wants a look', () => {
  const text = '某学院质量年度报告（2023 年度）\n\n2023 年横向技术服务到款额 1950 元，成效良好。\n'
  expect(said(auditDocument(read(text), { against: last }))).toEqual(['year-on-year: 1950 1900'])
})

test('a bulletin tells of one kind of school after the other under the same names', () => {
  const bulletin = (total: string) =>
    `全市教育事业发展统计公报（2023 年）\n\n全市共有幼儿园 120 所，比上年增加 4 所，增长 3.45%。专任教师 3120 人。\n\n小学阶段招生 8216 人；专任教师 ${total} 人。\n\n全市共有小学 86 所，专任教师 4106 人。\n`
  expect(auditDocument(read(bulletin('4106')))).toEqual([])
  expect(said(auditDocument(read(bulletin('4160'))))).toEqual(['same-quantity: 4160 4106'])
})

test('rules of the catalogue hold for figures under the names of its indicators', () => {
  const label = (zh: string) => ({ zh, en: zh })
  const catalogue = {
    indicators: [
      { code: 'q.staff', label: label('教职工总数'), unit: label('人') },
      { code: 'q.counsellors', label: label('辅导员人数'), unit: label('人'), synonyms: ['专职辅导员'] },
    ],
    rules: [
      {
        is: 'rule' as const,
        name: 'r',
        label: label('辅导员数不多于教职工总数'),
        severity: 'error' as const,
        rule: { part: 'q.counsellors', whole: 'q.staff' },
      },
    ],
  }
  const audit = (counsellors: number) =>
    auditDocument(read(`学校教职工总数 900 人。另有专职辅导员 ${counsellors} 人。\n`), { catalogue })
  expect(audit(86)).toEqual([])
  expect(said(audit(1086))).toEqual(['catalogue-rule: 1086 900'])
})
