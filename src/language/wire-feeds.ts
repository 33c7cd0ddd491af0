import type { Label } from './label.ts'

/** How the connection to a database is kept from others: `encrypted` takes any certificate, `verified` only a trusted one. */
export type FeedTls = 'none' | 'encrypted' | 'verified'

export interface DatabaseSource {
  readonly kind: 'postgres' | 'mysql'
  readonly host: string
  readonly port: number
  readonly database: string
  readonly user: string
  readonly tls: FeedTls
  /** A view or table ("teaching.students"), or a query that begins with SELECT or WITH. */
  readonly from: string
}

/** How an HTTP source gives many rows: by number of page, by offset, or by a cursor found in each answer. */
export type FeedPaging =
  | { readonly by: 'none' }
  | {
      readonly by: 'page'
      readonly parameter: string
      readonly first: number
      readonly sizeParameter?: string
      readonly size: number
    }
  | { readonly by: 'offset'; readonly parameter: string; readonly sizeParameter?: string; readonly size: number }
  | { readonly by: 'cursor'; readonly parameter: string; readonly path: string }

export interface HttpSource {
  readonly kind: 'http'
  readonly url: string
  /** The token or password is the feed's secret. */
  readonly signIn:
    | { readonly by: 'none' }
    | { readonly by: 'bearer' }
    | { readonly by: 'basic'; readonly user: string }
    | { readonly by: 'header'; readonly header: string }
  /** Where the rows stand in the answer: "data.list"; empty when the answer is the list. */
  readonly path: string
  readonly paging: FeedPaging
  /** The parameter that asks for rows changed since a value; without it everything comes each time. */
  readonly sinceParameter?: string
}

export interface FolderSource {
  readonly kind: 'folder'
  /** Below the server's folder for feeds; empty for that folder itself. */
  readonly folder: string
}

export type FeedSource = DatabaseSource | HttpSource | FolderSource

/** One column of the source and the field that it fills. */
export interface FeedColumn {
  readonly column: string
  readonly field: string
  /** Their text → ours, for what the field's own rule does not understand. */
  readonly values?: Readonly<Record<string, string>>
}

/** What becomes of a record whose row is no longer in the source. */
export type FeedVanished = 'nothing' | 'list' | 'retire'

/** What a person says of a feed. */
export interface FeedSettings {
  readonly name: string
  readonly register: string
  readonly source: FeedSource
  readonly mapping: readonly FeedColumn[]
  /** Everything each time, or only rows whose `changedColumn` is at least its highest value so far. */
  readonly mode: 'all' | 'changed'
  readonly changedColumn: string | null
  readonly vanished: FeedVanished
  /** Five fields of cron; null: only when somebody asks. */
  readonly cron: string | null
  readonly enabled: boolean
}

/** `everything` forgets the hashes of rows and the highest value, and looks at each row again. */
export type FeedRunWhat = 'usual' | 'everything' | 'dead' | 'dry'

export interface FeedCounts {
  readonly read: number
  readonly created: number
  readonly changed: number
  readonly unchanged: number
  readonly wrong: number
  /** Of rows taken before: no longer in the source. */
  readonly missing: number
  readonly retired: number
}

export interface WireFeedRun {
  readonly id: string
  readonly what: FeedRunWhat
  readonly state: 'running' | 'done' | 'failed' | 'stopped'
  readonly askedBy: string
  readonly startedAt: string
  readonly endedAt: string | null
  readonly counts: FeedCounts
  /** What somebody should know of a run that did its work. */
  readonly note: Label | null
  readonly error: Label | null
}

export interface WireFeed extends FeedSettings {
  readonly id: string
  readonly version: number
  readonly hasSecret: boolean
  readonly highWater: string | null
  readonly changedAt: string
  readonly changedBy: string
  /** The next moment of the timetable; null when it is off. */
  readonly next: string | null
  readonly lastRun: WireFeedRun | null
  readonly rows: number
  readonly dead: number
  readonly missing: number
}

/** A mistake in a row of a source: its column there, null for the whole row. */
export interface FeedProblem {
  readonly column: string | null
  readonly message: Label
}

/** A row that could not be taken; values that the reader may not see are masked. */
export interface WireDeadRow {
  readonly id: string
  readonly place: string
  readonly texts: Readonly<Record<string, string>>
  readonly problems: readonly FeedProblem[]
  readonly firstSeen: string
  readonly lastSeen: string
}

export interface WireFeedColumn {
  readonly column: string
  /** The field that it probably fills. */
  readonly field: string | null
  readonly values: Readonly<Record<string, string>> | null
}

/** What a source holds: its columns, with what they probably mean, and its first rows. */
export interface WireFeedSample {
  readonly columns: readonly WireFeedColumn[]
  readonly rows: readonly (readonly string[])[]
}

/** What a feed would do with the first rows of its source. */
export interface WireFeedPreview {
  readonly counts: FeedCounts
  /** More rows exist than were looked at. */
  readonly isPart: boolean
  readonly wrong: readonly {
    readonly place: string
    readonly texts: Readonly<Record<string, string>>
    readonly problems: readonly FeedProblem[]
  }[]
}

/** A register that a person may feed. */
export interface WireFeedRegister {
  readonly name: string
  /** Fields by which a row finds its record: each needs a column. */
  readonly key: readonly string[]
  /** Fields that columns may fill. */
  readonly fields: readonly string[]
  readonly isEvents: boolean
}

/** A record whose row is no longer in the source. */
export interface WireMissing {
  readonly recordId: string
  readonly title: string
  readonly since: string
  readonly isRetired: boolean
}
