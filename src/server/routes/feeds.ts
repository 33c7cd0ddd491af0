import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Tx } from '../../database/connection.ts'
import type { Actor } from '../../engine/access/actor.ts'
import { writeAudit } from '../../engine/access/write-audit.ts'
import { getRegister } from '../../engine/engine.ts'
import { removeDead } from '../../engine/feeds/dead-rows.ts'
import { FEED_JOB, feedJob } from '../../engine/feeds/feed-job.ts'
import { listFeedRuns } from '../../engine/feeds/feed-runs.ts'
import {
  changeFeed,
  checkFeed,
  checkMayFeed,
  createFeed,
  type Feed,
  feedableRegisters,
  getFeed,
  listFeeds,
  removeFeed,
  secretFor,
} from '../../engine/feeds/feeds.ts'
import { previewFeed } from '../../engine/feeds/preview-feed.ts'
import { sampleSource } from '../../engine/feeds/sample-source.ts'
import { deadRowsSheet, listDeadRows, listMissing } from '../../engine/feeds/show-dead-rows.ts'
import { Refusal } from '../../engine/refusal.ts'
import { sheetChunks } from '../../engine/sheets/write-sheet.ts'
import type { FeedSettings } from '../../language/wire-feeds.ts'
import type { ServerContext } from '../context.ts'
import { described } from '../described.ts'
import { sendSheet } from '../send-sheet.ts'
import { withActor } from '../session.ts'

const short = z.string().trim().min(1).max(200)
const parameter = z.string().min(1).max(100)
const size = z.int().min(1).max(10_000)
const database = z.object({
  host: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .regex(/^[\w.:-]+$/),
  port: z.int().min(1).max(65_535),
  database: short,
  user: short,
  tls: z.enum(['none', 'encrypted', 'verified']),
  from: z.string().trim().min(1).max(20_000),
})
const source = z.discriminatedUnion('kind', [
  database.extend({ kind: z.literal('postgres') }),
  database.extend({ kind: z.literal('mysql') }),
  z.object({
    kind: z.literal('http'),
    // A password in the address would be shown to everybody who sees the feed.
    url: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .refine((text) => !URL.parse(text)?.username && !URL.parse(text)?.password),
    signIn: z.discriminatedUnion('by', [
      z.object({ by: z.literal('none') }),
      z.object({ by: z.literal('bearer') }),
      z.object({ by: z.literal('basic'), user: short }),
      z.object({ by: z.literal('header'), header: z.string().regex(/^[\w-]{1,80}$/) }),
    ]),
    path: z.string().max(200),
    paging: z.discriminatedUnion('by', [
      z.object({ by: z.literal('none') }),
      z.object({
        by: z.literal('page'),
        parameter,
        first: z.int().min(0).max(1),
        sizeParameter: parameter.optional(),
        size,
      }),
      z.object({ by: z.literal('offset'), parameter, sizeParameter: parameter.optional(), size }),
      z.object({ by: z.literal('cursor'), parameter, path: short }),
    ]),
    sinceParameter: parameter.optional(),
  }),
  z.object({ kind: z.literal('folder'), folder: z.string().max(300) }),
])
const settings = z.object({
  name: z.string().trim().min(1).max(80),
  register: z.string().max(60),
  source,
  mapping: z
    .array(
      z.object({
        column: z.string().min(1).max(300),
        field: z.string().max(80),
        values: z.record(z.string().max(300), z.string().max(300)).optional(),
      }),
    )
    .max(500),
  mode: z.enum(['all', 'changed']),
  changedColumn: z.string().max(300).nullable(),
  vanished: z.enum(['nothing', 'list', 'retire']),
  cron: z.string().trim().max(100).nullable(),
  enabled: z.boolean(),
})
const secret = z.string().max(4000).optional()
const trying = z.object({ secret, feed: z.uuid().optional() })
const sampleBody = trying.extend({ register: z.string().max(60), source })
const previewBody = trying.extend({ settings })
const changeBody = z.object({ settings, secret, version: z.int().optional() })
const runBody = z.object({ what: z.enum(['usual', 'everything', 'dead', 'dry']) })
const pauseBody = z.object({ paused: z.boolean() })
const one = z.object({ id: z.uuid() })
const page = z.object({
  after: z
    .string()
    .regex(/^[\da-f-]{1,64}$/)
    .optional(),
})
const oneDead = one.extend({ key: z.string().regex(/^[\da-f]{32}$/) })

