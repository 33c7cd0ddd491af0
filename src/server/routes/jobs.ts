import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Tx } from '../../database/connection.ts'
import { type Actor, may } from '../../engine/access/actor.ts'
import { writeAudit } from '../../engine/access/write-audit.ts'
import { type JobRun, listRuns } from '../../engine/jobs/runs.ts'
import { notAllowed } from '../../engine/refusal.ts'
import type { WireJobLine, WireJobRun } from '../../language/wire-jobs.ts'
import type { ServerContext } from '../context.ts'
import { withActor } from '../session.ts'
import { described } from '../described.ts'

const one = z.object({ id: z.uuid() })
const page = z.object({ after: z.uuid().optional() })
const pause = z.object({ job: z.string().max(60), key: z.string().max(80), paused: z.boolean() })

/** What works in the background, for whoever manages the college's settings. */
export function jobRoutes(app: FastifyInstance, server: ServerContext): void {
  const { engine, jobs } = server
  /** What a job is called: its name when this program does not know it. */
  const labelOf = (name: string) => jobs.list.get(name)?.label ?? { zh: name, en: name }
  const asManager = <T>(request: Parameters<typeof withActor>[1], work: (tx: Tx, actor: Actor) => Promise<T>) =>
    withActor(server, request, async (tx, actor) => {
      if (!may(engine.catalogue, actor, 'settings.manage'))
        throw notAllowed({ zh: '管理后台任务', en: 'manage background jobs' })
      return work(tx, actor)
    })

  app.get('/api/jobs', described({ query: page }), (request) => {
    const { after } = page.parse(request.query)
    return asManager(request, async (tx) => {
      const { rows, next } = await listRuns(tx, after)
      const told = (run: JobRun) => (run.result && jobs.list.get(run.job)?.tell?.(run.result as never)) ?? null
      return { rows: rows.map((run): WireJobRun => ({ ...run, label: labelOf(run.job), summary: told(run) })), next }
    })
  })

  app.post('/api/jobs/:id/cancel', async (request, reply) => {
    const { id } = one.parse(request.params)
    await asManager(request, async (tx, actor) => {
      await jobs.cancel(tx, id)
      await writeAudit(tx, { kind: 'job.cancel', actor, subject: id })
    })
    return reply.status(204).send()
  })

  app.post('/api/jobs/:id/again', async (request, reply) => {
    const { id } = one.parse(request.params)
    const made = await asManager(request, async (tx, actor) => {
      const again = await jobs.runAgain(tx, id, actor)
      await writeAudit(tx, { kind: 'job.again', actor, subject: id })
      return { id: again }
    })
    return reply.status(201).send(made)
  })

  app.get('/api/jobs/timetable', (request) =>
    asManager(request, async (tx): Promise<WireJobLine[]> =>
      (await jobs.timetable(tx)).map(({ job, key, cron, timeZone, paused, next }) => ({
        job,
        label: labelOf(job),
        key,
        cron,
        timeZone,
        paused,
        next,
      })),
    ),
  )

  app.post('/api/jobs/timetable', described({ body: pause }), async (request, reply) => {
    const { job, key, paused } = pause.parse(request.body)
    await asManager(request, async (tx, actor) => {
      await jobs.pause(tx, job, key, paused)
      await writeAudit(tx, { kind: 'job.pause', actor, subject: job, detail: { paused } })
    })
    return reply.status(204).send()
  })
}
