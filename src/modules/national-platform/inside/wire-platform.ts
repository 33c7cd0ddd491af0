import type { Label } from '../../../language/label.ts'

/** The shapes that travel between the module's routes and its screens. */

/** `prepared` is written down and not yet sent; `faulty` was taken but for some rows; `failed` was refused as a whole. */
export const STATES = ['prepared', 'sent', 'accepted', 'faulty', 'failed'] as const
export type BatchState = (typeof STATES)[number]

export interface Batch {
  readonly id: string
  readonly table: string
  readonly state: BatchState
  readonly rows: number
  readonly rejected: number
  readonly attempts: number
  readonly preparedAt: string
  readonly sentAt: string | null
  readonly checkedAt: string | null
  readonly receipt: string | null
  readonly error: Label | null
}

export interface BatchPage {
  readonly rows: readonly Batch[]
  readonly next: string | null
}

/** Where below its address the platform takes each of its calls, as the standard names them. */
export const USUAL_PATHS = { authorise: '/authorize', refresh: '/refresh', report: '/report', query: '/query' } as const
export type PlatformPaths = Readonly<Record<keyof typeof USUAL_PATHS, string>>

/** What a person may see of the connection: everything but the secret. */
export interface Connection {
  readonly url: string
  readonly appKey: string
  readonly hasSecret: boolean
  readonly mode: 'ecb' | 'cbc'
  readonly encoding: 'base64' | 'hex'
  readonly batchRows: number
  readonly paths: PlatformPaths
  readonly enabled: boolean
  readonly changedAt: string
  readonly changedBy: string
}

export interface RejectedOf {
  readonly table: string
  readonly rows: number
}

export interface RejectedRow {
  readonly recordId: string
  readonly register: string
  /** What the record is called; null for those who may not see it. */
  readonly title: string | null
  readonly column: string | null
  readonly columnLabel: string | null
  /** The platform's words. */
  readonly message: string | null
  readonly batch: string
}

/** A line of the timetable: when a table is reported next; null while it is paused. */
export interface PlannedTable {
  /** The table. */
  readonly key: string
  readonly paused: boolean
  readonly next: string | null
}

/** The standard that this module reports by. */
export const STANDARD = 'national'
