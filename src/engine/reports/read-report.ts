import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import type { Words } from '../../language/document.ts'
import type { WireReport, WireReportRow, WireReportSection, WireSectionContent } from '../../language/wire-reports.ts'
import type { Actor } from '../access/actor.ts'
import type { Engine } from '../engine.ts'
import { titlesOf } from '../records/present.ts'
import { unitTree } from '../units.ts'
import type { PlacedSection } from './collect-references.ts'
import { findBlockers, isOnlyHeading } from './find-blockers.ts'
import { groupFields } from './group-rows.ts'
import { numberOutline } from './number-outline.ts'
import { listPublications } from './publications.ts'
import { checkMayRead, mayReadReports, reportCan, sectionCan } from './report-access.ts'
import {
  allReports,
  getReport,
  getSection,
  getTemplate,
  publicPlace,
  type ReportRow,
  SECTION,
  sectionsOf,
} from './report-rows.ts'
import { openReport } from './resolve-report.ts'

/** Reports the actor may open; others see those that are published. */
export async function listReports(engine: Engine, tx: Tx, actor: Actor): Promise<WireReportRow[]> {
  const rows = await allReports(tx)
  const published = new Map(
    (
      await tx.run<{ report_id: string; at: string }>(
        sql`SELECT report_id, max(published_at) AS at FROM publications WHERE college_id = ${tx.collegeId} GROUP BY report_id`,
      )
    ).map((p) => [p.report_id, p.at]),
  )
  const assigned = new Set(
    actor.personId === null
      ? []
      : (
          await tx.run<{ report_id: string }>(
            sql`SELECT DISTINCT report_id FROM report_sections WHERE college_id = ${tx.collegeId} AND person_id = ${actor.personId}`,
          )
        ).map((s) => s.report_id),
  )
  const found: WireReportRow[] = []
  for (const row of rows)
    if (mayReadReports(engine, actor) || assigned.has(row.id) || published.has(row.id))
      found.push(await wireRow(engine, tx, row, published.get(row.id) ?? null, await placedSections(tx, row.id)))
  return found
}

const named = (blocks: Readonly<Record<string, { readonly caption: Words }>> = {}) =>
  Object.entries(blocks).map(([name, { caption }]) => ({
    name,
    label: { zh: caption.zh, en: caption.en ?? caption.zh },
  }))

async function placedSections(tx: Tx, reportId: string): Promise<PlacedSection[]> {
  const rows = await sectionsOf(tx, reportId)
  const numbers = numberOutline(rows)
  return rows.map((s, i) => ({ ...s, number: numbers[i]! }))
}

async function wireRow(
  engine: Engine,
  tx: Tx,
  row: ReportRow,
  publishedAt: string | null,
  sections: readonly PlacedSection[],
): Promise<WireReportRow> {
  const written = sections.filter((_, i) => !isOnlyHeading(sections, i))
  const [college] = await tx.run<{ code: string }>(sql`SELECT code FROM colleges WHERE id = ${tx.collegeId}`)
  return {
    id: row.id,
    name: row.name,
    label: engine.catalogue.reports.get(row.name)?.label ?? { zh: row.name, en: row.name },
    period: row.period,
    subject: row.subject,
    title: row.title,
    state: row.state,
    publishOn: row.publishOn,
    publishedAt,
    progress: {
      sections: written.length,
      submitted: written.filter((s) => s.state === 'submitted').length,
      approved: written.filter((s) => s.state === 'approved').length,
    },
    publicPath:
      publishedAt === null
        ? null
        : `/public/${encodeURIComponent(college?.code ?? '')}/${row.name}/${encodeURIComponent(publicPlace(row))}/`,
  }
}

/** A report with its outline, what stands in the way of publication, and what the actor can do. @throws Refusal 403, 404 */
export async function readReport(engine: Engine, tx: Tx, actor: Actor, id: string): Promise<WireReport> {
  const opened = await openReport(engine, tx, id)
  const { row, sections, template } = opened
  const { supply } = opened.around
  checkMayRead(engine, actor, sections)
  const publications = await listPublications(tx, row.id)
  return {
    ...(await wireRow(engine, tx, row, publications[0]?.at ?? null, sections)),
    version: row.version,
    previousId: row.previousId,
    cover: row.cover,
    sections: await wireSections(engine, tx, actor, row, sections),
    blockers: await findBlockers(engine, tx, actor, opened),
    publications,
    names: {
      tables: [...engine.catalogue.tables.values()].map(({ name, label }) => ({ name, label })),
      recordTables: [
        ...template.recordTables.map(({ name, caption, register, columns }) => ({
          name,
          label: caption,
          groups: groupFields(engine.catalogue.registers.get(register), columns),
        })),
        ...named(supply?.tables).map((one) => ({ ...one, groups: [] })),
      ],
      charts: [...template.charts.map(({ name, caption }) => ({ name, label: caption })), ...named(supply?.charts)],
    },
    supply: supply === undefined ? null : { madeAt: supply.madeAt, outdatedAt: supply.outdatedAt },
    can: reportCan(engine, actor, row),
  }
}

async function wireSections(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  report: ReportRow,
  sections: readonly PlacedSection[],
): Promise<WireReportSection[]> {
  const tree = await unitTree(engine.database, tx)
  const people = await titlesOf(
    engine,
    tx,
    'people',
    sections.flatMap((s) => s.personId ?? []),
  )
  const open = new Map(
    (
      await tx.run<{ subject_id: string; n: number }>(
        sql`SELECT subject_id, count(*) AS n FROM comments WHERE college_id = ${tx.collegeId} AND subject = ${SECTION} AND resolved_at IS NULL
            AND subject_id = ANY(${sections.map((s) => s.id)}::text[]) GROUP BY subject_id`,
      )
    ).map((c) => [c.subject_id, c.n]),
  )
  return sections.map((s) => ({
    id: s.id,
    key: s.key,
    number: s.number,
    title: s.title,
    level: s.level,
    unitId: s.unitId,
    unitName: (s.unitId && tree.units.get(s.unitId)?.name) || '',
    personId: s.personId,
    personName: (s.personId && people.get(s.personId)) || '',
    due: s.due,
    state: s.state,
    version: s.version,
    updatedAt: s.updatedAt,
    comments: open.get(s.id) ?? 0,
    can: sectionCan(engine, actor, report, s),
  }))
}

/** One section with its text. @throws Refusal 403, 404 */
export async function readSection(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  reportId: string,
  id: string,
): Promise<WireSectionContent> {
  const report = await getReport(tx, reportId)
  getTemplate(engine, report.name)
  const section = await getSection(tx, report.id, id)
  checkMayRead(engine, actor, [section])
  const sections = await placedSections(tx, report.id)
  const [wire] = await wireSections(
    engine,
    tx,
    actor,
    report,
    sections.filter((s) => s.id === id),
  )
  return { ...wire!, content: section.content }
}
