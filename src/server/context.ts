import type { Engine } from '../engine/engine.ts'
import type { Settings } from './settings.ts'

/** What every route is given. */
export interface ServerContext {
  readonly engine: Engine
  readonly settings: Settings
}
