import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { listAudit } from '../../engine/access/list-audit.ts'
import type { ServerContext } from '../context.ts'
import { withActor } from '../session.ts'
import { described } from '../described.ts'

const query = z.object({
  after: z.string().max(64).optional(),
  kind: z.string().max(64).optional(),
  actor: z.string().max(64).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
})

/** The audit, for whoever may read it. */
export function auditRoutes(app: FastifyInstance, server: ServerContext): void {
  app.get('/api/audit', described({ query }), (request) => {
    const asked = query.parse(request.query)
    return withActor(server, request, (tx, actor) => listAudit(server.engine, tx, actor, asked))
  })
}
