import { type RawBuilder, sql } from 'kysely'
import { isUuid, type Tx } from '../../database/connection.ts'
import type { Cover, DocumentNode } from '../../language/document.ts'
import type { ReportTemplate } from '../../language/report.ts'
import type { ReportState, SectionState } from '../../language/wire-reports.ts'
import type { Engine } from '../engine.ts'
import { Refusal } from '../refusal.ts'

/** Subjects of history and comments. */
export const REPORT = '@report'
export const SECTION = '@section'

/** A college's report of one period, as the engine holds it. */
export interface ReportRow {
  readonly id: string
  readonly name: string
  readonly period: string
  /** What a made report is about: the code of a major; '' of others. */
  readonly subject: string
  readonly title: string
  readonly state: ReportState
  readonly version: number
  readonly publishOn: string | null
  readonly cover: Cover
  readonly previousId: string | null
  readonly updatedAt: string
}

export interface SectionRow {
  readonly id: string
  readonly reportId: string
  readonly key: string
  readonly title: string
  readonly numbered: boolean
  readonly level: number
  readonly position: number
  readonly unitId: string | null
  readonly personId: string | null
  readonly due: string | null
  readonly state: SectionState
  readonly content: DocumentNode
  readonly version: number
  readonly updatedAt: string
}

const REPORTS = sql`SELECT id, name, period, subject, title, state, version, publish_on AS "publishOn", cover, previous_id AS "previousId", updated_at AS "updatedAt" FROM reports`
const SECTIONS = sql`SELECT id, report_id AS "reportId", key, title, numbered, level, position, unit_id AS "unitId", person_id AS "personId", due, state, content, version, updated_at AS "updatedAt" FROM report_sections`

const unknownReport = () => new Refusal('not-found', { zh: '没有找到这份报告', en: 'This report was not found' })

/** The college's reports, newest period first. */
export const allReports = (tx: Tx): Promise<ReportRow[]> =>
  tx.run(sql`${REPORTS} WHERE college_id = ${tx.collegeId} ORDER BY period DESC, name, title`)

/** @throws Refusal 404 */
export async function getReport(tx: Tx, id: string): Promise<ReportRow> {
  const [row] = isUuid(id)
    ? await tx.run<ReportRow>(sql`${REPORTS} WHERE college_id = ${tx.collegeId} AND id = ${id}`)
    : []
  if (!row) throw unknownReport()
  return row
}

/** The report, held until the transaction ends: its text and state do not change meanwhile. @throws Refusal 404 */
export async function holdReport(tx: Tx, id: string): Promise<ReportRow> {
  const [row] = isUuid(id)
    ? await tx.run<ReportRow>(sql`${REPORTS} WHERE college_id = ${tx.collegeId} AND id = ${id} FOR UPDATE`)
    : []
  if (!row) throw unknownReport()
  return row
}

/** @param subject of a made report */
export async function findReport(tx: Tx, name: string, period: string, subject = ''): Promise<ReportRow | null> {
  const [row] = await tx.run<ReportRow>(
    sql`${REPORTS} WHERE college_id = ${tx.collegeId} AND name = ${name} AND period = ${period} AND subject = ${subject}`,
  )
  return row ?? null
}

/** The report that a public address means; see `publicPlace`. */
export async function findPublicReport(tx: Tx, name: string, place: string): Promise<ReportRow | null> {
  const [row] = await tx.run<ReportRow>(
    sql`${REPORTS} WHERE college_id = ${tx.collegeId} AND name = ${name} AND concat_ws('-', period, nullif(subject, '')) = ${place}`,
  )
  return row ?? null
}

/** The part of a public address that tells reports of one name apart: the period, and of made ones their subject. */
export const publicPlace = ({ period, subject }: Pick<ReportRow, 'period' | 'subject'>): string =>
  subject === '' ? period : `${period}-${subject}`

/** A report's sections in reading order. */
export const sectionsOf = (tx: Tx, reportId: string): Promise<SectionRow[]> =>
  tx.run(sql`${SECTIONS} WHERE college_id = ${tx.collegeId} AND report_id = ${reportId} ORDER BY position, id`)

/** @throws Refusal 404 */
export async function getSection(
  tx: Tx,
  reportId: string,
  id: string,
  also: RawBuilder<unknown> = sql``,
): Promise<SectionRow> {
  const [row] =
    isUuid(reportId) && isUuid(id)
      ? await tx.run<SectionRow>(
          sql`${SECTIONS} WHERE college_id = ${tx.collegeId} AND report_id = ${reportId} AND id = ${id} ${also}`,
        )
      : []
  if (!row)
    throw new Refusal('not-found', {
      zh: '没有找到这个章节，它可能已被删除',
      en: 'This section was not found: it may have been removed',
    })
  return row
}

/** @throws Refusal 404 that lists the templates there are */
export function getTemplate(engine: Engine, name: string): ReportTemplate {
  const found = engine.catalogue.reports.get(name)
  if (found) return found
  const known = [...engine.catalogue.reports.keys()].join(', ') || '—'
  throw new Refusal('not-found', {
    zh: `没有名为“${name}”的报告，现有：${known}`,
    en: `There is no report "${name}". There are: ${known}`,
  })
}
