import { snake } from '../../database/plan.ts'
import { halfWidth } from '../../fields/rule.ts'
import type { AnyRegister } from '../../language/register.ts'
import { type ColumnSource, pathsOf } from '../../language/standard.ts'
import type { WireFeedColumn } from '../../language/wire-feeds.ts'
import type { Engine } from '../engine.ts'
import { keyFieldsOf } from '../exporting/reference-texts.ts'

interface Meant {
  readonly field: string
  readonly values: Readonly<Record<string, string>> | null
}

/**
 * Which fields the columns of a source probably fill: by the field's label, its name, or what a standard calls the
 * column (KCH, 课程号) that is reported of it. Each field at most once, the surest first.
 * @param open fields that may be filled
 */
export function suggestMapping(
  engine: Engine,
  register: AnyRegister,
  columns: readonly string[],
  open: readonly string[],
): WireFeedColumn[] {
  const readings = [
    byLabel(register, open),
    byName(open),
    byStandard(engine, register, open, true),
    byStandard(engine, register, open, false),
  ]
  const found = new Map<string, Meant>()
  const taken = new Set<string>()
  for (const reading of readings)
    for (const column of columns) {
      const meant = found.has(column) ? undefined : reading.get(plain(column))
      if (!meant || taken.has(meant.field)) continue
      found.set(column, meant)
      taken.add(meant.field)
    }
  return columns.map((column) => ({
    column,
    field: found.get(column)?.field ?? null,
    values: found.get(column)?.values ?? null,
  }))
}

/** The last step of a path, in the plainest writing: "data.stu_no" and "STU-NO" are "stuno". */
const plain = (column: string) =>
  halfWidth(column)
    .replace(/^.*\./, '')
    .replace(/[([【〔].*?[)\]】〕]/g, '')
    .replace(/[\s_*＊-]+/g, '')
    .toLowerCase()

type Reading = Map<string, Meant | null>

/** What two fields could mean, means neither. */
function put(reading: Reading, text: string, meant: Meant): void {
  const key = plain(text)
  const known = reading.get(key)
  if (key !== '') reading.set(key, known === undefined || known?.field === meant.field ? (known ?? meant) : null)
}

function byLabel(register: AnyRegister, open: readonly string[]): Reading {
  const reading: Reading = new Map()
  for (const field of open)
    for (const text of Object.values(register.fields[field]!.label)) put(reading, text, { field, values: null })
  return reading
}

function byName(open: readonly string[]): Reading {
  const reading: Reading = new Map()
  for (const field of open) put(reading, snake(field), { field, values: null })
  return reading
}

/** What standards call the columns that are reported of this register: in its own tables, or where others refer to it. */
function byStandard(engine: Engine, register: AnyRegister, open: readonly string[], isOwn: boolean): Reading {
  const { registers, standardTables } = engine.catalogue
  const reading: Reading = new Map()
  for (const table of standardTables.values()) {
    const from = registers.get(table.register)
    if (!from || (from === register) !== isOwn) continue
    for (const [code, name, label, , , source] of table.columns) {
      const [path] = pathsOf(source)
      const field = path === undefined || isPiece(source) ? undefined : fieldOf(engine, register, from, path.split('.'))
      if (field === undefined || !open.includes(field)) continue
      for (const text of [name, label, code]) put(reading, text, { field, values: valuesOf(source) })
    }
  }
  return reading
}

/** The field of the register that a path fills: the one it ends at, or a reference to what it names. */
function fieldOf(
  engine: Engine,
  register: AnyRegister,
  from: AnyRegister,
  steps: readonly string[],
): string | undefined {
  const [first = '', ...rest] = steps
  const field = from.fields[first]
  const target = field?.kind === 'reference' ? engine.catalogue.registers.get(field.register) : undefined
  if (from === register && rest.length === 0) return field && first
  // A reference is found by a key or title of the record, and by nothing else of it.
  if (from === register && rest.length === 1 && target && [target.title, ...keyFieldsOf(target)].includes(rest[0]!))
    return first
  return target && rest.length > 0 ? fieldOf(engine, register, target, rest) : undefined
}

/** A part of a value is not the value. */
const isPiece = (source: ColumnSource): boolean => typeof source === 'object' && 'as' in source && source.as !== 'name'

/** Their value → ours, where the field's own list does not know theirs. */
function valuesOf(source: ColumnSource): Meant['values'] {
  if (typeof source !== 'object' || !('to' in source)) return null
  const values: Record<string, string> = {}
  for (const [ours, theirs] of Object.entries(source.to)) values[theirs] ??= ours
  return values
}
