import {
  figure,
  type FigureNode,
  type InlineNode,
  paragraph,
  type ParagraphNode,
  type ReportSupply,
  type ResolvedColumn,
  type ResolvedFigure,
  type ResolvedRow,
  type TableCell,
  text,
  type Words,
} from '../../../language/document.ts'
import { shareOf } from '../inside/share.ts'
import type { WirePay } from '../wire.ts'
import type { AdFilter, Behind, BehindRow } from './behind.ts'

const ADS: Words = { zh: '条', en: 'advertisements' }
const PERCENT: Words = { zh: '%', en: '%' }
const YUAN: Words = { zh: '元/月', en: 'yuan a month' }

type Changing<T> = { -readonly [K in keyof T]: T[K] }

/**
 * What a report is being made of: every figure with what it was counted from. Whoever adds a figure gets its code back,
 * for a sentence (`number`) or a cell (`cell`); the same code twice is the same figure.
 */
export interface Maker {
  readonly period: string
  readonly supply: {
    readonly figures: Changing<ReportSupply['figures']> & Record<string, ResolvedFigure>
    readonly tables: Record<string, ReportSupply['tables'][string]>
    readonly charts: Record<string, ReportSupply['charts'][string]>
  }
  readonly behind: Record<string, Behind>
}

export const beginMaking = (period: string): Maker => ({
  period,
  supply: { figures: {}, tables: {}, charts: {} },
  behind: {},
})

interface Added {
  readonly label: Words
  readonly value: string
  readonly unit: Words | null
  readonly rows: number
  readonly definition: Words
}

/** A code stands in addresses and keys: '@' and '?' mean something there. */
const codeOf = (words: string): string => words.replaceAll(/[@?\s[\]]/g, '_').slice(0, 120)

/** Where a figure of the same report opens, from the page of another. */
export const linkTo = (code: string): string => `?figure=${encodeURIComponent(codeOf(code))}`

function add(maker: Maker, name: string, { label, value, unit, rows, definition }: Added, behind: Behind): string {
  const code = codeOf(name)
  if (code in maker.supply.figures) return code
  maker.supply.figures[code] = {
    code,
    period: maker.period,
    by: {},
    label,
    value,
    text: value,
    unit,
    decimals: value.split('.')[1]?.length ?? 0,
    definition,
    status: 'computed',
    numerator: null,
    denominator: null,
    rows,
  }
  maker.behind[code] = behind
  return code
}

const COUNTED: Words = {
  zh: '招聘信息的条数；同一岗位重复发布只计一条。',
  en: 'Advertisements; a job that was posted again counts once.',
}
const SHARED: Words = {
  zh: '符合条件的招聘信息条数 ÷ 所在范围的招聘信息条数 × 100；同一岗位重复发布只计一条。',
  en: 'Advertisements that fit ÷ those they are among × 100; a job that was posted again counts once.',
}
const PAID: Words = {
  zh: '写明薪酬的招聘信息中，薪酬区间中点（折合每月元）的平均数。',
  en: 'Of advertisements that say their pay, the mean of the middles of the ranges, yuan a month.',
}
const MARGIN: Words = {
  zh: '平均数的百分之九十五置信区间的半宽。',
  en: 'Half the width of the 95 % interval of the mean.',
}
const LISTED: Words = { zh: '下列各项的个数。', en: 'How many things are listed.' }

/** So many advertisements. */
export const countAdded = (maker: Maker, code: string, label: string, of: AdFilter, n: number): string =>
  add(
    maker,
    code,
    { label: { zh: label }, value: String(n), unit: ADS, rows: n, definition: COUNTED },
    { kind: 'ads', of },
  )

export interface ShareCodes {
  readonly percent: string
  readonly low: string
  readonly high: string
}

/** Advertisements among others, with Wilson's interval. */
export function shareAdded(
  maker: Maker,
  code: string,
  label: string,
  of: AdFilter,
  among: AdFilter,
  k: number,
  n: number,
): ShareCodes {
  const { percent, low, high } = shareOf(k, n)
  const one = (part: string, words: string, value: string, definition: Words) =>
    add(
      maker,
      `${code}.${part}`,
      { label: { zh: `${label}${words}` }, value, unit: PERCENT, rows: k, definition },
      { kind: 'share', of, among },
    )
  const bound = (side: string): Words => ({
    zh: `占比的百分之九十五置信区间（威尔逊区间）的${side}限。`,
    en: 'A bound of Wilson’s 95 % interval of the share.',
  })
  return {
    percent: one('share', '占比', percent, SHARED),
    low: one('low', '占比下限', low, bound('下')),
    high: one('high', '占比上限', high, bound('上')),
  }
}

export interface PayCodes {
  readonly mean: string
  readonly margin: string | null
  readonly n: string
}

