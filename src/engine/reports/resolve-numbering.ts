import { figureKey, inLanguage, recordTableKey } from '../../language/document.ts'
import type {
  BlockNode,
  FigurePartName,
  InlineNode,
  Language,
  Mark,
  ResolvedReport,
  Section,
  Words,
} from '../../language/document.ts'
import { cleanText } from './clean-text.ts'
import { formatFigure } from './format-figure.ts'
import { labelsIn } from './labels.ts'
import { layoutTable, noteLines } from './layout-table.ts'
import type { Block, Caption, CaptionKind, FigureRun, HeadingEntry, NumberedReport, Run } from './numbered-report.ts'
import { readPicture } from './read-picture.ts'
import { ReportError } from './report-error.ts'

type Place = { section: string; path: string }

/**
 * Puts a resolved report in reading order in one language: numbers headings (1, 1.1, 1.1.1), tables (表 N), annex tables
 * (附表 N), pictures and charts (图 N) and cases (案例 N), and looks up everything the text refers to.
 *
 * A heading deeper than its place allows is pulled up, so that levels never skip: readers and screen readers rely on it.
 * Throws `ReportError`, naming the section and the node, for unknown nodes, unresolved names and unsafe links.
 */
export function resolveNumbering(resolved: ResolvedReport, language: Language = 'zh'): NumberedReport {
  const { report } = resolved
  const labels = labelsIn(language)
  const words = (value: Words | undefined) => (value === undefined ? '' : cleanText(inLanguage(value, language)))
  const headings: HeadingEntry[] = []
  const captions: Record<CaptionKind, Caption[]> = { table: [], annexTable: [], picture: [], case: [] }
  const figures: NumberedReport['figures'] = new Map()
  const ids = new Set<string>()
  const counters = [0, 0, 0, 0]
  let depthBefore = 0

  const claimId = (id: string) => {
    if (id === '' || /\s/.test(id))
      throw new ReportError(`Section "${id}": an id is not empty and has no spaces. Change it`)
    if (ids.has(id))
      throw new ReportError(`Section "${id}": this id is used twice or reserved. Give each section its own`)
    ids.add(id)
    return id
  }

  const addHeading = (id: string, wantedLevel: number, numbered: boolean, runs: Run[]): HeadingEntry => {
    const level = Math.max(1, Math.min(4, depthBefore + 1, Math.trunc(wantedLevel))) as HeadingEntry['level']
    depthBefore = level
    let number: string | null = null
    if (numbered) {
      counters[level - 1] = (counters[level - 1] ?? 0) + 1
      counters.fill(0, level)
      number = counters.slice(0, level).join('.')
    }
    const entry = { id: claimId(id), level, number, title: runsText(runs), runs }
    headings.push(entry)
    return entry
  }

  const addCaption = (kind: CaptionKind, title: string): Caption => {
    const n = captions[kind].length + 1
    const label = `${labels[kind]} ${n}`
    const clean = cleanText(title)
    const prefix = { table: 'table', annexTable: 'annex-table', picture: 'picture', case: 'case' }[kind]
    const entry = {
      id: claimId(`${prefix}-${n}`),
      kind,
      n,
      label,
      title: clean,
      text: `${label}${labels.captionColon}${clean}`,
    }
    captions[kind].push(entry)
    return entry
  }

  const figureRun = (where: string, key: string, part: FigurePartName, withUnit: boolean): FigureRun => {
    const found = own(resolved.figures, key)
    if (found === undefined) {
      throw new ReportError(
        `${where}: figure "${key}" was not resolved. Check the indicator's code, period and members`,
      )
    }
    figures.set(key, found)
    const text = formatFigure(found, part, withUnit, language)
    if (text === null) {
      throw new ReportError(
        `${where}: figure "${key}" has no ${part}. Refer to its value, or to an indicator that is a ratio`,
      )
    }
    return { kind: 'figure', key, part, text, figure: found, bold: false, italic: false }
  }

  const tableBlock = (where: string, name: string, kind: 'table' | 'annexTable'): Block => {
    const table = own(resolved.tables, name)
    if (table === undefined) {
      throw new ReportError(`${where}: table "${name}" was not resolved. Known tables: ${known(resolved.tables)}`)
    }
    const caption = addCaption(kind, words(table.caption))
    const grid = layoutTable(name, table, language, (key, part) => figureRun(`Table "${name}"`, key, part, false))
    return { kind: 'table', caption, grid }
  }

  const inlineRun = (node: InlineNode, place: Place): Run => {
    const where = describe(place, node.type)
    switch (node.type) {
      case 'hardBreak':
        return { kind: 'break' }
      case 'text':
        return { kind: 'text', text: cleanText(node.text), ...style(node.marks, where) }
      case 'figure': {
        const { bold, italic } = style(node.marks, where)
        const key = figureKey(node.attrs, report.period)
        return { ...figureRun(where, key, node.attrs.part ?? 'value', node.attrs.unit === true), bold, italic }
      }
      default:
        throw unknownNode(node, place)
    }
  }

  const runsOf = (content: readonly InlineNode[] | undefined, place: Place): Run[] =>
    (content ?? []).map((node, index) => inlineRun(node, { ...place, path: `${place.path}.${index + 1}` }))

  const blocksOf = (content: readonly BlockNode[] | undefined, place: Place, top: TopLevel | null): Block[] =>
    (content ?? []).map((node, index) => blockOf(node, { ...place, path: `${place.path}.${index + 1}` }, top))

  const blockOf = (node: BlockNode, place: Place, top: TopLevel | null): Block => {
    const where = describe(place, node.type)
    switch (node.type) {
      case 'paragraph':
        return { kind: 'paragraph', runs: runsOf(node.content, place) }
      case 'heading': {
        const runs = runsOf(node.content, place)
        if (top === null) return { kind: 'subheading', runs }
        top.headings += 1
        const id = `${top.id}-${top.headings}`
        return { kind: 'heading', entry: addHeading(id, top.depth + node.attrs.level, top.numbered, runs) }
      }
      case 'bulletList':
      case 'orderedList':
        return {
          kind: 'list',
          ordered: node.type === 'orderedList',
          start: node.type === 'orderedList' ? (node.attrs?.start ?? 1) : 1,
          items: (node.content ?? []).map((item, index) => {
            const itemPlace = { ...place, path: `${place.path}.${index + 1}` }
            if (item.type !== 'listItem') throw unknownNode(item, itemPlace)
            return blocksOf(item.content, itemPlace, null)
          }),
        }
      case 'figureTable':
        return tableBlock(where, node.attrs.table, 'table')
      case 'recordTable':
      case 'dataTable':
        return tableBlock(where, recordTableKey(node.attrs), 'table')
      case 'chart': {
        const chart = own(resolved.charts, node.attrs.name)
        if (chart === undefined) {
          throw new ReportError(
            `${where}: chart "${node.attrs.name}" was not resolved. Known charts: ${known(resolved.charts)}`,
          )
        }
        const notes = noteLines((chart.notes ?? []).map(words), language)
        return { kind: 'chart', caption: addCaption('picture', words(chart.caption)), chart, notes }
      }
      case 'image': {
        const bytes = own(resolved.images, node.attrs.file)
        if (bytes === undefined) {
          throw new ReportError(
            `${where}: file ${node.attrs.file.slice(0, 12)}… was not resolved. Upload the picture again`,
          )
        }
        const title = cleanText(node.attrs.caption ?? '')
        const caption = title === '' ? null : addCaption('picture', title)
        return {
          kind: 'image',
          caption,
          picture: readPicture(node.attrs.file, bytes),
          alt: cleanText(node.attrs.alt ?? ''),
        }
      }
      case 'case': {
        const caption = addCaption('case', node.attrs.title)
        return { kind: 'case', caption, content: blocksOf(node.content, place, null) }
      }
      case 'pageBreak':
        return { kind: 'pageBreak' }
      default:
        throw unknownNode(node, place)
    }
  }

  const sectionBlocks = (section: Section, depth: number, numberedAbove: boolean): Block[] => {
    const numbered = numberedAbove && section.numbered !== false
    const runs: Run[] = [{ kind: 'text', text: words(section.title), bold: false, italic: false, link: null }]
    const blocks: Block[] = [{ kind: 'heading', entry: addHeading(section.id, depth, numbered, runs) }]
    const place = { section: section.id, path: 'doc' }
    if (section.text.type !== 'doc') throw unknownNode(section.text, place)
    blocks.push(...blocksOf(section.text.content, place, { id: section.id, depth, numbered, headings: 0 }))
    for (const child of section.children ?? []) blocks.push(...sectionBlocks(child, depth + 1, numbered))
    return blocks
  }

  const blocks = report.sections.flatMap((section) => {
    depthBefore = 0
    return sectionBlocks(section, 1, true)
  })
  if (report.annexTables.length > 0) {
    depthBefore = 0
    const runs: Run[] = [{ kind: 'text', text: labels.annex, bold: false, italic: false, link: null }]
    blocks.push({ kind: 'heading', entry: addHeading('annex', 1, false, runs) })
    for (const name of report.annexTables) blocks.push(tableBlock('Annex', name, 'annexTable'))
  }

  const { cover } = report
  return {
    language,
    title: words(report.title),
    subtitle: words(report.subtitle),
    college: words(report.college),
    period: cleanText(report.period),
    cover: {
      publicForm: words(cover.publicForm),
      publicAddress: cleanText(cover.publicAddress ?? ''),
      declaration: (cover.declaration ?? []).map(words),
      legalRepresentative: cleanText(cover.legalRepresentative ?? ''),
      date: words(cover.date),
    },
    blocks,
    headings,
    tables: [...captions.table, ...captions.annexTable],
    pictures: captions.picture,
    cases: captions.case,
    figures,
  }
}

