import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { figuresWaiting, sectionsOwed } from '../../engine/duties.ts'
import { listNotices, readNotices } from '../../engine/notices/notices.ts'
import { searchEverything } from '../../engine/search-everything.ts'
import { faultsOwed } from '../../engine/standards/faults-owed.ts'
import { draftsOf, waitingFor } from '../../engine/workbench.ts'
import type { ServerContext } from '../context.ts'
import { withActor } from '../session.ts'
import { described } from '../described.ts'

/** What a person sees first: what waits, what is unfinished, what happened; and the search over everything. */
export function workbenchRoutes(app: FastifyInstance, server: ServerContext): void {
  const { engine } = server

  app.get('/api/workbench', (request) =>
    withActor(server, request, async (tx, actor) => ({
      waiting: await waitingFor(engine, tx, actor),
      mine: await draftsOf(engine, tx, actor),
      figures: await figuresWaiting(engine, tx, actor),
      sections: await sectionsOwed(tx, actor),
      faults: await faultsOwed(engine, tx, actor),
      notices: await listNotices(tx, actor),
    })),
  )

  const noticesQuery = z.object({ after: z.uuid().optional() })
  app.get('/api/notices', described({ query: noticesQuery }), (request) => {
    const { after } = noticesQuery.parse(request.query)
    return withActor(server, request, (tx, actor) => listNotices(tx, actor, after))
  })

  const readBody = z.object({ ids: z.union([z.literal('all'), z.array(z.uuid()).max(500)]) })
  app.post('/api/notices/read', described({ body: readBody }), async (request, reply) => {
    const { ids } = readBody.parse(request.body)
    await withActor(server, request, (tx, actor) => readNotices(tx, actor, ids))
    return reply.status(204).send()
  })

  const searchQuery = z.object({ q: z.string().max(100) })
  app.get('/api/search', described({ query: searchQuery }), (request) => {
    const { q } = searchQuery.parse(request.query)
    return withActor(server, request, (tx, actor) => searchEverything(engine, tx, actor, q))
  })
}
