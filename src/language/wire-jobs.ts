import type { Label } from './label.ts'

/** `retrying` failed and waits for its next attempt. */
export type JobState = 'queued' | 'running' | 'retrying' | 'done' | 'failed' | 'cancelled'

/** What became of one piece of work in the background. */
export interface WireJobRun {
  readonly id: string
  readonly job: string
  readonly label: Label
  readonly key: string | null
  readonly state: JobState
  readonly attempts: number
  /** How far it is; null when it does not say. */
  readonly done: number | null
  readonly total: number | null
  readonly result: Readonly<Record<string, unknown>> | null
  /** What the result means, where the job says. */
  readonly summary: Label | null
  readonly error: Label | null
  /** Empty when the timetable asked for it. */
  readonly askedBy: string
  readonly askedAt: string
  readonly startedAt: string | null
  readonly endedAt: string | null
}

/** One line of a college's timetable. */
export interface WireJobLine {
  readonly job: string
  readonly label: Label
  readonly key: string
  /** Five fields of cron, in `timeZone`. */
  readonly cron: string
  readonly timeZone: string
  readonly paused: boolean
  /** The next moment; null while paused. */
  readonly next: string | null
}
