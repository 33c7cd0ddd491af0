import type { Label } from './label.ts'
import type { Frequency } from './standard.ts'
import type { WireJobRun } from './wire-jobs.ts'

/** A table of a standard in the list: how far the college is. */
export interface WireStandardTable {
  readonly name: string
  readonly number: number
  readonly label: Label
  readonly register: string
  /** The register's area: tables are grouped as the menu is. */
  readonly area: string
  readonly owner: string | null
  readonly every: Frequency
  readonly covers: Label | null
  readonly fields: number
  readonly mapped: number
  readonly mandatory: number
  readonly mandatoryMapped: number
  /** Of the last check; null before the first. */
  readonly check: {
    readonly at: string
    readonly rows: number
    readonly valid: number
    readonly faults: number
    /** Of a hundred, two decimals; null without rows. */
    readonly score: string | null
  } | null
  /** Faults that nobody has mended or waived. */
  readonly open: number
  readonly lastReported: string | null
  readonly overdue: boolean
}

/** A column and where its value comes from. */
export interface WireStandardColumn {
  readonly code: string
  readonly name: string
  readonly label: string
  readonly type: string
  readonly must: boolean
  /** In words: "课程 › 名称". */
  readonly source: Label
  /** Fields of the register that it reads, by path. */
  readonly paths: readonly string[]
  readonly mapped: boolean
  /** The code list or standard of its values. */
  readonly space: string | null
}

export interface WireFault {
  readonly id: string
  readonly table: string
  readonly register: string
  readonly recordId: string
  /** What the record is called; null for those who may not see it. */
  readonly title: string | null
  readonly column: string
  readonly columnLabel: string
  readonly kind: string
  readonly message: Label
  readonly firstSeen: string
  readonly lastSeen: string
  readonly mendedAt: string | null
  readonly assignee: { readonly id: string; readonly name: string } | null
  readonly dueOn: string | null
  readonly note: string | null
  readonly waived: string | null
}

/** A row as it would be reported. */
export interface WireStandardRow {
  /** The record. */
  readonly id: string
  /** In the order of the table's columns; null where nothing is filled, or where it is hidden. */
  readonly values: readonly (string | null)[]
  /** Columns, counted from 0, whose value the actor may not read. */
  readonly hidden: readonly number[]
}

/** A screenful of rows; `next` continues after the last. */
export interface WireStandardRows {
  readonly rows: readonly WireStandardRow[]
  readonly next: string | null
}

/** The last check of a college's tables: how far it is, or how it ended. Null before the first. */
export type WireCheckRun = Pick<
  WireJobRun,
  'id' | 'state' | 'done' | 'total' | 'error' | 'askedBy' | 'askedAt' | 'endedAt'
>
