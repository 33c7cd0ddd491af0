import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import { ruleOf } from '../../fields/rules.ts'
import { sqlOf } from '../../fields/sqls.ts'
import type { Label } from '../../language/label.ts'
import type { WireCondition } from '../../language/wire.ts'
import type { Actor } from '../access/actor.ts'
import { collegeRegister } from '../codes/college-register.ts'
import type { Engine } from '../engine.ts'
import { mayReadField } from './allowed.ts'
import { type ListRequest, visibleSql } from './list.ts'
import { titlesOf } from './present.ts'
import { column, table } from './stored.ts'

export interface StatisticRow {
  readonly key: string | null
  readonly label: Label
  /** A decimal string. */
  readonly value: string
  /** The list that shows exactly these records. */
  readonly where: readonly WireCondition[]
}
export interface StatisticResult {
  readonly label: Label
  readonly by: string
  readonly rows: readonly StatisticRow[]
}

const MOST = 60

/** The register's declared statistics over the records that the actor's list shows. */
export async function registerStatistics(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  request: ListRequest,
): Promise<StatisticResult[]> {
  const register = await collegeRegister(engine, tx, request.register)
  const visible = visibleSql(register, actor, request, tx)
  const states = register.lifecycle ? [{ by: 'state' }] : []
  const results: StatisticResult[] = []
  for (const statistic of [...states, ...(register.statistics ?? [])]) {
    const { by } = statistic
    const sum = 'sum' in statistic ? statistic.sum : undefined
    const field = register.fields[by]
    if (
      by !== 'state' &&
      (!field || !mayReadField(register, actor, by) || (sum !== undefined && !mayReadField(register, actor, sum)))
    )
      continue
    const key = field?.kind === 'choices' ? sql`unnest(${column(by)})` : column(by)
    const value = sum === undefined ? sql`count(*)` : sql`coalesce(sum(${column(sum)}), 0)`
    const rows = await tx.run<{ key: unknown; value: string | number }>(
      sql`SELECT ${key} AS key, ${value} AS value FROM ${table(register)} WHERE ${visible} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${MOST}`,
    )
    const titles =
      field?.kind === 'reference'
        ? await titlesOf(
            engine,
            tx,
            field.register,
            rows.flatMap((r) => (typeof r.key === 'string' ? [r.key] : [])),
          )
        : null
    const labelOf = (key: unknown): Label => {
      if (key === null) return { zh: '（未填）', en: '(empty)' }
      if (field && 'codes' in field) return field.codes.values[String(key)] ?? { zh: String(key), en: String(key) }
      if (titles || !field) {
        const text = titles?.get(String(key)) ?? String(key)
        return { zh: text, en: text }
      }
      const value = sqlOf(field).read(key) as never
      return {
        zh: ruleOf(field).write(value, field as never, 'zh'),
        en: ruleOf(field).write(value, field as never, 'en'),
      }
    }
    const name = by === 'state' ? { zh: '状态', en: 'State' } : field!.label
    const of = sum === undefined ? null : register.fields[sum]?.label
    results.push({
      label:
        ('label' in statistic && statistic.label) ||
        (of
          ? { zh: `${of.zh}（按${name.zh}）`, en: `${of.en} by ${name.en.toLowerCase()}` }
          : { zh: `按${name.zh}`, en: `By ${name.en.toLowerCase()}` }),
      by,
      rows: rows.map((r) => ({
        key: r.key === null ? null : String(r.key),
        label: labelOf(r.key),
        value: String(r.value),
        where: [r.key === null ? ([by, 'empty', null] as const) : ([by, 'is', r.key] as const)],
      })),
    })
  }
  return results
}
