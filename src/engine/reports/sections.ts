import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import type { DocumentNode } from '../../language/document.ts'
import type { SectionAction } from '../../language/wire-reports.ts'
import type { Actor } from '../access/actor.ts'
import type { Engine } from '../engine.ts'
import { checkAttachable } from '../files/may-open.ts'
import { append } from '../history/append.ts'
import { changesSince } from '../history/read.ts'
import { notAllowed, Refusal } from '../refusal.ts'
import { unitTree } from '../units.ts'
import { cleanText } from './clean-text.ts'
import { checkEditor, checkOpen, sectionCan } from './report-access.ts'
import { getReport, getSection, SECTION, type SectionRow } from './report-rows.ts'
import { tellWriter } from './tell-writer.ts'
import { validateDocument } from './validate-document.ts'

interface SectionAddress {
  readonly reportId: string
  readonly id: string
}

/**
 * Saves a section's text (and title). Every save stays as a version.
 * @param edit `version` is the one the actor started from
 * @throws Refusal 403, 404, 409 (stale, closed), 422 naming section and node
 */
export async function saveSection(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  address: SectionAddress,
  edit: { readonly content?: unknown; readonly title?: string; readonly version: number },
): Promise<void> {
  const report = await getReport(tx, address.reportId)
  const before = await getSection(tx, report.id, address.id, sql`FOR UPDATE`)
  checkOpen(report)
  const can = sectionCan(engine, actor, report, before)
  await checkVersion(tx, before, edit.version)
  if (!can.includes('edit')) throw notAllowed({ zh: `编辑章节“${before.title}”`, en: `edit section "${before.title}"` })
  const title = edit.title === undefined ? before.title : cleanTitle(edit.title)
  if (title !== before.title && !can.includes('outline'))
    throw notAllowed({ zh: '修改章节标题', en: 'rename a section' })
  const content = edit.content === undefined ? before.content : validateDocument(edit.content, title)
  const known = new Set(picturesOf(before.content))
  const added = picturesOf(content).filter((sha256) => !known.has(sha256))
  await checkAttachable(engine, tx, actor, added, 'content')
  const at = new Date().toISOString()
  await tx.run(sql`
    UPDATE report_sections SET title = ${title}, content = ${JSON.stringify(content)}, version = version + 1, updated_at = ${at}, updated_by = ${actor.accountId}
    WHERE college_id = ${tx.collegeId} AND id = ${before.id}`)
  await append(tx, actor, at, [
    { subject: SECTION, subjectId: before.id, action: 'save', after: { version: before.version + 1, title, content } },
  ])
}

/** Hashes of the pictures in a text. */
const picturesOf = (content: DocumentNode): string[] =>
  [...JSON.stringify(content).matchAll(/"file":"([0-9a-f]{64})"/g)].map(([, sha256]) => sha256!)

const NEXT: Readonly<Record<SectionAction, SectionRow['state']>> = {
  submit: 'submitted',
  approve: 'approved',
  return: 'draft',
}
const says: Readonly<Record<SectionAction, { zh: string; en: string }>> = {
  submit: { zh: '提交这一章节', en: 'submit this section' },
  approve: { zh: '批准这一章节', en: 'approve this section' },
  return: { zh: '退回这一章节', en: 'return this section' },
}

