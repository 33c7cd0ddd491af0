import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Tx } from '../../database/connection.ts'
import type { Actor } from '../access/actor.ts'
import type { Engine } from '../engine.ts'
import { append } from '../history/append.ts'
import { Refusal } from '../refusal.ts'
import { unitTree } from '../units.ts'
import { outlineLevels } from './number-outline.ts'
import { checkEditor, checkOpen } from './report-access.ts'
import { holdReport, SECTION, type SectionRow, sectionsOf } from './report-rows.ts'
import { cleanTitle } from './sections.ts'

/** The outline is changed by one person at a time: the report's row is held. */
async function openOutline(engine: Engine, tx: Tx, actor: Actor, reportId: string): Promise<SectionRow[]> {
  checkEditor(engine, actor)
  const report = await holdReport(tx, reportId)
  checkOpen(report)
  return sectionsOf(tx, report.id)
}

/** A section with all below it: what moves and is counted together. */
function branchOf(sections: readonly SectionRow[], id: string): SectionRow[] {
  const at = sections.findIndex((s) => s.id === id)
  if (at < 0)
    throw new Refusal('not-found', {
      zh: '没有找到这个章节，它可能已被删除',
      en: 'This section was not found: it may have been removed',
    })
  const top = sections[at]!
  const end = sections.findIndex((s, i) => i > at && s.level <= top.level)
  return sections.slice(at, end < 0 ? sections.length : end)
}

/** Where a section goes: behind the whole branch of `after`; right behind it when it goes below it. */
function placeBehind(sections: readonly SectionRow[], after: string | null, level: number): number {
  if (after === null) return 0
  const branch = branchOf(sections, after)
  return sections.indexOf(branch[0]!) + (level > branch[0]!.level ? 1 : branch.length)
}

async function writeOrder(tx: Tx, sections: readonly { readonly id: string; readonly level: number }[]): Promise<void> {
  const levels = outlineLevels(sections.map((s) => s.level))
  await tx.run(sql`
    UPDATE report_sections SET position = o.position, level = o.level
    FROM unnest(${sections.map((s) => s.id)}::uuid[], ${sections.map((_, i) => i + 1)}::int[], ${levels}::int[]) AS o(id, position, level)
    WHERE report_sections.college_id = ${tx.collegeId} AND report_sections.id = o.id`)
}

/**
 * Adds an empty section behind another and all below that one; first when `after` is null.
 * @returns its id
 * @throws Refusal 403, 404, 409, 422
 */
export async function addSection(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  reportId: string,
  request: {
    readonly after: string | null
    readonly title: string
    readonly level: number
    readonly numbered?: boolean
  },
): Promise<string> {
  const sections = await openOutline(engine, tx, actor, reportId)
  const title = cleanTitle(request.title)
  const id = v7()
  const at = new Date().toISOString()
  const before = sections.find((s) => s.id === request.after)
  const place = placeBehind(sections, request.after, request.level)
  const unitId = before?.unitId ?? (await unitTree(engine.database, tx)).root.id
  const content = { type: 'doc', content: [] }
  await tx.run(sql`
    INSERT INTO report_sections (college_id, id, report_id, key, title, numbered, level, position, unit_id, due, state, content, updated_at, updated_by)
    VALUES (${tx.collegeId}, ${id}, ${reportId}, ${`added.${id}`}, ${title}, ${request.numbered ?? true}, ${request.level}, 0, ${unitId}, ${before?.due ?? null}, 'draft',
      ${JSON.stringify(content)}, ${at}, ${actor.accountId})`)
  await writeOrder(tx, [...sections.slice(0, place), { id, level: request.level }, ...sections.slice(place)])
  await append(tx, actor, at, [
    { subject: SECTION, subjectId: id, action: 'create', after: { version: 1, title, content } },
  ])
  return id
}

/** Moves a section with all below it behind another branch; to the beginning when `after` is null. @throws Refusal 403, 404, 409, 422 */
export async function moveSection(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  reportId: string,
  id: string,
  request: { readonly after: string | null; readonly level?: number },
): Promise<void> {
  const sections = await openOutline(engine, tx, actor, reportId)
  const branch = branchOf(sections, id)
  if (branch.some((s) => s.id === request.after))
    throw new Refusal('invalid', { zh: '章节不能移到自己下面', en: 'A section cannot go below itself' })
  const rest = sections.filter((s) => !branch.includes(s))
  const target = rest.find((s) => s.id === request.after)
  const level = request.level ?? target?.level ?? 1
  const place = placeBehind(rest, request.after, level)
  const moved = branch.map((s) => ({ id: s.id, level: s.level + level - branch[0]!.level }))
  await writeOrder(tx, [...rest.slice(0, place), ...moved, ...rest.slice(place)])
  await append(tx, actor, new Date().toISOString(), [
    { subject: SECTION, subjectId: id, action: 'move', after: { after: request.after, level } },
  ])
}

/** Takes a section out; history keeps its text. @throws Refusal 403, 404, 409 while there are sections below it */
export async function removeSection(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  reportId: string,
  id: string,
  reason: string | null,
): Promise<void> {
  const sections = await openOutline(engine, tx, actor, reportId)
  const branch = branchOf(sections, id)
  if (branch.length > 1)
    throw new Refusal('conflict', {
      zh: '这个章节下面还有章节，请先删除或移走它们',
      en: 'There are sections below this one: remove or move them first',
    })
  const [section] = branch as [SectionRow]
  await tx.run(sql`DELETE FROM report_sections WHERE college_id = ${tx.collegeId} AND id = ${id}`)
  await writeOrder(
    tx,
    sections.filter((s) => s.id !== id),
  )
  await append(tx, actor, new Date().toISOString(), [
    {
      subject: SECTION,
      subjectId: id,
      action: 'remove',
      before: { title: section.title, content: section.content, reportId },
      reason,
    },
  ])
}
