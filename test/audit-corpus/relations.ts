import { Decimal } from 'decimal.js'

/** `name` or `name@2`: one printing of a figure. */
type Ref = string

/** What holds in a clean document; the planter breaks one of them at a time. */
export type Relation =
  | { readonly kind: 'total' | 'parts-and-whole'; readonly whole: Ref; readonly parts: readonly Ref[] }
  | { readonly kind: 'percentage' | 'ratio'; readonly value: Ref; readonly part: Ref; readonly whole: Ref }
  | {
      readonly kind: 'growth'
      readonly value: Ref
      readonly from: Ref
      readonly to: Ref
      readonly as: 'percent' | 'difference'
    }
  | { readonly kind: 'average'; readonly value: Ref; readonly sum: Ref; readonly count: Ref }
  | { readonly kind: 'average'; readonly value: Ref; readonly of: readonly Ref[] }
  | { readonly kind: 'order'; readonly small: Ref; readonly large: Ref }
  /** `to`: what nobody can have. */
  | { readonly kind: 'impossible-value'; readonly value: Ref; readonly to: readonly string[] }
  | { readonly kind: 'numbering'; readonly sequence: readonly Ref[] }
  /** `unit` prints the unit of `number`; `to` is a unit of another magnitude. */
  | { readonly kind: 'unit-magnitude'; readonly number: Ref; readonly unit: Ref; readonly to: string }
  /** `was`: a figure of last year's report. */
  | { readonly kind: 'year-on-year'; readonly value: Ref; readonly was: string }
  | { readonly kind: 'catalogue-rule'; readonly value: Ref; readonly to: readonly string[] }

const CHINESE = '零一二三四五六七八九十'

/** The number in a printed figure: 16.52 of "16.52:1", 9.4 of "1:9.4", 3 of "三". Throws when there is none. */
export function numberOf(printed: string): Decimal {
  const plain = printed.replace(/[,，\s]/g, '').replace(/^1[:：](?=\d)/, '')
  const digits = /-?\d+(?:\.\d+)?/.exec(plain)
  if (digits) return new Decimal(digits[0])
  const chinese = CHINESE.indexOf(plain)
  if (chinese < 0) throw new Error(`"${printed}" is no number`)
  return new Decimal(chinese)
}

export const decimalsOf = (printed: string): number => /\.(\d+)/.exec(printed.replace(/^1[:：]/, ''))?.[1]!.length ?? 0

/** The exact value behind a printed quotient, before it is rounded; undefined for relations without one. */
export function exactOf(relation: Relation, read: (ref: Ref) => string): Decimal | undefined {
  const at = (ref: Ref): Decimal => numberOf(read(ref))
  switch (relation.kind) {
    case 'percentage':
      return at(relation.part).div(at(relation.whole)).times(100)
    case 'ratio':
      return at(relation.part).div(at(relation.whole))
    case 'growth': {
      const more = at(relation.to).minus(at(relation.from))
      return relation.as === 'difference' ? more : more.div(at(relation.from)).times(100)
    }
    case 'average':
      return 'of' in relation
        ? Decimal.sum(...relation.of.map(at)).div(relation.of.length)
        : at(relation.sum).div(at(relation.count))
    default:
      return undefined
  }
}

/** Whether it holds with what is printed; `lastYear` reads the report of the year before. */
export function holds(relation: Relation, read: (ref: Ref) => string, lastYear: (name: string) => string): boolean {
  const at = (ref: Ref): Decimal => numberOf(read(ref))
  switch (relation.kind) {
    case 'total':
    case 'parts-and-whole':
      return Decimal.sum(...relation.parts.map(at)).eq(at(relation.whole))
    case 'order':
      return at(relation.small).lte(at(relation.large))
    case 'impossible-value':
    case 'catalogue-rule':
      return !relation.to.includes(read(relation.value))
    case 'unit-magnitude':
      return read(relation.unit) !== relation.to
    case 'year-on-year':
      return at(relation.value).eq(numberOf(lastYear(relation.was)))
    case 'numbering':
      return relation.sequence.every((ref, i) => i === 0 || at(ref).eq(at(relation.sequence[i - 1]!).plus(1)))
    default: {
      const printed = read(relation.value)
      const exact = exactOf(relation, read)!.abs()
      return exact.toDecimalPlaces(decimalsOf(printed), Decimal.ROUND_HALF_UP).eq(numberOf(printed).abs())
    }
  }
}

/** The printings that a relation speaks of. */
export function refsOf(relation: Relation): readonly Ref[] {
  switch (relation.kind) {
    case 'total':
    case 'parts-and-whole':
      return [relation.whole, ...relation.parts]
    case 'percentage':
    case 'ratio':
      return [relation.value, relation.part, relation.whole]
    case 'growth':
      return [relation.value, relation.from, relation.to]
    case 'average':
      return 'of' in relation ? [relation.value, ...relation.of] : [relation.value, relation.sum, relation.count]
    case 'order':
      return [relation.small, relation.large]
    case 'numbering':
      return relation.sequence
    case 'unit-magnitude':
      return [relation.unit, relation.number]
    default:
      return [relation.value]
  }
}
