import type { FileRef } from './fields.ts'
import type { Indicator, IndicatorTable } from './indicator.ts'
import type { Label } from './label.ts'
import type { FigureDoing, WireFigure, WireHistory, WirePage } from './wire.ts'

/** What brings a figure on its way: who may do one of these has something to do; returning and marking are no duty. */
const forwardSteps: readonly FigureDoing[] = ['enter', 'review', 'approve', 'accept']

/** Whether a figure waits for the person to whom it was shown. */
export const waits = (figure: Pick<WireFigure, 'can'>): boolean => figure.can.some((one) => forwardSteps.includes(one))

/** The shapes in which figures, their rules and the rows behind them travel. */

/** An edition of the college, with the windows that its figures are counted over. */
export interface WirePeriod {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly schoolYearFrom: string
  readonly schoolYearTo: string
  readonly calendarYearFrom: string
  readonly calendarYearTo: string
  readonly asOf: string
  /** The last day on which offices fill in their figures. */
  readonly figuresDueOn: string | null
  readonly previousId: string | null
  readonly locked: boolean
  /** Whether the person may close it, or open it again. */
  readonly can: readonly ('lock' | 'unlock')[]
}

/** What a rule between indicators finds in one edition. */
export interface WireRule {
  readonly name: string
  readonly label: Label
  readonly severity: 'error' | 'warning'
  readonly codes: readonly string[]
  readonly holds: boolean
  /** Nothing to judge: one of the figures has no value. */
  readonly open: boolean
  readonly explanation: Label
  readonly parts: readonly { readonly code: string; readonly label: Label; readonly text: string }[]
  readonly signedOff: { readonly by: string; readonly at: string; readonly reason: string } | null
}

/** A change of a record that may have moved a figure since somebody last stood by it. */
export interface WireCause extends WireHistory {
  readonly register: string
  readonly recordId: string
  readonly title: string
}

export interface WireEvidence {
  readonly id: string
  readonly file: FileRef
  readonly note: string | null
  readonly by: string
  readonly at: string
}

/** Everything about one figure. */
export interface WireFigurePage {
  readonly figure: WireFigure
  readonly definition: Indicator
  /** Codes of the indicators that it is computed from. */
  readonly uses: readonly string[]
  readonly trend: readonly { readonly period: string; readonly value: string | null; readonly text: string }[]
  /** The college first, then every unit that has a figure. */
  readonly units: readonly WireFigure[]
  readonly rules: readonly WireRule[]
  readonly rivals: readonly WireFigure[]
  readonly history: readonly WireHistory[]
  readonly causes: readonly WireCause[]
  readonly evidence: readonly WireEvidence[]
}

export type WirePart = 'value' | 'numerator' | 'denominator'

/** The records of one register behind a figure: `counted` of them, of which the actor may see `page`. */
export interface WireRowsBehind {
  readonly register: string
  readonly counted: number
  /** Null when the register is closed to the actor. */
  readonly page: WirePage | null
}

/** How far an office is with the figures that it answers for. */
export interface WireCompleteness {
  readonly office: string
  readonly label: Label
  readonly unitId: string
  readonly unitName: string
  readonly expected: number
  readonly valued: number
  readonly reviewed: number
  readonly approved: number
  readonly changed: number
  /** Codes still without a value. */
  readonly missing: readonly string[]
  readonly dueOn: string | null
  /** Past the day with figures still missing. */
  readonly isLate: boolean
  /** Days since the day, while late; else 0. */
  readonly lateDays: number
  /** When a person last did something with a figure of the office in this edition. */
  readonly lastActivity: string | null
}

/** A printed table with the figures of its rows, by code. */
export interface WireTable {
  readonly table: IndicatorTable
  readonly figures: Readonly<Record<string, WireFigure>>
}

export interface WireBulkFigures {
  readonly done: number
  readonly refused: readonly { readonly code: string; readonly message: Label }[]
}

/** What somebody said about a figure; `@[id]{name}` in the text names an account. */
export interface WireFigureComment {
  readonly id: string
  readonly by: string
  readonly byName: string
  readonly at: string
  readonly text: string
}

/** What an entry form shows beside its values, and needs to judge them. */
export interface WireEntryBackground {
  /** By code of an entered figure: its last steps, newest first, and what was said about it, oldest first. */
  readonly about: Readonly<
    Record<string, { readonly history: readonly WireHistory[]; readonly comments: readonly WireFigureComment[] }>
  >
  /** Figures outside the table that rules compare with those in it. */
  readonly others: readonly WireFigure[]
}

/** A figure worth a second look. */
export interface WireOutlier {
  readonly figure: WireFigure
  /** jump: against the edition before; apart: against the other units. */
  readonly kind: 'jump' | 'apart'
  /** Per cent of change, or the modified z-score. */
  readonly measure: string
  /** What it is compared with: last edition's value, or the middle value of the units. */
  readonly against: string
}
