import type { Engine } from '../engine/engine.ts'
import type { Jobs } from '../engine/jobs/jobs.ts'
import type { Settings } from './settings.ts'

/** What every route is given. */
export interface ServerContext {
  readonly engine: Engine
  readonly settings: Settings
  /** Work in the background: may be asked for before it begins. */
  readonly jobs: Jobs
  /** How the program is doing; absent where no program runs. */
  readonly run?: Running
  /** Where the log goes; to standard output when absent. */
  readonly logTo?: { write(line: string): void }
}

/** What a running program knows of itself. */
export interface Running {
  /** It was told to stop: what was begun ends, nothing new is sent here. */
  isStopping: boolean
  /** When the changes of every college were last heard, in ms. */
  heardAt?: number
}
