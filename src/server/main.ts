import { hearChanges } from '../engine/outbox.ts'
import { listColleges } from '../engine/colleges.ts'
import { remindOffices } from '../engine/indicators/remind-offices.ts'
import type { Engine } from '../engine/engine.ts'
import { createApp } from './app.ts'
import { demoAccounts, loadDemo, needsDemo } from './demo.ts'
import { isDatabaseGone } from './errors.ts'
import { createMailer } from './mail.ts'
import { openEngine } from './open.ts'
import type { Settings } from './settings.ts'

/** How often changes are looked for that nobody asked about. */
const LISTEN_MS = 2000
/** How often deadlines are looked at. */
const REMIND_MS = 3_600_000

/** Programs that start on one database at once queue behind this number. */
const STARTING = 0x6a7a

async function oneAtATime(engine: Engine, work: () => Promise<void>): Promise<void> {
  const client = await engine.database.pool.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [STARTING])
    await work()
  } finally {
    // Closed, not given back: the lock ends with its connection.
    client.release(true)
  }
}

/**
 * Opens the database, loads the demo college into an empty one (unless DEMO=0), listens.
 * @throws StartError, MigrationError, DeclarationError; and Node's own error when the port cannot be had
 */
export async function startServer(
  settings: Settings,
  log: (line: string) => void = console.log,
): Promise<{ url: string; close(): Promise<void> }> {
  const { engine, revive, close: closeEngine } = await openEngine(settings, log)
  try {
    if (settings.demo)
      await oneAtATime(engine, async () => ((await needsDemo(engine)) ? loadDemo(engine, log) : undefined))
    const app = await createApp({ engine, settings })
    await app.listen({ host: settings.host, port: settings.port })
    const url =
      settings.publicUrl ??
      `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host === '0.0.0.0' ? '127.0.0.1' : settings.host}:${(app.server.address() as { port: number }).port}`
    const mailer = createMailer(engine, settings, app.log)
    let listening: Promise<void> | undefined
    let remindedAt = 0
    // Figures follow records also when nobody looks: so that a changed value is marked by the time somebody does.
    const timer = setInterval(() => {
      listening ??= (async () => {
        const isTimeToRemind = Date.now() - remindedAt >= REMIND_MS
        if (isTimeToRemind) remindedAt = Date.now()
        for (const college of await listColleges(engine)) {
          await engine.database.inCollege(college.id, (tx) => hearChanges(engine, tx))
          if (isTimeToRemind) await engine.database.inCollege(college.id, (tx) => remindOffices(engine, tx))
        }
      })()
        .catch(async (error: unknown) => {
          app.log.error(
            { error: error instanceof Error ? error.message : String(error) },
            'changes could not be heard; trying again',
          )
          if (isDatabaseGone(error)) await revive()
        })
        .catch((error: unknown) =>
          app.log.error(
            { error: error instanceof Error ? error.message : String(error) },
            'the database could not be started again; trying again',
          ),
        )
        .finally(() => (listening = undefined))
      void mailer.send()
    }, LISTEN_MS)
    for (const line of await demoAccounts(engine)) log(line)
    return {
      url,
      async close() {
        clearInterval(timer)
        await app.close()
        await listening
        await mailer.close()
        await closeEngine()
      },
    }
  } catch (error) {
    await closeEngine()
    throw error
  }
}
