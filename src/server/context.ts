import type { Engine } from '../engine/engine.ts'
import type { Jobs } from '../engine/jobs/jobs.ts'
import type { Settings } from './settings.ts'

/** What every route is given. */
export interface ServerContext {
  readonly engine: Engine
  readonly settings: Settings
  /** Work in the background: may be asked for before it begins. */
  readonly jobs: Jobs
}
