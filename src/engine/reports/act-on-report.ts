import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import type { Cover } from '../../language/document.ts'
import type { ReportAction, WireBlocker } from '../../language/wire-reports.ts'
import type { Actor } from '../access/actor.ts'
import type { Engine } from '../engine.ts'
import { append } from '../history/append.ts'
import { notAllowed, Refusal } from '../refusal.ts'
import { findBlockers } from './find-blockers.ts'
import { checkEditor, checkOpen, reportCan } from './report-access.ts'
import { holdReport, REPORT, type ReportRow } from './report-rows.ts'
import { openReport } from './resolve-report.ts'

export type PlainAction = Exclude<ReportAction, 'publish'>

const NEXT: Readonly<Record<ReportAction, ReportRow['state']>> = {
  review: 'reviewed',
  'sign-off': 'signed',
  publish: 'published',
  reopen: 'draft',
}
const says: Readonly<Record<ReportAction, { zh: string; en: string }>> = {
  review: { zh: '审核这份报告（当前状态下）', en: 'review this report in its present state' },
  'sign-off': { zh: '签发这份报告（须先审核）', en: 'sign this report off: it has to be reviewed first' },
  publish: { zh: '发布这份报告（须先签发）', en: 'publish this report: it has to be signed off first' },
  reopen: { zh: '重新打开这份报告', en: 'reopen this report' },
}

/**
 * Takes a report on its way: under review its text is closed; what is signed off is what can be published; reopening
 * needs a reason and leaves earlier publications as they are. To publish see publish-report.ts.
 * @throws Refusal 403, 404, 409 with the blockers at sign-off, 422
 */
export async function actOnReport(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  id: string,
  request: { readonly action: PlainAction; readonly comment?: string },
): Promise<void> {
  const report = await holdReport(tx, id)
  checkReportAction(engine, actor, report, request.action)
  if (request.action === 'reopen' && !request.comment?.trim() && !actor.system) {
    const message = { zh: '请说明重新打开的原因', en: 'Say why it is reopened' }
    throw new Refusal('invalid', message, { problems: [{ field: 'comment', message }] })
  }
  if (request.action === 'sign-off')
    refuseBlocked(await findBlockers(engine, tx, actor, await openReport(engine, tx, id)), report)
  await moveReport(tx, actor, report, request.action, request.comment)
}

/** @throws Refusal 403 */
export function checkReportAction(engine: Engine, actor: Actor, report: ReportRow, action: ReportAction): void {
  if (!reportCan(engine, actor, report).includes(action)) throw notAllowed(says[action])
}

/** Writes the report's next state with its history. The caller holds the report. */
export async function moveReport(
  tx: Tx,
  actor: Actor,
  report: ReportRow,
  action: ReportAction,
  comment?: string,
  more: object = {},
): Promise<void> {
  const at = new Date().toISOString()
  await tx.run(
    sql`UPDATE reports SET state = ${NEXT[action]}, version = version + 1, updated_at = ${at} WHERE college_id = ${tx.collegeId} AND id = ${report.id}`,
  )
  await append(tx, actor, at, [
    {
      subject: REPORT,
      subjectId: report.id,
      action,
      before: { state: report.state },
      after: { state: NEXT[action], ...more },
      reason: comment?.trim() || null,
    },
  ])
}

/**
 * Says everything that stands in the way, in one answer. After review no section can be approved any more: who passed
 * the review over open sections is told the way back.
 * @throws Refusal 409
 */
export function refuseBlocked(blockers: readonly WireBlocker[], { state }: Pick<ReportRow, 'state'>): void {
  if (blockers.length === 0) return
  const sections = blockers.filter((b) => b.kind === 'section').length
  const isClosed = sections > 0 && state !== 'draft'
  throw new Refusal(
    'conflict',
    {
      zh:
        `还有 ${blockers.length} 个问题需要先解决，才能签发和发布` +
        (isClosed
          ? `；其中 ${sections} 个是章节未通过，而报告审核后章节不能再改：请先重新打开报告，提交并通过这些章节，再审核和签发`
          : ''),
      en:
        `${blockers.length} things have to be settled before it can be signed off and published` +
        (isClosed
          ? `; ${sections} of them are sections that are not approved, and since the review sections are closed: reopen the report, have them submitted and approved, then review it again`
          : ''),
    },
    { problems: blockers.map((b) => ({ ...(b.code ? { field: b.code } : {}), message: b.message })) },
  )
}

/** Changes what the cover says and when publication is planned. @throws Refusal 403, 404, 409 */
export async function changeCover(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  id: string,
  change: { readonly cover?: Cover; readonly publishOn?: string },
): Promise<void> {
  checkEditor(engine, actor)
  const report = await holdReport(tx, id)
  checkOpen(report)
  const at = new Date().toISOString()
  const after = { cover: change.cover ?? report.cover, publishOn: change.publishOn ?? report.publishOn }
  await tx.run(
    sql`UPDATE reports SET cover = ${JSON.stringify(after.cover)}, publish_on = ${after.publishOn}, version = version + 1, updated_at = ${at} WHERE college_id = ${tx.collegeId} AND id = ${id}`,
  )
  await append(tx, actor, at, [
    {
      subject: REPORT,
      subjectId: id,
      action: 'update',
      before: { cover: report.cover, publishOn: report.publishOn },
      after,
    },
  ])
}
