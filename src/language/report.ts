import type { Cover } from './document.ts'
import type { PeriodRule } from './indicator.ts'
import type { Label } from './label.ts'

/**
 * A section of a report's outline. Its number follows from its place. `content` is a document
 * (see document.ts) that the first edition starts from; later editions start from the year before.
 */
export interface SectionTemplate {
  /** Stable within the report: 'development.employment'. */
  readonly key: string
  readonly title: Label
  /** The office that writes it. */
  readonly owner: string
  /** Days before publication by which the draft is due. */
  readonly dueDaysBefore?: number
  /** Front and back matter carries no number; true when absent. */
  readonly numbered?: boolean
  readonly content?: object
  readonly sections?: readonly SectionTemplate[]
}

/** A chart of indicator values or of a register's statistics. */
export interface ChartTemplate {
  readonly name: string
  readonly caption: Label
  readonly kind: 'bar' | 'line' | 'pie'
  readonly data:
    | { readonly indicators: readonly string[] }
    | { readonly trend: string; readonly periods: number }
    | {
        readonly register: string
        readonly by: string
        readonly sum?: string
        readonly where?: object
        readonly top?: number
        readonly period?: PeriodRule
      }
}

/** A table that is drawn from a register's records. */
export interface RecordTableTemplate {
  readonly name: string
  readonly caption: Label
  readonly register: string
  readonly columns: readonly string[]
  readonly where?: object
  /** The window that '@start', '@end' and '@period' of `where` mean; the school year when absent. */
  readonly period?: PeriodRule
  readonly order?: string
  readonly total?: readonly string[]
  /** A choice or reference whose values head groups of rows, each with its subtotal; a text may name another. */
  readonly group?: string
  /** Printed as case studies instead of rows: the fields of their titles and their texts. */
  readonly cases?: { readonly title: string; readonly text: string }
}

export interface ReportTemplate {
  readonly is: 'report'
  readonly name: string
  readonly label: Label
  /** What the cover of a new report says: form of publication, declaration of responsibility. */
  readonly cover?: Cover
  readonly sections: readonly SectionTemplate[]
  readonly charts: readonly ChartTemplate[]
  readonly recordTables: readonly RecordTableTemplate[]
  /** Names of the indicator tables printed as annex. */
  readonly annex: readonly string[]
  /** Of a report that a module makes of its own figures, one for each subject: nobody begins it from the list. */
  readonly made?: {
    /** What each is about: a major. */
    readonly subject: Label
    /** The page on which its figures open: `${behind}/${id of the supply}?figure=${code}`. */
    readonly behind: string
    /** Where it is made, for whoever asks for it elsewhere. */
    readonly at: Label
  }
}

/** Declares a report: its outline, charts and tables. */
export function defineReport(report: Omit<ReportTemplate, 'is'>): ReportTemplate {
  return { is: 'report', ...report }
}
