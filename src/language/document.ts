/**
 * The one document model of a report. The text of a section is exactly the JSON the browser editor (ProseMirror) stores,
 * so nothing is converted on the way. A number in the text is never text: it is a reference to an indicator value.
 */

export type Language = 'zh' | 'en'

/** Words shown to people: Chinese always, English where it exists. */
export type Words = { readonly zh: string; readonly en?: string | undefined }

// ---- text of a section -------------------------------------------------------------------------------------------

export type BoldMark = { readonly type: 'bold' }
export type ItalicMark = { readonly type: 'italic' }
export type LinkMark = { readonly type: 'link'; readonly attrs: { readonly href: string } }
export type Mark = BoldMark | ItalicMark | LinkMark

export type TextNode = { readonly type: 'text'; readonly text: string; readonly marks?: readonly Mark[] }
export type HardBreakNode = { readonly type: 'hardBreak' }

export type FigurePartName = 'value' | 'numerator' | 'denominator'

/** Which indicator value a place in the text shows. A missing period is the report's period. */
export type FigureReference = {
  readonly code: string
  readonly period?: string | null
  /** The value (default) or one side of the fraction behind it. */
  readonly part?: FigurePartName | null
  /** Whether the unit is written after the number; false when missing. */
  readonly unit?: boolean | null
  /** One member of each dimension the value is split by: `{ gender: 'female' }`. */
  readonly by?: Readonly<Record<string, string>> | null
}
export type FigureNode = { readonly type: 'figure'; readonly attrs: FigureReference; readonly marks?: readonly Mark[] }

export type InlineNode = TextNode | HardBreakNode | FigureNode

/** `level` counts from the section's own title: 1 is one step below it. */
export type HeadingNode = {
  readonly type: 'heading'
  readonly attrs: { readonly level: number }
  readonly content?: readonly InlineNode[]
}
export type ParagraphNode = { readonly type: 'paragraph'; readonly content?: readonly InlineNode[] }
export type ListItemNode = { readonly type: 'listItem'; readonly content?: readonly BlockNode[] }
export type BulletListNode = { readonly type: 'bulletList'; readonly content?: readonly ListItemNode[] }
export type OrderedListNode = {
  readonly type: 'orderedList'
  readonly attrs?: { readonly start?: number | null }
  readonly content?: readonly ListItemNode[]
}
/** A table of indicator values: its name is looked up when the report is resolved. */
export type FigureTableNode = { readonly type: 'figureTable'; readonly attrs: { readonly table: string } }
/** A table listing records of a register; `group` is the field whose values head its groups. */
export type RecordTableNode = {
  readonly type: 'recordTable'
  readonly attrs: { readonly name: string; readonly group?: string | null }
}
/** Any other named table. */
export type DataTableNode = { readonly type: 'dataTable'; readonly attrs: { readonly name: string } }
export type ChartNode = { readonly type: 'chart'; readonly attrs: { readonly name: string } }
/** `file` is the SHA-256 (hex) of the picture's bytes. */
export type ImageNode = {
  readonly type: 'image'
  readonly attrs: { readonly file: string; readonly alt: string; readonly caption?: string | null }
}
/** A case study in a box, numbered through the report. */
export type CaseNode = {
  readonly type: 'case'
  readonly attrs: { readonly title: string }
  readonly content?: readonly BlockNode[]
}
export type PageBreakNode = { readonly type: 'pageBreak' }

export type TableNode = FigureTableNode | RecordTableNode | DataTableNode
export type BlockNode =
  | HeadingNode
  | ParagraphNode
  | BulletListNode
  | OrderedListNode
  | TableNode
  | ChartNode
  | ImageNode
  | CaseNode
  | PageBreakNode

export type DocumentNode = { readonly type: 'doc'; readonly content?: readonly BlockNode[] }

// ---- the report above its sections -------------------------------------------------------------------------------

export type Section = {
  /** Unique in the report; becomes the address of the section on the web page. */
  readonly id: string
  readonly title: Words
  /** Front and back matter (a preface, an annex) carries no number; true when missing. */
  readonly numbered?: boolean
  readonly text: DocumentNode
  readonly children?: readonly Section[]
}

export type Cover = {
  /** In what form the report is made public, and where. */
  readonly publicForm?: Words
  readonly publicAddress?: string
  /** The declaration of responsibility, one string per paragraph. */
  readonly declaration?: readonly Words[]
  readonly legalRepresentative?: string
  /** The date on the cover, as people write it. */
  readonly date?: Words
}

export type Report = {
  readonly title: Words
  readonly subtitle?: Words
  readonly college: Words
  readonly period: string
  readonly cover: Cover
  readonly sections: readonly Section[]
  /** Names of the tables printed after the last section, in order. */
  readonly annexTables: readonly string[]
}

// ---- what a report refers to, looked up and frozen ---------------------------------------------------------------

export type FigureStatus = 'computed' | 'reviewed' | 'approved' | 'published' | 'missing'

export type ResolvedFigurePart = {
  readonly label: Words
  /** A decimal in plain notation, never a binary number; null when there is none. */
  readonly value: string | null
  /** The value as it is printed, without its unit. */
  readonly text: string
  readonly unit: Words | null
}

export type ResolvedFigure = ResolvedFigurePart & {
  readonly code: string
  readonly period: string
  readonly by: Readonly<Record<string, string>>
  readonly decimals: number
  readonly definition: Words
  readonly definitionVersion?: string
  readonly status: FigureStatus
  readonly numerator: ResolvedFigurePart | null
  readonly denominator: ResolvedFigurePart | null
  /** How many rows of the college's records stand behind the value. */
  readonly rows: number | null
  /** Where what is behind it opens, when that is not the page of an indicator: a path that begins with '/'. */
  readonly behind?: string
}