/** The text of a section, where headings count: inside cases and lists they do not. */
type TopLevel = { id: string; depth: number; numbered: boolean; headings: number }

/** The words of a line without their style. */
export function runsText(runs: readonly Run[]): string {
  return runs.map((run) => (run.kind === 'break' ? ' ' : run.text)).join('')
}

function style(marks: readonly Mark[] | undefined, where: string) {
  let link: string | null = null
  let bold = false
  let italic = false
  for (const mark of marks ?? []) {
    if (mark.type === 'bold') bold = true
    else if (mark.type === 'italic') italic = true
    else if (mark.type === 'link') link = safeLink(mark.attrs.href, where)
    else
      throw new ReportError(`${where}: mark "${(mark as { type: string }).type}" is unknown. Use bold, italic or link`)
  }
  return { bold, italic, link }
}

function safeLink(href: string, where: string): string {
  const parsed = URL.parse(href)
  if (parsed !== null && ['http:', 'https:', 'mailto:'].includes(parsed.protocol)) return parsed.href
  throw new ReportError(`${where}: link "${href}" is not a web or mail address. Start it with https:// or mailto:`)
}

function describe({ section, path }: Place, type: string): string {
  return `Section "${section}", ${type} at ${path}`
}

function unknownNode(node: never | { type?: unknown }, place: Place): ReportError {
  const type = String((node as { type?: unknown } | null)?.type ?? 'without a type')
  return new ReportError(
    `Section "${place.section}": node "${type}" at ${place.path} is unknown here. Remove it or use a node of the document model`,
  )
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

function known(record: Readonly<Record<string, unknown>>): string {
  return Object.keys(record).join(', ') || 'none'
}
