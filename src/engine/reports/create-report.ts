import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Tx } from '../../database/connection.ts'
import type { DocumentNode } from '../../language/document.ts'
import type { ReportTemplate, SectionTemplate } from '../../language/report.ts'
import type { Actor } from '../access/actor.ts'
import type { Engine } from '../engine.ts'
import { append } from '../history/append.ts'
import { getPeriod, listPeriods, type Period } from '../indicators/periods.ts'
import { Refusal } from '../refusal.ts'
import { type UnitTree, unitTree } from '../units.ts'
import { checkEditor } from './report-access.ts'
import {
  findReport,
  getReport,
  getTemplate,
  REPORT,
  type ReportRow,
  SECTION,
  type SectionRow,
  sectionsOf,
} from './report-rows.ts'
import { validateDocument } from './validate-document.ts'
import { mapFigures } from './walk-document.ts'

export interface NewReport {
  readonly name: string
  readonly period: string
  /** An earlier report whose outline, texts and assignments it starts from; the template when absent. */
  readonly from?: string
  /** The day of publication that due dates are reckoned from. */
  readonly publishOn?: string
  /** Who puts it before the public; what the template says when absent. */
  readonly cover?: ReportRow['cover']
}

type NewSection = Omit<SectionRow, 'id' | 'reportId' | 'state' | 'version' | 'updatedAt' | 'position'>

/** The annual report appears about five months after the end of its school year. */
const USUAL_DAYS = 150

/**
 * Starts the report of a period. Its figures are references: they show the new period by themselves.
 * @returns the report's id
 * @throws Refusal 403, 404, 409 when the period has one already, 422 when the template's text is not right
 */
export async function createReport(engine: Engine, tx: Tx, actor: Actor, request: NewReport): Promise<string> {
  checkEditor(engine, actor)
  const template = getTemplate(engine, request.name)
  if (template.made)
    throw new Refusal('invalid', {
      zh: `“${template.label.zh}”不从这里新建：${template.made.at.zh}`,
      en: `The "${template.label.en}" is not begun here: ${template.made.at.en}`,
    })
  const period = await getPeriod(tx, request.period)
  if (await findReport(tx, template.name, period.code))
    throw new Refusal('conflict', {
      zh: `${period.name}的“${template.label.zh}”已经存在，请直接打开它`,
      en: `The "${template.label.en}" of ${period.code} exists already: open it`,
    })
  const tree = await unitTree(engine.database, tx)
  const publishOn = request.publishOn ?? addDays(period.asOf, USUAL_DAYS)
  const previous = request.from === undefined ? null : await getReport(tx, request.from)
  if (previous && previous.name !== template.name)
    throw new Refusal('invalid', {
      zh: '只能从同一种报告的往年版本开始',
      en: 'A report can only start from an earlier one of the same name',
    })
  const sections = previous
    ? await fromPrevious(tx, template, tree, previous, period, publishOn)
    : template.sections.flatMap((s) => fromTemplate(s, 1, tree, publishOn))
  const [college] = await tx.run<{ name: string }>(sql`SELECT name FROM colleges WHERE id = ${tx.collegeId}`)
  const title = `${college?.name ?? ''}${template.label.zh}（${period.name}）`
  const cover = request.cover ?? previous?.cover ?? template.cover ?? {}
  const { name } = template
  const { code } = period
  const previousId = previous?.id ?? null
  return addReport(tx, actor, { name, period: code, subject: '', title, publishOn, cover, previousId }, sections)
}