/** A cell that is a figure has no text of its own. `rows` and `columns` say how many grid places the cell covers. */
export type TableCell =
  | string
  | null
  | { readonly text: string; readonly rows?: number; readonly columns?: number }
  | { readonly figure: string; readonly part?: FigurePartName; readonly rows?: number; readonly columns?: number }

export type ResolvedColumn = {
  readonly key: string
  readonly label: Words
  /** Neighbours with the same group share a heading above their own. */
  readonly group?: Words
  readonly align: 'left' | 'center' | 'right' | 'decimal'
  readonly unit?: Words
  /** Share of the table's width, relative to the other columns. */
  readonly width?: number
}

export type ResolvedRow = {
  /** One per column; null where a cell above or to the left covers the place, or where there is nothing. */
  readonly cells: readonly TableCell[]
  /** 0, or the depth of a sub-row (其中). */
  readonly level: number
  readonly kind: 'data' | 'total' | 'subhead'
}

export type ResolvedTable = {
  readonly caption: Words
  readonly columns: readonly ResolvedColumn[]
  readonly rows: readonly ResolvedRow[]
  readonly notes?: readonly Words[]
}

export type ChartKind = 'bar' | 'stacked-bar' | 'horizontal-bar' | 'line' | 'pie'

export type ResolvedChart = {
  readonly caption: Words
  readonly kind: ChartKind
  readonly categories: readonly Words[]
  /** One decimal per category; null where there is none. */
  readonly series: readonly { readonly label: Words; readonly values: readonly (string | null)[] }[]
  readonly unit: Words | null
  readonly notes?: readonly Words[]
}

/** What a module made for one report: it stands still until the report is made anew. */
export type ReportSupply = {
  /** By their codes. */
  readonly figures: Readonly<Record<string, ResolvedFigure>>
  readonly tables: Readonly<Record<string, ResolvedTable>>
  readonly charts: Readonly<Record<string, ResolvedChart>>
}

/** A report with everything it refers to. It holds no function and no date: two equal ones print the same. */
export type ResolvedReport = {
  readonly report: Report
  /** By `figureKey`. */
  readonly figures: Readonly<Record<string, ResolvedFigure>>
  readonly tables: Readonly<Record<string, ResolvedTable>>
  readonly charts: Readonly<Record<string, ResolvedChart>>
  /** PNG, JPEG or GIF bytes by their SHA-256 (hex). */
  readonly images: Readonly<Record<string, Uint8Array>>
}

// ---- small constructors ------------------------------------------------------------------------------------------

/** The words in the wanted language; Chinese where English is missing. */
export function inLanguage(words: Words, language: Language): string {
  return language === 'en' ? (words.en ?? words.zh) : words.zh
}

/**
 * The name under which a figure is stored in a resolved report: `code@period` and, for a part of a whole,
 * `[dimension=member,…]` with the dimensions in alphabetical order.
 */
export function figureKey(reference: FigureReference, reportPeriod: string): string {
  const members = Object.entries(reference.by ?? {}).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  const split = members.length === 0 ? '' : `[${members.map(([name, member]) => `${name}=${member}`).join(',')}]`
  return `${reference.code}@${reference.period ?? reportPeriod}${split}`
}

/** The name under which a record table is stored in a resolved report: the same table may stand there in other groups. */
export function recordTableKey({ name, group }: RecordTableNode['attrs']): string {
  return group ? `${name}@${group}` : name
}

export function doc(...content: BlockNode[]): DocumentNode {
  return { type: 'doc', content }
}

export function heading(level: number, ...content: (string | InlineNode)[]): HeadingNode {
  return { type: 'heading', attrs: { level }, content: content.map(inline) }
}

export function paragraph(...content: (string | InlineNode)[]): ParagraphNode {
  return { type: 'paragraph', content: content.map(inline) }
}

export function text(value: string, ...marks: Mark[]): TextNode {
  return marks.length === 0 ? { type: 'text', text: value } : { type: 'text', text: value, marks }
}

/** A reference to an indicator value: `figure('employment-rate', { unit: true })`. */
export function figure(code: string, options: Omit<FigureReference, 'code'> = {}): FigureNode {
  return { type: 'figure', attrs: { code, ...options } }
}

export function bulletList(...items: (string | ListItemNode)[]): BulletListNode {
  return { type: 'bulletList', content: items.map(item) }
}

export function orderedList(...items: (string | ListItemNode)[]): OrderedListNode {
  return { type: 'orderedList', content: items.map(item) }
}

export function listItem(...content: BlockNode[]): ListItemNode {
  return { type: 'listItem', content }
}

export function figureTable(table: string): FigureTableNode {
  return { type: 'figureTable', attrs: { table } }
}

export function recordTable(name: string, group?: string): RecordTableNode {
  return { type: 'recordTable', attrs: group === undefined ? { name } : { name, group } }
}

export function dataTable(name: string): DataTableNode {
  return { type: 'dataTable', attrs: { name } }
}

export function chart(name: string): ChartNode {
  return { type: 'chart', attrs: { name } }
}

export function image(file: string, alt: string, caption?: string): ImageNode {
  return { type: 'image', attrs: caption === undefined ? { file, alt } : { file, alt, caption } }
}

export function caseStudy(title: string, ...content: BlockNode[]): CaseNode {
  return { type: 'case', attrs: { title }, content }
}

export function pageBreak(): PageBreakNode {
  return { type: 'pageBreak' }
}

function inline(node: string | InlineNode): InlineNode {
  return typeof node === 'string' ? text(node) : node
}

function item(node: string | ListItemNode): ListItemNode {
  return typeof node === 'string' ? listItem(paragraph(node)) : node
}
