import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Tx } from '../../database/connection.ts'
import type { DocumentNode, ReportSupply } from '../../language/document.ts'
import type { Actor } from '../access/actor.ts'
import type { Engine } from '../engine.ts'
import { append } from '../history/append.ts'
import { today } from '../access/today.ts'
import { getPeriod } from '../indicators/periods.ts'
import { Refusal } from '../refusal.ts'
import { unitTree } from '../units.ts'
import { addReport, fromTemplate } from './create-report.ts'
import { canonicalJson } from './hash-report.ts'
import { findReport, getTemplate, REPORT, type ReportRow, SECTION, sectionsOf } from './report-rows.ts'
import { validateDocument } from './validate-document.ts'

/** What a module has to say in a report of its own. */
export interface MadeReport {
  readonly name: string
  readonly period: string
  readonly subject: string
  readonly title: string
  /** The unit that answers for its sections; the office of each section when absent. */
  readonly unitId?: string | undefined
  readonly supply: ReportSupply
  /** By the code of a figure: what it was counted from, for the module's own page. */
  readonly behind: Readonly<Record<string, object>>
  /** What the module needs to make it anew. */
  readonly asked: object
  /** By the key of a section. */
  readonly texts: Readonly<Record<string, DocumentNode>>
}

/**
 * Makes the report of a subject and period, or makes it anew: figures, tables and charts are replaced at once; a text is
 * replaced where nobody has written in it, and must then be approved again. The caller has checked who asks.
 * @returns the report's id @throws Refusal 404, 409 when it is under review or published, 422
 */
export async function makeReport(engine: Engine, tx: Tx, actor: Actor, made: MadeReport): Promise<string> {
  const template = getTemplate(engine, made.name)
  const period = await getPeriod(tx, made.period)
  const known = await findReport(tx, template.name, period.code, made.subject)
  if (known) checkMayBeMade(known)
  const texts = Object.fromEntries(
    Object.entries(made.texts).map(([key, text]) => [key, validateDocument(text, key)] as const),
  )
  const reportId = known?.id ?? (await begin())
  if (known) await rewrite(tx, actor, known, texts, made.title)
  await tx.run(sql`
    INSERT INTO report_supplies (college_id, id, report_id, content, behind, asked, texts, made_at, made_by)
    VALUES (${tx.collegeId}, ${v7()}, ${reportId}, ${JSON.stringify(made.supply)}, ${JSON.stringify(made.behind)}, ${JSON.stringify(made.asked)},
      ${JSON.stringify(texts)}, ${new Date().toISOString()}, ${actor.name})`)
  return reportId

  async function begin(): Promise<string> {
    const tree = await unitTree(engine.database, tx)
    const publishOn = today()
    const sections = template.sections
      .flatMap((s) => fromTemplate(s, 1, tree, publishOn))
      .map((s) => ({ ...s, unitId: made.unitId ?? s.unitId, due: null, content: texts[s.key] ?? s.content }))
    return addReport(
      tx,
      actor,
      {
        name: template.name,
        period: period.code,
        subject: made.subject,
        title: made.title,
        publishOn,
        cover: template.cover ?? {},
        previousId: null,
      },
      sections,
    )
  }
}

/** @throws Refusal 409 */
export function checkMayBeMade({ state, title }: Pick<ReportRow, 'state' | 'title'>): void {
  if (state !== 'draft')
    throw new Refusal('conflict', {
      zh: `“${title}”已进入审核或已发布，不能重新生成：请先在报告页面“重新打开”并说明原因`,
      en: `"${title}" is under review or published and cannot be made anew: reopen it on its page first, saying why`,
    })
}

async function rewrite(
  tx: Tx,
  actor: Actor,
  report: ReportRow,
  texts: Readonly<Record<string, DocumentNode>>,
  title: string,
): Promise<void> {
  const at = new Date().toISOString()
  const [before] = await tx.run<{ texts: Record<string, DocumentNode> }>(sql`
    SELECT texts FROM report_supplies WHERE college_id = ${tx.collegeId} AND report_id = ${report.id} ORDER BY id DESC LIMIT 1`)
  const changed = (await sectionsOf(tx, report.id)).flatMap((section) => {
    const [old, now] = [before?.texts[section.key], texts[section.key]]
    if (old === undefined || now === undefined) return []
    const isUntouched = canonicalJson(section.content) === canonicalJson(old)
    return isUntouched && canonicalJson(old) !== canonicalJson(now) ? [{ section, now }] : []
  })
  for (const { section, now } of changed)
    await tx.run(sql`
      UPDATE report_sections SET content = ${JSON.stringify(now)}, state = 'draft', version = version + 1, updated_at = ${at}, updated_by = ${actor.accountId}
      WHERE college_id = ${tx.collegeId} AND id = ${section.id}`)
  await tx.run(
    sql`UPDATE reports SET title = ${title}, version = version + 1, updated_at = ${at} WHERE college_id = ${tx.collegeId} AND id = ${report.id}`,
  )
  await append(tx, actor, at, [
    { subject: REPORT, subjectId: report.id, action: 'make', after: { title, sections: changed.length } },
    ...changed.map(({ section, now }) => ({
      subject: SECTION,
      subjectId: section.id,
      action: 'make',
      after: { version: section.version + 1, title: section.title, content: now },
    })),
  ])
}
