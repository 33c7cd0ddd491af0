import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import { tableOf } from '../../database/plan.ts'
import { type Catalogue, formulasOf, measuresOf } from '../../language/catalogue.ts'
import type { Measure } from '../../language/indicator.ts'
import { filterSql } from '../records/filter.ts'
import { usedCodes } from './compute.ts'
import { type Period, windowOf } from './periods.ts'

/**
 * Which of these indicators stand on registers in which the college has recorded nothing for the period, in whatever
 * state: their 0 is no finding. Of a ratio the numerator decides. Only what a filter says about time is asked.
 */
export async function unrecorded(
  tx: Tx,
  catalogue: Catalogue,
  period: Period,
  codes: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  if (codes.size === 0) return new Set()
  const questions = new Map<string, { measure: Measure; window: ReturnType<typeof windowOf> }>()
  const asked = new Map<string, string[]>()
  for (const code of codes) asked.set(code, keysOf(code))
  if (questions.size === 0) return new Set()
  const [row] = await tx.run<Record<string, boolean>>(
    sql`SELECT ${sql.join(
      [...questions.values()].map(({ measure, window }, i) => {
        const register = catalogue.registers.get(measure.register)!
        const moments = Object.fromEntries(Object.entries(measure.where).filter(([, c]) => speaksOfTime(c)))
        return sql`EXISTS (SELECT 1 FROM ${sql.table(`records.${tableOf(register)}`)} WHERE college_id = ${tx.collegeId}
          AND deleted_at IS NULL AND ${filterSql(moments, register, catalogue.registers, window)}) AS ${sql.ref(`q${i}`)}`
      }),
    )}`,
  )
  const places = new Map([...questions.keys()].map((key, i) => [key, `q${i}`]))
  const isEmpty = (keys: readonly string[]) => keys.length > 0 && keys.every((key) => row?.[places.get(key)!] === false)
  return new Set([...codes].filter((code) => isEmpty(asked.get(code)!)))

  /** The questions that decide on an indicator, noted once however many ask them. */
  function keysOf(code: string): string[] {
    const indicator = catalogue.indicators.get(code)!
    const [formula] = formulasOf(indicator)
    if (!formula) return []
    const window = windowOf(period, indicator.period)
    const own = measuresOf(formula).map((measure) => {
      const moments = Object.entries(measure.where).filter(([, c]) => speaksOfTime(c))
      const key = JSON.stringify([measure.register, moments, moments.length > 0 && window])
      questions.set(key, { measure, window })
      return key
    })
    return [...own, ...usedCodes(formula).flatMap(keysOf)]
  }
}

const speaksOfTime = (condition: unknown) => JSON.stringify(condition)?.includes('"@') ?? false
