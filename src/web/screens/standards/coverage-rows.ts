import type { Label, WireStandardTable } from '../../../language/index.ts'
import { pinyinInitials } from '../../../language/pinyin-initials.ts'

/** What may be asked of a table; one table may answer to several. */
export const coverageStates = ['good', 'mapped', 'unmapped', 'empty', 'faults', 'overdue', 'unreported'] as const
export type CoverageState = (typeof coverageStates)[number]

/** Whether a table is in a state. What was never reported is overdue, too. */
export function isIn(table: WireStandardTable, state: CoverageState): boolean {
  const { check, open, mapped, fields, lastReported, overdue } = table
  switch (state) {
    case 'mapped':
      return mapped === fields
    case 'unmapped':
      return mapped < fields
    case 'empty':
      return check !== null && check.rows === 0
    case 'faults':
      return open > 0
    case 'overdue':
      return overdue
    case 'unreported':
      return lastReported === null
    default:
      return mapped === fields && check !== null && check.rows > 0 && open === 0
  }
}

export interface CoverageAsked {
  readonly q: string
  readonly area: string
  readonly owner: string
  readonly state: string
  /** A column's key, '-key' for descending; the standard's order when empty. */
  readonly sort: string
}

/** What a table is called, in every way that people look for it. */
function isFound({ name, label }: WireStandardTable, register: Label | undefined, q: string): boolean {
  const text = `${name} ${label.zh} ${label.en} ${register?.zh ?? ''} ${register?.en ?? ''}`.toLowerCase()
  const initials = [pinyinInitials(label.zh), pinyinInitials(register?.zh ?? '')]
  return q
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => text.includes(word) || initials.some((one) => one.includes(word)))
}

type SortValue = number | bigint | string
const keys: Readonly<Record<string, (table: WireStandardTable) => SortValue | null>> = {
  number: (t) => t.number,
  name: (t) => pinyinInitials(t.label.zh),
  register: (t) => t.register,
  fields: (t) => t.fields,
  mandatory: (t) => t.mandatory,
  rows: (t) => t.check?.rows ?? null,
  valid: (t) => t.check?.valid ?? null,
  // Hundredths, as whole numbers: scores are decimal texts.
  score: (t) => (t.check?.score ? BigInt(t.check.score.replace('.', '')) : null),
  open: (t) => t.open,
  every: (t) => ['day', 'week', 'month', 'term', 'year'].indexOf(t.every),
  reported: (t) => t.lastReported,
  due: (t) => (t.overdue ? (t.lastReported ?? '') : 'fine'),
}

/** The tables that were asked for, in the order asked for; those without a value come last. */
export function coverageRows(
  tables: readonly WireStandardTable[],
  asked: CoverageAsked,
  registerLabel: (name: string) => Label | undefined,
): readonly WireStandardTable[] {
  const found = tables.filter(
    (table) =>
      (asked.area === '' || table.area === asked.area) &&
      (asked.owner === '' || table.owner === asked.owner) &&
      (!coverageStates.includes(asked.state as CoverageState) || isIn(table, asked.state as CoverageState)) &&
      isFound(table, registerLabel(table.register), asked.q),
  )
  const key = keys[asked.sort.replace(/^-/, '')]
  if (!key) return found
  const turn = asked.sort.startsWith('-') ? -1 : 1
  return found.toSorted((a, b) => {
    const [x, y] = [key(a), key(b)]
    if (x === null || y === null) return Number(x === null) - Number(y === null)
    return x < y ? -turn : x > y ? turn : a.number - b.number
  })
}

export interface CoverageTotals {
  readonly tables: number
  readonly tablesMapped: number
  readonly fields: number
  readonly mapped: number
  readonly mandatory: number
  readonly mandatoryMapped: number
  readonly filled: number
  readonly rows: number
  readonly valid: number
  /** Of a hundred, two decimals, half up; null without rows. */
  readonly score: string | null
  readonly open: number
  readonly overdue: number
  /** The oldest of the tables' checks; null while one was never checked. */
  readonly checkedAt: string | null
}

/** How far the college is with all tables together. */
export function coverageTotals(tables: readonly WireStandardTable[]): CoverageTotals {
  const sum = (pick: (table: WireStandardTable) => number) => tables.reduce((all, table) => all + pick(table), 0)
  const rows = sum((t) => t.check?.rows ?? 0)
  const valid = sum((t) => t.check?.valid ?? 0)
  const hundredths = rows === 0 ? null : Math.floor((valid * 20_000 + rows) / (2 * rows))
  const checks = tables.map((t) => t.check?.at ?? null)
  return {
    tables: tables.length,
    tablesMapped: sum((t) => Number(t.mandatoryMapped === t.mandatory)),
    fields: sum((t) => t.fields),
    mapped: sum((t) => t.mapped),
    mandatory: sum((t) => t.mandatory),
    mandatoryMapped: sum((t) => t.mandatoryMapped),
    filled: sum((t) => Number((t.check?.rows ?? 0) > 0)),
    rows,
    valid,
    score: hundredths === null ? null : `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`,
    open: sum((t) => t.open),
    overdue: sum((t) => Number(t.overdue)),
    checkedAt: checks.includes(null) ? null : (checks.toSorted()[0] ?? null),
  }
}
