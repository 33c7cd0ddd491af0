import type { ReportAction, SectionAction, WireReport, WireReportSection } from '../../language/wire-reports.ts'
import { type Actor, may } from '../access/actor.ts'
import type { Engine } from '../engine.ts'
import { notAllowed, Refusal } from '../refusal.ts'
import type { ReportRow, SectionRow } from './report-rows.ts'

type SectionCan = WireReportSection['can'][number]
type ReportCan = WireReport['can'][number]

/** Who is responsible for reports as a whole: outline, assignment and every section's text. */
export const isEditor = (engine: Engine, actor: Actor): boolean => may(engine.catalogue, actor, 'reports.publish')

/** Whether somebody holds a permission at a unit (or above it). */
function mayAt(
  engine: Engine,
  actor: Actor,
  permission: 'reports.write' | 'reports.review',
  unitId: string | null,
): boolean {
  return actor.held.some(
    (h) =>
      engine.catalogue.roles.get(h.role)?.permissions.includes(permission) &&
      (h.isRoot || (unitId !== null && h.unitIds.includes(unitId))),
  )
}

export const mayWriteSection = (engine: Engine, actor: Actor, section: SectionRow): boolean =>
  isEditor(engine, actor) ||
  mayAt(engine, actor, 'reports.write', section.unitId) ||
  (actor.personId !== null && section.personId === actor.personId)

export const mayApproveSection = (engine: Engine, actor: Actor, section: SectionRow): boolean =>
  isEditor(engine, actor) || mayAt(engine, actor, 'reports.review', section.unitId)

/** Unpublished reports are open to whoever writes, reviews or answers for them. */
export const mayReadReports = (engine: Engine, actor: Actor): boolean =>
  (['reports.write', 'reports.review', 'reports.sign-off', 'reports.publish', 'figures.read-unapproved'] as const).some(
    (p) => may(engine.catalogue, actor, p),
  )

/** @throws Refusal 403 */
export function checkMayRead(engine: Engine, actor: Actor, sections: readonly SectionRow[] = []): void {
  const assigned = actor.personId !== null && sections.some((s) => s.personId === actor.personId)
  if (!assigned && !mayReadReports(engine, actor))
    throw notAllowed({ zh: '查看未发布的报告', en: 'see unpublished reports' })
}

/** @throws Refusal 403 */
export function checkEditor(engine: Engine, actor: Actor): void {
  if (!isEditor(engine, actor))
    throw notAllowed({ zh: '修改报告的提纲和分工', en: 'change the outline and the assignments of a report' })
}

/** @throws Refusal 409 once the report is under review, signed or published */
export function checkOpen(report: ReportRow): void {
  if (report.state !== 'draft')
    throw new Refusal('conflict', {
      zh: '报告已进入审核或已发布，内容不能再改；如需修改请先“重新打开”并说明原因',
      en: 'The report is under review or published and its text is closed: reopen it first, saying why',
    })
}

const NEXT_SECTION: Readonly<Record<SectionRow['state'], readonly SectionAction[]>> = {
  draft: ['submit'],
  submitted: ['approve', 'return'],
  approved: ['return'],
}

/** What the actor may do with a section now. */
export function sectionCan(engine: Engine, actor: Actor, report: ReportRow, section: SectionRow): SectionCan[] {
  const found: SectionCan[] = ['comment']
  if (report.state !== 'draft') return found
  const [writes, approves, edits] = [
    mayWriteSection(engine, actor, section),
    mayApproveSection(engine, actor, section),
    isEditor(engine, actor),
  ]
  // What was submitted waits for the reviewer; what is approved stays so until it is returned.
  if (section.state === 'draft' ? writes : section.state === 'submitted' && approves) found.push('edit')
  for (const action of NEXT_SECTION[section.state])
    if (action === 'submit' ? writes : approves || (action === 'return' && section.state === 'submitted' && writes))
      found.push(action)
  if (edits) found.push('assign', 'outline')
  return found
}

const NEXT_REPORT: Readonly<Record<ReportRow['state'], readonly ReportAction[]>> = {
  draft: ['review'],
  reviewed: ['sign-off', 'reopen'],
  signed: ['publish', 'reopen'],
  published: ['reopen'],
}

/** What the actor may do with the report as a whole now. */
export function reportCan(engine: Engine, actor: Actor, report: ReportRow): ReportCan[] {
  const editor = isEditor(engine, actor)
  const allowed: Readonly<Record<ReportAction, boolean>> = {
    review: editor || mayAt(engine, actor, 'reports.review', null),
    'sign-off': may(engine.catalogue, actor, 'reports.sign-off'),
    publish: editor,
    reopen: editor,
  }
  const found: ReportCan[] = NEXT_REPORT[report.state].filter((action) => allowed[action])
  if (editor && report.state === 'draft') found.push('outline', 'cover')
  return found
}