const RUNS = 30

/** What zod leaves undefined, our types leave out. */
const asSettings = (given: z.infer<typeof settings>) => given as FeedSettings

/** Data of other systems: where it comes from, what of it fills which field, when, and what came of it. */
export function feedRoutes(app: FastifyInstance, server: ServerContext): void {
  const {
    engine,
    jobs,
    settings: { feedsDir },
  } = server
  const job = feedJob(feedsDir)
  const acting = <T>(request: FastifyRequest, work: (tx: Tx, actor: Actor) => Promise<T>) =>
    withActor(server, request, work)

  /** Makes the timetable follow a feed. */
  async function plan(tx: Tx, feed: Feed): Promise<void> {
    if (feed.cron === null || !feed.enabled) return jobs.unschedule(tx, FEED_JOB, feed.id)
    try {
      await jobs.schedule(job, tx, feed.id, feed.cron, { feed: feed.id, what: 'usual', askedBy: '' })
    } catch (error) {
      if (error instanceof Refusal || (error instanceof Error && 'code' in error)) throw error
      const message = {
        zh: `“${feed.cron}”不是有效的时间，请写成 30 1 * * * 这样的五段`,
        en: `“${feed.cron}” is no time: write five fields such as 30 1 * * *`,
      }
      throw new Refusal('invalid', message, { problems: [{ field: 'cron', message }] })
    }
  }

  app.get('/api/feeds', (request) =>
    acting(request, async (tx, actor) => {
      const next = new Map(
        (await jobs.timetable(tx)).filter((line) => line.job === FEED_JOB).map((line) => [line.key, line.next]),
      )
      return (await listFeeds(engine, tx, actor)).map((feed) => ({ ...feed, next: next.get(feed.id) ?? null }))
    }),
  )

  app.get('/api/feeds/registers', (request) => acting(request, async (_tx, actor) => feedableRegisters(engine, actor)))

  app.post('/api/feeds/sample', described({ body: sampleBody }), async (request) => {
    const body = sampleBody.parse(request.body)
    const from = body.source as FeedSettings['source']
    const { actor, known, register } = await acting(request, async (tx, who) => {
      const target = getRegister(engine, body.register)
      checkMayFeed(engine, who, target)
      return { actor: who, register: target, known: await secretFor(engine, tx, who, from, body.secret, body.feed) }
    })
    // No transaction of ours waits for another system.
    return sampleSource(engine, actor, register, from, known, feedsDir)
  })

  app.post('/api/feeds/preview', described({ body: previewBody }), async (request) => {
    const body = previewBody.parse(request.body)
    const feed = asSettings(body.settings)
    const { college, known } = await acting(request, async (tx, actor) => {
      checkFeed(engine, actor, feed)
      return { college: tx.collegeId, known: await secretFor(engine, tx, actor, feed.source, body.secret, body.feed) }
    })
    return previewFeed(engine, college, feed, known, feedsDir)
  })

  app.post('/api/feeds', described({ body: changeBody }), async (request, reply) => {
    const body = changeBody.parse(request.body)
    const made = await acting(request, async (tx, actor) => {
      const feed = await createFeed(engine, tx, actor, { ...asSettings(body.settings), secret: body.secret })
      await plan(tx, feed)
      return feed
    })
    return reply.status(201).send(made)
  })

  app.get('/api/feeds/:id', (request) => {
    const { id } = one.parse(request.params)
    return acting(request, async (tx, actor) => {
      await getFeed(engine, tx, actor, id)
      const feed = (await listFeeds(engine, tx, actor)).find((candidate) => candidate.id === id)!
      const line = (await jobs.timetable(tx)).find((candidate) => candidate.job === FEED_JOB && candidate.key === id)
      return { ...feed, next: line?.next ?? null, runs: await listFeedRuns(tx, id, RUNS) }
    })
  })

  app.patch('/api/feeds/:id', described({ body: changeBody }), (request) => {
    const { id } = one.parse(request.params)
    const body = changeBody.parse(request.body)
    return acting(request, async (tx, actor) => {
      const feed = await changeFeed(engine, tx, actor, id, {
        ...asSettings(body.settings),
        secret: body.secret,
        ...(body.version === undefined ? {} : { version: body.version }),
      })
      await plan(tx, feed)
      return feed
    })
  })

  app.delete('/api/feeds/:id', async (request, reply) => {
    const { id } = one.parse(request.params)
    await acting(request, async (tx, actor) => {
      await removeFeed(engine, tx, actor, id)
      await jobs.unschedule(tx, FEED_JOB, id)
    })
    return reply.status(204).send()
  })

  app.post('/api/feeds/:id/run', described({ body: runBody }), async (request, reply) => {
    const { id } = one.parse(request.params)
    const { what } = runBody.parse(request.body)
    const run = await acting(request, async (tx, actor) => {
      const feed = await getFeed(engine, tx, actor, id)
      await writeAudit(tx, { kind: 'feed.run', actor, subject: feed.name, detail: { what } })
      return jobs.send(job, tx, { feed: id, what, askedBy: actor.name }, { key: id, by: actor })
    })
    return reply.status(202).send({ job: run })
  })

  app.post('/api/feeds/:id/pause', described({ body: pauseBody }), (request) => {
    const { id } = one.parse(request.params)
    const { paused } = pauseBody.parse(request.body)
    return acting(request, async (tx, actor) => {
      const { hasSecret: _, highWater: __, ...feed } = await getFeed(engine, tx, actor, id)
      const changed = await changeFeed(engine, tx, actor, id, { ...feed, enabled: !paused })
      await plan(tx, changed)
      return changed
    })
  })

  app.get('/api/feeds/:id/dead', described({ query: page }), (request) => {
    const { id } = one.parse(request.params)
    const { after } = page.parse(request.query)
    return acting(request, async (tx, actor) => {
      const feed = await getFeed(engine, tx, actor, id)
      return listDeadRows(tx, actor, feed, getRegister(engine, feed.register), after)
    })
  })

  app.delete('/api/feeds/:id/dead/:key', async (request, reply) => {
    const { id, key } = oneDead.parse(request.params)
    await acting(request, async (tx, actor) => {
      await getFeed(engine, tx, actor, id)
      await removeDead(tx, id, [key])
    })
    return reply.status(204).send()
  })

  app.get('/api/feeds/:id/dead.xlsx', async (request, reply) => {
    const { id } = one.parse(request.params)
    const { spec, name } = await acting(request, async (tx, actor) => {
      const feed = await getFeed(engine, tx, actor, id)
      await writeAudit(tx, { kind: 'export', actor, subject: feed.name, detail: { feed: id } })
      return {
        spec: deadRowsSheet(engine, actor, feed, getRegister(engine, feed.register)),
        name: `${feed.name} ${actor.lang === 'zh' ? '未写入的行' : 'rows not taken'}`,
      }
    })
    return sendSheet(reply, name, 'xlsx', sheetChunks(spec))
  })

  app.get('/api/feeds/:id/missing', (request) => {
    const { id } = one.parse(request.params)
    return acting(request, async (tx, actor) => listMissing(engine, tx, await getFeed(engine, tx, actor, id)))
  })
}
