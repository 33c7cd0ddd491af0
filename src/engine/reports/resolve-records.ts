import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import { ruleOf } from '../../fields/rules.ts'
import { statesOf } from '../../language/catalogue.ts'
import type { ResolvedChart, ResolvedColumn, ResolvedRow, ResolvedTable, Words } from '../../language/document.ts'
import type { Field } from '../../language/fields.ts'
import type { AnyFilter } from '../../language/filter.ts'
import type { PeriodRule } from '../../language/indicator.ts'
import type { Label } from '../../language/label.ts'
import type { AnyRegister } from '../../language/register.ts'
import type { ChartTemplate, RecordTableTemplate } from '../../language/report.ts'
import type { Actor } from '../access/actor.ts'
import { reachesNothing, reachOf } from '../access/reach.ts'
import { collegeRegister } from '../codes/college-register.ts'
import type { Engine } from '../engine.ts'
import { countedStates } from '../indicators/measure-records.ts'
import { Exact } from '../indicators/exact.ts'
import { type Period, windowOf } from '../indicators/periods.ts'
import { mayReadField } from '../records/allowed.ts'
import { filterSql } from '../records/filter.ts'
import { eachRecord, visibleSql } from '../records/list.ts'
import { titlesOf } from '../records/present.ts'
import { column, type Stored, table } from '../records/stored.ts'
import { groupHeading, groupRecords, headsGroups, sumRow } from './group-rows.ts'
import { ReportError } from './report-error.ts'

/** More rows than this are no table for a reader. */
const MOST_ROWS = 1000
const MOST_CATEGORIES = 60

const LIMITED: Words = { zh: '仅含您有权查看的记录。', en: 'Only the records that you may see.' }
const NUMERIC = new Set(['integer', 'decimal', 'money'])

/** The records that count, in the window, as a condition beside the actor's reach. */
export function countedSql(
  engine: Engine,
  register: AnyRegister,
  where: object | undefined,
  period: Period,
  rule: PeriodRule = 'school-year',
): RawBuilder<unknown> {
  const filter = filterSql((where ?? {}) as AnyFilter, register, engine.catalogue.registers, windowOf(period, rule))
  return sql`${filter} AND state = ANY(${[...countedStates(register, statesOf(register))]}::text[])`
}

/** Who may see nothing of a register gets an empty table that says so, and never a row. */
export function viewOf(register: AnyRegister, actor: Actor): 'all' | 'some' | 'none' {
  const reach = reachOf(register, actor, 'read')
  return reach.all ? 'all' : reachesNothing(reach) ? 'none' : 'some'
}

/** @throws ReportError for a field that only some roles may read: what is published is read by everybody */
export function openField(register: AnyRegister, name: string, where: string): Field {
  const field = register.fields[name]
  if (!field)
    throw new ReportError(
      `${where}: "${name}" is not a field of "${register.name}". Name one of ${Object.keys(register.fields).join(', ')}`,
    )
  if (field.readableBy)
    throw new ReportError(
      `${where}: field "${name}" of "${register.name}" may be read by some roles only and cannot be printed. Take it out`,
    )
  return field
}

/** Titles of what the records refer to, by field and id. */
async function referenceTitles(
  engine: Engine,
  tx: Tx,
  fields: readonly (readonly [string, Field])[],
  records: readonly Stored[],
): Promise<Map<string, Map<string, string>>> {
  const found = new Map<string, Map<string, string>>()
  for (const [name, field] of fields)
    if (field.kind === 'reference')
      found.set(
        name,
        await titlesOf(
          engine,
          tx,
          field.register,
          records.flatMap((r) => (typeof r.values[name] === 'string' ? [r.values[name]] : [])),
        ),
      )
  return found
}

const unitOf = (field: Field): Words | undefined => {
  if (field.kind === 'money')
    return field.unit === 'ten-thousand-yuan' ? { zh: '万元', en: '10,000 yuan' } : { zh: '元', en: 'yuan' }
  return 'unit' in field && typeof field.unit === 'object' ? field.unit : undefined
}

/**
 * A table of a register's records, in order or in groups, with totals.
 * @param asked the field that a text wants the groups by; the template's own when absent
 * @throws ReportError for a field that cannot be printed or cannot head groups
 */