/** Hands a section on: submitted by its writer, approved or returned by its reviewer. @throws Refusal 403, 404, 409, 422 */
export async function actOnSection(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  address: SectionAddress,
  request: { readonly action: SectionAction; readonly version: number; readonly comment?: string },
): Promise<void> {
  const report = await getReport(tx, address.reportId)
  const before = await getSection(tx, report.id, address.id, sql`FOR UPDATE`)
  checkOpen(report)
  await checkVersion(tx, before, request.version)
  if (!sectionCan(engine, actor, report, before).includes(request.action)) throw notAllowed(says[request.action])
  const reason = request.comment?.trim() || null
  if (request.action === 'return' && !reason) {
    const message = { zh: '请说明退回的原因', en: 'Say why it is returned' }
    throw new Refusal('invalid', message, { problems: [{ field: 'comment', message }] })
  }
  const at = new Date().toISOString()
  const state = NEXT[request.action]
  await tx.run(sql`
    UPDATE report_sections SET state = ${state}, version = version + 1, updated_at = ${at}, updated_by = ${actor.accountId}
    WHERE college_id = ${tx.collegeId} AND id = ${before.id}`)
  await append(tx, actor, at, [
    {
      subject: SECTION,
      subjectId: before.id,
      action: request.action,
      before: { state: before.state },
      after: { state, version: before.version + 1, title: before.title, content: before.content },
      reason,
    },
  ])
  if (request.action === 'return')
    await tellWriter(tx, actor, before, 'section-returned', {
      zh: `章节“${before.title}”被退回：${reason}`,
      en: `Section "${before.title}" was returned: ${reason}`,
    })
}

/** Says who writes a section, and until when. @throws Refusal 403, 404, 409, 422 */
export async function assignSection(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  address: SectionAddress,
  assignment: { readonly unitId?: string | null; readonly personId?: string | null; readonly due?: string | null },
): Promise<void> {
  checkEditor(engine, actor)
  const report = await getReport(tx, address.reportId)
  const before = await getSection(tx, report.id, address.id, sql`FOR UPDATE`)
  checkOpen(report)
  const { unitId = before.unitId, personId = before.personId, due = before.due } = assignment
  const tree = await unitTree(engine.database, tx)
  if (unitId !== null && !tree.units.has(unitId))
    throw unknownChoice('unitId', '没有这个单位，请重新选择', 'There is no such unit: choose again')
  if (personId !== null) {
    const [person] = await tx.run(
      sql`SELECT 1 FROM records.people WHERE college_id = ${tx.collegeId} AND id = ${personId} AND deleted_at IS NULL`,
    )
    if (!person) throw unknownChoice('personId', '没有这个人，请重新选择', 'There is no such person: choose again')
  }
  const at = new Date().toISOString()
  await tx.run(
    sql`UPDATE report_sections SET unit_id = ${unitId}, person_id = ${personId}, due = ${due}, updated_at = ${at} WHERE college_id = ${tx.collegeId} AND id = ${before.id}`,
  )
  await append(tx, actor, at, [
    {
      subject: SECTION,
      subjectId: before.id,
      action: 'assign',
      before: { unitId: before.unitId, personId: before.personId, due: before.due },
      after: { unitId, personId, due },
    },
  ])
  if (personId !== before.personId || due !== before.due)
    await tellWriter(tx, actor, { ...before, personId }, 'section-assigned', {
      zh: `请撰写章节“${before.title}”${due ? `，截止 ${due}` : ''}`,
      en: `Please write section "${before.title}"${due ? ` by ${due}` : ''}`,
    })
}

/** @throws Refusal 422 */
export function cleanTitle(title: string): string {
  const clean = cleanText(title).trim()
  if (clean === '' || clean.length > 200)
    throw unknownChoice('title', '请填写标题（200 字以内）', 'Give a title of at most 200 characters')
  return clean
}

async function checkVersion(tx: Tx, section: SectionRow, seen: number): Promise<void> {
  if (section.version === seen) return
  const changes = await changesSince(tx, SECTION, section.id, section.version - seen)
  const who = changes[0]?.actorName ?? ''
  throw new Refusal(
    'stale',
    {
      zh: `在您编辑期间，${who}已修改了章节“${section.title}”。您的内容没有丢失，请对照后再保存`,
      en: `${who} changed section "${section.title}" meanwhile. Nothing of yours is lost: compare, then save again`,
    },
    { changes },
  )
}

const unknownChoice = (field: string, zh: string, en: string) =>
  new Refusal('invalid', { zh, en }, { problems: [{ field, message: { zh, en } }] })
