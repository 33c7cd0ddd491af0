import type { Relation } from './relations.ts'

/** Short ways to write relations down. */
export const relate = {
  total: (whole: string, ...parts: string[]): Relation => ({ kind: 'total', whole, parts }),
  parts: (whole: string, ...parts: string[]): Relation => ({ kind: 'parts-and-whole', whole, parts }),
  percentage: (value: string, part: string, whole: string): Relation => ({ kind: 'percentage', value, part, whole }),
  ratio: (value: string, part: string, whole: string): Relation => ({ kind: 'ratio', value, part, whole }),
  growth: (value: string, from: string, to: string): Relation => ({ kind: 'growth', value, from, to, as: 'percent' }),
  difference: (value: string, from: string, to: string): Relation => ({
    kind: 'growth',
    value,
    from,
    to,
    as: 'difference',
  }),
  quotient: (value: string, sum: string, count: string): Relation => ({ kind: 'average', value, sum, count }),
  mean: (value: string, ...of: string[]): Relation => ({ kind: 'average', value, of }),
  order: (small: string, large: string): Relation => ({ kind: 'order', small, large }),
  impossible: (value: string, ...to: string[]): Relation => ({ kind: 'impossible-value', value, to }),
  numbering: (...sequence: string[]): Relation => ({ kind: 'numbering', sequence }),
  unit: (number: string, unit: string, to: string): Relation => ({ kind: 'unit-magnitude', number, unit, to }),
  lastYear: (value: string, was: string): Relation => ({ kind: 'year-on-year', value, was }),
  catalogue: (value: string, ...to: string[]): Relation => ({ kind: 'catalogue-rule', value, to }),
} as const