export async function resolveRecordTable(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  template: RecordTableTemplate,
  period: Period,
  asked?: string,
): Promise<ResolvedTable> {
  const register = await collegeRegister(engine, tx, template.register)
  const where = `Table "${template.name}"`
  const groupName = asked ?? template.group
  const group = groupName === undefined ? null : openField(register, groupName, where)
  if (group && !(headsGroups(group) && [...template.columns, template.group].includes(groupName)))
    throw new ReportError(
      `${where}: field "${groupName}" of "${register.name}" cannot head groups of rows. Name a choice or a reference among the table's columns`,
    )
  // What heads the group need not stand in each of its rows.
  const fields = template.columns
    .filter((name) => name !== groupName)
    .map((name) => [name, openField(register, name, where)] as const)
  const view = viewOf(register, actor)
  const records: Stored[] = []
  if (view !== 'none') {
    const also = countedSql(engine, register, template.where, period, template.period)
    const request = { register: register.name, also, ...(template.order ? { sort: template.order } : {}) }
    for await (const portion of eachRecord(engine, tx, actor, request, MOST_ROWS + 1)) {
      records.push(...portion)
      if (records.length > MOST_ROWS) break
    }
  }
  const shown = records.slice(0, MOST_ROWS)
  const named = group ? [...fields, [groupName!, group] as const] : fields
  const titles = await referenceTitles(engine, tx, named, shown)
  const text = (record: Stored, name: string, field: Field): string => {
    const value = record.values[name]
    if (value === null || value === undefined) return ''
    if (field.kind === 'reference') return titles.get(name)?.get(String(value)) ?? ''
    // Kept with room for fine values: a reader is not shown the noughts behind 25.0000.
    if (field.kind === 'decimal' && field.decimals > 2) return new Exact(String(value)).toFixed()
    return NUMERIC.has(field.kind) ? String(value) : ruleOf(field).write(value as never, field as never, 'zh')
  }
  const columns: ResolvedColumn[] = [
    { key: 'no', label: { zh: '序号', en: 'No.' }, align: 'center' },
    ...fields.map(([name, field]): ResolvedColumn => {
      const unit = unitOf(field)
      return {
        key: name,
        label: field.label,
        align: NUMERIC.has(field.kind) ? 'decimal' : 'left',
        ...(unit ? { unit } : {}),
      }
    }),
  ]
  const sumsOf = (own: readonly Stored[]) =>
    fields.map(([name]) => (template.total?.includes(name) ? sumOf(own, name) : null))
  const hasSums = sumsOf([]).some((sum) => sum !== null)
  const rows: ResolvedRow[] = []
  let number = 0
  for (const own of group ? groupRecords(groupName!, group, shown) : [shown]) {
    if (group) rows.push(groupHeading(text(own[0]!, groupName!, group), own.length, columns.length))
    for (const record of own)
      rows.push({
        kind: 'data',
        level: 0,
        cells: [String((number += 1)), ...fields.map(([name, field]) => text(record, name, field))],
      })
    if (group && hasSums) rows.push(sumRow('小计', sumsOf(own)))
  }
  if (hasSums && shown.length > 0) rows.push(sumRow('合计', sumsOf(records)))
  if (rows.length === 0)
    rows.push({
      kind: 'data',
      level: 0,
      cells: [{ text: '本期无记录', columns: columns.length }, ...fields.map(() => null)],
    })
  const notes = [
    ...(view === 'all' ? [] : [LIMITED]),
    ...(records.length > MOST_ROWS ? [{ zh: `仅列前 ${MOST_ROWS} 条。`, en: `The first ${MOST_ROWS} only.` }] : []),
  ]
  return { caption: template.caption, columns, rows, ...(notes.length > 0 ? { notes } : {}) }
}

/** Amounts keep their two decimals: 12.00 + 0.5 prints 12.50 where the column has two. */
function sumOf(records: readonly Stored[], name: string): string {
  const values = records.flatMap((r) => (r.values[name] == null ? [] : [String(r.values[name])]))
  const decimals = Math.max(0, ...values.map((v) => v.split('.')[1]?.length ?? 0))
  return values.reduce((sum, v) => sum.plus(v), new Exact(0)).toFixed(decimals)
}

type RegisterData = Extract<ChartTemplate['data'], { register: string }>

/** A register's records, counted or summed by one of its fields, as a chart. */
export async function resolveRegisterChart(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  template: ChartTemplate,
  data: RegisterData,
  period: Period,
): Promise<ResolvedChart> {
  const register = await collegeRegister(engine, tx, data.register)
  const where = `Chart "${template.name}"`
  const field = openField(register, data.by, where)
  const summed = data.sum === undefined ? undefined : openField(register, data.sum, where)
  const view = viewOf(register, actor)
  const limit = Math.min(data.top ?? MOST_CATEGORIES, MOST_CATEGORIES)
  const key = field.kind === 'choices' ? sql`unnest(${column(data.by)})` : column(data.by)
  const value = data.sum === undefined ? sql`count(*)` : sql`coalesce(sum(${column(data.sum)}), 0)`
  const rows =
    view === 'none' || !mayReadField(register, actor, data.by)
      ? []
      : await tx.run<{ key: unknown; value: string | number }>(sql`
          SELECT ${key} AS key, ${value} AS value FROM ${table(register)}
          WHERE ${visibleSql(register, actor, { also: countedSql(engine, register, data.where, period, data.period) }, tx)}
          GROUP BY 1 ORDER BY ${inNaturalOrder(field) ? sql`1` : sql`2 DESC, 1`} LIMIT ${limit + 1}`)
  const shown = rows.slice(0, limit)
  const titles =
    field.kind === 'reference'
      ? await titlesOf(
          engine,
          tx,
          field.register,
          shown.flatMap((r) => (typeof r.key === 'string' ? [r.key] : [])),
        )
      : null
  const label = (raw: unknown): Label => {
    if (raw === null) return { zh: '（未填）', en: '(empty)' }
    if (titles) return { zh: titles.get(String(raw)) ?? '', en: titles.get(String(raw)) ?? '' }
    return {
      zh: ruleOf(field).write(raw as never, field as never, 'zh'),
      en: ruleOf(field).write(raw as never, field as never, 'en'),
    }
  }
  const notes = [
    ...(view === 'all' ? [] : [LIMITED]),
    ...(rows.length > limit ? [{ zh: `仅列前 ${limit} 项。`, en: `The first ${limit} only.` }] : []),
  ]
  const unit = summed ? unitOf(summed) : undefined
  return {
    caption: template.caption,
    kind: template.kind === 'bar' && shown.length > 8 ? 'horizontal-bar' : template.kind,
    categories: shown.map((r) =>
      field.kind === 'choices'
        ? (field.codes.values[String(r.key)] ?? { zh: String(r.key), en: String(r.key) })
        : label(r.key),
    ),
    series: [{ label: summed?.label ?? register.label, values: shown.map((r) => String(r.value)) }],
    unit: unit ?? null,
    ...(notes.length > 0 ? { notes } : {}),
  }
}

/** Years, months and whole numbers read in their order; everything else the largest first. */
const inNaturalOrder = (field: Field): boolean => ['date', 'month', 'period', 'integer'].includes(field.kind)
