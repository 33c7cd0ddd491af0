import type { Catalogue } from '../../language/catalogue.ts'
import {
  type FigurePartName,
  figureKey,
  type FigureReference,
  recordTableKey,
  type RecordTableNode,
  type ReportSupply,
} from '../../language/document.ts'
import type { Label } from '../../language/label.ts'
import type { ChartTemplate, ReportTemplate } from '../../language/report.ts'
import type { Period } from '../indicators/periods.ts'
import type { SectionRow } from './report-rows.ts'
import { withoutNumber } from './resolve-indicator-table.ts'
import { walkDocument } from './walk-document.ts'

/** Where in the report something stands. */
export interface Place {
  readonly sectionId: string | null
  readonly number: string
  readonly title: string
}

export interface PlacedSection extends SectionRow {
  readonly number: string
}

/** A figure the report prints, wherever it does. */
export interface UsedFigure {
  readonly code: string
  readonly period: string
  /** Code of a unit; null for the whole college. */
  readonly unit: string | null
  readonly places: Place[]
  readonly parts: Set<FigurePartName>
  /** Only in the past of a trend: a gap there is no mistake. */
  isOptional: boolean
}

/** All that a report's text and annex name, collected once, so that it is looked up in few statements. */
export interface References {
  /** By `figureKey`. */
  readonly figures: Map<string, UsedFigure>
  readonly tables: Set<string>
  /** By `recordTableKey`. */
  readonly recordTables: Map<string, RecordTableNode['attrs']>
  readonly charts: Set<string>
  readonly images: Map<string, Place[]>
  /** Names that lead nowhere. */
  readonly unknown: { readonly place: Place; readonly code: string; readonly message: Label }[]
}

export interface Surroundings {
  readonly catalogue: Catalogue
  readonly template: ReportTemplate
  readonly period: Period
  readonly periods: readonly Period[]
  /** Codes of the college's units. */
  readonly unitCodes: ReadonlySet<string>
  /** Of a report that a module makes: its own figures, tables and charts. */
  readonly supply?: ReportSupply
}

/** A figure of the edition before, whatever the report's own is: it moves along when next year's report starts from this one. */
export const PREVIOUS = '@previous'

/** The edition a reference means; null when there is none. */
export function periodOf(
  reference: FigureReference,
  { period, periods }: Pick<Surroundings, 'period' | 'periods'>,
): string | null {
  if (reference.period == null) return period.code
  if (reference.period === PREVIOUS) return periods.find((p) => p.id === period.previousId)?.code ?? null
  return periods.some((p) => p.code === reference.period) ? reference.period : null
}

/** The report's edition and those before it, oldest first. */
export function editionsUpTo(period: Period, periods: readonly Period[], count: number): Period[] {
  const found: Period[] = []
  for (
    let at: Period | undefined = period;
    at && found.length < count && !found.includes(at);
    at = periods.find((p) => p.id === at?.previousId)
  )
    found.unshift(at)
  return found
}

export function collectReferences(around: Surroundings, sections: readonly PlacedSection[]): References {
  const { catalogue, template, supply } = around
  const found: References = {
    figures: new Map(),
    tables: new Set(),
    recordTables: new Map(),
    charts: new Set(),
    images: new Map(),
    unknown: [],
  }
  const charts = new Map(template.charts.map((c) => [c.name, c]))
  const recordTables = new Set(template.recordTables.map((t) => t.name))
  const isSupplied = (kind: keyof ReportSupply, name: string) =>
    supply !== undefined && Object.hasOwn(supply[kind], name)

  const missing = (place: Place, code: string, zh: string, en: string) =>
    found.unknown.push({ place, code, message: { zh, en } })
  const addFigure = (place: Place, reference: FigureReference, isOptional = false) => {
    const { code } = reference
    if (isSupplied('figures', code)) return
    const period = periodOf(reference, around)
    const unit = reference.by?.['unit'] ?? null
    if (!catalogue.indicators.has(code))
      return missing(
        place,
        code,
        `引用了不存在的指标“${code}”，请删除或改用现有指标`,
        `Indicator "${code}" does not exist: remove it or choose another`,
      )
    if (period === null)
      return missing(
        place,
        code,
        `指标“${code}”引用的期间“${reference.period}”不存在`,
        `Indicator "${code}" is wanted for period "${reference.period}", which does not exist`,
      )
    if (Object.keys(reference.by ?? {}).some((d) => d !== 'unit') || (unit !== null && !around.unitCodes.has(unit)))
      return missing(
        place,
        code,
        `指标“${code}”没有所要的分组`,
        `Indicator "${code}" is not split as wanted: only by the code of a unit`,
      )
    const key = figureKey({ code, period, ...(unit === null ? {} : { by: { unit } }) }, around.period.code)
    const known = found.figures.get(key) ?? {
      code,
      period,
      unit,
      places: [],
      parts: new Set<FigurePartName>(),
      isOptional: true,
    }
    if (!known.places.some((p) => p.sectionId === place.sectionId && p.title === place.title)) known.places.push(place)
    known.parts.add(reference.part ?? 'value')
    known.isOptional &&= isOptional
    found.figures.set(key, known)
  }
  const addTable = (place: Place, name: string) => {
    const table = catalogue.tables.get(name)
    if (!table) return missing(place, name, `指标表“${name}”不存在`, `There is no table of indicators "${name}"`)
    found.tables.add(name)
    for (const row of table.rows) addFigure(place, { code: row.indicator })
  }
  const addChart = (place: Place, chart: ChartTemplate) => {
    found.charts.add(chart.name)
    const { data } = chart
    if ('indicators' in data) for (const code of data.indicators) addFigure(place, { code })
    else if ('trend' in data)
      for (const edition of editionsUpTo(around.period, around.periods, data.periods))
        addFigure(place, { code: data.trend, period: edition.code }, edition.id !== around.period.id)
    else if (!catalogue.registers.has(data.register))
      missing(
        place,
        chart.name,
        `图“${chart.name}”引用的数据表“${data.register}”不存在`,
        `Chart "${chart.name}" names register "${data.register}", which does not exist`,
      )
  }

  for (const section of sections) {
    const place: Place = { sectionId: section.id, number: section.number, title: section.title }
    for (const node of walkDocument(section.content.content))
      switch (node.type) {
        case 'figure':
          addFigure(place, node.attrs)
          break
        case 'figureTable':
          addTable(place, node.attrs.table)
          break
        case 'recordTable':
        case 'dataTable':
          if (isSupplied('tables', node.attrs.name)) break
          if (recordTables.has(node.attrs.name)) found.recordTables.set(recordTableKey(node.attrs), node.attrs)
          else
            missing(
              place,
              node.attrs.name,
              `数据表“${node.attrs.name}”不在报告模板中`,
              `Table "${node.attrs.name}" is not one of the template's`,
            )
          break
        case 'chart': {
          if (isSupplied('charts', node.attrs.name)) break
          const chart = charts.get(node.attrs.name)
          if (chart) addChart(place, chart)
          else
            missing(
              place,
              node.attrs.name,
              `图“${node.attrs.name}”不在报告模板中`,
              `Chart "${node.attrs.name}" is not one of the template's`,
            )
          break
        }
        case 'image':
          found.images.set(node.attrs.file, [...(found.images.get(node.attrs.file) ?? []), place])
          break
      }
  }
  template.annex.forEach((name, i) => {
    const table = catalogue.tables.get(name)
    addTable({ sectionId: null, number: `附表 ${i + 1}`, title: table ? withoutNumber(table.label).zh : name }, name)
  })
  return found
}
