import { staff } from '../../catalogue/registers/staff/staff.ts'

/** The one table that every product keeps: the college's staff without the link to an account, twenty columns. */
export interface Column {
  readonly name: string
  readonly kind: 'text' | 'choice' | 'date' | 'yes-no' | 'integer'
  readonly required: boolean
  readonly choices: readonly string[]
  /** What our own sheet calls it. */
  readonly label: string
}

export const COLUMNS: readonly Column[] = Object.entries(staff.fields)
  .filter(([name]) => name !== 'person')
  .map(([name, field]) => ({
    name,
    kind: field.kind === 'reference' ? 'text' : field.kind,
    required: 'required' in field && field.required,
    choices: field.kind === 'choice' ? Object.keys(field.codes.values) : [],
    label: field.label.zh,
  }))

/** Looked for or sorted by: every product gets an index of each. */
export const INDEXED = ['kind', 'employedOn'] as const
/** What lists ask for: one row in 25, so that each product can count them all. */
export const WANTED = 'counsellor'
const EVERY = 25

export const UNITS = ['机电工程学院', '智能制造实训中心'] as const

export type Values = Readonly<Record<string, string | number | boolean | null>>

const DAY = 86_400_000
const day = (from: string, days: number) => new Date(Date.parse(from) + days * DAY).toISOString().slice(0, 10)
const pick = <T>(list: readonly T[], n: number): T => list[n % list.length]!
const choiceOf = (name: string, n: number) => pick(COLUMNS.find((c) => c.name === name)!.choices, n)

/** How many of the rows 1 to `count` lists ask for. */
export const wantedOf = (count: number): number => Math.floor(count / EVERY)

/** The row with a number, the same in every product and every run. */
export function rowOf(n: number): Values {
  const kind = n % EVERY === 0 ? WANTED : pick(['full-time-teacher', 'administrator', 'support', 'worker'], n)
  const qualified = n % 3 === 0
  return {
    number: `G${String(n).padStart(7, '0')}`,
    name: `${pick([...'赵钱孙李周吴郑王冯陈褚卫'], n)}${pick([...'示范例样'], n >> 3)}${pick([...'甲乙丙丁戊己庚辛壬癸'], n >> 5)}`,
    unit: pick(UNITS, n >> 1),
    sex: choiceOf('sex', n),
    bornOn: day('1962-01-01', (n * 31) % 12_000),
    kind,
    onEstablishment: n % 4 !== 0,
    titleLevel: choiceOf('titleLevel', n >> 1),
    titleSeries: choiceOf('titleSeries', n >> 2),
    titleOn: day('2005-01-01', (n * 13) % 6000),
    highestEducation: choiceOf('highestEducation', 1 + (n % 4)),
    highestDegree: choiceOf('highestDegree', 1 + (n % 3)),
    doubleQualified: qualified ? choiceOf('doubleQualified', n >> 2) : null,
    doubleQualifiedOn: qualified ? day('2012-01-01', (n * 17) % 4000) : null,
    teaches: kind === 'full-time-teacher' ? choiceOf('teaches', n >> 2) : null,
    counsellor: kind === WANTED,
    classAdviser: n % 7 === 0,
    industryYears: n % 30,
    employedOn: day('1996-01-01', (n * 7919) % 9000),
    leftOn: n % 10 === 0 ? day('2021-01-01', n % 1500) : null,
  }
}

/** How a product's own sheet writes a value. */
export type Cell = (value: Values[string], column: Column) => string

const plain: Cell = (value) => (value === null ? '' : String(value))

/** Rows from a number on as CSV. None of the values needs quotes. */
export function csvOf(
  from: number,
  count: number,
  cell: Cell = plain,
  head: (column: Column) => string = (column) => column.name,
): Buffer {
  const lines = [COLUMNS.map(head).join(',')]
  for (let n = from; n < from + count; n++) {
    const row = rowOf(n)
    lines.push(COLUMNS.map((column) => cell(row[column.name]!, column)).join(','))
  }
  return Buffer.from(`${lines.join('\n')}\n`)
}
