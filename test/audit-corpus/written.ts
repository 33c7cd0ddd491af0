import { Decimal } from 'decimal.js'
import type { Format, MadeDocument } from './made-document.ts'
import { decimalsOf, numberOf, type Relation } from './relations.ts'

/** What a document says besides what its text computes: relations of order, units and the like. */
interface Besides {
  readonly relations?: readonly Relation[]
  readonly lastYear?: MadeDocument
}

const DEFINED = /\{([\w.-]+)=(=?)([^{}]+)\}/g

/**
 * A document whose text says how each figure comes about, where it is first printed; from that follow its value and
 * what must hold of it. `{a=120}` prints 120, `{a}` prints it again.
 * `{w=a+b}` whole of parts, `{w==a+b}` total of a table, `{p=a%b,2}` a in per cent of b with two decimals, `{m=a/b,1}` average,
 * `{r=a:b,2}` ratio, `{g=a>b,2}` growth from a to b in per cent, `{d=a-b}` difference. Names `no.t1`, `no.t2` … are a numbering.
 */
export function written(
  name: string,
  format: Format,
  text: string,
  { relations = [], lastYear }: Besides = {},
): MadeDocument {
  const told = new Map(
    [...text.matchAll(DEFINED)].map((match) => [match[1]!, { isTotal: match[2] === '=', as: match[3]! }]),
  )
  const figures: Record<string, string> = {}
  const derived: Relation[] = []
  const valueOf = (figure: string): string => {
    const known = figures[figure]
    if (known !== undefined) return known
    const said = told.get(figure)
    if (!said) throw new Error(`${name}: {${figure}} is not one of its figures`)
    const made = computed(figure, said.as, said.isTotal, valueOf)
    figures[figure] = made?.value ?? said.as
    if (made) derived.push(made.relation)
    return figures[figure]
  }
  for (const figure of told.keys()) valueOf(figure)
  return {
    name,
    format,
    figures,
    text: text.replace(DEFINED, '{$1}'),
    relations: [...derived, ...numberings([...told.keys()]), ...relations],
    ...(lastYear ? { lastYear } : {}),
  }
}

interface Computed {
  readonly value: string
  readonly relation: Relation
}

function computed(value: string, as: string, isTotal: boolean, read: (name: string) => string): Computed | null {
  const number = (name: string): Decimal => numberOf(read(name))
  const sum = /^[a-z]\w*(?:\+[a-z]\w*)+$/i.exec(as)
  if (sum) {
    const parts = as.split('+')
    const decimals = Math.max(...parts.map((part) => decimalsOf(read(part))))
    return {
      value: Decimal.sum(...parts.map(number)).toFixed(decimals),
      relation: { kind: isTotal ? 'total' : 'parts-and-whole', whole: value, parts },
    }
  }
  const pair = /^([a-z]\w*)([%/:>-])([a-z]\w*)(?:,(\d))?$/i.exec(as)
  if (!pair) return null
  const [, a, sign, b, digits = '0'] = pair as unknown as [string, string, string, string, string?]
  const [left, right] = [number(a), number(b)]
  const fixed = (exact: Decimal): string => exact.abs().toFixed(Number(digits))
  if (sign === '%')
    return { value: fixed(left.div(right).times(100)), relation: { kind: 'percentage', value, part: a, whole: b } }
  if (sign === ':') return { value: fixed(left.div(right)), relation: { kind: 'ratio', value, part: a, whole: b } }
  if (sign === '/') return { value: fixed(left.div(right)), relation: { kind: 'average', value, sum: a, count: b } }
  if (sign === '>')
    return {
      value: fixed(right.minus(left).div(left).times(100)),
      relation: { kind: 'growth', value, from: a, to: b, as: 'percent' },
    }
  return {
    value: left
      .minus(right)
      .abs()
      .toFixed(Math.max(decimalsOf(read(a)), decimalsOf(read(b)))),
    relation: { kind: 'growth', value, from: b, to: a, as: 'difference' },
  }
}

/** no.t1, no.t2, no.t3: one series for each prefix. */
function numberings(figures: readonly string[]): Relation[] {
  const series = Map.groupBy(
    figures.filter((figure) => figure.startsWith('no.')),
    (figure) => figure.replace(/\d+$/, ''),
  )
  return [...series.values()]
    .filter((sequence) => sequence.length > 1)
    .map((sequence) => ({ kind: 'numbering', sequence }))
}
