import { type RawBuilder, sql } from 'kysely'
import type { Label } from '../../../language/label.ts'

type Amount = 'budget' | 'arrived' | 'spent'

export interface RateDefinition {
  readonly name: string
  readonly label: Label
  readonly definition: Label
  readonly numerator: Amount
  readonly denominator: Amount
  /** Per cent at which the rate stops; null when it does not. */
  readonly cap: number | null
}

/**
 * Rates of money. Two offices mean different things by one word, so each definition has a name of its own and says
 * what it divides. Budget includes adjustments.
 */
export const RATES: readonly RateDefinition[] = [
  {
    name: 'use-of-budget',
    label: { zh: '资金使用率（按预算）', en: 'Use of the budget' },
    definition: { zh: '支出 ÷ 预算，不封顶', en: 'Spent ÷ budget, no cap' },
    numerator: 'spent',
    denominator: 'budget',
    cap: null,
  },
  {
    name: 'use-of-arrivals',
    label: { zh: '资金使用率（按到位）', en: 'Use of what arrived' },
    definition: { zh: '支出 ÷ 到位，不封顶', en: 'Spent ÷ arrived, no cap' },
    numerator: 'spent',
    denominator: 'arrived',
    cap: null,
  },
  {
    name: 'arrival-uncapped',
    label: { zh: '资金到位率（不封顶）', en: 'Arrival' },
    definition: { zh: '到位 ÷ 预算，不封顶', en: 'Arrived ÷ budget, no cap' },
    numerator: 'arrived',
    denominator: 'budget',
    cap: null,
  },
  {
    name: 'arrival-capped',
    label: { zh: '资金到位率（封顶 100%）', en: 'Arrival, at most 100 %' },
    definition: {
      zh: '到位 ÷ 预算，超过 100% 按 100% 计（按本行合计封顶）',
      en: 'Arrived ÷ budget, at most 100 % of the line’s sum',
    },
    numerator: 'arrived',
    denominator: 'budget',
    cap: 100,
  },
]

/** Numerator ÷ denominator in per cent: two decimals, half up; NULL when the denominator is 0. */
export const percentSql = (numerator: RawBuilder<unknown>, denominator: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`round(100 * (${numerator})::numeric / nullif((${denominator})::numeric, 0), 2)`

/** A rate as a column, of columns that are called as amounts are. */
export const rateSql = ({ numerator, denominator, cap }: RateDefinition): RawBuilder<unknown> => {
  const rate = percentSql(sql.ref(numerator), sql.ref(denominator))
  // least() passes over NULL, so that a line without a budget would print 100.
  return cap === null
    ? rate
    : sql`CASE WHEN ${sql.ref(denominator)} <> 0 THEN least(${rate}, ${cap}::numeric(5, 2)) END`
}
