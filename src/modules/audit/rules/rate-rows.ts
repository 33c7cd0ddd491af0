import type { Figure, Sheet } from '../understanding/sheet.ts'
import { agrees, isTruncated, percentOf, shown } from './arithmetic.ts'
import { RATE_FACTS } from './rate-facts.ts'
import { type AuditRule, EXPLANATIONS, finding } from './rule.ts'
import { digitsOf, isOneSlipAway } from './slip.ts'

/**
 * A table of indicators holds a rate and, in rows of their own, what it is made of: 毕业生人数, 毕业去向落实人数,
 * 毕业去向落实率. In each column the rate is their quotient. Another column that holds shows that these rows are meant, or
 * a slip of the hand does.
 * Example: 毕业生人数 1186, 落实人数 1149, 落实率 97.88: 1149 ÷ 1186 = 96.88 %.
 */
export const rateRows: AuditRule = {
  name: 'rate-rows',
  kind: 'percentage',
  reason: { zh: '指标表中的比率应等于表中两数之商', en: 'A rate of a table is the quotient of its rows' },
  wrong:
    '| 指标 | 单位 | 数值 |\n|---|---|---|\n| 毕业生人数 | 人 | 1186 |\n| 毕业去向落实人数 | 人 | 1149 |\n| 毕业去向落实率 | % | 97.88 |\n',
  right:
    '| 指标 | 单位 | 数值 |\n|---|---|---|\n| 毕业生人数 | 人 | 1186 |\n| 毕业去向落实人数 | 人 | 1149 |\n| 毕业去向落实率 | % | 96.88 |\n',
  check: ({ sheets }) => sheets.flatMap(judge),
}

const plain = (label: string): string =>
  label
    .replace(/^(其中|包括)[：:]?\s*/, '')
    .replace(/[（(][^（()）]*[)）]/g, '')
    .replace(/\s/g, '')

/** Shares of those who stay, of some trade, of some term: made of other counts. */
const NARROWER = /本省|本市|本地|省内|市内|当地|对口|初次|本科|专科|三年|困难|高质量|签约/

function judge(sheet: Sheet) {
  const rows = [...new Set(sheet.figures.map(({ row }) => row))]
  const nameOf = (row: number): string => plain((sheet.rowLabels[row] ?? '').split(' ').at(-1) ?? '')
  return rows.flatMap((row) => {
    const name = nameOf(row)
    const fact = RATE_FACTS.find(({ rate }) => rate.test(name))
    if (!fact || name.length > 9 || NARROWER.test(name)) return []
    const others = rows.filter((other) => other !== row && !/[率比]$|比例|占比|满意/.test(nameOf(other)))
    const own = (pattern: RegExp) =>
      others.filter((other) => pattern.test(nameOf(other)) && !NARROWER.test(nameOf(other)))
    const [part] = own(fact.part)
    const [whole] = own(fact.whole).filter((other) => other !== part && !fact.part.test(nameOf(other)))
    if (part === undefined || whole === undefined) return []
    const columns = sheet.valueColumns.flatMap((column) => {
      const [rate, a, b] = [row, part, whole].map((at) => sheet.at(at, column))
      const exact = rate && a && b ? percentOf(a.value, b.value) : null
      return rate && a && b && exact !== null && [rate, a, b].every(({ closeness }) => closeness === 'exact')
        ? [{ rate, a, b, exact, isRight: agrees(exact, rate) }]
        : []
    })
    const isTaught = columns.some(({ isRight, rate }) => isRight && digitsOf(rate.printed) >= 3)
    return columns.flatMap(({ rate, a, b, exact, isRight }) => {
      if (isRight || isSome(sheet, rate) || !(isTaught || isSlip(rate, a, b))) return []
      const cut = isTruncated(exact, rate)
      const right = shown(exact, rate.step)
      return [
        finding({
          kind: cut ? 'truncation' : 'percentage',
          severity: cut ? 'minor' : 'serious',
          confidence: 0.88,
          zh: `“${name}”印为 ${rate.printed}，按同列的 ${a.printed} ÷ ${b.printed} 计算为 ${right}%`,
          en: `"${name}" is printed as ${rate.printed}; ${a.printed} ÷ ${b.printed} of its column is ${right} %`,
          arithmetic: `${a.printed} ÷ ${b.printed} × 100 = ${right} ≠ ${rate.printed}`,
          values: [rate.printed, a.printed, b.printed],
          places: [rate.place, a.place, b.place],
          explanations: [EXPLANATIONS.definition, EXPLANATIONS.period],
        }),
      ]
    })
  })
}

/** Whether two other figures of the column give it. */
const isSome = ({ figures }: Sheet, rate: Figure): boolean => {
  const own = figures.filter(({ column, unitClass }) => column === rate.column && unitClass !== '%').slice(0, 40)
  return own.some((a) =>
    own.some((b) => {
      const exact = a !== b && a.value.lte(b.value) ? percentOf(a.value, b.value) : null
      return exact !== null && agrees(exact, rate)
    }),
  )
}

const isSlip = (rate: Figure, part: Figure, whole: Figure): boolean =>
  digitsOf(rate.printed) >= 3 &&
  isOneSlipAway([rate, part, whole], ([r, a, b]) => {
    const exact = percentOf(a!, b!)
    return exact !== null && agrees(exact, { value: r!, step: rate.step })
  })
