import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import { tableOf } from '../../database/plan.ts'
import { formulasOf, measuresOf } from '../../language/catalogue.ts'
import type { Measure } from '../../language/indicator.ts'
import type { Engine } from '../engine.ts'
import { filterSql } from '../records/filter.ts'
import { usedCodes } from './compute.ts'
import { type Period, windowOf } from './periods.ts'

/** How long an answer is good that another program's changes may have made wrong. */
const GOOD_MS = 10_000

interface Answers {
  readonly until: number
  /** Whether anything is recorded, by question. */
  readonly known: Map<string, boolean>
}

/** Answers by college and edition, until the next changes of the college are heard. */
const remembered = new WeakMap<Engine, Map<string, Answers>>()

function answersFor(engine: Engine, place: string): Map<string, boolean> {
  const all = remembered.get(engine) ?? new Map<string, Answers>()
  remembered.set(engine, all)
  const now = Date.now()
  const found = all.get(place)
  if (found && found.until > now) return found.known
  const made = { until: now + GOOD_MS, known: new Map<string, boolean>() }
  all.set(place, made)
  return made.known
}

/** Records of a college changed: what was empty may not be any more. */
export function forgetRecorded(engine: Engine, collegeId: string): void {
  const all = remembered.get(engine)
  for (const place of all?.keys() ?? []) if (place.startsWith(collegeId)) all?.delete(place)
}

/**
 * Which of these indicators stand on registers in which the college has recorded nothing for the period, in whatever
 * state: their 0 is no finding. Of a ratio the numerator decides. Only what a filter says about time is asked.
 * It follows records as figures do: with the next hearing of changes.
 */
export async function unrecorded(
  engine: Engine,
  tx: Tx,
  period: Period,
  codes: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  if (codes.size === 0) return new Set()
  const { catalogue } = engine
  const questions = new Map<string, { measure: Measure; window: ReturnType<typeof windowOf> }>()
  const asked = new Map<string, string[]>()
  for (const code of codes) asked.set(code, keysOf(code))
  // Kept while it is asked: an answer from before a hearing lands among those that the hearing threw away.
  const known = answersFor(engine, `${tx.collegeId}/${period.id}`)
  const open = [...questions].filter(([key]) => !known.has(key))
  if (open.length > 0) {
    const [row] = await tx.run<Record<string, boolean>>(
      sql`SELECT ${sql.join(
        open.map(([, { measure, window }], i) => {
          const register = catalogue.registers.get(measure.register)!
          const moments = Object.fromEntries(Object.entries(measure.where).filter(([, c]) => speaksOfTime(c)))
          return sql`EXISTS (SELECT 1 FROM ${sql.table(`records.${tableOf(register)}`)} WHERE college_id = ${tx.collegeId}
          AND deleted_at IS NULL AND ${filterSql(moments, register, catalogue.registers, window)}) AS ${sql.ref(`q${i}`)}`
        }),
      )}`,
    )
    for (const [i, [key]] of open.entries()) known.set(key, row![`q${i}`]!)
  }
  const isEmpty = (keys: readonly string[]) => keys.length > 0 && keys.every((key) => known.get(key) === false)
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
