import type { Codes } from './codes.ts'
import type { Fields } from './fields.ts'
import type { AnyFilter, Filter } from './filter.ts'
import type { Label } from './label.ts'
import type { AnyRegister, Register } from './register.ts'

/** An authority's format in which colleges report their records. */
export interface Standard {
  readonly is: 'standard'
  /** Kebab-case: names the folder under catalogue/standards. */
  readonly name: string
  readonly label: Label
  readonly version: string
  /** As a person would cite it. */
  readonly source: string
  /** The register whose one record describes the college: what `{ college: 'code' }` of a column reads. */
  readonly college: string
}

/** How often a table is due. A year is a school year. */
export type Frequency = 'day' | 'week' | 'month' | 'term' | 'year'

/** Which part of a value is wanted, or in which form. */
export type Piece =
  /** The Chinese name of a code or region. */
  | 'name'
  | 'province-code'
  | 'province-name'
  | 'city-code'
  | 'city-name'
  | 'county-code'
  | 'county-name'
  /** Of a date or a moment. */
  | 'date'
  | 'time'
  | 'month'
  | 'year'

type FieldName<F> = keyof F & string
/** A field, or a field of a record it refers to: "student.number". What follows the first point is checked at start-up. */
export type Path<F = Fields> = FieldName<F> | `${FieldName<F>}.${string}`

/** Where a column's value comes from. */
export type ColumnSource<F = Fields> =
  | Path<F>
  | { readonly from: Path<F>; readonly as: Piece }
  /**
   * Our value → the official one, where the field's own code list is not the official list; `otherwise` where the
   * field is empty and the standard still wants a value.
   */
  | { readonly from: Path<F>; readonly to: Readonly<Record<string, string>>; readonly otherwise?: string }
  /** The first of several that is filled. */
  | { readonly first: readonly Path<F>[] }
  /** Every row says the same. */
  | { readonly always: string }
  /** A field of the college's own record. */
  | { readonly college: string; readonly as?: Piece }
  /** `key`: 32 capital letters and digits, unique for ever. `collected-at`: when the record was last changed. */
  | { readonly computed: 'key' | 'collected-at' }
  /** Not kept by the college; says why. */
  | { readonly none: Label }

/** What values a column may have: a code list, or a form that an outside standard gives. */
export type ValueSpace = Codes | 'GB/T 2260' | 'GB/T 7408' | 'ISO 3166' | 'credit-code' | 'phone'

/**
 * One column as the standard prints it: its code, its name, its label, type and length, whether it must be filled,
 * where the value comes from, which values it may have.
 * Types: C text, T block of text, N number, M money, each with a length ("N20,1": of which one decimal).
 */
export type Column<F = Fields> = readonly [
  code: string,
  name: string,
  label: string,
  type: `${'C' | 'N' | 'T' | 'M'}${number}` | `N${number},${number}`,
  must: 'M' | 'O',
  source: ColumnSource<F>,
  space?: ValueSpace,
]

export interface StandardTableSpec<F extends Fields = Fields> {
  /** As the standard names it. */
  readonly name: string
  /** Its place in the standard's list. */
  readonly number: number
  readonly code: string
  readonly label: Label
  readonly every: Frequency
  /** Which rows are wanted, as the standard says it. */
  readonly covers?: Label
  /** Rows that are reported; all in use when absent. */
  readonly where?: Filter<F>
  /** Official columns that together must not occur twice. */
  readonly unique?: readonly (readonly string[])[]
  /** Columns in order: [start, end], [part, whole]. The first must not exceed the second where both are filled. */
  readonly order?: readonly (readonly [string, string])[]
  /** Columns that must exist among the rows of another table: here → 'ODS_KCJBSJ.KCH'. Those that the register's references imply need not be said. */
  readonly refers?: Readonly<Record<string, string>>
  /** Columns that must be filled when another has one of these values. */
  readonly needs?: readonly { readonly column: string; readonly when: string; readonly is: readonly string[] }[]
  readonly columns: readonly Column<F>[]
}

/** A table of a standard, and the register that fills it. */
export interface StandardTable extends Omit<StandardTableSpec, 'where' | 'columns'> {
  readonly is: 'standard-table'
  readonly standard: string
  readonly register: string
  readonly where?: AnyFilter
  readonly columns: readonly Column[]
}

export function defineStandard(standard: Omit<Standard, 'is'>): Standard {
  return { is: 'standard', ...standard }
}

/**
 * Says how the records of a register fill a table of a standard. One register may fill several tables, of several
 * standards. A column that names no field of the register does not compile.
 */
export function defineStandardTable<F extends Fields, S extends string>(
  standard: Standard,
  register: Register<F, S>,
  spec: StandardTableSpec<F>,
): StandardTable {
  // The table as the engine handles it: of any register.
  return { is: 'standard-table', standard: standard.name, register: register.name, ...(spec as StandardTableSpec) }
}

/** The field that a path ends at, with the registers it passes; undefined when it leads nowhere. */
export function fieldAt(
  path: string,
  register: AnyRegister,
  registers: ReadonlyMap<string, AnyRegister>,
): { readonly register: AnyRegister; readonly name: string } | undefined {
  const [first = '', ...rest] = path.split('.')
  const field = register.fields[first]
  if (!field) return undefined
  if (rest.length === 0) return { register, name: first }
  const target = field.kind === 'reference' ? registers.get(field.register) : undefined
  return target && fieldAt(rest.join('.'), target, registers)
}

/** The paths that a column reads. */
export function pathsOf(source: ColumnSource): readonly string[] {
  if (typeof source === 'string') return [source]
  if ('from' in source) return [source.from]
  return 'first' in source ? source.first : []
}

/** What a standard's table says that cannot hold, each as a sentence. */
export function standardTableMistakes(
  table: StandardTable,
  standards: ReadonlyMap<string, Standard>,
  registers: ReadonlyMap<string, AnyRegister>,
): string[] {
  const found: string[] = []
  const say = (text: string) => found.push(`Standard table "${table.name}": ${text}`)
  const register = registers.get(table.register)
  const standard = standards.get(table.standard)
  if (!standard) say(`standard "${table.standard}" is not declared`)
  if (!register) return [...found, `Standard table "${table.name}": register "${table.register}" is not declared`]
  const names = new Set(table.columns.map(([, name]) => name))
  if (names.size !== table.columns.length) say('a column is declared twice')
  for (const [, name, , , , source] of table.columns) {
    for (const path of pathsOf(source)) {
      const end = fieldAt(path, register, registers)
      if (!end) say(`column ${name}: "${path}" leads to no field of "${register.name}"`)
      else if (typeof source === 'object' && 'to' in source) {
        const field = end.register.fields[end.name]!
        if (field.kind === 'choice' || field.kind === 'choices')
          for (const value of Object.keys(source.to))
            if (!(value in field.codes.values)) say(`column ${name}: "${value}" is not a value of "${path}"`)
      }
    }
    if (typeof source === 'object' && 'college' in source) {
      const college = registers.get(standard?.college ?? '')
      if (college && !(source.college in college.fields))
        say(`column ${name}: "${source.college}" is not a field of "${college.name}"`)
    }
  }
  const named = [
    ...(table.unique ?? []).flat(),
    ...(table.order ?? []).flat(),
    ...Object.keys(table.refers ?? {}),
    ...(table.needs ?? []).flatMap((need) => [need.column, need.when]),
  ]
  for (const name of named) if (!names.has(name)) say(`"${name}" is not one of its columns`)
  return found
}
