import { mkdirSync } from 'node:fs'
import { connect } from '../database/connection.ts'
import { migrate } from '../database/migrate.ts'
import { StartError } from '../database/start-error.ts'
import { openDatabaseUrls } from '../database/start.ts'
import type { Engine } from '../engine/engine.ts'
import { assembleCatalogue } from '../language/catalogue.ts'
import { declarations } from '../../catalogue/index.gen.ts'
import { fileHolderList, guardList } from './guard-list.ts'
import type { Settings } from './settings.ts'

/** The role that the application's connections act as: see database/migrate.ts. */
const APP_ROLE = 'jiangxin_app'
/** A bound against mischief, not against work: the size is bounded by MAX_PERSON_MB. */
const MOST_FILES = 100_000
/** How long a request waits for a connection before it says that the database does not answer. */
const PATIENCE_MS = 30_000

export interface Opened {
  readonly engine: Engine
  /** Starts the embedded database again if it ended. */
  revive(): Promise<void>
  close(): Promise<void>
}

/**
 * Checks the catalogue, opens the database (starting the embedded one when none is given), brings it to this
 * program's schema. For the server and every command alike.
 * @throws DeclarationError, StartError, MigrationError: each says what to do
 */
export async function openEngine(settings: Settings, log: (line: string) => void = () => {}): Promise<Opened> {
  const catalogue = assembleCatalogue(declarations)
  const unknown = settings.passkeyRoles?.find((role) => !catalogue.roles.has(role))
  if (unknown !== undefined)
    throw new StartError(
      `环境变量 PASSKEY_ROLES：没有名为“${unknown}”的角色，可用的有：${[...catalogue.roles.keys()].join(', ')}`,
      `Environment variable PASSKEY_ROLES: there is no role "${unknown}"; there are: ${[...catalogue.roles.keys()].join(', ')}`,
    )
  const urls = await openDatabaseUrls(settings, log)
  try {
    const { isSpread } = await migrate(urls.adminUrl, catalogue.registers.values(), APP_ROLE)
    mkdirSync(settings.filesDir, { recursive: true })
    const database = connect(urls.appUrl, {
      patienceMs: PATIENCE_MS,
      isSpread,
      ...(urls.appUrl === urls.adminUrl ? { role: APP_ROLE } : {}),
    })
    return {
      engine: {
        catalogue,
        database,
        filesDir: settings.filesDir,
        guards: guardList,
        fileHolders: fileHolderList,
        passkeyRoles: new Set(settings.passkeyRoles),
        personQuota: { bytes: settings.maxPersonMegabytes * 1048576, files: MOST_FILES },
      },
      revive: () => urls.revive(),
      async close() {
        await database.close()
        await urls.close()
      },
    }
  } catch (error) {
    await urls.close()
    throw error
  }
}
