import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import type { Label } from '../../language/label.ts'
import type { AnyRegister } from '../../language/register.ts'
import { type Column, fieldAt, pathsOf, type Standard, type StandardTable } from '../../language/standard.ts'
import type { WireStandardColumn, WireStandardTable } from '../../language/wire-standards.ts'
import { type Actor, may } from '../access/actor.ts'
import { today } from '../access/today.ts'
import { type Engine, getRegister } from '../engine.ts'
import { notAllowed, Refusal } from '../refusal.ts'
import { scoreOf } from './check-tables.ts'
import { isOverdue, mappingOf, tablesOf } from './coverage.ts'
import { throughTitle } from './standard-rows.ts'

/** @throws Refusal 404 when there is no such standard */
export function getStandard(engine: Engine, name: string): Standard {
  const standard = engine.catalogue.standards.get(name)
  if (!standard)
    throw new Refusal('not-found', { zh: `没有名为“${name}”的数据标准`, en: `There is no standard "${name}"` })
  return standard
}

/** @throws Refusal 404 when the standard has no such table */
export function getStandardTable(engine: Engine, standard: string, name: string): StandardTable {
  const table = engine.catalogue.standardTables.get(name)
  if (!table || table.standard !== standard)
    throw new Refusal('not-found', { zh: `标准中没有表“${name}”`, en: `The standard has no table "${name}"` })
  return table
}

/** Coverage is about the college, not about persons: who sees unapproved figures sees it. @throws Refusal 403 */
export function checkMaySee(engine: Engine, actor: Actor): void {
  if (!may(engine.catalogue, actor, 'standards.manage') && !may(engine.catalogue, actor, 'figures.read-unapproved'))
    throw notAllowed({ zh: '查看数据标准覆盖情况', en: 'see the coverage of data standards' })
}

/** Every table of a standard: mapped, filled, valid, last reported, overdue. @throws Refusal 403, 404 */
export async function listStandardTables(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  standardName: string,
): Promise<WireStandardTable[]> {
  checkMaySee(engine, actor)
  const standard = getStandard(engine, standardName)
  const checks = await tx.run<{
    table_name: string
    checked_at: string
    rows: number
    valid: number
    fault_count: number
  }>(
    sql`SELECT table_name, checked_at, rows, valid, fault_count FROM standard_checks WHERE college_id = ${tx.collegeId} AND standard = ${standard.name}`,
  )
  const open = await tx.run<{ table_name: string; n: number }>(sql`
    SELECT table_name, count(*) AS n FROM standard_faults
    WHERE college_id = ${tx.collegeId} AND standard = ${standard.name} AND mended_at IS NULL AND waived IS NULL GROUP BY table_name`)
  const reported = await tx.run<{ table_name: string; at: string }>(sql`
    SELECT table_name, max(sent_at) AS at FROM standard_batches
    WHERE college_id = ${tx.collegeId} AND standard = ${standard.name} AND state IN ('sent', 'accepted', 'faulty') GROUP BY table_name`)
  const lastReported = new Map(reported.map((row) => [row.table_name, row.at]))
  const checkOf = new Map(checks.map((row) => [row.table_name, row]))
  const openOf = new Map(open.map((row) => [row.table_name, row.n]))
  const day = today()
  return tablesOf(standard, engine.catalogue.standardTables).map((table) => {
    const register = getRegister(engine, table.register)
    const { unmapped: _, ...mapping } = mappingOf(table)
    const check = checkOf.get(table.name)
    const last = lastReported.get(table.name) ?? null
    return {
      name: table.name,
      number: table.number,
      label: table.label,
      register: table.register,
      area: register.area,
      owner: register.owner ?? null,
      every: table.every,
      covers: table.covers ?? null,
      ...mapping,
      check: check
        ? {
            at: check.checked_at,
            rows: check.rows,
            valid: check.valid,
            faults: check.fault_count,
            score: scoreOf(check),
          }
        : null,
      open: openOf.get(table.name) ?? 0,
      lastReported: last,
      overdue: isOverdue(table, last, day),
    }
  })
}

/** The columns of a table, and in words where each value comes from. */
export function describeColumns(engine: Engine, table: StandardTable): WireStandardColumn[] {
  const register = getRegister(engine, table.register)
  return table.columns.map((column) => {
    const [code, name, label, type, must, source, space] = column
    return {
      code,
      name,
      label,
      type,
      must: must === 'M',
      source: sourceInWords(engine, register, column),
      paths: pathsOf(source),
      mapped: !(typeof source === 'object' && 'none' in source),
      space: typeof space === 'object' ? (space.officialName ?? space.name) : (space ?? null),
    }
  })
}

function sourceInWords(engine: Engine, register: AnyRegister, [, , , , , source]: Column): Label {
  if (typeof source === 'object') {
    if ('none' in source) return source.none
    if ('always' in source) return { zh: `固定为“${source.always}”`, en: `always "${source.always}"` }
    if ('college' in source) return { zh: '学校基本情况', en: 'the college’s own record' }
    if ('computed' in source)
      return source.computed === 'key'
        ? { zh: '系统生成的唯一标识', en: 'made by the system, unique' }
        : { zh: '记录最后修改的时间', en: 'when the record was last changed' }
  }
  const told = pathsOf(source).map((path) => pathInWords(engine, register, path))
  return { zh: told.map((l) => l.zh).join('，或'), en: told.map((l) => l.en).join(', or ') }
}

/** "学生 › 专业 › 专业代码": the labels along a path. */
function pathInWords(engine: Engine, register: AnyRegister, written: string): Label {
  const { registers } = engine.catalogue
  const steps = throughTitle(written, register, registers).split('.')
  const labels = steps.map((_, i) => {
    const end = fieldAt(steps.slice(0, i + 1).join('.'), register, registers)!
    return end.register.fields[end.name]!.label
  })
  return { zh: labels.map((l) => l.zh).join(' › '), en: labels.map((l) => l.en).join(' › ') }
}
