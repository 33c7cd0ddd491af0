import { setTimeout } from 'node:timers/promises'
import { hearChanges } from '../engine/outbox.ts'
import { createJobs } from '../engine/jobs/jobs.ts'
import { createSealer } from '../engine/history/seal-college.ts'
import { createRounds } from '../engine/rounds.ts'
import { isMailDue } from '../engine/notices/mail-queue.ts'
import type { Engine } from '../engine/engine.ts'
import { createApp } from './app.ts'
import type { Running } from './context.ts'
import { demoAccounts, needsDemo } from './demo-accounts.ts'
import { isDatabaseGone } from './errors.ts'
import { jobList } from './job-list.ts'
import { mailJob } from './mail.ts'
import { openEngine } from './open.ts'
import { keepHead, sealKeys } from './seal-files.ts'
import { type Settings, shownSettings } from './settings.ts'

/** How often changes are looked for that nobody asked about. */
const LISTEN_MS = 2000
/** How soon after a change here they are looked for, at the earliest, and how many times as long as it last took. */
const SOON_MS = 400
const PAUSE = 20
/** Nobody waits longer than this for a change to be followed, however long following takes: a first time may. */
const LONGEST_PAUSE_MS = 10_000
/** How often what was written is sealed. */
const SEAL_MS = 5000

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
  const { engine: opened, revive, close: closeEngine } = await openEngine(settings, log)
  const engine: Engine = { ...opened, listens: true }
  try {
    if (settings.demo)
      await oneAtATime(engine, async () => {
        if (await needsDemo(engine)) await (await import('./demo.ts')).loadDemo(engine, log)
      })
    const jobs = createJobs(engine, jobList(settings))
    const mail = mailJob(settings)
    const run: Running = { isStopping: false }
    let onChange = () => {}
    const app = await createApp({ engine, settings, jobs, run })
    app.addHook('onResponse', async ({ method }) => {
      if (method !== 'GET' && method !== 'HEAD') onChange()
    })
    app.log.info({ settings: shownSettings(settings) }, 'starting')
    await app.listen({ host: settings.host, port: settings.port })
    const url =
      settings.publicUrl ??
      `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host === '0.0.0.0' ? '127.0.0.1' : settings.host}:${(app.server.address() as { port: number }).port}`
    const heard = createRounds(engine.database)
    let listening: Promise<void> | undefined
    let listenedMs = 0
    let restUntil = 0
    const pauseMs = () => Math.min(PAUSE * listenedMs, LONGEST_PAUSE_MS)
    // Figures follow records also when nobody looks: so that a changed value is marked by the time somebody does.
    const listen = () =>
      (listening ??= (async () => {
        // Only now, and again should it fail: whoever waits for a first answer does not wait for this.
        await jobs.start(app.log)
        const began = Date.now()
        for (const college of await heard.next())
          await engine.database.inCollege(college, async (tx) => {
            await hearChanges(engine, tx)
            if (settings.smtpUrl && (await isMailDue(tx, new Date()))) await jobs.send(mail, tx, {}, { key: 'notices' })
          })
        heard.done(began)
        run.heardAt = Date.now()
        listenedMs = run.heardAt - began
        restUntil = performance.now() + pauseMs()
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
        .finally(() => (listening = undefined)))
    const timer = setInterval(() => {
      if (performance.now() >= restUntil) void listen()
    }, LISTEN_MS)
    let soon: NodeJS.Timeout | undefined
    // The next person to look sees a change, and many changes are heard together: a twentieth of the time.
    onChange = () => {
      soon ??= globalThis.setTimeout(
        () => {
          soon = undefined
          void listen()
        },
        Math.max(SOON_MS, pauseMs()),
      )
    }
    const sealer = createSealer(engine, sealKeys(settings), (college, seal) =>
      keepHead(settings.dataDir, college, seal),
    )
    const sealed = createRounds(engine.database)
    let sealing: Promise<void> | undefined
    const seal = () =>
      (sealing ??= (async () => sealed.done((await sealer.run(await sealed.next())) ?? 0))()
        .catch((error: unknown) =>
          app.log.error(
            { error: error instanceof Error ? error.message : String(error) },
            'history could not be sealed; trying again',
          ),
        )
        .finally(() => (sealing = undefined)))
    const sealTimer = setInterval(() => void seal(), SEAL_MS)
    for (const line of await demoAccounts(engine)) log(line)
    return {
      url,
      async close() {
        run.isStopping = true
        app.log.info('stopping')
        if (settings.drainSeconds > 0) await setTimeout(settings.drainSeconds * 1000)
        clearInterval(timer)
        clearInterval(sealTimer)
        await app.close()
        clearTimeout(soon)
        await listening
        await sealing
        await jobs.stop()
        await closeEngine()
      },
    }
  } catch (error) {
    await closeEngine()
    throw error
  }
}
