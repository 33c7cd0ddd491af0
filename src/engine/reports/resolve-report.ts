import { readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import {
  type BlockNode,
  figureKey,
  recordTableKey,
  type ResolvedChart,
  type ResolvedFigure,
  type ResolvedReport,
  type ResolvedTable,
  type Section,
  type Words,
} from '../../language/document.ts'
import type { ChartTemplate, ReportTemplate } from '../../language/report.ts'
import type { WireFigure } from '../../language/wire.ts'
import type { Actor } from '../access/actor.ts'
import type { Engine } from '../engine.ts'
import { pathOf } from '../files/store.ts'
import { getPeriod, listPeriods } from '../indicators/periods.ts'
import { unitTree } from '../units.ts'
import {
  collectReferences,
  editionsUpTo,
  periodOf,
  type PlacedSection,
  type References,
  type Surroundings,
} from './collect-references.ts'
import { numberOutline, outlineLevels } from './number-outline.ts'
import { readPicture } from './read-picture.ts'
import { ReportError } from './report-error.ts'
import { getReport, getTemplate, type ReportRow, sectionsOf } from './report-rows.ts'
import { lookUpFigures, resolveFigures } from './resolve-figures.ts'
import { hasCases, resolveCases, withCases } from './resolve-cases.ts'
import { resolveIndicatorTable } from './resolve-indicator-table.ts'
import { resolveRecordTable, resolveRegisterChart } from './resolve-records.ts'
import { type KeptSupply, latestSupply } from './supplies.ts'
import { type AnyNode, mapNodes } from './walk-document.ts'

/** A report with its outline and all that it names, before anything is printed. */
export interface OpenedReport {
  readonly row: ReportRow
  readonly template: ReportTemplate
  readonly sections: readonly PlacedSection[]
  readonly references: References
  readonly around: Surroundings & { readonly supply?: KeptSupply }
}

/** Reads a report and collects what it refers to. @throws Refusal 404 */
export async function openReport(engine: Engine, tx: Tx, reportId: string): Promise<OpenedReport> {
  const row = await getReport(tx, reportId)
  const template = getTemplate(engine, row.name)
  const rows = await sectionsOf(tx, row.id)
  const numbers = numberOutline(rows)
  const sections = rows.map((s, i) => ({ ...s, number: numbers[i]! }))
  const tree = await unitTree(engine.database, tx)
  const supply = await latestSupply(tx, template, row.id)
  const around: OpenedReport['around'] = {
    catalogue: engine.catalogue,
    template,
    period: await getPeriod(tx, row.period),
    periods: await listPeriods(tx),
    unitCodes: new Set([...tree.units.values()].map((u) => u.code)),
    ...(supply ? { supply } : {}),
  }
  return { row, template, sections, references: collectReferences(around, sections), around }
}

export interface ResolveOptions {
  /** Figures are printed as published: what they become by the publication that is being prepared. */
  readonly asPublished?: boolean
  /** Marks title and cover as a draft. */
  readonly asDraft?: boolean
  /** The day printed on the cover, YYYY-MM-DD; the planned one when absent. */
  readonly day?: string
}

export interface Resolution {
  readonly resolved: ResolvedReport
  readonly figures: ReadonlyMap<string, WireFigure>
  /** What could not be put in: each is replaced by words that say so. */
  readonly failures: readonly string[]
}

/**
 * The report with everything it refers to, as the actor may see it: figures of its period, tables and charts from
 * records within the actor's reach. All names are collected first, so that there are few statements.
 */
export async function resolveReport(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  reportId: string,
  options: ResolveOptions = {},
): Promise<Resolution> {
  return resolveOpened(engine, tx, actor, await openReport(engine, tx, reportId), options)
}

export async function resolveOpened(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  opened: OpenedReport,
  options: ResolveOptions = {},
): Promise<Resolution> {
  const { row, template, sections, references, around } = opened
  const failures = new Map<string, string>()
  const wire = await lookUpFigures(engine, tx, actor, references.figures)
  const { supply } = around
  const figures = {
    ...resolveFigures(engine, references.figures, wire, options.asPublished ?? false),
    ...suppliedFigures(opened, options.asPublished ?? false),
  }
  const tables: Record<string, ResolvedTable> = { ...supply?.tables }
  for (const name of references.tables)
    tables[name] = resolveIndicatorTable(engine, engine.catalogue.tables.get(name)!, around.period)
  await each(
    [...references.recordTables].flatMap(([name, asked]) =>
      template.recordTables
        .filter((t) => t.name === asked.name)
        .map((t) => ({ name, template: t, asked: asked.group ?? undefined })),
    ),
    failures,
    async (t) => {
      tables[t.name] = await resolveRecordTable(engine, tx, actor, t.template, around.period, t.asked)
    },
  )
  const cases = new Map<string, readonly BlockNode[]>()
  const names = new Set([...references.recordTables.values()].map(({ name }) => name))
  await each(
    template.recordTables.filter(hasCases).filter(({ name }) => names.has(name)),
    failures,
    async (t) => {
      cases.set(t.name, await resolveCases(engine, tx, actor, t, around.period))
    },
  )
  const charts: Record<string, ResolvedChart> = { ...supply?.charts }
  await each(
    template.charts.filter((c) => references.charts.has(c.name)),
    failures,
    async (c) => {
      const chart = await resolveChart(engine, tx, actor, c, around, figures)
      if (chart.categories.length === 0) failures.set(c.name, `图“${c.caption.zh}”：本期暂无数据`)
      else charts[c.name] = chart
    },
  )
  const images = await readImages(engine, tx, [...references.images.keys()], failures)

  const printable = (node: AnyNode): AnyNode => {
    switch (node.type) {
      case 'figure': {
        const period = periodOf(node.attrs, around)
        const attrs = { ...node.attrs, period }
        return period !== null && figureKey(attrs, row.period) in figures
          ? { ...node, attrs }
          : { type: 'text', text: `〔${node.attrs.code}？〕` }
      }
      case 'figureTable':
        return node.attrs.table in tables ? node : instead(node.attrs.table, failures)
      case 'recordTable':
      case 'dataTable':
        return recordTableKey(node.attrs) in tables ? node : instead(recordTableKey(node.attrs), failures)
      case 'chart':
        return node.attrs.name in charts ? node : instead(node.attrs.name, failures)
      case 'image':
        return node.attrs.file in images ? node : instead(node.attrs.file, failures)
      default:
        return node
    }
  }
  const [college] = await tx.run<{ name: string; english_name: string | null }>(
    sql`SELECT name, english_name FROM colleges WHERE id = ${tx.collegeId}`,
  )
  const name: Words = { zh: college?.name ?? '', ...(college?.english_name ? { en: college.english_name } : {}) }
  const english = englishTitles(template)
  const title = titleOf(row, name, template, options.asDraft ?? false)
  const date = options.day ?? row.publishOn
  const resolved: ResolvedReport = {
    report: {
      title,
      ...(options.asDraft ? { subtitle: { zh: '草稿，未经批准发布', en: 'Draft, not approved for publication' } } : {}),
      college: name,
      period: row.period,
      cover: { ...row.cover, ...(row.cover.date || !date ? {} : { date: monthWords(date) }) },
      sections: nest(
        sections.map((s) => ({
          level: s.level,
          section: {
            // An element's id may not begin with a digit in every reader; '.' is no trouble in an address.
            id: `s-${s.key.replaceAll(/[^\p{L}\p{N}.-]/gu, '-')}`,
            title: { zh: s.title, ...(english.get(s.key)?.zh === s.title ? { en: english.get(s.key)!.en } : {}) },
            ...(s.numbered ? {} : { numbered: false }),
            text: mapNodes(withCases(s.content, cases), printable),
          },
        })),
      ),
      annexTables: template.annex.filter((t) => t in tables),
    },
    figures,
    tables,
    charts,
    images,
  }
  return { resolved, figures: wire, failures: [...failures.values()] }
}

/** Figures a module made are nobody's to approve one by one: they are approved with all sections of their report. */
function suppliedFigures(
  { row, sections, around }: OpenedReport,
  asPublished: boolean,
): Record<string, ResolvedFigure> {
  const isSettled = row.state !== 'draft' || sections.every(({ state }) => state === 'approved')
  const status = asPublished ? 'published' : isSettled ? 'approved' : 'computed'
  return Object.fromEntries(
    Object.entries(around.supply?.figures ?? {}).map(([code, figure]) => [
      figureKey({ code }, row.period),
      { ...figure, code, period: row.period, status: figure.value === null ? 'missing' : status },
    ]),
  )
}

/** What cannot be put in is remembered by name, and does not keep the rest from being shown. */
async function each<T extends { readonly name: string }>(
  items: readonly T[],
  failures: Map<string, string>,
  work: (item: T) => Promise<void>,
): Promise<void> {
  for (const item of items)
    try {
      await work(item)
    } catch (error) {
      if (!(error instanceof ReportError)) throw error
      failures.set(item.name, error.message)
    }
}

const instead = (name: string, failures: ReadonlyMap<string, string>): BlockNode => ({
  type: 'paragraph',
  content: [{ type: 'text', text: `〔${failures.get(name) ?? `“${name}”无法生成`}〕` }],
})

async function resolveChart(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  chart: ChartTemplate,
  { period, periods }: Surroundings,
  figures: Readonly<Record<string, ResolvedFigure>>,
): Promise<ResolvedChart> {
  const { data } = chart
  if ('register' in data) return resolveRegisterChart(engine, tx, actor, chart, data, period)
  const shown = (
    'trend' in data
      ? editionsUpTo(period, periods, data.periods).map((p) => ({ code: data.trend, period: p.code }))
      : data.indicators.map((code) => ({ code, period: period.code }))
  )
    .map((reference) => figures[figureKey(reference, period.code)])
    .filter((f) => f !== undefined)
  const units = new Set(shown.map((f) => f.unit?.zh))
  return {
    caption: chart.caption,
    kind: chart.kind === 'bar' && shown.length > 8 ? 'horizontal-bar' : chart.kind,
    categories: shown.map((f) => ('trend' in data ? { zh: f.period, en: f.period } : f.label)),
    series: [
      {
        label: 'trend' in data ? (shown[0]?.label ?? chart.caption) : { zh: period.name, en: period.code },
        values: shown.map((f) => f.value),
      },
    ],
    unit: units.size === 1 ? (shown[0]?.unit ?? null) : null,
  }
}

async function readImages(
  engine: Engine,
  tx: Tx,
  hashes: readonly string[],
  failures: Map<string, string>,
): Promise<Record<string, Uint8Array>> {
  if (hashes.length === 0) return {}
  const kept = await tx.run<{ sha256: string }>(
    sql`SELECT sha256 FROM files WHERE college_id = ${tx.collegeId} AND sha256 = ANY(${[...hashes]}::text[])`,
  )
  const found: Record<string, Uint8Array> = {}
  for (const { sha256 } of kept)
    try {
      const bytes = new Uint8Array(await readFile(pathOf(engine.filesDir, sha256)))
      readPicture(sha256, bytes)
      found[sha256] = bytes
    } catch (error) {
      failures.set(
        sha256,
        error instanceof ReportError ? error.message : `图片文件 ${sha256.slice(0, 12)}… 读不到，请重新上传`,
      )
    }
  for (const hash of hashes)
    if (!(hash in found) && !failures.has(hash)) failures.set(hash, `图片 ${hash.slice(0, 12)}… 没有上传，请重新上传`)
  return found
}

/** The college stands above the title on the cover: it is not printed twice. */
function titleOf(row: ReportRow, college: Words, template: ReportTemplate, asDraft: boolean): Words {
  const zh =
    row.title.startsWith(college.zh) && row.title.length > college.zh.length
      ? row.title.slice(college.zh.length)
      : row.title
  const en = `${[template.label.en, row.subject].filter(Boolean).join(' ')} (${row.period})`
  return asDraft ? { zh: `【草稿】${zh}`, en: `[Draft] ${en}` } : { zh, en }
}

function englishTitles(template: ReportTemplate): Map<string, { zh: string; en: string }> {
  const found = new Map<string, { zh: string; en: string }>()
  const visit = (sections: ReportTemplate['sections']) => {
    for (const s of sections) {
      found.set(s.key, s.title)
      visit(s.sections ?? [])
    }
  }
  visit(template.sections)
  return found
}

function monthWords(day: string): Words {
  const [year, month] = [day.slice(0, 4), Number(day.slice(5, 7))]
  return {
    zh: `${year} 年 ${month} 月`,
    en: `${new Date(`${day}T00:00:00Z`).toLocaleString('en', { month: 'long', timeZone: 'UTC' })} ${year}`,
  }
}

/** Sections in a row become a tree by their levels. */
function nest(flat: readonly { readonly level: number; readonly section: Section }[]): Section[] {
  const levels = outlineLevels(flat.map((f) => f.level))
  const build = (from: number, to: number, level: number): Section[] => {
    const found: Section[] = []
    for (let i = from; i < to;) {
      let end = i + 1
      while (end < to && levels[end]! > level) end++
      const children = build(i + 1, end, level + 1)
      found.push(children.length > 0 ? { ...flat[i]!.section, children } : flat[i]!.section)
      i = end
    }
    return found
  }
  return build(0, flat.length, 1)
}