/** Mean pay of the advertisements that say it; null where none does. */
export function payAdded(
  maker: Maker,
  code: string,
  label: string,
  of: AdFilter,
  pay: WirePay | null,
): PayCodes | null {
  if (pay === null) return null
  const behind: Behind = { kind: 'pay', of: { ...of, paid: true } }
  const one = (part: string, words: string, value: number, definition: Words) =>
    add(
      maker,
      `${code}.${part}`,
      { label: { zh: `${label}${words}` }, value: String(value), unit: YUAN, rows: pay.n, definition },
      behind,
    )
  return {
    mean: one('pay', '平均月薪', pay.mean, PAID),
    margin: pay.margin === null ? null : one('pay-margin', '平均月薪的误差', pay.margin, MARGIN),
    n: countAdded(maker, `${code}.paid`, `${label}写明薪酬的条数`, { ...of, paid: true }, pay.n),
  }
}

/** How much more those with a skill pay than those without; both must say their pay. */
export const differenceAdded = (
  maker: Maker,
  code: string,
  label: string,
  of: AdFilter,
  without: AdFilter,
  more: WirePay,
  less: WirePay,
): string =>
  add(
    maker,
    code,
    {
      label: { zh: label },
      value: String(more.mean - less.mean),
      unit: YUAN,
      rows: more.n + less.n,
      definition: {
        zh: '要求该能力的招聘信息与不要求的招聘信息平均月薪之差；只是关联，不是因果。',
        en: 'Mean pay with the skill less mean pay without: an association, no cause.',
      },
    },
    { kind: 'pays', of: { ...of, paid: true }, without: { ...without, paid: true } },
  )

/** Things of the college or of a file, one by one. */
export const rowsAdded = (
  maker: Maker,
  code: string,
  label: string,
  unit: string,
  rows: readonly BehindRow[],
): string =>
  add(
    maker,
    code,
    {
      label: { zh: label },
      value: String(rows.length),
      unit: { zh: unit },
      rows: rows.length,
      definition: LISTED,
    },
    { kind: 'rows', rows },
  )

/** Any other figure, by its own definition. */
export const otherAdded = add

/** A figure in a sentence, with its unit. */
export const number = (code: string): FigureNode => figure(code, { unit: true })

/** A figure in a table, its unit above it. */
export const cell = (maker: Maker, code: string | null | undefined): TableCell =>
  code === null || code === undefined ? '—' : { figure: `${code}@${maker.period}` }

/** A sentence in which every number is a figure: `p\`共${code}。\`` prints words in `[…]` as they are. */
export function p(words: TemplateStringsArray, ...parts: readonly (string | readonly [string])[]): ParagraphNode {
  return paragraph(
    ...words.flatMap((word, at): InlineNode[] => {
      const part = parts[at]
      const before = word === '' ? [] : [text(word)]
      if (part === undefined) return before
      return [...before, ...(typeof part === 'string' ? [number(part)] : part[0] === '' ? [] : [text(part[0])])]
    }),
  )
}

export const column = (
  key: string,
  zh: string,
  en: string,
  more: Partial<Omit<ResolvedColumn, 'key' | 'label'>> = {},
): ResolvedColumn => ({ key, label: { zh, en }, align: 'left', ...more })
export const COUNT = { align: 'decimal', unit: ADS } as const
export const SHARE = { align: 'decimal', unit: PERCENT } as const
export const PAY = { align: 'decimal', unit: YUAN } as const

/** Adds a table and names it; one that has no rows says so. */
export function tableAdded(
  maker: Maker,
  name: string,
  caption: Words,
  columns: readonly ResolvedColumn[],
  rows: readonly (readonly TableCell[])[],
  notes: readonly Words[] = [],
): string {
  const body: ResolvedRow[] =
    rows.length > 0
      ? rows.map((cells) => ({ cells, level: 0, kind: 'data' }))
      : [
          {
            cells: columns.map((_, at) => (at === 0 ? { text: '没有', columns: columns.length } : null)),
            level: 0,
            kind: 'data',
          },
        ]
  maker.supply.tables[name] = { caption, columns, rows: body, ...(notes.length > 0 ? { notes } : {}) }
  return name
}

/** A chart of figures that are printed in a table too. */
export function chartAdded(
  maker: Maker,
  name: string,
  chart: Omit<ReportSupply['charts'][string], 'series'> & {
    readonly series: readonly { readonly label: Words; readonly codes: readonly (string | null)[] }[]
  },
): string {
  const { series, ...rest } = chart
  maker.supply.charts[name] = {
    ...rest,
    series: series.map(({ label, codes }) => ({
      label,
      values: codes.map((code) => (code === null ? null : maker.supply.figures[code]!.value)),
    })),
  }
  return name
}
