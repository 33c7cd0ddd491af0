import type { Label, Lang } from '../../language/label.ts'
import type { HiddenPart, Place } from './document.ts'
import type { FindingKind, Severity } from './finding.ts'
import type { Verdict } from './wire.ts'

/** The words for findings, the same on screens, in exports and on the command line. */

export const KIND_WORDS: Readonly<Record<FindingKind, Label>> = {
  'parts-and-whole': { zh: '部分与整体', en: 'Parts and whole' },
  total: { zh: '合计', en: 'Total' },
  ratio: { zh: '比例', en: 'Ratio' },
  percentage: { zh: '百分比', en: 'Percentage' },
  growth: { zh: '增长', en: 'Growth' },
  average: { zh: '平均数', en: 'Average' },
  truncation: { zh: '截尾未四舍五入', en: 'Cut off, not rounded' },
  'same-quantity': { zh: '同一数量不一致', en: 'One quantity, two figures' },
  order: { zh: '大小关系', en: 'Order' },
  'unit-magnitude': { zh: '单位与数量级', en: 'Unit or magnitude' },
  'impossible-value': { zh: '不可能的数值', en: 'Impossible value' },
  numbering: { zh: '编号与目录', en: 'Numbering and contents' },
  'year-on-year': { zh: '与上年报告', en: 'Against last year' },
  'catalogue-rule': { zh: '指标规则', en: 'Indicator rule' },
}

export const SEVERITY_WORDS: Readonly<Record<Severity, Label>> = {
  serious: { zh: '严重', en: 'Serious' },
  notable: { zh: '注意', en: 'Notable' },
  minor: { zh: '轻微', en: 'Minor' },
}

/** What people say of a finding. */
export const VERDICT_WORDS: Readonly<Record<Verdict, Label>> = {
  true: { zh: '属实', en: 'True' },
  explained: { zh: '有原因', en: 'Explained' },
  wrong: { zh: '误报', en: 'Wrong' },
}

/**
 * 第 3 页 第 12 段; 第 2 个表 4 行 3 列, or with the table's own title in place of its number. The only other document
 * that findings name is last year's report.
 */
export function placeWords({ page, paragraph, table, row, column }: Place, lang: Lang, title?: string): string {
  if (paragraph === undefined && table === undefined) return { zh: '上年报告', en: 'last year’s report' }[lang]
  const known = (parts: readonly (readonly [number | string | undefined, string, string])[], between: string) =>
    parts.flatMap(([value, before, after]) => (value === undefined ? [] : [`${before}${value}${after}`])).join(between)
  const number = title === undefined ? table : undefined
  const name = table === undefined ? undefined : title
  if (lang === 'zh')
    return known(
      [
        [page, '第 ', ' 页'],
        [paragraph, '第 ', ' 段'],
        [number, '第 ', ' 个表'],
        [name, '', ''],
        [row, '', ' 行'],
        [column, '', ' 列'],
      ],
      ' ',
    )
  return known(
    [
      [page, 'page ', ''],
      [paragraph, 'paragraph ', ''],
      [number, 'table ', ''],
      [name, '', ''],
      [row, 'row ', ''],
      [column, 'column ', ''],
    ],
    ', ',
  )
}

/** 工作表“底稿”；“就业”的第 4、7 行和 C 列: what a workbook hides. */
export function hiddenWords(parts: readonly HiddenPart[], lang: Lang): string {
  const between = lang === 'zh' ? '、' : ', '
  return parts
    .map(({ sheet, rows = [], columns = [] }) => {
      if (rows.length + columns.length === 0) return { zh: `工作表“${sheet}”`, en: `the worksheet "${sheet}"` }[lang]
      const some = [
        ...(rows.length > 0
          ? [
              {
                zh: `第 ${short(rows, between)} 行`,
                en: `${rows.length > 1 ? 'rows' : 'row'} ${short(rows, between)}`,
              }[lang],
            ]
          : []),
        ...(columns.length > 0
          ? [
              {
                zh: ` ${short(columns, between)} 列`,
                en: `${columns.length > 1 ? 'columns' : 'column'} ${short(columns, between)}`,
              }[lang],
            ]
          : []),
      ].join({ zh: '和', en: ' and ' }[lang])
      return { zh: `“${sheet}”的${some.trim()}`, en: `${some} of "${sheet}"` }[lang]
    })
    .join({ zh: '；', en: '; ' }[lang])
}

const MOST_NAMED = 12

const short = (names: readonly (string | number)[], between: string): string =>
  `${names.slice(0, MOST_NAMED).join(between)}${names.length > MOST_NAMED ? ' …' : ''}`
