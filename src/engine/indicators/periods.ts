import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import type { PeriodRule } from '../../language/indicator.ts'
import type { Window } from '../records/filter.ts'
import { Refusal } from '../refusal.ts'

/** An edition of the college: the windows that its figures are counted over. */
export interface Period {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly schoolYearFrom: string
  readonly schoolYearTo: string
  readonly calendarYearFrom: string
  readonly calendarYearTo: string
  readonly asOf: string
  readonly figuresDueOn: string | null
  readonly previousId: string | null
  readonly locked: boolean
}

/** The college's editions, newest first. */
export async function listPeriods(tx: Tx): Promise<Period[]> {
  const rows = await tx.run<Record<string, never>>(
    sql`SELECT id, code, name, school_year_from, school_year_to, calendar_year_from, calendar_year_to, as_of, figures_due_on, previous, locked
        FROM records.periods WHERE college_id = ${tx.collegeId} AND deleted_at IS NULL ORDER BY code DESC`,
  )
  return rows.map((r) => ({
    id: r['id']!,
    code: r['code']!,
    name: r['name']!,
    schoolYearFrom: r['school_year_from']!,
    schoolYearTo: r['school_year_to']!,
    calendarYearFrom: r['calendar_year_from']!,
    calendarYearTo: r['calendar_year_to']!,
    asOf: r['as_of']!,
    figuresDueOn: r['figures_due_on'] ?? null,
    previousId: r['previous'] ?? null,
    locked: r['locked'] === true,
  }))
}

/** @throws Refusal 404 that lists the periods there are */
export async function getPeriod(tx: Tx, code: string): Promise<Period> {
  const periods = await listPeriods(tx)
  const found = periods.find((p) => p.code === code)
  if (found) return found
  const known = periods.map((p) => p.code).join('、') || '—'
  throw new Refusal('not-found', {
    zh: `没有统计期间“${code}”，现有：${known}`,
    en: `There is no period "${code}". There are: ${known}`,
  })
}

/** What '@start' and '@end' mean for an indicator in an edition. */
export function windowOf(period: Period, rule: PeriodRule): Window {
  switch (rule) {
    case 'school-year':
      return { period: period.code, start: period.schoolYearFrom, end: period.schoolYearTo }
    case 'calendar-year':
      return { period: period.code, start: period.calendarYearFrom, end: period.calendarYearTo }
    case 'at-date':
      return { period: period.code, start: period.asOf, end: period.asOf }
  }
}
