import type { FigurePartName, Language, ResolvedChart, ResolvedFigure } from '../../language/document.ts'
import type { Picture } from './read-picture.ts'

/** A stretch of text in one style. Every emitter prints `text` as it stands. */
export type TextRun = { kind: 'text'; text: string; bold: boolean; italic: boolean; link: string | null }
export type FigureRun = {
  kind: 'figure'
  key: string
  part: FigurePartName
  /** The formatted value, with its unit where the author asked for it. */
  text: string
  figure: ResolvedFigure
  bold: boolean
  italic: boolean
}
export type BreakRun = { kind: 'break' }
export type Run = TextRun | FigureRun | BreakRun

export type HeadingEntry = {
  id: string
  level: 1 | 2 | 3 | 4
  /** `2.1.3`, or null in front and back matter. */
  number: string | null
  /** The words without the number. */
  title: string
  runs: Run[]
}

export type CaptionKind = 'table' | 'annexTable' | 'picture' | 'case'
export type Caption = {
  id: string
  kind: CaptionKind
  n: number
  /** `表 3` */
  label: string
  title: string
  /** `表 3：…` */
  text: string
}

export type GridCell = {
  runs: Run[]
  rows: number
  columns: number
  column: number
  align: 'left' | 'center' | 'right' | 'decimal'
  /** Digits missing after the decimal point, and whether the point is missing too, so that points stand in one line. */
  missingDigits: number
  missingPoint: boolean
}
export type GridRow = { kind: 'data' | 'total' | 'subhead'; level: number; cells: GridCell[] }

/** A table ready to draw: spans checked, widths known (shares that add up to 1). */
export type TableGrid = {
  widths: number[]
  head: GridCell[][]
  body: GridRow[]
  /** The column that names the row and is indented for sub-rows. */
  nameColumn: number
  /** Characters (a Chinese one counts 2) before the decimal point of the longest figure in each column. */
  wholeDigits: number[]
  decimals: number[]
  notes: string[]
}

export type Block =
  | { kind: 'heading'; entry: HeadingEntry }
  /** A heading inside a case or a list: bold, not numbered, not in the contents. */
  | { kind: 'subheading'; runs: Run[] }
  | { kind: 'paragraph'; runs: Run[] }
  | { kind: 'list'; ordered: boolean; start: number; items: Block[][] }
  | { kind: 'table'; caption: Caption; grid: TableGrid }
  | { kind: 'chart'; caption: Caption; chart: ResolvedChart; notes: string[] }
  | { kind: 'image'; caption: Caption | null; picture: Picture; alt: string }
  | { kind: 'case'; caption: Caption; content: Block[] }
  | { kind: 'pageBreak' }

/** A resolved report in reading order, in one language, with every number and caption computed. */
export type NumberedReport = {
  language: Language
  title: string
  subtitle: string
  college: string
  period: string
  cover: {
    publicForm: string
    publicAddress: string
    declaration: string[]
    legalRepresentative: string
    date: string
  }
  blocks: Block[]
  headings: HeadingEntry[]
  tables: Caption[]
  pictures: Caption[]
  cases: Caption[]
  /** Every figure printed, in order of first appearance. */
  figures: Map<string, ResolvedFigure>
}
