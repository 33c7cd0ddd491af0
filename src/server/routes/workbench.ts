import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { figuresWaiting, sectionsOwed } from '../../engine/duties.ts'
import { listNotices, readNotices } from '../../engine/notices/notices.ts'
import { searchEverything } from '../../engine/search-everything.ts'
import { draftsOf, waitingFor } from '../../engine/workbench.ts'
import type { ServerContext } from '../context.ts'
import { withActor } from '../session.ts'

/** What a person sees first: what waits, what is unfinished, what happened; and the search over everything. */
export function workbenchRoutes(app: FastifyInstance, server: ServerContext): void {
  const { engine } = server

  app.get('/api/workbench', (request) =>
    withActor(server, request, async (tx, actor) => ({
      waiting: await waitingFor(engine, tx, actor),
      mine: await draftsOf(engine, tx, actor),
      figures: await figuresWaiting(engine, tx, actor),
      sections: await sectionsOwed(tx, actor),
      notices: await listNotices(tx, actor),
    })),
  )

  app.get('/api/notices', (request) => {
    const { after } = z.object({ after: z.uuid().optional() }).parse(request.query)
    return withActor(server, request, (tx, actor) => listNotices(tx, actor, after))
  })

  app.post('/api/notices/read', async (request, reply) => {
    const { ids } = z.object({ ids: z.union([z.literal('all'), z.array(z.uuid()).max(500)]) }).parse(request.body)
    await withActor(server, request, (tx, actor) => readNotices(tx, actor, ids))
    return reply.status(204).send()
  })

  app.get('/api/search', (request) => {
    const { q } = z.object({ q: z.string().max(100) }).parse(request.query)
    return withActor(server, request, (tx, actor) => searchEverything(engine, tx, actor, q))
  })
}
