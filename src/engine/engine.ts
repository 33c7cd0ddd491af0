import type { Catalogue } from '../language/catalogue.ts'
import type { AnyRegister } from '../language/register.ts'
import type { Database } from '../database/connection.ts'
import type { Guard } from './records/guards.ts'
import { Refusal } from './refusal.ts'

/** A column of a module's own table with one file, or a list of files. */
export interface FileHolder {
  readonly table: string
  readonly column: string
  readonly holds: 'one' | 'list'
}

/** What every part of the engine is given: the declarations, the database, the folder of files, the modules' guards. */
export interface Engine {
  readonly catalogue: Catalogue
  readonly database: Database
  /** Folder of content-addressed files. */
  readonly filesDir: string
  /** What modules have to say to changes of records. */
  readonly guards: readonly Guard[]
  /** Where modules keep files beside records: what they hold is not removed. */
  readonly fileHolders?: readonly FileHolder[]
  /** Roles that count only in a session opened with a passkey; none: all count. */
  readonly passkeyRoles?: ReadonlySet<string>
  /** How much one person may have uploaded altogether; none: no bound. */
  readonly personQuota?: { readonly bytes: number; readonly files: number }
  /** A program hears changes every two seconds, so that readers need not (`hearOwnChanges`). */
  readonly listens?: boolean
}

/** @throws Refusal 404 when the catalogue declares no such register */
export function getRegister(engine: Engine, name: string): AnyRegister {
  const register = engine.catalogue.registers.get(name)
  if (!register)
    throw new Refusal('unknown-register', { zh: `没有名为“${name}”的数据表`, en: `There is no register "${name}"` })
  return register
}