/** Writes a new report with its sections and their history. @returns its id */
export async function addReport(
  tx: Tx,
  actor: Actor,
  report: Omit<ReportRow, 'id' | 'state' | 'version' | 'updatedAt'>,
  sections: readonly NewSection[],
): Promise<string> {
  const at = new Date().toISOString()
  const id = v7()
  const { name, period, subject, title, publishOn, cover, previousId } = report
  await tx.run(sql`
    INSERT INTO reports (college_id, id, name, period, subject, title, state, publish_on, cover, created_at, updated_at, previous_id)
    VALUES (${tx.collegeId}, ${id}, ${name}, ${period}, ${subject}, ${title}, 'draft', ${publishOn}, ${JSON.stringify(cover)}, ${at}, ${at}, ${previousId})`)
  const rows = sections.map((s) => ({ ...s, id: v7() }))
  const list = <V>(pick: (row: (typeof rows)[number], i: number) => V) => rows.map(pick)
  await tx.run(sql`
    INSERT INTO report_sections (college_id, id, report_id, key, title, numbered, level, position, unit_id, person_id, due, state, content, updated_at, updated_by)
    SELECT ${tx.collegeId}::uuid, s.id, ${id}::uuid, s.key, s.title, s.numbered, s.level, s.position, s.unit_id, s.person_id, s.due, 'draft', s.content, ${at}::timestamptz, ${actor.accountId}::uuid
    FROM unnest(${list((s) => s.id)}::uuid[], ${list((s) => s.key)}::text[], ${list((s) => s.title)}::text[], ${list((s) => s.numbered)}::boolean[],
      ${list((s) => s.level)}::int[], ${list((_, i) => i + 1)}::int[], ${list((s) => s.unitId)}::uuid[], ${list((s) => s.personId)}::uuid[],
      ${list((s) => s.due)}::date[], ${list((s) => JSON.stringify(s.content))}::jsonb[])
      AS s(id, key, title, numbered, level, position, unit_id, person_id, due, content)`)
  await append(tx, actor, at, [
    {
      subject: REPORT,
      subjectId: id,
      action: 'create',
      after: { name, period, title, from: previousId, ...(subject === '' ? {} : { subject }) },
    },
    ...rows.map((s) => ({
      subject: SECTION,
      subjectId: s.id,
      action: 'create',
      after: { version: 1, title: s.title, content: s.content },
    })),
  ])
  return id
}

/** The sections that a template's section begins with, in reading order. */
export function fromTemplate(section: SectionTemplate, level: number, tree: UnitTree, publishOn: string): NewSection[] {
  const own: NewSection = {
    key: section.key,
    title: section.title.zh,
    numbered: section.numbered ?? true,
    level,
    unitId: tree.ofOffice(section.owner).id,
    personId: null,
    due: dueOf(section, publishOn),
    content: validateDocument(section.content ?? { type: 'doc', content: [] }, section.title.zh),
  }
  return [own, ...(section.sections ?? []).flatMap((s) => fromTemplate(s, level + 1, tree, publishOn))]
}

async function fromPrevious(
  tx: Tx,
  template: ReportTemplate,
  tree: UnitTree,
  previous: ReportRow,
  period: Period,
  publishOn: string,
): Promise<NewSection[]> {
  const declared = new Map(template.sections.flatMap(allTemplates).map((s) => [s.key, s]))
  const move = periodMover(await listPeriods(tx), previous.period, period.code)
  return (await sectionsOf(tx, previous.id)).map((s) => {
    const known = declared.get(s.key)
    const unit = s.unitId === null ? undefined : tree.units.get(s.unitId)
    return {
      key: s.key,
      title: s.title,
      numbered: s.numbered,
      level: s.level,
      // A unit that has ended writes nothing more: the duty's present unit takes its place.
      unitId: unit && !unit.to ? unit.id : tree.ofOffice(known?.owner).id,
      personId: unit && !unit.to ? s.personId : null,
      due: known
        ? dueOf(known, publishOn)
        : s.due && previous.publishOn
          ? addDays(publishOn, daysBetween(previous.publishOn, s.due))
          : null,
      content: movePeriods(s.content, move),
    }
  })
}

const allTemplates = (section: SectionTemplate): SectionTemplate[] => [
  section,
  ...(section.sections ?? []).flatMap(allTemplates),
]

/** A figure that named last year's edition by its code names the same distance from the new one. */
function periodMover(periods: readonly Period[], from: string, to: string): (code: string) => string {
  const chain = (code: string) => {
    const found: string[] = []
    for (
      let at = periods.find((p) => p.code === code);
      at && !found.includes(at.code);
      at = periods.find((p) => p.id === at?.previousId)
    )
      found.push(at.code)
    return found
  }
  const [old, now] = [chain(from), chain(to)]
  return (code) => now[old.indexOf(code)] ?? code
}

function movePeriods(content: DocumentNode, move: (code: string) => string): DocumentNode {
  return mapFigures(content, (node) =>
    node.attrs.period ? { ...node, attrs: { ...node.attrs, period: move(node.attrs.period) } } : node,
  )
}

const dueOf = (section: SectionTemplate, publishOn: string) =>
  section.dueDaysBefore === undefined ? null : addDays(publishOn, -section.dueDaysBefore)

const DAY = 86_400_000
const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)
const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY)
